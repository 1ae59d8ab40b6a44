import {
  corsOriginsSetting,
  type Environment,
  masterKeySetting,
  readSettings,
  settings as shared,
  SettingsError,
} from '@agora/platform/service/settings';
import * as z from 'zod';
import type { TokenPurpose } from './accounts/model/mailed-token.ts';
import { identityProviders } from './identities/provider-settings.ts';

const DAY_SECONDS = 24 * 3_600;

/** A time that something is good for, at most a week. */
function seconds(standard: number, least = 1) {
  return z.coerce
    .number()
    .int()
    .min(least)
    .max(7 * DAY_SECONDS)
    .default(standard);
}

/** What user alone reads from the environment; the key it shares with notification. */
export const settings = {
  AGORA_MASTER_KEY: masterKeySetting,
  ACCESS_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(DAY_SECONDS)
    .default(900)
    .describe('how long an access token is good for, in seconds (900)'),
  REFRESH_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650 * DAY_SECONDS)
    .default(30 * DAY_SECONDS)
    .describe('how long a refresh token is good for, in seconds: a session that is not used for so long ends (2592000)'),
  SIGN_IN_CHALLENGE_SECONDS: seconds(600).describe('how long a sign-in waits for the second factor, in seconds (600)'),
  TWO_FACTOR_SETUP_SECONDS: seconds(900).describe('how long a new authenticator app waits for its first code, in seconds (900)'),
  EMAIL_VERIFICATION_SECONDS: seconds(DAY_SECONDS, 3_600).describe(
    'how long a link verifies an address, in seconds; at least the hour in which mails of it are counted (86400)',
  ),
  PASSWORD_RESET_SECONDS: seconds(3_600).describe('how long a link sets a new password, in seconds (3600)'),
  EMAIL_CHANGE_SECONDS: seconds(3_600).describe('how long a link changes an address, in seconds (3600)'),
  CORS_ORIGINS: corsOriginsSetting,
  PLACES_DATABASE: z
    .string()
    .optional()
    .describe('a file of cities or countries by network address, in the format of MaxMind (.mmdb), for the places of devices (none)'),
  IDENTITY_PROVIDERS: identityProviders
    .optional()
    .describe(
      'companies that people may sign in with (OpenID Connect), as JSON: [{ "id", "name", "issuer", "clientId", "clientSecret", "iconUrl" }] (none)',
    ),
};

/** How long what is given out is good for, in milliseconds. */
export interface Lifetimes {
  readonly challenge: number;
  readonly twoFactorSetup: number;
  /** Of a link that was mailed. */
  readonly link: Readonly<Record<TokenPurpose, number>>;
}

export function readUserConfig(env: Environment) {
  const {
    AGORA_MASTER_KEY: masterKey,
    ACCESS_TOKEN_SECONDS: accessTokenSeconds,
    REFRESH_TOKEN_SECONDS: refreshTokenSeconds,
    IDENTITY_PROVIDERS: identityProviders = [],
    CORS_ORIGINS: origins,
    PLACES_DATABASE: placesFile,
    NODE_ENV: nodeEnv,
    ...given
  } = readSettings({ ...settings, CORS_ORIGINS: settings.CORS_ORIGINS.optional(), NODE_ENV: shared.NODE_ENV.optional() }, env);
  if (refreshTokenSeconds < accessTokenSeconds) throw new SettingsError(['REFRESH_TOKEN_SECONDS: must be at least ACCESS_TOKEN_SECONDS.']);
  const lifetimes: Lifetimes = {
    challenge: given.SIGN_IN_CHALLENGE_SECONDS * 1_000,
    twoFactorSetup: given.TWO_FACTOR_SETUP_SECONDS * 1_000,
    link: {
      VERIFY_EMAIL: given.EMAIL_VERIFICATION_SECONDS * 1_000,
      RESET_PASSWORD: given.PASSWORD_RESET_SECONDS * 1_000,
      CHANGE_EMAIL: given.EMAIL_CHANGE_SECONDS * 1_000,
    },
  };
  const returnTo = { origins: origins?.split(',') ?? [], isLocalAllowed: nodeEnv !== 'production' };
  return { masterKey, accessTokenSeconds, refreshTokenSeconds, lifetimes, identityProviders, returnTo, placesFile };
}
