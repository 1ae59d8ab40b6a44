import type { IncomingHttpHeaders } from 'node:http';
import { allowedOrigin, type CorsOptions } from './cors.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

const USUAL_BODIES: ReadonlySet<string | undefined> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
]);

/** What Apollo Server's negotiation comes to, for what browsers and well-known clients ask for. */
const USUAL_ACCEPTS: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json, */*', JSON_TYPE],
  ['application/json, text/plain, */*', JSON_TYPE],
  ['application/graphql-response+json', RESPONSE_TYPE],
  ['application/graphql-response+json, application/json', RESPONSE_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', RESPONSE_TYPE],
  ['application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed', RESPONSE_TYPE],
]);

/** The content type of the answer to a JSON request; undefined where request or answer are to be of another kind. */
export function contentTypeFor(headers: IncomingHttpHeaders): string | undefined {
  return USUAL_BODIES.has(headers['content-type']) ? USUAL_ACCEPTS.get(headers.accept) : undefined;
}

/**
 * What an `accept` comes to. Of a version or profile of JSON there is one here, so of the parameters of a range only the quality
 * counts; those of multipart say which form of it is wanted.
 */
export function acceptedTypes(accept: string): string {
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';');
    if (/^\s*multipart\//i.test(type)) return range;
    return [type, ...parameters.filter((parameter) => /^\s*q\s*=/i.test(parameter))].join(';');
  });
  return ranges.join(',');
}

/** The headers of an answer of so many bytes, names and values one after the other, which is the quickest way to write them. */
export function answerHead(contentType: string, bytes: number, cors: CorsOptions, origin: string | undefined): string[] {
  const head = [
    'content-type',
    contentType,
    'cache-control',
    'no-store',
    'content-length',
    String(bytes),
    'vary',
    'origin',
    'x-content-type-options',
    'nosniff',
  ];
  const allowed = allowedOrigin(cors, origin);
  if (allowed !== null) head.push('access-control-allow-origin', allowed);
  if (allowed !== null && cors.credentials) head.push('access-control-allow-credentials', 'true');
  return head;
}
