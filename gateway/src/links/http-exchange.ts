import { isAscii } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Cancellation, Work } from '../cancellation.ts';
import type { AnswerText } from './answer.ts';
import type { Late } from './deadlines.ts';
import { decompressed } from './decompressed.ts';
import { TooLarge } from './too-large.ts';

export interface HttpAnswer extends AnswerText {
  readonly status: number;
}

/** What is sent; the same again when it is repeated. */
export interface HttpQuestion {
  readonly path: string;
  /** Names and values, one after the other. */
  readonly headers: string[];
  readonly body: string;
  readonly mayBeRepeated: boolean;
  /** An answer with more bytes is not taken. */
  readonly maxBytes: number;
  /** Ends the exchange when nobody waits for its answer any more; null where it is never ended for that. */
  readonly cancellation: Cancellation | null;
}

/** Whoever asked has left; it says nothing of the subgraph. */
export class NobodyWaits extends Error {}

/** Is told that an exchange is over: why there is no answer, or null where there is one. */
export type Ended = (exchange: HttpExchange, failure: Error | null) => void;

type Abort = (reason?: Error) => void;

/**
 * One POST and its whole answer. It is undici's own handler: `request()` makes a stream for every answer, which costs more
 * than the rest of the call.
 */
export class HttpExchange implements Dispatcher.DispatchHandler, Late, Work {
  readonly begunAt = performance.now();
  readonly #pool: Dispatcher;
  readonly #question: HttpQuestion;
  readonly #ended: Ended;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (reason: Error) => void;
  #abort: Abort | null = null;
  #failure: Error | null = null;
  #repeated = false;
  #status = 0;
  /** Null where the answer is sent as it is. */
  #codings: string | null = null;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(
    pool: Dispatcher,
    question: HttpQuestion,
    ended: Ended,
    resolve: (answer: HttpAnswer) => void,
    reject: (reason: Error) => void,
  ) {
    this.#pool = pool;
    this.#question = question;
    this.#ended = ended;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  send(): void {
    const { path, headers, body, cancellation } = this.#question;
    if (!this.#repeated) cancellation?.add(this);
    if (this.#failure) return;
    this.#pool.dispatch({ path, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 }, this);
  }

  onLate(): void {
    this.cancel(new Error('It did not answer in time.'));
  }

  /** undici closes the connection on which the answer would have come, as HTTP/1.1 knows no other way, and opens another. */
  leave(): void {
    this.cancel(new NobodyWaits('Nobody waits for its answer any more.'));
  }

  cancel(reason: Error): void {
    this.#failure = reason;
    this.#abort?.(reason);
    this.#failed(reason);
  }

  onConnect(abort: Abort): void {
    if (this.#failure) abort(this.#failure);
    else this.#abort = abort;
  }

  onHeaders(status: number, headers: readonly (Buffer | string)[] | null): boolean {
    this.#status = status;
    this.#codings = codingsIn(headers ?? []);
    this.#chunks = [];
    this.#bytes = 0;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#question.maxBytes) this.cancel(new TooLarge(`Its answer has more than ${this.#question.maxBytes} bytes.`));
    else this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    if (this.#codings === null) return this.#answer(bytes);
    decompressed(bytes, this.#codings, this.#question.maxBytes).then(
      (body) => this.#answer(body),
      (error) => this.#failed(error),
    );
  }

  onError(error: Error): void {
    if (this.#failure) return;
    if (this.#repeated || !this.#question.mayBeRepeated || !isBrokenConnection(error)) return this.#failed(error);
    this.#repeated = true;
    this.#abort = null;
    queueMicrotask(() => this.send()); // not while undici clears the broken connection away: it might be given the same again
  }

  onUpgrade(_status: number, _headers: Buffer[] | string[] | IncomingHttpHeaders | null): void {
    this.cancel(new Error('It wants another protocol.'));
  }

  #answer(body: Buffer): void {
    this.#question.cancellation?.remove(this);
    this.#ended(this, null);
    const ascii = isAscii(body);
    this.#resolve({ status: this.#status, text: body.toString(ascii ? 'latin1' : 'utf8'), isAscii: ascii });
  }

  #failed(reason: Error): void {
    this.#question.cancellation?.remove(this);
    this.#ended(this, reason);
    this.#reject(reason);
  }
}

const CODINGS = 'content-encoding';

function codingsIn(headers: readonly (Buffer | string)[]): string | null {
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index];
    if (name?.length === CODINGS.length && String(name).toLowerCase() === CODINGS) return String(headers[index + 1]);
  }
  return null;
}

function isBrokenConnection(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}
