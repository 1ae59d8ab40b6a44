import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { VariantListed } from '@agora/schema/events/catalog';
import * as z from 'zod';
import { entities } from '../src/entities.ts';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ AGORA_DEMO: 'on' });
});
afterAll(() => shop.stop());

describe('reading much at once', () => {
  test.each(['first', 'last'])('costs one statement for each type and level, pages from the %s', async (end) => {
    const page = `{
      products(${end}: 20) {
        totalCount
        nodes { name category { name parent { name } } variants { sku price { amount } product { slug category { slug } } } seller { id } }
      }
      categories { nodes { slug products(${end}: 3) { totalCount nodes { name variants { availableQuantity } } } } }
    }`;
    shop.ownStatements();
    const { products, categories } = z
      .object({
        products: z.object({ nodes: z.array(z.object({ variants: z.array(z.unknown()).min(1) })) }),
        categories: z.object({ nodes: z.array(z.unknown()) }),
      })
      .parse(await shop.data(page));
    const statements = shop.ownStatements();

    expect([products.nodes.length, categories.nodes.length]).toEqual([20, 8]);
    const reads = (pattern: RegExp) => statements.filter((sql) => pattern.test(sql)).length;
    expect(reads(/from product_variant/)).toBe(2);
    expect(reads(/from category\b(?! branch)/)).toBe(3);
    expect(reads(/count\(\*\)/)).toBe(2);
    expect(reads(/from product\b(?! join)/) - reads(/count\(\*\)/)).toBe(3);
    expect(statements).toHaveLength(10);
  });

  test('references of the same kind are read together', async () => {
    const representations = DEMO_PRODUCTS.slice(0, 20).map(({ variantId }) => ({ __typename: 'ProductVariant', id: variantId }));
    shop.ownStatements();
    const answer = await shop.data('query($r: [_Any!]!) { _entities(representations: $r) { ... on ProductVariant { sku } } }', {
      r: representations,
    });
    expect(answer).toEqual({ _entities: DEMO_PRODUCTS.slice(0, 20).map(({ sku }) => ({ sku })) });
    expect(shop.ownStatements()).toHaveLength(1);
  });
});

describe('at start', () => {
  test('the demo has drafts, something archived and something that was taken down, in three languages', async () => {
    const query = `query ($locale: Locale) {
      products(filter: { statuses: [DRAFT, ARCHIVED] }) { nodes { status contentLocale(locale: $locale) takedown { reason } viewerCanEdit } }
    }`;
    const all = async (locale: string) => (await shop.data(query, { locale }, { as: person('ADMIN') }))['products'];
    const seen = { nodes: expect.arrayContaining([expect.objectContaining({ status: 'ARCHIVED', contentLocale: 'pt' })]) };
    expect(await all('pt-BR')).toEqual(seen);
    const english = z.object({
      nodes: z.array(z.object({ status: z.string(), contentLocale: z.string(), takedown: z.object({ reason: z.string() }).nullable() })),
    });
    const { nodes } = english.parse(await all('en'));
    expect(nodes.map(({ status, contentLocale, takedown }) => `${status} ${contentLocale} ${takedown?.reason ?? '-'}`).toSorted()).toEqual([
      'ARCHIVED en -',
      'DRAFT en -',
      'DRAFT en COUNTERFEIT',
      'DRAFT es -',
    ]);
  });

  test('the demo fills eight categories and announces every variant, so that it can be bought', async () => {
    await eventually(() =>
      DEMO_PRODUCTS.every(({ variantId }) => shop.heardAll(VariantListed, (listed) => listed.variantId === variantId).length === 1),
    );
    expect(DEMO_PRODUCTS.length).toBeGreaterThanOrEqual(48);
    expect(new Set(DEMO_PRODUCTS.map(({ category }) => category)).size).toBe(8);
    const { product } = await shop.data(
      '{ product(slug: "cafe-de-altura") { id priceFrom { amount currencyCode } variants { id availableQuantity } } }',
    );
    const facts = DEMO_PRODUCTS.find(({ slug }) => slug === 'cafe-de-altura');
    expect(product).toEqual({
      id: facts?.id,
      priceFrom: { amount: '16.50', currencyCode: 'EUR' },
      variants: [{ id: facts?.variantId, availableQuantity: facts?.stock }],
    });
  });

  test('the migrations make what the entities describe', async () => {
    expect(await schemaDrift(shop.databaseUrl, entities)).toBe('');
  });
});
