import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Actor, ROLES } from './actor.ts';

/** The HTTP header, and the key in a subscription's `extensions`, that carries a signed identity. */
export const IDENTITY_HEADER = 'agora-identity';

const LIFETIME_SECONDS = 60;

/** What the gateway vouches for: who asks (null for a guest) and from which address. */
export interface Identity {
  readonly actor: Actor | null;
  readonly ip: string;
}

const Claims = z.object({
  actor: z.object({ id: z.string(), roles: z.array(z.enum(ROLES)), sessionId: z.string() }).nullable(),
  ip: z.string(),
  /** Seconds since 1970. */
  exp: z.int(),
});

/** Signs an identity for the subgraphs; it holds for a minute. */
export function signIdentity(secret: string, identity: Identity, now = Date.now()): string {
  const claims = { ...identity, exp: Math.floor(now / 1000) + LIFETIME_SECONDS };
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${mac(secret, body)}`;
}

/** The identity, or null when the signature is not the gateway's or has expired. */
export function verifyIdentity(secret: string, token: string | undefined, now = Date.now()): Identity | null {
  const [body, signature] = token?.split('.') ?? [];
  if (!body || !signature || !sameText(signature, mac(secret, body))) return null;
  const claims = Claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return claims.exp * 1000 > now ? { actor: claims.actor, ip: claims.ip } : null;
}

function mac(secret: string, body: string): string {
  return createHmac('sha256', secret).update('identity.').update(body).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
