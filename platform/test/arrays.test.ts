import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase, query } from '../src/database/database.ts';
import { createLogger } from '../src/observe/logging.ts';
import { createDatabase } from '../testing/databases.ts';
import { randomFrom } from '../testing/random.ts';

const SEED = 9;
const ROUNDS = 300;
const PARTS = ['', 'a', 'NULL', 'null', ' ', ',', '"', '\\', '{', '}', '[1:2]', '\n', '\t', 'ñ', '👩‍👩‍👧', "'", '=', '2026-03-01 12:00:00+00'];

let place: { url: string; drop(): Promise<void> };
let database: Database;

beforeAll(async () => {
  place = await createDatabase('arrays');
  database = await openDatabase({ url: place.url, entities: [], migrations: null, log: createLogger('arrays', 'silent') });
});
afterAll(async () => {
  await database?.stop();
  await place?.drop();
});

test(`arrays of whatever texts and numbers are read as they were written (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const number = (below: number) => Math.floor(random() * below);
  const textOrNull = () => (number(10) === 0 ? null : Array.from({ length: number(4) }, () => PARTS[number(PARTS.length)]).join(''));
  const integerOrNull = () => (number(10) === 0 ? null : number(4_000_000) - 2_000_000);
  for (let round = 0; round < ROUNDS; round++) {
    const texts = Array.from({ length: number(5) }, textOrNull);
    const integers = Array.from({ length: number(5) }, integerOrNull);
    expect(await query(database.fork(), 'select $1::text[] as texts, $2::int[] as integers', [texts, integers])).toEqual([
      { texts, integers },
    ]);
  }
});

test('arrays of arrays, and those that do not begin at one, are read too', async () => {
  const sql = `select '{{a,b},{"c,d",NULL}}'::text[] as nested, '[2:3]={x,y}'::text[] as shifted, '{{1,2}}'::int[] as numbers, null::text[] as none`;
  expect(await query(database.fork(), sql)).toEqual([
    {
      nested: [
        ['a', 'b'],
        ['c,d', null],
      ],
      shifted: ['x', 'y'],
      numbers: [[1, 2]],
      none: null,
    },
  ]);
});
