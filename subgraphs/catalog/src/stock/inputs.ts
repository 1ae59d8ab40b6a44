import { line, term, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { PostalAddressInput } from '@agora/platform/post/inputs';
import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { MOVEMENT_KINDS } from './model/stock-movement.ts';
import { MAX_UNITS } from './model/variant-stock.ts';
import { sentences } from './sentences.ts';

const MAX_AT_ONCE = 100;

const Units = z.int().min(0).max(MAX_UNITS);
const Note = text(500)
  .nullish()
  .transform((note) => note ?? null);
const Id = term(50);
const LocationId = Id.nullish().transform((id) => id ?? null);

export const VariantStockAdjustInput = z.object({
  adjustments: z
    .array(
      z.object({
        variantId: Id,
        stockLocationId: LocationId,
        quantity: z
          .int()
          .min(-MAX_UNITS)
          .max(MAX_UNITS)
          .refine((quantity) => quantity !== 0, said(sentences.notZero)),
        reason: z.enum(['RECEIVED', 'RETURNED', 'DAMAGED', 'LOST', 'FOUND']),
        note: Note,
      }),
    )
    .min(1)
    .max(MAX_AT_ONCE),
});

export const VariantStockSetInput = z.object({
  counts: z
    .array(z.object({ variantId: Id, stockLocationId: LocationId, onHand: Units, expectedOnHand: Units.nullish(), note: Note }))
    .min(1)
    .max(MAX_AT_ONCE),
});

export const VariantStockTransferInput = z
  .object({
    variantId: Id,
    fromStockLocationId: Id,
    toStockLocationId: Id,
    quantity: z.int().min(1).max(MAX_UNITS),
    note: Note,
  })
  .refine(({ fromStockLocationId, toStockLocationId }) => fromStockLocationId !== toStockLocationId, {
    path: ['toStockLocationId'],
    ...said(sentences.sameLocation),
  });

export const VariantLowStockThresholdSetInput = z.object({
  variantIds: z.array(Id).min(1).max(MAX_AT_ONCE),
  threshold: Units.nullish().transform((threshold) => threshold ?? null),
});

export const StockLocationCreateInput = z.object({
  name: line(80),
  address: PostalAddressInput.nullish().transform((address) => address ?? null),
  isDefault: z
    .boolean()
    .nullish()
    .transform((is) => is ?? false),
});

export const StockLocationUpdateInput = z.object({
  stockLocationId: Id,
  name: optional(line(80)),
  address: PostalAddressInput.nullable().optional(),
  isDefault: optional(z.boolean()),
  isActive: optional(z.boolean()),
  expectedVersion: z.int().nullish(),
});

/** `StockMovementFilterInput` of the graph, checked. */
export const MovementFilterInput = z.object({
  variantIds: optional(z.array(Id).max(MAX_AT_ONCE)),
  stockLocationIds: optional(z.array(Id).max(MAX_AT_ONCE)),
  kinds: optional(z.array(z.enum(MOVEMENT_KINDS))),
  orderId: optional(Id),
  occurredAt: optional(TimeRange),
});

function optional<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? undefined);
}
