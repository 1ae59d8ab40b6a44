import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { StockRejected, StockReserved } from '@agora/schema/events/catalog';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { ProductVariant } from '../products/model/product-variant.ts';
import { StockReservation } from './model/stock-reservation.ts';
import { announceStock } from './announce-stock.ts';
import { lockedVariants } from './locked-variants.ts';

export interface ReserveStock {
  readonly sagaId: string;
  readonly orderId: string;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
}

/**
 * Sets aside what an order needs: all its lines or none, and announces which. Of a seller who may not sell nothing is there. A saga that was answered before, or whose
 * order was cancelled before, changes and announces nothing.
 */
export async function reserveStock(tx: EntityManager, { sagaId, orderId, lines }: ReserveStock): Promise<void> {
  if (await tx.findOne(StockReservation, sagaId)) return;
  const about = { sagaId, orderId, createdAt: new Date() };
  const demand = demandOf(lines);
  const variants = await lockedVariants(tx, demand.keys());
  const withheld = new Set((await withheldAmong(tx, [[...demand.keys()]])).map(({ id }) => id));
  const shortages = shortagesOf(demand, (id) => (withheld.has(id) ? 0 : (variants.get(id)?.available ?? 0)));
  if (shortages.length > 0) {
    tx.persist(StockReservation.rejected(about));
    await announce(tx, StockRejected, { orderId, sagaId, shortages });
    return;
  }
  for (const [id, variant] of variants) variant.reserve(demand.get(id) ?? 0);
  tx.persist(StockReservation.reserved(about, demand));
  await announce(tx, StockReserved, { orderId, sagaId });
  for (const [id, variant] of variants) await announceStock(tx, variant, { operation: 'DECREASE', quantity: demand.get(id) ?? 0 });
}

/** Lines of one variant compete for the same units, so they are judged together. */
function demandOf(lines: ReserveStock['lines']): Map<string, number> {
  const demand = new Map<string, number>();
  for (const { variantId, quantity } of lines) demand.set(variantId, (demand.get(variantId) ?? 0) + quantity);
  return demand;
}

/** Those whose seller may not sell now: an order of before that is too late. */
const withheldAmong = statement(
  columnsOf(ProductVariant, 'id'),
  (columns) => `select ${columns} from product_variant join product on product.id = product_variant.product_id
    where product_variant.id = any($1::text[]) and product.withheld_at is not null`,
);

function shortagesOf(demand: ReadonlyMap<string, number>, availableOf: (variantId: string) => number) {
  return [...demand]
    .map(([variantId, requested]) => ({ variantId, requested, available: availableOf(variantId) }))
    .filter(({ requested, available }) => requested > available);
}
