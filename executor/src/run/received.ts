import { subgraphErrors } from '../data/subgraph-errors.ts';
import type { SubgraphAnswer } from '../types.ts';
import type { Running } from './request.ts';

/**
 * Takes note of what a subgraph has answered, whose errors need not be what they should; null when the answers are together
 * more than they may be, or the subgraph itself has ended one for its size. Nothing more is asked then. Throws what is no answer.
 */
export function received(running: Running<unknown>, answer: SubgraphAnswer): SubgraphAnswer | null {
  const { bytes = 0, escapeFree = false, isAscii = false } = answer;
  running.bytesLeft -= bytes;
  running.escapeFree &&= escapeFree;
  running.isAscii &&= isAscii;
  const readable = answer.errors == null ? answer : { ...answer, errors: subgraphErrors(answer.errors) };
  if (readable.data === undefined && !readable.errors?.length) throw new TypeError('The answer holds neither data nor errors.');
  const hasEnded = readable.errors?.some(({ extensions }) => extensions?.['code'] === 'QUERY_TOO_COSTLY');
  if (hasEnded && Number.isFinite(running.bytesLeft)) running.bytesLeft = Math.min(running.bytesLeft, -1);
  return running.bytesLeft >= 0 ? readable : null;
}
