import { query, transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockPair, type Pair } from './lock-pair.ts';

/**
 * Keeps what an account notes about another one; null forgets it. Nobody else may know, so no event tells.
 * @throws NOT_FOUND.
 */
export async function noteAbout(em: EntityManager, { text, ...pair }: Pair & { readonly text: string | null }): Promise<void> {
  const { accountId, otherId } = pair;
  await transaction(em, async (tx) => {
    await lockPair(tx, pair);
    if (text === null) await query(tx, 'delete from note where account_id = $1 and about_id = $2', [accountId, otherId]);
    else {
      await query(
        tx,
        'insert into note (account_id, about_id, text) values ($1, $2, $3) on conflict (account_id, about_id) do update set text = excluded.text',
        [accountId, otherId, text],
      );
    }
  });
}
