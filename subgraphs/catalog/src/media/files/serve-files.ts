import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@agora/platform/database/database';
import type { Files } from '@agora/platform/graph/http';
import { headerOf, urlOf } from '@agora/platform/http-messages';
import { Media } from '../model/media.ts';
import { PURPOSES } from '../model/purposes.ts';
import { renditionNamed } from '../pictures/rendition.ts';
import { TooManyPictures } from '../pictures/sharp.ts';
import { type MediaStore, shownKey } from '../storage/media-store.ts';
import { byteRange } from './byte-range.ts';
import { FILES_PATH, type Link, type Links } from './links.ts';
import { receiveUpload } from './receive-upload.ts';
import { refuse } from './refuse.ts';
import { contentTypeOf, type Draw, Renditions } from './renditions.ts';

export interface ServeFilesOptions {
  readonly database: Database;
  readonly store: MediaStore;
  readonly links: Links;
  readonly draw: Draw;
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
      await sendFile(options, renditions, link, request, response);
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
  const key = shownKey(media.id, link.rendition);
  const rendition = renditionNamed(link.rendition);
  let size: number | null;
  try {
    size = await renditions.sizeOf(media, link.rendition);
  } catch (error) {
    if (!(error instanceof TooManyPictures)) throw error;
    response.setHeader('retry-after', '2');
    return refuse(request, response, 503, 'Too many pictures are being made. Come again in a moment.');
  }
  if (size === null) return refuse(request, response, 404, 'This file is gone.');

  const etag = `"${media.id}-${link.rendition}"`;
  setHeaders(response, media, rendition ? contentTypeOf(rendition) : media.contentType, link.endsAt, etag);
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
  await pipeline(await store.read(key, range ?? undefined), response).catch((error: unknown) => {
    if (!request.destroyed && !response.destroyed) throw error;
  });
}

/** Whatever is in a file, a browser takes it for nothing but what it is, and runs nothing of it. */
function setHeaders(response: ServerResponse, media: Media, contentType: string, endsAt: number | null, etag: string): void {
  const { isPublic } = PURPOSES[media.purpose];
  const seconds = endsAt === null ? 31_536_000 : Math.max(0, Math.floor((endsAt - Date.now()) / 1000));
  response
    .setHeader('content-type', contentType)
    .setHeader('x-content-type-options', 'nosniff')
    .setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('cross-origin-resource-policy', 'cross-origin')
    .setHeader('content-disposition', dispositionOf(media))
    .setHeader('cache-control', isPublic ? `public, max-age=${seconds}, immutable` : `private, max-age=${seconds}`)
    .setHeader('accept-ranges', 'bytes')
    .setHeader('etag', etag);
}

/** Files are saved under the name that their owner gave them (https://www.rfc-editor.org/rfc/rfc6266); that of what everybody reads is nobody's business. */
function dispositionOf({ kind, filename }: Media): string {
  if (kind !== 'DOCUMENT') return 'inline';
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}
