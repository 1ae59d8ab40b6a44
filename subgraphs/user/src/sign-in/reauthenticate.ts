import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';
import { issueTokens } from '../sessions/commands/issue-tokens.ts';
import { type Client, Session } from '../sessions/model/session.ts';
import { sentences as ofSessions } from '../sessions/sentences.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import type { Tokens } from '../sessions/tokens/tokens.ts';
import { attempt } from '../two-factor/commands/attempt.ts';
import { codeInvalid } from '../two-factor/commands/code-invalid.ts';
import { type SecondFactor, type SecondFactorMeans, useSecondFactor } from '../two-factor/commands/use-second-factor.ts';
import { hashOfOwnPassword, wrongPassword } from './own-password.ts';

export interface Reauthenticate {
  readonly accountId: string;
  readonly sessionId: string;
  readonly password: string;
  /** Whether the answer can set cookies. */
  readonly mayBeCookies: boolean;
  /** Of the second factor; null where none was given. */
  readonly answer: SecondFactor | null;
  readonly client: Client;
}

/**
 * Gives the session tokens that say that it has proved just now who is there.
 * @throws INVALID_CREDENTIALS for another password; CODE_INVALID for a wrong code, or none, where there is a second factor; INVALID where
 * the tokens travel in cookies, and the answer can set none; UNAUTHENTICATED where the session has ended meanwhile.
 */
export async function reauthenticate(
  em: EntityManager,
  means: SecondFactorMeans & { readonly tokens: Tokens },
  { accountId, sessionId, password, answer, mayBeCookies, client }: Reauthenticate,
): Promise<SignedIn> {
  const passwordHash = await hashOfOwnPassword(em, { accountId, password, field: 'password', client });
  return attempt(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_READ });
    const session = await tx.findOne(Session, { id: sessionId, account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.passwordHash !== passwordHash) throw wrongPassword('password');
    if (session?.transport === 'COOKIE' && !mayBeCookies) throw new Refusal('INVALID', ofSessions.noCookiesHere);
    if (account.hasTwoFactor) {
      if (answer === null) return codeInvalid('MISSING');
      if (!(await useSecondFactor(tx, means, { account, answer, client }))) return codeInvalid();
    }
    const isAlive = session?.reauthenticate(client, new Date(), means.tokens.sessionLifetimeMs);
    if (!session || !isAlive) throw new Refusal('UNAUTHENTICATED', 'This session has ended. Sign in again.');
    return issueTokens(means.tokens, session, account);
  });
}
