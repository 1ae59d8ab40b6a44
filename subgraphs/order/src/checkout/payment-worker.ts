import type { Database } from '@agora/platform/database/database';
import { messageOf } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { traced } from '@agora/platform/observe/trace';
import type { PaymentProvider } from '../payments/provider.ts';
import { claimPayments, nextPaymentDue, type PaymentTask } from './commands/claim-payments.ts';
import { CLAIMED_PAYMENTS, PAYMENTS } from './commands/leave-payment.ts';
import { parkCheckout } from './commands/park-checkout.ts';
import { postponePayment } from './commands/postpone-payment.ts';
import { chargeAnswered, chargeUndone, chargeUnanswered } from './saga.ts';

const MAX_AT_ONCE = 32;
/** How often a worker looks for what became due without its process knowing. */
const LOOK_MS = 10_000;
const CHARGE_AGAIN_MS = 1_000;
const UNDO_AGAIN_MS = 5_000;

/**
 * Asks the payment provider whatever is due, outside any transaction, and commits its answers. A worker that dies after
 * the provider took money is followed by one that asks again, for the provider knows the saga.
 */
export function startPaymentWorker(options: { database: Database; provider: PaymentProvider; log: Logger }): Stoppable {
  const { database, provider, log } = options;
  const stopping = new AbortController();
  const asking = new Set<Promise<void>>();
  /** Claimed by others of this process, and not asked yet. */
  const claimed: PaymentTask[] = [];

  const loop = workWhenDue('The payment worker', {
    database,
    log,
    lookMs: LOOK_MS,
    isWokenBy: ({ work }) => work.has(PAYMENTS),
    async work(run) {
      while (!run.stopped && asking.size < MAX_AT_ONCE) {
        const room = MAX_AT_ONCE - asking.size;
        const tasks = await claimPayments(database.fork(), room);
        for (const task of tasks) begin(task);
        // What is due then is another worker's, whose claim is not committed yet.
        if (tasks.length < room) return nextPaymentDue(database.fork());
      }
      return null;
    },
  });

  const begin = (task: PaymentTask) => {
    const asked: Promise<void> = traced(task.traceparent, () => process({ database, provider, log, stopping: stopping.signal }, task))
      .catch((error: unknown) => log.warn({ err: error, ...task.key }, 'A payment was not settled; its claim runs out.'))
      .finally(() => {
        const wasFull = asking.size >= MAX_AT_ONCE;
        asking.delete(asked);
        beginClaimed();
        if (wasFull) loop.wake();
      });
    asking.add(asked);
  };

  const beginClaimed = () => {
    for (const task of claimed.splice(0, MAX_AT_ONCE - asking.size)) begin(task);
  };
  database.onAnnounced(({ work }) => {
    if (stopping.signal.aborted) return;
    claimed.push(...((work.get(CLAIMED_PAYMENTS) ?? []) as PaymentTask[]));
    beginClaimed();
  });

  return {
    async stop() {
      claimed.length = 0;
      const ended = loop.stop();
      stopping.abort();
      await ended;
      await Promise.all(asking);
    },
  };
}

interface Surroundings {
  readonly database: Database;
  readonly provider: PaymentProvider;
  readonly log: Logger;
  readonly stopping: AbortSignal;
}

/** A checkout that cannot take the provider's answer is stuck: the provider would only say the same again. */
async function process(given: Surroundings, task: PaymentTask): Promise<void> {
  const timeout = AbortSignal.timeout(task.timeoutMs);
  const signal = AbortSignal.any([timeout, given.stopping]);
  const settle = await (task.kind === 'CHARGE' ? charge(given, task, signal) : undo(given, task, signal));
  try {
    await settle();
  } catch (error) {
    await parkCheckout(given.database.fork(), given.log, task.key, error);
  }
}

type Settle = () => Promise<void>;

async function charge({ database, provider, stopping }: Surroundings, task: PaymentTask, signal: AbortSignal): Promise<Settle> {
  const { key, charge, isLastAttempt } = task;
  try {
    const answer = await provider.charge(charge, signal);
    return () => chargeAnswered(database.fork(), key, answer);
  } catch (error) {
    if (stopping.aborted) return () => postponePayment(database.fork(), key, 'Interrupted.', 0);
    if (signal.aborted) return () => chargeUnanswered(database.fork(), key, 'The provider did not answer in time.');
    if (isLastAttempt) return () => chargeUnanswered(database.fork(), key, messageOf(error));
    return () => postponePayment(database.fork(), key, messageOf(error), CHARGE_AGAIN_MS);
  }
}

async function undo({ database, provider, stopping }: Surroundings, { key }: PaymentTask, signal: AbortSignal): Promise<Settle> {
  try {
    const answer = await provider.cancel(key.sagaId, signal);
    return () => chargeUndone(database.fork(), key, answer === 'REFUNDED');
  } catch (error) {
    return () => postponePayment(database.fork(), key, messageOf(error), stopping.aborted ? 0 : UNDO_AGAIN_MS);
  }
}
