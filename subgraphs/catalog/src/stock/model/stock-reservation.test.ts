import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../../entities.ts';
import { StockReservation } from './stock-reservation.ts';

/** Entities know their relations once they were discovered; nothing connects to a database. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

describe('a reservation', () => {
  const about = { sagaId: 'sag_1', orderId: 'ord_1', createdAt: new Date() };

  test('ends once: sold or released', () => {
    const [sold, released] = [StockReservation.reserved(about, []), StockReservation.reserved(about, [])];
    expect([sold.sell(), sold.sell(), sold.release()]).toEqual([true, false, false]);
    expect([released.release(), released.sell()]).toEqual([true, false]);
  });

  test('that was refused, or released beforehand, holds nothing to sell or release', () => {
    for (const reservation of [StockReservation.rejected(about), StockReservation.releasedBeforehand(about)])
      expect([reservation.sell(), reservation.release()]).toEqual([false, false]);
  });
});
