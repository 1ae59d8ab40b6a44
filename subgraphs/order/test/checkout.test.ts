import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@agora/platform/testing/subgraph';
import { Shop, stepsOf } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.stop());

describe('a checkout', () => {
  test('ends with a sale when everybody agrees', async () => {
    const buyer = person();
    const placed = await shop.place(buyer, [await shop.listed()]);
    await shop.validated(placed);
    await shop.reserved(placed);
    await shop.reaches(placed, { status: 'CONFIRMED' });
    await shop.notified(placed);
    const standing = await shop.reaches(placed, { saga: 'COMPLETED' });
    expect(stepsOf(standing)).toEqual({
      VALIDATE_CUSTOMER: 'DONE',
      RESERVE_STOCK: 'DONE',
      PROCESS_PAYMENT: 'DONE',
      CONFIRM_ORDER: 'DONE',
      NOTIFY_PARTIES: 'DONE',
    });
  });
});
