import type { Stoppable } from './every.ts';
import type { Logger } from '../observe/logging.ts';

const STOP_TIMEOUT_MS = 10_000;

/**
 * What a process has opened. `stop` closes it in the reverse order, once, however often it is called, and moves on with
 * a line in the log when something hangs.
 */
export class Lifecycle {
  readonly #log: Logger;
  readonly #opened: { readonly what: string; readonly stop: () => Promise<void> }[] = [];
  #stopping: Promise<void> | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Remembers to stop `thing`, and returns it. */
  own<Thing extends Stoppable>(what: string, thing: Thing): Thing {
    this.#opened.push({ what, stop: () => thing.stop() });
    return thing;
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stopAll());
  }

  async #stopAll(): Promise<void> {
    for (const { what, stop } of this.#opened.toReversed()) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), STOP_TIMEOUT_MS)));
      try {
        if ((await Promise.race([stop(), late])) === 'late') this.#log.error({ what }, `${what} did not stop within 10 s.`);
      } catch (error) {
        this.#log.error({ what, err: error }, `${what} failed to stop.`);
      } finally {
        clearTimeout(timer);
      }
    }
  }
}
