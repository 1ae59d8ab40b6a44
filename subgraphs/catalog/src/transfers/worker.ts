import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Reader } from '@agora/platform/reading/reader';
import type { Stoppable } from '@agora/platform/service/every';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MediaStore } from '../media/storage/media-store.ts';
import { TRANSFERS } from './commands/begin-job.ts';
import { LeaseLost } from './commands/checkpoint.ts';
import { claimJob, type ClaimedJob, releaseJob } from './commands/claim-job.ts';
import { runExport } from './export/run-export.ts';
import { runImport } from './import-worker/run-import.ts';
import type { JobKind } from './model/product-job.ts';

export interface TransfersOptions {
  readonly database: Database;
  readonly store: MediaStore;
  readonly cursors: Reader['cursors'];
  readonly leaseMs: number;
  readonly log: Logger;
}

/** What another replica left, or a process that ended in the middle, is found after so long. */
const POLL_MS = 15_000;
/** How long one import may go on while others wait. */
const TURN_MS = 3_000;
/** What failed through no fault of a file is tried again a little later each time. */
const AGAIN_MS = 1_000;

/** Works on imports and exports, one of each at a time, so that neither keeps the other waiting. */
export function startTransfers({ database, store, cursors, leaseMs, log }: TransfersOptions): Stoppable {
  const loops = [
    loopOf('IMPORT', 'The import of products', (em, job, isStopped) => runImport(em, job, { store, leaseMs, turnMs: TURN_MS, isStopped })),
    loopOf('EXPORT', 'The export of products', (em, job) => runExport(em, job, { store, leaseMs, cursors })),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };

  function loopOf(kind: JobKind, what: string, work: (em: EntityManager, job: ClaimedJob, isStopped: () => boolean) => Promise<void>) {
    return workWhenDue(what, {
      database,
      log,
      lookMs: Math.min(POLL_MS, leaseMs),
      isWokenBy: (announced) => announced.work.has(TRANSFERS),
      async work(run) {
        while (!run.stopped) {
          const job = await claimJob(database.fork(), kind, leaseMs);
          if (!job) break;
          await attempt(job, () => work(database.fork(), job, () => run.stopped));
        }
        return null;
      },
    });
  }

  async function attempt(job: ClaimedJob, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // It was stopped, or is another's by now.
      if (error instanceof LeaseLost) return;
      log.error({ err: error, jobId: job.id, attempts: job.attempts }, 'An import or export failed through no fault of its file.');
      await releaseJob(database.fork(), job, AGAIN_MS * job.attempts);
    }
  }
}
