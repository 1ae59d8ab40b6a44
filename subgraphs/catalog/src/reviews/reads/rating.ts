/** What the reviews of something add up to. */
export interface Rating {
  /** Null without any. */
  readonly average: number | null;
  readonly count: number;
  /** Reviews of 1, 2, 3, 4 and 5 stars. */
  readonly histogram: readonly number[];
}

export function ratingOf(histogram: readonly number[]): Rating {
  const count = histogram.reduce((sum, number) => sum + number, 0);
  const stars = histogram.reduce((sum, number, index) => sum + number * (index + 1), 0);
  return { average: count === 0 ? null : stars / count, count, histogram };
}
