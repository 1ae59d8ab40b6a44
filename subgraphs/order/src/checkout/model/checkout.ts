import { newRow } from '@agora/platform/database/new-row';
import { impersonal, keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Order } from '../../orders/model/order.ts';

export const STEP_NAMES = ['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'PROCESS_PAYMENT', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'] as const;
export type StepName = (typeof STEP_NAMES)[number];

export const STEP_STATUSES = ['PENDING', 'RUNNING', 'DONE', 'FAILED', 'COMPENSATED'] as const;
export const CHECKOUT_STATUSES = ['RUNNING', 'COMPLETED', 'COMPENSATING', 'COMPENSATED', 'STUCK'] as const;
type CheckoutStatus = (typeof CHECKOUT_STATUSES)[number];

export interface Step {
  readonly name: StepName;
  readonly status: (typeof STEP_STATUSES)[number];
  readonly attempts: number;
  /** How many of the attempts an operator's retry forgave. */
  readonly forgivenAttempts?: number;
  readonly lastError: string | null;
  /** RFC 3339, UTC. */
  readonly completedAt: string | null;
}

/** How often an answer is waited for, or the provider is asked for the money, before a step is given up. */
const MAX_ATTEMPTS = 3;

/** A claim lasts this many timeouts: one that is older is a lost worker's. */
const LEASE_FACTOR = 1.5;

const CheckoutSchema = defineEntity({
  name: 'Checkout',
  tableName: 'checkout_saga',
  properties: {
    ...keptByLaw('order.buyerId', {
      id: p.text().primary(),
      order: () => p.oneToOne(Order).owner(),
      status: p.enum(CHECKOUT_STATUSES),
      steps: p.json<readonly Step[]>(),
      paymentMethodId: p.text(),
      /** Why it waits for an operator. */
      stuckReason: p.text().nullable(),
    }),
    ...impersonal({
      /** Of the request that began it: https://www.w3.org/TR/trace-context/#traceparent-header */
      traceparent: p.text(),
      /** How long an answer may take. */
      timeoutMs: p.integer(),
      /** When the running step's answer is late. */
      deadlineAt: p.datetime(3).nullable(),
      /** When the payment provider is to be asked, or asked again. */
      paymentDueAt: p.datetime(3).nullable(),
      stuckAt: p.datetime(3).nullable(),
    }),
  },
  indexes: [
    { name: 'checkout_saga_deadline_at_index', properties: ['deadlineAt'], where: 'deadline_at is not null' },
    { name: 'checkout_saga_payment_due_at_index', properties: ['paymentDueAt'], where: 'payment_due_at is not null' },
    { name: 'checkout_saga_stuck_at_index', properties: ['stuckAt'], where: 'stuck_at is not null' },
  ],
  checks: [
    { name: 'checkout_saga_stuck_check', expression: "(status = 'STUCK') = (stuck_at is not null)" },
    { name: 'checkout_saga_stuck_reason_check', expression: '(stuck_at is null) = (stuck_reason is null)' },
  ],
});

/**
 * How far a checkout is, a saga: https://www.cs.cornell.edu/andru/cs711/2002fa/reading/sagas.pdf. It walks the steps that it began
 * with, whatever later versions begin with; one runs at a time. Every verb says whether it changed anything, so that late and
 * repeated answers end here.
 */
export class Checkout extends CheckoutSchema.class {
  static begin(
    given: { id: string; order: Order; paymentMethodId: string; traceparent: string; timeoutMs: number; steps: readonly StepName[] },
    at: Date,
  ): Checkout {
    const [first] = given.steps;
    if (!first) throw new Error('A checkout without steps.');
    const steps = given.steps.map((name) => ({ name, status: 'PENDING' as const, attempts: 0, lastError: null, completedAt: null }));
    const idle = { deadlineAt: null, paymentDueAt: null, stuckAt: null, stuckReason: null };
    const checkout = newRow(Checkout, { ...given, ...idle, status: 'RUNNING' as const, steps });
    run(checkout, first, at);
    return checkout;
  }

  /** Undefined when it does not go through this step. */
  step(name: StepName): Step | undefined {
    return this.steps.find((each) => each.name === name);
  }

  get running(): Step | undefined {
    return this.steps.find(({ status }) => status === 'RUNNING');
  }

  /** The step is done and the next one begins; false when it was not waited for. Notice of NOTIFY_PARTIES is never too late. */
  advance(name: StepName, at: Date): boolean {
    const status = this.step(name)?.status;
    const isWaitedFor = status === 'RUNNING' || (name === 'NOTIFY_PARTIES' && status === 'FAILED');
    if (!isWaitedFor) return false;
    change(this, name, { status: 'DONE', lastError: null, completedAt: at.toISOString() });
    this.deadlineAt = null;
    resume(this, at);
    if (this.status !== 'RUNNING') return true;
    this.paymentDueAt = null;
    const next = this.steps.find((step) => step.status === 'PENDING');
    if (next) run(this, next.name, at);
    else this.status = 'COMPLETED';
    return true;
  }

  /** The answer of the running step is late: it is waited for again, for longer each time; false when that was enough. */
  waitAgain(at: Date): boolean {
    const { running } = this;
    if (!running || running.attempts >= MAX_ATTEMPTS) return false;
    const attempts = running.attempts + 1;
    change(this, running.name, { attempts, lastError: 'The answer is late.' });
    this.deadlineAt = after(at, this.timeoutMs * (attempts - 1));
    return true;
  }

  isLate(at: Date): boolean {
    return this.deadlineAt != null && this.deadlineAt <= at;
  }

  /** The answer to the step was no; false when it was not waited for. */
  fail(name: StepName, error: string): boolean {
    if (this.running?.name !== name) return false;
    change(this, name, { status: 'FAILED', lastError: error });
    unpark(this, 'COMPENSATING');
    this.deadlineAt = null;
    this.paymentDueAt = null;
    return true;
  }

  /**
   * Gives the running step up without an answer. Where the provider may have taken money, it is to be asked for it back. False
   * when there is nothing to give up.
   */
  abandon(error: string, at: Date): boolean {
    const { running } = this;
    if (running?.name === 'NOTIFY_PARTIES') return false;
    resume(this, at);
    if (!running || !this.fail(running.name, error)) return false;
    if (running.name === 'PROCESS_PAYMENT' && running.attempts > 0) this.paymentDueAt = at;
    return true;
  }

  /** Whoever did the step undoes it when the order is cancelled. */
  undo(name: StepName): void {
    if (this.step(name)?.status === 'DONE') change(this, name, { status: 'COMPENSATED' });
  }

  /** The payment was taken, and must go back. */
  undoPayment(at: Date): void {
    if (this.step('PROCESS_PAYMENT')?.status === 'DONE') this.paymentDueAt = at;
  }

  /** Only the money may still have to go back: then it is COMPENSATING until it has. The parties are to be told either way. */
  compensate(at: Date): void {
    this.status = this.paymentDueAt ? 'COMPENSATING' : 'COMPENSATED';
    if (this.step('NOTIFY_PARTIES')) run(this, 'NOTIFY_PARTIES', at);
  }

  /** The parties were not told in time; that undoes nothing. */
  giveUpNotifying(at: Date): void {
    const error = 'Nobody answered.';
    change(this, 'NOTIFY_PARTIES', { status: 'FAILED', lastError: error });
    if (this.status === 'RUNNING') this.park(error, at);
    this.deadlineAt = null;
  }

  /**
   * Nothing is done about it until an operator decides, or the answer that it waits for comes after all. False when it waits for
   * nothing, because it has ended.
   */
  park(reason: string, at: Date): boolean {
    if (!this.deadlineAt && !this.paymentDueAt) return false;
    this.status = 'STUCK';
    this.stuckAt = at;
    this.stuckReason = reason;
    this.deadlineAt = null;
    this.paymentDueAt = null;
    return true;
  }

  /** Begins the step that it is stuck at once more, or its compensation; false when it is not stuck. */
  retry(at: Date): boolean {
    if (!resume(this, at)) return false;
    const step = this.running ?? this.steps.find(({ name, status }) => name === 'NOTIFY_PARTIES' && status === 'FAILED');
    if (!step) return true;
    run(this, step.name, at);
    if (step.name === 'PROCESS_PAYMENT') change(this, step.name, { forgivenAttempts: this.attemptsToPay });
    return true;
  }

  /** What the provider is to be asked now, if anything; until the lease ends, nobody else asks. */
  claimPayment(at: Date): 'CHARGE' | 'UNDO' | null {
    if (!this.paymentDueAt || this.paymentDueAt > at) return null;
    this.paymentDueAt = after(at, this.timeoutMs * LEASE_FACTOR);
    if (this.status === 'COMPENSATING') return 'UNDO';
    change(this, 'PROCESS_PAYMENT', { attempts: this.attemptsToPay + 1 });
    return 'CHARGE';
  }

  /** How often the provider was asked for the money. */
  get attemptsToPay(): number {
    return this.step('PROCESS_PAYMENT')?.attempts ?? 0;
  }

  /** Whether the provider was asked MAX_ATTEMPTS times since the step began, or was retried. */
  get isPaymentExhausted(): boolean {
    return this.attemptsToPay - (this.step('PROCESS_PAYMENT')?.forgivenAttempts ?? 0) >= MAX_ATTEMPTS;
  }

  /** The provider is to be asked once more, not before `dueAt`; false when there is nothing left to ask. */
  askAgain(error: string, dueAt: Date): boolean {
    if (!this.paymentDueAt) return false;
    change(this, 'PROCESS_PAYMENT', { lastError: error });
    this.paymentDueAt = dueAt;
    return true;
  }

  /** Money came although everything was undone: it must go back. */
  takenTooLate(at: Date): boolean {
    if (this.status !== 'COMPENSATED' || this.step('PROCESS_PAYMENT')?.status === 'COMPENSATED') return false;
    this.status = 'COMPENSATING';
    this.paymentDueAt = at;
    return true;
  }

  /** The provider holds no money of this checkout, and will take none. */
  paymentUndone(wasTaken: boolean, at: Date): boolean {
    if (this.status !== 'COMPENSATING' || !this.paymentDueAt) return false;
    this.paymentDueAt = null;
    if (wasTaken) change(this, 'PROCESS_PAYMENT', { status: 'COMPENSATED', completedAt: at.toISOString() });
    if (this.order.status === 'CANCELLED') this.status = 'COMPENSATED';
    return true;
  }
}
CheckoutSchema.setClass(Checkout);

/** A worker counts the attempts at the payment when it claims them; of every other step, the request that follows is the first. */
function run(checkout: Checkout, name: StepName, at: Date): void {
  const isPayment = name === 'PROCESS_PAYMENT';
  change(checkout, name, { status: 'RUNNING', attempts: isPayment ? checkout.attemptsToPay : 1 });
  if (isPayment) checkout.paymentDueAt = at;
  else checkout.deadlineAt = after(at, checkout.timeoutMs);
}

/** Goes on where it was stuck, forward or with its compensation; false when it was not stuck. */
function resume(checkout: Checkout, at: Date): boolean {
  if (checkout.status !== 'STUCK') return false;
  const payment = checkout.step('PROCESS_PAYMENT');
  const isUndoing = checkout.order.status === 'CANCELLED' || payment?.status === 'FAILED';
  if (isUndoing && checkout.attemptsToPay > 0 && payment?.status !== 'COMPENSATED') checkout.paymentDueAt = at;
  unpark(checkout, !isUndoing ? 'RUNNING' : checkout.paymentDueAt ? 'COMPENSATING' : 'COMPENSATED');
  return true;
}

function unpark(checkout: Checkout, status: CheckoutStatus): void {
  checkout.status = status;
  checkout.stuckAt = null;
  checkout.stuckReason = null;
}

function change(checkout: Checkout, name: StepName, to: Partial<Step>): void {
  checkout.steps = checkout.steps.map((step) => (step.name === name ? { ...step, ...to } : step));
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
