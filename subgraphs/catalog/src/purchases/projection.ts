import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { OrderConfirmed } from '@agora/schema/events/order';
import { rememberPurchase } from './remember-purchase.ts';

export const purchases: Projection = {
  name: 'purchases',
  description: 'Who bought which product, and how many units.',
  tables: [{ name: 'purchase', key: ['order_id', 'product_id'] }],
  reactions: [on(OrderConfirmed, rememberPurchase)],
};
