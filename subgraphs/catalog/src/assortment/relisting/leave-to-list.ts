import { leaveWork, run } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Work for whoever announces terms anew. */
export const RELISTINGS = 'relistings';

/**
 * Has new terms announced of what is on sale in and below categories that have another place, soon after the transaction `tx`. It waits
 * for none of the products, each of which may be changing.
 */
export async function leaveBranchesToList(tx: EntityManager, categoryIds: readonly string[]): Promise<void> {
  if (categoryIds.length === 0) return;
  const below = 'select product.id from product join category on category.id = product.category_id where category.path && $1::text[]';
  await leave(tx, below, categoryIds);
}

/** The same of these products, which are in another category. */
export async function leaveToList(tx: EntityManager, productIds: readonly string[]): Promise<void> {
  if (productIds.length > 0) await leave(tx, 'select unnest($1::text[])', productIds);
}

async function leave(tx: EntityManager, products: string, ids: readonly string[]): Promise<void> {
  // What is changed so far is not written before a statement of SQL.
  await tx.flush();
  await run(tx, `insert into product_relisting (product_id) ${products}`, [ids]);
  leaveWork(tx, RELISTINGS);
}
