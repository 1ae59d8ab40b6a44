import { heldOf } from '../metrics.ts';
import type { SignedIn } from './signed-in.ts';

const held = heldOf('bytes of verified tokens');

/** A withdrawn key is noticed no later than this by those who use its tokens all the time. */
const KEPT_FOR_MS = 60_000;

/** Tokens that were checked a moment ago: checking a signature costs more than answering a small query. */
export class VerifiedTokens {
  readonly #mostBytes: number;
  #known = new Map<string, SignedIn>();
  #bytes = 0;
  #renewAt = 0;

  /** `mostBytes`: of all tokens that are kept; a character of theirs is a byte. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Undefined where the token has to be checked (again), also when it has expired. */
  get(authorization: string): SignedIn | undefined {
    const known = this.#known.get(authorization);
    if (known === undefined) return undefined;
    const now = Date.now();
    return now < this.#renewAt && now < known.expiresAt ? known : undefined;
  }

  keep(authorization: string, signedIn: SignedIn): void {
    const now = Date.now();
    if (now >= this.#renewAt || this.#bytes + authorization.length > this.#mostBytes) {
      this.#known = new Map();
      held.amount -= this.#bytes;
      this.#bytes = 0;
      this.#renewAt = now + KEPT_FOR_MS;
    }
    this.#known.set(authorization, signedIn);
    this.#bytes += authorization.length;
    held.amount += authorization.length;
  }
}
