import { searchText, term } from '@agora/platform/input/input';
import * as z from 'zod';
import { ProductFilter } from './reads/product-filter.ts';

/** Arguments of `products`, so that a problem names its place in them. */
export const ProductsArgs = z.object({ filter: ProductFilter.nullish().transform((filter) => filter ?? {}) });

/** Arguments of `facets`. */
export const FacetsArgs = z.object({
  keys: z
    .array(term(40))
    .max(30)
    .nullish()
    .transform((keys) => keys ?? null),
  valuesFirst: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((first) => first ?? 20),
});

/** Arguments of `productSuggestions`. */
export const SuggestionsArgs = z.object({
  query: searchText(100),
  first: z
    .int()
    .min(1)
    .max(10)
    .nullish()
    .transform((first) => first ?? 6),
});
