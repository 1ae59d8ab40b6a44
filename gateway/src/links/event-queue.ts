export interface EventQueueOptions {
  /** How many events may wait for their reader. */
  readonly mostEvents: number;
  /** How many bytes they may have together. */
  readonly mostBytes: number;
  /** What a reader gets that falls further behind. */
  readonly overflow: () => Error;
  /** Is called once, when nothing more is wanted or nothing more can come. */
  readonly onEnd: () => void;
}

/** Events that arrive by themselves, read as an iterator. */
export class EventQueue<T> implements AsyncIterator<T> {
  readonly #options: EventQueueOptions;
  #waiting: { readonly event: T; readonly bytes: number }[] = [];
  #bytes = 0;
  #reader: PromiseWithResolvers<IteratorResult<T>> | undefined;
  #ended = false;
  #failure: Error | undefined;

  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  /** `bytes`: what it was sent as. */
  push(event: T, bytes = 0): void {
    if (this.#ended) return;
    if (this.#reader) this.#settle((reader) => reader.resolve({ done: false, value: event }));
    else if (this.#isFullWith(bytes)) this.fail(this.#options.overflow());
    else {
      this.#waiting.push({ event, bytes });
      this.#bytes += bytes;
    }
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
    const first = this.#waiting.shift();
    if (first !== undefined) {
      this.#bytes -= first.bytes;
      return Promise.resolve({ done: false, value: first.event });
    }
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

  #isFullWith(bytes: number): boolean {
    const { mostEvents, mostBytes } = this.#options;
    return this.#waiting.length >= mostEvents || this.#bytes + bytes > mostBytes;
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
