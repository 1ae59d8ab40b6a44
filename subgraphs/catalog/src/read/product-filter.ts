import { CurrencyCode, minorUnitsOf } from '@agora/platform/money';
import * as z from 'zod';

const MOST_CHOICES = 50;

/** Text to compare with: it may be anything that PostgreSQL can hold. */
const words = z
  .string()
  .max(200, 'This must not be longer than 200 characters.')
  .refine((value) => !value.includes('\0'), 'This must not contain the character NUL.')
  .transform((value) => value.toWellFormed());
const choices = z.array(words).max(MOST_CHOICES, `Give at most ${MOST_CHOICES}.`);

/** Days that a month does not have, which the graph lets through, become the ones after it. */
const instant = z.string().transform((value) => new Date(value).toISOString());

const PriceRange = z
  .object({ currencyCode: CurrencyCode, gte: z.string().nullish(), lte: z.string().nullish() })
  .transform(({ currencyCode, ...range }, context) => {
    const bound = (name: 'gte' | 'lte') => {
      const amount = range[name];
      const units = amount == null ? null : minorUnitsOf(amount, currencyCode);
      if (amount != null && units === null)
        context.addIssue({ code: 'custom', path: [name], message: `This is no amount in ${currencyCode}.` });
      return units;
    };
    return { currencyCode, gte: bound('gte'), lte: bound('lte') };
  });

/** `ProductFilterInput` of the graph, checked. */
export const ProductFilter = z.object({
  query: words.transform((value) => value.trim()).nullish(),
  categorySlugs: choices.nullish(),
  sellerIds: choices.nullish(),
  price: PriceRange.nullish(),
  isAvailable: z.boolean().nullish(),
  createdAt: z.object({ gte: instant.nullish(), lt: instant.nullish() }).nullish(),
  sku: z.object({ eq: words.nullish(), in: choices.nullish(), startsWith: words.nullish(), contains: words.nullish() }).nullish(),
});
export type ProductFilter = z.output<typeof ProductFilter>;

/** SQL conditions on `product`; `bind` gives the placeholder of a value. */
export function conditionsOf(filter: ProductFilter, bind: (value: unknown) => string): string[] {
  const { query, categorySlugs, sellerIds, price, isAvailable, createdAt, sku } = filter;
  const conditions: string[] = [];
  if (query) conditions.push(`product.search @@ search.query_of(${bind(query)}::text)`);
  if (categorySlugs) conditions.push(`product.category_id in (select id from category where slug = any(${bind(categorySlugs)}::text[]))`);
  if (sellerIds) conditions.push(`product.seller_id = any(${bind(sellerIds)}::text[])`);
  if (price) conditions.push(...priceConditions(price, bind));
  if (isAvailable != null) conditions.push(`${isAvailable ? '' : 'not '}exists (${variantsWhere(['variant.on_hand > variant.reserved'])})`);
  if (createdAt?.gte) conditions.push(`product.created_at >= ${bind(createdAt.gte)}::timestamptz`);
  if (createdAt?.lt) conditions.push(`product.created_at < ${bind(createdAt.lt)}::timestamptz`);
  if (sku) conditions.push(`exists (${variantsWhere(skuConditions(sku, bind))})`);
  return conditions;
}

function priceConditions({ currencyCode, gte, lte }: NonNullable<ProductFilter['price']>, bind: (value: unknown) => string): string[] {
  return [
    `product.currency_code = ${bind(currencyCode)}`,
    ...(gte === null ? [] : [`product.price_from >= ${bind(gte)}::bigint`]),
    ...(lte === null ? [] : [`product.price_from <= ${bind(lte)}::bigint`]),
  ];
}

function skuConditions(sku: NonNullable<ProductFilter['sku']>, bind: (value: unknown) => string): string[] {
  return [
    ...(sku.eq == null ? [] : [`variant.sku = ${bind(sku.eq)}`]),
    ...(sku.in == null ? [] : [`variant.sku = any(${bind(sku.in)}::text[])`]),
    ...(sku.startsWith == null ? [] : [`starts_with(variant.sku, ${bind(sku.startsWith)})`]),
    ...(sku.contains == null ? [] : [`strpos(variant.sku, ${bind(sku.contains)}) > 0`]),
  ];
}

function variantsWhere(conditions: readonly string[]): string {
  return `select from product_variant variant where ${['variant.product_id = product.id', ...conditions].join(' and ')}`;
}
