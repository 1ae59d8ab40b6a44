import * as z from 'zod';
import { event, id, instant, money } from './event.ts';
import { openEnum } from './open-enum.ts';

const line = z.object({
  variantId: id('var'),
  productId: id('prd'),
  sellerId: id('usr'),
  productName: z.string(),
  quantity: z.int().positive(),
  unitPrice: money,
});

const about = { orderId: id('ord'), sagaId: id('sag') };
const facts = { orderId: id('ord'), number: z.string(), buyerId: id('usr'), lines: z.array(line).min(1), total: money };
const ended = { ...facts, sagaId: id('sag').optional().describe('The checkout that set stock aside for the order, where one did.') };

export const cancellationReason = openEnum(
  ['OUT_OF_STOCK', 'PAYMENT_DECLINED', 'PAYMENT_TIMED_OUT', 'CUSTOMER_INVALID', 'BUYER_REQUEST', 'SAGA_TIMED_OUT'],
  { unknownAs: 'OTHER' },
);

const paymentFailure = openEnum(['DECLINED', 'TIMED_OUT'], { unknownAs: 'DECLINED' });

const checkoutStep = openEnum(['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'PROCESS_PAYMENT', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'], {
  unknownAs: 'OTHER',
});

export const OrderPlaced = event('order.placed.v1', 'orderId', 'A buyer completed a checkout; user answers whether the buyer may buy.', {
  ...facts,
  ...about,
  placedAt: instant,
});

export const StockRequested = event(
  'order.stock.requested.v1',
  'orderId',
  'An order needs its stock; catalog answers with reserved or rejected.',
  {
    ...about,
    lines: z.array(z.object({ variantId: id('var'), quantity: z.int().positive() })).min(1),
  },
);

export const StockUnclaimed = event(
  'order.stock.unclaimed.v1',
  'orderId',
  'Nothing will come of what is set aside for this checkout: order does not know it, or has cancelled its order.',
  about,
);

export const PaymentSucceeded = event('order.payment.succeeded.v1', 'orderId', 'The payment provider took the money.', {
  ...about,
  amount: money,
});

export const PaymentFailed = event('order.payment.failed.v1', 'orderId', 'The payment provider did not take the money.', {
  ...about,
  amount: money,
  reason: paymentFailure.schema,
});

export const PaymentRefunded = event('order.payment.refunded.v1', 'orderId', 'Money that was taken for an order went back.', {
  ...about,
  amount: money,
});

export const OrderConfirmed = event(
  'order.confirmed.v1',
  'orderId',
  'The order is a sale; catalog sells what was set aside for it.',
  ended,
);

export const OrderCancelled = event('order.cancelled.v1', 'orderId', 'The order ended without a sale; catalog gives its stock back.', {
  ...ended,
  reason: cancellationReason.schema,
});

export const OrderDelivered = event('order.delivered.v1', 'orderId', 'Every unit of an order arrived; what was bought can be judged.', {
  orderId: id('ord'),
  buyerId: id('usr'),
  lines: z.array(z.object({ variantId: id('var'), productId: id('prd'), quantity: z.int().positive() })).min(1),
  deliveredAt: instant,
});

export const SagaProgressed = event('order.saga.progressed.v1', 'orderId', 'A step of the checkout moved.', {
  ...about,
  step: checkoutStep.schema,
  status: z.enum(['PENDING', 'RUNNING', 'DONE', 'FAILED', 'COMPENSATED']),
});
