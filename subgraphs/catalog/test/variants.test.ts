import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
});
afterAll(() => shop.stop());

describe('codes', () => {
  test('of each seller are their own: a SKU is given once by each, and nobody can take it from the others', async () => {
    const sellers = [seller, await shop.verifiedSeller(), await shop.verifiedSeller()];
    const wanted = sellers.flatMap((one) => Array.from({ length: 4 }, () => one));
    const results = await Promise.all(wanted.map(async (one) => ({ one, ...(await shop.create(one, { sku: 'WANTED-1' })) })));
    expect(results.flatMap(({ one, product }) => (product ? [one.id] : [])).toSorted()).toEqual(sellers.map(({ id }) => id).toSorted());
    const refused = results.flatMap(({ userErrors }) => userErrors.map(({ code, field }) => [code, field]));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ['SKU_TAKEN', ['sku']]));
  });
});
