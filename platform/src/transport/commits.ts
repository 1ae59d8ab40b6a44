import { messageOf } from '../errors.ts';
import type { Logger } from '../observe/logging.ts';

const INTERVAL_MS = 100;

export interface CommitsOptions<Offset> {
  readonly send: (offsets: Offset[]) => Promise<void>;
  /** The name of what an offset is of: a later one of the same name takes its place. */
  readonly placeOf: (offset: Offset) => string;
  readonly log: Logger;
}

/**
 * Commits the offsets of all partitions together, one request in flight, at most every 100 ms. A commit for each
 * partition would queue up on the connection to the bus and starve the fetches.
 */
export class Commits<Offset> {
  readonly #options: CommitsOptions<Offset>;
  readonly #waiting = new Map<string, Offset>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #assignment = 0;
  #stopped = false;

  constructor(options: CommitsOptions<Offset>) {
    this.#options = options;
  }

  /** The messages before this offset have been handled. */
  note(offset: Offset): void {
    if (this.#stopped) return;
    this.#waiting.set(this.#options.placeOf(offset), offset);
    this.#timer ??= setTimeout(() => void this.flush(), INTERVAL_MS);
  }

  /** Resolves when everything noted so far has been sent. Never throws: what is not committed is delivered again. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#sending;
    if (this.#waiting.size === 0) return this.#sending;
    this.#sending = this.#sendWaiting().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  /** Sends what was noted so far, once, and nothing after that. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.flush();
  }

  /** The group has shared out the partitions anew: others may have gone further in what was ours. */
  forget(): void {
    this.#assignment++;
    this.#waiting.clear();
  }

  async #sendWaiting(): Promise<void> {
    const [offsets, assignment] = [[...this.#waiting.values()], this.#assignment];
    this.#waiting.clear();
    try {
      await this.#options.send(offsets);
    } catch (error) {
      this.#options.log.debug({ reason: messageOf(error) }, 'Offsets were not committed; their messages may come again.');
      if (assignment === this.#assignment && !this.#stopped) this.#putBack(offsets);
    }
  }

  #putBack(offsets: readonly Offset[]): void {
    for (const offset of offsets) if (!this.#waiting.has(this.#options.placeOf(offset))) this.note(offset);
  }
}
