import type { Logger } from '@agora/platform/observe/logging';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import type { AskPrivately } from '../links/ask-privately.ts';

const PATH = '/.well-known/jwks.json';

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

export interface KeySet {
  /** As published. */
  readonly jwks: JSONWebKeySet;
  /** Finds the key that a token names. */
  readonly lookUp: ReturnType<typeof createLocalJWKSet>;
}

const FRESH_MS = 10 * 60_000;
const REFRESH_AT_MOST_EVERY_MS = 5_000;

/**
 * The public keys (https://www.rfc-editor.org/rfc/rfc7517) that tokens are checked with. Once read they are kept, so tokens can be
 * checked while their owner is down.
 */
export class Keys {
  readonly #ask: AskPrivately;
  readonly #log: Logger;
  #known: KeySet | null = null;
  #readAt = 0;
  #refreshedAt = 0;
  #reading: Promise<KeySet> | null = null;

  constructor(ask: AskPrivately, log: Logger) {
    this.#ask = ask;
    this.#log = log;
  }

  /** Rejects only as long as the keys could never be read. */
  async current(): Promise<KeySet> {
    if (!this.#known) return this.#readAgain();
    if (Date.now() - this.#readAt > FRESH_MS) this.#readBehind();
    return this.#known;
  }

  /** Reads again for the sake of an unknown key, but not more often than every 5 s; null when there is nothing new to try. */
  async refreshed(): Promise<KeySet | null> {
    if (Date.now() - this.#refreshedAt < REFRESH_AT_MOST_EVERY_MS) return null;
    this.#refreshedAt = Date.now();
    return this.#readAgain().catch(() => null);
  }

  #readBehind(): void {
    this.#readAt = Date.now();
    this.#readAgain().catch((error: unknown) => this.#log.warn({ err: error }, 'The keys of tokens could not be read again.'));
  }

  #readAgain(): Promise<KeySet> {
    return (this.#reading ??= this.#load().finally(() => (this.#reading = null)));
  }

  async #load(): Promise<KeySet> {
    const jwks = Jwks.parse(await this.#ask(PATH));
    this.#known = { jwks, lookUp: createLocalJWKSet(jwks) };
    this.#readAt = Date.now();
    return this.#known;
  }
}
