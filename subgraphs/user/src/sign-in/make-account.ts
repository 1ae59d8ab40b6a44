import { randomInt } from 'node:crypto';
import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceRegistered } from '../accounts/commands/announce-registered.ts';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { claimEmail } from '../accounts/commands/claim-email.ts';
import { Account, type Registration } from '../accounts/model/account.ts';
import { usernameFrom } from '../accounts/model/username.ts';
import { sentences } from '../accounts/sentences.ts';
import type { UserCode } from '../codes.ts';
import { announceProfileCreated } from '../profiles/commands/announce-profile.ts';
import { Profile, type ProfileKind } from '../profiles/model/profile.ts';
import type { Client } from '../sessions/model/session.ts';

export interface MakeAccount extends Omit<Registration, 'id' | 'username'> {
  /** Made from the display name where null. */
  readonly username: string | null;
  readonly kind: ProfileKind;
  readonly client: Client;
}

/** What belongs to the registration, in the transaction that makes the account. */
export type Completion<T> = (tx: EntityManager, account: Account, now: Date) => Promise<T>;

const MAX_TRIES = 5;

/**
 * Makes an account with its profile, which waits for its e-mail.
 * @throws EMAIL_TAKEN, and USERNAME_TAKEN where the username was given.
 */
export async function makeAccount<T>(em: EntityManager, asked: MakeAccount, complete: Completion<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const username = asked.username ?? candidate(asked.displayName, tries);
    try {
      return await make(em, { ...asked, username }, complete);
    } catch (error) {
      if (!violates(error, 'account_username_unique')) throw error;
      if (asked.username !== null) throw new Refusal<UserCode>('USERNAME_TAKEN', sentences.usernameTaken, ['username']);
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

async function make<T>(em: EntityManager, asked: MakeAccount & { username: string }, complete: Completion<T>): Promise<T> {
  return transaction(em, async (tx) => {
    await claimEmail(tx, asked.email);
    const now = new Date();
    const account = Account.register({ ...asked, id: newId('usr') }, now);
    const profile = Profile.of(account, { id: newId('prf'), kind: asked.kind, bio: null });
    tx.persist([account, profile]);
    await tx.flush();
    await announceRegistered(tx, account);
    await announceProfileCreated(tx, profile);
    await recordSecurityEvent(tx, { kind: 'REGISTERED', accountId: account.id, client: asked.client });
    return complete(tx, account, now);
  });
}
