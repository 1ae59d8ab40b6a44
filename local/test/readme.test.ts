import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const HOUSE = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(HOUSE, 'README.md'), 'utf8');
const map = readme.slice(readme.indexOf('## Where things are'), readme.indexOf('Read next:'));

test.each([
  'where an order is confirmed',
  "where a notification's words come from",
  'where a token is checked',
  'where an event is declared',
  'who reacts to it',
  'how a live event reaches a socket',
])('the map says %s, and every path of that line exists', (question) => {
  const line = map.split('\n').find((row) => row.startsWith(`| ${question}`)) ?? '';
  const paths = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  expect(paths.length).toBeGreaterThan(0);
  for (const file of paths) expect(existsSync(path.join(HOUSE, file)) ? file : `${file} is missing`).toBe(file);
});

test('every folder that the map draws exists, and every folder of the house is drawn', () => {
  const drawn = [...map.matchAll(/^(\w+)\/ /gm)].map((match) => match[1] ?? '');
  expect(drawn.length).toBeGreaterThan(5);
  for (const folder of drawn) expect(existsSync(path.join(HOUSE, folder))).toBe(true);
  const { workspaces } = JSON.parse(readFileSync(path.join(HOUSE, 'package.json'), 'utf8')) as { workspaces: string[] };
  for (const workspace of workspaces) expect(drawn).toContain(workspace.replace('/*', ''));
});

test('the links of the documents lead somewhere', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/the-life-of-an-order.md', 'docs/operating.md']) {
    const text = readFileSync(path.join(HOUSE, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const found = existsSync(path.resolve(HOUSE, path.dirname(file), target));
      expect(found ? target : `${file} → ${target} is missing`).toBe(target);
    }
  }
});
