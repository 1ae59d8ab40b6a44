import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { CheckoutSaga } from '../model/checkout-saga.ts';

/**
 * The saga and its order. Whoever changes either holds the saga's lock, so events and feed entries of an order stand in
 * the order of its changes.
 */
export async function lockSaga(
  tx: EntityManager,
  where: { id: string } | { order: { id: string; buyerId: string } },
): Promise<CheckoutSaga | null> {
  return tx.findOne(CheckoutSaga, where, { populate: ['order'], lockMode: LockMode.PESSIMISTIC_WRITE });
}
