import { byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf } from '@agora/platform/reading/columns';
import { isVisibleWhole } from '../orders/reads/orders.ts';
import { Checkout } from './model/checkout.ts';

const checkouts = {
  from: 'checkout_saga join orders on orders.id = checkout_saga.order_id',
  columns: columnsOf(Checkout, 'id', 'order', 'status', 'steps'),
};

export const checkoutReads = {
  checkoutOfOrder: byKey({ rows: checkouts, key: 'orderId', asKey: idOf('ord'), visible: isVisibleWhole }),
};
