import { query, unhurried } from '@agora/platform/database/database';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';

const AT_ONCE = 200;

const snapshot = statement({ now: text('pg_current_snapshot()') }, (columns) => `select ${columns}`);

const unseen = statement(
  { productId: text('product_id') },
  (columns) => `select ${columns} from product_document
    where $1::text is null or not pg_visible_in_snapshot(coalesce(ended_by, made_by), $1::text::pg_snapshot) limit 1`,
);

/**
 * Counts the words of what is on sale, by which misspelled ones are put right, unless nothing has changed since the counting that gave
 * `counted`. Products whose categories got other names are found by them first.
 */
export async function countWords(em: EntityManager, counted: string | null = null): Promise<string> {
  while (await writeOutdated(em));
  return unhurried(em, async (tx) => {
    const [{ now } = { now: '' }] = await snapshot(tx);
    if ((await unseen(tx, [counted])).length > 0) await query(tx, 'select search.count_words()');
    return now;
  });
}

/** Whether there were any; so many at once, that nobody waits long for one of them. */
async function writeOutdated(em: EntityManager): Promise<boolean> {
  const rows = await unhurried(em, async (tx) => {
    // The names of categories stay as they are read.
    await query(tx, `select pg_advisory_xact_lock_shared(hashtextextended('names of categories', 0))`);
    return query(
      tx,
      `select search.write_document(product_id) from (
        select product_id from product_document where is_outdated and ended_by is null order by product_id limit $1
      ) outdated`,
      [AT_ONCE],
    );
  });
  return rows.length > 0;
}
