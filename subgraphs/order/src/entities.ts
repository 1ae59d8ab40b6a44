import { Cart } from './model/cart.ts';
import { CartLine } from './model/cart-line.ts';
import { CheckoutSaga } from './model/checkout-saga.ts';
import { ListedVariant } from './model/listed-variant.ts';
import { Order } from './model/order.ts';
import { OrderLine } from './model/order-line.ts';
import { Payment } from './model/payment.ts';
import { SellerOrder } from './model/seller-order.ts';
import { SandboxPayment } from './payments/sandbox-payment.ts';

/** Every entity of this service. */
export const entities = [ListedVariant, Cart, CartLine, Order, OrderLine, SellerOrder, CheckoutSaga, Payment, SandboxPayment];
