import { searchText, term } from '@agora/platform/input/input';
import { minorUnitsOf } from '@agora/platform/money';
import type { Bind, Reader } from '@agora/platform/reading/reader';
import { isAdmin } from '@agora/platform/security/actor';
import { said } from '@agora/platform/input/said';
import { during, TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { PRODUCT_STATUSES } from '../../products/model/product.ts';
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

const AttributeFilter = z
  .object({
    key: term(40),
    values: optional(choices),
    number: optional(z.object({ gte: optional(z.string()), lte: optional(z.string()) })),
    boolean: optional(z.boolean()),
    date: optional(z.object({ gte: optional(z.string()), lt: optional(z.string()) })),
  })
  .refine(({ key: _, ...given }) => Object.values(given).filter((one) => one !== undefined).length === 1, said(sentences.oneOfFour));
type AttributeFilter = z.output<typeof AttributeFilter>;

/** `ProductFilterInput` of the graph, checked. */
export const ProductFilter = z.object({
  query: optional(searchText(200)),
  categorySlugs: optional(choices),
  sellerIds: optional(choices),
  price: optional(PriceRange),
  isAvailable: optional(z.boolean()),
  isReduced: optional(z.boolean()),
  minRating: optional(z.number().min(1).max(5)),
  tags: optional(z.array(term(40).transform((tag) => tag.trim().toLowerCase())).max(20)),
  attributes: optional(z.array(AttributeFilter).max(20)),
  createdAt: optional(TimeRange),
  publishedAt: optional(TimeRange),
  statuses: optional(z.array(z.enum(PRODUCT_STATUSES)).max(PRODUCT_STATUSES.length)),
  isScheduled: optional(z.boolean()),
  isTakenDown: optional(z.boolean()),
  sku: optional(z.object({ eq: optional(words), in: optional(choices), startsWith: optional(words), contains: optional(words) })),
});
export type ProductFilter = Partial<z.output<typeof ProductFilter>>;

/** Who looks for codes: those of variants that nobody is offered are their seller's, and an administrator's. */
export interface CodesViewer {
  readonly id: string;
  readonly isAdmin: boolean;
}

export const NOBODY: CodesViewer = { id: '', isAdmin: false };

export function viewerOf({ actor }: Pick<Reader, 'actor'>): CodesViewer {
  return { id: actor?.id ?? '', isAdmin: isAdmin(actor) };
}

function codesShownTo({ id, isAdmin: seesAll }: CodesViewer, bind: Bind): string {
  return seesAll ? 'true' : `(variant.is_enabled or product.seller_id = ${bind(id)})`;
}

/** Which products a list is of: what is on sale, what its reader may find of any state, or their own. */
export function scopeOf({ statuses, isScheduled, isTakenDown }: ProductFilter): 'ON_SALE' | 'ANY_STATE' | 'OWN' {
  if (isScheduled !== undefined) return 'OWN';
  return statuses !== undefined || isTakenDown === true ? 'ANY_STATE' : 'ON_SALE';
}

/** SQL conditions on `product`; its words are looked for elsewhere. */
export function conditionsOf(filter: ProductFilter, viewer: CodesViewer, bind: Bind): string[] {
  return [...fixedConditions(filter, viewer, bind), ...facetConditions(filter, bind).values()];
}

/** Those that no facet shows. */
export function fixedConditions(filter: ProductFilter, viewer: CodesViewer, bind: Bind): string[] {
  const { sellerIds, tags, isReduced, createdAt, publishedAt, statuses, isScheduled, isTakenDown, sku } = filter;
  return [
    ...when(sellerIds, (ids) => [`product.seller_id = any(${bind(ids)}::text[])`]),
    ...when(tags, (wanted) => [`product.tags @> ${bind(wanted)}::text[]`]),
    ...when(isReduced, (wanted) => [`${wanted ? '' : 'not '}exists (${variantsWhere(['variant.is_enabled', REDUCED])})`]),
    ...during('product.created_at', createdAt, bind),
    ...during('product.published_at', publishedAt, bind),
    ...when(statuses, (wanted) => [`product.status = any(${bind(wanted)}::text[])`]),
    ...when(isScheduled, (wanted) => [`product.publish_at is ${wanted ? 'not ' : ''}null`]),
    ...when(isTakenDown, (wanted) => [`product.taken_down_at is ${wanted ? 'not ' : ''}null`]),
    ...when(sku, (match) => [`exists (${variantsWhere([codesShownTo(viewer, bind), ...skuConditions(match, bind)])})`]),
  ];
}

/** Those that a facet shows, by its key; several of one attribute all have to hold. */
export function facetConditions(filter: ProductFilter, bind: Bind): Map<string, string> {
  const { categorySlugs, price, minRating, isAvailable, attributes = [] } = filter;
  const found = new Map<string, string>();
  if (categorySlugs) found.set('category', `product.category_id in (${branchesOf(categorySlugs, bind)})`);
  if (price) found.set('price', `exists (${priceIn(price, bind)})`);
  if (minRating !== undefined) found.set('rating', `product.rating_average >= ${bind(minRating)}::double precision`);
  if (isAvailable !== undefined) found.set('availability', isAvailable ? AVAILABLE : `not ${AVAILABLE}`);
  // An attribute may be called as one of those above is.
  for (const [key, wanted] of Map.groupBy(attributes, ({ key }) => key))
    found.set(key, [found.get(key) ?? 'true', ...wanted.map((attribute) => tells(attribute, bind))].join(' and '));
  return found;
}

/** Whether some variant can be bought now. */
export const AVAILABLE = `exists (${variantsWhere(['variant.is_enabled', 'variant.available > 0'])})`;

const REDUCED = `(variant.compare_at_minor_units is not null or exists (
  select from variant_price where variant_price.variant_id = variant.id and variant_price.compare_at_minor_units is not null))`;

/** The categories with these slugs, and all below them. */
function branchesOf(slugs: readonly string[], bind: Bind): string {
  return `select branch.id from category wanted join category branch on branch.path @> array[wanted.id] where wanted.slug = any(${bind(slugs)}::text[])`;
}

function priceIn({ currencyCode, gte, lte }: NonNullable<ProductFilter['price']>, bind: Bind): string {
  const conditions = [
    'product_price.product_id = product.id',
    `product_price.currency_code = ${bind(currencyCode)}`,
    ...when(gte, (least) => [`product_price.from_minor_units >= ${bind(least)}::bigint`]),
    ...when(lte, (max) => [`product_price.from_minor_units <= ${bind(max)}::bigint`]),
  ];
  return `select from product_price where ${conditions.join(' and ')}`;
}

function tells({ key, values, number, boolean, date }: AttributeFilter, bind: Bind): string {
  const conditions = [
    'told.product_id = product.id',
    `definition.key = ${bind(key)}`,
    ...when(values, (texts) => [`coalesce(told.choice, told.text, told.day::text) = any(${bind(texts)}::text[])`]),
    ...when(boolean, (wanted) => [`told.boolean = ${bind(wanted)}::boolean`]),
    ...when(number, ({ gte, lte }) => [
      'told.number is not null',
      ...when(gte, (least) => [`told.number >= ${bind(least)}::text::numeric`]),
      ...when(lte, (most) => [`told.number <= ${bind(most)}::text::numeric`]),
    ]),
    ...when(date, ({ gte, lt }) => [
      'told.day is not null',
      ...when(gte, (first) => [`told.day >= ${bind(first)}::text::date`]),
      ...when(lt, (end) => [`told.day < ${bind(end)}::text::date`]),
    ]),
  ];
  return `exists (select from product_attribute told join attribute_definition definition on definition.id = told.definition_id
    where ${conditions.join(' and ')})`;
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
