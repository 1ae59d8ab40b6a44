import { event, id, instant } from './event.ts';
import { openEnum } from './open-enum.ts';

const notificationKind = openEnum(
  [
    'ORDER_UPDATED',
    'PRODUCT_SOLD',
    'STOCK_LOW',
    'SOLD_OUT',
    'PRODUCT_JOB_FINISHED',
    'COMMENT_ADDED',
    'PRODUCT_PUBLICATION_FAILED',
    'PRODUCT_TAKEN_DOWN',
    'REVIEW_RECEIVED',
    'REVIEW_DECIDED',
    'REVIEW_ANSWERED',
    'BACK_IN_STOCK',
    'PRICE_DROPPED',
    'REVIEW_REQUESTED',
    'REVIEW_SUBMITTED',
  ],
  { unknownAs: 'OTHER' },
);

export const NotificationCreated = event('notification.created.v1', 'recipientId', 'Somebody was told something.', {
  notificationId: id('ntf'),
  recipientId: id('usr'),
  kind: notificationKind.schema,
  createdAt: instant,
});

export const OrderPartiesNotified = event(
  'notification.order.notified.v1',
  'orderId',
  'The buyer and the sellers of an order were told how it ended.',
  {
    orderId: id('ord'),
    sagaId: id('sag').optional().describe('The checkout that ended the order, where one did.'),
  },
);
