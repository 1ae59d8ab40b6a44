import { line, term, text } from '@agora/platform/input';
import { MoneyInput } from '@agora/platform/money';
import * as z from 'zod';
import { ProductFilter } from '../read/product-filter.ts';

const MOST_STOCK = 1_000_000;

export const ProductCreateInput = z.object({
  name: line(200),
  description: text(20_000),
  sku: line(64),
  price: MoneyInput.refine(({ minorUnits }) => minorUnits > 0, { path: ['amount'], message: 'The price must be above 0.' }),
  stock: z.int().min(0, 'The stock must be at least 0.').max(MOST_STOCK, `The stock must be at most ${MOST_STOCK}.`),
  categorySlug: term(100),
});

/** Arguments of `products`, so that a problem names its place in them. */
export const ProductsArgs = z.object({ filter: ProductFilter.nullish().transform((filter) => filter ?? {}) });
