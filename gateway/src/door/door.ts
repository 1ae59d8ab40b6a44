import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Files } from '@agora/platform/graph/http';
import { PatientServer } from '@agora/platform/graph/patient-server';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { sendMetrics } from '@agora/platform/observe/metrics-endpoint';
import { traced } from '@agora/platform/observe/trace';
import type { Keys } from '../auth/keys.ts';
import type { Health } from '../health.ts';
import { Backlogs } from './backlogs.ts';
import { allowOrigin, answerPreflight } from './cors.ts';
import { EventsPage } from './events-page.ts';
import { EXPLORER, type Explorer } from './explorer.ts';
import type { ExpressLane, OtherWays } from './express-lane.ts';
import { graphqlOverHttp, type GraphqlOverHttpOptions } from './graphql-over-http.ts';
import { createInTurn } from './in-turn.ts';
import { headerOf, sendJson, sendProblem, urlOf } from '@agora/platform/http-messages';
import { limitConnections } from './limit-connections.ts';
import { isMailPath, type MailPage } from './mail-page.ts';
import { type Body, readBody } from './read-body.ts';
import { Requests, sendBusy, type UnderWay } from './requests.ts';
import { SCHEMA_FILE } from './schema-file.ts';
import { serveSockets, type SocketsOptions } from './sockets.ts';

export interface DoorOptions
  extends Omit<GraphqlOverHttpOptions, 'sendWithRoom'>, Omit<SocketsOptions, 'server' | 'requestBytes' | 'backlogs'> {
  readonly host: string;
  readonly port: number;
  /** Null where there are no tokens. */
  readonly keys: Keys | null;
  /** Null sends everything to Apollo Server. */
  readonly expressLane: ExpressLane | null;
  readonly health: Health;
  readonly explorer: Explorer;
  /** Null where no mails are shown. */
  readonly mailPage: MailPage | null;
  /** Null where no events are told of. */
  readonly eventsPage: EventsPage | null;
  /** Null where there are none. */
  readonly files: Files | null;
  /** With it, metrics are told to others than this machine. */
  readonly metricsToken: string | undefined;
  readonly log: Logger;
}

export interface Door extends Stoppable {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
}

const KEEP_ALIVE_MS = 65_000;
const WHOLE_REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
const LOOK_FOR_LATE_ONES_EVERY_MS = 5_000;
const STOP_TIMEOUT_MS = 3_000;

/** The one way in: the graph over HTTP and WebSocket, the explorer, health, metrics and the keys of tokens. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { expressLane, log } = options;
  const sendWithRoom: OtherWays['sendWithRoom'] = (answered, bytes, send) => backlogs.sendWithRoom(answered, bytes, send);
  const answering = { ...options, sendWithRoom, leave: (request: IncomingMessage) => server.leave(request) };
  const failed = (response: ServerResponse, error: unknown) => {
    log.error({ err: error }, 'A request failed.');
    if (response.headersSent) response.destroy();
    else sendProblem(response, 500, 'Something went wrong on our side.', 'INTERNAL_SERVER_ERROR');
  };
  const fallback = (request: IncomingMessage, response: ServerResponse, underWay: UnderWay, read: ReadBody) =>
    traced(headerOf(request, 'traceparent'), () => {
      answer(answering, request, response, underWay, read).catch((error: unknown) => failed(response, error));
    });
  const otherWays: OtherWays = {
    fallback: (request, response, underWay, body) => fallback(request, response, underWay, (done) => done(body)),
    failed,
    sendWithRoom,
  };
  const requests = new Requests(options.allowances, options.clientAddress);
  const inTurn = createInTurn();
  const server = new PatientServer({ ...TIMES, shouldUpgradeCallback: asksForSocket }, (request, response) => {
    const underWay = requests.begin(request, response);
    if (!underWay) {
      allowOrigin(options.cors, request, response);
      return sendBusy(response);
    }
    inTurn(request.socket, underWay, () => {
      if (!expressLane?.(request, response, underWay, otherWays))
        fallback(request, response, underWay, (done) => readBody(request, underWay, done));
    });
  });
  limitConnections(server, options.allowances.MAX_CONNECTIONS_PER_ADDRESS, log);
  const { MAX_WAITING_BYTES: maxBytes, MAX_WAITING_MS: timeoutMs } = options.allowances;
  const backlogs = new Backlogs(server, { maxBytes, timeoutMs, log });
  const sockets = serveSockets({ ...options, server, requestBytes: requests.bytes, backlogs });
  const port = await listen(server, options.host, options.port);

  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await sockets.stop();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const timeout = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(timeout);
      backlogs.stop();
    },
  };
}

/** What else a client offers to speak, as HTTP/2 without TLS, is left unsaid: it is answered in HTTP/1.1. */
function asksForSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

const TIMES = {
  noDelay: true,
  keepAliveTimeout: KEEP_ALIVE_MS,
  headersTimeout: HEADERS_MS,
  requestTimeout: WHOLE_REQUEST_MS,
  connectionsCheckingInterval: LOOK_FOR_LATE_ONES_EVERY_MS,
};

/** Gives the body, which may have been read before. */
type ReadBody = (done: (body: Body) => void) => void;

async function answer(
  options: DoorOptions & GraphqlOverHttpOptions & Pick<PatientServer, 'leave'>,
  request: IncomingMessage,
  response: ServerResponse,
  underWay: UnderWay,
  read: ReadBody,
): Promise<void> {
  const url = urlOf(request);
  if (!url) return sendProblem(response, 400, 'This is no path.');
  const { pathname } = url;
  response.setHeader('x-content-type-options', 'nosniff');
  allowOrigin(options.cors, request, response);
  const isFile = options.files !== null && pathname.startsWith(options.files.path);
  if (request.method === 'OPTIONS') return answerPreflight(request, response, isFile ? 'GET, PUT' : 'GET, POST');
  if (options.files && isFile) {
    // How fast an upload must come, who takes it sees to.
    if (request.method === 'PUT') options.leave(request);
    return options.files.answer(request, response);
  }
  if (pathname === '/graphql') {
    return graphqlOverHttp(options, url, request, response, underWay, await new Promise<Body>(read));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return sendProblem(response, 405, 'Only GET.');
  }
  if (pathname === '/') return void response.writeHead(302, { location: EXPLORER }).end();
  if (pathname.startsWith(EXPLORER)) return options.explorer.send(response, pathname);
  const { schemaFile } = options.serving.current;
  if (pathname === SCHEMA_FILE && schemaFile) return schemaFile.send(request, response);
  if (options.eventsPage && EventsPage.has(pathname)) return options.eventsPage.send(request, response, pathname);
  if (options.mailPage && isMailPath(pathname)) return options.mailPage.send(request, response, pathname);
  if (pathname === '/health/live') return sendJson(response, 200, { status: 'live' });
  if (pathname === '/health/ready') return sendReadiness(options.health, response);
  if (pathname === '/metrics') return sendMetrics(request, response, options.metricsToken);
  if (pathname === '/.well-known/jwks.json') return sendKeys(options.keys, response);
  sendProblem(response, 404, 'There is nothing here. The graph is at /graphql.');
}

function sendReadiness(health: Health, response: ServerResponse): void {
  const { ready, ...report } = health.report();
  const status = !ready ? 'starting' : Object.values(report.subgraphs).includes('down') ? 'degraded' : 'ready';
  sendJson(response, ready ? 200 : 503, { status, ...report });
}

async function sendKeys(keys: Keys | null, response: ServerResponse): Promise<void> {
  if (!keys) return sendProblem(response, 404, 'There are no tokens here.');
  const known = await keys.current().catch(() => null);
  if (!known) return sendProblem(response, 503, 'The keys of tokens cannot be read at the moment.', 'SUBGRAPH_UNAVAILABLE');
  response.setHeader('cache-control', 'public, max-age=60');
  sendJson(response, 200, known.jwks);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
