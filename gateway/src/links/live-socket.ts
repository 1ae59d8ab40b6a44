import type { SubgraphAnswer } from '@agora/executor';
import { IDENTITY_HEADER } from '@agora/platform/identity';
import { MAX_INNER_BODY_BYTES } from '@agora/platform/http-messages';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { type RawData, WebSocket } from 'ws';
import { parseAnswer, parseErrors } from './answer.ts';
import { EventQueue } from './event-queue.ts';
import { TooLarge } from './http-exchange.ts';
import type { Sign } from './sign.ts';

/** What graphql-ws puts around an operation is little. */
const MOST_BYTES = MAX_INNER_BODY_BYTES - 1_000;
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
    let pong: NodeJS.Timeout | undefined;
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: measuredSocket(connectTimeoutMs, (bytes) => (this.#bytes = bytes)),
      connectionParams: () => (sign ? { [IDENTITY_HEADER]: sign({ actor: null, ip: '' }) } : {}),
      connectionAckWaitTimeout: connectTimeoutMs,
      retryAttempts: 0,
      keepAlive: PING_EVERY_MS,
      on: {
        connected: () => this.#connected.resolve(),
        ping: (received) => {
          if (!received) pong = setTimeout(() => this.stop(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(pong);
        },
        error: () => this.#break(),
        closed: () => {
          clearTimeout(pong);
          this.#break();
        },
      },
    });
  }

  /** Resolves when the subgraph is sent the operation. */
  async subscribe(payload: SubscribePayload): Promise<AsyncIterator<SubgraphAnswer>> {
    if (Buffer.byteLength(JSON.stringify(payload)) > MOST_BYTES) throw new TooLarge('The subscription is larger than a subgraph takes.');
    let unsubscribe = () => {};
    const stream = new EventQueue<SubgraphAnswer>({
      mostBytes: this.#options.liveBacklogBytes,
      onEnd: () => {
        this.#streams.delete(stream);
        if (this.#streams.size === 0) this.#onEnd();
        unsubscribe();
      },
    });
    this.#streams.add(stream);
    unsubscribe = this.#client.subscribe(payload, {
      next: (result) => this.#push(stream, result),
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

  #push(stream: EventQueue<SubgraphAnswer>, result: unknown): void {
    const { answerBytes } = this.#options;
    if (this.#bytes > answerBytes) return stream.fail(new TooLarge(`An event has more than ${answerBytes} bytes.`));
    try {
      stream.push(parseAnswer(result), this.#bytes);
    } catch (error) {
      stream.fail(new Error('The subgraph sent an event that is no GraphQL.', { cause: error }));
    }
  }
}

/** Errors that the subgraph sent are a last answer; everything else is a broken stream. */
function failWith(stream: EventQueue<SubgraphAnswer>, ended: unknown): void {
  const errors = parseErrors(ended);
  if (!errors) return stream.fail(ended instanceof Error ? ended : new Error('The stream broke.'));
  stream.push({ errors });
  stream.finish();
}

/** `onBytes` is told the size of each message before graphql-ws reads it. */
function measuredSocket(handshakeTimeout: number, onBytes: (bytes: number) => void) {
  return class extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { handshakeTimeout });
      // graphql-ws takes its own listener away before it closes a socket that is still connecting; without any, the process ends.
      this.on('error', () => {});
      this.on('message', (data) => onBytes(bytesOf(data)));
    }
  };
}

function bytesOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, { length }) => sum + length, 0) : data.byteLength;
}
