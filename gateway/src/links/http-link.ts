import { IDENTITY_HEADER, signIdentity } from '@agora/platform/identity';
import type { SubgraphRequest } from '@agora/platform/subgraph';
import { traceparent } from '@agora/platform/trace';
import { type Dispatcher, Pool } from 'undici';
import { parseAnswer } from './answer.ts';
import type { Answer, SubgraphLink } from './link.ts';
import { LiveSocket } from './live-socket.ts';

export interface HttpLinkOptions {
  readonly name: string;
  /** For example `http://order:4000/graphql`. */
  readonly url: string;
  /** Signs what the subgraph is told about who asks. */
  readonly secret: string;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

const CONNECTIONS = 64;

/** A subgraph in another process. A query is repeated once when its connection was refused or reset, a mutation never. */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, secret, answerTimeoutMs } = options;
  const url = new URL(options.url);
  const pool = new Pool(url.origin, { connections: CONNECTIONS, connect: { timeout: options.connectTimeoutMs } });
  let live: LiveSocket | null = null;

  const send = async (request: SubgraphRequest, signal: AbortSignal): Promise<Answer> => {
    const { query, variables, operationName } = request;
    const { statusCode, body } = await pool.request({
      path: url.pathname + url.search,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...metadataOf(request, secret) },
      body: JSON.stringify({ query, variables, operationName }),
      signal,
    });
    return statusCode === 200 ? parseAnswer(await body.json()) : refuse(statusCode, body);
  };

  return {
    name,
    async execute(request) {
      const signal = AbortSignal.timeout(answerTimeoutMs);
      try {
        return await send(request, signal);
      } catch (error) {
        if (isMutation(request.query) || !isBrokenConnection(error)) throw error;
        return send(request, signal);
      }
    },
    subscribe({ query, variables, operationName, ...request }) {
      const socket: LiveSocket = (live ??= new LiveSocket(options, () => {
        if (live === socket) live = null;
      }));
      return socket.subscribe({
        query,
        variables,
        operationName,
        extensions: { ...metadataOf(request, secret), 'wants-start': request.wantsStart },
      });
    },
    async stop() {
      live?.stop();
      await pool.destroy();
    },
  };
}

/** As headers of a request, and as `extensions` of a subscription. */
function metadataOf(request: Omit<SubgraphRequest, 'query'>, secret: string): Record<string, string> {
  return {
    [IDENTITY_HEADER]: signIdentity(secret, request.identity),
    traceparent: request.traceparent ?? traceparent(),
    ...(request.idempotencyKey !== undefined && { 'idempotency-key': request.idempotencyKey }),
    ...(request.acceptLanguage !== undefined && { 'accept-language': request.acceptLanguage }),
  };
}

async function refuse(statusCode: number, body: Dispatcher.ResponseData['body']): Promise<never> {
  await body.dump();
  throw new Error(`Answered with HTTP status ${statusCode}.`);
}

function isMutation(query: string): boolean {
  return /^\s*mutation\b/.test(query);
}

function isBrokenConnection(error: unknown): boolean {
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}
