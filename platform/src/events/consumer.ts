import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, Message } from '../transport/bus.ts';
import type { Database } from '../database/database.ts';
import type { Stoppable } from '../service/every.ts';
import { applyAll, countNew } from './inbox.ts';
import type { Logger } from '../observe/logging.ts';
import { retryParked } from './parking.ts';
import type { Reaction } from './reaction.ts';

export { on, onAll, type About, type Happened, type Reaction } from './reaction.ts';

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 2_000;

/** A member of a consumer group. */
export interface Consumer extends Stoppable {
  readonly topics: readonly string[];
  /** Applies what the group has not applied of these, as if they were delivered now. Answers how many that were; throws while the database is away. */
  apply(messages: readonly Message[]): Promise<number>;
  /** How many of these it would apply. */
  countNew(messages: readonly Message[]): Promise<number>;
}

/**
 * Joins the consumer group and lets the reactions run, several to one type in the order of the list. An event that
 * fails is parked, with those of its topic and key behind it; all others go on. While the database is away, the
 * consumer waits. An event is remembered under the name of the group, so each group applies it once.
 */
export async function consume(options: {
  database: Database;
  bus: Bus;
  group: string;
  reactions: readonly Reaction[];
  /** How many transactions apply a batch side by side; more than one only where those of different keys lock nothing in common (1). */
  lanes?: number | undefined;
  log: Logger;
}): Promise<Consumer> {
  const { bus, group, reactions, lanes = 1, log } = options;
  const topics = topicsOf(reactions);
  const stopping = new AbortController();

  if (topics.length === 0) return { topics, apply: async () => 0, countNew: async () => 0, stop: async () => {} };
  const retries = retryParked(options);
  const inbox = { ...options, lanes, onParked: retries.wake };
  const subscription = await bus.consume(group, topics, (batch) =>
    untilDone(log, stopping.signal, async () => void (await applyAll(inbox, batch))),
  );

  return {
    topics,
    apply: (messages) => applyAll(inbox, messages),
    countNew: (messages) => countNew(inbox, messages),
    async stop() {
      stopping.abort();
      await Promise.all([subscription.stop(), retries.stop()]);
    },
  };
}

/** What a group with these reactions listens to. */
export function topicsOf(reactions: readonly Reaction[]): string[] {
  return [...new Set(reactions.map(({ topic }) => topic))];
}

/** Gives up, by throwing, only when the consumer stops: then the batch is left to the group's next member. */
async function untilDone(log: Logger, stopping: AbortSignal, work: () => Promise<void>): Promise<void> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (stopping.aborted) throw error;
      log.warn({ err: error, retryInMs: wait }, 'Events cannot be applied now; they wait.');
    }
    await sleep(wait, undefined, { signal: stopping });
  }
}
