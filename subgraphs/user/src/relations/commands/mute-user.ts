import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserMuted, UserUnmuted } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Mute } from '../model.ts';
import { sentences } from '../sentences.ts';
import { lockPair, mustBeAnother, type Pair } from './lock-pair.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

const MAX_MUTED = 1_000;

/**
 * Keeps from an account what another one writes, until then or for good; again: until another time.
 * @throws FORBIDDEN for oneself, NOT_FOUND, LIMIT_REACHED.
 */
export async function muteUser(em: EntityManager, { until, ...pair }: Pair & { readonly until: Date | null }): Promise<void> {
  const { accountId, otherId } = pair;
  mustBeAnother(pair);
  await transaction(em, async (tx) => {
    await lockPair(tx, pair);
    await query(tx, 'delete from mute where account_id = $1 and until <= now()', [accountId]);
    await query(
      tx,
      `insert into mute (account_id, muted_id, muted_at, until) values ($1, $2, $3, $4)
       on conflict (account_id, muted_id) do update set until = excluded.until`,
      [accountId, otherId, new Date(), until],
    );
    if ((await tx.count(Mute, { account: accountId })) > MAX_MUTED)
      throw new Refusal<UserCode>('LIMIT_REACHED', sentences.tooManyMuted(MAX_MUTED));
    await announceChange(tx, 'BLOCKS_CHANGED', UserMuted, { userId: accountId, mutedUserId: otherId, until: until?.toISOString() ?? null });
  });
}

/** @throws NOT_FOUND where there is no mute, or none any more. */
export async function unmuteUser(em: EntityManager, { accountId, otherId }: Pair): Promise<void> {
  await transaction(em, async (tx) => {
    const ended = await query(
      tx,
      'delete from mute where account_id = $1 and muted_id = $2 and (until is null or until > now()) returning muted_id',
      [accountId, otherId],
    );
    if (ended.length === 0) throw new Refusal('NOT_FOUND', sentences.notMuted, ['userId']);
    await announceChange(tx, 'BLOCKS_CHANGED', UserUnmuted, { userId: accountId, mutedUserId: otherId });
  });
}

/** Forgets the mutes that have ended. Whoever obeys one knows when it ends, so that nobody is told. */
export async function forgetEnded(em: EntityManager): Promise<void> {
  await query(em, 'delete from mute where until <= now()');
}
