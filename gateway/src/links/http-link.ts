import type { SubgraphAnswer } from '@agora/executor';
import { headerWith, MAX_INNER_BODY_BYTES } from '@agora/platform/http-messages';
import { IDENTITY_HEADER, USER_AGENT_HEADER } from '@agora/platform/security/identity';
import { REFRESH_TOKEN_HEADER } from '@agora/platform/security/session-tokens';
import { TOKEN_OWNER } from '../auth/token-owner.ts';
import { Cancellation } from '../cancellation.ts';
import type { GatewayContext } from '../context.ts';
import { InFlight, type Sharing } from '../sharing.ts';
import { readAnswer } from './answer.ts';
import { Connections } from './connections.ts';
import { ACCEPTED_CODINGS } from './decompressed.ts';
import type { HttpAnswer, HttpQuestion } from './http-exchange.ts';
import { TooLarge } from './too-large.ts';
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
  readonly silenceMs: number;
  /** How large an answer or an event may be. */
  readonly answerBytes: number;
  /** How large the events may be that wait for one reader. */
  readonly liveBacklogBytes: number;
  readonly sharing: Sharing;
}

/**
 * A subgraph in another process. A query is repeated once when its connection was refused or reset, a mutation never.
 * Queries of the same asker with the same text that are under way at the same time are one request. A query is
 * given up when nobody waits for its answer any more.
 */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, secret } = options;
  const { origin, pathname, search } = new URL(options.url);
  const path = pathname + search;
  const connections = new Connections({ ...options, origin });
  const inFlight = new InFlight<HttpAnswer>(options.sharing);
  const sign = secret === null ? null : createSign(secret);
  let live: LiveSocket | null = null;

  const questionOf = ({ type, body, context }: LinkCall, cancellation: Cancellation | null): HttpQuestion => {
    if (body.length > MAX_INNER_BODY_BYTES) throw new TooLarge('The request is larger than a subgraph takes.');
    const mayBeRepeated = type === 'query';
    return { path, headers: headersOf(context, sign, type, name), body, mayBeRepeated, maxBytes: options.answerBytes, cancellation };
  };
  const ask = (call: LinkCall, cancellation: Cancellation | null) => connections.ask(questionOf(call, cancellation));
  const begin = (call: LinkCall) => {
    const cancellation = new Cancellation();
    return { answer: ask(call, cancellation), cancellation };
  };
  const askShared = async (call: LinkCall) => {
    const { cancellation } = call.context;
    const question = inFlight.questionOf(call.context, call.body);
    const shared = inFlight.join(question) ?? inFlight.share(question, begin(call));
    cancellation?.add(shared.cancellation);
    try {
      return await shared.answer;
    } finally {
      cancellation?.remove(shared.cancellation);
    }
  };
  const askQuery = (call: LinkCall) => (options.sharing.isOn ? askShared(call) : ask(call, call.context.cancellation));

  return {
    name,
    async execute(call) {
      const answer = await (call.type === 'query' ? askQuery(call) : ask(call, null));
      return read(answer, call, sign !== null);
    },
    probe: async (call) => void read(await connections.probe(questionOf(call, null)), call, sign !== null),
    renewSilent: () => connections.renewSilent(),
    subscribe({ query, variables, operationName, wantsStart, ...context }) {
      const socket: LiveSocket = (live ??= new LiveSocket({ ...options, sign }, () => {
        if (live === socket) live = null;
      }));
      return socket.subscribe({ query, variables, operationName, extensions: { ...metadataOf(context, sign), 'wants-start': wantsStart } });
    },
    async stop() {
      live?.stop();
      await connections.stop();
    },
  };
}

type Metadata = Partial<Omit<GatewayContext, 'identity'>> & Pick<GatewayContext, 'identity'>;

/** As `extensions` of a subscription. */
function metadataOf(context: Metadata, sign: Sign | null): Record<string, string> {
  const { identity, traceparent, idempotencyKey, acceptLanguage, forwarded = [] } = context;
  return {
    ...Object.fromEntries(forwarded),
    ...(sign && { [IDENTITY_HEADER]: sign(identity) }),
    ...(traceparent !== undefined && { traceparent }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
  };
}

/**
 * The same as headers of a request, one after the other, which spares undici an object. A pool that is given text which is no
 * header never uses that connection again, so nothing but headers may get there; a `traceparent` is one, whoever made it.
 */
function headersOf(context: GatewayContext, sign: Sign | null, type: LinkCall['type'], name: string): string[] {
  const { identity, traceparent, idempotencyKey, acceptLanguage, userAgent, cookies, forwarded } = context;
  const headers = [...HEADERS, 'traceparent', traceparent];
  if (sign) headers.push(IDENTITY_HEADER, sign(identity));
  if (idempotencyKey !== undefined) headers.push('idempotency-key', headerWith(idempotencyKey));
  if (acceptLanguage !== undefined) headers.push('accept-language', headerWith(acceptLanguage));
  if (sign && userAgent !== undefined && type === 'mutation') headers.push(USER_AGENT_HEADER, headerWith(userAgent));
  if (cookies && type === 'mutation' && name === TOKEN_OWNER) headers.push(REFRESH_TOKEN_HEADER, cookies.refreshToken);
  for (const header of forwarded) headers.push(...header);
  return headers;
}

const HEADERS = ['content-type', 'application/json', 'accept', 'application/json', 'accept-encoding', ACCEPTED_CODINGS];

/** GraphQL with a status of failure is an answer all the same, unless it is the gateway itself that is refused. */
function read(answered: HttpAnswer, { selectsFloats = true }: LinkCall, isSigned: boolean): SubgraphAnswer {
  const { status } = answered;
  let answer: SubgraphAnswer;
  try {
    answer = readAnswer(answered, selectsFloats);
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
