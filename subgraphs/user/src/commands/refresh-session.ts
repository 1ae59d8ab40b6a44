import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database';
import { Refusal } from '@agora/platform/errors';
import type { RefreshToken } from '../credentials/refresh-tokens.ts';
import { Session } from '../model/session.ts';
import type { SignedIn } from './signed-in.ts';

/** Spends a refresh token. One that was spent before ends its session. */
export async function refreshSession(em: EntityManager, { sessionId, generation }: RefreshToken): Promise<SignedIn> {
  const refreshed = await transaction(em, async (tx) => {
    const session = await tx.findOne(Session, sessionId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session?.refresh(generation, new Date())) return null;
    return { userId: session.account.id, session: { id: session.id, generation: session.generation } };
  });
  // Thrown only now, so that the end of a session whose token was copied is committed.
  if (!refreshed) throw sessionOver();
  return refreshed;
}

export function sessionOver(): Refusal {
  return new Refusal('TOKEN_EXPIRED', 'This session has ended; sign in again.', ['refreshToken']);
}
