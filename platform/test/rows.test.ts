import { expect, test } from '@jest/globals';
import { defineEntity, MikroORM, type Opt, p } from '@mikro-orm/postgresql';
import { newRow } from '../src/database/new-row.ts';
import { columnsOf, nullable, number, type RowOf, rowsOf, selectList } from '../src/reading/columns.ts';

const LetterSchema = defineEntity({
  name: 'SealedLetter',
  properties: {
    id: p.text().primary(),
    answerTo: () => p.manyToOne(SealedLetter).nullable(),
    copyOf: () => p.manyToOne(SealedLetter).mapToPk().joinColumn('original'),
    answers: () => p.oneToMany(SealedLetter).mappedBy('answerTo'),
    kind: p.enum(['CARD', 'PARCEL'] as const),
    milligrams: p.bigint('number').nullable(),
    sentAt: p.datetime(3),
    isRead: p.boolean().default(false),
    words: p.type('tsvector').$type<Opt<string>>().generated('to_tsvector(id) stored'),
  },
});
class SealedLetter extends LetterSchema.class {}
LetterSchema.setClass(SealedLetter);

test('a row has the columns of its entity, and those that SQL computes', () => {
  const rows = rowsOf(SealedLetter, 'id', 'answerTo', 'copyOf', 'milligrams', 'sentAt');
  expect(rows.from).toBe('sealed_letter');
  expect(selectList({ ...rows.columns, shelves: nullable(number('count(*)')) })).toBe(
    [
      'sealed_letter.id as "id"',
      'sealed_letter.answer_to_id as "answerToId"',
      'sealed_letter.original as "copyOf"',
      'sealed_letter.milligrams::float8 as "milligrams"',
      'sealed_letter.sent_at as "sentAt"',
      '(count(*))::float8 as "shelves"',
    ].join(', '),
  );
});

test('the type of a row is what PostgreSQL gives', () => {
  const row: RowOf<typeof letters> = { id: 'let_1', answerToId: null, kind: 'CARD', milligrams: 20_000, sentAt: '2026-03-01 10:00:00+00' };
  // @ts-expect-error instants are text
  const wrong: RowOf<typeof letters> = { ...row, sentAt: new Date() };
  expect(Object.keys(wrong)).toEqual(Object.keys(letters.columns));
});
const letters = rowsOf(SealedLetter, 'id', 'answerTo', 'kind', 'milligrams', 'sentAt');

test('columns are called as the database has them', () => {
  const { props } = new MikroORM({ entities: [SealedLetter], dbName: 'none' }).getMetadata().get(SealedLetter);
  const named = Object.values(columnsOf(SealedLetter)).map(({ sql }) => sql.replace(/^sealed_letter\.|::float8$/g, ''));
  expect(named).toEqual(props.filter(({ kind }) => kind !== '1:m').flatMap(({ fieldNames }) => fieldNames));
});

test('a new row has every column but those that PostgreSQL fills in', () => {
  const letter = { id: 'let_1', copyOf: 'let_0', kind: 'CARD' as const, milligrams: null, sentAt: new Date() };
  // @ts-expect-error a column that may be null is said, too
  newRow(SealedLetter, letter);
  expect(newRow(SealedLetter, { ...letter, answerTo: null })).toBeInstanceOf(SealedLetter);
});
