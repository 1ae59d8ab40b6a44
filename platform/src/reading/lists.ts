import { query } from '../database/database.ts';
import { batchAll } from './batch.ts';
import { type Cached, sharing } from './cached.ts';
import { fromOf, type RowOf, type Rows, selectList } from './columns.ts';
import { type Connection, connectionOf, type PageArgs, sizeOf } from './connection.ts';
import type { ListOrder, SortKey } from './list-order.ts';
import { type Bind, forViewer, type Reader, type Visibility } from './reader.ts';

/** A list: its SQL, its cursor columns, its visibility. */
export interface ListOptions<Read extends Rows, Args extends PageArgs> {
  readonly rows: Read;
  /** Conditions that all hold. */
  readonly where?: readonly string[] | ((args: Args, bind: Bind) => readonly string[]);
  readonly order: ListOrder | ((args: Args, bind: Bind) => ListOrder);
  /** Who may see a row; everybody where absent. */
  readonly visible?: Visibility;
  /** Whether others may be given its first page and its count, of these arguments; nobody where absent. */
  readonly cached?: (args: Args) => Cached<unknown> | null;
}

export interface ListsOptions<Read extends Rows, Args extends PageArgs> extends ListOptions<Read, Args> {
  /** The condition on `parent.id` for what a list hangs on: `post.community_id = parent.id`. */
  readonly of: string;
}

/** Pages of the lists that hang on something. */
export interface Lists<Row, Args> {
  /** `owner` is whose feed the list goes along, where that is not what it hangs on. */
  load(parent: string, args: Args, owner?: string): Promise<Connection<Row>>;
}

/** Pages of one list. */
export interface List<Row, Args> {
  load(args: Args): Promise<Connection<Row>>;
}

/**
 * Reads pages of the lists of many parents: those that are asked for together, with the same arguments, by one statement.
 * Bad sizes and cursors are refused with BAD_USER_INPUT.
 */
export function listsOf<Read extends Rows, Args extends PageArgs = PageArgs>(
  options: ListsOptions<Read, Args>,
): (reader: Reader) => Lists<RowOf<Read>, Args> {
  const select = selectList(options.rows.columns);
  return (reader) => {
    const asked = new Map<string, Asked<RowOf<Read>>>();
    return {
      load(parent, args, owner = parent) {
        const key = JSON.stringify(args);
        const known = asked.get(key);
        // A cursor is of one owner: of all others it is refused, so that those who share one share a statement.
        if (known) placesOf(known.order, reader, args, owner);
        const { loader } = known ?? ask(key, pageOf(options, reader, args, owner));
        return loader.load(parent);
      },
    };

    function ask(key: string, page: Page): Asked<RowOf<Read>> {
      const made = { order: page.order, loader: batchAll((parents) => readPages<Read>(reader, select, page, parents)) };
      asked.set(key, made);
      return made;
    }
  };
}

/** Reads pages of a list that hangs on nothing. */
export function listOf<Read extends Rows, Args extends PageArgs = PageArgs>(
  options: ListOptions<Read, Args>,
): (reader: Reader) => List<RowOf<Read>, Args> {
  const lists = listsOf<Read, Args>({ ...options, of: 'true' });
  return (reader) => {
    const { load } = lists(reader);
    return { load: (args) => load('', args) };
  };
}

/** What has been asked for with the same arguments, and is read by one statement. */
interface Asked<Row> {
  readonly order: ListOrder;
  readonly loader: ReturnType<typeof batchAll<Connection<Row>>>;
}

/** What is to be read; the values of `where` come first, then those of the cursors. */
interface Page {
  readonly args: PageArgs;
  readonly from: string;
  readonly where: string;
  readonly whereValues: readonly unknown[];
  readonly between: readonly string[];
  readonly values: readonly unknown[];
  readonly order: ListOrder;
  readonly cached: Cached<unknown> | null;
}

function pageOf<Read extends Rows, Args extends PageArgs>(
  options: ListsOptions<Read, Args>,
  reader: Reader,
  args: Args,
  owner: string,
): Page {
  const { rows, of, visible } = options;
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const where = typeof options.where === 'function' ? options.where(args, bind) : (options.where ?? []);
  const viewed = forViewer(values.length, (viewer) => ({ from: fromOf(rows, viewer), visible: visible?.(viewer) ?? 'true' }));
  values.push(...viewed.values(reader));
  const whereValues = [...values];
  const order = typeof options.order === 'function' ? options.order(args, bind) : options.order;

  const { after, before } = placesOf(order, reader, args, owner);
  const between = [...(after ? [behind(order.keys, after, bind)] : []), ...(before ? [behind(order.keys.map(turned), before, bind)] : [])];
  return {
    args,
    from: viewed.sql.from,
    where: [of, ...where, viewed.sql.visible].map((condition) => `(${condition})`).join(' and '),
    whereValues,
    between,
    values,
    order,
    cached: after || before ? null : (options.cached?.(args) ?? null),
  };
}

/** The places of the cursors that were given; a cursor of another list is refused. */
function placesOf({ places }: ListOrder, { cursors }: Reader, { after, before }: PageArgs, owner: string) {
  return {
    after: after ? places.decode(cursors, after, 'after', owner) : null,
    before: before ? places.decode(cursors, before, 'before', owner) : null,
  };
}

async function readPages<Read extends Rows>(
  reader: Reader,
  select: string,
  page: Page,
  parents: readonly string[],
): Promise<Map<string, Connection<RowOf<Read>>>> {
  const { args, from, where, between, values, order } = page;
  const { size, backwards } = sizeOf(args);
  const keys = backwards ? order.keys.map(turned) : order.keys;
  const sql = `select parent.id as parent_id, page.*
    from unnest($${values.length + 1}::text[]) as parent(id)
    cross join lateral (
      select ${select}, array[${valuesOf(order).join(', ')}] as at
      from ${from}
      where ${[where, ...between].join(' and ')}
      order by ${keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ')}
      limit ${size + 1}
    ) page`;
  const rowsOf = await byParent<RowOf<Read> & { readonly at: string[] }>(reader, page, { sql, values }, parents);
  const count = counter(reader, page, parents);
  const cursorOf = ({ at }: { at: string[] }) => order.places.encode(reader.cursors, at);
  return new Map(
    parents.map((parent) => [parent, connectionOf({ args, read: rowsOf.get(parent) ?? [], cursorOf, totalCount: () => count(parent) })]),
  );
}

/** What makes a cursor: the values of the keys, then what is kept beside them. */
function valuesOf({ keys, kept = [] }: ListOrder): string[] {
  return [...keys.map(({ sql }) => sql), ...kept].map((sql) => `(${sql})::text`);
}

/** All counts of a level are one statement: whoever asks first asks for all parents. */
function counter(reader: Reader, page: Page, parents: readonly string[]): (parent: string) => Promise<number> {
  const { from, where, whereValues } = page;
  let counts: Promise<ReadonlyMap<string, readonly { readonly count: number }[]>> | undefined;
  const sql = `select parent.id as parent_id, (select count(*) from ${from} where ${where})::float8 as count
       from unnest($${whereValues.length + 1}::text[]) as parent(id)`;
  return async (parent) => {
    counts ??= byParent(reader, page, { sql, values: whereValues }, parents);
    return (await counts).get(parent)?.[0]?.count ?? 0;
  };
}

/** What one statement finds for each parent; its last value is who these are. */
async function byParent<Row>(
  reader: Reader,
  { cached }: Page,
  { sql, values }: { readonly sql: string; readonly values: readonly unknown[] },
  parents: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const find = async (missing: readonly string[]) =>
    Map.groupBy((await query(reader.em, sql, [...values, missing])) as (Row & { readonly parent_id: string })[], (row) => row.parent_id);
  const shared = cached && sharing<Row>(cached, sql);
  return shared?.isFor(reader) ? shared.load(reader, values, parents, find) : find(parents);
}

/** `(a, b) > (x, y)` for sort keys of mixed directions. */
function behind(keys: readonly SortKey[], place: readonly string[], bind: Bind): string {
  const bound = keys.map(({ type }, index) => `${bind(place[index])}::text::${type}`);
  const alternatives = keys.map(({ sql, direction }, index) =>
    [...keys.slice(0, index).map((key, i) => `${key.sql} = ${bound[i]}`), `${sql} ${direction === 'ASC' ? '>' : '<'} ${bound[index]}`].join(
      ' and ',
    ),
  );
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' or ')})`;
}

function turned(key: SortKey): SortKey {
  return { ...key, direction: key.direction === 'ASC' ? 'DESC' : 'ASC' };
}
