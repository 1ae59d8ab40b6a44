import { type Environment, masterKeySetting, readSettings, SettingsError } from '@agora/platform/service/settings';
import * as z from 'zod';

const seconds = z.coerce.number().positive();

/** What notification alone reads from the environment; the key it shares with whoever asks for mails. */
export const settings = {
  AGORA_MASTER_KEY: masterKeySetting,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must be a URL like smtp://user:password@host:587 or smtps://host')
    .optional()
    .describe('mail server that takes mails; required in production'),
  MAIL_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder that keeps mails as files where SMTP_URL is unset, shown at /mail (mail in AGORA_DATA); refused in production'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must be an address like Agora <no-reply@agora.example>')
    .default('Agora <no-reply@agora.example>')
    .describe('who mails are from; required in production (Agora <no-reply@agora.example>)'),
  MAIL_RETRY_SECONDS: seconds
    .max(86_400)
    .default(60)
    .describe(
      'how long a mail that was not sent waits for its second attempt, in seconds; three times as long for each further one, of eight (60)',
    ),
  MAIL_TIMEOUT_SECONDS: seconds.max(3_600).default(60).describe('how long the mail server may take for one mail, in seconds (60)'),
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:4000')
    .describe(
      'address of the application that people use, to which the links in mails lead; required in production (the address of the door)',
    ),
};

export type MailConfig = ReturnType<typeof readMailConfig>;

const REQUIRED_IN_PRODUCTION = [
  ['SMTP_URL', 'and mails are not kept in a folder with NODE_ENV=production'],
  ['MAIL_FROM', 'and with NODE_ENV=production mails are from somebody who exists'],
  ['APP_URL', 'and with NODE_ENV=production links in mails lead somewhere'],
] as const;

export function readMailConfig(env: Environment) {
  const read = readSettings(settings, env);
  const { SMTP_URL: smtpUrl, MAIL_FOLDER: folder } = read;
  const missing = env['NODE_ENV'] === 'production' ? REQUIRED_IN_PRODUCTION.filter(([name]) => !env[name] && !env[`${name}_FILE`]) : [];
  if (missing.length > 0) throw new SettingsError(missing.map(([name, why]) => `${name} is not set, ${why}.`));
  if (smtpUrl === undefined && folder === undefined)
    throw new SettingsError(['SMTP_URL is not set; without a mail server, MAIL_FOLDER names a folder that keeps mails.']);
  return {
    masterKey: read.AGORA_MASTER_KEY,
    smtpUrl,
    /** Null where a mail server takes them. */
    folder: smtpUrl === undefined ? (folder ?? null) : null,
    from: read.MAIL_FROM,
    firstWaitMs: read.MAIL_RETRY_SECONDS * 1_000,
    timeoutMs: read.MAIL_TIMEOUT_SECONDS * 1_000,
    appUrl: read.APP_URL,
  };
}
