import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import { keepRunning, type Loop, type Run } from '@agora/platform/service/loop';
import { claimMedia } from './commands/claim-media.ts';
import { noteLookedAt } from './commands/end-media.ts';
import { removeLeftovers } from './commands/leave-to-remove.ts';
import { lookAt } from './look-at.ts';
import type { MediaStore } from './storage/media-store.ts';

/** What another replica left, or a process that ended in the middle, is found after so long. */
const POLL_MS = 5_000;

/** Looks at uploads, one at a time, and removes bytes that are nobody's any more; `wake` it after either is due. */
export function startProcessing(database: Database, store: MediaStore, log: Logger): Loop {
  return keepRunning('The look at uploads', log, async (run: Run) => {
    while (!run.stopped) {
      const task = await claimMedia(database.fork());
      run.healthy();
      if (task) await noteLookedAt(database.fork(), task.id, await lookAt(store, task));
      else {
        await removeLeftovers(database.fork(), store);
        await run.sleep(POLL_MS);
      }
    }
  });
}
