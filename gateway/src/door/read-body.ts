import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '@agora/platform/http-messages';

/** An oversized body is read on, so that the client reads why it is refused, but not for ever. */
const MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;

/**
 * Calls `done` once: with the body as text, or with null when it is larger than 1 MB. A request that breaks off is never
 * done. The events of the stream cost less than an iterator over it.
 */
export function readBody(request: IncomingMessage, done: (text: string | null) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else if (size > MAX_DRAINED_BYTES) tooLarge();
  };
  const end = () => done(size > MAX_BODY_BYTES ? null : textOf(chunks));
  const tooLarge = () => {
    request.off('data', take).off('end', end).pause();
    done(null);
  };
  request.on('data', take).on('end', end);
}

function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString('utf8');
}
