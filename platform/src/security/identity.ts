import * as z from 'zod';
import { Actor } from './actor.ts';
import { signText, verifiedText } from './signed-text.ts';

/** The HTTP header, and the key in a subscription's `extensions`, that carries a signed identity. */
export const IDENTITY_HEADER = 'agora-identity';

/** The HTTP header that carries what the client's browser or app calls itself. */
export const USER_AGENT_HEADER = 'agora-user-agent';

/** The extension of an answer that says to the gateway whom an operation has signed in. */
export const SIGNED_IN = 'signed-in';

const LIFETIME_SECONDS = 60;

/** What the gateway vouches for: who asks (null for a guest) and from which address. */
export interface Identity {
  readonly actor: Actor | null;
  readonly ip: string;
}

const Claims = z.object({
  actor: Actor.nullable(),
  ip: z.string(),
  /** Seconds since 1970. */
  exp: z.int(),
});

/** Signs an identity for the subgraphs; it holds for a minute, by clocks that differ by less. */
export function signIdentity(secret: string, identity: Identity, now = Date.now()): string {
  const claims = { ...identity, exp: Math.floor(now / 1000) + LIFETIME_SECONDS };
  return signText(secret, 'identity', Buffer.from(JSON.stringify(claims)).toString('base64url'));
}

/** An identity that the gateway did not sign, or signed by a clock that is not ours. */
export class UnverifiedIdentity extends Error {
  override readonly name = 'UnverifiedIdentity';
  readonly reason: 'SIGNATURE' | 'CLOCK';

  constructor(reason: 'SIGNATURE' | 'CLOCK', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The identity in a token; throws `UnverifiedIdentity` when it is not to be believed. */
export function verifyIdentity(secret: string, token: string | undefined, now = Date.now()): Identity {
  const body = token === undefined ? null : verifiedText(secret, 'identity', token);
  if (body === null) throw new UnverifiedIdentity('SIGNATURE', 'The identity is not signed by the gateway.');
  const { actor, ip, exp } = Claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  const skewMs = now - (exp - LIFETIME_SECONDS) * 1000;
  if (Math.abs(skewMs) > LIFETIME_SECONDS * 1000) throw new UnverifiedIdentity('CLOCK', clockSentence(skewMs));
  return { actor, ip };
}

function clockSentence(skewMs: number): string {
  const side = skewMs > 0 ? 'ahead of' : 'behind';
  return `The clock of this subgraph is ${Math.round(Math.abs(skewMs) / 1000)} s ${side} the gateway's; at most ${LIFETIME_SECONDS} s are tolerated.`;
}
