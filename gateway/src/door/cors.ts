import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsOptions {
  readonly origins: readonly string[];
  readonly production: boolean;
  /** Whether pages of the allowed origins may use the cookies of a session. */
  readonly credentials: boolean;
}

const STUDIO = 'https://studio.apollographql.com';
const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
/** Are told without being asked for, so that a browser need not ask again. */
const USUAL_HEADERS = [
  'content-type',
  'authorization',
  'idempotency-key',
  'accept-language',
  'traceparent',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'apollographql-client-version',
];
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Lets pages of the allowed origins read the answers. */
export function allowOrigin(options: CorsOptions, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'origin');
  const allowed = allowedOrigin(options, request.headers.origin);
  if (allowed === null) return;
  response.setHeader('access-control-allow-origin', allowed);
  if (options.credentials) response.setHeader('access-control-allow-credentials', 'true');
}

/** The origin, when its pages may read the answers. */
export function allowedOrigin({ origins, production }: CorsOptions, origin: string | undefined): string | null {
  if (origin === undefined) return null;
  return origins.includes(origin) || (!production && (origin === STUDIO || LOCAL.test(origin))) ? origin : null;
}

/**
 * Whether a page asks for a WebSocket that may not read answers over HTTP either: browsers leave that to us. Programs send no
 * origin, and pages of this address are our own.
 */
export function isForbiddenOrigin(options: CorsOptions, { headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && allowedOrigin(options, origin) === null && URL.parse(origin)?.host !== host;
}

/**
 * The same with the cookies of a session. Browsers keep these for TLS, or for this machine, and some send them for pages of our own address
 * without TLS too, which may be by whoever is on the way.
 */
export function isForbiddenWithCookies(options: CorsOptions, request: IncomingMessage): boolean {
  const { origin = '' } = request.headers;
  const mayBeByOthers = origin.startsWith('http:') && !LOCAL.test(origin) && allowedOrigin(options, origin) === null;
  return mayBeByOthers || isForbiddenOrigin(options, request);
}

/** Answers the browser's question whether a page may send its request: with any header, of which tools of the page add their own. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse, methods: string): void {
  response.setHeader('vary', 'origin, access-control-request-headers');
  if (response.hasHeader('access-control-allow-origin')) {
    response.setHeader('access-control-allow-methods', methods);
    response.setHeader('access-control-allow-headers', [...new Set([...USUAL_HEADERS, ...headersAskedFor(request)])].join(', '));
    response.setHeader('access-control-max-age', '7200');
  }
  response.writeHead(204).end();
}

function headersAskedFor({ headers }: IncomingMessage): string[] {
  const asked = headers['access-control-request-headers'] ?? '';
  return asked
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => HEADER_NAME.test(name));
}
