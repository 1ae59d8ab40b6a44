import { type Environment, readSettings, SettingsError } from '@agora/platform/service/settings';
import * as z from 'zod';

/** What catalog alone reads from the environment. */
export const settings = {
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:4000')
    .describe('address at which browsers and programs reach the door, with which links to files begin; required in production'),
  MEDIA_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder that keeps uploaded files; all replicas of catalog need the same one (media in AGORA_DATA)'),
  MEDIA_UNUSED_HOURS: z.coerce
    .number()
    .positive()
    .max(8_760)
    .default(24)
    .describe('how long an uploaded file is kept that is used nowhere, in hours (24)'),
};

export type MediaConfig = ReturnType<typeof readMediaConfig>;

export function readMediaConfig(env: Environment) {
  const read = readSettings(settings, env);
  if (env['NODE_ENV'] === 'production' && !env['PUBLIC_URL'])
    throw new SettingsError(['PUBLIC_URL is not set, and with NODE_ENV=production links to files lead somewhere.']);
  if (read.MEDIA_FOLDER === undefined) throw new SettingsError(['MEDIA_FOLDER is not set; it names a folder that keeps uploaded files.']);
  return { publicUrl: read.PUBLIC_URL, folder: read.MEDIA_FOLDER, unusedMs: read.MEDIA_UNUSED_HOURS * 3_600_000 };
}
