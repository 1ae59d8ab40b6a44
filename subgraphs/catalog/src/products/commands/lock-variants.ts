import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Locks the variants of these products in the order of their ids, as orders do, so that a change of several never waits for an order that waits
 * for it. To be called before any of them is changed.
 */
export async function lockVariants(tx: EntityManager, productIds: readonly string[]): Promise<void> {
  await lockAll(tx, [productIds]);
}

const lockAll = statement(
  { id: text('id') },
  (columns) => `select ${columns} from product_variant where product_id = any($1::text[]) order by id for update`,
);
