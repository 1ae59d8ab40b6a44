import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Begun, Session } from '../model/session.ts';
import type { SignedIn } from '../signed-in.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { issueTokens } from './issue-tokens.ts';

/** Begins a session in the transaction `tx` is in, which has locked the account for a change. */
export async function openSession(tx: EntityManager, tokens: Tokens, begun: Omit<Begun, 'id'>, now: Date): Promise<SignedIn> {
  const session = Session.begin({ ...begun, id: newId('ses') }, now, tokens.sessionLifetimeMs);
  begun.account.signIn(now);
  tx.persist(session);
  return issueTokens(tokens, session, begun.account);
}
