import { CartLine } from './carts/model/cart-line.ts';
import { Cart } from './carts/model/cart.ts';
import { Checkout } from './checkout/model/checkout.ts';
import { ListedVariant } from './listings/model.ts';
import { OrderLine } from './orders/model/order-line.ts';
import { Order } from './orders/model/order.ts';
import { SellerOrder } from './orders/model/seller-order.ts';
import { Payment } from './payments/model.ts';
import { SandboxPayment } from './payments/sandbox-payment.ts';

/** Every entity of this service. */
export const entities = [ListedVariant, Cart, CartLine, Order, OrderLine, SellerOrder, Checkout, Payment, SandboxPayment];
