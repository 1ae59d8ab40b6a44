import * as z from 'zod';
import { event, id, instant } from './event.ts';

export const NotificationCreated = event('notification.created.v1', 'recipientId', 'Somebody was told something.', {
  notificationId: id('ntf'),
  recipientId: id('usr'),
  kind: z.enum(['ORDER_UPDATED', 'PRODUCT_SOLD', 'COMMENT_ADDED']),
  createdAt: instant,
});

export const OrderPartiesNotified = event(
  'notification.order.notified.v1',
  'orderId',
  'The buyer and the sellers of an order were told how it ended.',
  {
    orderId: id('ord'),
    sagaId: id('sag'),
  },
);
