import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Order } from '../model/order.ts';

/**
 * Whoever changes an order, or a process that it is in, holds the order's lock, so that its events and feed entries stand in
 * the order of its changes. Read what belongs to it after this, so that it is as of the lock.
 */
export async function lockOrder(tx: EntityManager, where: { id: string; buyerId?: string }): Promise<Order | null> {
  return tx.findOne(Order, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
