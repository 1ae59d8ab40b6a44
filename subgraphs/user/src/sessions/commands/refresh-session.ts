import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { Account } from '../../accounts/model/account.ts';
import type { UserCode } from '../../codes.ts';
import { type Client, Session, type Transport } from '../model/session.ts';
import { sentences } from '../sentences.ts';
import type { SignedIn } from '../signed-in.ts';
import type { RefreshToken } from '../tokens/refresh-tokens.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { issueTokens } from './issue-tokens.ts';

/**
 * Exchanges a refresh token for the next pair. For 30 s, while nobody used that pair, the same token gets the same pair
 * again; one that comes back later ends its session.
 * @throws TOKEN_EXPIRED for a token that is not ours, was spent, came another way than those of its session travel, or is of a session that
 * has ended.
 */
export async function refreshSession(
  em: EntityManager,
  tokens: Tokens,
  { refreshToken, transport, client }: { refreshToken: string; transport: Transport; client: Client },
): Promise<SignedIn> {
  const spent = tokens.readRefreshToken(refreshToken);
  const refreshed = spent && (await transaction(em, (tx) => exchange(tx, tokens, { ...spent, text: refreshToken, transport, client })));
  // Thrown only now, so that the end of a session whose token was copied is committed.
  if (!refreshed) throw new Refusal<UserCode>('TOKEN_EXPIRED', sentences.sessionEnded, ['refreshToken']);
  return refreshed;
}

interface Spent extends RefreshToken {
  readonly text: string;
  readonly transport: Transport;
  readonly client: Client;
}

async function exchange(tx: EntityManager, tokens: Tokens, spent: Spent): Promise<SignedIn | null> {
  const session = await tx.findOne(Session, spent.sessionId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (session?.transport !== spent.transport) return null;
  const now = new Date();
  const wasOver = session.isOver(now);
  const outcome = session.exchange(spent.generation, spent.client, now, tokens.sessionLifetimeMs);
  if (outcome === 'REFUSED') {
    const reused = { kind: 'REFRESH_TOKEN_REUSED', accountId: session.account.id, client: spent.client, isSuspicious: true } as const;
    if (!wasOver) await recordSecurityEvent(tx, reused);
    return null;
  }
  if (outcome === 'REPEATED') {
    const { account, sealedAccess } = session;
    return sealedAccess ? { userId: account.id, session: tokens.openAccess(spent.text, sealedAccess, session) } : null;
  }
  const issued = await issueTokens(tokens, session, await tx.findOneOrFail(Account, session.account.id));
  session.sealedAccess = tokens.sealAccess(spent.text, issued.session);
  return issued;
}
