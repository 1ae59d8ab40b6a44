import type { IncomingMessage, ServerResponse } from 'node:http';
import { traceparent } from '@agora/platform/trace';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Authenticate } from '../auth/authenticate.ts';
import type { GatewayContext } from '../context.ts';
import type { Documents, Rejected } from '../documents.ts';
import type { FormatError } from '../errors/policy.ts';
import { headerOf, sendJson, sendProblem } from '@agora/platform/http-messages';
import type { ClientAddress } from './client-address.ts';
import type { PersistedQueries } from '../persisted-queries.ts';
import { metadataInHeaders } from './metadata.ts';
import { documentIn, type GraphqlRequest, withWholeQuery } from './document-in-request.ts';
import { type Body, NO_ROOM, TOO_LARGE } from './read-body.ts';
import { sendBusy } from './requests.ts';

export interface GraphqlOverHttpOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly clientAddress: ClientAddress;
  readonly documents: Documents;
  readonly persistedQueries: PersistedQueries;
  readonly formatError: FormatError;
}

/** One operation over HTTP; The protocol, CSRF prevention and persisted queries are Apollo Server's. */
export async function graphqlOverHttp(
  options: GraphqlOverHttpOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  text: Body,
): Promise<void> {
  if (text === NO_ROOM) return sendBusy(response);
  if (text === TOO_LARGE) {
    response.setHeader('connection', 'close');
    return sendProblem(response, 413, 'The request is larger than 1 MB.');
  }
  const body = parseBody(request, text);
  if (body === INVALID) return sendProblem(response, 400, 'The body is not valid JSON.');

  const asked = wholeRequest(options, { body, search: url.searchParams });
  if ('problems' in asked) return sendRefusal(options, response, asked);

  const { apollo } = options;
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: `?${asked.search}`,
      body: asked.body,
    },
    context: () => contextOf(options, request),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    response.setHeader('content-length', Buffer.byteLength(answer.body.string));
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

const INVALID = Symbol('no JSON');

/** Undefined where the request has none that counts: some clients name a type in a GET, whose operation is in its address. */
function parseBody(request: IncomingMessage, text: string): unknown {
  if (request.method === 'GET') return undefined;
  if (!/^application\/(graphql\+)?json\b/.test(headerOf(request, 'content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return INVALID;
  }
}

async function contextOf({ authenticate, clientAddress }: GraphqlOverHttpOptions, request: IncomingMessage): Promise<GatewayContext> {
  const signedIn = await authenticate(headerOf(request, 'authorization'));
  return {
    identity: { actor: signedIn?.actor ?? null, ip: clientAddress(request) },
    ...metadataInHeaders(request.headers, traceparent()),
  };
}

/**
 * The request with the whole query in it, whichever way it named it, or why it cannot be answered here. Subscriptions are looked
 * at before Apollo Server is asked, because validation itself throws at some of them.
 */
function wholeRequest({ documents, persistedQueries }: GraphqlOverHttpOptions, request: GraphqlRequest): GraphqlRequest | Rejected {
  const document = documentIn(request);
  const query = persistedQueries.queryOf(document);
  if (query === undefined) return request;
  if (query instanceof GraphQLError) return { problems: [query] };
  const checked = documents.check(query, document.operationName);
  if ('document' in checked) {
    if (checked.operation.operation === 'subscription') return { problems: [NOT_HERE] };
    persistedQueries.remember(document, query);
  } else if (
    query.includes('subscription') ||
    checked.problems.some(({ extensions }) => extensions['code'] === 'PERSISTED_QUERY_REQUIRED')
  ) {
    return checked;
  }
  return withWholeQuery(request, query);
}

const NOT_HERE = new GraphQLError('Subscriptions are answered over WebSocket (graphql-transport-ws).', {
  extensions: { code: 'BAD_REQUEST' },
});

/** The status of a hash that is not known is Apollo Server's: its clients send the text as well then. */
function sendRefusal({ formatError }: GraphqlOverHttpOptions, response: ServerResponse, { problems }: Rejected): void {
  const isNotFound = problems.some(({ extensions }) => extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND');
  response.setHeader('cache-control', isNotFound ? 'private, no-cache, must-revalidate' : 'no-store');
  sendJson(response, isNotFound ? 200 : 400, { errors: problems.map((error) => formatError(error.toJSON(), error)) });
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
