import { randomInt } from 'node:crypto';
import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { announceRegistered } from '../accounts/commands/announce-registered.ts';
import { claimEmail } from '../accounts/commands/claim-email.ts';
import { issueToken, type LinkMeans } from '../accounts/commands/mailed-tokens.ts';
import { fullSince } from '../accounts/commands/verifications-to.ts';
import { Account } from '../accounts/model/account.ts';
import { usernameFrom } from '../accounts/model/username.ts';
import { sentences } from '../accounts/sentences.ts';
import type { UserCode } from '../codes.ts';
import { Profile, type ProfileKind } from '../profiles/model/profile.ts';
import { noteDevice } from '../sessions/commands/note-device.ts';
import { openSession } from '../sessions/commands/open-session.ts';
import type { Client, Transport } from '../sessions/model/session.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import type { Tokens } from '../sessions/tokens/tokens.ts';
import { hashPassword } from './password.ts';

export interface RegisterUser {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  /** Made from the display name where null. */
  readonly username: string | null;
  readonly locale: string;
  readonly currencyCode: string;
  readonly timeZone: string;
  readonly kind: ProfileKind;
  readonly transport: Transport;
  readonly client: Client;
}

const MAX_TRIES = 5;

/** What a registration needs beside the database. */
export interface RegisterMeans extends LinkMeans {
  readonly tokens: Tokens;
}

/**
 * Makes an account with its profile, signs it in, and mails a link that proves the e-mail.
 * @throws EMAIL_TAKEN, and USERNAME_TAKEN where the username was given.
 */
export async function registerUser(
  em: EntityManager,
  means: RegisterMeans,
  { password, ...registration }: RegisterUser,
): Promise<SignedIn> {
  const passwordHash = await hashPassword(password);
  for (let tries = 1; ; tries++) {
    const username = registration.username ?? candidate(registration.displayName, tries);
    try {
      return await register(em, means, { ...registration, username, passwordHash });
    } catch (error) {
      if (!violates(error, 'account_username_unique')) throw error;
      if (registration.username !== null) throw new Refusal<UserCode>('USERNAME_TAKEN', sentences.usernameTaken, ['username']);
      if (tries === MAX_TRIES) throw error;
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

async function register(em: EntityManager, means: RegisterMeans, registration: Register): Promise<SignedIn> {
  const { tokens, requestEmail } = means;
  return transaction(em, async (tx) => {
    await claimEmail(tx, registration.email);
    const now = new Date();
    const account = Account.register({ id: newId('usr'), ...registration }, now);
    const profile = Profile.of(account, { id: newId('prf'), kind: registration.kind, bio: null });
    tx.persist([account, profile]);
    const { transport, client } = registration;
    const signedIn = await openSession(tx, tokens, { account, method: 'REGISTRATION', transport, client }, now);
    await tx.flush();
    await announceRegistered(tx, account);
    await recordSecurityEvent(tx, { kind: 'REGISTERED', accountId: account.id, client });
    await noteDevice(tx, requestEmail, { account, client, now });
    const { id: accountId, displayName, locale } = account;
    const { email } = registration;
    // Whoever gets no link may ask for one later; nobody is kept from registering by who used up what an address gets.
    if (await fullSince(tx, email)) return signedIn;
    const { token, expiresAt } = await issueToken(tx, means, 'VERIFY_EMAIL', { accountId, email });
    const mail = { to: email, recipientId: accountId, locale, variables: { displayName }, secrets: { token }, expiresAt };
    await requestEmail(tx, { ...mail, template: 'welcome' });
    return signedIn;
  });
}
