import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFeatures } from '../src/features.ts';

let root: string;
const BENCHMARK = "const SLOWEST_MS = { 'a sale': 50 }; const reads = [{ name: 'a gift' }];";
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'agora-features-'));
  writeFileSync(
    path.join(root, 'shop.test.ts'),
    "test('a thing is sold', () => {}); test.each([1])('%d are sold', () => {}); other('a thing is given', () => {});",
  );
  writeFileSync(path.join(root, 'shop.ts'), BENCHMARK);
});
afterAll(() => rmSync(root, { recursive: true }));

const row = (fields: Readonly<Record<string, string>>) => JSON.stringify({ shop: [{ id: 'S1', what: 'Selling', ...fields }] });
const problemsOf = (rows: string, ids = 'S1\n') => readFeatures({ root, rows, ids }).problems;

test('a row that is a bound on time names a benchmark that has one', () => {
  const { problems, document } = readFeatures({ root, rows: row({ state: 'works', benchmark: 'shop.ts › a sale' }), ids: 'S1\n' });
  expect(problems).toEqual([]);
  expect(document).toContain('| S1 | Selling | works |  | [a sale](../shop.ts) |');
});

test.each(['a thing is sold', '%d are sold'])('a row that works names a test that there is: %s', (name) => {
  const { problems, document } = readFeatures({
    root,
    rows: row({ state: 'works', by: 'Query.shop', test: `shop.test.ts › ${name}` }),
    ids: 'S1\n',
  });
  expect(problems).toEqual([]);
  expect(document).toContain(`| S1 | Selling | works | \`Query.shop\` | [${name}](../shop.test.ts) |`);
});

test.each([
  [row({ state: 'works' }), 'shop.0.test: Invalid input'],
  [row({ state: 'works', test: 'shop.test.ts › a thing is given' }), 'S1: shop.test.ts has no test "a thing is given"'],
  [row({ state: 'avoided', test: 'shops.test.ts › a thing is sold' }), 'S1: there is no file shops.test.ts'],
  [row({ state: 'works', benchmark: 'shop.ts › a gift' }), 'S1: shop.ts has no bound for "a gift"'],
  [row({ state: 'works', benchmark: 'shop.ts › a sale', test: 'shop.test.ts › a thing is sold' }), 'shop.0.test: Invalid input'],
  [row({ state: 'partial' }), 'shop.0.missing: Invalid input'],
  [row({ state: 'done' }), 'shop.0.state: Invalid'],
  [row({ state: 'absent', id: 'S2' }), 'S1: has no row'],
])('%s is found out', (rows, problem) => {
  expect(problemsOf(rows).join('\n')).toContain(problem);
});

test('a row too many and one that is there twice are found out', () => {
  const one = { id: 'S1', what: 'Selling', state: 'absent' };
  expect(problemsOf(JSON.stringify({ shop: [one, one], more: [{ ...one, id: 'S9' }] }))).toEqual(['S9: is no feature', 'S1: has two rows']);
});
