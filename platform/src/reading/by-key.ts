import type DataLoader from 'dataloader';
import { query } from '../database.ts';
import { prefixOf } from '../ids.ts';
import { batch, batchAll } from './batch.ts';
import { fromOf, type RowOf, type Rows, selectList } from './columns.ts';
import { forViewer, type Reader, type Visibility } from './reader.ts';

/** What to look for, given what somebody asks for; null where that can be no key. */
export type AsKey = (asked: string) => string | null;

export interface ByKeyOptions<Read extends Rows> {
  readonly rows: Read;
  /** The column of the row that is looked for. */
  readonly key: keyof Read['columns'] & string;
  readonly asKey: AsKey;
  readonly visible?: Visibility;
}

type Load<Value> = (reader: Reader) => DataLoader<string, Value>;

/** Ids with this prefix. */
export function idOf(prefix: string): AsKey {
  return (asked) => (prefixOf(asked) === prefix ? asked : null);
}

/** Reads at most one row for each key; null where there is none that its reader may see. */
export function byKey<Read extends Rows>(options: ByKeyOptions<Read>): Load<RowOf<Read> | null> {
  const { key, asKey } = options;
  const read = reading(options);
  return (reader) =>
    batch(async (asked) => {
      const keys = keysOf(asked, asKey);
      const byKey = new Map((await read(reader, keys)).map((row) => [row[key], row]));
      return new Map([...keys].flatMap(([one, wanted]) => found(one, byKey.get(wanted as RowOf<Read>[typeof key]))));
    });
}

/** Reads all rows of each key, in the order that `order` says in SQL. */
export function allByKey<Read extends Rows>(options: ByKeyOptions<Read> & { readonly order: string }): Load<readonly RowOf<Read>[]> {
  const { key, asKey, order } = options;
  const read = reading(options, `order by ${order}`);
  return (reader) =>
    batchAll(async (asked) => {
      const keys = keysOf(asked, asKey);
      const byKey = Map.groupBy(await read(reader, keys), (row) => row[key]);
      return new Map(asked.map((one) => [one, byKey.get(keys.get(one) as RowOf<Read>[typeof key]) ?? []]));
    });
}

/** Counts the rows of each key. */
export function countByKey<Read extends Rows>({ rows, key, asKey, visible }: ByKeyOptions<Read>): Load<number> {
  const column = rows.columns[key]?.sql;
  const { sql, values } = forViewer(
    1,
    (viewer) => `select ${column} as key, count(*)::float8 as count from ${fromOf(rows, viewer)}
    where ${column} = any($1::text[]) and (${visible?.(viewer) ?? 'true'}) group by ${column}`,
  );
  return (reader) =>
    batchAll(async (asked) => {
      const keys = keysOf(asked, asKey);
      const given = [[...keys.values()], ...values(reader)];
      const rows = keys.size === 0 ? [] : await query<{ key: string; count: number }>(reader.em, sql, given);
      const counts = new Map(rows.map((row) => [row.key, row.count]));
      return new Map(asked.map((one) => [one, counts.get(keys.get(one) ?? '') ?? 0]));
    });
}

function reading<Read extends Rows>({ rows, key, visible }: ByKeyOptions<Read>, order = '') {
  const { sql, values } = forViewer(
    1,
    (viewer) => `select ${selectList(rows.columns)} from ${fromOf(rows, viewer)}
    where ${rows.columns[key]?.sql} = any($1::text[]) and (${visible?.(viewer) ?? 'true'}) ${order}`,
  );
  return async (reader: Reader, keys: ReadonlyMap<string, string>): Promise<RowOf<Read>[]> =>
    keys.size === 0 ? [] : query<RowOf<Read>>(reader.em, sql, [[...new Set(keys.values())], ...values(reader)]);
}

/** What is looked for, by what was asked for. */
function keysOf(asked: readonly string[], asKey: AsKey): Map<string, string> {
  const keys = new Map<string, string>();
  for (const one of asked) {
    const key = asKey(one);
    if (key !== null) keys.set(one, key);
  }
  return keys;
}

function found<Row>(key: string, row: Row | undefined): [string, Row][] {
  return row === undefined ? [] : [[key, row]];
}
