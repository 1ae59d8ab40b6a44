import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Note } from '../model.ts';
import { sentences } from '../sentences.ts';
import { lockPair, type Pair } from './lock-pair.ts';

const MAX_NOTES = 5_000;

/**
 * Keeps what an account notes about another one; null forgets it. Nobody else may know, so no event tells.
 * @throws NOT_FOUND, LIMIT_REACHED.
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
      if ((await tx.count(Note, { account: accountId })) > MAX_NOTES)
        throw new Refusal<UserCode>('LIMIT_REACHED', sentences.tooManyNotes(MAX_NOTES));
    }
  });
}
