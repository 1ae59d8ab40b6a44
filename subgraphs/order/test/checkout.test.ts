import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId, newUuid } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { ReservationExpired, VariantListed } from '@agora/schema/events/catalog';
import {
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  PaymentFailed,
  PaymentRefunded,
  PaymentSucceeded,
  StockRequested,
  StockUnclaimed,
} from '@agora/schema/events/order';
import * as z from 'zod';
import { ofOrder, openShop, stepsOf } from './shop.ts';

const shop = await openShop();
const bowl = await shop.listed();
let buyer: Actor;

beforeEach(() => void (buyer = person()));

const Users = z.object({ _entities: z.array(z.object({ orders: z.object({ totalCount: z.int() }) })) });
const WithWarnings = z.object({ cart: z.object({ warnings: z.array(z.object({ code: z.string() })) }) });

const Cancelling = z.object({ userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()) })) });

describe('a checkout', () => {
  test('ends with a sale when everybody agrees', async () => {
    const placed = await shop.place(buyer, [bowl]);
    expect(placed).toMatchObject({ buyerId: buyer.id, total: bowl.price, lines: [{ variantId: bowl.variantId, sellerId: bowl.sellerId }] });
    await shop.validated(placed);
    expect(await shop.subgraph.heard(StockRequested, ofOrder(placed))).toMatchObject({
      sagaId: placed.sagaId,
      lines: [{ variantId: bowl.variantId, quantity: 1 }],
    });
    await shop.reserved(placed);
    expect(await shop.subgraph.heard(PaymentSucceeded, ofOrder(placed))).toMatchObject({ amount: bowl.price });
    expect(await shop.subgraph.heard(OrderConfirmed, ofOrder(placed))).toMatchObject({ number: placed.number, lines: placed.lines });
    await shop.notified(placed);

    const standing = await shop.reaches(placed, { status: 'CONFIRMED', saga: 'COMPLETED' });
    expect(standing.saga.steps.map(({ status, attempts }) => [status, attempts])).toEqual(Array(5).fill(['DONE', 1]));
    expect(standing.history.nodes.map(({ kind }) => kind)).toEqual([
      'order.placed',
      'customer.validated',
      'stock.reserved',
      'payment.approved',
      'order.confirmed',
      'parties.notified',
    ]);
    expect(await shop.providerSays(placed)).toBe('TAKEN');
  });

  test('may be paid late, within its time', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl], 'sandbox-delay'));
    expect((await shop.standing(placed)).status).toBe('PENDING');
    await shop.reaches(placed, { status: 'CONFIRMED' });
  });

  test('of an account that may not buy is cancelled', async () => {
    const placed = await shop.place(buyer, [bowl]);
    await shop.rejected(placed);
    const standing = await shop.reaches(placed, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('CUSTOMER_INVALID');
    expect(stepsOf(standing)).toMatchObject({ VALIDATE_CUSTOMER: 'FAILED', RESERVE_STOCK: 'PENDING', NOTIFY_PARTIES: 'RUNNING' });
  });

  test('of something that is out of stock is cancelled, and nothing is charged', async () => {
    const placed = await shop.place(buyer, [bowl]);
    await shop.validated(placed);
    await shop.outOfStock(placed);
    const standing = await shop.reaches(placed, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('OUT_OF_STOCK');
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'FAILED', PROCESS_PAYMENT: 'PENDING' });
    expect(await shop.providerSays(placed)).toBe(null);
    await shop.notified(placed);
    await shop.reaches(placed, { saga: 'COMPENSATED', step: ['NOTIFY_PARTIES', 'DONE'] });
  });

  test('whose payment is declined is cancelled, and its stock goes back', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl], 'sandbox-decline'));
    expect(await shop.subgraph.heard(PaymentFailed, ofOrder(placed))).toMatchObject({ reason: 'DECLINED', amount: bowl.price });
    expect(await shop.subgraph.heard(OrderCancelled, ofOrder(placed))).toMatchObject({ reason: 'PAYMENT_DECLINED', lines: placed.lines });
    const standing = await shop.reaches(placed, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('PAYMENT_DECLINED');
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'COMPENSATED', PROCESS_PAYMENT: 'FAILED', CONFIRM_ORDER: 'PENDING' });
    expect(shop.subgraph.heardAll(PaymentRefunded, ofOrder(placed))).toEqual([]);
  });

  test('takes each answer once, whether it is delivered again, said again or said differently', async () => {
    const [validation, reservation] = [newUuid(), newUuid()];
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl]), validation, reservation);
    await shop.reaches(placed, { status: 'CONFIRMED' });
    const before = await shop.standing(placed);

    await shop.validated(placed, validation);
    await shop.reserved(placed, reservation);
    const repeats = [newUuid(), newUuid(), newUuid(), newUuid()];
    await shop.validated(placed, repeats[0]);
    await shop.reserved(placed, repeats[1]);
    await shop.rejected(placed, repeats[2]);
    await shop.outOfStock(placed, repeats[3]);
    await Promise.all(repeats.map((eventId) => shop.applied(eventId)));

    expect(await shop.standing(placed)).toEqual(before);
    expect(shop.subgraph.heardAll(StockRequested, ofOrder(placed))).toHaveLength(1);
    expect(shop.subgraph.heardAll(PaymentSucceeded, ofOrder(placed))).toHaveLength(1);
  });

  test('that has ended is not opened again by a late answer', async () => {
    const placed = await shop.place(buyer, [bowl]);
    await shop.rejected(placed);
    const before = await shop.reaches(placed, { status: 'CANCELLED' });
    const [validation, reservation] = [newUuid(), newUuid()];
    await shop.validated(placed, validation);
    await shop.reserved(placed, reservation);
    await Promise.all([shop.applied(validation), shop.applied(reservation)]);
    expect(await shop.standing(placed)).toEqual(before);
    expect(await shop.providerSays(placed)).toBe(null);
  });
});

describe('a silent', () => {
  test('payment provider ends the checkout, and money that it took goes back before the stock does', async () => {
    const placed = await shop.place(buyer, [bowl], 'sandbox-timeout');
    await shop.validated(placed);
    await shop.subgraph.heard(StockRequested, ofOrder(placed));
    await shop.onDatabase('update checkout_saga set timeout_ms = 1000 where id = $1', [placed.sagaId]);
    await shop.reserved(placed);
    const standing = await shop.reaches(placed, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('PAYMENT_TIMED_OUT');
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'COMPENSATED', PROCESS_PAYMENT: 'COMPENSATED' });
    expect(standing.history.nodes.map(({ kind }) => kind).slice(-3)).toEqual(['payment.timed_out', 'payment.refunded', 'order.cancelled']);
    expect(await shop.subgraph.heard(PaymentFailed, ofOrder(placed))).toMatchObject({ reason: 'TIMED_OUT' });
    expect(await shop.subgraph.heard(PaymentRefunded, ofOrder(placed))).toMatchObject({ amount: bowl.price });
    expect(await shop.providerSays(placed)).toBe('REFUNDED');
  });

  test('user subgraph is asked again, and then the checkout is given up; a late answer changes nothing', async () => {
    const placed = await shop.place(buyer, [bowl]);
    for (const times of [2, 3]) {
      await shop.late([placed]);
      await eventually(() => shop.subgraph.heardAll(OrderPlaced, ofOrder(placed)).length === times);
    }
    await shop.late([placed]);
    const standing = await shop.reaches(placed, { status: 'CANCELLED' });
    expect(standing.cancellationReason).toBe('SAGA_TIMED_OUT');
    expect(standing.saga.steps[0]).toMatchObject({ status: 'FAILED', attempts: 3 });
    expect(shop.subgraph.heardAll(OrderPlaced, ofOrder(placed))).toEqual([placed, placed, placed]);

    const answer = newUuid();
    await shop.validated(placed, answer);
    await shop.applied(answer);
    expect((await shop.standing(placed)).status).toBe('CANCELLED');
    expect(shop.subgraph.heardAll(StockRequested, ofOrder(placed))).toEqual([]);
  });

  test('catalog subgraph that answers when it is asked again is in time', async () => {
    const placed = await shop.place(buyer, [bowl]);
    await shop.validated(placed);
    await shop.subgraph.heard(StockRequested, ofOrder(placed));
    await shop.late([placed]);
    await eventually(() => shop.subgraph.heardAll(StockRequested, ofOrder(placed)).length > 1);
    await shop.reserved(placed);
    const standing = await shop.reaches(placed, { status: 'CONFIRMED' });
    expect(standing.saga.steps[1]?.attempts).toBeGreaterThan(1);
  });

  test('notification subgraph undoes nothing, and may still say that it told the parties', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl]));
    await shop.reaches(placed, { status: 'CONFIRMED' });
    const stuck = await shop.silentUntilStuck(placed);
    expect(stuck.status).toBe('CONFIRMED');
    expect(stepsOf(stuck)['NOTIFY_PARTIES']).toBe('FAILED');
    expect(shop.subgraph.heardAll(OrderConfirmed, ofOrder(placed))).toHaveLength(1);
    await shop.notified(placed);
    await shop.reaches(placed, { status: 'CONFIRMED', saga: 'COMPLETED' });
  });
});

describe('a buyer', () => {
  test('cancels an order that has not ended, once', async () => {
    const placed = await shop.place(buyer, [bowl]);
    expect((await shop.standing(placed)).viewerCanCancel).toBe(true);
    expect(await shop.cancel(buyer, placed.orderId, 'Bought it elsewhere.')).toEqual({
      orderCancel: { order: { status: 'CANCELLED', cancellationReason: 'BUYER_REQUEST', viewerCanCancel: false }, userErrors: [] },
    });
    const standing = await shop.standing(placed);
    expect(standing.saga.status).toBe('COMPENSATED');
    expect(standing.history.nodes.at(-1)).toEqual({ kind: 'order.cancelled', note: 'Bought it elsewhere.' });
    expect(await shop.cancel(buyer, placed.orderId)).toMatchObject({
      orderCancel: { order: null, userErrors: [{ code: 'CONFLICT', field: ['orderId'] }] },
    });
    expect(await shop.subgraph.heard(OrderCancelled, ofOrder(placed))).toMatchObject({ reason: 'BUYER_REQUEST' });
  });

  test('cannot cancel a sale, nor an order of somebody else', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl]));
    await shop.reaches(placed, { status: 'CONFIRMED' });
    expect(await shop.cancel(buyer, placed.orderId)).toMatchObject({ orderCancel: { userErrors: [{ code: 'CONFLICT' }] } });
    const another = await shop.place(person(), [bowl]);
    for (const orderId of [another.orderId, 'nonsense', 'ord_\0']) {
      expect(await shop.cancel(buyer, orderId)).toMatchObject({ orderCancel: { order: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    }
    expect((await shop.standing(another)).status).toBe('PENDING');
    for (const reason of [' ', 'x'.repeat(1_001)]) {
      expect(await shop.cancel(buyer, placed.orderId, reason)).toMatchObject({
        orderCancel: { order: null, userErrors: [{ code: 'INVALID', field: ['reason'] }] },
      });
    }
  });

  test('who cancels while the payment is on its way gets the money back', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl], 'sandbox-delay'));
    await eventually(async () => (await shop.providerSays(placed)) === 'TAKEN');
    expect(await shop.cancel(buyer, placed.orderId)).toMatchObject({ orderCancel: { order: { status: 'CANCELLED' }, userErrors: [] } });
    const standing = await shop.reaches(placed, { saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('BUYER_REQUEST');
    expect(stepsOf(standing)['PROCESS_PAYMENT']).toBe('COMPENSATED');
    expect(await shop.providerSays(placed)).toBe('REFUNDED');
    expect(await shop.subgraph.heard(PaymentRefunded, ofOrder(placed))).toMatchObject({ amount: bowl.price });
    expect(shop.subgraph.heardAll(OrderCancelled, ofOrder(placed))).toHaveLength(1);
    expect(shop.subgraph.heardAll(PaymentSucceeded, ofOrder(placed))).toEqual([]);
  });
});

describe('stock that is set aside for too long', () => {
  const expired = (placed: { readonly orderId: string; readonly sagaId: string }, eventId = newUuid()) =>
    shop.subgraph
      .happened(ReservationExpired, { orderId: placed.orderId, sagaId: placed.sagaId }, eventId)
      .then(() => shop.applied(eventId));

  test('while it is paid ends the order, and the money goes back', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl], 'sandbox-delay'));
    await eventually(async () => (await shop.providerSays(placed)) === 'TAKEN');
    await expired(placed);
    const standing = await shop.reaches(placed, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(standing.cancellationReason).toBe('PAYMENT_TIMED_OUT');
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'COMPENSATED', PROCESS_PAYMENT: 'COMPENSATED', CONFIRM_ORDER: 'PENDING' });
    expect(await shop.providerSays(placed)).toBe('REFUNDED');
    expect(shop.subgraph.heardAll(OrderConfirmed, ofOrder(placed))).toEqual([]);
    await expired(placed);
    await shop.subgraph.heard(StockUnclaimed, ofOrder(placed));
    expect(shop.subgraph.heardAll(OrderCancelled, ofOrder(placed))).toHaveLength(1);
  });

  test('for an order that is a sale already stays sold', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [bowl]));
    const before = await shop.reaches(placed, { status: 'CONFIRMED' });
    await expired(placed);
    expect(await shop.standing(placed)).toEqual(before);
    expect(shop.subgraph.heardAll(StockUnclaimed, ofOrder(placed))).toEqual([]);
  });

  test('in the name of an order that nobody knows is given back', async () => {
    const unknown = { orderId: newId('ord'), sagaId: newId('sag') };
    await expired(unknown);
    expect(await shop.subgraph.heard(StockUnclaimed, ofOrder(unknown))).toEqual(unknown);
  });
});

test('of many attempts to cancel at once, one does it', async () => {
  const placed = await shop.place(buyer, [bowl]);
  const attempts = await Promise.all(Array.from({ length: 8 }, () => shop.cancel(buyer, placed.orderId)));
  const errors = attempts.flatMap(({ orderCancel }) => Cancelling.parse(orderCancel).userErrors);
  expect(errors).toEqual(Array(7).fill({ code: 'CONFLICT', field: ['orderId'] }));
  expect((await shop.standing(placed)).history.nodes.filter(({ kind }) => kind === 'order.cancelled')).toHaveLength(1);
});

test('an order that is cancelled in the moment it is paid ends one way, and the money with it', async () => {
  await Promise.all(
    Array.from({ length: 15 }, async () => {
      const who = person();
      const placed = await shop.reachPayment(await shop.place(who, [bowl]));
      await eventually(async () => (await shop.providerSays(placed)) !== null);
      await shop.cancel(who, placed.orderId);
      const { status, saga, history } = await eventually(async () => {
        const standing = await shop.standing(placed);
        return !['COMPENSATING', 'PENDING'].includes(standing.saga.status) && standing.status !== 'PENDING' && standing;
      });
      expect([status, saga.status === 'COMPENSATED', await shop.providerSays(placed)]).toEqual(
        status === 'CONFIRMED' ? ['CONFIRMED', false, 'TAKEN'] : ['CANCELLED', true, 'REFUNDED'],
      );
      expect(history.nodes.filter(({ kind }) => ['order.confirmed', 'order.cancelled'].includes(kind))).toHaveLength(1);
    }),
  );
});

describe('placing an order', () => {
  test('empties the cart: of two attempts at once, one gets the order', async () => {
    const { cart } = await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 2 }]);
    const attempts = await Promise.all(Array.from({ length: 8 }, () => shop.checkout(buyer, cart?.id ?? '')));
    expect(attempts.filter(({ order }) => order)).toHaveLength(1);
    expect(attempts.flatMap(({ userErrors }) => userErrors)).toEqual(Array(7).fill({ code: 'CART_EMPTY', field: ['cartId'] }));
  });

  test('with one idempotency key twenty times at once makes one order, and each is told of it', async () => {
    const { cart } = await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }]);
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => shop.checkout(buyer, cart?.id ?? '', 'sandbox-approve', {}, { idempotencyKey: 'once' })),
    );
    const [first] = attempts;
    expect(first?.order?.status).toBe('PENDING');
    expect(attempts).toEqual(Array(20).fill(first));

    const input = { cartId: cart?.id, paymentMethodId: 'sandbox-approve' };
    const otherSelection = await shop.subgraph.data(
      `mutation ($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) { order { number lines { quantity } } userErrors { code } } }`,
      { input },
      { as: buyer, idempotencyKey: 'once' },
    );
    expect(otherSelection).toEqual({
      checkoutComplete: { order: { number: expect.stringMatching(/^A-/), lines: [{ quantity: 1 }] }, userErrors: [] },
    });
    const otherVariables = await shop.checkout(buyer, cart?.id ?? '', 'sandbox-decline', {}, { idempotencyKey: 'once' });
    expect(otherVariables).toMatchObject({ order: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });

    expect(await countOrders(buyer)).toBe(1);
    expect(await shop.subgraph.data(`{ cart { lines { quantity } } }`, {}, { as: buyer })).toEqual({ cart: { lines: [] } });
  });

  test('is refused for a price that rose, unless that is accepted; then the price of now is paid', async () => {
    const vase = await shop.listed({ price: { minorUnits: 1_000, currencyCode: 'EUR' } });
    const { cart } = await shop.fill(buyer, [{ variantId: vase.variantId, quantity: 2 }]);
    await shop.subgraph.happened(VariantListed, { ...vase, price: { minorUnits: 1_200, currencyCode: 'EUR' }, version: 2 });
    const refused = await eventually(async () => {
      const answer = await shop.checkout(buyer, cart?.id ?? '', 'unknown-method');
      expect(answer.userErrors).toEqual([{ code: 'INVALID', field: ['paymentMethodId'] }]);
      const warnings = await warningsOf(buyer);
      return warnings.includes('PRICE_INCREASED') && shop.checkout(buyer, cart?.id ?? '');
    });
    expect(refused).toMatchObject({ order: null, userErrors: [{ code: 'PRICE_CHANGED', field: ['acceptPriceChanges'] }] });
    const { order } = await shop.checkout(buyer, cart?.id ?? '', 'sandbox-approve', { acceptPriceChanges: true });
    expect(await shop.subgraph.heard(OrderPlaced, ({ orderId }) => orderId === order?.id)).toMatchObject({
      total: { minorUnits: 2_400, currencyCode: 'EUR' },
    });
  });

  test('is for those who are signed in, and for their own cart', async () => {
    const { cart } = await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }]);
    const guest = await shop.subgraph.ask(
      `mutation ($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) { order { id } } }`,
      { input: { cartId: cart?.id, paymentMethodId: 'sandbox-approve' } },
    );
    expect(guest.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    for (const cartId of [cart?.id ?? '', 'nonsense', 'crt_\0']) {
      expect(await shop.checkout(person(), cartId)).toMatchObject({ order: null, userErrors: [{ code: 'NOT_FOUND', field: ['cartId'] }] });
    }
  });

  async function countOrders(who: Actor): Promise<unknown> {
    const { _entities: [user] = [] } = Users.parse(
      await shop.subgraph.data(
        `query ($who: [_Any!]!) { _entities(representations: $who) { ... on User { orders { totalCount } } } }`,
        { who: [{ __typename: 'User', id: who.id }] },
        { as: who },
      ),
    );
    return user?.orders.totalCount;
  }

  async function warningsOf(who: Actor): Promise<string[]> {
    const { cart } = WithWarnings.parse(await shop.subgraph.data(`{ cart { warnings { code } } }`, {}, { as: who }));
    return cart.warnings.map(({ code }) => code);
  }
});
