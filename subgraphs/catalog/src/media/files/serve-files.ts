import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@agora/platform/database/database';
import type { Files } from '@agora/platform/graph/http';
import { headerOf, urlOf } from '@agora/platform/http-messages';
import { prefixOf } from '@agora/platform/ids';
import { Media } from '../model/media.ts';
import { PURPOSES } from '../model/purposes.ts';
import { focusOf, nameOf, type Rendition, renditionNamed } from '../pictures/rendition.ts';
import { TooManyPictures } from '../pictures/sharp.ts';
import { type ByteRange, type MediaStore, POSTER, POSTER_TYPE } from '../storage/media-store.ts';
import { byteRange } from './byte-range.ts';
import type { FindKept } from './kept-file.ts';
import { FILES_PATH, type Link, type Links } from './links.ts';
import { receiveUpload } from './receive-upload.ts';
import { refuse } from './refuse.ts';
import { contentTypeOf, type Draw, keyOf, Renditions } from './renditions.ts';

export interface ServeFilesOptions {
  readonly database: Database;
  readonly store: MediaStore;
  readonly links: Links;
  readonly draw: Draw;
  /** What nobody uploaded. */
  readonly kept: FindKept;
  readonly stallMs: number;
}

/** Answers the links that `Links` makes. */
export function serveFiles(options: ServeFilesOptions): Files {
  const renditions = new Renditions(options.store, options.draw);
  const underWay = new Map<string, IncomingMessage>();
  return {
    path: FILES_PATH,
    async answer(request, response) {
      const link = options.links.opened(urlOf(request)?.pathname ?? '');
      if (!link || (link.endsAt !== null && link.endsAt < Date.now()))
        return refuse(request, response, 403, link ? 'This link has ended. Ask the graph for a new one.' : 'This link is not one of ours.');
      if (link.verb === 'put') return receiveUpload({ ...options, underWay }, link, request, response);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        return refuse(request, response, 405, 'This link is for reading.');
      }
      const send = prefixOf(link.mediaId) === 'med' ? sendFile : sendKept;
      await send(options, renditions, link, request, response);
    },
  };
}

async function sendFile(
  { database, store }: ServeFilesOptions,
  renditions: Renditions,
  link: Extract<Link, { readonly verb: 'get' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const media = await database.fork().findOne(Media, { id: link.mediaId, status: 'READY' });
  if (!media) return refuse(request, response, 404, 'This file is gone.');
  const rendition = renditionOf(media, link.rendition);
  const name = rendition ? nameOf(rendition) : link.rendition;
  let size: number | null;
  try {
    size = await renditions.sizeOf(media, name);
  } catch (error) {
    if (!(error instanceof TooManyPictures)) throw error;
    response.setHeader('retry-after', '2');
    return refuse(request, response, 503, 'Too many pictures are being made. Come again in a moment.');
  }
  if (size === null) return refuse(request, response, 404, 'This file is gone.');

  const etag = `"${media.id}-${name}"`;
  setHeaders(response, {
    contentType: rendition ? contentTypeOf(rendition) : link.rendition === POSTER ? POSTER_TYPE : media.contentType,
    disposition: media.kind === 'DOCUMENT' ? savedAs(media.filename) : 'inline',
    isPublic: PURPOSES[media.purpose].isPublic,
    endsAt: link.endsAt,
  });
  await sendBytes({ etag, size, read: (range) => store.read(keyOf(media.id, name), range) }, request, response);
}

/** Under the name that it has; nobody but who has the link keeps it. */
async function sendKept(
  { kept }: ServeFilesOptions,
  _: Renditions,
  { mediaId, endsAt }: Extract<Link, { readonly verb: 'get' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await kept(mediaId);
  if (!file) return refuse(request, response, 404, 'This file is gone.');
  const { contentType, size } = file;
  setHeaders(response, { contentType, disposition: savedAs(file.filename), isPublic: false, endsAt });
  if (size !== null) return sendBytes({ etag: `"${file.id}"`, size, read: (range) => file.read(range) }, request, response);
  response.statusCode = 200;
  if (request.method === 'HEAD') return void response.end();
  await pipe(await file.read(), request, response);
}

interface Bytes {
  readonly etag: string;
  readonly size: number;
  read(range?: ByteRange): Promise<Readable>;
}

async function sendBytes({ etag, size, read }: Bytes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('accept-ranges', 'bytes').setHeader('etag', etag);
  if (headerOf(request, 'if-none-match') === etag) return void response.writeHead(304).end();
  const isSame = [undefined, etag].includes(headerOf(request, 'if-range'));
  const range = isSame ? byteRange(headerOf(request, 'range'), size) : null;
  if (range === 'beyond') {
    for (const name of ['content-disposition', 'etag', 'cache-control']) response.removeHeader(name);
    response.setHeader('content-range', `bytes */${size}`);
    return refuse(request, response, 416, `This file has ${size} bytes.`);
  }
  if (range) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${size}`);
  response.setHeader('content-length', range ? range.end - range.start + 1 : size);
  response.statusCode = range ? 206 : 200;
  if (request.method === 'HEAD' || size === 0) return void response.end();
  await pipe(await read(range ?? undefined), request, response);
}

async function pipe(bytes: Readable, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await pipeline(bytes, response).catch((error: unknown) => {
    if (!request.destroyed && !response.destroyed) throw error;
  });
}

/** What is cut off lies round what matters most now, also by links that were made before: each size is kept once. */
function renditionOf({ focalX, focalY }: Media, name: string): Rendition | null {
  const rendition = renditionNamed(name);
  return rendition && { ...rendition, focus: focusOf({ fit: rendition.fit, focalX, focalY }) };
}

interface Shown {
  readonly contentType: string;
  readonly disposition: string;
  readonly isPublic: boolean;
  readonly endsAt: number | null;
}

/** Whatever is in a file, a browser takes it for nothing but what it is, and runs nothing of it. */
function setHeaders(response: ServerResponse, { contentType, disposition, isPublic, endsAt }: Shown): void {
  const seconds = endsAt === null ? 31_536_000 : Math.max(0, Math.floor((endsAt - Date.now()) / 1000));
  response
    .setHeader('content-type', contentType)
    .setHeader('x-content-type-options', 'nosniff')
    .setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('cross-origin-resource-policy', 'cross-origin')
    .setHeader('content-disposition', disposition)
    .setHeader('cache-control', isPublic ? `public, max-age=${seconds}, immutable` : `private, max-age=${seconds}`);
}

/** Files are saved under the name that their owner gave them (https://www.rfc-editor.org/rfc/rfc6266); that of what everybody reads is nobody's business. */
function savedAs(filename: string): string {
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}
