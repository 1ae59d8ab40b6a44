import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logging.ts';
import { SettingsError } from '../settings.ts';
import { isPassing, reasonsIn } from './refusals.ts';

const PAUSE_MS = 200;

interface StartPatienceOptions {
  readonly brokers: readonly string[];
  readonly timeoutMs: number;
  readonly log: Logger;
}

/**
 * How a start waits for the brokers. New ones accept connections before they can do all else, and one that has just made a
 * topic may not know of it for a moment.
 */
export class StartPatience {
  readonly #options: StartPatienceOptions;
  readonly #told = new Set<string>();
  readonly #stop = new AbortController();

  constructor(options: StartPatienceOptions) {
    this.#options = options;
  }

  /**
   * Asks again while the brokers cannot do it yet, which is said once. `request` is what they are asked for: "create topics".
   * Throws a `SettingsError` when they refuse, and when the time is over.
   */
  async until<T>(request: string, ask: () => Promise<T>): Promise<T> {
    const { brokers, timeoutMs } = this.#options;
    const deadline = Date.now() + timeoutMs;
    for (; ; await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal })) {
      try {
        return await ask();
      } catch (error) {
        if (this.#stop.signal.aborted) throw error;
        const reason = reasonsIn(error);
        if (!isPassing(error)) throw new SettingsError([`KAFKA_BROKERS: ${brokers.join(',')} does not ${request}: ${reason}`]);
        this.#tell(request, reason);
        if (Date.now() >= deadline) {
          throw new SettingsError([
            `KAFKA_BROKERS: ${brokers.join(',')} did not ${request} within ${timeoutMs} ms (KAFKA_START_TIMEOUT_MS): ${reason}`,
          ]);
        }
      }
    }
  }

  /** What waits gives up at once. */
  stop(): void {
    this.#stop.abort();
  }

  #tell(request: string, reason: string): void {
    if (this.#told.has(request)) return;
    this.#told.add(request);
    this.#options.log.warn({ brokers: this.#options.brokers, reason }, `Waiting for Kafka to ${request}.`);
  }
}
