import type { Stoppable } from '../service/every.ts';

/** The measures of a token bucket (https://en.wikipedia.org/wiki/Token_bucket): full at first, it fills again at a steady rate. */
export interface BucketSize {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

export interface BudgetTerms extends BucketSize {
  /** What is counted, as a refusal says it: "Too many registrations; try again in 12 s." */
  readonly what: string;
}

/**
 * Token buckets of one size, one for each key. None of its verbs waits for anything. What refuses is a RATE_LIMITED with
 * `retryAfterSeconds`, and takes nothing.
 */
export interface Budget {
  readonly terms: BudgetTerms;
  /** Takes points, refused where fewer are left, and answers what is left then. More than the capacity costs a full bucket. */
  spend(key: string, points?: number): number;
  /** Refuses while less than one point is left. */
  refuseIfSpent(key: string): void;
  /** Takes points whether there are enough or not, for what shows its price only afterwards; the rest is owed. */
  charge(key: string, points: number): void;
  /** Points that are there now. */
  left(key: string): number;
}

export interface Budgets extends Stoppable {
  /** `name` is unique in the installation: budgets of one name are the same buckets in every process that shares them. */
  budget(name: string, terms: BudgetTerms): Budget;
}
