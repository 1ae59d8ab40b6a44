import { parseExactly, type SubgraphAnswer, subgraphErrors } from '@agora/executor';
import { IDENTITY_HEADER } from '@agora/platform/security/identity';
import { MAX_INNER_BODY_BYTES } from '@agora/platform/http-messages';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { isRecord } from '../is-record.ts';
import { parseAnswer } from './answer.ts';
import { EventQueue } from './event-queue.ts';
import { TooLarge } from './too-large.ts';
import type { Sign } from './sign.ts';

/** What graphql-ws puts around an operation is little. */
const MAX_BYTES = MAX_INNER_BODY_BYTES - 1_000;
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;

export interface LiveSocketOptions {
  readonly name: string;
  readonly url: string;
  /** Null where the subgraph is told nothing about who asks. */
  readonly sign: Sign | null;
  readonly connectTimeoutMs: number;
  /** A stream with a larger event ends. */
  readonly answerBytes: number;
  /** A stream whose waiting events are larger ends. */
  readonly liveBacklogBytes: number;
}

/**
 * One WebSocket to a subgraph, shared by all its live operations. When it breaks, every stream rejects: graphql-ws would
 * subscribe again by itself, and lose what happened meanwhile. A socket is used once, until it breaks or has no streams
 * any more, so that a new stream never meets one that is closing.
 */
export class LiveSocket {
  readonly #options: LiveSocketOptions;
  readonly #client: Client;
  readonly #onEnd: () => void;
  readonly #connected = Promise.withResolvers<void>();
  readonly #streams = new Set<EventQueue<SubgraphAnswer>>();
  /** Of the message that arrives. */
  #bytes = 0;

  /** `onEnd` is called when the socket is not to be used any more. */
  constructor(options: LiveSocketOptions, onEnd: () => void) {
    const { url, sign, connectTimeoutMs } = options;
    this.#options = options;
    this.#onEnd = onEnd;
    this.#connected.promise.catch(() => {});
    let isHeard = true;
    const stopSilent = () => {
      if (!isHeard) this.stop();
    };
    let judging: NodeJS.Timeout | undefined;
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: readingSocket(connectTimeoutMs, (bytes) => (this.#bytes = bytes)),
      connectionParams: () => (sign ? { [IDENTITY_HEADER]: sign({ actor: null, ip: '' }) } : {}),
      connectionAckWaitTimeout: connectTimeoutMs,
      retryAttempts: 0,
      keepAlive: PING_EVERY_MS,
      on: {
        connected: () => this.#connected.resolve(),
        ping: (received) => {
          if (received) return;
          isHeard = false;
          judging = setTimeout(() => setImmediate(stopSilent), PONG_WITHIN_MS);
        },
        // A pong, too; it may be behind many events.
        message: () => (isHeard = true),
        error: () => this.#break(),
        closed: () => {
          clearTimeout(judging);
          this.#break();
        },
      },
    });
  }

  /** Resolves when the subgraph is sent the operation. */
  async subscribe(payload: SubscribePayload): Promise<AsyncIterator<SubgraphAnswer>> {
    if (Buffer.byteLength(JSON.stringify(payload)) > MAX_BYTES) throw new TooLarge('The subscription is larger than a subgraph takes.');
    let unsubscribe = () => {};
    const stream = new EventQueue<SubgraphAnswer>({
      maxBytes: this.#options.liveBacklogBytes,
      onEnd: () => {
        this.#streams.delete(stream);
        if (this.#streams.size === 0) this.#onEnd();
        unsubscribe();
      },
    });
    this.#streams.add(stream);
    let hasBegun = false;
    unsubscribe = this.#client.subscribe(payload, {
      next: (result) => {
        this.#push(stream, result, hasBegun);
        hasBegun = true;
      },
      error: (ended) => failWith(stream, ended),
      complete: () => stream.finish(),
    });
    await this.#connected.promise;
    return stream;
  }

  stop(): void {
    this.#client.terminate();
    this.#break();
  }

  #break(): void {
    this.#onEnd();
    const lost = new Error(`The connection to ${this.#options.name} was lost.`);
    this.#connected.reject(lost);
    for (const stream of this.#streams) stream.fail(lost);
  }

  /** Errors alone are a refusal when they come first, and an event that failed when the stream has begun. */
  #push(stream: EventQueue<SubgraphAnswer>, result: unknown, hasBegun: boolean): void {
    const { answerBytes } = this.#options;
    if (this.#bytes > answerBytes) return stream.fail(new TooLarge(`An event has more than ${answerBytes} bytes.`));
    try {
      const event = parseAnswer(result);
      stream.push(hasBegun && event.data === undefined ? { ...event, data: null } : event, this.#bytes);
    } catch (error) {
      stream.fail(new Error('The subgraph sent an event that is no GraphQL.', { cause: error }));
    }
  }
}

/** Errors that the subgraph sent are a last answer; everything else is a broken stream. */
function failWith(stream: EventQueue<SubgraphAnswer>, ended: unknown): void {
  if (!Array.isArray(ended)) return stream.fail(ended instanceof Error ? ended : new Error('The stream broke.'));
  stream.push({ errors: subgraphErrors(ended) });
  stream.finish();
}

/** Reads messages itself, so that graphql-ws is given none that it would close everybody's socket for; `onBytes` is told their sizes. */
function readingSocket(handshakeTimeout: number, onBytes: (bytes: number) => void) {
  return class extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { handshakeTimeout });
      // graphql-ws takes its own listener away before it closes a socket that is still connecting; without any, the process ends.
      this.on('error', () => {});
    }

    override emit(event: string | symbol, ...args: unknown[]): boolean {
      const [data] = args;
      if (event !== 'message' || !Buffer.isBuffer(data)) return super.emit(event, ...args);
      onBytes(data.length);
      return super.emit('message', readMessage(data.toString()), IS_NO_TEXT);
    }
  };
}

/** What is marked as text would be made one again. */
const IS_NO_TEXT = true;

/** A message of graphql-ws; the text where it is none. */
function readMessage(text: string): unknown {
  let message: unknown;
  try {
    message = parseExactly(text);
  } catch {
    return text;
  }
  if (!isRecord(message)) return message;
  const { type, payload } = message;
  if (type === 'next' && !isRecord(payload)) return { ...message, payload: NO_EVENT };
  if (type !== 'error') return message;
  const errors = subgraphErrors(payload);
  return { ...message, payload: errors.length > 0 ? errors : [{ message: '' }] };
}

/** Ends the operation that it is sent for. */
const NO_EVENT = {};
