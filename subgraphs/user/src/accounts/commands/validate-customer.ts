import { query } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { CustomerRejected, CustomerValidated } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface ValidateCustomer {
  readonly orderId: string;
  readonly sagaId: string;
  readonly buyerId: string;
}

/** Answers whether the buyer of an order may buy: an account that is known and not suspended. */
export async function validateCustomer(tx: EntityManager, { orderId, sagaId, buyerId }: ValidateCustomer): Promise<void> {
  const about = { orderId, sagaId, userId: buyerId };
  const [buyer] = await query<{ suspended: boolean }>(tx, 'select suspended_at is not null as suspended from account where id = $1', [
    buyerId,
  ]);
  if (!buyer) await announce(tx, CustomerRejected, { ...about, reason: 'UNKNOWN' });
  else if (buyer.suspended) await announce(tx, CustomerRejected, { ...about, reason: 'SUSPENDED' });
  else await announce(tx, CustomerValidated, about);
}
