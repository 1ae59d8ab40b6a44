export interface EventQueueOptions {
  /** How many events may wait for their reader. */
  readonly limit: number;
  /** What a reader gets that falls further behind. */
  readonly overflow: () => Error;
  /** Is called once, when nothing more is wanted or nothing more can come. */
  readonly onEnd: () => void;
}

/** Events that arrive by themselves, read as an iterator. */
export class EventQueue<T> implements AsyncIterator<T> {
  readonly #options: EventQueueOptions;
  #waiting: T[] = [];
  #reader: PromiseWithResolvers<IteratorResult<T>> | undefined;
  #ended = false;
  #failure: Error | undefined;

  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  push(event: T): void {
    if (this.#ended) return;
    if (this.#reader) this.#settle((reader) => reader.resolve({ done: false, value: event }));
    else if (this.#waiting.length < this.#options.limit) this.#waiting.push(event);
    else this.fail(this.#options.overflow());
  }

  /** What was pushed before is still read first. */
  fail(error: Error): void {
    if (!this.#end()) return;
    if (this.#reader) this.#settle((reader) => reader.reject(error));
    else this.#failure = error;
  }

  /** What was pushed before is still read first. */
  finish(): void {
    this.#end();
    this.#settle((reader) => reader.resolve({ done: true, value: undefined }));
  }

  next(): Promise<IteratorResult<T>> {
    const event = this.#waiting.shift();
    if (event !== undefined) return Promise.resolve({ done: false, value: event });
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      return Promise.reject(failure);
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    this.#reader ??= Promise.withResolvers();
    return this.#reader.promise;
  }

  return(): Promise<IteratorResult<T>> {
    this.#waiting = [];
    this.finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.#options.onEnd();
    return true;
  }

  #settle(how: (reader: PromiseWithResolvers<IteratorResult<T>>) => void): void {
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader) how(reader);
  }
}
