import type { Message } from '../bus.ts';
import type { Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';
import { keepRunning, type Run } from '../../service/loop.ts';
import type { Line, Subscriber } from './line.ts';
import { Places } from './places.ts';
import { nextRecords, type Session } from './session.ts';

const LONG_MS = 60_000;

export interface TailOptions {
  readonly line: Line;
  readonly topics: readonly string[];
  readonly partitionIds: readonly number[];
  readonly onMessage: (message: Message) => void;
  readonly log: Logger;
}

export interface Tail extends Stoppable {
  /** Resolves when every message that is appended from then on will be heard. */
  readonly started: Promise<void>;
}

/** Goes on where it was when its session was lost. */
export function tail(options: TailOptions): Tail {
  const { line, topics, partitionIds, onMessage, log } = options;
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const places = new Places(() => loop.wake());
  const loop = keepRunning(`The tail of ${topics.join(', ')}`, log, async (run) => {
    const session = await line.session(run);
    if (!session) return;
    if (places.partitionIds.length === 0) await session.use(() => enterAtEnds(session, partitionIds, places));
    start();
    await follow(session, places, onMessage, run);
  });
  const subscriber: Subscriber = { places, wake: () => loop.wake() };
  line.add(subscriber);
  return {
    started,
    async stop() {
      await loop.stop();
      line.remove(subscriber);
      start();
    },
  };
}

async function enterAtEnds(session: Session, partitionIds: readonly number[], places: Places): Promise<void> {
  const { rows } = await session.query<{ id: number; next_offset: string }>(
    'select id, next_offset from bus.partition where id = any($1)',
    [partitionIds],
  );
  for (const { id, next_offset } of rows) places.enter(id, Number(next_offset));
}

async function follow(session: Session, places: Places, onMessage: (message: Message) => void, run: Run): Promise<void> {
  while (!run.stopped) {
    const records = await nextRecords(session, places);
    for (const { message } of records) onMessage(message);
    if (records.length === 0) await run.sleep(LONG_MS);
    run.healthy();
  }
}
