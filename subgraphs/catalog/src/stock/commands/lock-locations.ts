import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockLocationsOf } from '../default-location.ts';
import { StockLocation } from '../model/stock-location.ts';
import { sentences } from '../sentences.ts';

/** All locations of a seller, oldest first; nobody else adds, changes or uses one until the transaction ends. */
export async function lockLocations(tx: EntityManager, sellerId: string): Promise<StockLocation[]> {
  await lockLocationsOf(tx, sellerId);
  await hold(tx, [sellerId]);
  return tx.find(StockLocation, { sellerId, removedAt: null }, { orderBy: { id: 'asc' } });
}

/** An order, which holds the stock that this may wait for, still refers to them. */
const hold = statement(
  { id: text('id') },
  (columns) => `select ${columns} from stock_location where seller_id = $1 and removed_at is null order by id for no key update`,
);

/**
 * A location with all others of its seller: of a seller their own, of an administrator anybody's.
 * @throws NOT_FOUND
 */
export async function lockLocation(
  tx: EntityManager,
  id: string,
  by: Actor,
): Promise<{ location: StockLocation; all: readonly StockLocation[] }> {
  const [row] = prefixOf(id) === 'loc' ? await ownerOf(tx, [id]) : [];
  const all = row && (row.sellerId === by.id || isAdmin(by)) ? await lockLocations(tx, row.sellerId) : [];
  const location = all.find((each) => each.id === id);
  if (!location) throw new Refusal('NOT_FOUND', sentences.noOwnLocation, ['stockLocationId']);
  return { location, all };
}

const ownerOf = statement({ sellerId: text('seller_id') }, (columns) => `select ${columns} from stock_location where id = $1`);
