import { query } from '@agora/platform/database/database';
import { batchAll } from '@agora/platform/reading/batch';
import type { Bind, Reader } from '@agora/platform/reading/reader';
import { isAdmin, isModerator } from '@agora/platform/security/actor';
import { amountOf } from '@agora/platform/money';
import * as z from 'zod';
import { isFound, isOwn, ON_SALE } from '../../products/reads/products.ts';
import { AVAILABLE, facetConditions, fixedConditions, type ProductFilter, scopeOf, viewerOf } from './product-filter.ts';

export interface FacetArgs {
  /** Only these, in this order; the most telling ones where absent. */
  readonly keys: readonly string[] | null;
  readonly valuesFirst: number;
}

/** Which products are counted. */
export interface Counted {
  readonly filter: ProductFilter;
  /** A query of PostgreSQL's full-text search; null where no words are looked for. */
  readonly wanted: string | null;
}

export interface Facet {
  readonly key: string;
  readonly kind: 'VALUES' | 'RANGE' | 'TREE';
  /** Of an attribute; null for category, price, rating and availability. */
  readonly definitionId: string | null;
  readonly unit: string | null;
  readonly values: readonly FacetValue[];
  readonly min: string | null;
  readonly max: string | null;
}

export interface FacetValue {
  readonly facet: { readonly key: string; readonly definitionId: string | null };
  readonly value: string;
  readonly count: number;
  readonly isSelected: boolean;
}

const MAX_FACETS = 30;
const BUILT_IN = ['category', 'price', 'rating', 'availability'] as const;
/** Of at least so many stars on average. */
const STARS = [4, 3, 2, 1];

/** Counts by what the products of many parents can be narrowed: those that are asked for together, with the same arguments, by one statement. */
export function facetsOf(of: string): (reader: Reader) => (parent: string, counted: Counted, args: FacetArgs) => Promise<readonly Facet[]> {
  return (reader) => {
    const asked = new Map<string, ReturnType<typeof batchAll<readonly Facet[]>>>();
    return (parent, counted, args) => {
      const key = JSON.stringify([counted, args]);
      const known = asked.get(key) ?? batchAll((parents) => count(reader, of, counted, args, parents));
      asked.set(key, known);
      return known.load(parent);
    };
  };
}

const Row = z.object({
  parent_id: z.string(),
  key: z.string(),
  definition_id: z.string().nullable(),
  unit: z.string().nullable(),
  value: z.string().nullable(),
  count: z.number(),
  min: z.string().nullable(),
  max: z.string().nullable(),
});
type Row = z.output<typeof Row>;

async function count(reader: Reader, of: string, counted: Counted, args: FacetArgs, parents: readonly string[]) {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const sql = statementFor(of, reader, counted, args, parents, bind);
  const rows = z.array(Row).parse(await query(reader.em, sql, values));
  const byParent = Map.groupBy(rows, (row) => row.parent_id);
  return new Map(parents.map((parent) => [parent, facetsIn(byParent.get(parent) ?? [], counted.filter, args)]));
}

/** Every product that only facets may leave out, with whether each facet's filter lets it in: so all others can be asked of each. */
function statementFor(
  of: string,
  reader: Reader,
  { filter, wanted }: Counted,
  { keys, valuesFirst }: FacetArgs,
  parents: readonly string[],
  bind: Bind,
): string {
  const conditions = facetConditions(filter, bind);
  const names = new Map([...conditions.keys()].map((key, index) => [key, `passes_${index}`]));
  const passesBut = (facet: string | null) =>
    ['true', ...[...names].filter(([key]) => key !== facet).map(([, name]) => `found.${name}`)].join(' and ');
  const from = wanted === null ? 'product' : '(product join product_document on product_document.product_id = product.id)';
  const words =
    wanted === null ? [] : ['product_document.ended_by is null', `product_document.words @@ (select ${bind(wanted)}::text::tsquery)`];
  const parts = {
    category: () => categories(passesBut('category'), valuesFirst, bind),
    price: () => prices(passesBut('price'), filter, bind),
    rating: () => ratings(passesBut('rating')),
    availability: () => availability(passesBut('availability')),
  };
  const asked = BUILT_IN.filter((key) => keys?.includes(key) ?? true).map((key) => parts[key]());
  const ofAttributes = keys?.every((key) => BUILT_IN.some((one) => one === key))
    ? []
    : [attributes(passesBut, names, keys, valuesFirst, bind)];
  return `with found as materialized (
      select parent.id as parent_id, product.id, product.category_id, product.currency_code, product.rating_average, ${AVAILABLE} as is_available
        ${[...conditions].map(([key, condition]) => `, (${condition}) as ${names.get(key)}`).join('')}
      from unnest(${bind(parents)}::text[]) as parent(id) join ${from} on (${of})
      where ${[shownTo(reader, filter, bind), ...words, ...fixedConditions(filter, viewerOf(reader), bind)].join(' and ')}
    ), main_currency as materialized (
      select parent_id, mode() within group (order by currency_code) as currency_code from found group by parent_id
    )
    ${[NOTHING, ...asked, ...ofAttributes].map((part) => `(${part})`).join(' union all ')}`;
}

/** SQL for what the list itself holds. */
function shownTo({ actor }: Reader, filter: ProductFilter, bind: Bind): string {
  const scope = scopeOf(filter);
  if (scope === 'ON_SALE') return ON_SALE;
  const isShown = scope === 'OWN' ? isOwn : isFound;
  return `(${isShown({ id: `${bind(actor?.id ?? '')}::text`, isAdmin: String(isAdmin(actor)), isModerator: String(isModerator(actor)) })})`;
}

/** Says the names and types of the columns. */
const NOTHING = `select '' as parent_id, '' as key, null as definition_id, null as unit, null as value, 0::float8 as count, null as min, null as max where false`;

/** In a category are those of all below it. */
function categories(passes: string, valuesFirst: number, bind: Bind): string {
  return `select parent_id, 'category' as key, null, null, slug, count::float8, null, null from (
      select found.parent_id, above.slug, count(*), row_number() over (partition by found.parent_id order by count(*) desc, above.slug) as place
      from found join category on category.id = found.category_id join category above on above.id = any(category.path)
      where ${passes} group by found.parent_id, above.slug
    ) counted where place <= ${bind(valuesFirst)}::int order by parent_id, place`;
}

/** In the currency of the filter, else in the one that most of them have. */
function prices(passes: string, { price }: ProductFilter, bind: Bind): string {
  const [from, currency] = price
    ? ['found', `${bind(price.currencyCode)}::text`]
    : ['found join main_currency using (parent_id)', 'main_currency.currency_code'];
  return `select found.parent_id, 'price', null, product_price.currency_code, null, count(*)::float8,
      min(product_price.from_minor_units)::text, max(product_price.from_minor_units)::text
    from ${from} join product_price on product_price.product_id = found.id and product_price.currency_code = ${currency}
    where ${passes} group by found.parent_id, product_price.currency_code`;
}

/** What has four stars has three as well. */
function ratings(passes: string): string {
  return `select found.parent_id, 'rating', null, null, stars::text, count(*)::float8, null, null
    from found join unnest(array[${STARS.join(', ')}]) as stars on found.rating_average >= stars
    where ${passes} group by found.parent_id, stars order by stars desc`;
}

function availability(passes: string): string {
  return `select found.parent_id, 'availability', null, null, found.is_available::text, count(*)::float8, null, null
    from found where ${passes} group by found.parent_id, found.is_available order by count(*) desc`;
}

/** What is told, as the filter takes it: choices and texts, yes and no, days. */
const TOLD = 'coalesce(told.choice, told.text, told.boolean::text, told.day::text)';

/** Values of texts, choices, yes and no, and days; the range of numbers. */
function attributes(
  passesBut: (facet: string | null) => string,
  names: ReadonlyMap<string, string>,
  keys: readonly string[] | null,
  valuesFirst: number,
  bind: Bind,
): string {
  const filtered = [...names.keys()].filter((key) => !BUILT_IN.some((one) => one === key));
  const passes = `case definition.key ${[...filtered, ''].map((key) => `when ${bind(key)} then ${passesBut(key)}`).join(' ')} else ${passesBut(null)} end`;
  return `select parent_id, key, definition_id, unit, value, count::float8, min, max from (
      select found.parent_id, definition.key, definition.id as definition_id, definition.unit,
        ${TOLD} as value, count(*),
        trim_scale(min(told.number))::text as min, trim_scale(max(told.number))::text as max,
        row_number() over (partition by found.parent_id, definition.id order by count(*) desc, ${TOLD}) as place
      from found join product_attribute told on told.product_id = found.id join attribute_definition definition on definition.id = told.definition_id
      where definition.is_filterable and definition.key <> all(${bind(BUILT_IN)}::text[])
        and (${bind(keys)}::text[] is null or definition.key = any(${bind(keys)}::text[])) and ${passes}
      group by found.parent_id, definition.key, definition.id, definition.unit, ${TOLD}
    ) counted where place <= ${bind(valuesFirst)}::int order by parent_id, key, place`;
}

/** Most telling first: where to look and what it costs, then what most of them tell. */
function facetsIn(rows: readonly Row[], filter: ProductFilter, { keys }: FacetArgs): Facet[] {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const toldBy = (key: string) => (byKey.get(key) ?? []).reduce((sum, { count }) => sum + count, 0);
  const others = [...byKey.keys()].filter((key) => !BUILT_IN.some((one) => one === key)).toSorted((a, b) => toldBy(b) - toldBy(a));
  const order = keys ?? [...BUILT_IN, ...others].slice(0, MAX_FACETS);
  return order.flatMap((key) => facetIn(byKey.get(key) ?? [], filter));
}

function facetIn(rows: readonly Row[], filter: ProductFilter): Facet[] {
  const [first] = rows;
  if (!first) return [];
  const { key, definition_id: definitionId, unit, min, max } = first;
  const facet = { key, definitionId };
  const values = rows.flatMap(({ value, count }) =>
    value === null ? [] : { facet, value, count, isSelected: isSelected(key, value, filter) },
  );
  const kind = key === 'category' ? 'TREE' : min === null ? 'VALUES' : 'RANGE';
  const decimal = (number: string | null) =>
    number !== null && key === 'price' ? amountOf({ minorUnits: Number(number), currencyCode: unit ?? '' }) : number;
  return [{ ...facet, kind, unit, values, min: decimal(min), max: decimal(max) }];
}

function isSelected(key: string, value: string, { categorySlugs, minRating, isAvailable, attributes = [] }: ProductFilter): boolean {
  if (key === 'category') return categorySlugs?.includes(value) ?? false;
  if (key === 'rating') return minRating !== undefined && String(minRating) === value;
  if (key === 'availability') return isAvailable !== undefined && String(isAvailable) === value;
  return attributes.some(
    (one) =>
      one.key === key &&
      ((one.values?.includes(value) ?? false) || (one.boolean !== undefined && String(one.boolean) === value) || isDuring(value, one.date)),
  );
}

/** Days are compared as they are written. */
function isDuring(value: string, range: { readonly gte?: string | undefined; readonly lt?: string | undefined } | undefined): boolean {
  return range !== undefined && (range.gte === undefined || value >= range.gte) && (range.lt === undefined || value < range.lt);
}
