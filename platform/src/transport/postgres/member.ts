import type { Client } from 'pg';
import type { Message } from '../bus.ts';
import type { Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';
import { keepRunning, type Run } from '../../service/loop.ts';
import { onOwnConnection } from '../../database/own-connection.ts';
import { listen } from './listen.ts';
import { Ownership } from './ownership.ts';
import { offsetsAfter, readRecords } from './records.ts';

const BATCH = 1_000;
const POLL_MS = 1_000;
const REBALANCE_MS = 1_000;

export interface MemberOptions {
  readonly url: string;
  readonly group: string;
  readonly topics: readonly string[];
  readonly partitionIds: readonly number[];
  readonly onBatch: (batch: readonly Message[]) => Promise<void>;
  readonly log: Logger;
}

/**
 * One member of a consumer group. The session that owns partitions also commits their offsets: a member that lost its
 * session cannot commit what another one meanwhile works on.
 */
export function joinGroup(options: MemberOptions): Stoppable {
  const loop = keepRunning(`A member of the group ${options.group}`, options.log, (run) =>
    onOwnConnection(
      options.url,
      () => loop.wake(),
      async (client) => {
        await listen(client, options.topics, () => loop.wake());
        await work(client, options, run);
      },
    ),
  );
  return loop;
}

async function work(client: Client, { group, partitionIds, onBatch }: MemberOptions, run: Run): Promise<void> {
  const owned = await Ownership.join(client, group, partitionIds);
  let rebalanceAt = 0;
  while (!run.stopped) {
    if (Date.now() >= rebalanceAt) {
      await owned.rebalance();
      rebalanceAt = Date.now() + REBALANCE_MS;
    }
    const records = await readRecords(client, owned.offsets, BATCH);
    if (records.length === 0) {
      await run.sleep(Math.min(POLL_MS, Math.max(1, rebalanceAt - Date.now())));
      continue;
    }
    await onBatch(records.map(({ message }) => message));
    await owned.commit(offsetsAfter(records));
    run.healthy();
  }
}
