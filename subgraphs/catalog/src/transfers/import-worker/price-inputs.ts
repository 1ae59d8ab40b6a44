import type { Cells } from '../format/write-rows.ts';
import type { WantedVariant } from './wanted-product.ts';

/** `[VariantPriceInput!]` of the graph, as it is before it is checked. */
export interface PriceInputs {
  readonly prices: readonly {
    readonly price: { readonly amount: string; readonly currencyCode: string };
    readonly compareAtAmount: string | null;
  }[];
  /** The column of each. */
  readonly columns: readonly string[];
}

/** What a variant is to cost in each currency: what is said, and else what it costs now, where it is there. */
export function priceInputs({ prices }: WantedVariant, ownCurrency: string, now?: Cells): PriceInputs {
  const others = new Set([...(now?.keys() ?? [])].flatMap((column) => (column.startsWith('price:') ? column.slice('price:'.length) : [])));
  for (const currency of prices.keys()) if (currency !== '') others.add(currency);
  others.delete(ownCurrency);
  const given = ['', ...others].flatMap((currency) => {
    const suffix = currency === '' ? '' : `:${currency}`;
    const own = currency === '' ? prices.get(ownCurrency) : undefined;
    const wanted = { ...prices.get(currency) };
    const amount = wanted.amount === undefined ? (own?.amount ?? now?.get(`price${suffix}`)) : wanted.amount;
    const before = wanted.compareAt === undefined ? (own?.compareAt ?? now?.get(`compare_at_price${suffix}`)) : wanted.compareAt;
    if (amount == null) return [];
    const price = { amount, currencyCode: currency === '' ? ownCurrency : currency };
    return [{ column: `price${suffix}`, input: { price, compareAtAmount: before || null } }];
  });
  return { prices: given.map(({ input }) => input), columns: given.map(({ column }) => column) };
}
