import { isConnectionFailure } from '../database/database-errors.ts';
import type { Logger } from '../observe/logging.ts';

/** Something that runs until it is stopped. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Calls `work` again and again, `ms` after it last ended; what it throws is logged, as a warning where only the database is
 * away. `stop` waits for the call that runs.
 */
export function every(ms: number, log: Logger, work: () => Promise<unknown>): Stoppable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const round = async () => {
    try {
      await work();
    } catch (error) {
      if (!stopped) log[isConnectionFailure(error) ? 'warn' : 'error']({ err: error }, 'A timer failed; it will be called again.');
    }
    if (!stopped) plan();
  };
  const plan = () => {
    timer = setTimeout(() => {
      running = round();
    }, ms);
  };
  plan();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
