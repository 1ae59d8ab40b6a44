import { text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { MODERATION_REASONS } from '../model/product.ts';
import { sentences } from '../sentences.ts';

const Words = text(2_000)
  .nullish()
  .transform((given) => given ?? null);

/** Why something is taken down. */
export const Reason = { reason: z.enum(MODERATION_REASONS), message: Words };

/** OTHER says nothing by itself. */
export function isExplained({ reason, message }: z.output<z.ZodObject<typeof Reason>>): boolean {
  return reason !== 'OTHER' || message !== null;
}

export const NOT_EXPLAINED = { path: ['message'], ...said(sentences.messageNeeded) };

export const ProductTakeDownInput = z.object({ productId: z.string(), ...Reason }).refine(isExplained, NOT_EXPLAINED);

export const ProductReinstateInput = z.object({ productId: z.string(), message: Words });
