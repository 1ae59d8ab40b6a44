import { impersonal, keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { StockLocation } from './stock-location.ts';

export const MOVEMENT_KINDS = [
  'RECEIVED',
  'RESERVED',
  'RELEASED',
  'SOLD',
  'RETURNED',
  'DAMAGED',
  'LOST',
  'FOUND',
  'COUNTED',
  'TRANSFERRED',
  'IMPORTED',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

const StockMovementSchema = defineEntity({
  name: 'StockMovement',
  indexes: [{ properties: ['variantId', 'number'] }, { properties: ['sellerId', 'number'] }],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      /** Movements of one variant are numbered in the order in which they happened. */
      number: p.bigint('number'),
      variantId: p.text(),
      location: () => p.manyToOne(StockLocation).updateRule('no action').deleteRule('no action'),
      kind: p.enum(MOVEMENT_KINDS),
      quantity: p.integer(),
      onHandAfter: p.integer(),
      reservedAfter: p.integer(),
      occurredAt: p.datetime(3),
    }),
    ...keptByLaw('sellerId', { sellerId: p.text(), note: p.text().nullable() }),
    ...keptByLaw('orderId', { orderId: p.text().nullable() }),
    ...keptByLaw('actorId', { actorId: p.text().nullable() }),
  },
});

/** A line of the stock ledger. PostgreSQL refuses to change or delete one. */
export class StockMovement extends StockMovementSchema.class {}
StockMovementSchema.setClass(StockMovement);
