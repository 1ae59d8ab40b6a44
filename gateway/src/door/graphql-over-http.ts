import type { IncomingMessage, ServerResponse } from 'node:http';
import { MIMEType } from 'node:util';
import { parseExactly } from '@agora/executor';
import type { Identity } from '@agora/platform/security/identity';
import { traceparent } from '@agora/platform/observe/trace';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { LookUp } from '../admission/look-up.ts';
import type { IsPublic } from '../admission/public-operations.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import { Cancellation } from '../cancellation.ts';
import type { CookieExchange, GatewayContext } from '../context.ts';
import type { CheckedOperation, Rejected } from '../documents.ts';
import type { FormatError } from '../errors/policy.ts';
import { headerOf, sendJson, sendProblem } from '@agora/platform/http-messages';
import type { PersistedQueries } from '../persisted-queries.ts';
import { EXPLORER } from './explorer.ts';
import type { CorsOptions } from './cors.ts';
import { acceptedTypes } from './graphql-head.ts';
import { askerInHeaders, contextInHeaders } from './metadata.ts';
import { documentIn, type GraphqlRequest, withWholeQuery } from './document-in-request.ts';
import type { Body } from './read-body.ts';
import type { UnderWay } from './requests.ts';
import { authenticateBy, cookiesToSet, exchangeOf, forgeryIn, type SessionCookies, sessionCookiesIn } from './session-cookies.ts';
import { INVALID_JSON, NO_JSON, sendUnreadable, type Unreadable } from './unreadable.ts';

export interface GraphqlOverHttpOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  /** Names of headers of clients that subgraphs are sent. */
  readonly forwards: readonly string[];
  readonly budgets: AskerBudgets;
  readonly lookUp: LookUp;
  readonly isPublic: IsPublic;
  readonly persistedQueries: PersistedQueries;
  readonly formatError: FormatError;
  readonly cors: CorsOptions;
  /** Sends an answer of so many bytes when there is room for it. */
  readonly sendWithRoom: (response: ServerResponse, bytes: number, send: () => void) => void;
}

/**
 * One operation over HTTP. The protocol is Apollo Server's, which gets every query whole. Whoever has had too much refused is
 * answered before anything is looked at. A browser that comes with no operation is shown the explorer.
 */
export async function graphqlOverHttp(
  options: GraphqlOverHttpOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  underWay: UnderWay,
  body: Body,
): Promise<void> {
  if (isVisit(request, url)) return void response.writeHead(302, { location: EXPLORER }).end();
  const { budgets } = options;
  const cookies = sessionCookiesIn(request.headers);
  const asker = await identify(options, request, cookies, underWay);
  const refusal = budgets.refusal(asker.identity);
  if (refusal) return sendRefusal(options, response, { problems: [refusal] });
  const forgery = cookies && forgeryIn(options.cors, request);
  if (forgery) sendProblem(response, 403, forgery);
  else await answer(options, url, request, response, underWay, body, asker);
  if (response.statusCode >= 400 && response.statusCode < 500) budgets.wasRefused(asker.identity);
}

/** Programs ask for no HTML. */
function isVisit(request: IncomingMessage, { searchParams }: URL): boolean {
  if (request.method !== 'GET' || OPERATION_PARAMETERS.some((name) => searchParams.has(name))) return false;
  return /\btext\/html\b/i.test(headerOf(request, 'accept') ?? '');
}

const OPERATION_PARAMETERS = ['query', 'documentId', 'extensions'];

/** It leaves 4 KB for the other headers: Node answers 431 where both have more than 16 KB together. */
const MAX_ADDRESS_LENGTH = 12 * 1024;

interface Asker {
  readonly cookies: SessionCookies | null;
  /** A guest's where the token is not good. */
  readonly identity: Identity;
  /** Why the token is not good; null where it is, or where there is none. */
  readonly problem: Error | null;
}

async function identify(
  { authenticate }: GraphqlOverHttpOptions,
  request: IncomingMessage,
  cookies: SessionCookies | null,
  { clientAddress: ip }: UnderWay,
): Promise<Asker> {
  try {
    const signedIn = await authenticateBy(authenticate, cookies, headerOf(request, 'authorization'));
    return { cookies, identity: { actor: signedIn?.actor ?? null, ip }, problem: null };
  } catch (error) {
    return { cookies, identity: { actor: null, ip }, problem: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function answer(
  options: GraphqlOverHttpOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  underWay: UnderWay,
  body: Body,
  asker: Asker,
): Promise<void> {
  if ((request.url ?? '').length > MAX_ADDRESS_LENGTH) {
    return sendProblem(response, 414, `An address has at most ${MAX_ADDRESS_LENGTH} characters. Longer operations are sent by POST.`);
  }
  const posted = postedText(options, request, body, asker.identity);
  if (posted instanceof GraphQLError) return sendRefusal(options, response, { problems: [posted] });
  if (typeof posted === 'object') return sendUnreadable(response, posted);
  const json = parsed(request, posted);
  const problem = [NO_JSON, INVALID_JSON].find((one) => one === json);
  if (problem) return sendUnreadable(response, problem);

  const asked = wholeRequest(options, { body: json, search: url.searchParams }, asker.identity);
  if ('problems' in asked) return sendRefusal(options, response, asked);

  const cancellation = new Cancellation();
  if (asked.checked?.operation.operation === 'query') underWay.waitFor(cancellation);
  const exchange = exchangeOf(asker.cookies);
  const answer = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: `?${asked.search}`,
      body: asked.body,
    },
    context: async () => {
      const isPublic = asked.checked !== null && options.isPublic(asked.checked);
      return contextOf(options, asker, request, { cancellation, exchange, isPublic });
    },
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  for (const cookie of cookiesToSet(exchange, asker.cookies)) response.appendHeader('set-cookie', cookie);
  response.statusCode = answer.status ?? 200;
  if (response.statusCode === 401) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
  if (answer.body.kind === 'complete') {
    const { string: text } = answer.body;
    const bytes = Buffer.byteLength(text);
    response.setHeader('content-length', bytes);
    options.sendWithRoom(response, bytes, () => response.end(text));
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** What is compressed is decompressed on the account of whoever sent it. Nothing but what is posted is read. */
function postedText(
  { budgets }: GraphqlOverHttpOptions,
  { method }: IncomingMessage,
  body: Body,
  asker: Identity,
): string | Unreadable | GraphQLError {
  if (typeof body !== 'function') return body;
  if (method !== 'POST') return '';
  return budgets.refusalToLearn(asker) ?? budgets.learn(asker, body);
}

/** Undefined for whatever is not posted. Forms, which a page of any site may post, are no JSON. */
function parsed(request: IncomingMessage, text: string): unknown {
  if (request.method !== 'POST') return undefined;
  if (!isJson(headerOf(request, 'content-type') ?? '', text)) return NO_JSON;
  try {
    return parseExactly(text);
  } catch {
    return INVALID_JSON;
  }
}

/** JSON is UTF-8; that some clients call it otherwise makes no difference to ASCII. */
function isJson(contentType: string, text: string): boolean {
  try {
    const { essence, params } = new MIMEType(contentType);
    if (essence !== 'application/json' && essence !== 'application/graphql+json') return false;
    return /^utf-?8$/i.test(params.get('charset') ?? 'utf-8') || /^[\x00-\x7f]*$/.test(text);
  } catch {
    return false;
  }
}

/** Whoever asks for what is public is a guest with a token that is not good, and everybody else is told what is wrong with it. */
function contextOf(
  { forwards }: GraphqlOverHttpOptions,
  { identity, problem }: Asker,
  { headers }: IncomingMessage,
  { cancellation, exchange, isPublic }: { cancellation: Cancellation; exchange: CookieExchange; isPublic: boolean },
): GatewayContext {
  if (problem !== null && !isPublic) throw problem;
  return contextInHeaders(headers, askerInHeaders(headers, forwards, identity), exchange, cancellation, traceparent());
}

interface WholeRequest extends GraphqlRequest {
  /** Null where that is not valid, for which Apollo Server has the words. */
  readonly checked: CheckedOperation | null;
}

/**
 * The request with the whole query in it, whichever way it named it, or why it cannot be answered here. Subscriptions are looked
 * at before Apollo Server is asked, because validation itself throws at some of them.
 */
function wholeRequest(
  { lookUp, persistedQueries }: GraphqlOverHttpOptions,
  request: GraphqlRequest,
  asker: Identity,
): WholeRequest | Rejected {
  const document = documentIn(request);
  const query = persistedQueries.queryOf(document);
  if (query === undefined) return { ...request, checked: null };
  if (query instanceof GraphQLError) return { problems: [query] };
  const checked = lookUp(asker, query, document.operationName);
  if ('document' in checked) {
    if (checked.operation.operation === 'subscription') return { problems: [NOT_HERE] };
    persistedQueries.remember(document, query);
  } else if (
    query.includes('subscription') ||
    checked.problems.some(({ extensions: { code } }) => code === 'PERSISTED_QUERY_REQUIRED' || code === 'RATE_LIMITED')
  ) {
    return checked;
  }
  return { ...withWholeQuery(request, query), checked: 'document' in checked ? checked : null };
}

const NOT_HERE = new GraphQLError('Subscriptions are answered over WebSocket (graphql-transport-ws).', {
  extensions: { code: 'BAD_REQUEST' },
});

/** The status of a hash that is not known is Apollo Server's: its clients send the text as well then. */
function sendRefusal({ formatError }: GraphqlOverHttpOptions, response: ServerResponse, { problems }: Rejected): void {
  const codes = problems.map(({ extensions }) => extensions['code']);
  const isNotFound = codes.includes('PERSISTED_QUERY_NOT_FOUND');
  const status = isNotFound ? 200 : codes.includes('RATE_LIMITED') ? 429 : 400;
  response.setHeader('cache-control', isNotFound ? 'private, no-cache, must-revalidate' : 'no-store');
  if (status === 429) response.setHeader('retry-after', String(problems[0]?.extensions['retryAfterSeconds']));
  sendJson(response, status, { errors: problems.map((error) => formatError(error.toJSON(), error)) });
}

/** A content type says nothing of a request whose operation is in its address; some clients name one all the same. */
function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const accept = headers.get('accept');
  if (accept !== undefined) headers.set('accept', acceptedTypes(accept));
  if (request.method === 'GET') headers.delete('content-type');
  return headers;
}
