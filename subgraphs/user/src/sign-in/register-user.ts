import { addressKey } from '@agora/platform/budgets/address-key';
import type { EntityManager } from '@mikro-orm/postgresql';
import { issueToken, type LinkMeans } from '../accounts/commands/mailed-tokens.ts';
import { fullSince } from '../accounts/commands/verifications-to.ts';
import type { Account } from '../accounts/model/account.ts';
import { type DeviceMeans, noteDevice } from '../sessions/commands/note-device.ts';
import { openSession } from '../sessions/commands/open-session.ts';
import type { Client, Transport } from '../sessions/model/session.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import type { Tokens } from '../sessions/tokens/tokens.ts';
import { type MakeAccount, makeAccount } from './make-account.ts';
import { hashPassword } from './password.ts';

export interface RegisterUser extends Omit<MakeAccount, 'passwordHash'> {
  readonly password: string;
  readonly transport: Transport;
}

/** What a registration needs beside the database. */
export interface RegisterMeans extends LinkMeans, DeviceMeans {
  readonly tokens: Tokens;
}

/**
 * Makes an account with its profile, signs it in, and mails a link that proves the e-mail.
 * @throws EMAIL_TAKEN, and USERNAME_TAKEN where the username was given.
 */
export async function registerUser(
  em: EntityManager,
  means: RegisterMeans,
  { password, transport, client, ...asked }: RegisterUser,
): Promise<SignedIn> {
  const passwordHash = await hashPassword(password);
  return makeAccount(em, { ...asked, client, passwordHash }, async (tx, account, now) => {
    await welcome(tx, means, account, { email: asked.email, client });
    await noteDevice(tx, means, { account, client, now });
    return openSession(tx, means.tokens, { account, method: 'REGISTRATION', transport, client }, now);
  });
}

/** Mails the link that proves the e-mail of a new account. Whoever gets none, as an address had its links, may ask for one later. */
export async function welcome(
  tx: EntityManager,
  means: LinkMeans,
  account: Account,
  { email, client }: { email: string; client: Client },
): Promise<void> {
  const network = addressKey(client.ip);
  // Nobody is kept from registering by who used up what an address gets.
  if (await fullSince(tx, { email, network })) return;
  const { id: accountId, displayName, locale } = account;
  const { token, expiresAt } = await issueToken(tx, means, 'VERIFY_EMAIL', { accountId, email, askedFrom: network });
  const mail = { to: email, recipientId: accountId, locale, variables: { displayName }, secrets: { token }, expiresAt };
  await means.requestEmail(tx, { ...mail, template: 'welcome' });
}
