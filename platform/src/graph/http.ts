import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import * as z from 'zod';
import { isConnectionFailure } from '../database/database-errors.ts';
import type { Stoppable } from '../service/every.ts';
import { messageOf } from '../errors.ts';
import { headerOf, MAX_INNER_BODY_BYTES, readBody, sendJson, sendProblem, textInHeader, urlOf } from '../http-messages.ts';
import { type Identity, IDENTITY_HEADER, UnverifiedIdentity, USER_AGENT_HEADER, verifyIdentity } from '../security/identity.ts';
import { REFRESH_TOKEN_HEADER } from '../security/session-tokens.ts';
import type { Logger } from '../observe/logging.ts';
import { sendMetrics } from '../observe/metrics-endpoint.ts';
import { PatientServer } from './patient-server.ts';
import type { Subgraph, SubgraphRequest } from './subgraph.ts';

export interface ServeOptions {
  readonly subgraph: Subgraph;
  /** What an operator may ask, at `/operate`; nothing where absent. */
  readonly operatorGraph?: () => Promise<Subgraph>;
  readonly host: string;
  readonly port: number;
  /** Signs the gateway's identities; without a valid one, every operation is answered 401. */
  readonly secret: string;
  /** With it, metrics are told to others than this machine. */
  readonly metricsToken?: string | undefined;
  /** Throws while the service cannot work, for example without its database. */
  readonly check: () => Promise<unknown>;
  /** Further GET paths, each answered with JSON: to everybody below `/.well-known/`, else to the gateway. */
  readonly routes?: Routes;
  readonly files?: Files | undefined;
  readonly log: Logger;
}

/** What answers everything below a path by itself: bytes, to everybody who has a link. */
export interface Files {
  /** Begins and ends with a slash. */
  readonly path: string;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export type Routes = Readonly<Record<string, (search: URLSearchParams) => Promise<unknown>>>;

export interface Server extends Stoppable {
  /** For example `http://127.0.0.1:4001/graphql`. */
  readonly url: string;
}

const PUBLIC = '/.well-known/';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Serves a subgraph to the gateway: `/graphql` over HTTP and WebSocket, `/operate`, `/health/live`, `/health/ready`, `/metrics`. */
export async function serveSubgraph(options: ServeOptions): Promise<Server> {
  const { subgraph, log } = options;
  const server = new PatientServer({}, (request, response) => {
    if (request.method === 'PUT') server.leave(request);
    answer(options, request, response).catch((error: unknown) => {
      log[isConnectionFailure(error) ? 'warn' : 'error']({ err: error }, 'A request failed.');
      if (!response.headersSent) sendJson(response, 500, { errors: [{ message: 'Something went wrong on our side.' }] });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;

  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_INNER_BODY_BYTES });
  const live = useServer(
    {
      schema: subgraph.schema,
      onConnect: ({ connectionParams }) => !(identify(options, textIn(connectionParams, IDENTITY_HEADER)) instanceof UnverifiedIdentity),
      onSubscribe: (_context, _id, { query, variables, operationName, extensions }) => {
        const identity = identify(options, textIn(extensions, IDENTITY_HEADER));
        if (identity instanceof UnverifiedIdentity) return [withCode(identity, 'SUBGRAPH_UNAVAILABLE')];
        const request: SubgraphRequest = {
          query,
          variables: variables ?? undefined,
          operationName: operationName ?? undefined,
          identity,
          idempotencyKey: textIn(extensions, 'idempotency-key'),
          acceptLanguage: textIn(extensions, 'accept-language'),
          traceparent: textIn(extensions, 'traceparent'),
          wantsStart: extensions?.['wants-start'] === true,
        };
        try {
          return { schema: subgraph.schema, document: parse(query), operationName, contextValue: request };
        } catch (error) {
          return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
        }
      },
      execute: ({ contextValue }) => subgraph.execute(contextValue as SubgraphRequest).catch(refused),
      subscribe: ({ contextValue }) => subgraph.subscribe(contextValue as SubgraphRequest).catch(refused),
    },
    sockets,
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}/graphql`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await live.dispose();
      server.closeIdleConnections();
      const forced = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(forced);
    },
  };
}

async function answer(options: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = urlOf(request);
  const path = url?.pathname;
  if (path === '/graphql') return graphql(options, options.subgraph, request, response);
  if (path === '/operate' && options.operatorGraph) return graphql(options, await options.operatorGraph(), request, response);
  if (path !== undefined && options.files && path.startsWith(options.files.path)) return options.files.answer(request, response);
  if (request.method !== 'GET') return sendJson(response, 405, { error: 'Only GET.' });
  if (path === '/health/live') return sendJson(response, 200, { status: 'live' });
  if (path === '/health/ready') return ready(options, response);
  if (path === '/metrics') return sendMetrics(request, response, options.metricsToken);
  const route = path === undefined ? undefined : options.routes?.[path];
  if (!url || !route) return sendJson(response, 404, { error: 'There is nothing here.' });
  const asker = url.pathname.startsWith(PUBLIC) ? null : identify(options, headerOf(request, IDENTITY_HEADER));
  if (asker instanceof UnverifiedIdentity) return sendUnverified(response, asker);
  sendJson(response, 200, await route(url.searchParams));
}

async function graphql(options: ServeOptions, subgraph: Subgraph, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const identity = identify(options, headerOf(request, IDENTITY_HEADER));
  if (identity instanceof UnverifiedIdentity) {
    request.resume();
    return sendUnverified(response, identity);
  }
  if (request.method !== 'POST') return sendProblem(response, 405, 'Only POST.', 'BAD_REQUEST');
  const text = await readBody(request);
  if (text === null) return sendProblem(response, 413, 'The request is larger than 16 MB.', 'BAD_REQUEST');
  const body = Body.safeParse(parseJson(text));
  if (!body.success) return sendProblem(response, 400, 'The body is no GraphQL request.', 'BAD_REQUEST');
  const key = headerOf(request, 'idempotency-key');
  const result = await subgraph.execute({
    query: body.data.query,
    variables: body.data.variables ?? undefined,
    operationName: body.data.operationName ?? undefined,
    identity,
    idempotencyKey: key === undefined ? undefined : textInHeader(key),
    acceptLanguage: headerOf(request, 'accept-language'),
    userAgent: headerOf(request, USER_AGENT_HEADER),
    refreshToken: headerOf(request, REFRESH_TOKEN_HEADER),
    traceparent: headerOf(request, 'traceparent'),
  });
  sendJson(response, 200, result);
}

/** Who asks. A clock that is off looks like an attack to everybody but us, so it is said here too. */
function identify({ secret, log }: ServeOptions, token: string | undefined): Identity | UnverifiedIdentity {
  try {
    return verifyIdentity(secret, token);
  } catch (error) {
    if (!(error instanceof UnverifiedIdentity)) throw error;
    if (error.reason === 'CLOCK') log.error(error.message);
    return error;
  }
}

function sendUnverified(response: ServerResponse, { message, reason }: UnverifiedIdentity): void {
  sendJson(response, 401, { errors: [{ message, extensions: { code: 'UNAUTHENTICATED', reason } }] });
}

async function ready({ check }: ServeOptions, response: ServerResponse): Promise<void> {
  try {
    await check();
    sendJson(response, 200, { status: 'ready' });
  } catch (error) {
    sendJson(response, 503, { status: 'unavailable', reason: messageOf(error) });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What goes wrong with one operation ends that one: thrown, it would close the socket with all the others on it. */
function refused(error: unknown): ExecutionResult {
  return { errors: [withCode(error, 'INTERNAL_SERVER_ERROR')] };
}

function withCode(error: unknown, code: string): GraphQLError {
  return new GraphQLError(messageOf(error), { extensions: { code } });
}

function textIn(record: Readonly<Record<string, unknown>> | null | undefined, name: string): string | undefined {
  const value = record?.[name];
  return typeof value === 'string' ? value : undefined;
}
