import { byArgs } from './reading/batch.ts';
import type { PageArgs, Position } from './connection.ts';
import type { Cursors } from './reading/cursor.ts';
import { feedCursor, onlyPlaceIn, seqIn } from './feed/position.ts';

/**
 * Positions of a list that is sorted by whose feed it is and by `seq`: the places in that feed. So a client may read a page and
 * follow what comes after it, or the other way round. `feedOf` must put the owner's id at the end.
 */
export function feedPosition(cursors: Cursors, feedOf: (owner: string) => string): Position {
  const prefix = feedOf('');
  return {
    encode: ([owner = '', seq]) => feedCursor(cursors, { [feedOf(owner)]: Number(seq) }),
    decode: (cursor, field) => {
      const { feed, seq } = onlyPlaceIn(cursors, cursor, field);
      return [feed.slice(prefix.length), String(seq)];
    },
  };
}

/**
 * One loader for each set of arguments of pages along feeds. Cursors are refused that are not of the feed of `owner`; so whoever
 * shares a cursor shares a feed, and all pages of a level are one statement.
 */
export function byPlaces<Args extends PageArgs, Loader>(
  cursors: Cursors,
  feedOf: (owner: string) => string,
  make: (args: Args) => Loader,
): (owner: string, args: Args) => Loader {
  const loaderFor = byArgs(make);
  return (owner, args) => {
    if (args.after) seqIn(cursors, args.after, feedOf(owner), 'after');
    if (args.before) seqIn(cursors, args.before, feedOf(owner), 'before');
    return loaderFor(args);
  };
}
