import type { Identity } from '@agora/platform/security/identity';
import type { SessionTokens } from '@agora/platform/security/session-tokens';
import type { Cancellation } from './cancellation.ts';
import type { Forwarded } from './door/forwarded-headers.ts';

/** What one operation carries from the door to every subgraph that it asks. */
export interface GatewayContext {
  /** Becomes that of whom the operation signs in, for what is asked after that. */
  identity: Identity;
  readonly idempotencyKey: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** The client's browser or app, as it calls itself. Mutations alone carry it on, so that it keeps no two queries from sharing an answer. */
  readonly userAgent?: string | undefined;
  /** Absent where an answer can set no cookies. */
  readonly cookies?: CookieExchange | undefined;
  /** Well formed. */
  readonly traceparent: string;
  /** What the client says that subgraphs are to hear. */
  readonly forwarded: Forwarded;
  /** Ends what is asked for the operation when nobody waits for it any more; null where it is done to its end. */
  readonly cancellation: Cancellation | null;
}

/** What the owner of sessions, and nobody else, is told of the cookies of a request, and answers to it. */
export interface CookieExchange {
  /** '' where there is none. */
  readonly refreshToken: string;
  /** Becomes what shall be kept in cookies; null: nothing any more. */
  tokens?: SessionTokens | null;
}

/** Of an operation whose client may leave. */
export interface LeavableContext extends GatewayContext {
  readonly cancellation: Cancellation;
}

/** What an answer depends on beside the question. */
export type Asker = Pick<GatewayContext, 'identity' | 'idempotencyKey' | 'acceptLanguage' | 'forwarded'>;

/**
 * The same text for two only where every subgraph answers both alike. It is JSON, so that no part, nor text that is put behind it, can
 * be mistaken for the beginning of another. A guest who says nothing of all this, as most do, is the address alone, in which no JSON
 * can be.
 */
export function askerKeyOf({ identity: { actor, ip }, idempotencyKey, acceptLanguage, forwarded }: Asker): string {
  if (actor === null && idempotencyKey === undefined && acceptLanguage === undefined && forwarded.length === 0) return ip;
  return JSON.stringify([idempotencyKey ?? null, acceptLanguage ?? null, forwarded, ...partsOf(actor, ip)]);
}

/** The same text for the same identity only. */
export function identityKeyOf({ actor, ip }: Identity): string {
  return JSON.stringify(partsOf(actor, ip));
}

function partsOf(actor: Identity['actor'], ip: string): string[] {
  return actor === null ? [ip] : [ip, actor.id, actor.sessionId, String(actor.authTime), ...actor.roles];
}
