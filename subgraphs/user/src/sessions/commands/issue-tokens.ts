import type { Account } from '../../accounts/model/account.ts';
import type { Session } from '../model/session.ts';
import type { SignedIn } from '../signed-in.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** The pair that a session has from now on, with the roles that its account has now. */
export async function issueTokens(tokens: Tokens, session: Session, { id: userId, roles }: Account): Promise<SignedIn> {
  return { userId, session: await tokens.issue(session, { userId, roles, authenticatedAt: session.authenticatedAt }) };
}
