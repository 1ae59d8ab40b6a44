import { query } from '@agora/platform/database/database';
import { columnsOf, nullable, number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { STEP, WishlistItem } from '../model/wishlist-item.ts';

/** How many items are on a list, and the place behind the last of them. */
export async function endOf(tx: EntityManager, wishlistId: string): Promise<{ readonly count: number; readonly place: number }> {
  const [end] = await ends(tx, [wishlistId]);
  return { count: end?.count ?? 0, place: (end?.last ?? 0) + STEP };
}

const ends = statement(
  { count: number('count(*)'), last: nullable(number('max(place)')) },
  (columns) => `select ${columns} from wishlist_item where wishlist_id = $1`,
);

/** The place on a list where so many others are before it; behind the last where there are fewer. */
export async function placeAt(tx: EntityManager, wishlistId: string, itemId: string, position: number): Promise<number> {
  const around = await neighbours(tx, [wishlistId, itemId, Math.max(0, position - 1)]);
  const [before, after] = position === 0 ? [undefined, around[0]] : around;
  if (!before) return after ? after.place - STEP : (await endOf(tx, wishlistId)).place;
  if (!after) return before.place + STEP;
  const between = Math.floor((before.place + after.place) / 2);
  if (between > before.place) return between;
  await spread(tx, wishlistId);
  return placeAt(tx, wishlistId, itemId, position);
}

const neighbours = statement(
  columnsOf(WishlistItem, 'place'),
  (columns) => `select ${columns} from wishlist_item where wishlist_id = $1 and id <> $2 order by place, id offset $3 limit 2`,
);

/** Makes room between all items of a list; their order stays. */
async function spread(tx: EntityManager, wishlistId: string): Promise<void> {
  await query(
    tx,
    `update wishlist_item set place = numbered.number * ${STEP}
     from (select id, row_number() over (order by place, id) as number from wishlist_item where wishlist_id = $1) as numbered
     where wishlist_item.id = numbered.id`,
    [wishlistId],
  );
}
