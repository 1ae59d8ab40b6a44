import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { within } from '@agora/platform/testing/within';
import { person } from '@agora/platform/testing/subgraph';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { demoPicturesOf } from '@agora/schema/demo/pictures';
import { MediaCreated, MediaDeleted } from '@agora/schema/events/catalog';
import { MediaUsed } from '@agora/schema/events/user';
import sharp from 'sharp';
import * as z from 'zod';
import { start } from '../src/main.ts';
import { DiskStore } from '../src/media/storage/disk-store.ts';
import { openSlowly } from './slowly.ts';
import { ffmpegHere, openStorage, openUploads, picture, storesHere, type Uploads } from './uploads.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const SCRIPT = '<script>alert(document.domain)</script>';

describe.each(storesHere())('files that are kept in %s', (store) => {
  let storage: Awaited<ReturnType<typeof openStorage>>;
  let uploads: Uploads;
  let seller: Actor;

  beforeAll(async () => {
    storage = await openStorage(store);
    uploads = await openUploads(storage.env);
    seller = person('SELLER');
  });
  afterAll(async () => {
    await uploads?.stop();
    await storage?.stop();
  });

  test('a picture is uploaded, looked at, announced, heard of live, and read by everybody in the sizes they want', async () => {
    const bytes = await picture(1000, 500);
    const asked = await uploads.ask(seller, bytes, { altText: 'Un anillo' });
    expect(asked).toMatchObject({ media: { status: 'AWAITING_UPLOAD', kind: 'IMAGE', altText: 'Un anillo' }, userErrors: [] });
    const id = asked.media?.id ?? '';
    expect(await uploads.seen(null, id)).toBeNull();
    expect((await uploads.put(asked, bytes)).status).toBe(200);
    expect((await uploads.complete(seller, id)).userErrors).toEqual([]);

    const live = await uploads.shop.subscribe(
      'subscription ($ids: [ID!]!, $after: String) { mediaProcessed(mediaIds: $ids, after: $after) { kind media { id status width } } }',
      { ids: [id], after: asked.media?.liveCursor },
      { as: seller },
    );
    expect(await live.next()).toEqual({
      done: false,
      value: { data: { mediaProcessed: { kind: 'READY', media: { id, status: 'READY', width: 1000 } } } },
    });
    await live.return?.();
    expect(await uploads.shop.heard(MediaCreated, ({ mediaId }) => mediaId === id)).toMatchObject({
      ownerId: seller.id,
      kind: 'IMAGE',
      purpose: 'PRODUCT',
      contentType: 'image/png',
      width: 1000,
      height: 500,
    });

    const ready = await uploads.seen(null, id);
    expect(ready).toMatchObject({
      status: 'READY',
      width: 1000,
      height: 500,
      filename: null,
      viewerCanEdit: false,
      owner: { id: seller.id },
    });
    expect(Buffer.from(ready?.thumbhash ?? '', 'base64').length).toBeGreaterThan(4);
    for (const [args, size] of [
      ['', { format: 'png', width: 1000, height: 500 }],
      ['(width: 200)', { format: 'webp', width: 256, height: 128 }],
      ['(width: 2000)', { format: 'webp', width: 1000, height: 500 }],
      ['(width: 64, height: 64, fit: COVER)', { format: 'webp', width: 64, height: 64 }],
      ['(height: 100, format: JPEG)', { format: 'jpeg', width: 256, height: 128 }],
      ['(width: 64, format: AVIF)', { format: 'heif', width: 64, height: 32 }],
    ] as const) {
      const answer = await fetch(await uploads.url(null, id, args));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject(size);
    }
  });

  test('what is cut off lies round what matters most', async () => {
    const { id } = await uploads.upload(seller, await picture(1000, 100));
    const colourAt = async () => {
      const answer = await fetch(await uploads.url(null, id, '(width: 64, height: 64, fit: COVER, format: PNG)'));
      const { data } = await sharp(Buffer.from(await answer.arrayBuffer()))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [...data.subarray(0, 3)];
    };
    const change = (focalPoint: object) =>
      uploads.shop.data(
        'mutation ($input: MediaUpdateInput!) { mediaUpdate(input: $input) { media { focalPoint { x y } altText altTexts { locale text } } userErrors { code field } } }',
        {
          input: {
            mediaId: id,
            focalPoint,
            altTexts: [
              { locale: 'en', text: 'A ring' },
              { locale: 'pt', text: 'Um anel' },
            ],
          },
        },
        { as: seller, acceptLanguage: 'pt-BR' },
      );
    expect(await change({ x: 0.9, y: 0.5 })).toEqual({
      mediaUpdate: {
        media: {
          focalPoint: { x: 0.9, y: 0.5 },
          altText: 'Um anel',
          altTexts: [
            { locale: 'en', text: 'A ring' },
            { locale: 'pt', text: 'Um anel' },
          ],
        },
        userErrors: [],
      },
    });
    expect(await colourAt()).toEqual([0, 0, 255]);
    await change({ x: 0.1, y: 0.5 });
    expect(await colourAt()).toEqual([255, 0, 0]);
    expect(await change({ x: 1.1, y: 0.5 })).toMatchObject({
      mediaUpdate: { userErrors: [{ code: 'INVALID', field: ['focalPoint', 'x'] }] },
    });
  });

  const posterUrl = async (id: string, args: string) => {
    const data = await uploads.shop.data(`query ($id: ID!) { media(id: $id) { posterUrl${args} } }`, { id });
    return z.object({ media: z.object({ posterUrl: z.string() }) }).parse(data).media.posterUrl;
  };

  test('nobody learns where a photo was taken, and it stands upright', async () => {
    const taken = await sharp(await picture(40, 20, 'jpeg'))
      .withExif({ IFD0: { Artist: 'A secret name' }, IFD3: { GPSLatitude: '41/1 24/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { id, width, height, byteSize } = await uploads.upload(seller, taken, { contentType: 'image/jpeg', filename: 'photo.jpg' });
    expect([width, height]).toEqual([20, 40]);
    const shown = Buffer.from(await (await fetch(await uploads.url(null, id))).arrayBuffer());
    expect(shown.length).toBe(byteSize);
    const { exif, xmp, iptc, orientation } = await sharp(shown).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect(shown.includes('A secret name')).toBe(false);
  });

  test('a browser runs nothing of a file, and reads any part of it', async () => {
    const { id, byteSize } = await uploads.upload(seller, await picture(64, 64));
    const url = await uploads.url(null, id);
    const whole = await fetch(url);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(byteSize),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'accept-ranges': 'bytes',
    });
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = async (range: string, more: Readonly<Record<string, string>> = {}) => {
      const answer = await fetch(url, { headers: { range, ...more } });
      return { status: answer.status, range: answer.headers.get('content-range'), bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    expect(await part('bytes=2-5')).toEqual({ status: 206, range: `bytes 2-5/${byteSize}`, bytes: bytes.subarray(2, 6) });
    expect(await part('bytes=-3')).toEqual({
      status: 206,
      range: `bytes ${byteSize - 3}-${byteSize - 1}/${byteSize}`,
      bytes: bytes.subarray(-3),
    });
    expect(await part(`bytes=${byteSize - 1}-99999999`)).toMatchObject({ status: 206, bytes: bytes.subarray(-1) });
    expect(await part('bytes=0-1', { 'if-range': '"another"' })).toMatchObject({ status: 200, bytes });
    const beyond = await fetch(url, { headers: { range: `bytes=${byteSize}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${byteSize}`]);
    expect(await beyond.text()).toContain(`This file has ${byteSize} bytes.`);

    const etag = whole.headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(byteSize), '']);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });

  test('a document is its owner’s and an administrator’s, is saved under its name, and its link ends', async () => {
    const document = { purpose: 'DOCUMENT', contentType: 'application/pdf', filename: 'Cédula "1".pdf' };
    const { id, ...seen } = await uploads.upload(seller, PDF, document);
    expect(seen).toMatchObject({ status: 'READY', kind: 'DOCUMENT', filename: 'Cédula "1".pdf', viewerCanEdit: true });
    expect(await uploads.seen(person('SELLER'), id)).toBeNull();
    expect(await uploads.seen(null, id)).toBeNull();
    const answer = await fetch(await uploads.url(person('ADMIN'), id));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''C%C3%A9dula%20%221%22.pdf");
    expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=(8[4-9]\d|9[0-5]\d|960)$/);
  });

  test('a video is kept as it came', async () => {
    const bytes = await video();
    const { id, kind } = await uploads.upload(seller, bytes, { contentType: 'video/mp4', filename: 'turn.mp4' });
    expect(kind).toBe('VIDEO');
    const answer = await fetch(await uploads.url(null, id, '(width: 64)'), { headers: { range: 'bytes=0-3' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([206, 'video/mp4']);
    expect(Buffer.from(await (await fetch(await uploads.url(null, id))).arrayBuffer()).equals(bytes)).toBe(true);
  });

  (ffmpegHere() ? test : test.skip)('a video says how long it is, and shows a still of itself, upright', async () => {
    const seen = await uploads.upload(seller, await video(), { contentType: 'video/mp4', filename: 'turn.mp4' });
    expect(seen).toMatchObject({ width: 48, height: 96, durationSeconds: 2, thumbhash: expect.any(String) });
    for (const [args, size] of [
      ['', { format: 'jpeg', width: 48, height: 96 }],
      ['(height: 64)', { format: 'webp', width: 32, height: 64 }],
      ['(width: 32, height: 32, fit: COVER)', { format: 'webp', width: 48, height: 48 }],
    ] as const) {
      const answer = await fetch(await posterUrl(seen.id, args));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `image/${size.format}`]);
      const still = Buffer.from(await answer.arrayBuffer());
      expect(await sharp(still).metadata()).toMatchObject(size);
      const [red = 0, , blue = 0] = (
        await sharp(still).removeAlpha().extract({ left: 8, top: 8, width: 1, height: 1 }).raw().toBuffer()
      ).values();
      expect(red - blue).toBeGreaterThan(150);
    }
  });

  (ffmpegHere() ? test.each : test.skip.each)([
    ['that breaks off', async () => (await video()).subarray(0, 400), {}, 'DAMAGED'],
    ['that lasts longer than one of a review may', () => video('long.mp4'), { purpose: 'REVIEW' }, 'TOO_LARGE'],
    ['that is a list of other files', () => Promise.resolve(PLAYLIST), {}, 'TYPE_MISMATCH'],
    ['that hides a list of other files', () => Promise.resolve(Buffer.concat([FTYP, PLAYLIST])), {}, 'DAMAGED'],
  ])('a video %s is turned down', async (_what, make, upload, code) => {
    const { status, rejection } = await uploads.upload(seller, await make(), { contentType: 'video/mp4', ...upload });
    expect([status, rejection?.code]).toEqual(['REJECTED', code]);
  });

  test('a picture is its own still', async () => {
    const { id, url, posterUrl: still, durationSeconds } = await uploads.upload(seller, await picture(40, 20));
    expect([still, durationSeconds]).toEqual([url, null]);
    expect(await posterUrl(id, '(width: 64)')).toBe(await uploads.url(null, id, '(width: 64)'));
  });

  test.each([
    ['a script that calls itself a picture', () => Buffer.from(`alert(document.cookie);${'/'.repeat(200)}`), {}, 'TYPE_MISMATCH'],
    ['markup with a script', () => Buffer.from(`<!doctype html>${SCRIPT}`), {}, 'UNSAFE'],
    ['a drawing with a script', () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), {}, 'UNSAFE'],
    ['an archive of zeros', () => gzipSync(Buffer.alloc(10_000_000)), {}, 'TYPE_MISMATCH'],
    ['a JPEG that calls itself a PNG', () => picture(8, 8, 'jpeg'), {}, 'TYPE_MISMATCH'],
    ['a picture of 100 megapixels in a few bytes', () => Promise.resolve(pngOf(10_000, 10_000)), {}, 'TOO_LARGE'],
    ['a picture that only says it has 100 megapixels', () => pngOf(10_000, 10_000).subarray(0, 200), {}, 'TOO_LARGE'],
    ['a picture that breaks off', async () => (await noise(200, 200)).subarray(0, 20_000), {}, 'DAMAGED'],
    ['a header without a picture', () => Buffer.concat([pngOf(10, 10).subarray(0, 40), Buffer.alloc(50)]), {}, 'DAMAGED'],
    [
      'a PDF with a program behind it',
      () => Buffer.concat([PDF, Buffer.from('PK\x03\x04 a program')]),
      { purpose: 'DOCUMENT', contentType: 'application/pdf' },
      'UNSAFE',
    ],
    ['a PDF that breaks off', () => PDF.subarray(0, 40), { purpose: 'DOCUMENT', contentType: 'application/pdf' }, 'DAMAGED'],
    ['a page that calls itself a video', () => Buffer.from(`<html>${SCRIPT}`), { contentType: 'video/mp4' }, 'UNSAFE'],
  ])('%s is turned down with a sentence, and shown nowhere', async (_what, make, upload, code) => {
    const { id, ...seen } = await uploads.upload(seller, await make(), upload);
    expect(seen).toMatchObject({
      status: 'REJECTED',
      url: null,
      rejection: { code, message: expect.stringMatching(/^Este archivo /) },
    });
    expect(await uploads.seen(null, id)).toBeNull();
    expect((await uploads.complete(seller, id)).userErrors).toMatchObject([{ code: 'MEDIA_REJECTED', field: ['mediaId'] }]);
    expect(uploads.shop.heardAll(MediaCreated, ({ mediaId }) => mediaId === id)).toEqual([]);
  });

  test('of a picture that is something else too, only the picture is kept', async () => {
    const polyglot = Buffer.concat([await picture(30, 30, 'jpeg'), Buffer.from(`${SCRIPT}PK\x03\x04`)]);
    const { id } = await uploads.upload(seller, polyglot, { contentType: 'image/jpeg' });
    const shown = Buffer.from(await (await fetch(await uploads.url(null, id))).arrayBuffer());
    expect((await sharp(shown).metadata()).format).toBe('jpeg');
    expect(shown.includes('script')).toBe(false);
  });

  test.each([
    ['of a type that its purpose does not allow', { contentType: 'image/svg+xml' }, 'UNSUPPORTED', ['contentType']],
    ['that moves, as a portrait', { purpose: 'AVATAR', contentType: 'image/gif' }, 'UNSUPPORTED', ['contentType']],
    ['that is too large', { byteSize: 20_000_001 }, 'MEDIA_REJECTED', ['byteSize']],
    ['of nothing', { byteSize: 0 }, 'INVALID', ['byteSize']],
    ['without a name', { filename: ' ' }, 'INVALID', ['filename']],
  ])('an upload %s is not begun', async (_what, upload, code, field) => {
    const asked = await uploads.ask(seller, Buffer.alloc(8), upload);
    expect(asked).toMatchObject({ media: null, uploadUrl: null, uploadHeaders: [], expiresAt: null, userErrors: [{ code, field }] });
  });

  test('an upload takes exactly what was said, by whoever has its link, until it was completed', async () => {
    const bytes = await picture(16, 16);
    const asked = await uploads.ask(seller, bytes);
    const id = asked.media?.id ?? '';
    expect((await uploads.complete(seller, id)).userErrors).toMatchObject([{ code: 'MEDIA_NOT_READY', field: ['mediaId'] }]);
    for (const wrong of [bytes.subarray(1), Buffer.concat([bytes, bytes])]) expect((await uploads.put(asked, wrong)).ok).toBe(false);
    expect((await uploads.put(asked, bytes, { 'content-type': 'text/html' })).ok).toBe(false);
    const altered = { ...asked, uploadUrl: (asked.uploadUrl ?? '').replace(id, newId('med')) };
    expect((await uploads.put(altered, bytes)).status).toBe(403);
    expect((await uploads.complete(seller, id)).userErrors).toMatchObject([{ code: 'MEDIA_NOT_READY' }]);
    expect((await uploads.put(asked, bytes)).ok).toBe(true);

    const unknown = [{ code: 'NOT_FOUND', field: ['mediaId'] }];
    expect((await uploads.complete(person('SELLER'), id)).userErrors).toMatchObject(unknown);
    for (const wrong of [newId('med'), newId('prd'), `../incoming/${id}`, '../../x', 'x\0'])
      expect((await uploads.complete(seller, wrong)).userErrors).toMatchObject(unknown);
    await uploads.complete(seller, id);
    const ready = await eventually(async () => {
      const seen = await uploads.seen(seller, id);
      return seen?.status === 'READY' && seen;
    });
    expect((await uploads.complete(seller, id)).media).toEqual({ id, status: 'READY' });

    // Whoever still has the link changes nothing of what was looked at.
    await uploads.put(asked, Buffer.alloc(bytes.length, 1));
    const shown = await fetch(ready.url ?? '');
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(16);
  });

  test('a link that has ended takes nothing, and opens nothing', async () => {
    const bytes = await picture(8, 8);
    const late = await before(61, () => uploads.ask(seller, bytes));
    expect((await uploads.put(late, bytes)).status).toBe(403);
    expect((await uploads.complete(seller, late.media?.id ?? '')).userErrors).toMatchObject([{ code: 'EXPIRED', field: ['mediaId'] }]);

    const { id } = await uploads.upload(seller, PDF, { purpose: 'DOCUMENT', contentType: 'application/pdf' });
    const ended = await fetch(await before(17, () => uploads.url(seller, id)));
    expect([ended.status, await ended.text()]).toEqual([403, expect.stringContaining('This link has ended.')]);
  });

  test('a link that was changed, is of another file, or leads elsewhere opens nothing', async () => {
    const [one, other] = await Promise.all([uploads.upload(seller, await picture(8, 8)), uploads.upload(seller, await picture(9, 9))]);
    const url = one.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    const base = url.slice(0, url.indexOf('/media/'));
    for (const wrong of [
      url.replace('whole', '8x8-COVER-500-500.PNG'),
      url.replace(one.id, other.id),
      `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`,
      `${base}/media/`,
      `${base}/media/get/${one.id}/whole/`,
      `${base}/media/..%2f..%2f..%2fetc%2fpasswd`,
      `${base}/media/get/../../incoming/${one.id}/whole/.x`,
    ])
      expect([400, 403]).toContain((await fetch(wrong)).status);
    for (const side of ['width: 0', 'width: 2049', 'height: -1']) {
      const { errors } = await uploads.shop.ask(`query ($id: ID!) { media(id: $id) { url(${side}) } }`, { id: one.id });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('a file is removed by its owner or an administrator, who is named, and its links lead nowhere from then on', async () => {
    const remove = async (as: Actor, mediaId: string) =>
      (
        await uploads.shop.data(
          'mutation ($mediaId: ID!) { mediaDelete(input: { mediaId: $mediaId }) { deletedMediaId userErrors { code field } } }',
          { mediaId },
          { as },
        )
      )['mediaDelete'];
    const own = await uploads.upload(seller, await picture(8, 8));
    const others = await uploads.upload(seller, await picture(8, 8));
    for (const id of [own.id, newId('med'), newId('prd'), '../x'])
      expect(await remove(person('SELLER'), id)).toEqual({ deletedMediaId: null, userErrors: [{ code: 'NOT_FOUND', field: ['mediaId'] }] });

    expect(await remove(seller, own.id)).toEqual({ deletedMediaId: own.id, userErrors: [] });
    expect(await remove(person('ADMIN'), others.id)).toEqual({ deletedMediaId: others.id, userErrors: [] });
    for (const [{ id, url }, why] of [
      [own, 'OWNER'],
      [others, 'ADMIN'],
    ] as const) {
      expect(await uploads.shop.heard(MediaDeleted, ({ mediaId }) => mediaId === id)).toMatchObject({ ownerId: seller.id, why });
      expect((await fetch(url ?? '')).status).toBe(404);
      expect(await uploads.seen(seller, id)).toBeNull();
    }
  });

  test('people read their own files in pages, and nobody else’s', async () => {
    const owner = person();
    const ids: string[] = [];
    for (const size of [5, 6, 7]) ids.unshift((await uploads.upload(owner, await picture(size, size))).id);
    await uploads.ask(owner, Buffer.alloc(5));
    const read = async (as: Actor, filter: object, after?: string) =>
      (
        await uploads.shop.data(
          `query ($of: [_Any!]!, $filter: MediaFilterInput, $after: String) {
            _entities(representations: $of) { ... on User { media(first: 2, after: $after, filter: $filter) { totalCount pageInfo { endCursor } nodes { id } } } }
          }`,
          { of: [{ __typename: 'User', id: owner.id }], filter, after },
          { as },
        )
      )['_entities'];
    const first = await read(owner, { statuses: ['READY'] });
    expect(first).toMatchObject([{ media: { totalCount: 3, nodes: ids.slice(0, 2).map((id) => ({ id })) } }]);
    expect(await read(owner, { kinds: ['VIDEO'] })).toMatchObject([{ media: { totalCount: 0 } }]);
    expect(await read(owner, {})).toMatchObject([{ media: { totalCount: 4 } }]);
    expect(await read(person('ADMIN'), { purposes: ['PRODUCT'] })).toMatchObject([{ media: { totalCount: 4 } }]);
    expect(await read(person(), {})).toEqual([{ media: null }]);
  });
});

describe('pictures of products and categories', () => {
  let uploads: Uploads;
  let seller: Actor;
  beforeAll(async () => {
    uploads = await openUploads({ AGORA_DEMO: 'on' });
    seller = await uploads.shop.verifiedSeller();
  });
  afterAll(() => uploads.stop());

  test('are put once at a time: who begins anew ends what came before, so that one link fills no disk', async () => {
    const bytes = await picture(64, 64);
    const asked = await uploads.ask(seller, bytes);
    const halves = Array.from({ length: 2 }, () => {
      const headers = { 'content-type': 'image/png', 'content-length': bytes.length };
      const put = request(asked.uploadUrl ?? '', { method: 'PUT', headers }).on('error', () => {});
      put.write(bytes.subarray(0, 9));
      return put;
    });
    const ended = halves.map((put) => new Promise((resolve) => put.once('close', resolve)));
    await within(Promise.race(ended), () => 'Neither of two uploads was ended');
    expect((await uploads.put(asked, bytes)).status).toBe(200);
    for (const put of halves) put.destroy();
  });

  const SET = `mutation ($input: ProductMediaSetInput!) {
    productMediaSet(input: $input) { product { version media { id } featuredMedia { id } } userErrors { code field } }
  }`;
  const set = async (as: Actor, input: object) => (await uploads.shop.data(SET, { input }, { as }))['productMediaSet'];

  test('are shown in their order', async () => {
    const { id: productId } = await uploads.shop.list(seller);
    const [one, two] = [await uploads.upload(seller, await picture(8, 8)), await uploads.upload(seller, await picture(9, 9))];
    expect(await set(seller, { productId, mediaIds: [two.id, one.id, two.id], expectedVersion: 2 })).toEqual({
      product: { version: 3, media: [{ id: two.id }, { id: one.id }], featuredMedia: { id: two.id } },
      userErrors: [],
    });
    expect(await set(seller, { productId, mediaIds: [two.id, one.id] })).toMatchObject({ product: { version: 3 } });
    expect(await set(seller, { productId, mediaIds: [], expectedVersion: 2 })).toMatchObject({
      userErrors: [{ code: 'VERSION_MISMATCH' }],
    });
    expect(await set(person('ADMIN'), { productId, mediaIds: [one.id] })).toMatchObject({
      product: { version: 4, media: [{ id: one.id }] },
    });
  });

  test('are their seller’s own, ready, meant for that, and at most fifty', async () => {
    const { id: productId } = await uploads.shop.list(seller);
    const others = await uploads.upload(person('SELLER'), await picture(8, 8));
    const portrait = await uploads.upload(seller, await picture(8, 8), { purpose: 'AVATAR' });
    const wrong = await uploads.upload(seller, Buffer.from('<svg/>'));
    const awaited = (await uploads.ask(seller, await picture(8, 8))).media?.id;
    const at = (place: number) => ['mediaIds', String(place)];
    expect(await set(seller, { productId, mediaIds: [others.id, portrait.id, wrong.id, awaited, newId('med'), 'nonsense\0'] })).toEqual({
      product: null,
      userErrors: [
        { code: 'NOT_FOUND', field: at(0) },
        { code: 'MEDIA_REJECTED', field: at(1) },
        { code: 'MEDIA_REJECTED', field: at(2) },
        { code: 'MEDIA_NOT_READY', field: at(3) },
        { code: 'NOT_FOUND', field: at(4) },
        { code: 'NOT_FOUND', field: at(5) },
      ],
    });
    const many = Array.from({ length: 51 }, () => newId('med'));
    expect(await set(seller, { productId, mediaIds: many })).toMatchObject({
      userErrors: [{ code: 'LIMIT_REACHED', field: ['mediaIds'] }],
    });
    expect(await set(await uploads.shop.verifiedSeller(), { productId, mediaIds: [] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }],
    });
  });

  test('come with a new product, and each variant shows the one that is given for it, else the first', async () => {
    const [one, two, other] = await Promise.all([8, 9, 10].map(async (size) => uploads.upload(seller, await picture(size, size))));
    const variant = (name: string, mediaId?: string | null) => ({
      sku: `GLAZE-${name}-${seller.id.slice(-6)}`,
      optionValues: [name],
      prices: [{ price: { amount: '10.00', currencyCode: 'EUR' } }],
      ...(mediaId !== undefined && { mediaId }),
    });
    const wares = (mediaIds: unknown[], mediaId?: string) => ({
      mediaIds,
      options: [{ name: 'Glaze', values: ['White', 'Green', 'Brown'].map((name) => ({ name })) }],
      variants: [variant('White'), variant('Green', mediaId)],
    });
    const awaited = (await uploads.ask(seller, await picture(8, 8))).media?.id;
    expect((await uploads.shop.create(seller, wares([one?.id, awaited], one?.id))).userErrors).toMatchObject([
      { code: 'MEDIA_NOT_READY', field: ['mediaIds', '1'] },
    ]);
    expect((await uploads.shop.create(seller, wares([one?.id], two?.id))).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['variants', '1', 'mediaId'] },
    ]);

    const { id: productId, variantId } = await uploads.shop.draft(seller, wares([one?.id, two?.id], two?.id));
    const shown = async () => {
      const { product } = z
        .object({
          product: z.object({
            version: z.int(),
            variants: z.array(z.object({ id: z.string(), media: z.object({ id: z.string() }).nullable() })),
          }),
        })
        .parse(
          await uploads.shop.data(
            'query ($productId: ID!) { product(id: $productId) { version variants { id media { id } } } }',
            { productId },
            { as: seller },
          ),
        );
      return { ...product, media: product.variants.map(({ media }) => media?.id) };
    };
    const change = async (input: object) =>
      (
        await uploads.shop.data(
          `mutation ($input: ProductVariantsUpdateInput!) { productVariantsUpdate(input: $input) { userErrors { code field } } }`,
          { input: { productId, ...input } },
          { as: seller },
        )
      )['productVariantsUpdate'];
    expect(await shown()).toMatchObject({ version: 1, media: [one?.id, two?.id] });
    expect(await change({ variants: [{ variantId, mediaId: other?.id }] })).toEqual({
      userErrors: [{ code: 'NOT_FOUND', field: ['variants', '0', 'mediaId'] }],
    });
    const green = (await shown()).variants[1]?.id;
    expect(
      await change({
        variants: [
          { variantId, mediaId: two?.id },
          { variantId: green, mediaId: null },
        ],
      }),
    ).toEqual({ userErrors: [] });
    expect(await shown()).toMatchObject({ version: 2, media: [two?.id, one?.id] });
    await change({ variants: [{ variantId, mediaId: two?.id }] });
    expect(await shown()).toMatchObject({ version: 2 });
    await uploads.shop.data(
      'mutation ($input: ProductVariantsCreateInput!) { productVariantsCreate(input: $input) { variants { id } } }',
      { input: { productId, variants: [variant('Brown', two?.id)] } },
      { as: seller },
    );
    uploads.shop.ownStatements();
    expect(await shown()).toMatchObject({ media: [two?.id, one?.id, two?.id] });
    expect(uploads.shop.ownStatements().filter((sql) => /media_use/.test(sql)).length).toBe(1);

    await set(seller, { productId, mediaIds: [one?.id] });
    expect(await shown()).toMatchObject({ media: [one?.id, one?.id, one?.id] });
  });

  test('of a category are an administrator’s own, and another one may keep them', async () => {
    const [admin, another] = [person('ADMIN'), person('ADMIN')];
    const image = await uploads.upload(admin, await picture(8, 8));
    const others = await uploads.upload(another, await picture(8, 8));
    const turn = await uploads.upload(admin, await video(), { contentType: 'video/mp4' });
    const awaited = (await uploads.ask(admin, await picture(8, 8))).media?.id;
    const ask = async (name: string, as: Actor, input: object) =>
      (
        await uploads.shop.data(
          `mutation ($input: ${name === 'categoryCreate' ? 'CategoryCreateInput' : 'CategoryUpdateInput'}!) {
            ${name}(input: $input) { category { id image { id } } userErrors { code field } }
          }`,
          { input },
          { as },
        )
      )[name];
    const translations = [{ locale: 'en', name: 'Glass' }];
    for (const [imageId, code] of [
      [others.id, 'NOT_FOUND'],
      [turn.id, 'MEDIA_REJECTED'],
      [awaited, 'MEDIA_NOT_READY'],
    ])
      expect(await ask('categoryCreate', admin, { translations, imageId })).toEqual({
        category: null,
        userErrors: [{ code, field: ['imageId'] }],
      });

    const created = await ask('categoryCreate', admin, { translations, imageId: image.id });
    expect(created).toMatchObject({ category: { image: { id: image.id } }, userErrors: [] });
    const { id: categoryId } = z.object({ category: z.object({ id: z.string() }) }).parse(created).category;
    for (const [as, input, shown] of [
      [another, { translations }, image.id],
      [another, { imageId: image.id }, image.id],
      [another, { imageId: others.id }, others.id],
      [admin, { imageId: null }, null],
      [admin, { imageId: image.id }, image.id],
    ] as const)
      expect(await ask('categoryUpdate', as, { categoryId, ...input })).toMatchObject({
        category: { image: shown && { id: shown } },
        userErrors: [],
      });
    await uploads.shop.data(
      'mutation ($id: ID!) { mediaDelete(input: { mediaId: $id }) { deletedMediaId } }',
      { id: image.id },
      { as: admin },
    );
    expect(await ask('categoryUpdate', admin, { categoryId })).toMatchObject({ category: { image: null } });
  });

  test('of the demo are there for every product and for everybody, in one statement for a page, and drawn when somebody looks', async () => {
    uploads.shop.ownStatements();
    const { products } = z
      .object({
        products: z.object({
          nodes: z
            .array(
              z.object({
                featuredMedia: z.object({ url: z.string(), thumbhash: z.string(), altText: z.string() }),
                media: z.array(z.unknown()).min(1),
                category: z.object({ image: z.object({ url: z.string() }).nullable() }),
                variants: z.array(z.object({ media: z.object({ altText: z.string() }) })).min(1),
              }),
            )
            .length(20),
        }),
      })
      .parse(
        await uploads.shop.data(
          '{ products(last: 20) { nodes { featuredMedia { url(width: 512) thumbhash altText } media { id } category { image { url } } variants { media { altText } } } } }',
        ),
      );
    expect(uploads.shop.ownStatements().filter((sql) => /media_use/.test(sql)).length).toBeLessThanOrEqual(4);
    const drawn = await fetch(products.nodes[0]?.featuredMedia.url ?? '');
    expect(await sharp(Buffer.from(await drawn.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 512, height: 384 });

    const people = DEMO_PEOPLE.map(demoPicturesOf);
    const owned = await uploads.shop.data('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Media { thumbhash url } } }', {
      of: people.flatMap(({ avatarId, logoId, bannerId, portfolioIds }) =>
        [avatarId, logoId, bannerId, ...portfolioIds].flatMap((id) => (id === null ? [] : [{ __typename: 'Media', id }])),
      ),
    });
    const portraits = z
      .array(z.object({ thumbhash: z.string(), url: z.string() }))
      .min(25)
      .parse(owned['_entities']);
    const portrait = await fetch(portraits[0]?.url ?? '');
    expect(await sharp(Buffer.from(await portrait.arrayBuffer())).metadata()).toMatchObject({ width: 512, height: 512 });

    const coloured = await uploads.shop.data(
      '{ product(slug: "espresso-cup-pair") { media { id } variants { media { altText(locale: "en") } } category { ancestors { image { altText } } } } }',
    );
    expect(coloured).toMatchObject({
      product: {
        media: { length: 4 },
        variants: ['Matt white', 'Celadon', 'Tenmoku'].map((glaze) => ({ media: { altText: `Espresso cup pair, ${glaze}` } })),
        category: { ancestors: [{ image: { altText: expect.any(String) } }] },
      },
    });
  });

  test('stay as long as something shows them, and are swept when nothing has for a while', async () => {
    const { id: productId } = await uploads.shop.list(seller);
    const draft = await uploads.shop.draft(seller);
    const [kept, letGo, ofDraft, never] = await Promise.all(
      [8, 9, 10, 11].map(async (size) => uploads.upload(seller, await picture(size, size))),
    );
    await set(seller, { productId, mediaIds: [kept?.id, letGo?.id] });
    await set(seller, { productId, mediaIds: [kept?.id] });
    await set(seller, { productId: draft.id, mediaIds: [ofDraft?.id] });
    await uploads.shop.data(
      'mutation ($id: ID!) { productDelete(input: { productId: $id }) { deletedProductId } }',
      { id: draft.id },
      { as: seller },
    );
    const ofVariant = await uploads.upload(seller, await picture(15, 15));
    const [small, large] = ['S', 'L'].map((size) => ({
      sku: `SIZE-${size}-${seller.id.slice(-6)}`,
      optionValues: [size],
      prices: [{ price: { amount: '10.00', currencyCode: 'EUR' } }],
      mediaId: ofVariant.id,
    }));
    const options = [{ name: 'Size', values: [{ name: 'S' }, { name: 'L' }] }];
    const sized = await uploads.shop.draft(seller, { mediaIds: [ofVariant.id], options, variants: [small ?? {}, large ?? {}] });
    await uploads.shop.data(
      'mutation ($input: ProductVariantsDeleteInput!) { productVariantsDelete(input: $input) { deletedVariantIds } }',
      { input: { productId: sized.id, variantIds: [sized.variantId] } },
      { as: seller },
    );
    await set(seller, { productId: sized.id, mediaIds: [] });
    const admin = person('ADMIN');
    const ofCategory = await uploads.upload(admin, await picture(14, 14));
    const { categoryCreate } = z
      .object({ categoryCreate: z.object({ category: z.object({ id: z.string() }) }) })
      .parse(
        await uploads.shop.data(
          'mutation ($input: CategoryCreateInput!) { categoryCreate(input: $input) { category { id } } }',
          { input: { translations: [{ locale: 'en', name: 'Bells' }], imageId: ofCategory.id } },
          { as: admin },
        ),
      );
    await uploads.shop.data(
      'mutation ($id: ID!) { categoryDelete(input: { categoryId: $id }) { deletedCategoryId } }',
      { id: categoryCreate.category.id },
      { as: admin },
    );
    const portrait = await uploads.upload(seller, await picture(12, 12), { purpose: 'AVATAR' });
    const others = await uploads.upload(person(), await picture(13, 13), { purpose: 'AVATAR' });
    await uploads.shop.happened(MediaUsed, { userId: seller.id, usedBy: seller.id, mediaIds: [portrait.id, others.id, newId('med')] });
    await uploads.shop.settled();
    await uploads.shop.restart((options) => start({ ...options, env: { ...options.env, MEDIA_UNUSED_HOURS: '0.0001' } }));
    for (const swept of [letGo, ofDraft, ofVariant, ofCategory, never, others]) {
      const deleted = await uploads.shop.heard(MediaDeleted, ({ mediaId }) => mediaId === swept?.id);
      expect(deleted).toMatchObject({ ownerId: swept?.owner.id, why: 'UNUSED' });
      expect((await fetch(swept?.url ?? '')).status).toBe(404);
    }
    for (const shown of [kept, portrait]) expect((await fetch(shown?.url ?? '')).status).toBe(200);
  });
});

describe('the room that files take', () => {
  let folder: string;
  let uploads: Uploads;
  let seller: Actor;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'agora-media-'));
    uploads = await openUploads({
      MEDIA_FOLDER: folder,
      MEDIA_STALL_SECONDS: '0.3',
      MEDIA_MB_PER_OWNER: '0.1',
      FFMPEG_FOLDER: path.join(folder, 'none'),
    });
    seller = person('SELLER');
  });
  afterAll(async () => {
    await uploads?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a video is shown without its length and without a still where there is no FFmpeg', async () => {
    const seen = await uploads.upload(seller, await video(), { contentType: 'video/mp4' });
    expect(seen).toMatchObject({ status: 'READY', url: expect.any(String), posterUrl: null, durationSeconds: null, width: null });
  });

  test('an upload of which too little comes is ended with a sentence, and leaves nothing', async () => {
    const bytes = await picture(64, 64);
    const asked = await uploads.ask(seller, bytes);
    const headers = { 'content-type': 'image/png', 'content-length': bytes.length };
    const put = request(asked.uploadUrl ?? '', { method: 'PUT', headers });
    put.write(bytes.subarray(0, 9));
    const answer = await within(
      new Promise<IncomingMessage>((resolve, reject) => put.once('response', resolve).once('error', reject)),
      () => 'An upload that stalls was not ended',
    );
    put.on('error', () => {}).destroy();
    expect([answer.statusCode, await text(answer)]).toEqual([408, expect.stringContaining('Too little of this upload came')]);
    await eventually(async () => (await readdir(path.join(folder, 'drafts'))).length === 0);
    expect((await uploads.put(asked, bytes)).status).toBe(200);
  });

  test('an account has so many bytes of files and no more, whether they are used or not', async () => {
    const ana = person('SELLER');
    const { id } = await uploads.upload(ana, await picture(30, 30));
    const sized = (byteSize: number) => uploads.ask(ana, Buffer.alloc(0), { byteSize });
    expect(await sized(99_990)).toMatchObject({
      media: null,
      userErrors: [{ code: 'LIMIT_REACHED', message: expect.stringContaining('0.1 MB') }],
    });
    expect(await sized(60_000)).toMatchObject({ userErrors: [] });
    expect(await sized(60_000)).toMatchObject({ userErrors: [{ code: 'LIMIT_REACHED' }] });
    await uploads.shop.data('mutation ($id: ID!) { mediaDelete(input: { mediaId: $id }) { deletedMediaId } }', { id }, { as: ana });
    expect(await sized(40_000)).toMatchObject({ userErrors: [] });
    expect(await uploads.ask(seller, Buffer.alloc(60_000))).toMatchObject({ userErrors: [] });
  });

  test('what was cut round another point is dropped, and its links show what is cut round this one', async () => {
    const ana = person('SELLER');
    const { id } = await uploads.upload(ana, await picture(1000, 100));
    const focus = (x: number) =>
      uploads.shop.data(
        'mutation ($input: MediaUpdateInput!) { mediaUpdate(input: $input) { media { id } } }',
        { input: { mediaId: id, focalPoint: { x, y: 0.5 } } },
        { as: ana },
      );
    const wanted = '(width: 64, height: 64, fit: COVER, format: PNG)';
    const kept = async () => (await readdir(path.join(folder, 'media', id))).filter((name) => name !== 'whole');
    const links: string[] = [];
    for (const x of [0.1, 0.5, 0.9]) {
      await focus(x);
      links.push(await uploads.url(null, id, wanted));
      expect((await fetch(links.at(-1) ?? '')).status).toBe(200);
    }
    await eventually(async () => (await kept()).length === 1);
    const shown = await Promise.all(links.map(async (link) => Buffer.from(await (await fetch(link)).arrayBuffer())));
    expect(shown[0]).toEqual(shown[2]);
    expect(await kept()).toEqual(['900-500']);
  });

  test('what began to come and never came whole is removed after a while', async () => {
    const [old, young] = ['old', 'young'].map((name) => path.join(folder, 'drafts', name));
    await mkdir(path.join(folder, 'drafts'), { recursive: true });
    for (const file of [old, young]) await writeFile(file ?? '', 'half');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(old ?? '', anHourAgo, anHourAgo);
    const store = new DiskStore(folder, () => Promise.reject(new Error('Nothing is asked for.')));
    await store.removeDrafts(new Date(Date.now() - 1_800_000));
    expect(await readdir(path.join(folder, 'drafts'))).toEqual(['young']);
  });
});

const [, BUCKET] = storesHere();
(BUCKET === undefined ? describe.skip : describe)('a store that is slow', () => {
  let storage: Awaited<ReturnType<typeof openStorage>>;
  let slow: Awaited<ReturnType<typeof openSlowly>>;
  let uploads: Uploads;
  beforeAll(async () => {
    storage = await openStorage(BUCKET ?? '');
    slow = await openSlowly(storage.env['S3_ENDPOINT'] ?? '');
    uploads = await openUploads({ ...storage.env, S3_ENDPOINT: slow.url, S3_PUBLIC_ENDPOINT: storage.env['S3_ENDPOINT'] ?? '' });
  });
  afterAll(async () => {
    slow?.release();
    await uploads?.stop();
    await slow?.stop();
    await storage?.stop();
  });

  test('holds up nobody else, and what is looked at for minutes is looked at once', async () => {
    const [ana, ben] = [person('SELLER'), person('SELLER')];
    const bytes = await picture(8, 8);
    const first = await uploads.ask(ana, bytes);
    const id = first.media?.id ?? '';
    await uploads.put(first, bytes);
    const begun = slow.hold(`/incoming/${id}`);
    // Claims are prolonged by a timer that goes only when it is told to.
    jest.useFakeTimers({ doNotFake: TIMERS.filter((timer) => timer !== 'setInterval' && timer !== 'clearInterval') });
    try {
      await uploads.complete(ana, id);
      await begun;
      await jest.advanceTimersByTimeAsync(90_000);
      await eventually(async () => (await uploads.upload(ben, bytes)).status === 'READY');
      expect(slow.reads()).toBe(1);
    } finally {
      jest.useRealTimers();
    }
    slow.release();
    await eventually(async () => (await uploads.seen(ana, id))?.status === 'READY');
    expect(slow.reads()).toBe(1);
  });
});

const TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** What is done when the clock stood so many minutes before now. */
async function before<T>(minutes: number, act: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now: Date.now() - minutes * 60_000, doNotFake: [...TIMERS] });
  try {
    return await act();
  } finally {
    jest.useRealTimers();
  }
}

/** A PNG of one colour whose size stands in its header; its rows are zeros. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function noise(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .png()
    .toBuffer();
}

/** A video of `fixtures/`, two seconds of red that is stored lying on its side unless another is named. */
function video(name = 'turn.mp4'): Promise<Buffer> {
  return readFile(new URL(`fixtures/${name}`, import.meta.url));
}

/** The first box of an MP4, which says what it is. */
const FTYP = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypmp42'), Buffer.alloc(4), Buffer.from('mp42isom')]);

/** What FFmpeg would follow, if it were let. */
const PLAYLIST = Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n');
