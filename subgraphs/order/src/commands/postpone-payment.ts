import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database';
import { lockSaga } from './lock-saga.ts';

/** Gives a claimed payment back: the provider is asked again after a while. */
export async function postponePayment(em: EntityManager, sagaId: string, error: string, waitMs: number): Promise<void> {
  await transaction(em, async (tx) => {
    const saga = await lockSaga(tx, { id: sagaId });
    saga?.askAgain(error, new Date(Date.now() + waitMs));
  });
}
