import * as z from 'zod';
import type { Cursors } from '../reading/cursor.ts';
import { Refusal } from '../errors.ts';

/** The last sequence number a reader has of each feed. */
export type Position = Readonly<Record<string, number>>;

const Position = z.record(z.string(), z.int().nonnegative());

/** A cursor for these feeds. It serves a live stream as well as the connection that lists the same things. */
export function feedCursor(cursors: Cursors, position: Position): string {
  return cursors.encode(position);
}

/** Where `cursor` stands in `feed`. Refuses BAD_USER_INPUT, naming `field`, when it is of another feed. */
export function seqIn(cursors: Cursors, cursor: string, feed: string, field: string): number {
  const { [feed]: seq, ...others } = cursors.decode(cursor, Position, field);
  if (seq === undefined || Object.keys(others).length > 0) throw ofAnother(field);
  return seq;
}

/** Where `cursor` stands in those of `feeds` that it knows; refused when it knows none of them. */
export function positionIn(cursors: Cursors, cursor: string, feeds: readonly string[], field: string): Position {
  const position = cursors.decode(cursor, Position, field);
  const known = Object.entries(position).filter(([feed]) => feeds.includes(feed));
  if (known.length === 0 && feeds.length > 0) throw ofAnother(field);
  return Object.fromEntries(known);
}

function ofAnother(field: string): Refusal {
  return new Refusal('BAD_USER_INPUT', `The cursor in "${field}" belongs to something else.`, [field]);
}
