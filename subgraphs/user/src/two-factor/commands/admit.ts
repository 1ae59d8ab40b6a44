import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import type { Account } from '../../accounts/model/account.ts';
import type { Lifetimes } from '../../config.ts';
import { type DeviceMeans, noteDevice } from '../../sessions/commands/note-device.ts';
import { openSession } from '../../sessions/commands/open-session.ts';
import type { Client, SignInMethod, Transport } from '../../sessions/model/session.ts';
import type { Challenged, SignedIn } from '../../sessions/signed-in.ts';
import type { Tokens } from '../../sessions/tokens/tokens.ts';
import { newChallengeToken } from '../challenge-token.ts';
import { SignInChallenge } from '../model/sign-in-challenge.ts';

/** What a sign-in needs beside the database. */
export interface SignInMeans extends DeviceMeans {
  readonly tokens: Tokens;
  readonly lifetimes: Pick<Lifetimes, 'challenge'>;
}

export interface Admitted {
  readonly account: Account;
  readonly method: SignInMethod;
  /** Who vouches, where the method is PROVIDER. */
  readonly providerIssuer?: string | undefined;
  readonly transport: Transport;
  readonly client: Client;
  readonly now: Date;
}

/**
 * Lets somebody in who has given the first factor: begins a session, or asks for the second factor where the account has one. The
 * account must be locked, so that it cannot get one meanwhile.
 */
export async function admit(tx: EntityManager, means: SignInMeans, admitted: Admitted): Promise<SignedIn | Challenged> {
  return admitted.account.hasTwoFactor ? challenge(tx, means, admitted) : signIn(tx, means, admitted);
}

/** Begins the session of somebody who has given all that the account asks for. */
export async function signIn(
  tx: EntityManager,
  means: SignInMeans,
  { account, method, providerIssuer, transport, client, now }: Admitted,
): Promise<SignedIn> {
  const isSuspicious = await noteDevice(tx, means, { account, client, now });
  await recordSecurityEvent(tx, { kind: 'SIGNED_IN', accountId: account.id, client, isSuspicious });
  return openSession(tx, means.tokens, { account, method, providerIssuer, transport, client }, now);
}

async function challenge(
  tx: EntityManager,
  { lifetimes }: SignInMeans,
  { account, method, providerIssuer, transport, now }: Admitted,
): Promise<Challenged> {
  const { token, hash } = newChallengeToken();
  const challenge = SignInChallenge.of({
    hash,
    account,
    method,
    providerIssuer,
    transport,
    expiresAt: new Date(now.getTime() + lifetimes.challenge),
  });
  tx.persist(challenge);
  const codes = await query(tx, 'select from recovery_code where account_id = $1 limit 1', [account.id]);
  const { attemptsLeft, expiresAt } = challenge;
  const methods = codes.length > 0 ? (['TOTP', 'RECOVERY_CODE'] as const) : (['TOTP'] as const);
  return { challenge: { token, methods, attemptsLeft, expiresAt: expiresAt.toISOString() } };
}
