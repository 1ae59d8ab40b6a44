import type * as z from 'zod';
import type { Bus } from '../transport/bus.ts';
import type { Cursors } from '../reading/cursor.ts';
import type { Database } from '../database/database.ts';
import { every, type Stoppable } from '../service/every.ts';
import type { FeedEvent } from './event.ts';
import { Follower } from './follower.ts';
import { Followers } from './followers.ts';
import { KnownPlaces } from './known-places.ts';
import { type Position, positionIn } from './position.ts';
import { readHeads } from './read.ts';
import { startReading } from './reading.ts';
import type { Logger } from '../observe/logging.ts';
import { feedFollowers, serviceOf } from '../observe/metrics.ts';

export type { FeedEvent };
export { feedCursor, seqIn } from './position.ts';

/** The live feeds of one database, in one process. */
export interface Feeds extends Stoppable {
  /**
   * Follows feeds after a cursor, or from now on. Nothing that commits after this resolves is missed, nothing is delivered
   * twice, and each feed is delivered in its order. A feed that the cursor does not know is followed from now on; a cursor
   * that knows none of them is refused. What its reader has not asked for waits in the table, not in memory. Following
   * again after `startCursor` delivers everything since this resolved.
   */
  follow<Payload>(options: {
    feeds: readonly string[];
    after?: string | null | undefined;
    payload: z.ZodType<Payload>;
  }): Promise<AsyncIterableIterator<FeedEvent<Payload>> & { readonly startCursor: string }>;
}

/** How often the heads of all followed feeds are looked up, should word of their growth have been lost. */
const LOOK_MS = 5_000;

/**
 * Opens the live feeds. Readers are woken by this process's own commits, through `topic` by those of other replicas,
 * and by a look at the table every five seconds should either be lost.
 */
export async function openFeeds(options: { database: Database; bus: Bus; topic: string; cursors: Cursors; log: Logger }): Promise<Feeds> {
  const { database, bus, topic, cursors, log } = options;
  const service = serviceOf(log);
  const followers = new Followers();
  const noteGrowth = (feeds: Iterable<string>) => {
    for (const feed of feeds) followers.noteGrowth(feed);
  };

  const places = new KnownPlaces();
  const tail = await bus.tail([topic], ({ id, feeds }) => {
    for (const feed of feeds) followers.noteGrowth(feed, places.of(feed, id));
  });
  database.onAnnounced(({ feeds }) => noteGrowth(feeds));
  const poll = every(LOOK_MS, log, async () => {
    for (const [feed, head] of await readHeads(database.fork(), followers.feeds)) followers.noteGrowth(feed, head);
  });
  const reading = startReading(database, places, log);
  let stopped = false;

  return {
    async follow({ feeds, after, payload }) {
      const position = after === null || after === undefined ? {} : positionIn(cursors, after, feeds, 'after');
      const follower = new Follower({
        feeds,
        payload,
        cursors,
        onWaiting: () => reading.request(follower),
        onUnreadable: ({ feed, seq, eventId }, err) =>
          log.error({ feed, seq, eventId, err }, 'An entry of a live feed cannot be read; its readers go on behind it.'),
        onEnd() {
          followers.remove(follower);
          feedFollowers.dec({ service });
        },
      });
      followers.add(follower);
      feedFollowers.inc({ service });
      if (stopped) follower.end();
      try {
        await fixPositions(database, follower, feeds, position);
      } catch (error) {
        follower.end();
        throw error;
      }
      return follower;
    },
    async stop() {
      stopped = true;
      followers.endAll();
      await Promise.all([tail.stop(), poll.stop(), reading.stop()]);
    },
  };
}

/** The follower is woken already while this looks at the table, so that what commits meanwhile is not missed. */
async function fixPositions(database: Database, follower: Follower, feeds: readonly string[], position: Position): Promise<void> {
  const heads = await readHeads(
    database.fork(),
    feeds.filter((feed) => position[feed] === undefined),
  );
  for (const feed of feeds) {
    const resumed = position[feed];
    follower.startAt(feed, resumed ?? heads.get(feed) ?? 0, resumed !== undefined);
  }
}
