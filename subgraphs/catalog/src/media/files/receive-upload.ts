import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '@agora/platform/database/database';
import { headerOf } from '@agora/platform/http-messages';
import { Media } from '../model/media.ts';
import { DiskStore } from '../storage/disk-store.ts';
import { incomingKey, type MediaStore } from '../storage/media-store.ts';
import type { Link } from './links.ts';
import { refuse } from './refuse.ts';

export interface ReceiveUploadOptions {
  readonly database: Database;
  readonly store: MediaStore;
  /** What brings the bytes of a file right now, by its id. */
  readonly underWay: Map<string, IncomingMessage>;
  /** How long an upload may bring less than it must. */
  readonly stallMs: number;
}

/** Takes the bytes of an upload where they are kept here; a store of its own is put to directly. */
export async function receiveUpload(
  { database, store, underWay, stallMs }: ReceiveUploadOptions,
  link: Extract<Link, { readonly verb: 'put' }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'PUT' || !(store instanceof DiskStore)) {
    response.setHeader('allow', 'PUT');
    return refuse(request, response, 405, 'This link is for a PUT.');
  }
  const length = headerOf(request, 'content-length');
  if (length === undefined) return refuse(request, response, 411, 'Say by Content-Length how many bytes come.');
  if (Number(length) !== link.byteSize) return refuse(request, response, 400, `This link takes exactly ${link.byteSize} bytes.`);
  const media = await database.fork().findOne(Media, { id: link.mediaId });
  if (!media) return refuse(request, response, 404, 'This upload is gone.');
  if (media.status !== 'AWAITING_UPLOAD') return refuse(request, response, 409, 'This upload is complete.');
  if (headerOf(request, 'content-type') !== media.contentType)
    return refuse(request, response, 400, `This link takes content of the type ${media.contentType}.`);
  // Whoever begins anew has given up what came before; many at once would fill the disk.
  underWay.get(media.id)?.destroy();
  underWay.set(media.id, request);
  const ended = endWhereStalled(request, { stallMs, endsAt: link.endsAt ?? Infinity }, () =>
    refuse(request, response, 408, 'Too little of this upload came for too long. Begin it again.'),
  );
  try {
    await store.receive(incomingKey(media.id), request);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    throw error;
  } finally {
    clearInterval(ended);
    if (underWay.get(media.id) === request) underWay.delete(media.id);
  }
  response.writeHead(200, { 'content-length': 0 }).end();
}

/** The least that comes over a poor mobile line. */
const LEAST_BYTES_PER_SECOND = 8_000;

/** Whoever sends a byte now and then would hold a connection for ever. */
function endWhereStalled(
  request: IncomingMessage,
  { stallMs, endsAt }: { readonly stallMs: number; readonly endsAt: number },
  end: () => void,
): NodeJS.Timeout {
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    const isEnough = came >= (LEAST_BYTES_PER_SECOND * stallMs) / 1_000 && Date.now() < endsAt;
    // What came whole is only written slowly.
    if (isEnough || request.complete) return;
    clearInterval(timer);
    // A request that was answered does not hear by itself that its connection is closed.
    socket.once('close', () => request.destroy());
    end();
  }, stallMs);
  return timer;
}
