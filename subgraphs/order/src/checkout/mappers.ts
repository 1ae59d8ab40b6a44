import type { CheckoutView } from './checkout-view.ts';

export type CheckoutSaga = CheckoutView;

/** Stored for repeats of the same request, as every payload is: ids and plain values only. */
export interface CheckoutCompletePayload {
  readonly orderId?: string;
}

export interface OrderCancelPayload {
  readonly orderId?: string;
}
