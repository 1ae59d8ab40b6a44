import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '@agora/platform/http-messages';
import { decompress } from './decompress.ts';
import type { UnderWay } from './requests.ts';
import { NO_ROOM, TOO_LARGE, type Unreadable } from './unreadable.ts';

/** The body as text, or why there is none, or how it is decompressed. */
export type Body = string | Unreadable | Compressed;

/** It takes time, so it is not done before it is known on whose account. */
export type Compressed = () => string | Unreadable;

/** An oversized body is read on, so that the client reads why it is refused, but not for ever. */
const MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;

/**
 * Calls `done` once with the body. A request that breaks off is never done. The events of the stream cost less than an
 * iterator over it.
 */
export function readBody(request: IncomingMessage, underWay: UnderWay, done: (body: Body) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DRAINED_BYTES) return giveUp(TOO_LARGE);
    if (size > MAX_BODY_BYTES) return;
    if (underWay.takeBytes(chunk.length)) chunks.push(chunk);
    else giveUp(NO_ROOM);
  };
  const end = () => done(size > MAX_BODY_BYTES ? TOO_LARGE : textOf(chunks, request.headers['content-encoding'], underWay));
  const giveUp = (why: Body) => {
    request.off('data', take).off('end', end).pause();
    done(why);
  };
  request.on('data', take).on('end', end);
}

function textOf(chunks: readonly Buffer[], coding: string | undefined, underWay: UnderWay): Body {
  const [only] = chunks;
  const sent = chunks.length === 1 && only ? only : Buffer.concat(chunks);
  if (coding === undefined || sent.length === 0) return sent.toString('utf8');
  return () => {
    const whole = decompress(sent, coding);
    if ('status' in whole) return whole;
    return underWay.takeBytes(Math.max(0, whole.length - sent.length)) ? whole.toString('utf8') : NO_ROOM;
  };
}
