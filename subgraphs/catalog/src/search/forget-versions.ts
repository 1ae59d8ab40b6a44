import { query, unhurried } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Forgets what products were found by a day ago and longer: whoever turns pages that slowly goes on in the list as it is now. */
export async function forgetVersions(em: EntityManager): Promise<void> {
  for (const versions of ['product_document', 'product_sales'])
    await unhurried(em, (tx) => query(tx, `delete from ${versions} where ended_at < now() - interval '1 day'`));
}
