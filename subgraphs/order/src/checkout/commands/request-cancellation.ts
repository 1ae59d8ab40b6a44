import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type Cancellation, cancelOrder } from '../../orders/commands/cancel-order.ts';
import { lockOrder } from '../../orders/commands/lock-order.ts';
import { sentences } from '../sentences.ts';
import { cancelCheckout } from './cancel-checkout.ts';
import { checkoutOf } from './lock-checkout.ts';

export interface RequestCancellation {
  readonly orderId: string;
  readonly buyerId: string;
  /** In the buyer's words. */
  readonly note: string | null;
}

/**
 * The buyer cancels an order that has not ended. Money that is on its way for it is given back.
 * @throws NOT_FOUND for anybody else's order; CONFLICT once it has ended.
 */
export async function requestCancellation(em: EntityManager, { orderId, buyerId, note }: RequestCancellation): Promise<void> {
  await transaction(em, async (tx) => {
    const order = prefixOf(orderId) === 'ord' ? await lockOrder(tx, { id: orderId, buyerId }) : null;
    if (!order) throw new Refusal('NOT_FOUND', sentences.noSuchOrder, ['orderId']);
    if (order.status !== 'PENDING') throw new Refusal('CONFLICT', sentences.tooLateToCancel, ['orderId']);
    const cancellation: Cancellation = { reason: 'BUYER_REQUEST', actorId: buyerId, note };
    const checkout = await checkoutOf(tx, order);
    if (!checkout) return void (await cancelOrder(tx, order, cancellation));
    const at = new Date();
    checkout.abandon('The buyer cancelled.', at);
    await cancelCheckout(tx, checkout, cancellation, at);
  });
}
