import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, isAdmin } from '@agora/platform/actor';
import { batch, batchAll } from '@agora/platform/reading/batch';
import type { PageArgs } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { query } from '@agora/platform/database';
import { byPlaces } from '@agora/platform/feed-pages';
import { prefixOf } from '@agora/platform/ids';
import { hashOf } from './commands/cart/token.ts';
import { feedOfBuyer, feedOfOrder, type SagaView } from './feed.ts';
import { historyOf, ordersOf, type OrdersArgs } from './lists.ts';
import { ORDER_NUMBER } from './model/order-number.ts';
import type { CartLineRow, CartRow, OrderLineRow, OrderRow, SellerOrderRow } from './rows.ts';

export type Loaders = ReturnType<typeof loadersOf>;

/**
 * The reads of one request: each level of a query is one statement for each type, limited to what its actor may see. A
 * resolver cannot forget that: there is no other way to reach an order.
 */
export function loadersOf(em: EntityManager, actor: Actor | null, cursors: Cursors) {
  const reader = { em, actorId: actor?.id ?? null, isAdmin: isAdmin(actor) };
  return {
    order: batch((ids) => readOrders(reader, 'id', ids.filter(isIdOf('ord')))),
    orderByNumber: batch((numbers) =>
      readOrders(
        reader,
        'number',
        numbers.filter((number) => ORDER_NUMBER.test(number)),
      ),
    ),
    linesOfOrder: batch(async (orderIds) => byOrder(await readOrderLines(reader, orderIds))),
    sellerOrder: batch(async (ids) => byId(await readSellerOrders(reader, 's.id', ids.filter(isIdOf('sor'))))),
    sellerOrdersOfOrder: batch(async (orderIds) => byOrder(await readSellerOrders(reader, 's.order_id', orderIds))),
    /** Of orders that the actor was let see. */
    sagaOfOrder: batch((orderIds) => readSagas(em, orderIds)),
    historyOfOrder: byPlaces(cursors, feedOfOrder, (args: PageArgs) => batchAll((ids) => historyOf(em, cursors, ids, args))),
    /** Of people whose orders the actor was let see. */
    ordersOfBuyer: byPlaces(cursors, feedOfBuyer, (args: OrdersArgs) => batchAll((ids) => ordersOf(em, cursors, ids, args))),
    /** The actor's own carts. */
    cart: batch((ids) => readCarts(em, 'id = any($1) and owner_id = $2', [ids.filter(isIdOf('crt')), reader.actorId], (row) => row.id)),
    cartOfOwner: batch((ownerIds) => readCarts(em, 'owner_id = any($1)', [ownerIds], (row) => row.ownerId)),
    /** By the secret that a guest holds. */
    cartByToken: batch((tokens) => readCartsByToken(em, tokens)),
    /** A cart that the actor has just been let change. */
    changedCart: batch((ids) => readCarts(em, 'id = any($1)', [ids], (row) => row.id)),
    /** Of carts that the actor was let see. */
    linesOfCart: batch((cartIds) => readCartLines(em, cartIds)),
  };
}

interface Reader {
  readonly em: EntityManager;
  readonly actorId: string | null;
  readonly isAdmin: boolean;
}

function isIdOf(prefix: string): (id: string) => boolean {
  return (id) => prefixOf(id) === prefix;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function byOrder<Row extends { readonly orderId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.orderId);
}

async function readOrders({ em, actorId, isAdmin }: Reader, key: 'id' | 'number', keys: readonly string[]): Promise<Map<string, OrderRow>> {
  const rows = await query<OrderRow>(
    em,
    `select o.id, o.number, o.buyer_id as "buyerId", o.status, o.cancellation_reason as "cancellationReason",
       (case when mine.whole then o.total_minor_units else part.payout_minor_units end)::float8 as "totalMinorUnits",
       o.currency_code as "currencyCode", o.placed_at as "placedAt", mine.whole as "isWhole"
     from orders o
     cross join lateral (select $3::boolean or o.buyer_id = $2 as whole) mine
     left join seller_order part on part.order_id = o.id and part.seller_id = $2
     where o.${key} = any($1) and (mine.whole or part.id is not null)`,
    [keys, actorId ?? '', isAdmin],
  );
  return new Map(rows.map((row) => [row[key], row]));
}

async function readOrderLines({ em, actorId, isAdmin }: Reader, orderIds: readonly string[]): Promise<OrderLineRow[]> {
  return query<OrderLineRow>(
    em,
    `select l.id, l.order_id as "orderId", l.seller_id as "sellerId", l.product_id as "productId", l.variant_id as "variantId",
       l.product_name as "productName", l.quantity, l.unit_price_minor_units::float8 as "unitPriceMinorUnits",
       o.currency_code as "currencyCode"
     from order_line l join orders o on o.id = l.order_id
     where l.order_id = any($1) and ($3::boolean or o.buyer_id = $2 or l.seller_id = $2)
     order by l.id`,
    [orderIds, actorId ?? '', isAdmin],
  );
}

async function readSellerOrders(
  { em, actorId, isAdmin }: Reader,
  key: 's.id' | 's.order_id',
  keys: readonly string[],
): Promise<SellerOrderRow[]> {
  return query<SellerOrderRow>(
    em,
    `select s.id, s.order_id as "orderId", s.seller_id as "sellerId", o.status, s.payout_minor_units::float8 as "payoutMinorUnits",
       o.currency_code as "currencyCode"
     from seller_order s join orders o on o.id = s.order_id
     where ${key} = any($1) and ($3::boolean or o.buyer_id = $2 or s.seller_id = $2)
     order by s.id`,
    [keys, actorId ?? '', isAdmin],
  );
}

async function readSagas(em: EntityManager, orderIds: readonly string[]): Promise<Map<string, SagaView>> {
  const rows = await query<SagaView & { orderId: string }>(
    em,
    'select id, order_id as "orderId", status, steps from checkout_saga where order_id = any($1)',
    [orderIds],
  );
  return new Map(rows.map(({ orderId, ...saga }) => [orderId, saga]));
}

type HeldCartRow = CartRow & { readonly ownerId: string; readonly tokenHash: string };

async function readCarts(
  em: EntityManager,
  where: string,
  params: readonly unknown[],
  keyOf: (row: HeldCartRow) => string,
): Promise<Map<string, CartRow>> {
  const rows = await query<HeldCartRow>(
    em,
    `select id, currency_code as "currencyCode", version, owner_id as "ownerId", token_hash as "tokenHash" from cart where ${where}`,
    params,
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function readCartsByToken(em: EntityManager, tokens: readonly string[]): Promise<Map<string, CartRow>> {
  const byHash = await readCarts(em, 'token_hash = any($1)', [tokens.map(hashOf)], (row) => row.tokenHash);
  return new Map(
    tokens.flatMap((token) => {
      const cart = byHash.get(hashOf(token));
      return cart ? [[token, cart]] : [];
    }),
  );
}

async function readCartLines(em: EntityManager, cartIds: readonly string[]): Promise<Map<string, CartLineRow[]>> {
  const rows = await query<CartLineRow>(
    em,
    `select l.id, l.cart_id as "cartId", l.variant_id as "variantId", l.quantity,
       l.unit_price_minor_units::float8 as "unitPriceMinorUnits", c.currency_code as "currencyCode",
       (case when v.is_listed and v.currency_code = c.currency_code then v.price_minor_units end)::float8 as "priceNow",
       v.product_name as "productName"
     from cart_line l join cart c on c.id = l.cart_id left join listed_variant v on v.variant_id = l.variant_id
     where l.cart_id = any($1) order by l.id`,
    [cartIds],
  );
  return Map.groupBy(rows, (row) => row.cartId);
}
