import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { cancelOrder } from './cancel-order.ts';
import { lockSaga } from './lock-saga.ts';
import { sentences } from '../sentences.ts';

export interface RequestCancellation {
  readonly orderId: string;
  readonly buyerId: string;
  /** In the buyer's words. */
  readonly note: string | null;
}

/** The buyer cancels an order that has not ended. Money that is on its way for it is given back. */
export async function requestCancellation(em: EntityManager, { orderId, buyerId, note }: RequestCancellation): Promise<void> {
  await transaction(em, async (tx) => {
    const saga = prefixOf(orderId) === 'ord' ? await lockSaga(tx, { order: { id: orderId, buyerId } }) : null;
    if (!saga) throw new Refusal('NOT_FOUND', sentences.noSuchOrder, ['orderId']);
    if (saga.order.status !== 'PENDING') throw new Refusal('CONFLICT', sentences.tooLateToCancel, ['orderId']);
    const at = new Date();
    saga.abandon('The buyer cancelled.', at);
    await cancelOrder(tx, saga, 'BUYER_REQUEST', at, { actorId: buyerId, note });
  });
}
