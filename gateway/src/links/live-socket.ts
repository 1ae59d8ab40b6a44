import { IDENTITY_HEADER, signIdentity } from '@agora/platform/identity';
import { GraphQLError } from 'graphql';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { parseAnswer, parseErrors } from './answer.ts';
import { EventQueue } from './event-queue.ts';
import type { Answer } from './link.ts';

const MOST_WAITING_EVENTS = 256;
const IDLE_MS = 5_000;
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;

export interface LiveSocketOptions {
  readonly name: string;
  readonly url: string;
  readonly secret: string;
  readonly connectTimeoutMs: number;
}


/**
 * One WebSocket to a subgraph, shared by all live operations that it answers, open while there are any. It never
 * subscribes again by itself, because that would lose what happened meanwhile: when it breaks, every stream rejects.
 */
export class LiveSocket {
  readonly #name: string;
  readonly #client: Client;
  readonly #streams = new Map<EventQueue<Answer>, PromiseWithResolvers<void>>();
  #open = false;

  constructor({ name, url, secret, connectTimeoutMs }: LiveSocketOptions) {
    this.#name = name;
    let pong: NodeJS.Timeout | undefined;
    const client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: socketWithTimeout(connectTimeoutMs),
      connectionParams: () => ({ [IDENTITY_HEADER]: signIdentity(secret, { actor: null, ip: '' }) }),
      connectionAckWaitTimeout: connectTimeoutMs,
      retryAttempts: 0,
      lazyCloseTimeout: IDLE_MS,
      keepAlive: PING_EVERY_MS,
      on: {
        connected: () => this.#onOpen(),
        ping: (received) => {
          if (!received) pong = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(pong);
        },
        error: () => this.#onBroken(),
        closed: () => {
          clearTimeout(pong);
          this.#onBroken();
        },
      },
    });
    this.#client = client;
  }

  /** Resolves when the subgraph was sent the operation. */
  async subscribe(payload: SubscribePayload): Promise<AsyncIterator<Answer>> {
    let dispose = () => {};
    const stream = new EventQueue<Answer>(
      MOST_WAITING_EVENTS,
      () => this.#overflow(),
      () => {
        this.#streams.delete(stream);
        dispose();
      },
    );
    const opened = Promise.withResolvers<void>();
    opened.promise.catch(() => {});
    this.#streams.set(stream, opened);
    dispose = this.#client.subscribe(payload, {
      next: (result) => pushTo(stream, result),
      error: (ended) => failWith(stream, ended),
      complete: () => stream.finish(),
    });
    if (!this.#open) await opened.promise;
    return stream;
  }

  async stop(): Promise<void> {
    this.#onBroken();
    await this.#client.dispose();
  }

  #onOpen(): void {
    this.#open = true;
    for (const opened of this.#streams.values()) opened.resolve();
  }

  #onBroken(): void {
    this.#open = false;
    for (const [stream, opened] of [...this.#streams]) {
      const lost = new Error(`The connection to ${this.#name} was lost.`);
      opened.reject(lost);
      stream.fail(lost);
    }
  }

  #overflow(): GraphQLError {
    return new GraphQLError('This client takes events more slowly than they happen. Subscribe again from the last cursor.', {
      extensions: { code: 'SUBSCRIPTION_OVERFLOW', subgraph: this.#name },
    });
  }
}

function pushTo(stream: EventQueue<Answer>, result: unknown): void {
  try {
    stream.push(parseAnswer(result));
  } catch (error) {
    stream.fail(error);
  }
}

/** Errors that the subgraph sent are a last answer; everything else is a broken stream. */
function failWith(stream: EventQueue<Answer>, ended: unknown): void {
  const errors = parseErrors(ended);
  if (!errors) return stream.fail(ended instanceof Error ? ended : new Error('The stream broke.'));
  stream.push({ errors });
  stream.finish();
}

function socketWithTimeout(handshakeTimeout: number) {
  return class extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { handshakeTimeout });
    }
  };
}
