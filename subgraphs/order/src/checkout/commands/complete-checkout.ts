import type { EntityManager } from '@mikro-orm/postgresql';
import { writtenWithNext } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId, prefixOf } from '@agora/platform/ids';
import { traceparent } from '@agora/platform/observe/trace';
import { number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { lockCart } from '../../carts/commands/lock-cart.ts';
import type { Cart } from '../../carts/model/cart.ts';
import { sentences as cartSentences } from '../../carts/sentences.ts';
import type { OrderCode } from '../../codes.ts';
import { listedAmong } from '../../listings/listed-among.ts';
import { announceNewOrder } from '../../orders/commands/announce-order.ts';
import { factsOf } from '../../orders/commands/order-facts.ts';
import { orderNumber } from '../../orders/model/order-number.ts';
import { Order, type OrderedLine } from '../../orders/model/order.ts';
import { viewOf } from '../checkout-view.ts';
import { Checkout, type StepName } from '../model/checkout.ts';
import { sentences } from '../sentences.ts';
import { leavePayment } from './leave-payment.ts';
import { requestRunning } from './steps.ts';

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
  readonly terms: CheckoutTerms;
  /** Now unless given. */
  readonly placedAt?: Date;
}

/**
 * Places an order for what the cart holds, at the prices of now, and empties the cart. Answers the order's id.
 * @throws NOT_FOUND for a cart or a thing in it that is not there; CART_EMPTY; PRICE_CHANGED where a price rose and that is not accepted.
 */
export async function completeCheckout(em: EntityManager, command: CompleteCheckout): Promise<string> {
  const { cartId, buyerId, paymentMethodId, acceptPriceChanges, terms } = command;
  return writtenWithNext(em, async (tx) => {
    const now = new Date();
    const cart = prefixOf(cartId) === 'crt' ? await lockCart(tx, { id: cartId, ownerId: buyerId }) : null;
    if (!cart) throw new Refusal('NOT_FOUND', cartSentences.noSuchCart, ['cartId']);
    const currencyCode = cart.currencyCode;
    if (cart.isEmpty || currencyCode == null) throw new Refusal<OrderCode>('CART_EMPTY', sentences.cartEmpty, ['cartId']);

    const [lines, serial] = await Promise.all([linesAtPricesOfNow(tx, cart, currencyCode, acceptPriceChanges), nextSerial(tx)]);
    const placedAt = command.placedAt ?? now;
    const number = orderNumber(placedAt, serial);
    const order = Order.place({ id: newId('ord'), number, buyerId, currencyCode, placedAt }, lines, () => newId('sor'));
    const checkout = Checkout.begin({ id: newId('sag'), order, paymentMethodId, traceparent: traceparent(), ...terms }, now);
    const placed = { ...(await factsOf(order)), sagaId: checkout.id, placedAt: placedAt.toISOString() };
    const change = { kind: 'CREATED' as const, what: 'order.placed', actorId: buyerId, checkout: viewOf(checkout) };
    order.buyerSeq = await announceNewOrder(tx, order, placed, change);
    tx.persist([order, checkout]);
    await requestRunning(tx, checkout, null);
    leavePayment(tx, checkout);
    cart.empty();
    cart.changed(now);
    return order.id;
  });
}

async function linesAtPricesOfNow(
  tx: EntityManager,
  cart: Cart,
  currencyCode: string,
  acceptPriceChanges: boolean,
): Promise<OrderedLine[]> {
  const inCart = cart.lines.getItems();
  const listed = await listedAmong(tx, inCart);
  const offers = inCart.map((line) => {
    const variant = listed.get(line.variantId);
    const priceNow = variant?.priceIn(currencyCode) ?? null;
    if (!variant || priceNow === null) throw new Refusal('NOT_FOUND', sentences.somethingGone, ['cartId']);
    return { line, variant, priceNow };
  });
  return offers.map(({ line: { variantId, quantity, unitPriceMinorUnits }, variant, priceNow }) => {
    const { productId, sellerId, productName, variantName = null } = variant;
    if (priceNow > unitPriceMinorUnits && !acceptPriceChanges) {
      throw new Refusal<OrderCode>('PRICE_CHANGED', cartSentences.priceRose(productName), ['acceptPriceChanges']);
    }
    return { id: newId('lin'), sellerId, productId, variantId, productName, variantName, quantity, unitPriceMinorUnits: priceNow };
  });
}

async function nextSerial(tx: EntityManager): Promise<number> {
  const [row] = await serialOf(tx);
  if (!row) throw new Error('A sequence without a value.');
  return row.serial;
}

const serialOf = statement({ serial: number("nextval('order_serial')") }, (columns) => `select ${columns}`);
