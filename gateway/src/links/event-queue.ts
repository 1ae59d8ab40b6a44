import { heldOf } from '../metrics.ts';

export interface EventQueueOptions {
  /** How many bytes the events that wait for their reader may have together. */
  readonly maxBytes: number;
  /** Is called once, when nothing more is wanted or nothing more can come. */
  readonly onEnd: () => void;
}

/** More events came than may wait: what comes after those that wait is missing. */
export class Overflow extends Error {
  override readonly name = 'Overflow';
}

/** What an event takes beside the text that it was sent as. */
const EVENT_BYTES = 1_000;

const held = heldOf('bytes of live events');

/** Events that arrive by themselves, read as an iterator. A reader that falls too far behind gets an `Overflow` after those that wait. */
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

  /** `textBytes`: what it was sent as. */
  push(event: T, textBytes = 0): void {
    if (this.#ended) return;
    const bytes = textBytes + EVENT_BYTES;
    if (this.#reader) this.#settle((reader) => reader.resolve({ done: false, value: event }));
    else if (this.#bytes + bytes > this.#options.maxBytes) this.fail(new Overflow('More events came than may wait.'));
    else {
      this.#waiting.push({ event, bytes });
      this.#hold(bytes);
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
      this.#hold(-first.bytes);
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
    this.#hold(-this.#bytes);
    this.finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  #hold(bytes: number): void {
    this.#bytes += bytes;
    held.amount += bytes;
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
