import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '@agora/platform/http-messages';
import type { TakeBytes } from './requests.ts';

/** The body as text, or why there is none: it has more than 1 MB, or too much is under way already. */
export type Body = string | typeof TOO_LARGE | typeof NO_ROOM;

export const TOO_LARGE = Symbol('too large');
export const NO_ROOM = Symbol('no room');

/** An oversized body is read on, so that the client reads why it is refused, but not for ever. */
const MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;

/**
 * Calls `done` once with the body. A request that breaks off is never done. The events of the stream cost less than an
 * iterator over it.
 */
export function readBody(request: IncomingMessage, takeBytes: TakeBytes, done: (body: Body) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DRAINED_BYTES) return giveUp(TOO_LARGE);
    if (size > MAX_BODY_BYTES) return;
    if (takeBytes(chunk.length)) chunks.push(chunk);
    else giveUp(NO_ROOM);
  };
  const end = () => done(size > MAX_BODY_BYTES ? TOO_LARGE : textOf(chunks));
  const giveUp = (why: Body) => {
    request.off('data', take).off('end', end).pause();
    done(why);
  };
  request.on('data', take).on('end', end);
}

function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString('utf8');
}
