import { DAY_MS, HOUR_MS } from '@agora/platform/durations';
import { cacheSettings } from '@agora/platform/caching/settings';
import { type Environment, readSettings, SettingsError } from '@agora/platform/service/settings';
import * as z from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });

const days = (count: number) => z.coerce.number().positive().max(3_650).default(count);

/** What catalog alone reads from the environment. */
export const settings = {
  PUBLIC_URL: webAddress
    .default('http://localhost:4000')
    .describe(
      'address at which browsers and programs reach the door, with which links to files begin; required in production (the address of the door)',
    ),
  MEDIA_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder that keeps uploaded files where S3_BUCKET is unset; all replicas of catalog need the same one (media in AGORA_DATA)'),
  MEDIA_UNUSED_HOURS: z.coerce
    .number()
    .positive()
    .max(8_760)
    .default(24)
    .describe('how long an uploaded file is kept that is used nowhere, in hours (24)'),
  MEDIA_STALL_SECONDS: z.coerce
    .number()
    .positive()
    .max(3_600)
    .default(30)
    .describe('how long an upload through the door may bring less than 8 kB a second before it is ended, in seconds (30)'),
  MEDIA_MB_PER_OWNER: z.coerce
    .number()
    .positive()
    .default(20_000)
    .describe('how many megabytes of files an account may have, used or not (20000)'),
  FFMPEG_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder of ffmpeg and ffprobe, which find the length and a still of videos (where PATH finds them, if at all)'),
  S3_BUCKET: z.string().min(1).optional().describe('bucket that keeps uploaded files, of Amazon S3 or of what speaks like it'),
  S3_ENDPOINT: webAddress.optional().describe("address of an S3 server other than Amazon's, such as http://minio:9000"),
  S3_PUBLIC_ENDPOINT: webAddress
    .optional()
    .describe('address at which browsers and programs reach that server, to put files (S3_ENDPOINT)'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('region of the bucket (us-east-1)'),
  S3_CREDENTIALS: z
    .string()
    .regex(/^[^:]+:.+$/, 'must be like key:secret')
    .optional()
    .describe('access key and its secret for the bucket, as key:secret; without them, what the machine is given'),
  PRODUCT_IMPORT_DAYS: days(30).describe('how long the file of an import is kept after its end, in days (30)'),
  PRODUCT_EXPORT_DAYS: days(7).describe('how long the file of an export is kept after its end, in days (7)'),
  PRODUCT_JOB_LEASE_SECONDS: z.coerce
    .number()
    .min(1)
    .max(3_600)
    .default(15)
    .describe('how long an import or export whose process has ended waits for another, in seconds (15)'),
  RESERVATION_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(1_800)
    .describe('how long stock is set aside for an order before order is asked to end it, in seconds (1800)'),
  ...cacheSettings,
  REVIEWS_WAIT: z
    .enum(['all', 'suspicious'])
    .default('suspicious')
    .describe(
      'which reviews a moderator approves before they are shown: all, or those with links, addresses, shouting or forbidden words (suspicious)',
    ),
  FORBIDDEN_WORDS: z
    .string()
    .max(10_000)
    .default('')
    .transform((words) =>
      words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
    .describe('words and phrases, set apart by commas, with which a review waits for a moderator; in any case and accents (none)'),
};

export function readReviewConfig(env: Environment) {
  const { REVIEWS_WAIT, FORBIDDEN_WORDS } = readSettings(settings, env);
  return { holdsAll: REVIEWS_WAIT === 'all', forbiddenWords: FORBIDDEN_WORDS };
}

export function readStockConfig(env: Environment) {
  return { reservedMs: readSettings(settings, env).RESERVATION_SECONDS * 1_000 };
}

export function readTransfersConfig(env: Environment) {
  const read = readSettings(settings, env);
  return {
    leaseMs: read.PRODUCT_JOB_LEASE_SECONDS * 1_000,
    retention: { importMs: read.PRODUCT_IMPORT_DAYS * DAY_MS, exportMs: read.PRODUCT_EXPORT_DAYS * DAY_MS },
  };
}

export type MediaConfig = ReturnType<typeof readMediaConfig>;
export type S3Config = NonNullable<MediaConfig['s3']>;

export function readMediaConfig(env: Environment) {
  const read = readSettings(settings, env);
  const { MEDIA_FOLDER: folder, S3_BUCKET: bucket, S3_CREDENTIALS: credentials } = read;
  if (env['NODE_ENV'] === 'production' && !env['PUBLIC_URL'])
    throw new SettingsError(['PUBLIC_URL is not set, and with NODE_ENV=production links to files lead somewhere.']);
  if (bucket === undefined && folder === undefined)
    throw new SettingsError(['MEDIA_FOLDER is not set; without S3_BUCKET, it names a folder that keeps uploaded files.']);
  return {
    publicUrl: read.PUBLIC_URL,
    unusedMs: read.MEDIA_UNUSED_HOURS * HOUR_MS,
    stallMs: read.MEDIA_STALL_SECONDS * 1_000,
    maxBytesPerOwner: read.MEDIA_MB_PER_OWNER * 1_000_000,
    folder,
    ffmpegFolder: read.FFMPEG_FOLDER,
    /** Null where the folder keeps them. */
    s3:
      bucket === undefined
        ? null
        : {
            bucket,
            region: read.S3_REGION,
            endpoint: read.S3_ENDPOINT,
            publicEndpoint: read.S3_PUBLIC_ENDPOINT,
            credentials: credentials === undefined ? undefined : credentialsIn(credentials),
          },
  };
}

function credentialsIn(text: string): { readonly accessKeyId: string; readonly secretAccessKey: string } {
  const colon = text.indexOf(':');
  return { accessKeyId: text.slice(0, colon), secretAccessKey: text.slice(colon + 1) };
}
