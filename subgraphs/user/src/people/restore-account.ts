import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { UserRestored } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { accountOf, type Who } from '../accounts/commands/account-of.ts';
import { Account } from '../accounts/model/account.ts';

/**
 * Ends the suspension of an account. Answers whether it was suspended.
 * @throws NOT_FOUND and CONFLICT as `accountOf` does.
 */
export async function restoreAccount(
  em: EntityManager,
  { who, reason }: { readonly who: Who; readonly reason?: string },
): Promise<boolean> {
  return transaction(em, async (tx) => restore(tx, await accountOf(tx, who), { reason, isByOperator: true }));
}

/** At most so many at once; the next round takes the others. */
const BATCH = 100;

/** Ends the suspensions whose time has come. */
export async function endSuspensions(em: EntityManager): Promise<void> {
  for (const { id } of await due(em)) {
    await transaction(em, async (tx) => {
      const account = await tx.findOneOrFail(Account, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (account.suspendedUntil && account.suspendedUntil <= new Date()) await restore(tx, account, { isByOperator: false });
    });
  }
}

const due = statement(
  columnsOf(Account, 'id'),
  (columns) => `select ${columns} from account where suspended_until <= now() order by suspended_until limit ${BATCH}`,
);

interface Restore {
  readonly reason?: string | undefined;
  /** Its time has come where not. */
  readonly isByOperator: boolean;
}

async function restore(tx: EntityManager, account: Account, { reason, isByOperator }: Restore): Promise<boolean> {
  if (!account.restore()) return false;
  await recordSecurityEvent(tx, { kind: 'RESTORED', accountId: account.id, reason, isByOperator });
  await announce(tx, UserRestored, { userId: account.id, reason });
  return true;
}
