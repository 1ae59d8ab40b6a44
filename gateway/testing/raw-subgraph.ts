import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';

export interface RawRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface RawSubgraph {
  readonly url: string;
  /** What it answers from now on; its health is answered anyhow. */
  answers(how: (request: RawRequest) => RawAnswer | Promise<RawAnswer>): void;
  /** The live operations that run. */
  readonly live: readonly LiveOperation[];
  stop(): Promise<void>;
}

export interface LiveOperation {
  /** Sends a message of this operation, whose payload is JSON text. */
  send(type: 'next' | 'error', payload: string): void;
}

const HEALTH = '{"data":{"__typename":"Query"}}';

/** A subgraph that answers what a test says, byte for byte, over HTTP and graphql-ws; it may leave pings unanswered. */
export async function serveRaw({ pongs = true } = {}): Promise<RawSubgraph> {
  let answer: (request: RawRequest) => RawAnswer | Promise<RawAnswer> = () => ({ body: HEALTH });
  const live: LiveOperation[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const isHealth = body.includes('{ __typename }');
    const { status = 200, headers = {}, body: answered } = isHealth ? { body: HEALTH } : await answer({ headers: request.headers, body });
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(answered);
  };
  const server = createServer((request, response) => void respond(request, response));
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket) => converse(socket, live, pongs));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    answers: (how) => (answer = how),
    live,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await closed;
    },
  };
}

const Message = z.object({ type: z.string(), id: z.string().optional() });

function converse(socket: WebSocket, live: LiveOperation[], pongs: boolean): void {
  const running = new Map<string, LiveOperation>();
  const end = (id: string) => {
    const operation = running.get(id);
    if (operation) live.splice(live.indexOf(operation), 1);
    running.delete(id);
  };
  socket.on('message', (data) => {
    const { type, id = '' } = Message.parse(JSON.parse(String(data)));
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type === 'ping' && pongs) socket.send('{"type":"pong"}');
    if (type === 'complete') end(id);
    if (type !== 'subscribe') return;
    const operation: LiveOperation = {
      send: (kind, payload) => socket.send(`{"id":${JSON.stringify(id)},"type":"${kind}","payload":${payload}}`),
    };
    running.set(id, operation);
    live.push(operation);
  });
  socket.on('close', () => [...running.keys()].forEach(end));
}
