import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { OrderLine } from './order-line.ts';
import { Order, type OrderedLine } from './order.ts';
import { SellerOrder } from './seller-order.ts';

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities: [Order, OrderLine, SellerOrder], dbName: 'none' }));

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
      { id: 'ord_1', number: 'A-20261122-00001', buyerId: 'usr_1', currencyCode: 'EUR', placedAt: new Date() },
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
      variantName: null,
      quantity,
      unitPriceMinorUnits,
    };
  }
});
