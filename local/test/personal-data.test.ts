import { describe, expect, test } from '@jest/globals';
import { impersonal, keptByLaw, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { columnsIn } from '../src/personal-data/columns-in-sql.ts';
import { declaredColumns } from '../src/personal-data/declared-columns.ts';
import { differences, undeclaredColumns } from '../src/personal-data/undeclared-columns.ts';

const KeeperSchema = defineEntity({ name: 'Keeper', properties: personal('id', { id: p.text().primary() }) });
class Keeper extends KeeperSchema.class {}
KeeperSchema.setClass(Keeper);

const AnimalSchema = defineEntity({
  name: 'Animal',
  properties: {
    ...impersonal({ id: p.text().primary(), keeper: () => p.manyToOne(Keeper) }),
    ...keptByLaw('keeper.id', { chipNumber: p.text() }),
    ...personal('keeper.name', { walkedAt: p.datetime(3) }),
    vetName: p.text(),
  },
});
class Animal extends AnimalSchema.class {}
AnimalSchema.setClass(Animal);

test('every column says whether it is personal', async () => {
  const { columns, problems } = await undeclaredColumns();
  expect(problems).toEqual([]);
  expect(columns).toBeGreaterThan(150);
});

describe('a property', () => {
  const { columns, problems } = declaredColumns([Keeper, Animal]);

  test('that does not say whether it is personal is named, and one that is said to be of nobody', () => {
    expect(problems).toEqual([
      'Animal.walkedAt is said to be of "keeper.name", which is no property.',
      'Animal.vetName does not say whether it is personal.',
    ]);
  });

  test('speaks for its column', () => {
    expect([...columns]).toEqual([
      'keeper.id',
      'animal.id',
      'animal.keeper_id',
      'animal.chip_number',
      'animal.walked_at',
      'animal.vet_name',
    ]);
  });
});

test('a column that is made and not declared is named, and one that is declared and not made', () => {
  const made = columnsIn(`
    create table if not exists "zoo"."animal" ( -- of all kinds
      "id" text not null, weight numeric(6, 2) check (weight > 0), note text default ', fed text',
      primary key (id), constraint animal_unique unique (id, weight)
    );
    alter table zoo.animal add column born date, add column left_at date;
    alter table zoo.animal drop column note, alter column born set not null, add constraint x check (born < now());
  `);
  expect([...made]).toEqual(['zoo.animal.id', 'zoo.animal.weight', 'zoo.animal.born', 'zoo.animal.left_at']);
  expect(differences(made, new Set(['zoo.animal.id', 'zoo.animal.weight', 'zoo.animal.born', 'zoo.animal.note']))).toEqual([
    'zoo.animal.left_at does not say whether it is personal.',
    'zoo.animal.note is declared, and nothing makes it.',
  ]);
});

test.each([
  ['add born date', ['id', 'note', 'born']],
  ['add if not exists born date, add constraint x check (id > 0), add unique (id), add primary key (id)', ['id', 'note', 'born']],
  ['drop note', ['id']],
  ['drop if exists note, drop constraint if exists x', ['id']],
  ['rename note to remark', ['id', 'remark']],
  ['rename constraint x to y', ['id', 'note']],
])('a column is one with the word "column" or without: alter table animal %s', (change, columns) => {
  const made = columnsIn(`create table animal (id int, note text); alter table animal ${change};`);
  expect([...made].sort()).toEqual(columns.map((column) => `animal.${column}`).sort());
});

test('the columns of a table go with it, and take its new name', () => {
  const made = columnsIn(`
    create table animal (id int); create table keeper (id int, name text); create table cage (id int);
    alter table if exists only animal rename to beast;
    drop table if exists keeper, cage cascade;
  `);
  expect([...made]).toEqual(['beast.id']);
});
