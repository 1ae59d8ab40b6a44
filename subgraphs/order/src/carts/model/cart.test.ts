import { newRow } from '@agora/platform/database/new-row';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { CartLine } from './cart-line.ts';
import { Cart } from './cart.ts';

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities: [Cart, CartLine], dbName: 'none' }));

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
