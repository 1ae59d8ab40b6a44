import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@agora/platform/security/actor';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { eventually } from '@agora/platform/testing/eventually';
import sharp from 'sharp';
import * as z from 'zod';
import { S3_ACCESS, s3Missing, startS3 } from '@agora/platform/testing/s3';
import { openShop, type Shop } from './shop.ts';

export interface Upload {
  readonly purpose?: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly byteSize?: number;
  readonly altText?: string;
}

/** A shop whose files are reached over HTTP, with the everyday gestures of those who upload. */
export interface Uploads {
  readonly shop: Shop;
  ask(as: Actor, bytes: Buffer, upload?: Upload): Promise<z.output<typeof Asked>>;
  put(asked: z.output<typeof Asked>, bytes: Buffer, headers?: Readonly<Record<string, string>>): Promise<Response>;
  complete(as: Actor, mediaId: string): Promise<z.output<typeof Completed>>;
  /** Asks, puts, completes, and waits until it was looked at. */
  upload(as: Actor, bytes: Buffer, upload?: Upload): Promise<z.output<typeof Seen>>;
  seen(as: Actor | null, mediaId: string): Promise<z.output<typeof Seen> | null>;
  url(as: Actor | null, mediaId: string, args?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function openUploads(env: Readonly<Record<string, string>> = {}): Promise<Uploads> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is no string.
  const { port } = server.address() as AddressInfo;
  const shop = await openShop({ PUBLIC_URL: `http://127.0.0.1:${port}`, ...env });
  server.on('request', (request, response) => void shop.service.files?.answer(request, response));

  const uploads: Uploads = {
    shop,
    async ask(as, bytes, upload = {}) {
      const input = { purpose: 'PRODUCT', filename: 'Ring.png', contentType: 'image/png', byteSize: bytes.length, ...upload };
      return z.object({ mediaUploadCreate: Asked }).parse(await shop.data(ASK, { input }, { as })).mediaUploadCreate;
    },
    put: ({ uploadUrl, uploadHeaders }, bytes, headers = {}) =>
      fetch(uploadUrl ?? '', {
        method: 'PUT',
        headers: { ...Object.fromEntries(uploadHeaders.map(({ name, value }) => [name, value])), ...headers },
        body: new Uint8Array(bytes),
      }),
    async complete(as, mediaId) {
      return z.object({ mediaUploadComplete: Completed }).parse(await shop.data(COMPLETE, { mediaId }, { as })).mediaUploadComplete;
    },
    async upload(as, bytes, upload) {
      const asked = await uploads.ask(as, bytes, upload);
      const id = asked.media?.id ?? '';
      const put = await uploads.put(asked, bytes);
      if (!put.ok) throw new Error(`${put.status} ${await put.text()}`);
      const { userErrors } = await uploads.complete(as, id);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return eventually(async () => {
        const seen = await uploads.seen(as, id);
        return seen?.status === 'PROCESSING' ? null : seen;
      });
    },
    async seen(as, id) {
      return z.object({ media: Seen.nullable() }).parse(await shop.data(SEEN, { id }, { as, acceptLanguage: 'es' })).media;
    },
    async url(as, id, args = '') {
      const data = await shop.data(`query ($id: ID!) { media(id: $id) { url${args} } }`, { id }, { as });
      return z.object({ media: z.object({ url: z.string() }) }).parse(data).media.url;
    },
    async stop() {
      await shop.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return uploads;
}

/** Where files may be kept. An S3 server is left out where there can be none. */
export function storesHere(): string[] {
  const missing = s3Missing();
  if (missing) console.warn(`Left out, files in an S3 bucket: ${missing}`);
  return ['a folder', ...(missing ? [] : [BUCKET])];
}

const BUCKET = 'a bucket';

/** Whether FFmpeg is here, which looks into videos. Says what is left out where it is not. */
export function ffmpegHere(): boolean {
  const isHere = spawnSync('ffmpeg', ['-version']).status === 0 && spawnSync('ffprobe', ['-version']).status === 0;
  if (!isHere) console.warn('Left out, the length and the stills of videos: ffmpeg and ffprobe are not installed.');
  return isHere;
}

/** The settings of a store, and what ends it. */
export async function openStorage(store: string): Promise<{ readonly env: Readonly<Record<string, string>>; stop(): Promise<void> }> {
  if (store !== BUCKET) return { env: {}, stop: () => Promise.resolve() };
  const server = await startS3();
  const access = { region: 'us-east-1', forcePathStyle: true, credentials: S3_ACCESS };
  const s3 = new S3Client({ endpoint: server.url, ...access });
  await s3.send(new CreateBucketCommand({ Bucket: 'files' }));
  s3.destroy();
  const env = {
    S3_BUCKET: 'files',
    S3_ENDPOINT: server.url,
    S3_CREDENTIALS: `${S3_ACCESS.accessKeyId}:${S3_ACCESS.secretAccessKey}`,
  };
  return { env, stop: () => server.stop() };
}

/** A picture of this size, red on the left and blue on the right. */
export async function picture(width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' = 'png'): Promise<Buffer> {
  const half = { width: Math.max(1, Math.floor(width / 2)), height, channels: 3 as const, background: '#0000ff' };
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: { create: half }, gravity: 'east' }])
    .toFormat(format)
    .toBuffer();
}

const ASK = `mutation ($input: MediaUploadCreateInput!) {
  mediaUploadCreate(input: $input) {
    media { id status kind liveCursor altText }
    uploadUrl
    uploadHeaders { name value }
    expiresAt
    userErrors { code message field }
  }
}`;

const COMPLETE = `mutation ($mediaId: ID!) {
  mediaUploadComplete(input: { mediaId: $mediaId }) { media { id status } userErrors { code message field } }
}`;

const SEEN = `query ($id: ID!) {
  media(id: $id) {
    id kind purpose status contentType byteSize width height thumbhash filename altText viewerCanEdit url
    owner { id }
    rejection { code message }
    focalPoint { x y }
    posterUrl durationSeconds
  }
}`;

const UserErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));

const Asked = z.object({
  media: z
    .object({ id: z.string(), status: z.string(), kind: z.string(), liveCursor: z.string().nullable(), altText: z.string().nullable() })
    .nullable(),
  uploadUrl: z.string().nullable(),
  uploadHeaders: z.array(z.object({ name: z.string(), value: z.string() })),
  expiresAt: z.string().nullable(),
  userErrors: UserErrors,
});

const Completed = z.object({ media: z.object({ id: z.string(), status: z.string() }).nullable(), userErrors: UserErrors });

const Seen = z.object({
  id: z.string(),
  kind: z.string(),
  purpose: z.string(),
  status: z.string(),
  contentType: z.string(),
  byteSize: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  thumbhash: z.string().nullable(),
  filename: z.string().nullable(),
  altText: z.string().nullable(),
  viewerCanEdit: z.boolean(),
  url: z.string().nullable(),
  owner: z.object({ id: z.string() }),
  rejection: z.object({ code: z.string(), message: z.string() }).nullable(),
  focalPoint: z.object({ x: z.number(), y: z.number() }).nullable(),
  posterUrl: z.string().nullable(),
  durationSeconds: z.number().nullable(),
});
