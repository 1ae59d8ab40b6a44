import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../errors.ts';
import type { Logger } from '../observe/logging.ts';
import { SettingsError } from './settings.ts';

const PAUSE_MS = 200;

export interface StartupWaitOptions {
  /** Whom a start waits for: "Kafka". */
  readonly whom: string;
  /** The setting that says where that is. */
  readonly setting: string;
  /** As people read it: without a password. */
  readonly place: string;
  readonly timeoutMs: number;
  /** Whether the same request may be granted a moment later. */
  readonly isPassing: (error: unknown) => boolean;
  readonly reasonOf?: (error: unknown) => string;
  readonly log: Logger;
}

/**
 * How a start waits for what it needs. What is new accepts connections before it can do all else: a broker that has just made
 * a topic may not know of it for a moment.
 */
export class StartupWait {
  readonly #options: StartupWaitOptions;
  readonly #announced = new Set<string>();
  readonly #stop = new AbortController();

  constructor(options: StartupWaitOptions) {
    this.#options = options;
  }

  /**
   * Asks again while it cannot be done yet, which is said once. `request` is what is asked for: "create topics".
   * Throws a `SettingsError` when it is refused, and when the time is over.
   */
  async until<T>(request: string, ask: () => Promise<T>): Promise<T> {
    const { setting, place, timeoutMs, isPassing, reasonOf = messageOf } = this.#options;
    const deadline = Date.now() + timeoutMs;
    for (; ; await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal })) {
      try {
        return await ask();
      } catch (error) {
        if (this.#stop.signal.aborted) throw error;
        const reason = reasonOf(error);
        if (!isPassing(error)) throw new SettingsError([`${setting}: ${place} does not ${request}: ${reason}`]);
        this.#announce(request, reason);
        if (Date.now() < deadline) continue;
        throw new SettingsError([`${setting}: ${place} did not ${request} within ${timeoutMs} ms (START_TIMEOUT_MS): ${reason}`]);
      }
    }
  }

  /** What waits gives up at once. */
  stop(): void {
    this.#stop.abort();
  }

  #announce(request: string, reason: string): void {
    if (this.#announced.has(request)) return;
    this.#announced.add(request);
    const { whom, place, log } = this.#options;
    log.warn({ place, reason }, `Waiting for ${whom} to ${request}.`);
  }
}
