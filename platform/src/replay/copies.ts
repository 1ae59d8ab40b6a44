import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '../database/database.ts';
import { number, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import type { ProjectedTable } from './projection.ts';

/**
 * Makes an empty copy of each table, for this transaction. It hides the table from every statement that does not say `public`, so that
 * reactions fill it without knowing.
 */
export async function makeCopies(tx: EntityManager, tables: readonly ProjectedTable[]): Promise<void> {
  for (const { name } of tables) {
    await query(tx, `create temp table ${quoted(name)} (like public.${quoted(name)} including all) on commit drop`);
  }
}

/** Nobody else writes to the tables until this transaction ends; reading goes on. */
export async function lockTables(tx: EntityManager, tables: readonly ProjectedTable[]): Promise<void> {
  const names = tables.map(({ name }) => `public.${quoted(name)}`);
  await query(tx, `lock table ${names.join(', ')} in share row exclusive mode`);
}

/** How a table and its copy differ: numbers alone, since rows may hold what is personal. */
export interface TableDifference {
  readonly table: string;
  /** Rows of the copy, or those of them that hold anything. */
  readonly rows: number;
  /** In the copy alone. */
  readonly missing: number;
  /** In the table alone. */
  readonly surplus: number;
  /** In both, and not the same. */
  readonly changed: number;
}

export async function compare(tx: EntityManager, table: ProjectedTable): Promise<TableDifference> {
  const { join, values, holds } = await shapeOf(tx, table);
  const [live, copy] = sidesOf(table);
  const difference = statement(
    {
      rows: number('count(*) filter (where in_copy)'),
      missing: number('count(*) filter (where in_copy and not in_live)'),
      surplus: number('count(*) filter (where in_live and not in_copy)'),
      changed: number('count(*) filter (where in_live and in_copy and differs)'),
    },
    (columns) => `with both_sides as (
      select ${holds('live')} as in_live, ${holds('copy')} as in_copy, (${values('live')}) is distinct from (${values('copy')}) as differs
      from ${live} live full join ${copy} copy on ${join('live', 'copy')}
    ) select ${columns} from both_sides`,
  );
  const [row] = await difference(tx);
  return { table: table.name, ...(row ?? { rows: 0, missing: 0, surplus: 0, changed: 0 }) };
}

/** Makes the table what its copy is; rows that are the same are left alone. */
export async function putInPlace(tx: EntityManager, table: ProjectedTable): Promise<void> {
  const { key, columns, join, values, holds } = await shapeOf(tx, table);
  const [live, copy] = sidesOf(table);
  const without = `where not exists (select from ${copy} copy where ${join('copy', 'live')})`;
  if (table.filled) {
    const blanks = Object.entries(table.filled).map(([name, blank]) => `${quoted(name)} = ${blank}`);
    await query(tx, `update ${live} live set ${blanks.join(', ')} ${without} and ${holds('live')}`);
  } else {
    await query(tx, `delete from ${live} live ${without}`);
  }
  const all = [...key, ...columns].join(', ');
  const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  await query(
    tx,
    `insert into ${live} as live (${all}) select ${all} from ${copy} copy where ${holds('copy')} on conflict (${key.join(', ')})
     ${changes === '' ? 'do nothing' : `do update set ${changes} where (${values('live')}) is distinct from (${values('excluded')})`}`,
  );
}

interface Shape {
  readonly key: readonly string[];
  /** Those beside the key that events fill. */
  readonly columns: readonly string[];
  /** SQL, of two sides, for whether they are the same row. */
  readonly join: (one: string, other: string) => string;
  readonly values: (side: string) => string;
  /** SQL for whether a row is there and holds anything from events. */
  readonly holds: (side: string) => string;
}

async function shapeOf(tx: EntityManager, { name, key, filled, isOver }: ProjectedTable): Promise<Shape> {
  const names = filled
    ? Object.keys(filled)
    : (await columnsOf(tx, [name])).map((row) => row.name).filter((column) => !key.includes(column));
  const columns = names.map(quoted);
  const blanks = Object.entries(filled ?? {});
  return {
    key: key.map(quoted),
    columns,
    join: (one, other) => key.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' and '),
    values: (side) => `row(${columns.map((column) => `${side}.${column}`).join(', ')})`,
    holds(side) {
      const isBlank = blanks.map(([column, blank]) => `${side}.${quoted(column)} is not distinct from ${blank}`).join(' and ') || 'false';
      return `(${side}.${quoted(key[0] ?? '')} is not null and not (${isBlank}) and not coalesce(${isOver?.(side) ?? 'false'}, false))`;
    },
  };
}

const columnsOf = statement(
  { name: text('attname') },
  (columns) => `select ${columns} from pg_attribute
    where attrelid = format('public.%I', $1::text)::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
);

function sidesOf({ name }: ProjectedTable): readonly [string, string] {
  return [`public.${quoted(name)}`, `pg_temp.${quoted(name)}`];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
