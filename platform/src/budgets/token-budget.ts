import { Refusal } from '../errors.ts';
import { refusedByBudget } from '../observe/metrics.ts';
import type { Bucket } from './bucket.ts';
import type { Budget, BudgetTerms } from './budget.ts';
import { KeptBuckets } from './kept-buckets.ts';

/** Counts in the memory of this process. `onTaken` is called with every bucket that something was taken from. */
export class TokenBudget implements Budget {
  readonly terms: BudgetTerms;
  readonly #kept: KeptBuckets;
  readonly #onTaken: (bucket: Bucket) => void;
  readonly #refused: { inc(): void };

  constructor(name: string, terms: BudgetTerms, onTaken: (bucket: Bucket) => void) {
    this.terms = terms;
    this.#kept = new KeptBuckets(terms);
    this.#onTaken = onTaken;
    this.#refused = refusedByBudget.labels({ budget: name });
  }

  spend(key: string, points = 1): number {
    const price = Math.min(points, this.terms.capacity);
    const now = performance.now();
    const bucket = this.#kept.open(key, now);
    const level = bucket.levelAt(now);
    if (level < price) throw this.#refusal(price - level);
    this.#take(bucket, price);
    return level - price;
  }

  refuseIfSpent(key: string): void {
    const level = this.left(key);
    if (level < 1) throw this.#refusal(1 - level);
  }

  charge(key: string, points: number): void {
    const now = performance.now();
    const bucket = this.#kept.open(key, now);
    bucket.levelAt(now);
    this.#take(bucket, points);
  }

  left(key: string): number {
    const now = performance.now();
    return this.#kept.find(key, now)?.levelAt(now) ?? this.terms.capacity;
  }

  #take(bucket: Bucket, points: number): void {
    bucket.take(points);
    this.#onTaken(bucket);
  }

  #refusal(missing: number): Refusal {
    this.#refused.inc();
    const { what, refillPerSecond } = this.terms;
    const retryAfterSeconds = Math.max(1, Math.ceil(missing / refillPerSecond));
    return new Refusal([{ code: 'RATE_LIMITED', message: `Too many ${what}; try again in ${retryAfterSeconds} s.`, retryAfterSeconds }]);
  }
}
