import { round } from './table.ts';

/** What something costs now, as a share of what it cost before; the middle of the turns and where it lies with 95 % certainty. */
export interface Price {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 4_000;

/**
 * The median of the ratios of the turns, in each of which both were measured one after the other, so that a machine that slows
 * down slows down both. The interval is the bootstrap's: the medians of turns drawn again and again from those that were measured.
 */
export function priceOf(before: readonly number[], after: readonly number[]): Price {
  const ratios = after.map((value, turn) => value / (before[turn] ?? NaN));
  const random = randomFrom(1);
  const medians = Array.from({ length: RESAMPLES }, () => median(ratios.map(() => ratios[Math.floor(random() * ratios.length)] ?? NaN)));
  const sorted = medians.sort((a, b) => a - b);
  return {
    ratio: round(median(ratios), 3),
    low: round(sorted[Math.floor(RESAMPLES * 0.025)] ?? NaN, 3),
    high: round(sorted[Math.floor(RESAMPLES * 0.975)] ?? NaN, 3),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The same turns give the same interval. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
