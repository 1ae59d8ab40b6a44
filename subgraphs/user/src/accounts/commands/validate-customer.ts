import { announce } from '@agora/platform/events/event-log';
import { boolean } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
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
  const [buyer] = await standingOf(tx, [buyerId]);
  if (!buyer) await announce(tx, CustomerRejected, { ...about, reason: 'UNKNOWN' });
  else if (buyer.isSuspended) await announce(tx, CustomerRejected, { ...about, reason: 'SUSPENDED' });
  else await announce(tx, CustomerValidated, about);
}

const standingOf = statement(
  { isSuspended: boolean('suspended_at is not null') },
  (columns) => `select ${columns} from account where id = $1`,
);
