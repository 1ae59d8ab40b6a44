import type { Message } from '../bus.ts';
import type { Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';
import { keepRunning, type Run } from '../../service/loop.ts';
import type { Line, Subscriber } from './line.ts';
import { Ownership } from './ownership.ts';
import { Places } from './places.ts';
import { nextRecords, type Session } from './session.ts';

/** How often a member looks whether a dead one has left it something, and how often one does that owns everything. */
const TAKE_OVER_MS = 1_000;
const LOOK_MS = 10_000;

export interface MemberOptions {
  readonly line: Line;
  readonly group: string;
  readonly partitionIds: readonly number[];
  readonly onBatch: (batch: readonly Message[]) => Promise<void>;
  readonly log: Logger;
}

/**
 * One member of a consumer group. The session that owns partitions also commits their offsets: a member that lost its
 * session cannot commit what another one meanwhile works on.
 */
export function joinGroup({ line, group, partitionIds, onBatch, log }: MemberOptions): Stoppable {
  const places = new Places(() => loop.wake());
  let isRegrouped = false;
  const loop = keepRunning(`A member of the group ${group}`, log, async (run) => {
    const session = await line.session(run);
    if (!session) return;
    const owned = await session.use(() => Ownership.join(session, { group, partitionIds, places }));
    try {
      await work(session, owned, run);
    } finally {
      if (!session.isLost) await session.use(() => owned.leave());
    }
  });
  const subscriber: Subscriber = {
    places,
    group,
    wake: () => loop.wake(),
    regrouped() {
      isRegrouped = true;
      loop.wake();
    },
  };

  const work = async (session: Session, owned: Ownership, run: Run) => {
    let rebalanceAt = 0;
    while (!run.stopped) {
      if (isRegrouped || Date.now() >= rebalanceAt) {
        isRegrouped = false;
        await session.use(() => owned.rebalance());
        rebalanceAt = Date.now() + (owned.isWhole ? LOOK_MS : TAKE_OVER_MS);
      }
      const records = await nextRecords(session, places);
      if (records.length === 0) {
        await run.sleep(Math.max(1, rebalanceAt - Date.now()));
        continue;
      }
      await onBatch(records.map(({ message }) => message));
      owned.done(records);
      run.healthy();
    }
  };

  line.add(subscriber);
  return {
    async stop() {
      await loop.stop();
      line.remove(subscriber);
    },
  };
}
