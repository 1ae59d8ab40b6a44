import type { SubgraphAnswer } from '@agora/executor';
import { IDENTITY_HEADER } from '@agora/platform/identity';
import { Pool } from 'undici';
import { askerOf, type GatewayContext } from '../context.ts';
import { InFlight, type Sharing } from '../sharing.ts';
import { readAnswer } from './answer.ts';
import { Deadlines } from './deadlines.ts';
import { type HttpAnswer, HttpExchange } from './http-exchange.ts';
import type { LinkCall, SubgraphLink } from './link.ts';
import { LiveSocket } from './live-socket.ts';
import { createSign, type Sign } from './sign.ts';

export interface HttpLinkOptions {
  readonly name: string;
  /** For example `http://order:4000/graphql`. */
  readonly url: string;
  /** Signs what the subgraph is told about who asks; null tells it nothing. */
  readonly secret: string | null;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly sharing: Sharing;
}

const CONNECTIONS = 64;

/**
 * A subgraph in another process. A query is repeated once when its connection was refused or reset, a mutation never.
 * Queries of the same asker with the same text that are under way at the same time are one request.
 */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, secret, answerTimeoutMs } = options;
  const { origin, pathname, search } = new URL(options.url);
  const path = pathname + search;
  const pool = new Pool(origin, { connections: CONNECTIONS, connect: { timeout: options.connectTimeoutMs } });
  const deadlines = new Deadlines(answerTimeoutMs);
  const inFlight = new InFlight<HttpAnswer>(options.sharing);
  const sign = secret === null ? null : createSign(secret);
  let live: LiveSocket | null = null;

  const ask = ({ type, body, context }: LinkCall) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const question = { path, headers: headersOf(context, sign), body, mayBeRepeated: type === 'query' };
      const exchange = new HttpExchange(
        pool,
        question,
        (answer) => {
          deadlines.remove(exchange);
          resolve(answer);
        },
        (reason) => {
          deadlines.remove(exchange);
          reject(reason);
        },
      );
      deadlines.add(exchange);
      exchange.send();
    });

  return {
    name,
    async execute(call) {
      const isShared = options.sharing.isOn && call.type === 'query';
      const answer = await (isShared ? inFlight.join(`${askerOf(call.context)}\n${call.body}`, () => ask(call)) : ask(call));
      return read(answer, sign !== null);
    },
    subscribe({ query, variables, operationName, wantsStart, ...context }) {
      const socket: LiveSocket = (live ??= new LiveSocket({ ...options, sign }, () => {
        if (live === socket) live = null;
      }));
      return socket.subscribe({ query, variables, operationName, extensions: { ...metadataOf(context, sign), 'wants-start': wantsStart } });
    },
    async stop() {
      live?.stop();
      deadlines.stop();
      await pool.destroy();
    },
  };
}

type Metadata = Partial<Omit<GatewayContext, 'identity'>> & Pick<GatewayContext, 'identity'>;

/** As `extensions` of a subscription. */
function metadataOf(context: Metadata, sign: Sign | null): Record<string, string> {
  const { identity, traceparent, idempotencyKey, acceptLanguage } = context;
  return {
    ...(sign && { [IDENTITY_HEADER]: sign(identity) }),
    ...(traceparent !== undefined && { traceparent }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
  };
}

/** The same as headers of a request, one after the other, which spares undici an object. */
function headersOf({ identity, traceparent, idempotencyKey, acceptLanguage }: GatewayContext, sign: Sign | null): string[] {
  const headers = ['content-type', 'application/json', 'accept', 'application/json', 'traceparent', traceparent];
  if (sign) headers.push(IDENTITY_HEADER, sign(identity));
  if (idempotencyKey !== undefined) headers.push('idempotency-key', idempotencyKey);
  if (acceptLanguage !== undefined) headers.push('accept-language', acceptLanguage);
  return headers;
}

/** GraphQL with a status of failure is an answer all the same, unless it is the gateway itself that is refused. */
function read({ status, text }: HttpAnswer, isSigned: boolean): SubgraphAnswer {
  let answer: SubgraphAnswer;
  try {
    answer = readAnswer(text);
  } catch (error) {
    if (status === 200) throw error;
    throw new Error(`Answered with HTTP status ${status}.`, { cause: error });
  }
  if (status === 401 && isSigned) throw new Error(whyNotBelieved(answer));
  return answer;
}

/** Clocks that differ and secrets that differ are mended in different places. */
function whyNotBelieved({ errors }: SubgraphAnswer): string {
  const [problem] = errors ?? [];
  if (problem?.extensions?.['reason'] === 'CLOCK') return `It does not believe our clock: ${problem.message}`;
  return 'It does not know the signature: AGORA_GATEWAY_SECRET is another one there.';
}
