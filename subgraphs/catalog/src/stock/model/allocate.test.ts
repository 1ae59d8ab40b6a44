import { describe, expect, test } from '@jest/globals';
import { allocate } from './allocate.ts';
import { VariantStock } from './variant-stock.ts';

/** Units at the locations a, b, c, in the order in which orders are filled from them. */
function stockOf(id: string, sellerId: string, units: Readonly<Record<string, number>>, closed: readonly string[] = []): VariantStock {
  const levels = Object.entries(units).map(([locationId, onHand]) => ({
    locationId,
    isActive: !closed.includes(locationId),
    onHand,
    reserved: 0,
  }));
  return new VariantStock({ id, productId: 'prd_1', sellerId }, levels);
}

const taken = (demand: readonly (readonly [VariantStock, number])[]) =>
  allocate(new Map(demand)).map(({ stock, locationId, quantity }) => `${quantity} ${stock.variant.id} from ${locationId}`);

describe('an order is filled', () => {
  test('from the first location that has everything of a seller, though another comes before it', () => {
    const [vase, bowl] = [stockOf('vase', 'ana', { a: 5, b: 5 }), stockOf('bowl', 'ana', { a: 0, b: 5 })];
    expect(
      taken([
        [vase, 2],
        [bowl, 3],
      ]),
    ).toEqual(['2 vase from b', '3 bowl from b']);
  });

  test('each variant from the first location that has all its units, where none has everything', () => {
    const [vase, bowl] = [stockOf('vase', 'ana', { a: 1, b: 5 }), stockOf('bowl', 'ana', { a: 5, b: 0 })];
    expect(
      taken([
        [vase, 2],
        [bowl, 3],
      ]),
    ).toEqual(['2 vase from b', '3 bowl from a']);
  });

  test('from several locations where no single one has enough, and from none that is closed', () => {
    expect(taken([[stockOf('vase', 'ana', { a: 3, b: 9, c: 4 }, ['b']), 5]])).toEqual(['3 vase from a', '2 vase from c']);
  });

  test('of several sellers from the locations of each', () => {
    const [vase, lamp] = [stockOf('vase', 'ana', { a: 5 }), stockOf('lamp', 'leo', { z: 5 })];
    expect(
      taken([
        [vase, 1],
        [lamp, 1],
      ]),
    ).toEqual(['1 vase from a', '1 lamp from z']);
  });
});
