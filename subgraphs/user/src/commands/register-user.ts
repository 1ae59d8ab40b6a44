import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { hashPassword } from '../credentials/password.ts';
import type { Tokens } from '../credentials/tokens.ts';
import { Account } from '../model/account.ts';
import { Profile, type ProfileKind } from '../model/profile.ts';
import { usernameFrom } from '../model/username.ts';
import { announceRegistered } from './announce-registered.ts';
import { claimEmail } from './claim-email.ts';
import { openSession } from './open-session.ts';
import type { SignedIn } from './signed-in.ts';
import { sentences } from '../sentences.ts';

export interface RegisterUser {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  /** Made from the display name where null. */
  readonly username: string | null;
  readonly locale: string;
  readonly kind: ProfileKind;
}

const MOST_TRIES = 5;

/** Makes an account with its profile, and signs it in. */
export async function registerUser(em: EntityManager, tokens: Tokens, { password, ...registration }: RegisterUser): Promise<SignedIn> {
  const passwordHash = await hashPassword(password);
  for (let tries = 1; ; tries++) {
    const username = registration.username ?? candidate(registration.displayName, tries);
    try {
      return await register(em, tokens, { ...registration, username, passwordHash });
    } catch (error) {
      if (!violates(error, 'account_username_unique')) throw error;
      if (registration.username !== null) throw new Refusal('ALREADY_EXISTS', sentences.usernameTaken, ['username']);
      if (tries === MOST_TRIES) throw error;
    }
  }
}

function candidate(displayName: string, tries: number): string {
  const base = usernameFrom(displayName);
  return tries === 1
    ? base
    : `${base}-${randomInt(36 ** 5)
        .toString(36)
        .padStart(5, '0')}`;
}

interface Register extends Omit<RegisterUser, 'password' | 'username'> {
  readonly username: string;
  readonly passwordHash: string;
}

async function register(em: EntityManager, tokens: Tokens, registration: Register): Promise<SignedIn> {
  return transaction(em, async (tx) => {
    await claimEmail(tx, registration.email);
    const now = new Date();
    const account = Account.register({ id: newId('usr'), ...registration }, now);
    const profile = Profile.of(account, { id: newId('prf'), kind: registration.kind, bio: null });
    tx.persist([account, profile]);
    const signedIn = await openSession(tx, tokens, account, now);
    await tx.flush();
    await announceRegistered(tx, account);
    return signedIn;
  });
}
