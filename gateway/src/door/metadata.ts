import type { IncomingHttpHeaders } from 'node:http';
import { textInHeader } from '@agora/platform/http-messages';
import { isIdempotencyKey } from '@agora/platform/graph/idempotency-key';
import { traceparentFrom } from '@agora/platform/observe/trace';
import type { Identity } from '@agora/platform/security/identity';
import { GraphQLError } from 'graphql';
import type { Cancellation } from '../cancellation.ts';
import type { Asker, CookieExchange, GatewayContext, LeavableContext } from '../context.ts';
import { forwardedFrom, forwardedOf } from './forwarded-headers.ts';

/** What a client may say beside its operation. */
export type Metadata = Omit<GatewayContext, 'identity' | 'cancellation' | 'cookies'>;

/** Who asks, and what their answer depends on, as headers of a request, of which those that `forwards` names go on to subgraphs. */
export function askerInHeaders(headers: IncomingHttpHeaders, forwards: readonly string[], identity: Identity): Asker {
  const key = text(headers['idempotency-key']);
  return {
    identity,
    idempotencyKey: key === undefined ? undefined : idempotencyKeyFrom(textInHeader(key)),
    acceptLanguage: acceptLanguageFrom(headers['accept-language']),
    forwarded: forwardedOf(headers, forwards),
  };
}

/** The same with what no answer depends on. `traceparent` is the one that the request runs under, where there is one already. */
export function contextInHeaders(
  headers: IncomingHttpHeaders,
  asker: Asker,
  cookies: CookieExchange,
  cancellation: Cancellation,
  traceparent = headers['traceparent'],
): LeavableContext {
  return {
    ...asker,
    userAgent: userAgentFrom(headers['user-agent']),
    cookies,
    traceparent: traceparentFrom(text(traceparent)),
    cancellation,
  };
}

/** As `extensions` of an operation on a socket, under the names of the headers; `userAgent` is what opened the socket. */
export function metadataInExtensions(
  extensions: Readonly<Record<string, unknown>> | null | undefined,
  forwards: readonly string[],
  userAgent: string | undefined,
): Metadata {
  const key = extensions?.['idempotency-key'] ?? null;
  return {
    idempotencyKey: key === null ? undefined : idempotencyKeyFrom(text(key)),
    acceptLanguage: acceptLanguageFrom(extensions?.['accept-language']),
    userAgent: userAgentFrom(extensions?.['user-agent']) ?? userAgent,
    traceparent: traceparentFrom(text(extensions?.['traceparent'])),
    forwarded: forwardedFrom(extensions, forwards),
  };
}

/** Of the request that opens a socket, as a copy: a part of a long text would hold the whole for as long as the socket lives. */
export function userAgentOfUpgrade(headers: IncomingHttpHeaders): string | undefined {
  const agent = userAgentFrom(headers['user-agent']);
  return agent === undefined ? undefined : Buffer.from(agent).toString();
}

/** HTTP takes the spaces around a header away, so they are no part of a key that comes another way either. */
function idempotencyKeyFrom(given = ''): string {
  const key = given.trim();
  if (isIdempotencyKey(key)) return key;
  throw new GraphQLError('An idempotency key is text of 1 to 255 characters, without control characters.', {
    extensions: { code: 'BAD_USER_INPUT', field: ['idempotency-key'], http: { status: 400 } },
  });
}

const LANGUAGES = /^[a-z0-9*,;=. \t_-]{1,255}$/i;

/** Browsers send it by themselves, and whoever cannot be understood gets the usual language: it is no reason to refuse anything. */
function acceptLanguageFrom(given: unknown): string | undefined {
  const languages = text(given)?.trim();
  return languages !== undefined && LANGUAGES.test(languages) ? languages : undefined;
}

const USER_AGENT = /^[\x20-\x7e]{1,255}/;

/** As much of it as is printable, from its beginning: it goes on as a header. */
function userAgentFrom(given: unknown): string | undefined {
  const agent = text(given);
  return agent === undefined ? undefined : USER_AGENT.exec(agent)?.[0];
}

function text(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}
