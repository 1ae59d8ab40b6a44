import { checked } from '@agora/platform/input/input';
import type { ProductSortInput, Resolvers } from '../graph/schema.generated.ts';
import { ProductsArgs } from './inputs.ts';
import type { ProductSort } from './reads/search.ts';

export const search: Resolvers = {
  Query: {
    products: (_, { filter, sort, ...page }, { loaders, languages }) =>
      loaders.products.load({ ...page, ...checked(ProductsArgs, { filter }), sort: sortOf(sort), languages }),
  },

  ProductConnection: {
    spelling: ({ spelling }) => spelling ?? null,
  },
};

/** What is found best first, unless something else is asked for. */
export function sortOf(sort: ProductSortInput | null | undefined): ProductSort {
  return sort ? { field: sort.field, direction: sort.direction ?? 'ASC' } : { field: 'RELEVANCE', direction: 'DESC' };
}
