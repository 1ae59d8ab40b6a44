import { beforeAll, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../entities.ts';
import { entriesOf, OrderEntry } from './feed.ts';
import { Order } from './model/order.ts';

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

test('an order tells its buyer and those who follow it what became of it, in a checkout or in none', () => {
  const given = { id: 'ord_1', number: 'A-20261122-00001', buyerId: 'usr_1', currencyCode: 'EUR', placedAt: new Date() };
  const order = Order.place(given, [], () => 'sor_1');
  order.cancel('BUYER_REQUEST');
  const checkout = { id: 'sag_1', status: 'COMPENSATED' as const, steps: [] };
  const change = { kind: 'STATUS_CHANGED' as const, what: 'order.cancelled', actorId: 'usr_1' };
  const payload = {
    ...{ kind: 'STATUS_CHANGED', orderId: 'ord_1', what: 'order.cancelled', actorId: 'usr_1', note: null },
    ...{ status: 'CANCELLED', cancellationReason: 'BUYER_REQUEST' },
  };

  const alone = entriesOf(order, change);
  expect(alone).toEqual(['buyer:usr_1', 'order:ord_1'].map((feed) => ({ feed, payload })));
  expect(OrderEntry.parse(alone[0]?.payload)).toEqual(payload);
  const [entry] = entriesOf(order, { ...change, checkout });
  expect(OrderEntry.parse(entry?.payload)).toEqual({ ...payload, saga: checkout });
});
