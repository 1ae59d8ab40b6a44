import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { Sagas, StuckSaga } from '@agora/platform/operator/sagas';
import { CheckoutSaga } from '../model/checkout-saga.ts';
import { sentences } from '../sentences.ts';
import { cancelCheckout } from './cancel-checkout.ts';
import { type CheckoutKey, lockCheckout } from './lock-checkout.ts';
import { requestRunning } from './steps.ts';

/** Checkouts that wait for an operator, and what one may do about them. */
export const stuckCheckouts: Sagas = {
  async list(em, max) {
    const sagas = await em.fork().find(CheckoutSaga, { status: 'STUCK' }, { orderBy: { stuckAt: 'asc', id: 'asc' }, limit: max });
    return sagas.map(stuckOf);
  },

  async find(em, id) {
    const saga = await em.fork().findOne(CheckoutSaga, { id, status: 'STUCK' });
    return saga && stuckOf(saga);
  },

  /**
   * Asks once more for the step that it is stuck at, or for the money back where it was being undone. Refuses with NOT_FOUND, and with
   * CONFLICT for one that is not stuck.
   */
  async retry(em, id) {
    await transaction(em, async (tx) => {
      const saga = await lockStuck(tx, id);
      saga.retry(new Date());
      await requestRunning(tx, saga, { step: saga.running?.name ?? 'PROCESS_PAYMENT', what: 'saga.retried' });
    });
  },

  /** Cancels the order and undoes what was done. Refuses with NOT_FOUND, and with CONFLICT for one that is not stuck or whose order has ended. */
  async compensate(em, id, reason) {
    await transaction(em, async (tx) => {
      const saga = await lockStuck(tx, id);
      if (saga.order.status !== 'PENDING') throw new Refusal('CONFLICT', sentences.tooLateToCancel, ['sagaId']);
      const at = new Date();
      saga.abandon(reason, at);
      await cancelCheckout(tx, saga, { reason: 'SAGA_TIMED_OUT', note: reason }, at);
    });
  },
};

async function lockStuck(tx: EntityManager, id: string): Promise<CheckoutSaga> {
  const [key] = await query<CheckoutKey>(tx, `select order_id as "orderId", id as "sagaId" from checkout_saga where id = $1`, [id]);
  const saga = key && (await lockCheckout(tx, key));
  if (!saga) throw new Refusal('NOT_FOUND', sentences.noSuchCheckout, ['sagaId']);
  if (saga.status !== 'STUCK') throw new Refusal('CONFLICT', sentences.notStuckAnyMore, ['sagaId']);
  return saga;
}

function stuckOf({ id, order, steps, stuckAt, stuckReason, traceparent }: CheckoutSaga): StuckSaga {
  const step = steps.find(({ status }) => status === 'RUNNING' || status === 'FAILED');
  return {
    id,
    subjectId: order.id,
    step: step?.name ?? null,
    reason: stuckReason ?? '',
    stuckAt: stuckAt?.toISOString() ?? '',
    traceparent,
  };
}
