import { newRow } from '@agora/platform/database/new-row';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../entities.ts';
import { Cart } from './cart.ts';
import { Order, type OrderedLine } from './order.ts';
import { ORDER_NUMBER, orderNumber } from './order-number.ts';

const NOON = new Date('2026-11-22T12:00:00Z');

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

describe('a cart', () => {
  test('merges units of the same variant at the newest price', () => {
    const cart = emptyCart();
    expect(cart.add(addition({ quantity: 2 }), 'cln_1')).toBe(null);
    expect(cart.add(addition({ quantity: 3, unitPriceMinorUnits: 200 }), 'cln_2')).toBe(null);
    expect(cart.lines.getItems()).toMatchObject([{ id: 'cln_1', quantity: 5, unitPriceMinorUnits: 200 }]);
    expect(cart.totalMinorUnits).toBe(1_000);
  });

  test('holds at most 999 units of a thing, 100 things, one currency, and a total that can be counted', () => {
    const cart = emptyCart();
    expect(cart.add(addition({ quantity: 999 }), 'cln_1')).toBe(null);
    expect(cart.add(addition({ quantity: 1 }), 'cln_2')).toBe('TOO_MANY_UNITS');
    expect(cart.add(addition({ variantId: 'var_2', currencyCode: 'USD' }), 'cln_3')).toBe('OTHER_CURRENCY');
    expect(cart.add(addition({ variantId: 'var_2', unitPriceMinorUnits: Number.MAX_SAFE_INTEGER }), 'cln_4')).toBe('TOO_LARGE_TOTAL');
    for (let i = 2; i <= 100; i++) expect(cart.add(addition({ variantId: `var_${i}` }), `cln_${i}`)).toBe(null);
    expect(cart.add(addition({ variantId: 'var_101' }), 'cln_101')).toBe('TOO_MANY_LINES');
  });

  test('may hold another currency once it is empty', () => {
    const cart = emptyCart();
    cart.add(addition({}), 'cln_1');
    expect(cart.empty()).toBe(true);
    expect(cart.empty()).toBe(false);
    expect(cart.add(addition({ currencyCode: 'USD' }), 'cln_2')).toBe(null);
    expect(cart.currencyCode).toBe('USD');
  });

  function emptyCart(): Cart {
    return newRow(Cart, { id: 'crt_1', ownerId: 'usr_1', tokenHash: null, version: 0, currencyCode: null, updatedAt: new Date() });
  }

  function addition(given: Partial<Parameters<Cart['add']>[0]>) {
    return { variantId: 'var_1', quantity: 1, unitPriceMinorUnits: 100, currencyCode: 'EUR', ...given };
  }
});

describe('an order', () => {
  test('gives each seller a part with a payout of their lines', () => {
    const order = placed([line('usr_a', 2, 300), line('usr_b', 1, 500), line('usr_a', 1, 100)]);
    expect(order.totalMinorUnits).toBe(1_200);
    expect(order.sellerOrders.getItems()).toMatchObject([
      { sellerId: 'usr_a', payoutMinorUnits: 700 },
      { sellerId: 'usr_b', payoutMinorUnits: 500 },
    ]);
  });

  test('ends once, and the first ending stays', () => {
    const confirmed = placed([line('usr_a', 1, 100)]);
    expect([confirmed.confirm(), confirmed.confirm(), confirmed.cancel('BUYER_REQUEST')]).toEqual([true, false, false]);
    expect(confirmed.cancellationReason).toBe(null);

    const cancelled = placed([line('usr_a', 1, 100)]);
    expect([cancelled.cancel('OUT_OF_STOCK'), cancelled.cancel('BUYER_REQUEST'), cancelled.confirm()]).toEqual([true, false, false]);
    expect(cancelled.cancellationReason).toBe('OUT_OF_STOCK');
  });

  function placed(lines: OrderedLine[]): Order {
    let parts = 0;
    return Order.place(
      { id: 'ord_1', number: 'A-20261122-00001', buyerId: 'usr_1', currencyCode: 'EUR', placedAt: NOON },
      lines,
      () => `sor_${++parts}`,
    );
  }

  function line(sellerId: string, quantity: number, unitPriceMinorUnits: number): OrderedLine {
    return {
      id: `lin_${quantity}`,
      sellerId,
      productId: 'prd_1',
      variantId: 'var_1',
      productName: 'Tea bowl',
      quantity,
      unitPriceMinorUnits,
    };
  }
});

describe("an order's number", () => {
  test('names the day and differs from all others', () => {
    const numbers = new Set(Array.from({ length: 100_000 }, (_, serial) => orderNumber(NOON, serial + 1)));
    expect(numbers.size).toBe(100_000);
    for (const number of numbers) expect(number).toMatch(ORDER_NUMBER);
    expect(orderNumber(NOON, 1)).toMatch(/^A-20261122-/);
  });

  test('differs up to the last serial before the codes begin again', () => {
    const last = 32 ** 5;
    expect(orderNumber(NOON, last - 1)).not.toBe(orderNumber(NOON, 1));
    expect(orderNumber(NOON, last + 1)).toBe(orderNumber(NOON, 1));
  });
});
