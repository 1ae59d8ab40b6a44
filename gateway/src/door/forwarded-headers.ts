import type { IncomingHttpHeaders } from 'node:http';
import { IDENTITY_HEADER, USER_AGENT_HEADER } from '@agora/platform/security/identity';
import { REFRESH_TOKEN_HEADER } from '@agora/platform/security/session-tokens';
import * as z from 'zod';

/** Headers by name and value: what a client says that subgraphs are to hear. */
export type Forwarded = readonly (readonly [name: string, value: string])[];

export const NOTHING_FORWARDED: Forwarded = [];

/** They say something of one connection or one body, or are the gateway's to say. */
const OWN = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'],
  ...['host', 'content-length', 'content-type', 'content-encoding', 'accept', 'accept-encoding'],
  ...[IDENTITY_HEADER, USER_AGENT_HEADER, REFRESH_TOKEN_HEADER, 'traceparent', 'idempotency-key', 'accept-language'],
]);

const Name = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/, 'is no name of a header')
  .refine((name) => !OWN.has(name) && !name.startsWith('sec-websocket-'), 'is a header of the gateway itself');

/** The setting: names of headers, separated by commas. */
export const forwardHeaders = z
  .string()
  .transform((text) => text.split(',').filter((name) => name.trim() !== ''))
  .pipe(z.array(Name))
  .describe('names of headers of clients that subgraphs are sent as well, separated by commas');

export function forwardedOf(headers: IncomingHttpHeaders, names: readonly string[]): Forwarded {
  return names.length === 0 ? NOTHING_FORWARDED : pick(names, (name) => headers[name]?.toString());
}

const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]{0,4096}$/;

/** From what a client says beside an operation on a socket. Text that is no header value is left out. */
export function forwardedFrom(said: Readonly<Record<string, unknown>> | null | undefined, names: readonly string[]): Forwarded {
  if (names.length === 0 || !said) return NOTHING_FORWARDED;
  return pick(names, (name) => {
    const value = said[name];
    return typeof value === 'string' && HEADER_VALUE.test(value) ? value : undefined;
  });
}

function pick(names: readonly string[], valueOf: (name: string) => string | undefined): Forwarded {
  return names.flatMap((name) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}
