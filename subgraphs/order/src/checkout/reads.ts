import { byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf } from '@agora/platform/reading/columns';
import { isVisibleWhole } from '../orders/reads/orders.ts';
import { CheckoutSaga } from './model/checkout-saga.ts';

const sagas = {
  from: 'checkout_saga join orders on orders.id = checkout_saga.order_id',
  columns: columnsOf(CheckoutSaga, 'id', 'order', 'status', 'steps'),
};

export const checkoutReads = {
  sagaOfOrder: byKey({ rows: sagas, key: 'orderId', asKey: idOf('ord'), visible: isVisibleWhole }),
};
