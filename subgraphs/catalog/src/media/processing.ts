import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Loop } from '@agora/platform/service/loop';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { claimMedia, keepClaim, letGoMedia, type MediaTask } from './commands/claim-media.ts';
import { noteLookedAt } from './commands/end-media.ts';
import { removeLeftovers } from './commands/leave-to-remove.ts';
import { FileTooHard } from './file-too-hard.ts';
import { lookAt } from './look-at.ts';
import { CLAIM_MS, type Found, type Rejection } from './model/media.ts';
import type { MediaStore } from './storage/media-store.ts';
import type { Ffmpeg } from './videos/ffmpeg.ts';

/** What another replica left, or a process that ended in the middle, is found after so long. */
const LOOK_MS = 5_000;
/** How many files are looked at side by side: one that takes long holds up no other. */
const LANES = 2;

interface Surroundings {
  readonly database: Database;
  readonly store: MediaStore;
  readonly ffmpeg: Ffmpeg;
  readonly log: Logger;
}

/** Looks at uploads, and removes bytes that are nobody's any more; `wake` it after either is due. */
export function startProcessing(given: Surroundings): Loop {
  const { database, store, log } = given;
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    workWhenDue('The look at uploads', {
      database,
      log,
      lookMs: LOOK_MS,
      async work(run) {
        while (!run.stopped && (await lookAtNext(given))) run.healthy();
        if (lane === 0) await removeLeftovers(database.fork(), store);
        return null;
      },
    }),
  );
  return {
    wake: () => lanes.forEach((lane) => lane.wake()),
    stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
  };
}

/** Whether there was one. */
async function lookAtNext(given: Surroundings): Promise<boolean> {
  const { database } = given;
  const task = await claimMedia(database.fork());
  if (!task) return false;
  const outcome = await lookedAt(task, given);
  if (outcome) await noteLookedAt(database.fork(), task, outcome);
  return true;
}

/** Null where it took too long: it is tried again, and turned down after some attempts. */
async function lookedAt(task: MediaTask, { database, store, ffmpeg, log }: Surroundings): Promise<Found | Rejection | null> {
  const keeping = setInterval(() => {
    keepClaim(database.fork(), task).catch((error: unknown) => log.warn({ err: error, mediaId: task.id }, 'A claim was not prolonged.'));
  }, CLAIM_MS / 3);
  try {
    return await lookAt(store, ffmpeg, task);
  } catch (error) {
    const isItsFault = error instanceof FileTooHard;
    await letGoMedia(database.fork(), task, isItsFault);
    if (!isItsFault) throw error;
    log.warn({ err: error, mediaId: task.id }, 'A file could not be looked at in time.');
    return null;
  } finally {
    clearInterval(keeping);
  }
}
