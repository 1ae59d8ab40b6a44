import { expect, test } from '@jest/globals';
import { crossingOf, stockStatusOf } from './stock-status.ts';

test('below what its seller set a variant is low, and without that never', () => {
  expect([6, 5, 4, 0].map((available) => stockStatusOf(available, 5))).toEqual(['IN_STOCK', 'IN_STOCK', 'LOW_STOCK', 'OUT_OF_STOCK']);
  expect(stockStatusOf(1, null)).toBe('IN_STOCK');
});

test.each([
  [6, 4, 'LOW'],
  [4, 3, null],
  [3, 0, 'OUT'],
  [6, 0, 'OUT'],
  [0, 3, 'BACK'],
  [0, 9, 'BACK'],
  [3, 9, null],
])('from %d to %d units, warned below 5: %s', (before, after, crossing) => {
  expect(crossingOf(before, after, 5)).toBe(crossing);
});
