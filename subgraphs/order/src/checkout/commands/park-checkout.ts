import type { EntityManager } from '@mikro-orm/postgresql';
import { isTransient, transaction } from '@agora/platform/database/database';
import { isConnectionFailure } from '@agora/platform/database/database-errors';
import { messageOf } from '@agora/platform/errors';
import type { Logger } from '@agora/platform/observe/logging';
import { type CheckoutKey, lockCheckout } from './lock-checkout.ts';

/**
 * A checkout that threw is stuck until an operator decides.
 * @throws the error where not the checkout but the database failed.
 */
export async function parkCheckout(em: EntityManager, log: Logger, key: CheckoutKey, error: unknown): Promise<void> {
  if (isConnectionFailure(error) || isTransient(error)) throw error;
  const isStuck = await transaction(em, async (tx) => {
    const checkout = await lockCheckout(tx, key);
    return checkout?.park(messageOf(error), new Date()) ?? false;
  });
  log.error({ err: error, ...key }, isStuck ? 'A checkout is stuck.' : 'A checkout threw, and has ended meanwhile.');
}
