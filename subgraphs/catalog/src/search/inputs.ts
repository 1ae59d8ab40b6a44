import * as z from 'zod';
import { ProductFilter } from './reads/product-filter.ts';

/** Arguments of `products`, so that a problem names its place in them. */
export const ProductsArgs = z.object({ filter: ProductFilter.nullish().transform((filter) => filter ?? {}) });
