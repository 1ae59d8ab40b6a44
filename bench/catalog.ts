import { parseArgs } from 'node:util';
import { data } from '@agora/e2e/client';
import type { Agora } from '@agora/e2e/agora';
import { signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { onFullData, type Read } from './full-data.ts';
import { gainOfCache } from './read-cache.ts';
import { report, reportJson, type Row } from './table.ts';
import { priceOfReviews } from './without-reviews.ts';

interface Goal {
  /** Of the 99th percentile. */
  readonly p99Ms?: number;
  /** What the same read took before there was so much to read. */
  readonly cpuBeforeMs?: number;
}

const PEOPLE = 1_000;
const WORDS = [
  'lámpara de pie',
  'oak chair',
  'cadeira carvalho',
  'tassa porcelana',
  'wool scarf -red',
  'honey',
  'F120-1',
  'estanteria nog',
  'blue',
  'sementes tomate',
];

/** What stands in a search field before its words are whole. */
const BEGUN = ['la', 'lámp', 'ca', 'cad', 'oak ch', 'wo', 'estanteria nog', 'F120', 'tassa porc', 'de'];

/** Of which guests are given what was read before. */
const KEPT = new Set(['product page', 'list of 20', 'list of 20 with ratings', 'list of 20 by price']);

/** Reads of the catalogue at a fixed rate, what is spared where much is kept, and what it costs that products have reviews. */
export async function benchCatalog(products = 10_000): Promise<Record<'reads' | 'gains' | 'prices', Row[]>> {
  return onFullData([String(PEOPLE), String(products)], async ({ agora, measure, readPaced }) => {
    const { token } = await signIn(agora, 'buyer');
    const { slugs, variantIds } = await known(agora);
    const slug = (n: number) => ({ slug: slugs[n % slugs.length] });
    const words = (n: number) => ({ words: WORDS[n % WORDS.length] });
    const reads: readonly (Read & Goal)[] = [
      {
        name: 'product page',
        query: `query ($slug: String!) { product(slug: $slug) { name description category { name } seller { displayName } featuredMedia { url(width: 512) }
          variants { sku availableQuantity price { amount } } } }`,
        variablesOf: slug,
        cpuBeforeMs: 0.6,
      },
      {
        name: 'list of 20',
        query:
          '{ products(first: 20) { nodes { slug name priceFrom { amount currencyCode } featuredMedia { url(width: 512) } seller { displayName } } } }',
        cpuBeforeMs: 1.3,
      },
      {
        name: 'list of 20 by price',
        query: '{ products(first: 20, sort: { field: PRICE }) { nodes { slug name priceFrom { amount currencyCode } } } }',
      },
      {
        name: 'list of 20 with ratings',
        query:
          '{ products(first: 20) { nodes { slug name rating { average count } priceFrom { amount currencyCode } featuredMedia { url(width: 512) } seller { displayName } } } }',
        cpuBeforeMs: 1.3,
      },
      {
        name: 'list of 20 by rating',
        query: '{ products(first: 20, sort: { field: RATING, direction: DESC }) { nodes { slug name rating { average count } } } }',
      },
      {
        name: 'reviews of a product',
        query: `query ($slug: String!) { product(slug: $slug) { rating { average count histogram }
          reviews(first: 5, sort: { field: HELPFUL }) { nodes { rating title body isVerifiedPurchase author { displayName } answer { body } } } } }`,
        variablesOf: slug,
      },
      {
        name: 'search',
        query:
          'query ($words: String) { products(first: 20, filter: { query: $words }) { spelling nodes { slug name priceFrom { amount currencyCode } } } }',
        variablesOf: words,
        p99Ms: 200,
      },
      {
        name: 'facets of a search',
        query:
          'query ($words: String) { products(first: 1, filter: { query: $words }) { facets { key min max values { value label count } } } }',
        variablesOf: words,
        p99Ms: 200,
      },
      {
        name: 'suggestions',
        query: `query ($words: String!) { productSuggestions(query: $words) { categories { slug name } products { slug name priceFrom { amount currencyCode } } } }`,
        variablesOf: (n) => ({ words: BEGUN[n % BEGUN.length] }),
        p99Ms: 200,
      },
      {
        name: 'stock check',
        query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ProductVariant { availableQuantity } } }',
        variablesOf: (n) => ({ ids: [0, 1, 2].map((more) => variantIds[(n + more) % variantIds.length]) }),
        p99Ms: 100,
      },
    ];
    const rows: Row[] = [];
    for (const { p99Ms, cpuBeforeMs, ...read } of reads) {
      const row = await measure(read.name, () => readPaced(read, token));
      const cpu = Number(row['CPU ms each']);
      rows.push({
        ...row,
        'goal p99 ms': p99Ms ?? null,
        'CPU beside before': cpuBeforeMs === undefined ? null : Number((cpu / cpuBeforeMs).toFixed(2)),
      });
    }
    const pages = reads.filter(({ name }) => KEPT.has(name));
    return { reads: rows, gains: await gainOfCache(agora, pages), prices: await priceOfReviews(agora, pages) };
  });
}

async function known(agora: Agora): Promise<{ slugs: string[]; variantIds: string[] }> {
  const Product = z.object({ slug: z.string(), variants: z.array(z.object({ id: z.string() })) });
  const { products } = await data(
    agora,
    { products: z.object({ nodes: z.array(Product) }) },
    '{ products(first: 50) { nodes { slug variants { id } } } }',
  );
  const variantIds = products.nodes.flatMap(({ variants }) => variants.map(({ id }) => id));
  return { slugs: products.nodes.map(({ slug }) => slug), variantIds };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { products: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } } });
  const { reads: rows, gains, prices } = await benchCatalog(Number(values.products));
  report(`Reads of the catalogue, ${values.products} products with six reviews each in it, in one process with its PostgreSQL`, rows);
  report('What the read cache spares of what guests ask, with and without it in turns', gains);
  report('What it costs guests that each product has six reviews, without and with them in turns', prices);
  reportJson([...rows, ...gains, ...prices]);
  const missed = rows.filter((row) => typeof row['goal p99 ms'] === 'number' && Number(row['p99 ms']) > row['goal p99 ms']);
  for (const { what } of missed) console.error(`${what} takes longer than it may.`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}
