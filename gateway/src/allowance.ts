import { heldOf, refused } from './metrics.ts';

export interface AllowanceOptions {
  /** The name of what is held, in metrics. */
  readonly what: string;
  /** How much of it everybody may hold together. */
  readonly max: number;
  /** How much of it one holder may. */
  readonly maxEach: number;
}

/** Holders that have given everything back are remembered up to so many: most come again at once. */
const MAX_IDLE = 10_000;

/** How much of one thing may be held at a time. What is taken must be given back. */
export class Allowance {
  readonly #options: AllowanceOptions;
  readonly #byHolder = new Map<string, { amount: number }>();
  readonly #held;
  #total = 0;

  constructor(options: AllowanceOptions) {
    this.#options = options;
    this.#held = heldOf(options.what);
  }

  get maxEach(): number {
    return this.#options.maxEach;
  }

  /** False, and nothing is taken, where that would be too much. */
  take(holder: string, amount = 1): boolean {
    const { what, max, maxEach } = this.#options;
    const own = this.#byHolder.get(holder);
    if ((own?.amount ?? 0) + amount > maxEach || this.#total + amount > max) {
      refused.inc({ what });
      return false;
    }
    if (own) own.amount += amount;
    else this.#byHolder.set(holder, { amount });
    this.#total += amount;
    this.#held.amount += amount;
    return true;
  }

  giveBack(holder: string, amount = 1): void {
    const own = this.#byHolder.get(holder);
    if (own) own.amount -= amount;
    if (own?.amount === 0 && this.#byHolder.size > MAX_IDLE) this.#byHolder.delete(holder);
    this.#total -= amount;
    this.#held.amount -= amount;
  }
}
