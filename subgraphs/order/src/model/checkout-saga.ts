import { newRow } from '@agora/platform/database/new-row';
import { impersonal, keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Order } from './order.ts';

export const STEPS = ['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'PROCESS_PAYMENT', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'] as const;
export type StepName = (typeof STEPS)[number];

export const STEP_STATUSES = ['PENDING', 'RUNNING', 'DONE', 'FAILED', 'COMPENSATED'] as const;
export const SAGA_STATUSES = ['RUNNING', 'COMPLETED', 'COMPENSATING', 'COMPENSATED', 'STUCK'] as const;

export interface Step {
  readonly name: StepName;
  readonly status: (typeof STEP_STATUSES)[number];
  readonly attempts: number;
  readonly lastError: string | null;
  /** RFC 3339, UTC. */
  readonly completedAt: string | null;
}

/** How often an answer is waited for before a step is given up. */
export const MOST_ATTEMPTS = 3;

/** A claim that outlived the call it was made for by this much is a lost worker's. */
const LEASE_FACTOR = 1.5;

const CheckoutSagaSchema = defineEntity({
  name: 'CheckoutSaga',
  properties: {
    ...impersonal({
      id: p.text().primary(),
      order: () => p.oneToOne(Order).owner(),
      status: p.enum(SAGA_STATUSES),
      steps: p.json<readonly Step[]>(),
      traceparent: p.text(),
      patienceMs: p.integer(),
      deadlineAt: p.datetime(3).nullable(),
      paymentDueAt: p.datetime(3).nullable(),
    }),
    ...keptByLaw('order.buyerId', { paymentMethodId: p.text() }),
  },
  indexes: [
    { name: 'checkout_saga_deadline_at_index', properties: ['deadlineAt'], where: 'deadline_at is not null' },
    { name: 'checkout_saga_payment_due_at_index', properties: ['paymentDueAt'], where: 'payment_due_at is not null' },
  ],
});

/**
 * How far a checkout is. One step runs at a time; every verb says whether it changed anything, so that late and repeated
 * answers end here. `deadlineAt` is when the running step's answer is late, `paymentDueAt` when the payment provider must
 * be asked for something (again). `patienceMs` is how long an answer may take, `traceparent` the checkout that began it.
 */
export class CheckoutSaga extends CheckoutSagaSchema.class {
  static begin(
    given: { id: string; order: Order; paymentMethodId: string; traceparent: string; patienceMs: number },
    at: Date,
  ): CheckoutSaga {
    const steps = STEPS.map((name) => ({ name, status: 'PENDING' as const, attempts: 0, lastError: null, completedAt: null }));
    const saga = newRow(CheckoutSaga, { ...given, status: 'RUNNING' as const, steps, deadlineAt: null, paymentDueAt: null });
    run(saga, 'VALIDATE_CUSTOMER', at);
    return saga;
  }

  step(name: StepName): Step {
    const step = this.steps.find((each) => each.name === name);
    if (!step) throw new Error(`A saga without the step ${name}.`);
    return step;
  }

  get running(): Step | null {
    return this.steps.find(({ status }) => status === 'RUNNING') ?? null;
  }

  /** The step is done and the next one begins; false when it was not waited for. Notice of NOTIFY_PARTIES is never too late. */
  advance(name: StepName, at: Date): boolean {
    const { status } = this.step(name);
    const isWaitedFor = status === 'RUNNING' || (name === 'NOTIFY_PARTIES' && status === 'FAILED');
    if (!isWaitedFor) return false;
    change(this, name, { status: 'DONE', lastError: null, completedAt: at.toISOString() });
    this.deadlineAt = null;
    const next = nextOf(name);
    if (next) {
      this.paymentDueAt = null;
      run(this, next, at);
    } else if (this.status === 'RUNNING' || this.status === 'STUCK') {
      this.status = 'COMPLETED';
    }
    return true;
  }

  /** The answer of the running step is late: it is waited for again, for longer each time; false when that was enough. */
  waitAgain(at: Date): boolean {
    const { running } = this;
    if (!running || running.attempts >= MOST_ATTEMPTS) return false;
    const attempts = running.attempts + 1;
    change(this, running.name, { attempts, lastError: 'The answer is late.' });
    this.deadlineAt = after(at, this.patienceMs * (attempts - 1));
    return true;
  }

  isLate(at: Date): boolean {
    return this.deadlineAt != null && this.deadlineAt <= at;
  }

  /** The answer to the step was no; false when it was not waited for. */
  fail(name: StepName, error: string): boolean {
    if (this.running?.name !== name) return false;
    change(this, name, { status: 'FAILED', lastError: error });
    this.status = 'COMPENSATING';
    this.deadlineAt = null;
    this.paymentDueAt = null;
    return true;
  }

  /**
   * The running step is given up without an answer. Where the provider may have taken money without our knowing, it is
   * due to be asked to give it back. False when there is nothing to give up.
   */
  abandon(error: string, at: Date): boolean {
    const { running } = this;
    if (!running || running.name === 'NOTIFY_PARTIES' || !this.fail(running.name, error)) return false;
    if (running.name === 'PROCESS_PAYMENT' && running.attempts > 0) this.paymentDueAt = at;
    return true;
  }

  /** The order was cancelled: its stock goes back, and the parties are to be told. */
  compensate(at: Date): void {
    if (this.step('RESERVE_STOCK').status === 'DONE') change(this, 'RESERVE_STOCK', { status: 'COMPENSATED' });
    this.status = this.paymentDueAt ? 'COMPENSATING' : 'COMPENSATED';
    run(this, 'NOTIFY_PARTIES', at);
  }

  /** The parties were not told in time; that undoes nothing. */
  giveUpNotifying(): void {
    change(this, 'NOTIFY_PARTIES', { status: 'FAILED', lastError: 'Nobody answered.' });
    this.deadlineAt = null;
    if (this.status === 'RUNNING') this.status = 'STUCK';
  }

  /** What the provider is to be asked now, if anything; until the lease ends, nobody else asks. */
  claimPayment(at: Date): 'CHARGE' | 'UNDO' | null {
    if (!this.paymentDueAt || this.paymentDueAt > at) return null;
    this.paymentDueAt = after(at, this.patienceMs * LEASE_FACTOR);
    if (this.status === 'COMPENSATING') return 'UNDO';
    change(this, 'PROCESS_PAYMENT', { attempts: this.step('PROCESS_PAYMENT').attempts + 1 });
    return 'CHARGE';
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
    if (this.status !== 'COMPENSATED' || this.step('PROCESS_PAYMENT').status === 'COMPENSATED') return false;
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
CheckoutSagaSchema.setClass(CheckoutSaga);

/** The payment's next attempt is a worker's; all other steps have begun when their request is announced. */
function run(saga: CheckoutSaga, name: StepName, at: Date): void {
  const isPayment = name === 'PROCESS_PAYMENT';
  change(saga, name, { status: 'RUNNING', attempts: isPayment ? 0 : 1 });
  if (isPayment) saga.paymentDueAt = at;
  else saga.deadlineAt = after(at, saga.patienceMs);
}

function change(saga: CheckoutSaga, name: StepName, to: Partial<Step>): void {
  saga.steps = saga.steps.map((step) => (step.name === name ? { ...step, ...to } : step));
}

function nextOf(name: StepName): StepName | undefined {
  return STEPS[STEPS.indexOf(name) + 1];
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
