/** SQL for the `tsvector`s of something that was found, and for the `tsquery`s that it was looked for by. */
export interface Found {
  readonly nameWords: string;
  readonly words: string;
  readonly typed: string;
  readonly wanted: string;
}

/** Of a word in the description, in names of categories, in codes and facts, in the name. */
const WEIGHTS = `'{0.05, 0.2, 0.4, 1}'`;

/**
 * How well something fits: all words in its name before all words anywhere, those that were typed before others that mean the same, and a
 * short name before a long one. No function of the database: its calls would take longer than all else of a search that finds much.
 */
export function relevance({ nameWords, words, typed, wanted }: Found): string {
  return `(case when ${nameWords} @@ ${wanted} then 2 + ts_rank(${WEIGHTS}, ${nameWords}, ${wanted}, 1)
      else ts_rank(${WEIGHTS}, ${words}, ${wanted}) end
    + case when ${nameWords} @@ ${typed} then 2 when ${words} @@ ${typed} then 1 else 0 end)::real`;
}
