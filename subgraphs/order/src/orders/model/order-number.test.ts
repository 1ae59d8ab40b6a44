import { describe, expect, test } from '@jest/globals';
import { ORDER_NUMBER, orderNumber } from './order-number.ts';

const NOON = new Date('2026-11-22T12:00:00Z');

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
