import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { Sagas, StuckSaga } from '@agora/platform/operator/sagas';
import { statement } from '@agora/platform/reading/statement';
import { Checkout } from '../model/checkout.ts';
import { sentences } from '../sentences.ts';
import { cancelCheckout } from './cancel-checkout.ts';
import { leavePayment } from './leave-payment.ts';
import { KEY, lockCheckout } from './lock-checkout.ts';
import { requestRunning } from './steps.ts';

/** Checkouts that wait for an operator, and what one may do about them. */
export const stuckCheckouts: Sagas = {
  async list(em, max) {
    const checkouts = await em.fork().find(Checkout, { status: 'STUCK' }, { orderBy: { stuckAt: 'asc', id: 'asc' }, limit: max });
    return checkouts.map(stuckOf);
  },

  async find(em, id) {
    const checkout = await em.fork().findOne(Checkout, { id, status: 'STUCK' });
    return checkout && stuckOf(checkout);
  },

  /**
   * Asks once more for the step that it is stuck at, or for the money back where it was being undone.
   * @throws NOT_FOUND; CONFLICT for one that is not stuck.
   */
  async retry(em, id) {
    await transaction(em, async (tx) => {
      const checkout = await lockStuck(tx, id);
      checkout.retry(new Date());
      await requestRunning(tx, checkout, { step: checkout.running?.name ?? 'PROCESS_PAYMENT', what: 'saga.retried' });
      leavePayment(tx, checkout);
    });
  },

  /**
   * Cancels the order and undoes what was done.
   * @throws NOT_FOUND; CONFLICT for one that is not stuck or whose order has ended.
   */
  async compensate(em, id, reason) {
    await transaction(em, async (tx) => {
      const checkout = await lockStuck(tx, id);
      if (checkout.order.status !== 'PENDING') throw new Refusal('CONFLICT', sentences.tooLateToCancel, ['sagaId']);
      const at = new Date();
      checkout.abandon(reason, at);
      await cancelCheckout(tx, checkout, { reason: 'SAGA_TIMED_OUT', note: reason }, at);
    });
  },
};

const keyById = statement(KEY, (columns) => `select ${columns} from checkout_saga where id = $1`);

async function lockStuck(tx: EntityManager, id: string): Promise<Checkout> {
  const [key] = await keyById(tx, [id]);
  const checkout = key && (await lockCheckout(tx, key));
  if (!checkout) throw new Refusal('NOT_FOUND', sentences.noSuchCheckout, ['sagaId']);
  if (checkout.status !== 'STUCK') throw new Refusal('CONFLICT', sentences.notStuckAnyMore, ['sagaId']);
  return checkout;
}

function stuckOf({ id, order, steps, stuckAt, stuckReason, traceparent }: Checkout): StuckSaga {
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
