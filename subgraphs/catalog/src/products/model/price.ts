import type { Money } from '@agora/platform/money';

/** What a variant costs in one currency. */
export interface Price extends Money {
  /** What it cost before a reduction; null where it is not reduced. */
  readonly compareAtMinorUnits: number | null;
}

/** From which to which price something is sold in one currency. */
export interface PriceRange {
  readonly currencyCode: string;
  readonly fromMinorUnits: number;
  readonly toMinorUnits: number;
}

/** The range of prices in each currency that every one of several variants has. */
export function rangesOf(pricesOfEach: readonly (readonly Price[])[]): PriceRange[] {
  const byCurrency = Map.groupBy(pricesOfEach.flat(), ({ currencyCode }) => currencyCode);
  return [...byCurrency].flatMap(([currencyCode, prices]) => {
    if (prices.length < pricesOfEach.length) return [];
    const amounts = prices.map(({ minorUnits }) => minorUnits);
    return [{ currencyCode, fromMinorUnits: Math.min(...amounts), toMinorUnits: Math.max(...amounts) }];
  });
}
