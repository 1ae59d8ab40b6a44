import { once } from 'node:events';
import { within } from '@agora/platform/testing/within';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks over HTTP, as a browser's page would. */
export async function ask(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  variables: object = {},
): Promise<HttpAnswer> {
  return send(url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

export async function send(url: string, path: string, init: RequestInit = {}): Promise<HttpAnswer> {
  const response = await fetch(new URL(path, url), init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const { data, errors } = isJson ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, data, errors };
}

export interface Listener {
  readonly events: FormattedExecutionResult[];
  /** How the operation ended: completed, by errors, or with its socket. */
  readonly ended: { completed?: true; errors?: readonly GraphQLFormattedError[]; closeCode?: number };
  unsubscribe(): void;
}

export interface SocketClient {
  /** What the pings of the gateway said, other than that it is there. */
  readonly pings: readonly unknown[];
  listen(query: string, variables?: Record<string, unknown>, extensions?: Record<string, unknown>): Listener;
  /** The TCP connection vanishes. */
  cut(): void;
  /** Stops and starts reading what the gateway sends. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** A graphql-ws client on one real socket, which it does not replace; `headers` are those of the upgrade. */
export function connect(url: string, authorization?: string, headers: Readonly<Record<string, string>> = {}): SocketClient {
  const sockets: WebSocket[] = [];
  const pings: unknown[] = [];
  class RecordedSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
      sockets.push(this);
    }
  }
  const client: Client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: RecordedSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
    connectionParams: { authorization },
    on: { ping: (received, payload) => void (received && pings.push(payload)) },
  });
  return {
    pings,
    listen(query, variables, extensions) {
      const listener: Listener = { events: [], ended: {}, unsubscribe: () => unsubscribe() };
      const unsubscribe = client.subscribe(
        { query, variables, extensions },
        {
          next: (event) => void listener.events.push(event as FormattedExecutionResult),
          error: (error) => Object.assign(listener.ended, Array.isArray(error) ? { errors: error } : { closeCode: closeCodeOf(error) }),
          complete: () => Object.assign(listener.ended, { completed: true }),
        },
      );
      return listener;
    },
    cut: () => sockets.forEach((socket) => socket.terminate()),
    pause: () => sockets.forEach((socket) => socket.pause()),
    resume: () => sockets.forEach((socket) => socket.resume()),
    async close() {
      const open = sockets.filter(({ readyState }) => readyState !== WebSocket.CLOSED);
      const closed = open.map((socket) => once(socket, 'close'));
      open.forEach((socket) => socket.terminate());
      await Promise.all(closed);
    },
  };
}

function closeCodeOf(error: unknown): number | undefined {
  return error instanceof Object && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

export type SocketAnswer = Pick<HttpAnswer, 'data' | 'errors'>;

/** A socket on which payloads are sent as they are, and answered by their first message. */
export async function openSocket(
  url: string,
): Promise<{ ask(payload: object, id?: string): Promise<SocketAnswer>; say(message: string): void; close(): void }> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  const waiting = new Map<string, PromiseWithResolvers<SocketAnswer>>();
  const ready = Promise.withResolvers<void>();
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (message) => {
    const { id, type, payload } = JSON.parse(String(message));
    if (type === 'connection_ack') ready.resolve();
    if (type === 'next') waiting.get(id)?.resolve(payload);
    if (type === 'error') waiting.get(id)?.resolve({ errors: payload });
    if (type === 'complete') waiting.get(id)?.reject(new Error(`${id} ended without an answer.`));
  });
  socket.on('close', (code) => {
    for (const one of [ready, ...waiting.values()]) one.reject(new Error(`The socket was closed with ${code}.`));
  });
  await within(ready.promise, () => 'No connection_ack came');
  let count = 0;
  return {
    ask(payload, id = String(count++)) {
      const answer = Promise.withResolvers<SocketAnswer>();
      waiting.set(id, answer);
      socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
      const answered = within(answer.promise, () => `No answer to ${JSON.stringify(payload)} came`);
      answered.catch(() => {}); // who asks need not wait
      return answered;
    },
    say: (message) => socket.send(message),
    close: () => socket.terminate(),
  };
}
