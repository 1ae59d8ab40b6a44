import type { SubgraphAnswer } from '../types.ts';
import type { Running } from './request.ts';

/**
 * Counts what a subgraph has answered; false when the answers are together more than they may be, or the subgraph itself has
 * ended one for its size. Nothing more is asked then.
 */
export function isWithinBudget(running: Running<unknown>, { bytes = 0, errors }: SubgraphAnswer): boolean {
  running.bytesLeft -= bytes;
  const hasEnded = errors?.some(({ extensions }) => extensions?.['code'] === 'QUERY_TOO_COSTLY');
  if (hasEnded && Number.isFinite(running.bytesLeft)) running.bytesLeft = Math.min(running.bytesLeft, -1);
  return running.bytesLeft >= 0;
}
