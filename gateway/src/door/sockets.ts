import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from '@agora/platform/budgets/address-key';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { type Context, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Allowance } from '../allowance.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { WhenEnded } from '../auth/ended-sessions.ts';
import { rateLimited } from '../errors/rate-limited.ts';
import { openSockets } from '../metrics.ts';
import { MAX_BODY_BYTES, urlOf } from '@agora/platform/http-messages';
import type { Backlogs } from './backlogs.ts';
import type { ClientAddress } from './client-address.ts';
import type { Allowances } from './allowances.ts';
import { converse, TRY_AGAIN_LATER } from './converse.ts';
import { type CorsOptions, isForbiddenOrigin, isForbiddenWithCookies } from './cors.ts';
import { endWithToken, GET_A_NEW_TOKEN } from './end-with-token.ts';
import { userAgentOfUpgrade } from './metadata.ts';
import { authenticateBy, sessionCookiesIn } from './session-cookies.ts';
import type { SocketOperation, SocketState } from './socket-state.ts';
import { SocketOperations, type SocketOperationsOptions } from './socket-operations.ts';

export interface SocketsOptions extends SocketOperationsOptions {
  readonly server: Server;
  readonly authenticate: Authenticate;
  readonly whenEnded: WhenEnded;
  readonly clientAddress: ClientAddress;
  readonly cors: CorsOptions;
  readonly allowances: Allowances;
  /** For what operations hold of the messages that asked for them. */
  readonly requestBytes: Allowance;
  readonly backlogs: Backlogs;
  readonly log: Logger;
}

/** Clients refresh their token before they say it. */
const INIT_WITHIN_MS = 10_000;
const CLOSE_TIMEOUT_MS = 1_000;

/** The token is none of ours: graphql-ws does not come back from it. */
const UNAUTHORIZED = 4401;
const COME_BACK = 1012;

type SocketContext = Context<Record<string, unknown>, SocketState>;

/**
 * Serves `graphql-transport-ws` at `/graphql`: subscriptions, queries and mutations. A token is given once, as
 * `authorization` in `connectionParams`, with or without "Bearer", else in the header of the upgrade, else in its cookie. The socket is closed
 * with 4403 when the token runs out or its session ends, for its client to come back with another, and with 4401 when it is
 * none of ours. Whatever is wrong with one operation ends that operation alone, by an `error` message.
 *
 * One message may have 1 MB, like a request; a client has 10 s to say `connection_init`, must answer pings and read what it
 * is sent. The pages that may open a socket are those that may read answers over HTTP.
 */
export function serveSockets(options: SocketsOptions): Stoppable {
  const { server, serving, clientAddress, cors, allowances } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    handleProtocols,
    // Else all that one client has sent is worked through before anybody else is heard.
    allowSynchronousEvents: false,
  });
  const ofAddresses = new Allowance({ what: 'sockets', max: allowances.MAX_SOCKETS, maxEach: allowances.MAX_SOCKETS_PER_ADDRESS });
  const protocol = makeServer<Record<string, unknown>, SocketState>({
    schema: () => serving.current.executor.schema,
    connectionInitWaitTimeout: INIT_WITHIN_MS,
    ...hooks(options),
  });

  server.on('upgrade', (request: IncomingMessage, connection: Socket, head: Buffer) => {
    if (urlOf(request)?.pathname !== '/graphql') return refuseUpgrade(connection, '404 Not Found');
    const cookies = sessionCookiesIn(request.headers);
    // Browsers always say of which page a socket is.
    const isForbidden = cookies
      ? request.headers.origin === undefined || isForbiddenWithCookies(cors, request)
      : isForbiddenOrigin(cors, request);
    if (isForbidden) return refuseUpgrade(connection, '403 Forbidden');
    const ip = clientAddress(request);
    const address = addressKey(ip);
    if (!ofAddresses.take(address)) return sockets.handleUpgrade(request, connection, head, (socket) => putOff(socket, connection));
    connection.once('close', () => ofAddresses.giveBack(address));
    sockets.handleUpgrade(request, connection, head, (socket) => {
      openSockets.inc();
      socket.once('close', () => openSockets.dec());
      const { authorization } = request.headers;
      const state: SocketState = {
        socket,
        ip,
        userAgent: userAgentOfUpgrade(request.headers),
        authorization,
        cookies,
        signedIn: null,
        forgetToken: () => {},
        messageBytes: 0,
        operations: new Map(),
      };
      converse(socket, connection, state, { ...options, protocol, maxWaitingBytes: allowances.MAX_WAITING_BYTES_PER_SOCKET });
    });
  });
  return { stop: () => sendAway(sockets) };
}

function refuseUpgrade(connection: Socket, status: string): void {
  // Else a client that does not close its side keeps the connection for ever.
  connection.on('error', () => {}).once('finish', () => connection.destroy());
  connection.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** A browser tells its page nothing of a refused upgrade, which graphql-ws takes for final; from this code it comes back. */
function putOff(socket: WebSocket, connection: Socket): void {
  socket.on('error', () => {});
  socket.close(TRY_AGAIN_LATER, 'RATE_LIMITED');
  connection.pause().end(); // nothing is read that would be held
  setTimeout(() => connection.destroy(), CLOSE_TIMEOUT_MS).unref();
}

/** What graphql-ws asks at the stages of a socket and its operations. */
function hooks(options: SocketsOptions) {
  const { allowances } = options;
  const operations = new SocketOperations(options);
  const ofViewers = new Allowance({ what: 'sockets of viewers', max: allowances.MAX_SOCKETS, maxEach: allowances.MAX_SOCKETS_PER_VIEWER });
  const underWay = new Allowance({
    what: 'socket operations',
    max: allowances.MAX_SOCKET_OPERATIONS,
    maxEach: allowances.MAX_SOCKET_OPERATIONS_PER_ASKER,
  });
  return {
    onConnect: (context: SocketContext) => signIn(context, options, ofViewers),
    onClose({ extra }: SocketContext) {
      extra.forgetToken();
      if (extra.signedIn) ofViewers.giveBack(extra.signedIn.actor.id);
      for (const payload of extra.operations.keys()) end(extra, payload);
    },
    onSubscribe: ({ extra }: SocketContext, id: string, payload: SubscribePayload) =>
      begin(extra, { id, payload }, operations, options, underWay),
    execute: (args: ExecutionArgs) => operations.execute(args),
    subscribe: (args: ExecutionArgs) => operations.subscribe(args),
    onNext: (_context: SocketContext, _id: string, payload: SubscribePayload, _args: ExecutionArgs, result: ExecutionResult) =>
      operations.formatResult(payload, result),
    onError: (_context: SocketContext, _id: string, payload: SubscribePayload, errors: readonly GraphQLError[]) =>
      operations.formatErrors(payload, errors),
    onComplete: ({ extra }: SocketContext, _id: string, payload: SubscribePayload) => end(extra, payload),
  };
}

/** Checks the token, with which the socket ends. */
async function signIn(
  context: SocketContext,
  { authenticate, whenEnded, budgets, log }: SocketsOptions,
  ofViewers: Allowance,
): Promise<boolean> {
  const { connectionParams, extra } = context;
  const { socket, authorization, cookies } = extra;
  extra.authorization = undefined;
  extra.cookies = null;
  Reflect.deleteProperty(context, 'connectionParams'); // they may be large, and a socket may live long
  try {
    const said = authorizationIn(connectionParams) ?? authorization;
    const signedIn = await authenticateBy(authenticate, said ? null : cookies, said);
    if (socket.readyState !== socket.OPEN) return false;
    if (!signedIn) return true;
    if (!ofViewers.take(signedIn.actor.id)) {
      socket.close(TRY_AGAIN_LATER, 'RATE_LIMITED');
      return false;
    }
    extra.signedIn = signedIn;
    extra.forgetToken = endWithToken(socket, signedIn, whenEnded);
    return true;
  } catch (error) {
    budgets.wasRefused({ actor: null, ip: extra.ip });
    const { code, reason } = error instanceof GraphQLError ? error.extensions : {};
    if (code === 'UNAUTHENTICATED') socket.close(reason === 'TOKEN_INVALID' ? UNAUTHORIZED : GET_A_NEW_TOKEN, String(reason));
    else {
      log.warn({ err: error }, 'A socket was turned away.');
      socket.close(TRY_AGAIN_LATER, 'Try again later');
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

async function begin(
  state: SocketState,
  { id, payload }: { readonly id: string; readonly payload: SubscribePayload },
  operations: SocketOperations,
  { allowances, requestBytes, budgets }: SocketsOptions,
  underWay: Allowance,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { ip, userAgent, signedIn, messageBytes } = state;
  const identity = { actor: signedIn?.actor ?? null, ip };
  const refusal = budgets.refusal(identity);
  if (refusal) return [refusal];
  // graphql-ws knows an operation by its id alone: of two it would end one, and send what comes of the other as that one's.
  if ([...state.operations.values()].some((other) => other.id === id)) return [IS_NOT_OVER];
  const address = addressKey(ip);
  const asker = signedIn?.actor.id ?? address;
  const max = allowances.MAX_OPERATIONS_PER_SOCKET;
  if (state.operations.size >= max) return [rateLimited(`A socket may have ${max} operations at a time.`)];
  if (!underWay.take(asker)) return [rateLimited('Too many operations are under way.')];
  if (!requestBytes.take(address, messageBytes)) {
    underWay.giveBack(asker);
    return [rateLimited('Too much is under way. Come again in a moment.')];
  }
  const giveBack = () => {
    underWay.giveBack(asker);
    requestBytes.giveBack(address, messageBytes);
  };
  const operation: SocketOperation = { id, events: null, giveBack };
  state.operations.set(payload, operation);
  const prepared = await operations.prepare(identity, payload, userAgent);
  if ('document' in prepared) operation.events = operations.eventsOf(prepared);
  else {
    end(state, payload);
    budgets.wasRefused(identity);
  }
  return prepared;
}

const IS_NOT_OVER = new GraphQLError('The operation of this id is not over yet. Another one needs another id.', {
  extensions: { code: 'BAD_REQUEST' },
});

function end({ operations }: SocketState, payload: SubscribePayload): void {
  const operation = operations.get(payload);
  operations.delete(payload);
  operation?.giveBack();
  void operation?.events?.return?.();
}

/** Tells every client to come back, and waits a moment for them to leave. */
async function sendAway(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(COME_BACK, 'Service restart');
  const timeout = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, CLOSE_TIMEOUT_MS);
  await new Promise((resolve) => sockets.close(resolve));
  clearTimeout(timeout);
}
