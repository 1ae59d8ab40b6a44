import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId, prefixOf } from '@agora/platform/ids';
import { traceparent } from '@agora/platform/observe/trace';
import { OrderPlaced } from '@agora/schema/events/order';
import type { Cart } from '../model/cart.ts';
import { CheckoutSaga, type StepName } from '../model/checkout-saga.ts';
import { Order, type OrderedLine } from '../model/order.ts';
import { orderNumber } from '../model/order-number.ts';
import { viewOf } from '../feed.ts';
import { lockCart } from './cart/lock-cart.ts';
import { listedAmong } from './listed-among.ts';
import { announceOrder } from './announce-order.ts';
import { requestRunning } from './checkout/steps.ts';
import { factsOf } from './order-facts.ts';
import { sentences } from '../sentences.ts';
import type { OrderCode } from '../codes.ts';

/** What every checkout of a version begins with. */
export interface CheckoutTerms {
  readonly steps: readonly StepName[];
  /** How long an answer to a step may take. */
  readonly timeoutMs: number;
}

export interface CompleteCheckout {
  readonly cartId: string;
  readonly buyerId: string;
  readonly paymentMethodId: string;
  readonly acceptPriceChanges: boolean;
  readonly checkout: CheckoutTerms;
  /** Now unless given. */
  readonly placedAt?: Date;
}

/**
 * Places an order for what the cart holds, at the prices of now, and empties the cart. Answers the order's id. Refuses with
 * NOT_FOUND, CART_EMPTY, or PRICE_CHANGED where a price rose and that is not accepted.
 */
export async function completeCheckout(em: EntityManager, command: CompleteCheckout): Promise<string> {
  const { cartId, buyerId, paymentMethodId, acceptPriceChanges, checkout } = command;
  return transaction(em, async (tx) => {
    const now = new Date();
    const cart = prefixOf(cartId) === 'crt' ? await lockCart(tx, { id: cartId, ownerId: buyerId }) : null;
    if (!cart) throw new Refusal('NOT_FOUND', sentences.noSuchCart, ['cartId']);
    const currencyCode = cart.currencyCode;
    if (cart.isEmpty || currencyCode == null) throw new Refusal<OrderCode>('CART_EMPTY', sentences.cartEmpty, ['cartId']);

    const lines = await linesAtPricesOfNow(tx, cart, acceptPriceChanges);
    const placedAt = command.placedAt ?? now;
    const number = orderNumber(placedAt, await nextSerial(tx));
    const order = Order.place({ id: newId('ord'), number, buyerId, currencyCode, placedAt }, lines, () => newId('sor'));
    const saga = CheckoutSaga.begin({ id: newId('sag'), order, paymentMethodId, traceparent: traceparent(), ...checkout }, now);
    const placed = { ...(await factsOf(order)), sagaId: saga.id, placedAt: placedAt.toISOString() };
    const change = { kind: 'CREATED' as const, what: 'order.placed', actorId: buyerId, checkout: viewOf(saga) };
    order.buyerSeq = await announceOrder(tx, order, OrderPlaced, placed, change);
    tx.persist([order, saga]);
    await requestRunning(tx, saga, null);
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
      throw new Refusal<OrderCode>('PRICE_CHANGED', sentences.priceRose(productName), ['acceptPriceChanges']);
    }
    return { id: newId('lin'), sellerId, productId, variantId, productName, quantity, unitPriceMinorUnits: priceMinorUnits };
  });
}

async function nextSerial(tx: EntityManager): Promise<number> {
  const [row] = await query<{ serial: number }>(tx, `select nextval('order_serial')::float8 as serial`);
  if (!row) throw new Error('A sequence without a value.');
  return row.serial;
}
