import { onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { OrderConfirmed } from '@agora/schema/events/order';
import { rememberPurchases } from './remember-purchases.ts';

export const purchases: Projection = {
  name: 'purchases',
  description: 'Who bought which product, how many units, and when.',
  tables: [{ name: 'purchase', key: ['order_id', 'product_id'] }],
  reactions: [onAll(OrderConfirmed, rememberPurchases)],
};
