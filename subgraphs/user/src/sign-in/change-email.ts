import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { lockEmail } from '../accounts/commands/lock-email.ts';
import { endTokens, findToken, issueToken, type LinkMeans, useToken } from '../accounts/commands/mailed-tokens.ts';
import { tokenExpired } from '../accounts/commands/verify-email.ts';
import { Account } from '../accounts/model/account.ts';
import { TOKEN_PURPOSES } from '../accounts/model/mailed-token.ts';
import type { RequestEmail } from '../accounts/request-email.ts';
import { sentences as ofAccounts } from '../accounts/sentences.ts';
import type { UserCode } from '../codes.ts';
import type { Client } from '../sessions/model/session.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import { tellViewers } from '../accounts/viewer-feed.ts';
import { sentences } from './sentences.ts';

/**
 * Mails a link to the new address, and a warning to the old one where that is known to be theirs. An address that is somebody
 * else's is answered alike, after the same work: its owner is told, and the link of the account leads nowhere. Answers when the
 * link ends.
 * @throws INVALID where the account has the address already.
 */
export async function requestEmailChange(
  em: EntityManager,
  means: LinkMeans,
  { accountId, newEmail, client }: { accountId: string; newEmail: string; client: Client },
): Promise<Date> {
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.email === newEmail && account.emailVerifiedAt != null) throw new Refusal('INVALID', sentences.yoursAlready, ['newEmail']);
    const [owner] = await otherOwnerOf(tx, [newEmail, accountId]);
    await endTokens(tx, accountId, ['CHANGE_EMAIL']);
    const { requestEmail } = means;
    const { token, expiresAt } = await issueToken(tx, means, 'CHANGE_EMAIL', { accountId, email: newEmail });

    await recordSecurityEvent(tx, { kind: 'EMAIL_CHANGE_REQUESTED', accountId, client });
    const { displayName, locale } = owner ?? account;
    await requestEmail(tx, {
      template: 'email_change',
      to: newEmail,
      recipientId: owner?.id ?? accountId,
      locale,
      expiresAt,
      variables: { displayName, newEmail, notice: owner ? 'TAKEN' : 'CONFIRM' },
      secrets: owner ? {} : { token },
    });
    await tellOldAddress(tx, requestEmail, account, knownEmail(account), newEmail, 'REQUESTED');
    await tellViewers(tx, 'EMAIL_CHANGED', [accountId]);
    return expiresAt;
  });
}

const otherOwnerOf = statement(
  columnsOf(Account, 'id', 'displayName', 'locale'),
  (columns) => `select ${columns} from account where email = $1 and email_verified_at is not null and id <> $2`,
);

export interface ConfirmEmailChange {
  readonly token: string;
  /** Of who asks, where somebody is signed in. */
  readonly actor: { readonly id: string; readonly sessionId: string } | null;
  readonly client: Client;
}

/**
 * Makes the new address the account's, and ends every other session; answers the id of the account. Links that were mailed to the
 * old address are of no use any more.
 * @throws TOKEN_EXPIRED where the token was used or has ended; EMAIL_TAKEN where somebody else has proved the address meanwhile.
 */
export async function confirmEmailChange(
  em: EntityManager,
  requestEmail: RequestEmail,
  { token, actor, client }: ConfirmEmailChange,
): Promise<string> {
  return transaction(em, async (tx) => {
    const known = await findToken(tx, 'CHANGE_EMAIL', token);
    if (!known) throw tokenExpired();
    const { accountId, email } = known;
    const others = (await lockEmail(tx, email)).filter(({ id }) => id !== accountId);
    if (!(await useToken(tx, 'CHANGE_EMAIL', token))) throw tokenExpired();
    if (others.some(({ emailVerifiedAt }) => emailVerifiedAt != null)) throw new Refusal<UserCode>('EMAIL_TAKEN', ofAccounts.emailTaken);
    for (const other of others) other.loseEmail();
    // Before another account has the address.
    await tx.flush();

    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const old = knownEmail(account);
    account.changeEmail(email, new Date());
    await recordSecurityEvent(tx, { kind: 'EMAIL_CHANGED', accountId, client });
    await tellViewers(tx, 'EMAIL_CHANGED', [accountId, ...others.map(({ id }) => id)]);
    await endTokens(tx, accountId, TOKEN_PURPOSES);
    if (old !== email) await tellOldAddress(tx, requestEmail, account, old, email, 'CHANGED');
    await revokeAllSessions(tx, actor?.id === accountId ? { accountId, keptId: actor.sessionId } : { accountId });
    return accountId;
  });
}

export interface CancelEmailChange {
  readonly accountId: string;
  readonly by: { readonly id: string; readonly isAdmin: boolean };
}

/**
 * Ends what was mailed to the new address of somebody's own account, or for an administrator of any.
 * @throws NOT_FOUND where no change waits for its confirmation.
 */
export async function cancelEmailChange(em: EntityManager, { accountId, by }: CancelEmailChange): Promise<void> {
  await transaction(em, async (tx) => {
    const isTheirs = accountId === by.id || by.isAdmin;
    if (!isTheirs || (await endTokens(tx, accountId, ['CHANGE_EMAIL'])) === 0) throw new Refusal('NOT_FOUND', sentences.noChangeOfEmail);
    await tellViewers(tx, 'EMAIL_CHANGED', [accountId]);
  });
}

/** Null where nobody knows whether it is theirs. */
function knownEmail({ email, emailVerifiedAt }: Account): string | null {
  return emailVerifiedAt == null ? null : (email ?? null);
}

async function tellOldAddress(
  tx: EntityManager,
  requestEmail: RequestEmail,
  { id: recipientId, displayName, locale }: Account,
  to: string | null,
  newEmail: string,
  notice: 'REQUESTED' | 'CHANGED',
): Promise<void> {
  await requestEmail(tx, { template: 'email_change', to, recipientId, locale, variables: { displayName, newEmail, notice }, secrets: {} });
}
