import { line, term, text } from '@agora/platform/input/input';
import { MoneyInput } from '@agora/platform/money';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

const MAX_STOCK = 1_000_000;

export const ProductCreateInput = z.object({
  name: line(200),
  description: text(20_000),
  sku: line(64),
  price: MoneyInput.refine(({ minorUnits }) => minorUnits > 0, { path: ['amount'], ...said(sentences.priceNotAboveZero) }),
  stock: z.int().min(0).max(MAX_STOCK),
  categorySlug: term(100),
});

export const ProductUpdateInput = z.object({
  productId: z.string(),
  name: ProductCreateInput.shape.name.optional(),
  description: ProductCreateInput.shape.description.optional(),
  categorySlug: ProductCreateInput.shape.categorySlug.optional(),
  expectedVersion: z.int().nullish(),
});
