import { describe, expect, test } from '@jest/globals';
import { differences, type Outcome } from '../testing/fuzz/compare.ts';
import { fuzz, type Finding } from '../testing/fuzz/run.ts';

test('600 random operations on random graphs with random faults are answered as by the stock executor, but for its known faults', async () => {
  const unexplained: unknown[] = [];
  const summary = await fuzz({
    seed: 4,
    cases: 600,
    onFinding({ reason, mode, difference, case: { number } }: Finding) {
      if (reason === null) unexplained.push({ replay: `npm run fuzz -- --seed 4 --case ${number}`, mode, difference });
    },
  });
  expect(unexplained).toEqual([]);
  expect(summary.cases).toBe(600);
  expect(summary.equal).toBeGreaterThan(500);
  expect(summary.refusedByBoth).toBeLessThan(10);
});

describe('the comparison sees', () => {
  const stock: Outcome = {
    data: { things: [{ id: '1', size: 3 }, null] },
    errors: [
      { message: 'one', path: ['things', 1] },
      { message: 'two', path: ['things', 0, 'size'] },
    ],
  };

  test('no difference where there is none', () => {
    expect(differences(stock, JSON.parse(JSON.stringify(stock)))).toEqual([]);
  });

  test.each<[string, Outcome, string]>([
    ['another value', { ...stock, data: { things: [{ id: '1', size: 4 }, null] } }, 'data'],
    ['a lost value', { ...stock, data: { things: [{ id: '1' }, null] } }, 'data'],
    ['a null in place of a value', { ...stock, data: { things: [null, null] } }, 'data'],
    ['a value in place of a null', { ...stock, data: { things: [{ id: '1', size: 3 }, {}] } }, 'data'],
    ['a shorter list', { ...stock, data: { things: [{ id: '1', size: 3 }] } }, 'data'],
    ['a key more', { ...stock, data: { things: [{ id: '1', size: 3, more: 1 }, null] } }, 'data'],
    ['keys in another order', { ...stock, data: { things: [{ size: 3, id: '1' }, null] } }, 'order of keys'],
    ['a lost error', { ...stock, errors: stock.errors?.slice(1) ?? [] }, 'missing error'],
    ['an error more', { ...stock, errors: [...(stock.errors ?? []), { message: 'three', path: ['things'] }] }, 'additional error'],
    ['another path', moved(stock, ['things', 0]), 'path'],
    ['no path', moved(stock, undefined), 'path'],
    ['another message', reworded(stock), 'message'],
    ['an operation that is not run', { refused: 'No.' }, 'refused'],
  ])('%s', (_, own, kind) => {
    expect(differences(stock, own).map((difference) => difference.kind)).toEqual([kind]);
  });

  test('a fault of a value that only one of the two has seen', () => {
    const violation = { message: 'Cannot return null for non-nullable field Thing.id.', path: ['things', 0, 'id'] };
    const found = { data: { things: null }, violations: [violation] };
    expect(differences(found, { data: { things: null }, errors: [violation] })).toEqual([]);
    expect(differences(found, { data: { things: null } })).toMatchObject([{ kind: 'violation' }]);
    expect(differences(found, { data: { things: null }, errors: [{ ...violation, path: ['things'] }] })).toHaveLength(2);
  });
});

test('an executor that loses one value of an answer does not go unseen', async () => {
  let lost = 0;
  await fuzz({
    seed: 4,
    cases: 40,
    spoil: (own) => ({ ...own, data: withoutOneLeaf(own.data) }),
    onFinding({ reason, difference }) {
      if (reason === null && difference.kind === 'data') lost++;
    },
  });
  expect(lost).toBeGreaterThan(40);
});

function moved(outcome: Outcome, path: readonly (string | number)[] | undefined): Outcome {
  const [first, ...others] = outcome.errors ?? [];
  return { ...outcome, errors: [{ message: first?.message ?? '', path }, ...others] };
}

function reworded(outcome: Outcome): Outcome {
  const [first, ...others] = outcome.errors ?? [];
  return { ...outcome, errors: [{ message: 'other', path: first?.path }, ...others] };
}

/** The first leaf that is not null becomes null. */
function withoutOneLeaf(data: unknown): unknown {
  let isDone = false;
  const walk = (value: unknown): unknown => {
    if (isDone || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
    isDone = true;
    return null;
  };
  return walk(data);
}
