import type { Message } from '../bus.ts';

/** Well below the 1 MB that a broker accepts at once for a partition. */
const MAX_REQUEST_BYTES = 512 * 1024;
const HEADER_SIZE = 400;

/** In order, cut where a request would grow too large. */
export function* requestsOf(messages: readonly Message[]): Generator<Message[]> {
  let [part, size]: [Message[], number] = [[], 0];
  for (const message of messages) {
    const grows = HEADER_SIZE + Buffer.byteLength(message.data);
    if (part.length > 0 && size + grows > MAX_REQUEST_BYTES) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(message);
    size += grows;
  }
  if (part.length > 0) yield part;
}
