import type { EntityManager } from '@mikro-orm/postgresql';
import { batch } from '@agora/platform/batch';
import { type Connection, list, type Position } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { feedCursor, seqIn } from '@agora/platform/feed';
import { feedOfBuyer, feedOfOrder } from './feed.ts';
import type { OrderStatus } from './model/order.ts';
import type { HistoryRow, OrderRow } from './rows.ts';

export interface HistoryArgs {
  readonly first: number;
  readonly after?: string | null;
}

export interface OrdersArgs extends HistoryArgs {
  readonly filter?: OrdersFilter | null;
}

export interface OrdersFilter {
  readonly statuses?: readonly OrderStatus[] | null;
  readonly placedAt?: { readonly gte?: string | null; readonly lt?: string | null } | null;
}

/** People's orders, newest first. */
export function ordersOf(em: EntityManager, cursors: Cursors, args: OrdersArgs) {
  const { statuses = null, placedAt = null } = args.filter ?? {};
  return pages<OrderRow>(cursors, feedOfBuyer, args, (parents, position) =>
    list<OrderRow>({
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
      position,
      args,
    }),
  );
}

/** What happened to orders, oldest first. */
export function historyOf(em: EntityManager, cursors: Cursors, args: HistoryArgs) {
  return pages<HistoryRow>(cursors, feedOfOrder, args, (parents, position) =>
    list<HistoryRow>({
      em,
      parents,
      select: `f.event_id as id, f.payload ->> 'what' as what, f.payload ->> 'actorId' as "actorId", f.occurred_at as "occurredAt"`,
      from: 'platform.feed f',
      where: [`f.feed_key = 'order:' || parent.id`],
      order: [
        { sql: `substr(f.feed_key, 7)`, type: 'text', direction: 'ASC' },
        { sql: 'f.seq', type: 'bigint', direction: 'ASC' },
      ],
      position,
      args,
    }),
  );
}

/**
 * Pages of lists whose cursors are places in live feeds, one statement for all parents. A cursor is of one parent's feed,
 * so pages after one are read parent by parent.
 */
function pages<Row>(
  cursors: Cursors,
  feedOf: (parent: string) => string,
  { after }: HistoryArgs,
  read: (parents: readonly string[], position: Position) => Promise<Map<string, Connection<Row>>>,
) {
  const positionOf = (parent: string): Position => ({
    encode: ([owner = '', seq = '']) => feedCursor(cursors, { [feedOf(owner)]: Number(seq) }),
    decode: (cursor, field) => [parent, String(seqIn(cursors, cursor, feedOf(parent), field))],
  });
  return batch<Connection<Row>>(async (parents) => {
    if (!after) return read(parents, positionOf(''));
    const each = await Promise.all(parents.map((parent) => read([parent], positionOf(parent))));
    return new Map(each.flatMap((page) => [...page]));
  });
}
