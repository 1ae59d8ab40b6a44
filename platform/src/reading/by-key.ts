import type DataLoader from 'dataloader';
import { prefixOf } from '../ids.ts';
import { together } from './batch.ts';
import { fromOf, number, type RowOf, type Rows } from './columns.ts';
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
export function countByKey<Read extends Rows>({ rows, key, ...options }: ByKeyOptions<Read>): Load<number> {
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
  { rows, key, asKey, visible }: ByKeyOptions<Read>,
  end: string,
  answer: (wanted: readonly (string | null)[], rows: readonly RowOf<Read>[]) => readonly Value[],
): Load<Value> {
  const { sql: find, values } = forViewer(1, (viewer) => {
    const findIn = (keys: string) =>
      statement(
        rows.columns,
        (columns) => `select ${columns} from ${fromOf(rows, viewer)}
      where ${rows.columns[key]?.sql} = any(${keys}) and (${visible?.(viewer) ?? 'true'}) ${end}`,
      );
    // Its plan for any list is for ten keys: PostgreSQL would not keep that for one, but plan anew each time.
    return { one: findIn('array[$1::text]'), several: findIn('$1::text[]') };
  });
  return (reader) =>
    together(async (asked) => {
      const wanted = asked.map(asKey);
      const keys = [...new Set(wanted)].filter((key) => key !== null);
      if (keys.length === 0) return answer(wanted, []);
      const found = await (keys.length === 1
        ? find.one(reader.em, [...keys, ...values(reader)])
        : find.several(reader.em, [keys, ...values(reader)]));
      return answer(wanted, found);
    });
}
