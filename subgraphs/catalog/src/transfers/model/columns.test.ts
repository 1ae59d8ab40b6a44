import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { COLUMNS, FAMILIES } from './columns.ts';

const PAGE = path.join(import.meta.dirname, '../../../../../docs/product-files.md');

test('the page on files with products names each column, in the order of an export, and says what it holds', async () => {
  const page = await readFile(PAGE, 'utf8');
  const rows = [...page.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(([, name, about = '']) => [name, about.replaceAll('\\|', '|')]);
  expect(rows).toEqual([
    ...Object.entries(COLUMNS).map(([name, { about }]) => [name, about]),
    ...Object.entries(FAMILIES).map(([name, { about }]) => [`${name}:…`, about]),
  ]);
});
