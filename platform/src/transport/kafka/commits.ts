import { messageOf } from '../../errors.ts';
import type { Logger } from '../../observe/logging.ts';

export interface Offset {
  readonly topic: string;
  readonly partition: number;
  /** Of the next message to read. */
  readonly offset: string;
}

const INTERVAL_MS = 100;

/**
 * Commits the offsets of all partitions together, one request in flight, at most every 100 ms. A commit for each
 * partition would queue up on the connection to the broker and starve the fetches.
 */
export class Commits {
  readonly #send: (offsets: Offset[]) => Promise<void>;
  readonly #log: Logger;
  readonly #waiting = new Map<string, Offset>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #assignment = 0;
  #stopped = false;

  constructor(send: (offsets: Offset[]) => Promise<void>, log: Logger) {
    this.#send = send;
    this.#log = log;
  }

  /** The messages before this offset have been handled. */
  note(offset: Offset): void {
    this.#waiting.set(`${offset.topic}/${offset.partition}`, offset);
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
      await this.#send(offsets);
    } catch (error) {
      this.#log.debug({ reason: messageOf(error) }, 'Offsets were not committed; their messages may come again.');
      if (assignment === this.#assignment && !this.#stopped) this.#putBack(offsets);
    }
  }

  #putBack(offsets: readonly Offset[]): void {
    for (const offset of offsets) {
      const { topic, partition } = offset;
      if (!this.#waiting.has(`${topic}/${partition}`)) this.note(offset);
    }
  }
}
