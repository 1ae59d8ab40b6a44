import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';
import type { Cursors } from './reading/cursor.ts';
import { query } from './database.ts';
import { Refusal } from './errors.ts';

const MOST = 100;
const DEFAULT = 20;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A Relay connection; cursors are signed, and `totalCount` is counted, only when the client asks for them. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
}

/** One column of a list's order. The last one must be unique, or rows are lost between pages. */
export interface SortKey {
  /** SQL expression, never null. */
  readonly sql: string;
  /** PostgreSQL type that its cursor text is cast to. */
  readonly type: 'text' | 'timestamptz' | 'bigint' | 'numeric' | 'real';
  readonly direction: 'ASC' | 'DESC';
}

/** How positions in a list become cursors. */
export interface Position {
  encode(values: readonly string[]): string;
  decode(cursor: string, field: string): readonly string[];
}

export interface ListOptions<Node> {
  readonly em: EntityManager;
  /** One page for each, by one statement; `where` sees it as `parent.id`. */
  readonly parents: readonly string[];
  readonly select: string;
  readonly from: string;
  /** Conditions, ANDed, with `$1` for the first of `params`. */
  readonly where: readonly string[];
  readonly params?: readonly unknown[];
  readonly order: readonly SortKey[];
  readonly position: Position;
  readonly args: PageArgs;
  /** What becomes of each row; it is the node itself when absent. */
  readonly node?: (row: Record<string, unknown>) => Node;
}

/** Positions of the list called `name`: the values of its sort keys. Cursors of other lists are refused. */
export function positionIn(cursors: Cursors, name: string, keys: number): Position {
  return {
    encode: (at) => cursors.encode({ list: name, at }),
    decode: (cursor, field) => cursors.decode(cursor, z.object({ list: z.literal(name), at: z.array(z.string()).length(keys) }), field).at,
  };
}

/** Reads one page for each parent, in one statement. Refuses bad sizes and cursors with BAD_USER_INPUT. */
export async function list<Node>(options: ListOptions<Node>): Promise<Map<string, Connection<Node>>> {
  const { em, parents, args, order, position, params = [], node = (row) => row as Node } = options;
  const { size, backwards } = sizeOf(args);
  const keys = order.map((key) => ({ ...key, direction: backwards ? flip(key.direction) : key.direction }));
  const values: unknown[] = [...params, parents];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [...options.where];
  if (args.after) conditions.push(behind(order, position.decode(args.after, 'after'), bind));
  if (args.before)
    conditions.push(
      behind(
        order.map((key) => ({ ...key, direction: flip(key.direction) })),
        position.decode(args.before, 'before'),
        bind,
      ),
    );

  const sql = `
    select parent.id as parent_id, page.*
    from unnest($${params.length + 1}::text[]) as parent(id)
    cross join lateral (
      select ${options.select}, array[${order.map(({ sql }) => `(${sql})::text`).join(', ')}] as at
      from ${options.from}
      where ${conditions.join(' and ') || 'true'}
      order by ${keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ')}
      limit ${size + 1}
    ) page`;
  const rows = await query<Record<string, unknown> & { parent_id: string; at: string[] }>(em, sql, values);

  const rowsOf = Map.groupBy(rows, (row) => row.parent_id);
  const count = counter(options);
  return new Map(
    parents.map((parent) => {
      const found = rowsOf.get(parent) ?? [];
      const more = found.length > size;
      const page = found.slice(0, size);
      if (backwards) page.reverse();
      const edges = page.map((row) => edgeOf(position, row.at, node(row)));
      const connection: Connection<Node> = {
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo: {
          hasNextPage: backwards ? Boolean(args.before) : more,
          hasPreviousPage: backwards ? more : Boolean(args.after),
          get startCursor() {
            return edges[0]?.cursor ?? null;
          },
          get endCursor() {
            return edges.at(-1)?.cursor ?? null;
          },
        },
        totalCount: () => count(parent),
      };
      return [parent, connection];
    }),
  );
}

/** The page of a list that hangs on nothing. */
export async function listOne<Node>(options: Omit<ListOptions<Node>, 'parents'>): Promise<Connection<Node>> {
  const page = (await list({ ...options, parents: [''] })).get('');
  if (!page) throw new Error('A list without its page.');
  return page;
}

/** Signing a cursor costs more than the rest of an edge, and many clients never ask for one. */
function edgeOf<Node>(position: Position, at: readonly string[], node: Node): Edge<Node> {
  return {
    node,
    get cursor() {
      return position.encode(at);
    },
  };
}

/** How many to read, and whether from the end; outside 1–100 is BAD_USER_INPUT. */
export function sizeOf({ first, last }: PageArgs): { size: number; backwards: boolean } {
  const backwards = last !== undefined && last !== null;
  const size = backwards ? last : (first ?? DEFAULT);
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    const field = backwards ? 'last' : 'first';
    throw new Refusal('BAD_USER_INPUT', `"${field}" must be between 1 and ${MOST}.`, [field]);
  }
  return { size, backwards };
}

/** All counts of a level are one statement: whoever asks first asks for all parents. */
function counter<Node>({ em, parents, from, where, params = [] }: ListOptions<Node>): (parent: string) => Promise<number> {
  let counts: Promise<Map<string, number>> | undefined;
  const countAll = async () => {
    const rows = await query<{ id: string; count: number }>(
      em,
      `select parent.id, (select count(*) from ${from} where ${where.join(' and ') || 'true'})::float8 as count
       from unnest($${params.length + 1}::text[]) as parent(id)`,
      [...params, parents],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  };
  return async (parent) => (await (counts ??= countAll())).get(parent) ?? 0;
}

/** `(a, b) > (x, y)` for sort keys of mixed directions. */
function behind(order: readonly SortKey[], at: readonly string[], bind: (value: unknown) => string): string {
  const bound = at.map((value, index) => `${bind(value)}::text::${order[index]?.type ?? 'text'}`);
  const alternatives = order.map(({ sql, direction }, index) =>
    [
      ...order.slice(0, index).map((key, i) => `${key.sql} = ${bound[i]}`),
      `${sql} ${direction === 'ASC' ? '>' : '<'} ${bound[index]}`,
    ].join(' and '),
  );
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' or ')})`;
}

function flip(direction: SortKey['direction']): SortKey['direction'] {
  return direction === 'ASC' ? 'DESC' : 'ASC';
}
