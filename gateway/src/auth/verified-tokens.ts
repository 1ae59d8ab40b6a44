import { LRUCache } from 'lru-cache';
import { heldOf } from '../metrics.ts';
import type { SignedIn } from './signed-in.ts';

const held = heldOf('bytes of verified tokens');

/** A withdrawn key is noticed no later than this by those who use its tokens all the time. */
const KEPT_FOR_MS = 60_000;

/** Tokens that were checked a moment ago: checking a signature costs more than answering a small query. */
export class VerifiedTokens {
  readonly #known: LRUCache<string, SignedIn>;

  /** `maxBytes`: of all tokens that are kept; a character of theirs is a byte. */
  constructor(maxBytes: number) {
    this.#known = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (_, authorization) => authorization.length,
      ttl: KEPT_FOR_MS,
      onInsert: (_, authorization) => (held.amount += authorization.length),
      dispose: (_, authorization) => (held.amount -= authorization.length),
    });
  }

  /** Undefined where the token has to be checked (again), also when it has expired. */
  get(authorization: string): SignedIn | undefined {
    const known = this.#known.get(authorization);
    return known !== undefined && Date.now() < known.expiresAt ? known : undefined;
  }

  keep(authorization: string, signedIn: SignedIn): void {
    this.#known.set(authorization, signedIn);
  }
}
