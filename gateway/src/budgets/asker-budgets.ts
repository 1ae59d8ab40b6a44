import { setTimeout as pause } from 'node:timers/promises';
import type { PlanningAccount } from '@agora/executor';
import { type Budget, type Budgets, type BudgetTerms, ownBudgets, unlimitedBudgets } from '@agora/platform/budgets/budgets';
import { addressKey } from '@agora/platform/budgets/address-key';
import { Refusal } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/service/every';
import type { Identity } from '@agora/platform/security/identity';
import type { GraphQLError } from 'graphql';
import { rateLimitedOverHttp } from '../errors/rate-limited.ts';

/** What may be spent in a minute. */
export interface PerMinute {
  /** By an account, from wherever it comes. */
  readonly costOfViewer: number;
  /** By all guests of one address. */
  readonly costOfGuest: number;
  /**
   * Of the gateway's core, by either, on parsing, validating and planning what it has never seen, and on decompressing. A document takes
   * up to 20 ms: of 3,000, a page of 20 new ones is well within it, and a flood has a twentieth of the core.
   */
  readonly learningMs: number;
}

/** What `Query.rateLimit` tells. */
export interface RateLimit {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: string;
  readonly windowSeconds: number;
}

const WINDOW_SECONDS = 60;
const LOOK_AGAIN_MS = 250;

/** An operation of which nothing ran; to refuse one takes 0.2 ms. Fifty people's tokens that run out at once are far fewer. */
const REFUSED = { capacity: 600, refillPerSecond: 10, what: 'refused operations' };

/** Milliseconds for what was never seen of everybody together, in one process: from however many addresses a flood comes, most of the core is for others. */
const ALL_LEARNING = { capacity: 6_000, refillPerSecond: 300, what: 'new documents' };
const EVERYBODY = 'everybody';

/** What may be asked by an account, or by all guests of one address. */
export class AskerBudgets implements Stoppable {
  readonly #budgets: Budgets;
  readonly #costOfViewer: Budget;
  readonly #costOfGuest: Budget;
  readonly #refused: Budget;
  readonly #learning: Budget;
  readonly #allLearning: Budget;
  /** The door makes an identity anew for each operation, so it tells one from another. */
  readonly #spent = new WeakMap<Identity, number>();

  constructor(budgets: Budgets, perMinute: PerMinute, allLearning: BudgetTerms = ALL_LEARNING) {
    this.#budgets = budgets;
    this.#costOfViewer = budgetOf(budgets, 'cost-viewer', perMinute.costOfViewer, 'costly operations');
    this.#costOfGuest = budgetOf(budgets, 'cost-guest', perMinute.costOfGuest, 'costly operations');
    this.#refused = budgets.budget('refused', REFUSED);
    this.#learning = budgetOf(budgets, 'learning', perMinute.learningMs, 'new documents');
    this.#allLearning = (budgets === unlimitedBudgets ? budgets : ownBudgets).budget('all-learning', allLearning);
  }

  /** Why nothing that this asker sends is looked at for now; null where it is. */
  refusal(asker: Identity): GraphQLError | null {
    return refusalOf(() => this.#refused.refuseIfSpent(keyOf(asker)));
  }

  /** Nothing ran of what was asked. */
  wasRefused(asker: Identity): void {
    this.#refused.charge(keyOf(asker), 1);
  }

  /** Why a document that was never seen is not looked at; null where it is. */
  refusalToLearn(asker: Identity): GraphQLError | null {
    return refusalOf(() => {
      this.#learning.refuseIfSpent(keyOf(asker));
      this.#allLearning.refuseIfSpent(EVERYBODY);
    });
  }

  /** Does what a document that was never seen makes necessary, on the account of whoever sent it. */
  learn<T>(asker: Identity, work: () => T): T {
    const begun = cpuMs();
    try {
      return work();
    } finally {
      this.chargeForLearning(asker, cpuMs() - begun);
    }
  }

  chargeForLearning(asker: Identity, ms: number): void {
    this.#learning.charge(keyOf(asker), ms);
    this.#allLearning.charge(EVERYBODY, ms);
  }

  /** Nobody else pays: one document could use up what everybody has together. */
  chargeForLostThread(asker: Identity, ms: number): void {
    this.#learning.charge(keyOf(asker), ms);
  }

  /** The same account for planning, which waits for its turn. */
  planning(asker: Identity): PlanningAccount {
    return new PlanningOf(asker, this);
  }

  /** Takes the cost of an operation; answers why it cannot. */
  spend(asker: Identity, cost: number): GraphQLError | null {
    this.#spent.set(asker, cost);
    return refusalOf(() => this.#costOf(asker).spend(keyOf(asker), cost));
  }

  /** For an operation of which nothing was executed, and that is asked again by another way. */
  giveBack(asker: Identity, cost: number): void {
    const budget = this.#costOf(asker);
    budget.charge(keyOf(asker), -Math.min(cost, budget.terms.capacity));
  }

  /** Takes the cost of what was not asked for just now, and so can wait while all is spent. It may owe, so that questions never starve it. */
  async spendOnceThere(asker: Identity, cost: number, isOver: () => boolean): Promise<void> {
    const budget = this.#costOf(asker);
    while (!isOver() && budget.left(keyOf(asker)) < 1) await pause(LOOK_AGAIN_MS, undefined, { ref: false });
    if (!isOver()) budget.charge(keyOf(asker), Math.min(cost, budget.terms.capacity));
  }

  /** Null where nothing is limited. */
  rateLimit(asker: Identity): RateLimit | null {
    if (this.#budgets === unlimitedBudgets) return null;
    const budget = this.#costOf(asker);
    const { capacity, refillPerSecond } = budget.terms;
    const left = budget.left(keyOf(asker));
    return {
      cost: this.#spent.get(asker) ?? 0,
      limit: capacity,
      remaining: Math.max(0, Math.floor(left)),
      resetAt: new Date(Date.now() + ((capacity - left) / refillPerSecond) * 1000).toISOString(),
      windowSeconds: WINDOW_SECONDS,
    };
  }

  stop(): Promise<void> {
    return this.#budgets.stop();
  }

  #costOf({ actor }: Identity): Budget {
    return actor ? this.#costOfViewer : this.#costOfGuest;
  }
}

/** Is made for every operation, and asked only about those that have to be planned. */
class PlanningOf implements PlanningAccount {
  readonly #asker: Identity;
  readonly #budgets: AskerBudgets;

  constructor(asker: Identity, budgets: AskerBudgets) {
    this.#asker = asker;
    this.#budgets = budgets;
  }

  get asker(): string {
    return keyOf(this.#asker);
  }

  refusal(): GraphQLError | null {
    return this.#budgets.refusalToLearn(this.#asker);
  }

  spent(cpuMs: number): void {
    this.#budgets.chargeForLearning(this.#asker, cpuMs);
  }

  lost(ms: number): void {
    this.#budgets.chargeForLostThread(this.#asker, ms);
  }
}

/** For an open graph. */
export const noAskerBudgets = new AskerBudgets(unlimitedBudgets, { costOfViewer: 1, costOfGuest: 1, learningMs: 1 });

function budgetOf(budgets: Budgets, name: string, perMinute: number, what: string): Budget {
  return budgets.budget(name, { capacity: perMinute, refillPerSecond: perMinute / WINDOW_SECONDS, what });
}

/** Not the time of the clock, in which other programs of a busy machine run as well. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** By whom an asker is known: an account by its id, a guest by the address. */
export function keyOf({ actor, ip }: Identity): string {
  return actor ? actor.id : addressKey(ip);
}

function refusalOf(attempt: () => unknown): GraphQLError | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return rateLimitedOverHttp(error.message, error.problems[0]?.retryAfterSeconds);
    throw error;
  }
}
