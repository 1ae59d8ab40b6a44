import { createHash } from 'node:crypto';
import { addressKey } from '@agora/platform/budgets/address-key';
import type { Budgets } from '@agora/platform/budgets/budgets';

/** What may be tried how often; what is too much is refused with RATE_LIMITED. */
export interface RateLimits {
  /** `account`: its e-mail where somebody signs in, else the session in which a password is tried. */
  signIn(attempt: { readonly ip: string; readonly account: string }): void;
  registration(attempt: { readonly ip: string }): void;
  /** `device`: a digest of one that the account was signed in on before, or the session that sets one up; null for all others. */
  secondFactor(attempt: { readonly account: string; readonly device: string | null }): void;
  /** A link that sets a new password, to an address that anybody may name. */
  passwordReset(attempt: { readonly ip: string; readonly email: string }): void;
  /** A way to a provider, or back. */
  provider(attempt: { readonly ip: string }): void;
  emailChange(attempt: { readonly account: string; readonly email: string }): void;
  verificationRequest(attempt: { readonly account: string }): void;
}

/**
 * An address has half an account's rate, so that one that guesses for ever cannot keep the account's owner out. All addresses
 * together try a password of one account 8,660 times a day, the worst passwords of 10 characters in years.
 */
const SIGN_INS_OF_ACCOUNT = { capacity: 20, refillPerSecond: 1 / 10, what: 'sign-ins to this account' };
const SIGN_INS_OF_ACCOUNT_FROM_ADDRESS = { capacity: 10, refillPerSecond: 1 / 20, what: 'sign-ins to this account' };

/** An office comes in at once; a list of stolen passwords is tried at one a second. */
const SIGN_INS_FROM_ADDRESS = { capacity: 100, refillPerSecond: 1, what: 'sign-ins' };

/** A class registers at once; each costs 20 ms of a core and rows that stay. */
const REGISTRATIONS_FROM_ADDRESS = { capacity: 30, refillPerSecond: 1 / 30, what: 'registrations' };

/**
 * Three of a million codes are right at any time, so that whoever has the password guesses one in years. Strangers share an allowance, and
 * each device that the account was signed in on has its own: who guesses cannot keep the owner out.
 */
const SECOND_FACTORS_OF_ACCOUNT = { capacity: 10, refillPerSecond: 1 / 300, what: 'codes for this account' };

/** Nobody's letter box is filled from here. Who has used them up for somebody else has had good links mailed to them. */
const PASSWORD_RESETS_OF_EMAIL = { capacity: 5, refillPerSecond: 5 / 3_600, what: 'links to this address' };
const PASSWORD_RESETS_FROM_ADDRESS = { capacity: 30, refillPerSecond: 1 / 30, what: 'links' };

/** Twice as often to one address: many accounts of one person do not fill anybody's letter box. */
const EMAIL_CHANGES_OF_ACCOUNT = { capacity: 5, refillPerSecond: 5 / 3_600, what: 'changes of the address' };
const EMAIL_CHANGES_TO_EMAIL = { capacity: 10, refillPerSecond: 10 / 3_600, what: 'changes to this address' };

/** Each is a row that stays, and work for a person. */
const VERIFICATION_REQUESTS_OF_ACCOUNT = { capacity: 10, refillPerSecond: 10 / 86_400, what: 'requests to be verified' };

/** An office comes in at once; each may ask a company outside, whose answer is waited for. */
const PROVIDERS_FROM_ADDRESS = { capacity: 100, refillPerSecond: 1, what: 'sign-ins with a provider' };

export function createRateLimits(budgets: Budgets): RateLimits {
  const signInsFromAddress = budgets.budget('sign-in-address', SIGN_INS_FROM_ADDRESS);
  const signInsOfPair = budgets.budget('sign-in-account-address', SIGN_INS_OF_ACCOUNT_FROM_ADDRESS);
  const signInsOfAccount = budgets.budget('sign-in-account', SIGN_INS_OF_ACCOUNT);
  const registrations = budgets.budget('registration', REGISTRATIONS_FROM_ADDRESS);
  const secondFactors = budgets.budget('second-factor', SECOND_FACTORS_OF_ACCOUNT);
  const resetsFromAddress = budgets.budget('password-reset-address', PASSWORD_RESETS_FROM_ADDRESS);
  const resetsOfEmail = budgets.budget('password-reset-email', PASSWORD_RESETS_OF_EMAIL);
  const emailChangesOfAccount = budgets.budget('email-change-account', EMAIL_CHANGES_OF_ACCOUNT);
  const emailChangesToEmail = budgets.budget('email-change-email', EMAIL_CHANGES_TO_EMAIL);
  const verificationRequests = budgets.budget('verification-request', VERIFICATION_REQUESTS_OF_ACCOUNT);
  const providersFromAddress = budgets.budget('provider-address', PROVIDERS_FROM_ADDRESS);
  return {
    provider: ({ ip }) => void providersFromAddress.spend(addressKey(ip)),
    signIn({ ip, account: given }) {
      const [address, account] = [addressKey(ip), accountKey(given)];
      signInsFromAddress.spend(address);
      signInsOfPair.spend(`${account}@${address}`);
      signInsOfAccount.spend(account);
    },
    secondFactor: ({ account, device }) => void secondFactors.spend(`${account}@${device ?? 'strangers'}`),
    passwordReset({ ip, email }) {
      resetsFromAddress.spend(addressKey(ip));
      resetsOfEmail.spend(accountKey(email));
    },
    emailChange({ account, email }) {
      emailChangesOfAccount.spend(account);
      emailChangesToEmail.spend(accountKey(email));
    },
    verificationRequest: ({ account }) => void verificationRequests.spend(account),
    registration: ({ ip }) => void registrations.spend(addressKey(ip)),
  };
}

/** Keys may lie in Redis, where no e-mail address should. */
function accountKey(account: string): string {
  return createHash('sha256').update(account).digest('base64url');
}
