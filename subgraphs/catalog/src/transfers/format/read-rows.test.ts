import { expect, test } from '@jest/globals';
import { randomFrom } from '@agora/platform/testing/random';
import { COLUMNS, WHY } from '../model/columns.ts';
import { Unreadable } from './file-row.ts';
import { withFormula, withoutFormula } from './formulas.ts';
import { MAX_LINE } from './limits.ts';
import { listCell, listIn } from './list-cell.ts';
import { readRows } from './read-rows.ts';
import { headOf, lineOf } from './write-rows.ts';

type Format = Parameters<typeof readRows>[1];

/** In chunks of a few bytes, which end anywhere in a character. */
async function* bytes(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function rowsIn(source: AsyncIterable<Uint8Array>, format: Format) {
  const rows = [];
  for await (const part of readRows(source, format)) rows.push(...part.rows);
  return rows;
}

const PARTS = [
  'a',
  'Ñandú',
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '=1+1',
  '-5',
  '+',
  '@',
  '007',
  '🐈',
  'שלום',
  'مرحبا',
  ' ',
  '|',
  ':',
  '＝',
  '\\',
  '{',
  '',
];

test.each(['CSV', 'JSON_LINES'] as const)('what is written as %s is read as it was, whatever is in it', async (format) => {
  const random = randomFrom(11);
  const pick = () => PARTS[Math.floor(random() * PARTS.length)] ?? '';
  const columns = ['handle', 'sku', 'name', 'description', 'option1_value', 'attribute:origin'];
  const written = Array.from({ length: 300 }, (_, at) => {
    const texts = columns.map((column) => [column, `${pick()}${pick()}${pick()}${pick()}`] as const);
    return new Map([...texts, ['handle', `h${at}`], ['sku', `${pick()}${at}`]]);
  });
  const file = headOf(format, columns) + written.map((cells) => lineOf(format, columns, cells)).join('');
  const read = await rowsIn(bytes(file), format);
  expect(read.map(({ cells }) => Object.fromEntries(cells))).toEqual(written.map((cells) => Object.fromEntries(cells)));
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
});

test.each(['=cmd|calc', '+1', '-1+1', '@SUM(A1)', '\tx', "'=x", "''=x", '＝x'])(
  'no spreadsheet runs %s, and the import takes it for what it was',
  (cell) => {
    const written = withoutFormula(cell);
    expect(written).toBe(`'${cell}`);
    expect(withFormula(written)).toBe(cell);
  },
);

test.each(['12.50', '-5', "'tis", "O'Neill", '', 'a=b'])('%s is left as it is', (cell) => {
  expect(withoutFormula(cell)).toBe(cell);
  expect(withFormula(cell)).toBe(cell);
});

test.each([
  ['commas', 'handle,sku,name\na,b,c'],
  ['semicolons, of which Excel says so', 'sep=;\r\nhandle;sku;name\r\na;b;c\r\n'],
  ['tabs', 'Handle\tSKU\tName\ta\nx'.replace('\ta\nx', '\na\tb\tc')],
  ['a mark of UTF-8 and blank lines', '\uFEFF handle , sku,name\n\n,,\na,b,c\n'],
])('a file with %s is read alike', async (_, text) => {
  const [row, ...others] = await rowsIn(bytes(text), 'CSV');
  expect(Object.fromEntries(row?.cells ?? [])).toEqual({ handle: 'a', sku: 'b', name: 'c' });
  expect(others).toEqual([]);
});

const GB = 1_000_000_000;

/** Says how much of it was asked for. */
function endless(chunk: Buffer, asked: { bytes: number }, first: string): AsyncGenerator<Uint8Array> {
  return (async function* () {
    yield Buffer.from(first);
    while (asked.bytes < GB) {
      asked.bytes += chunk.length;
      yield chunk;
    }
  })();
}

const CHUNK = 65_536;
const of = (text: string) => Buffer.from(text.repeat(Math.ceil(CHUNK / text.length)));

test.each([
  ['one endless line', 'CSV', of('x'), MAX_LINE],
  ['one endless line', 'JSON_LINES', of('['), MAX_LINE],
  ['millions of columns', 'CSV', of('a,'), MAX_LINE],
  ['a quotation mark that never closes', 'CSV', of('a\n'), MAX_LINE, 'handle,sku\n"'],
  ['zeros', 'CSV', Buffer.alloc(CHUNK), 0],
  ['noise', 'JSON_LINES', Buffer.from(Array.from({ length: CHUNK }, (_, at) => (at * 7_919) % 256)), 0],
] as [string, Format, Buffer, number, string?][])(
  'a gigabyte of garbage, %s as %s, is given up after no more than a line',
  async (_, format, chunk, atMost, first = '') => {
    const asked = { bytes: 0 };
    await expect(rowsIn(endless(chunk, asked, first), format)).rejects.toThrow(Unreadable);
    expect(asked.bytes).toBeLessThanOrEqual(atMost + 3 * CHUNK);
  },
);

test('the reasons of a file of wrong lines are passed over', async () => {
  const columns = [WHY, 'handle', 'sku'];
  const cells = new Map([
    [WHY, 'stock: This is no whole number.'],
    ['handle', 'a'],
    ['sku', 'b'],
  ]);
  const [row] = await rowsIn(bytes(headOf('CSV', columns) + lineOf('CSV', columns, cells)), 'CSV');
  expect(Object.keys(Object.fromEntries(row?.cells ?? []))).toEqual(['handle', 'sku']);
  expect(Object.keys(COLUMNS)).not.toContain(WHY);
});

test('a list of whatever is read as it was', () => {
  const random = randomFrom(12);
  for (let turn = 0; turn < 300; turn++) {
    const things = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => {
      const middle = Array.from({ length: 4 }, () => ['|', '\\', 'a', ' ', '\\|'][Math.floor(random() * 5)] ?? '').join('');
      return `x${middle}${at}`;
    });
    expect(listIn(listCell(things))).toEqual(things);
  }
  expect(listIn(' a | b\\c ||')).toEqual(['a', 'b\\c']);
});
