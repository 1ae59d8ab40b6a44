import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { OrderDelivered } from '@agora/schema/events/order';
import { rememberDelivery } from './remember-delivery.ts';

export const deliveries: Projection = {
  name: 'deliveries',
  description: 'What arrived at whom: reviews of it are of a verified purchase.',
  tables: [{ name: 'delivery', key: ['order_id', 'variant_id'] }],
  reactions: [on(OrderDelivered, rememberDelivery)],
};
