import { expect, test } from '@jest/globals';
import { SizedCache } from '../src/sized-cache.ts';

test('a flood of values that come once takes no place from those that are used', () => {
  const cache = new SizedCache<string>(1_000);
  const used = Array.from({ length: 8 }, (_, n) => `used ${n}`);
  for (const key of used) cache.set(key, key, 50);
  for (let n = 0; n < 10_000; n++) {
    if (n % 500 === 0) for (const key of used) expect(cache.get(key)).toBe(key);
    cache.set(`once ${n}`, 'x', 1 + (n % 90));
    expect(cache.bytes).toBeLessThanOrEqual(1_000);
  }
});

test('what is used no more makes room for what is', () => {
  const cache = new SizedCache<number>(1_000);
  for (let n = 0; n < 10; n++) cache.set(`old ${n}`, n, 100);
  for (let n = 0; n < 10; n++) cache.get(`old ${n}`);
  for (let n = 0; n < 40; n++) {
    cache.set(`new ${n % 10}`, n, 100);
    for (let m = 0; m < 10; m++) cache.get(`new ${m}`);
  }
  expect(cache.keys().filter((key) => key.startsWith('new'))).toHaveLength(10);
});

test('whatever is set, read and deleted, its bytes are those of what it holds', () => {
  const cache = new SizedCache<number>(500);
  let random = 7;
  const next = (below: number) => (random = (random * 48_271) % 2_147_483_647) % below;
  for (let n = 0; n < 20_000; n++) {
    const key = `key ${next(40)}`;
    const bytes = 1 + next(120);
    const what = next(4);
    if (what === 0) cache.delete(key);
    else if (what === 1) cache.get(key);
    else cache.set(key, bytes, bytes);
    expect(cache.bytes).toBe(cache.keys().reduce((sum, held) => sum + (cache.get(held) ?? 0), 0));
    expect(cache.bytes).toBeLessThanOrEqual(500);
    expect(cache.size).toBe(cache.keys().length);
  }
});

test('a value of more than the whole is not kept, and forgets what was there before', () => {
  const cache = new SizedCache<string>(100);
  cache.set('a', 'small', 10);
  cache.set('a', 'large', 101);
  expect(cache.get('a')).toBeUndefined();
  expect(cache.bytes).toBe(0);
});
