import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { sentences as ofAccounts } from '../../accounts/sentences.ts';
import { sentences } from '../sentences.ts';

export interface Pair {
  /** Who asks. */
  readonly accountId: string;
  /** Whom they mean. */
  readonly otherId: string;
}

/**
 * Locks the account that asks, so that what it decides about others comes in turn.
 * @throws NOT_FOUND where there is no other account.
 */
export async function lockPair(tx: EntityManager, { accountId, otherId }: Pair): Promise<void> {
  await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (prefixOf(otherId) !== 'usr' || (await tx.count(Account, { id: otherId })) === 0)
    throw new Refusal('NOT_FOUND', ofAccounts.noSuchAccount, ['userId']);
}

/** @throws FORBIDDEN where somebody means themselves. */
export function mustBeAnother({ accountId, otherId }: Pair): void {
  if (accountId === otherId) throw new Refusal('FORBIDDEN', sentences.oneself, ['userId']);
}
