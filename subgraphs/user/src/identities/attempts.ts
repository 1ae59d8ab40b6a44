import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '@agora/platform/errors';
import { seal, unseal } from '@agora/platform/security/seal';
import { macOf } from '@agora/platform/security/signed-text';
import * as z from 'zod';
import type { UserCode } from '../codes.ts';
import { sentences } from './sentences.ts';

const LIFETIME_MS = 600_000;
const RANDOM_BYTES = 32;

const Attempt = z.object({
  provider: z.string(),
  returnUrl: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Of the secret that the browser keeps. */
  keyHash: z.string(),
  expiresAt: z.number(),
  /** The session that links a provider; null where somebody signs in. */
  sessionId: z.string().nullable(),
});

/** One way to a provider and back. */
export type Attempt = Readonly<z.output<typeof Attempt>>;

export interface Begun {
  readonly attempt: Attempt;
  /** Goes to the provider and comes back: what it says of the attempt nobody can read or change. */
  readonly state: string;
  readonly browserKey: string;
}

/** Keeps what is to be known when a browser comes back in what the browser brings: nothing is stored for those who never do. */
export interface Attempts {
  begin(facts: Pick<Attempt, 'provider' | 'returnUrl' | 'sessionId'>): Begun;
  /**
   * The attempt that has come back, to the browser and for the purpose that it was begun for.
   * @throws TOKEN_EXPIRED otherwise, and after 10 minutes.
   */
  resume(given: { readonly state: string; readonly browserKey: string; readonly sessionId: string | null }): Attempt;
}

export function createAttempts(secret: string): Attempts {
  const key = macOf(secret, 'provider', 'state');
  return {
    begin(facts) {
      const browserKey = random();
      const expiresAt = Date.now() + LIFETIME_MS;
      const attempt = { ...facts, nonce: random(), verifier: random(), keyHash: hashOf(browserKey), expiresAt };
      return { attempt, browserKey, state: seal(key, JSON.stringify(attempt)) };
    },
    resume({ state, browserKey, sessionId }) {
      const attempt = opened(key, state);
      const isTheirs = attempt?.keyHash === hashOf(browserKey) && attempt.sessionId === sessionId;
      if (!attempt || !isTheirs || attempt.expiresAt <= Date.now()) throw new Refusal<UserCode>('TOKEN_EXPIRED', sentences.begunTooLongAgo);
      return attempt;
    },
  };
}

function opened(key: string, state: string): Attempt | null {
  try {
    return Attempt.parse(JSON.parse(unseal(key, state)));
  } catch {
    return null;
  }
}

function random(): string {
  return randomBytes(RANDOM_BYTES).toString('base64url');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
