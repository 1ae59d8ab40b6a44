import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { actorOf, person } from '@agora/platform/testing/subgraph';
import { demoId } from '@agora/schema/demo/ids';
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
      categories(filter: { isTopLevel: true }) { nodes { slug products(${end}: 3) { totalCount nodes { name variants { availableQuantity } } } } }
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
    expect(reads(/from category\b(?! branch)/)).toBe(4);
    expect(reads(/count\(\*\)/)).toBe(2);
    expect(reads(/from product\b(?! join)/) - reads(/count\(\*\)/)).toBe(3);
    expect(statements).toHaveLength(11);
  });

  test('costs one statement for what all products tell, and one for what is above, below and in their categories', async () => {
    shop.ownStatements();
    const { products } = await shop.data(`{
      products(first: 20, sort: { field: CREATED_AT, direction: DESC }) {
        nodes {
          attributes { key name text definition { unit } choices { label } }
          category { ancestors { name } children { nodes { name } } productCount attributes { isRequired definition { key } } }
        }
      }
    }`);
    const statements = shop.ownStatements();
    const Product = z.object({ attributes: z.array(z.unknown()), category: z.object({ ancestors: z.array(z.unknown()) }) });
    const { nodes } = z.object({ nodes: z.array(Product).length(20) }).parse(products);
    expect(nodes.filter(({ attributes, category }) => attributes.length > 0 && category.ancestors.length > 0).length).toBeGreaterThan(10);
    const reads = (pattern: RegExp) => statements.filter((sql) => pattern.test(sql)).length;
    expect([reads(/from product\b/), reads(/from product_attribute/), reads(/count\(\*\)/)]).toEqual([1, 1, 1]);
    // Their categories, and above them; below them.
    expect([reads(/from category\s+where category.id/), reads(/category.parent_id = parent.id/)]).toEqual([2, 1]);
    // Of the facts, and of what the categories ask for.
    expect([reads(/from attribute_definition/), reads(/from category join category asking/)]).toEqual([2, 2]);
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

  test('the demo has branches below all categories, whose products tell facts in three languages', async () => {
    const tree = z.object({
      categories: z.object({ nodes: z.array(z.object({ children: z.object({ totalCount: z.int() }) })).length(8) }),
    });
    const { categories } = tree.parse(
      await shop.data('{ categories(filter: { isTopLevel: true }) { nodes { children { totalCount } } } }'),
    );
    for (const { children } of categories.nodes) expect(children.totalCount).toBeGreaterThan(0);
    const lamp =
      '{ product(slug: "porcelain-pendant-lamp") { category { name ancestors { name } } attributes { name text } publishProblems { code } } }';
    const { product } = await shop.data(lamp, {}, { acceptLanguage: 'pt-BR', as: person('ADMIN') });
    expect(product).toEqual({
      category: { name: 'Luminárias pendentes', ancestors: [{ name: 'Iluminação' }, { name: 'Luminárias' }] },
      attributes: [
        { name: 'Material', text: 'Porcelana' },
        { name: 'Potência máxima', text: '15\u00a0W' },
        { name: 'Soquete', text: 'E27' },
        { name: 'Alimentação', text: 'Rede elétrica' },
        { name: 'Diâmetro', text: '18\u00a0cm' },
      ],
      publishProblems: [],
    });
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

  test('the potter of the demo keeps stock at two places, and some of it is low or out', async () => {
    const potter = demoId('usr', 'seller');
    const { _entities } = await shop.data(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on User { stockLocations { name isDefault } } } }',
      { r: [{ __typename: 'User', id: potter }] },
      { as: actorOf(potter, 'SELLER') },
    );
    expect(_entities).toEqual([
      {
        stockLocations: [
          { name: 'Main location', isDefault: true },
          { name: 'Kiln', isDefault: false },
        ],
      },
    ]);
    const representations = DEMO_PRODUCTS.flatMap(({ variants }) => variants.map(({ id }) => ({ __typename: 'ProductVariant', id })));
    const answer = await shop.data('query($r: [_Any!]!) { _entities(representations: $r) { ... on ProductVariant { stockStatus } } }', {
      r: representations,
    });
    const { _entities: variants } = z.object({ _entities: z.array(z.object({ stockStatus: z.string() })) }).parse(answer);
    expect(new Set(variants.map(({ stockStatus }) => stockStatus))).toEqual(new Set(['IN_STOCK', 'LOW_STOCK', 'OUT_OF_STOCK']));
  });

  test('the migrations make what the entities describe', async () => {
    expect(await schemaDrift(shop.databaseUrl, entities)).toBe('');
  });
});
