import * as z from 'zod';
import { feedCursor, seqIn } from '../live/position.ts';
import type { Cursors } from './cursor.ts';

/** One column of a list's order. The last one must be unique, or rows are lost between pages. */
export interface SortKey {
  /** SQL expression, never null. */
  readonly sql: string;
  /** PostgreSQL type that its cursor text is cast to. */
  readonly type: 'text' | 'timestamptz' | 'bigint' | 'numeric' | 'real' | 'float8';
  readonly direction: 'ASC' | 'DESC';
}

/** How a list is sorted, and how the places in it become cursors: the values of its sort keys. */
export interface ListOrder {
  readonly keys: readonly SortKey[];
  readonly places: Places;
  /** SQL of what a cursor keeps behind the values of the keys: of when the first page was read, or how. */
  readonly kept?: readonly string[];
}

export interface Places {
  encode(cursors: Cursors, place: readonly string[]): string;
  /** @throws BAD_USER_INPUT, naming `field`, what is of another list; `owner` is whose list it is. */
  decode(cursors: Cursors, cursor: string, field: string, owner: string): readonly string[];
}

/** `name` distinguishes its cursors from those of every other list. */
export function sortedBy(name: string, ...keys: readonly SortKey[]): ListOrder {
  return { keys, places: placesIn(name, keys.length) };
}

/** Places of the list called `name`, each so many values. */
export function placesIn(name: string, values: number): Places {
  const key = `${name} ${values}`;
  const made = known.get(key) ?? namedPlaces(name, values);
  known.set(key, made);
  return made;
}

/** Lists have their names from the code, so there are few. */
const known = new Map<string, Places>();

function namedPlaces(name: string, values: number): Places {
  const Place = z.object({ list: z.literal(name), at: z.array(z.string()).length(values) });
  return {
    encode: (cursors, at) => cursors.encode({ list: name, at }),
    decode: (cursors, cursor, field) => cursors.decode(cursor, Place, field).at,
  };
}

/**
 * The order of a live feed, whose cursors are good for the list and for the feed: a client may read a page and follow what comes
 * after it, or the other way round. `owner` and `seq` are the columns of whose feed it is and of the place in it.
 */
export function alongFeed(
  feedOf: (owner: string) => string,
  { owner, seq, direction }: { readonly owner: string; readonly seq: string; readonly direction: SortKey['direction'] },
): ListOrder {
  return {
    keys: [
      { sql: owner, type: 'text', direction: 'ASC' },
      { sql: seq, type: 'bigint', direction },
    ],
    places: {
      encode: (cursors, [owner = '', seq]) => feedCursor(cursors, { [feedOf(owner)]: Number(seq) }),
      decode: (cursors, cursor, field, owner) => [owner, String(seqIn(cursors, cursor, feedOf(owner), field))],
    },
  };
}
