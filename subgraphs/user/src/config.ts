import { type Environment, masterKeySetting, readSettings, SettingsError } from '@agora/platform/service/settings';
import * as z from 'zod';

const DAY_SECONDS = 24 * 3_600;

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
};

export function readUserConfig(env: Environment) {
  const {
    AGORA_MASTER_KEY: masterKey,
    ACCESS_TOKEN_SECONDS: accessTokenSeconds,
    REFRESH_TOKEN_SECONDS: refreshTokenSeconds,
  } = readSettings(settings, env);
  if (refreshTokenSeconds < accessTokenSeconds) throw new SettingsError(['REFRESH_TOKEN_SECONDS: must be at least ACCESS_TOKEN_SECONDS.']);
  return { masterKey, accessTokenSeconds, refreshTokenSeconds };
}
