import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Stoppable } from '@agora/platform/every';
import type { Logger } from '@agora/platform/logging';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticate.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import { openSockets } from '../metrics.ts';
import { MAX_BODY_BYTES, urlOf } from '@agora/platform/http-messages';
import type { ClientAddress } from './client-address.ts';
import { SocketOperations, type SocketOperationsOptions } from './socket-operations.ts';

export interface SocketsOptions extends SocketOperationsOptions {
  readonly server: Server;
  readonly authenticate: Authenticate;
  readonly clientAddress: ClientAddress;
  readonly log: Logger;
}

/** Operations at a time on one socket; one more is refused as RATE_LIMITED. */
const MOST_OPERATIONS = 100;
const INIT_WITHIN_MS = 3_000;
const PING_EVERY_MS = 12_000;
const CLOSE_PATIENCE_MS = 1_000;

const UNAUTHORIZED = 4401;
const COME_BACK = 1012;
const TRY_AGAIN_LATER = 1013;

interface SocketState extends Record<PropertyKey, unknown> {
  signedIn: SignedIn | null;
  expiry: NodeJS.Timeout;
}

type SocketContext = Context<Record<string, unknown>, Extra & Partial<SocketState>>;

/**
 * Serves `graphql-transport-ws` at `/graphql`: subscriptions, queries and mutations. A token is given once, as
 * `authorization` in `connectionParams`, with or without "Bearer"; the socket is closed with 4401 when it is bad or runs
 * out. Whatever is wrong with one operation ends that operation alone, by an `error` message.
 *
 * One message may have 1 MB, like a request; a client has 3 s to say `connection_init`, and must answer pings. Any page
 * may open a socket: without cookies, another site's page has nothing to borrow.
 */
export function serveSockets(options: SocketsOptions): Stoppable {
  const { server, schema } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY_BYTES });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (urlOf(request)?.pathname !== '/graphql') return refuseUpgrade(socket);
    sockets.handleUpgrade(request, socket, head, (upgraded) => sockets.emit('connection', upgraded, request));
  });

  const operations = new SocketOperations(options);
  useServer<Record<string, unknown>, SocketState>(
    {
      schema,
      connectionInitWaitTimeout: INIT_WITHIN_MS,
      onConnect: (context) => admit(context, options),
      onClose: ({ extra }) => clearTimeout(extra.expiry),
      onSubscribe: (context, _id, payload) => begin(operations, options, context, payload),
      execute: (args) => operations.execute(args),
      subscribe: (args) => operations.subscribe(args),
      onNext: (_context, _id, payload, _args, result) => operations.formatResult(payload, result),
      onError: (_context, _id, payload, errors) => operations.formatErrors(payload, errors),
    },
    sockets,
    PING_EVERY_MS,
  );
  sockets.on('connection', (socket: WebSocket) => {
    openSockets.inc();
    socket.once('close', () => openSockets.dec());
  });
  return { stop: () => sendAway(sockets) };
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => {});
  socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}

/** Checks the token, and closes the socket when it expires. */
async function admit({ connectionParams, extra }: SocketContext, { authenticate, log }: SocketsOptions): Promise<boolean> {
  try {
    const signedIn = await authenticate(authorizationIn(connectionParams));
    extra.signedIn = signedIn;
    if (signedIn) extra.expiry = closeAt(extra.socket, signedIn.expiresAt);
    return true;
  } catch (error) {
    const { code, reason } = error instanceof GraphQLError ? error.extensions : {};
    if (code === 'UNAUTHENTICATED') extra.socket.close(UNAUTHORIZED, String(reason));
    else {
      log.warn({ err: error }, 'A socket was turned away.');
      extra.socket.close(TRY_AGAIN_LATER, 'Try again later');
    }
    return false;
  }
}

function authorizationIn(params: Readonly<Record<string, unknown>> = {}): string | undefined {
  const [, given] = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  if (given === undefined || given === null || given === '') return undefined;
  const text = String(given);
  return /^\S+$/.test(text) ? `Bearer ${text}` : text;
}

function closeAt(socket: WebSocket, time: number): NodeJS.Timeout {
  return setTimeout(() => socket.close(UNAUTHORIZED, 'TOKEN_EXPIRED'), Math.min(time - Date.now(), 2 ** 31 - 1));
}

function begin(
  operations: SocketOperations,
  { clientAddress }: SocketsOptions,
  { extra, subscriptions }: SocketContext,
  payload: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  if (Object.keys(subscriptions).length > MOST_OPERATIONS) {
    return [new GraphQLError(`A socket may have ${MOST_OPERATIONS} operations at a time.`, { extensions: { code: 'RATE_LIMITED' } })];
  }
  return operations.prepare({ actor: extra.signedIn?.actor ?? null, ip: clientAddress(extra.request) }, payload);
}

/** Tells every client to come back, and waits a moment for them to leave. */
async function sendAway(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(COME_BACK, 'Service restart');
  const patience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, CLOSE_PATIENCE_MS);
  await new Promise((resolve) => sockets.close(resolve));
  clearTimeout(patience);
}
