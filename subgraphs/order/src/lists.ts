import type { EntityManager } from '@mikro-orm/postgresql';
import { type Connection, list, type PageArgs } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { feedPosition } from '@agora/platform/feed-pages';
import { feedOfBuyer, feedOfOrder } from './feed.ts';
import type { OrderStatus } from './model/order.ts';
import type { HistoryRow, OrderRow } from './rows.ts';

export interface OrdersArgs extends PageArgs {
  readonly filter?: OrdersFilter | null;
}

export interface OrdersFilter {
  readonly statuses?: readonly OrderStatus[] | null;
  readonly placedAt?: { readonly gte?: string | null; readonly lt?: string | null } | null;
}

/** People's orders, newest first. */
export function ordersOf(
  em: EntityManager,
  cursors: Cursors,
  parents: readonly string[],
  { filter, ...args }: OrdersArgs,
): Promise<Map<string, Connection<OrderRow>>> {
  const { statuses = null, placedAt = null } = filter ?? {};
  return list<OrderRow>({
    em,
    parents,
    select: `o.id, o.number, o.buyer_id as "buyerId", o.status, o.cancellation_reason as "cancellationReason",
        o.total_minor_units::float8 as "totalMinorUnits", o.currency_code as "currencyCode", o.placed_at as "placedAt",
        true as "isWhole"`,
    from: 'orders o',
    where: [
      'o.buyer_id = parent.id',
      '($1::text[] is null or o.status = any($1))',
      '($2::timestamptz is null or o.placed_at >= $2)',
      '($3::timestamptz is null or o.placed_at < $3)',
    ],
    params: [statuses, placedAt?.gte ?? null, placedAt?.lt ?? null],
    order: [
      { sql: 'o.buyer_id', type: 'text', direction: 'ASC' },
      { sql: 'o.buyer_seq', type: 'bigint', direction: 'DESC' },
    ],
    position: feedPosition(cursors, feedOfBuyer),
    args,
  });
}

/** What happened to orders, oldest first. */
export function historyOf(
  em: EntityManager,
  cursors: Cursors,
  parents: readonly string[],
  args: PageArgs,
): Promise<Map<string, Connection<HistoryRow>>> {
  return list<HistoryRow>({
    em,
    parents,
    select: `f.event_id as id, f.payload ->> 'what' as what, f.payload ->> 'actorId' as "actorId", f.payload ->> 'note' as note,
      f.occurred_at as "occurredAt"`,
    from: 'platform.feed f',
    where: [`f.feed_key = 'order:' || parent.id`],
    order: [
      { sql: `substr(f.feed_key, 7)`, type: 'text', direction: 'ASC' },
      { sql: 'f.seq', type: 'bigint', direction: 'ASC' },
    ],
    position: feedPosition(cursors, feedOfOrder),
    args,
  });
}
