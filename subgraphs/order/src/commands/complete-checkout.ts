import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database';
import { Refusal } from '@agora/platform/errors';
import { newId, prefixOf } from '@agora/platform/ids';
import { traceparent } from '@agora/platform/trace';
import { OrderPlaced } from '@agora/schema/events/order';
import type { Cart } from '../model/cart.ts';
import { CheckoutSaga } from '../model/checkout-saga.ts';
import { Order, type OrderedLine } from '../model/order.ts';
import { orderNumber } from '../model/order-number.ts';
import { lockCart } from './cart/lock-cart.ts';
import { listedAmong } from './listed-among.ts';
import { factsOf } from './order-facts.ts';
import { tell } from './tell.ts';
import { sentences } from '../sentences.ts';

export interface CompleteCheckout {
  readonly cartId: string;
  readonly buyerId: string;
  readonly paymentMethodId: string;
  readonly acceptPriceChanges: boolean;
  /** How long an answer to a step may take. */
  readonly patienceMs: number;
  /** Now unless given. */
  readonly placedAt?: Date;
}

/** Places an order for what the cart holds, at the prices of now, and empties the cart. Answers the order's id. */
export async function completeCheckout(em: EntityManager, command: CompleteCheckout): Promise<string> {
  const { cartId, buyerId, paymentMethodId, acceptPriceChanges, patienceMs } = command;
  return transaction(em, async (tx) => {
    const now = new Date();
    const cart = prefixOf(cartId) === 'crt' ? await lockCart(tx, { id: cartId, ownerId: buyerId }) : null;
    if (!cart) throw new Refusal('NOT_FOUND', sentences.noSuchCart, ['cartId']);
    const currencyCode = cart.currencyCode;
    if (cart.isEmpty || currencyCode == null) throw new Refusal('CART_EMPTY', sentences.cartEmpty, ['cartId']);

    const lines = await linesAtPricesOfNow(tx, cart, acceptPriceChanges);
    const placedAt = command.placedAt ?? now;
    const number = orderNumber(placedAt, await nextSerial(tx));
    const order = Order.place({ id: newId('ord'), number, buyerId, currencyCode, placedAt }, lines, () => newId('sor'));
    const saga = CheckoutSaga.begin({ id: newId('sag'), order, paymentMethodId, traceparent: traceparent(), patienceMs }, now);
    const placed = { ...(await factsOf(saga)), placedAt: placedAt.toISOString() };
    order.buyerSeq = await tell(tx, saga, OrderPlaced, placed, { kind: 'CREATED', what: 'order.placed', actorId: buyerId });
    tx.persist([order, saga]);
    cart.empty();
    cart.changed(now);
    return order.id;
  });
}

async function linesAtPricesOfNow(tx: EntityManager, cart: Cart, acceptPriceChanges: boolean): Promise<OrderedLine[]> {
  const inCart = cart.lines.getItems();
  const terms = await listedAmong(tx, inCart);
  const offers = inCart.map((line) => {
    const variant = terms.get(line.variantId);
    if (!variant || variant.currencyCode !== cart.currencyCode) throw new Refusal('NOT_FOUND', sentences.somethingGone, ['cartId']);
    return { line, variant };
  });
  return offers.map(({ line: { variantId, quantity, unitPriceMinorUnits }, variant }) => {
    const { productId, sellerId, productName, priceMinorUnits } = variant;
    if (priceMinorUnits > unitPriceMinorUnits && !acceptPriceChanges) {
      throw new Refusal('PRICE_CHANGED', sentences.priceRose(productName), ['acceptPriceChanges']);
    }
    return { id: newId('lin'), sellerId, productId, variantId, productName, quantity, unitPriceMinorUnits: priceMinorUnits };
  });
}

async function nextSerial(tx: EntityManager): Promise<number> {
  const [row] = await query<{ serial: number }>(tx, `select nextval('order_serial')::float8 as serial`);
  if (!row) throw new Error('A sequence without a value.');
  return row.serial;
}
