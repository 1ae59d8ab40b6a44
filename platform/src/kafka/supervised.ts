import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../errors.ts';
import type { Stoppable } from '../every.ts';
import type { Logger } from '../logging.ts';

export interface Running extends Stoppable {
  /** Resolves with the reason when it can no longer go on. */
  readonly crashed: Promise<unknown>;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2000;

/** Keeps something running: when it crashes or fails to start, another one is started a moment later. */
export class Supervised implements Stoppable {
  readonly #start: () => Promise<Running>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  readonly #settled = Promise.withResolvers<void>();
  #running: Running | undefined;

  constructor(start: () => Promise<Running>, log: Logger) {
    this.#start = start;
    this.#log = log;
    void this.#supervise();
  }

  /** Resolves when it runs for the first time, or is stopped before. */
  get started(): Promise<void> {
    return this.#settled.promise;
  }

  /** Does not wait for a start that is under way: that one is stopped as soon as it is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#settled.resolve();
    await this.#running?.stop();
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#stop;
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        this.#running = await this.#start();
        this.#settled.resolve();
        wait = FIRST_WAIT_MS;
        const reason = await Promise.race([this.#running.crashed, stopped]);
        if (!signal.aborted) this.#log.warn({ reason: messageOf(reason) }, 'A Kafka consumer crashed; a new one takes its place.');
        await this.#running.stop();
      } catch (error) {
        this.#log.warn({ reason: messageOf(error) }, 'A Kafka consumer could not start; trying again.');
      }
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  }
}
