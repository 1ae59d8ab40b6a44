import type DataLoader from 'dataloader';
import { prefixOf } from '../ids.ts';
import { together } from './batch.ts';
import { type Cached, sharing } from './cached.ts';
import { fromOf, number, type RowOf, type Rows, selectList } from './columns.ts';
import { forViewer, type Reader, type Visibility } from './reader.ts';
import { statement } from './statement.ts';

/** What to look for, given what somebody asks for; null where that can be no key. */
export type AsKey = (asked: string) => string | null;

export interface ByKeyOptions<Read extends Rows> {
  readonly rows: Read;
  /** The column of the row that is looked for. */
  readonly key: keyof Read['columns'] & string;
  readonly asKey: AsKey;
  readonly visible?: Visibility;
  /** Whether others may be given what it finds; nobody where absent. */
  readonly cached?: Cached<RowOf<Read>>;
}

type Load<Value> = (reader: Reader) => DataLoader<string, Value>;

/** Ids with this prefix. */
export function idOf(prefix: string): AsKey {
  return (asked) => (prefixOf(asked) === prefix ? asked : null);
}

/** Reads at most one row for each key; null where there is none that its reader may see. */
export function byKey<Read extends Rows>(options: ByKeyOptions<Read>): Load<RowOf<Read> | null> {
  const { key } = options;
  return reading(options, '', (wanted, rows) => {
    const byKey = new Map<unknown, RowOf<Read>>(rows.map((row) => [row[key], row]));
    return wanted.map((one) => byKey.get(one) ?? null);
  });
}

/** Reads all rows of each key, in the order that `order` says in SQL. */
export function allByKey<Read extends Rows>(options: ByKeyOptions<Read> & { readonly order: string }): Load<readonly RowOf<Read>[]> {
  const { key, order } = options;
  return reading(options, `order by ${order}`, (wanted, rows) => {
    const byKey = Map.groupBy<unknown, RowOf<Read>>(rows, (row) => row[key]);
    return wanted.map((one) => byKey.get(one) ?? []);
  });
}

/** Counts the rows of each key. */
export function countByKey<Read extends Rows>({
  rows,
  key,
  ...options
}: Omit<ByKeyOptions<Read>, 'cached'> & { readonly cached?: Cached<unknown> }): Load<number> {
  const column = rows.columns[key];
  if (!column) throw new Error(`There is no column ${key} to count by.`);
  const counted = { from: rows.from, columns: { key: column, count: number('count(*)') } };
  return reading({ ...options, rows: counted, key: 'key' }, `group by ${column.sql}`, (wanted, found) => {
    const counts = new Map<unknown, number>(found.map((row) => [row.key, row.count]));
    return wanted.map((one) => counts.get(one) ?? 0);
  });
}

/** One statement for all keys; `answer` makes the value of each key from its rows. A key is null where it cannot be one. */
function reading<Read extends Rows, Value>(
  { rows, key, asKey, visible, cached }: ByKeyOptions<Read>,
  end: string,
  answer: (wanted: readonly (string | null)[], rows: readonly RowOf<Read>[]) => readonly Value[],
): Load<Value> {
  const { sql: find, values } = forViewer(1, (viewer) => {
    const sqlOf = (columns: string, keys: string) => `select ${columns} from ${fromOf(rows, viewer)}
      where ${rows.columns[key]?.sql} = any(${keys}) and (${visible?.(viewer) ?? 'true'}) ${end}`;
    const findIn = (keys: string) => statement(rows.columns, (columns) => sqlOf(columns, keys));
    // Its plan for any list is for ten keys: PostgreSQL would not keep that for one, but plan anew each time.
    return { one: findIn('array[$1::text]'), several: findIn('$1::text[]'), text: sqlOf(selectList(rows.columns), '$1') };
  });
  const read = (reader: Reader, keys: readonly string[]) =>
    keys.length === 1 ? find.one(reader.em, [...keys, ...values(reader)]) : find.several(reader.em, [keys, ...values(reader)]);
  const shared = cached && sharing(cached, find.text);
  return (reader) =>
    together(async (asked) => {
      const wanted = asked.map(asKey);
      const keys = [...new Set(wanted)].filter((key) => key !== null);
      if (keys.length === 0) return answer(wanted, []);
      if (!shared?.isFor(reader)) return answer(wanted, await read(reader, keys));
      const found = await shared.load(reader, values(reader), keys, async (missing) =>
        Map.groupBy(await read(reader, missing), (row) => String(row[key])),
      );
      return answer(wanted, [...found.values()].flat());
    });
}
