import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserBlocked, UserUnblocked } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Block } from '../model.ts';
import { sentences } from '../sentences.ts';
import { lockPair, mustBeAnother, type Pair } from './lock-pair.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

const MAX_BLOCKED = 1_000;

/**
 * Keeps two accounts apart; where they are already, nothing changes.
 * @throws FORBIDDEN for oneself, NOT_FOUND, LIMIT_REACHED.
 */
export async function blockUser(em: EntityManager, pair: Pair): Promise<void> {
  const { accountId, otherId } = pair;
  mustBeAnother(pair);
  await transaction(em, async (tx) => {
    await lockPair(tx, pair);
    const isNew = await query(
      tx,
      'insert into block (account_id, blocked_id, blocked_at) values ($1, $2, $3) on conflict do nothing returning blocked_id',
      [accountId, otherId, new Date()],
    );
    if (isNew.length === 0) return;
    if ((await tx.count(Block, { account: accountId })) > MAX_BLOCKED)
      throw new Refusal<UserCode>('LIMIT_REACHED', sentences.tooManyBlocked(MAX_BLOCKED));
    await announceChange(tx, 'BLOCKS_CHANGED', UserBlocked, { userId: accountId, blockedUserId: otherId });
  });
}

/** @throws NOT_FOUND where there is no block. */
export async function unblockUser(em: EntityManager, { accountId, otherId }: Pair): Promise<void> {
  await transaction(em, async (tx) => {
    const ended = await query(tx, 'delete from block where account_id = $1 and blocked_id = $2 returning blocked_id', [accountId, otherId]);
    if (ended.length === 0) throw new Refusal('NOT_FOUND', sentences.notBlocked, ['userId']);
    await announceChange(tx, 'BLOCKS_CHANGED', UserUnblocked, { userId: accountId, blockedUserId: otherId });
  });
}
