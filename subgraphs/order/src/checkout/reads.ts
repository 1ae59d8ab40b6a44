import { byKey, idOf } from '@agora/platform/reading/by-key';
import { rowsOf } from '@agora/platform/reading/columns';
import { CheckoutSaga } from './model/checkout-saga.ts';

export const checkoutReads = {
  /** Of orders that the actor was let see. */
  sagaOfOrder: byKey({ rows: rowsOf(CheckoutSaga, 'id', 'order', 'status', 'steps'), key: 'orderId', asKey: idOf('ord') }),
};
