import { categories } from './categories.ts';
import { products } from './products.ts';
import type { Resolvers } from './schema.generated.ts';
import { variants } from './variants.ts';

export const resolvers: Resolvers = {
  ...products,
  ...categories,
  ...variants,
  Query: { ...products.Query, ...categories.Query },
};
