import type { Budget, Budgets, BudgetTerms } from './budget.ts';
import { SharedLevels } from './shared-levels.ts';
import { TokenBudget } from './token-budget.ts';
import type { Logger } from '../observe/logging.ts';

export type { Budget, Budgets, BudgetTerms };

export interface BudgetsOptions {
  /** Where processes share their budgets; without it each has its own. */
  readonly redisUrl: string | undefined;
  readonly log: Logger;
}

/** Never waits for Redis, and never fails for want of it: without it, each process counts by itself, which is said once. */
export function openBudgets({ redisUrl, log }: BudgetsOptions): Budgets {
  if (redisUrl === undefined) return ownBudgets;
  let shared: SharedLevels | undefined;
  return {
    budget(name, terms) {
      const levels = (shared ??= new SharedLevels(redisUrl, log));
      return new TokenBudget(name, terms, (bucket) => levels.taken(name, bucket));
    },
    stop: async () => shared?.stop(),
  };
}

/** Budgets that this process counts by itself, whatever others do. */
export const ownBudgets: Budgets = {
  budget: (name, terms) => new TokenBudget(name, terms, () => {}),
  stop: () => Promise.resolve(),
};

/** Budgets that never run out, for AGORA_RATE_LIMIT=off. */
export const unlimitedBudgets: Budgets = {
  budget: (_name, terms) => ({
    terms,
    spend: () => terms.capacity,
    refuseIfSpent: () => {},
    charge: () => {},
    left: () => terms.capacity,
  }),
  stop: () => Promise.resolve(),
};
