import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../errors.ts';
import type { Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';

export interface Running extends Stoppable {
  /** Resolves with the reason when it can no longer go on. */
  readonly crashed: Promise<unknown>;
}

const FIRST_WAIT_MS = 200;
const MAX_WAIT_MS = 2000;

/** Keeps something running: when it crashes, another one is started in its place, as often as that takes. */
export class Supervised implements Stoppable {
  readonly #start: () => Promise<Running>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #running: Running;

  constructor(first: Running, start: () => Promise<Running>, log: Logger) {
    this.#running = first;
    this.#start = start;
    this.#log = log;
    void this.#supervise();
  }

  /** Does not wait for a start that is under way: that one is stopped as soon as it is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running.stop();
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#stop;
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    for (;;) {
      const reason = await Promise.race([this.#running.crashed, stopped]);
      if (!signal.aborted) this.#log.warn({ reason: messageOf(reason) }, 'A Kafka consumer crashed; a new one takes its place.');
      await this.#running.stop();
      const next = await this.#startNext();
      if (!next) return;
      this.#running = next;
    }
  }

  /** Null when it is stopped. */
  async #startNext(): Promise<Running | null> {
    const { signal } = this.#stop;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
      await sleep(wait, undefined, { signal }).catch(() => {});
      if (signal.aborted) return null;
      try {
        return await this.#start();
      } catch (error) {
        this.#log.warn({ reason: messageOf(error) }, 'A Kafka consumer could not start; trying again.');
      }
    }
  }
}
