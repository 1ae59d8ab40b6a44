import { searchText, term } from '@agora/platform/input/input';
import { minorUnitsOf } from '@agora/platform/money';
import type { Bind } from '@agora/platform/reading/reader';
import { said } from '@agora/platform/input/said';
import { during, TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { sentences } from '../sentences.ts';

const MAX_CHOICES = 50;

const words = term(200);
const choices = z.array(words).max(MAX_CHOICES);

const PriceRange = z
  .object({ currencyCode: z.string(), gte: optional(z.string()), lte: optional(z.string()) })
  .transform(({ currencyCode, ...range }, context) => {
    const unitsOf = (name: 'gte' | 'lte') => {
      const amount = range[name];
      if (amount === undefined) return undefined;
      const units = minorUnitsOf(amount, currencyCode);
      if (units === null) context.addIssue({ code: 'custom', path: [name], ...said(sentences.noAmountIn(currencyCode)) });
      return units ?? undefined;
    };
    return { currencyCode, gte: unitsOf('gte'), lte: unitsOf('lte') };
  });

/** `ProductFilterInput` of the graph, checked. */
export const ProductFilter = z.object({
  query: optional(searchText(200)),
  categorySlugs: optional(choices),
  sellerIds: optional(choices),
  price: optional(PriceRange),
  isAvailable: optional(z.boolean()),
  createdAt: optional(TimeRange),
  publishedAt: optional(TimeRange),
  sku: optional(z.object({ eq: optional(words), in: optional(choices), startsWith: optional(words), contains: optional(words) })),
});
export type ProductFilter = Partial<z.output<typeof ProductFilter>>;

/** SQL conditions on `product`; its words are looked for elsewhere. */
export function conditionsOf(filter: ProductFilter, bind: Bind): string[] {
  const { categorySlugs, sellerIds, price, isAvailable, createdAt, publishedAt, sku } = filter;
  return [
    ...when(categorySlugs, (slugs) => [`product.category_id in (${branchesOf(slugs, bind)})`]),
    ...when(sellerIds, (ids) => [`product.seller_id = any(${bind(ids)}::text[])`]),
    ...when(price, (range) => priceConditions(range, bind)),
    ...when(isAvailable, (wanted) => [`${wanted ? '' : 'not '}exists (${variantsWhere(['variant.is_enabled', 'variant.available > 0'])})`]),
    ...during('product.created_at', createdAt, bind),
    ...during('product.published_at', publishedAt, bind),
    ...when(sku, (match) => [`exists (${variantsWhere(skuConditions(match, bind))})`]),
  ];
}

/** The categories with these slugs, and all below them. */
function branchesOf(slugs: readonly string[], bind: Bind): string {
  return `select branch.id from category wanted join category branch on branch.path @> array[wanted.id] where wanted.slug = any(${bind(slugs)}::text[])`;
}

function priceConditions({ currencyCode, gte, lte }: NonNullable<ProductFilter['price']>, bind: Bind): string[] {
  return [
    `product.currency_code = ${bind(currencyCode)}`,
    ...when(gte, (least) => [`product.price_from_minor_units >= ${bind(least)}::bigint`]),
    ...when(lte, (max) => [`product.price_from_minor_units <= ${bind(max)}::bigint`]),
  ];
}

function skuConditions(sku: NonNullable<ProductFilter['sku']>, bind: Bind): string[] {
  return [
    ...when(sku.eq, (code) => [`variant.sku = ${bind(code)}`]),
    ...when(sku.in, (codes) => [`variant.sku = any(${bind(codes)}::text[])`]),
    ...when(sku.startsWith, (beginning) => [`starts_with(variant.sku, ${bind(beginning)})`]),
    ...when(sku.contains, (part) => [`strpos(variant.sku, ${bind(part)}) > 0`]),
  ];
}

function variantsWhere(conditions: readonly string[]): string {
  return `select from product_variant variant where ${['variant.product_id = product.id', ...conditions].join(' and ')}`;
}

function when<Value>(value: Value | undefined, conditions: (value: Value) => string[]): string[] {
  return value === undefined ? [] : conditions(value);
}

/** In a filter, null asks for nothing. */
function optional<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? undefined);
}
