import { runWithNext } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewMovement, VariantStock } from './model/variant-stock.ts';

/** Writes the movements of these stocks into the ledger, and what they made of levels and totals. Answers the ids of the movements. */
export function writeStock(tx: EntityManager, stocks: readonly VariantStock[]): Map<NewMovement, string> {
  const moved = stocks.filter(({ movements, available, availableBefore }) => movements.length > 0 || available !== availableBefore);
  const ids = new Map(moved.flatMap(({ movements }) => movements).map((movement) => [movement, newId('mov')]));
  if (moved.length === 0) return ids;
  const at = new Date().toISOString();
  const rows = [
    moved.flatMap((stock) => movementRows(stock, ids, at)),
    moved.flatMap((stock) => levelRows(stock, at)),
    moved.map(totalRow),
  ];
  runWithNext(
    tx,
    WRITE,
    rows.map((each) => JSON.stringify(each)),
  );
  return ids;
}

/** In one statement, however many variants and locations there are. */
const WRITE = `with moved as (
    insert into stock_movement
      (id, number, seller_id, variant_id, location_id, kind, quantity, on_hand_after, reserved_after, note, order_id, actor_id, occurred_at)
    select id, nextval('stock_movement_number'), seller_id, variant_id, location_id, kind, quantity, on_hand_after, reserved_after, note, order_id, actor_id, occurred_at
    from (
      select * from rows from (jsonb_to_recordset($1::jsonb) as (id text, seller_id text, variant_id text, location_id text, kind text, quantity int,
        on_hand_after int, reserved_after int, note text, order_id text, actor_id text, occurred_at timestamptz)) with ordinality
        as movement (id, seller_id, variant_id, location_id, kind, quantity, on_hand_after, reserved_after, note, order_id, actor_id, occurred_at, at)
      order by at
    ) as movement
  ), levelled as (
    insert into stock_level (variant_id, location_id, on_hand, reserved, updated_at)
    select variant_id, location_id, on_hand, reserved, updated_at
    from jsonb_to_recordset($2::jsonb) as level (variant_id text, location_id text, on_hand int, reserved int, updated_at timestamptz)
    on conflict (variant_id, location_id) do update
      set on_hand = excluded.on_hand, reserved = excluded.reserved, updated_at = excluded.updated_at
  )
  update product_variant set on_hand = total.on_hand, reserved = total.reserved, available = total.available
  from jsonb_to_recordset($3::jsonb) as total (id text, on_hand int, reserved int, available int)
  where product_variant.id = total.id`;

function movementRows({ variant, movements }: VariantStock, ids: ReadonlyMap<NewMovement, string>, occurredAt: string) {
  return movements.map((movement) => ({
    id: ids.get(movement),
    seller_id: variant.sellerId,
    variant_id: variant.id,
    location_id: movement.locationId,
    kind: movement.kind,
    quantity: movement.quantity,
    on_hand_after: movement.onHandAfter,
    reserved_after: movement.reservedAfter,
    note: movement.note,
    order_id: movement.orderId,
    actor_id: movement.actorId,
    occurred_at: occurredAt,
  }));
}

function levelRows({ variant, levels, movements }: VariantStock, updatedAt: string) {
  const moved = new Set(movements.map(({ locationId }) => locationId));
  return levels
    .filter(({ locationId }) => moved.has(locationId))
    .map(({ locationId, onHand, reserved }) => ({
      variant_id: variant.id,
      location_id: locationId,
      on_hand: onHand,
      reserved,
      updated_at: updatedAt,
    }));
}

function totalRow({ variant, onHand, reserved, available }: VariantStock) {
  return { id: variant.id, on_hand: onHand, reserved, available };
}
