import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type PlanAnswer, type PlanRequest, type ThreadBegun, type ThreadData, thrownOf } from './thread-messages.ts';

/** What a thread may hold, measured on Node 24: 80 MB are left of a supergraph of 360,000 characters, three times as much is needed to read it. */
const MEMORY = { youngMB: 16, minOldMB: 192, bytesPerCharacter: 600 };

/** So many times as long as it may work, a thread is waited for. */
const MAX_TIMEOUTS = 20;

const PROGRAM = new URL('./planner-worker.ts', import.meta.url);

/** It takes 2 s with a graph of 1,300 types: what is not there by then does not come. */
const BEGIN_TIMEOUT_MS = 120_000;

/** The thread ended before it had answered. */
export class ThreadLost extends Error {
  /** What did not come in time: the beginning of the thread, or the plan of a document. */
  readonly late: 'beginning' | 'plan' | undefined;

  constructor(message: string, { cause, late }: { readonly cause?: unknown; readonly late?: ThreadLost['late'] } = {}) {
    super(message, { cause });
    this.late = late;
  }
}

/** One thread with one planner, from its beginning to its end; is asked for one plan after the other. */
export class PlanningThread {
  /** Rejects with a `ThreadLost` where it does not come to that. */
  readonly begun: Promise<ThreadBegun>;
  readonly #worker: Worker;
  #answer = Promise.withResolvers<PlanAnswer>();
  #lost: ThreadLost | null = null;

  constructor(data: ThreadData, beginTimeoutMs = BEGIN_TIMEOUT_MS) {
    const oldMB = Math.max(MEMORY.minOldMB, (MEMORY.bytesPerCharacter * data.supergraphSdl.length) / 2 ** 20);
    const resourceLimits = { maxYoungGenerationSizeMb: MEMORY.youngMB, maxOldGenerationSizeMb: oldMB };
    this.#worker = new Worker(PROGRAM, { name: 'planner', workerData: data, resourceLimits });
    const begun = Promise.withResolvers<ThreadBegun>();
    this.begun = begun.promise;
    const limit = setTimeout(() => {
      this.#lost ??= new ThreadLost(`The thread that plans has not begun within ${beginTimeoutMs} ms.`, { late: 'beginning' });
      void this.end();
    }, beginTimeoutMs);
    this.#worker.once('message', (message: ThreadBegun) => {
      clearTimeout(limit);
      this.#worker.unref(); // the process may end while there is nothing to plan
      this.#worker.on('message', (answer: PlanAnswer) => this.#answer.resolve(answer));
      begun.resolve(message);
    });
    this.#worker.on(
      'error',
      (cause) => (this.#lost ??= new ThreadLost(`The thread that plans failed: ${thrownOf(cause).message}`, { cause })),
    );
    this.#worker.once('exit', () => {
      clearTimeout(limit);
      this.#lost ??= new ThreadLost('The thread that plans ended.');
      begun.reject(this.#lost);
      this.#answer.reject(this.#lost);
    });
    this.begun.catch(() => {}); // told to whoever asks
    this.#answer.promise.catch(() => {});
  }

  /** Rejects with a `ThreadLost` where there is no answer after so long a work; the thread is ended then. */
  async plan(request: PlanRequest, timeoutMs: number): Promise<PlanAnswer> {
    if (this.#lost) throw new ThreadLost('The thread that plans has ended.', { cause: this.#lost });
    this.#answer = Promise.withResolvers();
    const answered = new AbortController();
    this.#endAfter(timeoutMs, answered.signal).catch(() => {}); // it was answered, or has ended otherwise
    this.#worker.postMessage(request);
    try {
      return await this.#answer.promise;
    } finally {
      answered.abort();
    }
  }

  /** What counts is how long the thread worked: on a busy machine a document of a moment may wait for seconds. */
  async #endAfter(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    const worked = this.#stopwatch();
    for (let left = timeoutMs; left > 0 && performance.now() - begun < MAX_TIMEOUTS * timeoutMs; left = timeoutMs - (await worked())) {
      await pause(left, undefined, { signal });
    }
    signal.throwIfAborted();
    this.#lost ??= new ThreadLost(`A document was not planned within ${timeoutMs} ms.`, { late: 'plan' });
    await this.end();
  }

  /** Milliseconds of work since now; of time, before Node 24.6. */
  #stopwatch(): () => Promise<number> {
    const begun = performance.now();
    if (typeof this.#worker.cpuUsage !== 'function') return () => Promise.resolve(performance.now() - begun);
    const before = this.#worker.cpuUsage();
    before.catch(() => {}); // told to whoever asks
    return async () => {
      const { user, system } = await this.#worker.cpuUsage(await before);
      return (user + system) / 1_000;
    };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
