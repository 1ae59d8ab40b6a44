import type { IncomingMessage, ServerResponse } from 'node:http';
import { traceparent } from '@agora/platform/trace';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import * as z from 'zod';
import type { Authenticate } from '../auth/authenticate.ts';
import type { GatewayContext } from '../context.ts';
import type { Documents } from '../documents.ts';
import type { FormatError } from '../errors/policy.ts';
import { headerOf, sendJson, sendProblem } from '@agora/platform/http-messages';
import type { ClientAddress } from './client-address.ts';
import { metadataInHeaders } from './metadata.ts';

export interface GraphqlOverHttpOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly clientAddress: ClientAddress;
  readonly documents: Documents;
  readonly formatError: FormatError;
}

/** One operation over HTTP; `text` is its body, null when that is too large. The protocol, CSRF prevention and persisted queries are Apollo Server's. */
export async function graphqlOverHttp(
  options: GraphqlOverHttpOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  text: string | null,
): Promise<void> {
  if (text === null) {
    response.setHeader('connection', 'close');
    return sendProblem(response, 413, 'The request is larger than 1 MB.');
  }
  const body = parseBody(request, text);
  if (body === INVALID) return sendProblem(response, 400, 'The body is not valid JSON.');

  const misplaced = misplacedSubscription(options.documents, body, url.searchParams);
  if (misplaced) return sendJson(response, 400, { errors: misplaced.map((error) => options.formatError(error.toJSON(), error)) });

  const { apollo } = options;
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers: headersOf(request), search: url.search, body },
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

function parseBody(request: IncomingMessage, text: string): unknown {
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

const Operation = z.object({ query: z.string(), operationName: z.string().nullish() });

/**
 * Why an operation with a subscription in its document cannot be answered here; null when it can. It is looked at before
 * Apollo Server is asked, because validation itself throws at some subscriptions.
 */
function misplacedSubscription(documents: Documents, body: unknown, search: URLSearchParams): readonly GraphQLError[] | null {
  const { success, data } = Operation.safeParse(body ?? Object.fromEntries(search));
  if (!success || !data.query.includes('subscription')) return null;
  const checked = documents.check(data.query, data.operationName);
  if ('problems' in checked) return checked.problems;
  if (checked.operation.operation !== 'subscription') return null;
  return [new GraphQLError('Subscriptions are answered over WebSocket (graphql-transport-ws).', { extensions: { code: 'BAD_REQUEST' } })];
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
