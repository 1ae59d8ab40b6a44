import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { OrderConfirmed } from '@agora/schema/events/order';
import * as z from 'zod';
import { type Listed, newOrder, openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop({ AGORA_DEMO: 'on' });
  seller = await shop.verifiedSeller();
});
afterAll(() => shop?.stop());

const Names = z.object({ product: z.object({ related: z.array(z.object({ id: z.string(), name: z.string() })) }) });

async function related(product: Listed, by: string, first = 24): Promise<string[]> {
  const query = 'query ($id: ID!, $by: ProductRelation!, $first: Int) { product(id: $id) { related(by: $by, first: $first) { id name } } }';
  return Names.parse(await shop.data(query, { id: product.id, by, first })).product.related.map(({ id }) => id);
}

async function choose(as: Actor, product: Listed, relatedProductIds: readonly string[] | null) {
  const data = await shop.data(
    'mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { product { version } userErrors { code field } } }',
    { input: { productId: product.id, relatedProductIds } },
    { as },
  );
  const Payload = z.object({
    product: z.object({ version: z.int() }).nullable(),
    userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
  });
  return z.object({ productUpdate: Payload }).parse(data).productUpdate;
}

/** Somebody buys one of each. */
async function bought(...products: readonly Listed[]): Promise<void> {
  const lines = products.map(({ id: productId, variantId, sku }) => ({
    lineId: newId('oli'),
    productId,
    variantId,
    sellerId: seller.id,
    sku,
    productName: 'Ware',
    quantity: 1,
    unitPrice: { minorUnits: 1_000, currencyCode: 'EUR' },
  }));
  const total = { minorUnits: 1_000 * products.length, currencyCode: 'EUR' };
  await shop.happened(OrderConfirmed, { orderId: newOrder().orderId, number: 'A-1', buyerId: person('USER').id, lines, total });
}

describe('what is similar to a product', () => {
  test('is what its seller chose, in that order, then what is like it: on sale, and never itself', async () => {
    const lamp = await shop.list(seller, { name: 'Brass reading lamp', tags: ['brass', 'lamp'] });
    const [another, stool, off] = [
      await shop.list(seller, { name: 'Brass reading lamp, tall', tags: ['brass', 'lamp'] }),
      await shop.list(seller, { name: 'Three-legged stool' }),
      await shop.draft(seller, { name: 'Brass reading lamp, short' }),
    ];
    const before = await related(lamp, 'SIMILAR');
    expect(before[0]).toBe(another.id);
    expect(before).toContain(stool.id);
    for (const hidden of [lamp, off]) expect(before).not.toContain(hidden.id);

    const { product, userErrors } = await choose(seller, lamp, [off.id, stool.id]);
    expect(userErrors).toEqual([]);
    expect((await related(lamp, 'SIMILAR')).slice(0, 2)).toEqual([stool.id, another.id]);
    expect(await related(lamp, 'SIMILAR', 1)).toEqual([stool.id]);
    expect((await choose(seller, lamp, [off.id, stool.id])).product).toEqual(product);
    expect((await choose(seller, lamp, null)).product).toEqual(product);
    await choose(seller, lamp, []);
    expect((await related(lamp, 'SIMILAR'))[0]).toBe(another.id);
  });

  test('is chosen among the own products alone, others than itself, each once, 24 at most', async () => {
    const [lamp, own] = [await shop.draft(seller), await shop.draft(seller)];
    const others = await shop.draft(await shop.verifiedSeller());
    const missing = newId('prd');
    for (const [chosen, code, field] of [
      [[own.id, others.id], 'NOT_FOUND', ['relatedProductIds', '1']],
      [[missing], 'NOT_FOUND', ['relatedProductIds', '0']],
      [[lamp.id], 'NOT_FOUND', ['relatedProductIds', '0']],
      [['prd_a\0b'], 'NOT_FOUND', ['relatedProductIds', '0']],
      [[own.id, own.id], 'INVALID', ['relatedProductIds']],
      [Array.from({ length: 25 }, () => newId('prd')), 'INVALID', ['relatedProductIds']],
    ] as const)
      expect([chosen, await choose(seller, lamp, chosen)]).toEqual([chosen, { product: null, userErrors: [{ code, field }] }]);
  });

  test('is chosen for each other at once, and nobody waits for ever', async () => {
    const pair = [await shop.draft(seller), await shop.draft(seller)] as const;
    for (let turn = 0; turn < 10; turn++) {
      const [one, other] = pair;
      const answers = await Promise.all([
        choose(seller, one, turn % 2 === 0 ? [other.id] : []),
        choose(seller, other, turn % 2 === 0 ? [one.id] : []),
      ]);
      expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    }
  });
});

test('what is bought together is in the same orders, what is there most often first', async () => {
  const [bread, butter, jam, candle] = [await shop.list(seller), await shop.list(seller), await shop.list(seller), await shop.list(seller)];
  await bought(bread, butter);
  await bought(bread, butter, jam);
  await bought(candle);
  await eventually(async () => (await related(bread, 'BOUGHT_TOGETHER')).length === 2);
  await eventually(async () => (await related(jam, 'BOUGHT_TOGETHER')).length === 2);
  expect(await related(bread, 'BOUGHT_TOGETHER')).toEqual([butter.id, jam.id]);
  expect(await related(candle, 'BOUGHT_TOGETHER')).toEqual([]);
});

test('what else a seller has is theirs alone, best sold first', async () => {
  const another = await shop.verifiedSeller();
  const [first, second, third] = [await shop.list(another), await shop.list(another), await shop.list(another)];
  await bought(third);
  await bought(third);
  await bought(second);
  await eventually(async () => (await related(first, 'SAME_SELLER'))[0] === third.id);
  await eventually(async () => (await related(first, 'SAME_SELLER'))[1] === second.id);
  const [best, ...others] = await related(third, 'SAME_SELLER');
  expect(best).toBe(second.id);
  expect(others).toContain(first.id);
  const ids = new Set([third.id, ...(await related(third, 'SAME_SELLER'))]);
  expect(await related(await shop.list(seller), 'SAME_SELLER')).not.toEqual(expect.arrayContaining([...ids]));
});

test('a page of products with what goes with each asks one statement for each way', async () => {
  shop.statements();
  await shop.data(`{ products(first: 20) { nodes {
    similar: related { id } together: related(by: BOUGHT_TOGETHER, first: 4) { id } same: related(by: SAME_SELLER, first: 3) { name } } } }`);
  const reads = shop.ownStatements();
  for (const table of [/related_choice/, /\bother\.product_id as id/, /this\.seller_id|of\.seller_id/])
    expect(reads.filter((sql) => table.test(sql))).toHaveLength(1);
});

test('more than 24 are not given', async () => {
  const product = await shop.draft(seller);
  const answer = await shop.ask('query ($id: ID!) { product(id: $id) { related(first: 25) { id } } }', { id: product.id }, { as: seller });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
