/**
 * Events that arrive by themselves, read as an iterator. It holds at most `limit` of them: a reader that falls further
 * behind gets `overflow()` instead. `onEnd` is called once, when nothing more is wanted or nothing more can come.
 */
export class EventQueue<T> implements AsyncIterator<T> {
  readonly #limit: number;
  readonly #overflow: () => Error;
  readonly #onEnd: () => void;
  #waiting: T[] = [];
  #reader: PromiseWithResolvers<IteratorResult<T>> | undefined;
  #ended = false;
  #failure: unknown;

  constructor(limit: number, overflow: () => Error, onEnd: () => void) {
    this.#limit = limit;
    this.#overflow = overflow;
    this.#onEnd = onEnd;
  }

  push(event: T): void {
    if (this.#ended) return;
    if (this.#reader) this.#settle((reader) => reader.resolve({ done: false, value: event }));
    else if (this.#waiting.length < this.#limit) this.#waiting.push(event);
    else {
      this.#waiting = [];
      this.fail(this.#overflow());
    }
  }

  /** What was pushed before is still read first. */
  fail(error: unknown): void {
    if (!this.#end()) return;
    if (this.#reader) this.#settle((reader) => reader.reject(error));
    else this.#failure = error;
  }

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
    this.#onEnd();
    return true;
  }

  #settle(how: (reader: PromiseWithResolvers<IteratorResult<T>>) => void): void {
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader) how(reader);
  }
}
