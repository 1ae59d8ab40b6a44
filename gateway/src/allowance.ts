import { heldOf, refused } from './metrics.ts';

export interface AllowanceOptions {
  /** The name of what is held, in metrics. */
  readonly what: string;
  /** How much of it everybody may hold together. */
  readonly most: number;
  /** How much of it one holder may. */
  readonly mostEach: number;
}

/** How much of one thing may be held at a time. What is taken must be given back. */
export class Allowance {
  readonly #options: AllowanceOptions;
  readonly #byHolder = new Map<string, number>();
  readonly #held;
  #total = 0;

  constructor(options: AllowanceOptions) {
    this.#options = options;
    this.#held = heldOf(options.what);
  }

  /** False, and nothing is taken, where that would be too much. */
  take(holder: string, amount = 1): boolean {
    const { what, most, mostEach } = this.#options;
    const own = (this.#byHolder.get(holder) ?? 0) + amount;
    if (own > mostEach || this.#total + amount > most) {
      refused.inc({ what });
      return false;
    }
    this.#byHolder.set(holder, own);
    this.#total += amount;
    this.#held.amount += amount;
    return true;
  }

  giveBack(holder: string, amount = 1): void {
    const left = (this.#byHolder.get(holder) ?? 0) - amount;
    if (left > 0) this.#byHolder.set(holder, left);
    else this.#byHolder.delete(holder);
    this.#total -= amount;
    this.#held.amount -= amount;
  }
}
