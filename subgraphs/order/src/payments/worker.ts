import type { Database } from '@agora/platform/database';
import { messageOf } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/every';
import type { Logger } from '@agora/platform/logging';
import { keepRunning } from '@agora/platform/loop';
import { traced } from '@agora/platform/trace';
import { claimPayments, type PaymentTask } from '../commands/claim-payments.ts';
import { postponePayment } from '../commands/postpone-payment.ts';
import { MOST_ATTEMPTS } from '../model/checkout-saga.ts';
import { chargeAnswered, chargeUndone, chargeUnanswered } from '../saga.ts';
import type { PaymentProvider } from './provider.ts';

const MOST_AT_ONCE = 32;
const POLL_MS = 500;
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

  const loop = keepRunning('The payment worker', log, async (run) => {
    while (!run.stopped) {
      const tasks = asking.size < MOST_AT_ONCE ? await claimPayments(database.fork(), MOST_AT_ONCE - asking.size) : [];
      for (const task of tasks) begin(task);
      run.healthy();
      if (tasks.length === 0) await run.sleep(POLL_MS);
    }
  });
  database.onAnnounced(() => loop.wake());

  const begin = (task: PaymentTask) => {
    const asked: Promise<void> = traced(task.traceparent, () => see({ database, provider, stopping: stopping.signal }, task))
      .catch((error: unknown) => log.warn({ err: error, sagaId: task.charge.sagaId }, 'A payment was not settled; its claim runs out.'))
      .finally(() => {
        asking.delete(asked);
        loop.wake();
      });
    asking.add(asked);
  };

  return {
    async stop() {
      const ended = loop.stop();
      stopping.abort();
      await ended;
      await Promise.all(asking);
    },
  };
}

interface Desk {
  readonly database: Database;
  readonly provider: PaymentProvider;
  readonly stopping: AbortSignal;
}

async function see(desk: Desk, task: PaymentTask): Promise<void> {
  const timeout = AbortSignal.timeout(task.patienceMs);
  const signal = AbortSignal.any([timeout, desk.stopping]);
  const settle = await (task.kind === 'CHARGE' ? charge(desk, task, signal) : undo(desk, task, signal));
  await settle();
}

type Settle = () => Promise<void>;

async function charge({ database, provider, stopping }: Desk, { charge, attempts }: PaymentTask, signal: AbortSignal): Promise<Settle> {
  const { sagaId } = charge;
  try {
    const answer = await provider.charge(charge, signal);
    return () => chargeAnswered(database.fork(), sagaId, answer);
  } catch (error) {
    if (stopping.aborted) return () => postponePayment(database.fork(), sagaId, 'Interrupted.', 0);
    if (signal.aborted) return () => chargeUnanswered(database.fork(), sagaId, 'The provider did not answer in time.');
    if (attempts >= MOST_ATTEMPTS) return () => chargeUnanswered(database.fork(), sagaId, messageOf(error));
    return () => postponePayment(database.fork(), sagaId, messageOf(error), CHARGE_AGAIN_MS);
  }
}

async function undo({ database, provider, stopping }: Desk, { charge }: PaymentTask, signal: AbortSignal): Promise<Settle> {
  const { sagaId } = charge;
  try {
    const answer = await provider.cancel(sagaId, signal);
    return () => chargeUndone(database.fork(), sagaId, answer === 'REFUNDED');
  } catch (error) {
    return () => postponePayment(database.fork(), sagaId, messageOf(error), stopping.aborted ? 0 : UNDO_AGAIN_MS);
  }
}
