import { on, type Reaction } from '@agora/platform/events/consumer';
import { OrderPlaced } from '@agora/schema/events/order';
import { validateCustomer } from './accounts/commands/validate-customer.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [on(OrderPlaced, (tx, order) => validateCustomer(tx, order))];
