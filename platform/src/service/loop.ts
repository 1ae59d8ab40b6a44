import type { Stoppable } from './every.ts';
import type { Logger } from '../observe/logging.ts';

/** What a session of a loop may ask of it. */
export interface Run {
  readonly stopped: boolean;
  /** Whether its next sleep ends at once. */
  readonly isWoken: boolean;
  /** Ends early when the loop is woken or stopped. */
  sleep(ms: number): Promise<void>;
  /** Ends early when the loop is stopped. */
  pause(ms: number): Promise<void>;
  /** The session works: after its next failure the loop waits briefly again. */
  healthy(): void;
}

export interface Loop extends Stoppable {
  /** Ends the sleep that runs, or else the next one, at once. */
  wake(): void;
}

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 5_000;

/** Runs `session` again whenever it ends, until stopped; after each failure in a row it waits twice as long. */
export function keepRunning(what: string, log: Logger, session: (run: Run) => Promise<void>): Loop {
  const alarm = new Alarm();
  let stopped = false;
  let wait = FIRST_WAIT_MS;
  const run: Run = {
    get stopped() {
      return stopped;
    },
    get isWoken() {
      return alarm.isRung;
    },
    sleep: (ms) => (stopped ? Promise.resolve() : alarm.sleep(ms)),
    pause: (ms) => alarm.pause(ms),
    healthy: () => void (wait = FIRST_WAIT_MS),
  };

  const ended = (async () => {
    while (!stopped) {
      try {
        await session(run);
      } catch (error) {
        if (stopped) return;
        log.warn({ err: error, retryInMs: wait }, `${what} failed; it starts again.`);
        await alarm.pause(wait);
        wait = Math.min(wait * 2, MAX_WAIT_MS);
      }
    }
  })();

  return {
    wake: () => alarm.wake(),
    stop() {
      stopped = true;
      alarm.stop();
      return ended;
    },
  };
}

/** A sleep that others can end. */
class Alarm {
  #rung = false;
  #stopped = false;
  #ring: ((stopped: boolean) => void) | undefined;

  get isRung(): boolean {
    return this.#rung;
  }

  wake(): void {
    this.#rung = true;
    this.#ring?.(false);
  }

  stop(): void {
    this.#stopped = true;
    this.#ring?.(true);
  }

  sleep(ms: number): Promise<void> {
    if (this.#rung) {
      this.#rung = false;
      return Promise.resolve();
    }
    return this.#until(ms, true);
  }

  /** A sleep that only `stop` ends. */
  pause(ms: number): Promise<void> {
    return this.#until(ms, false);
  }

  #until(ms: number, wakeable: boolean): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#ring = undefined;
        if (wakeable) this.#rung = false;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#ring = (stopped) => {
        if (wakeable || stopped) done();
      };
    });
  }
}
