import type { Client } from 'pg';
import type { Message } from '../bus.ts';
import type { Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';
import { keepRunning, type Run } from '../../service/loop.ts';
import { onOwnConnection } from '../../database/own-connection.ts';
import { listen } from './listen.ts';
import { offsetsAfter, readRecords } from './records.ts';

const BATCH = 1_000;
const POLL_MS = 1_000;

export interface TailOptions {
  readonly url: string;
  readonly topics: readonly string[];
  readonly partitionIds: readonly number[];
  readonly onMessage: (message: Message) => void;
  readonly log: Logger;
}

export interface Tail extends Stoppable {
  /** Resolves when every message that is appended from then on will be heard. */
  readonly started: Promise<void>;
}

export function tail(options: TailOptions): Tail {
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const offsets = new Map<number, number>();
  const loop = keepRunning(`The tail of ${options.topics.join(', ')}`, options.log, (run) =>
    onOwnConnection(
      options.url,
      () => loop.wake(),
      async (client) => {
        await listen(client, options.topics, () => loop.wake());
        if (offsets.size === 0) await readEnds(client, options.partitionIds, offsets);
        start();
        await follow(client, offsets, options.onMessage, run);
      },
    ),
  );
  return {
    started,
    async stop() {
      await loop.stop();
      start();
    },
  };
}

async function readEnds(client: Client, partitionIds: readonly number[], offsets: Map<number, number>): Promise<void> {
  const { rows } = await client.query<{ id: number; next_offset: string }>('select id, next_offset from bus.partition where id = any($1)', [
    partitionIds,
  ]);
  for (const { id, next_offset } of rows) offsets.set(id, Number(next_offset));
}

async function follow(client: Client, offsets: Map<number, number>, onMessage: (message: Message) => void, run: Run): Promise<void> {
  while (!run.stopped) {
    const records = await readRecords(client, offsets, BATCH);
    for (const [id, offset] of offsetsAfter(records)) offsets.set(id, offset);
    for (const { message } of records) onMessage(message);
    if (records.length === 0) await run.sleep(POLL_MS);
    run.healthy();
  }
}
