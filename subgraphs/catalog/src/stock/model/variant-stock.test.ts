import { describe, expect, test } from '@jest/globals';
import { VariantStock } from './variant-stock.ts';

const HERE = { id: 'loc_1', isActive: true };
const CLOSED = { id: 'loc_2', isActive: false };

function stock(): VariantStock {
  const made = new VariantStock({ id: 'var_1', productId: 'prd_1', sellerId: 'usr_1' }, []);
  made.change(HERE, 'RECEIVED', 5, {});
  return made;
}

describe('the stock of a variant', () => {
  test('has less after a sale, and as much as before after a release', () => {
    const vases = stock();
    vases.reserve(HERE.id, 4, { orderId: 'ord_1' });
    expect([vases.onHand, vases.reserved, vases.available]).toEqual([5, 4, 1]);
    vases.sell(HERE.id, 3, { orderId: 'ord_1' });
    vases.release(HERE.id, 1, { orderId: 'ord_1' });
    expect([vases.onHand, vases.reserved, vases.available]).toEqual([2, 0, 2]);
    expect(vases.movements.map(({ kind, quantity, onHandAfter, reservedAfter }) => [kind, quantity, onHandAfter, reservedAfter])).toEqual([
      ['RECEIVED', 5, 5, 0],
      ['RESERVED', 4, 5, 4],
      ['SOLD', -3, 2, 1],
      ['RELEASED', -1, 2, 0],
    ]);
  });

  test('loses nothing that is set aside', () => {
    const vases = stock();
    vases.reserve(HERE.id, 4, { orderId: 'ord_1' });
    expect(vases.change(HERE, 'LOST', -2, {})).toBeNull();
    expect(vases.change(HERE, 'LOST', -1, {})).toMatchObject({ quantity: -1, onHandAfter: 4 });
    expect([vases.onHand, vases.reserved, vases.available]).toEqual([4, 4, 0]);
  });

  test('cannot be sold from a closed location', () => {
    const vases = stock();
    vases.change(CLOSED, 'RECEIVED', 3, {});
    expect([vases.onHand, vases.available]).toEqual([8, 5]);
  });
});
