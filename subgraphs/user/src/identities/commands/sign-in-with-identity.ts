import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { lockEmail } from '../../accounts/commands/lock-email.ts';
import { giveEmail } from '../../accounts/commands/verify-email.ts';
import { Account } from '../../accounts/model/account.ts';
import { STANDARD_PREFERENCES } from '../../accounts/model/preferences.ts';
import type { UserCode } from '../../codes.ts';
import type { Client, Transport } from '../../sessions/model/session.ts';
import { sentences as ofSessions } from '../../sessions/sentences.ts';
import type { Challenged, SignedIn } from '../../sessions/signed-in.ts';
import { makeAccount } from '../../sign-in/make-account.ts';
import { type RegisterMeans, welcome } from '../../sign-in/register-user.ts';
import { admit, signIn, type SignInMeans } from '../../two-factor/commands/admit.ts';
import { Identity } from '../model/identity.ts';
import type { ProviderSetting } from '../provider-settings.ts';
import type { Vouched } from '../providers.ts';
import { sentences } from '../sentences.ts';

export interface SignInWithIdentity {
  readonly provider: ProviderSetting;
  readonly vouched: Vouched;
  /** Of a new account. */
  readonly locale: string;
  readonly displayName: string;
  readonly transport: Transport;
  readonly client: Client;
}

export type Means = RegisterMeans &
  SignInMeans & {
    /** Is called before an account is made. */
    readonly mayRegister: () => void;
  };

/**
 * Signs in the account to which a provider's person is linked, or asks for its second factor, and makes one for who has none. Never the account that has the same
 * e-mail: who can have a provider say it is not always whose it is here.
 * @throws ACCOUNT_SUSPENDED; EMAIL_TAKEN where an account has proved the e-mail; PROVIDER_FAILED where a new account would have none.
 */
export async function signInWithIdentity(em: EntityManager, means: Means, asked: SignInWithIdentity): Promise<SignedIn | Challenged> {
  const known = await signInKnown(em, means, asked);
  if (known) return known;
  means.mayRegister();
  try {
    return await register(em, means, asked);
  } catch (error) {
    const isTaken = error instanceof Refusal && error.code === 'EMAIL_TAKEN';
    // Their other tab may have been first.
    const again = isTaken || violates(error, 'identity_issuer_subject_unique') ? await signInKnown(em.fork(), means, asked) : null;
    if (again) return again;
    throw isTaken ? new Refusal<UserCode>('EMAIL_TAKEN', sentences.emailTaken(asked.provider.name)) : error;
  }
}

async function signInKnown(
  em: EntityManager,
  means: Means,
  { vouched: { issuer, subject, email }, transport, client }: SignInWithIdentity,
): Promise<SignedIn | Challenged | null> {
  return transaction(em, async (tx) => {
    const identity = await tx.findOne(Identity, { issuer, subject }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!identity) return null;
    const account = await tx.findOneOrFail(Account, identity.account.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.isSuspended) throw new Refusal<UserCode>('ACCOUNT_SUSPENDED', ofSessions.suspended(account.suspensionReason ?? ''));
    const now = new Date();
    identity.use(email, now);
    return admit(tx, means, { account, method: 'PROVIDER', providerIssuer: issuer, transport, client, now });
  });
}

async function register(
  em: EntityManager,
  means: Means,
  { provider, vouched, locale, displayName, transport, client }: SignInWithIdentity,
): Promise<SignedIn> {
  const { issuer, subject, email, isEmailVerified } = vouched;
  if (email === null) throw new Refusal<UserCode>('PROVIDER_FAILED', sentences.noEmailGiven(provider.name));
  const { currencyCode, timeZone } = STANDARD_PREFERENCES;
  const asked = {
    client,
    email,
    passwordHash: null,
    username: null,
    displayName,
    locale,
    currencyCode,
    timeZone,
    kind: 'CONSUMER',
  } as const;
  return makeAccount(em, asked, async (tx, account, now) => {
    const identity = Identity.link({ id: newId('idn'), account, issuer, subject, email }, now);
    identity.use(email, now);
    tx.persist(identity);
    if (isEmailVerified) await giveEmail(tx, account, await lockEmail(tx, email));
    else await welcome(tx, means, account, { email, client });
    const signedIn = await signIn(tx, means, { account, method: 'PROVIDER', providerIssuer: issuer, transport, client, now });
    return { ...signedIn, isNewAccount: true };
  });
}
