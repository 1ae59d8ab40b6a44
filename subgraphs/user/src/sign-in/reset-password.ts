import { query, transaction } from '@agora/platform/database/database';
import { UserPasswordChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { endTokens, findToken, issueToken, type LinkMeans } from '../accounts/commands/mailed-tokens.ts';
import { proveEmail, tokenExpired } from '../accounts/commands/verify-email.ts';
import type { RequestEmail } from '../accounts/request-email.ts';
import { noteSecurityChange } from '../sessions/commands/note-security-change.ts';
import type { Client } from '../sessions/model/session.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import { endChallenges } from '../two-factor/commands/end-challenges.ts';
import { accountOfEmail } from './account-of-email.ts';
import { hashPassword } from './password.ts';
import { announceChange } from '../accounts/viewer-feed.ts';

export interface RequestPasswordReset {
  readonly email: string;
  /** Language of the mail; the account's where null. */
  readonly locale: string | null;
  readonly client: Client;
}

/**
 * Mails a link that sets a new password to the account that an e-mail signs in to. Where there is none, as much is done, and
 * written, for nobody: neither the answer nor the time that it takes tells which it was.
 */
export async function requestPasswordReset(
  em: EntityManager,
  means: LinkMeans,
  { email, locale, client }: RequestPasswordReset,
): Promise<void> {
  await transaction(em, async (tx) => {
    const [known] = await accountOfEmail(tx, [email]);
    const { id: accountId, displayName, locale: own } = known ?? { id: null, displayName: '', locale: 'en' };
    const { token, expiresAt } = await issueToken(tx, means, 'RESET_PASSWORD', { accountId, email });
    await recordSecurityEvent(tx, { kind: 'PASSWORD_RESET_REQUESTED', accountId, client, email });
    await means.requestEmail(tx, {
      template: 'password_reset',
      to: known ? email : null,
      recipientId: accountId,
      locale: locale ?? own,
      variables: { displayName },
      secrets: { token },
      expiresAt,
    });
  });
}

/**
 * Sets a new password, and ends every session. Whoever had the mail has shown that the address is theirs; where nobody had yet, what was
 * linked to the account before goes too.
 * @throws TOKEN_EXPIRED where the token was used or has ended, or the account has another e-mail, or none, by now.
 */
export async function resetPassword(
  em: EntityManager,
  requestEmail: RequestEmail,
  { token, newPassword, client }: { token: string; newPassword: string; client: Client },
): Promise<void> {
  const known = await findToken(em, 'RESET_PASSWORD', token);
  if (!known) throw tokenExpired();
  const passwordHash = await hashPassword(newPassword);
  await transaction(em, async (tx) => {
    const { account, isNew } = await proveEmail(tx, { ...known, purpose: 'RESET_PASSWORD', token });
    account.changePassword(passwordHash);
    await endTokens(tx, account.id, ['RESET_PASSWORD']);
    await endChallenges(tx, account.id);
    await noteSecurityChange(tx, requestEmail, { account, change: 'PASSWORD_CHANGED', client });
    await announceChange(tx, 'SECURITY_CHANGED', UserPasswordChanged, { userId: account.id });
    await revokeAllSessions(tx, { accountId: account.id });
    if (isNew) await unlinkAll(tx, account.id);
  });
}

/** Who registered with an address of somebody else could come back by what they linked. */
async function unlinkAll(tx: EntityManager, accountId: string): Promise<void> {
  const unlinked = await query(tx, 'delete from identity where account_id = $1 returning id', [accountId]);
  for (let left = unlinked.length; left > 0; left--) await recordSecurityEvent(tx, { kind: 'IDENTITY_UNLINKED', accountId });
}
