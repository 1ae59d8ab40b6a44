import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { OrderCancelled, OrderConfirmed, OrderPlaced, PaymentRefunded, PaymentSucceeded, StockRequested } from '@agora/schema/events/order';
import { ofOrder, openShop, stepsOf } from './shop.ts';

// The log is not full of what is broken on purpose.
const shop = await openShop({ LOG_LEVEL: 'silent' });
const vase = await shop.listed();

describe('a checkout that throws', () => {
  let buyer: Actor;
  beforeEach(() => void (buyer = person()));

  test('is stuck, and twenty of them are in the way of no other; retried it goes on, compensated it is cancelled', async () => {
    const orders = await Promise.all(Array.from({ length: 21 }, () => shop.place(person(), [vase])));
    const [last, ...broken] = orders.toReversed();
    const [retried, compensated, ...others] = broken;
    if (!last || !retried || !compensated) throw new Error('Nothing was placed.');
    const keys = broken.map(({ orderId }) => `'${orderId}'`).join();
    await shop.onDatabase(`alter table platform.event_log add constraint broken check (key not in (${keys})) not valid`);
    await shop.late(broken, '2 days');
    await shop.late([last], '1 day');
    await eventually(() => shop.subgraph.heardAll(OrderPlaced, ofOrder(last)).length === 2);
    const stuck = await eventually(async () => {
      const found = await shop.stuck(broken);
      return found.length === broken.length && found;
    });
    for (const saga of stuck)
      expect(saga).toMatchObject({ service: 'order', step: 'VALIDATE_CUSTOMER', reason: expect.stringContaining('broken') });
    expect(stuck.map(({ subjectId }) => subjectId).sort()).toEqual(broken.map(({ orderId }) => orderId).sort());
    expect(await shop.standing(retried)).toMatchObject({ status: 'PENDING', saga: { status: 'STUCK' } });

    await shop.onDatabase('alter table platform.event_log drop constraint broken');
    expect(await shop.retry(retried)).toEqual({ sagaId: retried.sagaId, userErrors: [] });
    expect(shop.subgraph.heardAll(OrderPlaced, ofOrder(compensated))).toHaveLength(1);
    await eventually(() => shop.subgraph.heardAll(OrderPlaced, ofOrder(retried)).length === 2);
    await shop.reachPayment(retried);
    await shop.reaches(retried, { status: 'CONFIRMED', saga: 'RUNNING' });
    expect(await shop.retry(retried)).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });

    expect(await shop.compensate(compensated, ' ')).toMatchObject({ userErrors: [{ code: 'REQUIRED', field: ['reason'] }] });
    expect(await shop.compensate(compensated, 'We could not go on.')).toEqual({ sagaId: compensated.sagaId, userErrors: [] });
    const standing = await shop.standing(compensated);
    expect([standing.status, standing.saga.status, standing.cancellationReason]).toEqual(['CANCELLED', 'COMPENSATED', 'SAGA_TIMED_OUT']);
    expect(standing.history.nodes.at(-1)).toEqual({ kind: 'order.cancelled', note: 'We could not go on.' });
    expect(await shop.compensate(compensated, 'Again.')).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });
    expect(await shop.retry({ sagaId: newId('sag') })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['sagaId'] }] });

    const [answered] = others;
    if (!answered) throw new Error('Nothing else is stuck.');
    await shop.reachPayment(answered);
    await shop.reaches(answered, { status: 'CONFIRMED' });
  });

  test('when its money was taken takes it once when it is retried, and gives it back, and the stock, when it is compensated', async () => {
    const [retried, compensated] = await Promise.all([shop.place(buyer, [vase]), shop.place(person(), [vase])]);
    const both = [retried, compensated];
    const ids = both.map(({ sagaId }) => `'${sagaId}'`).join();
    await shop.onDatabase(`alter table payment add constraint broken check (kind <> 'SUCCEEDED' or saga_id not in (${ids})) not valid`);
    for (const placed of both) await shop.reachPayment(placed);
    await eventually(async () => (await shop.stuck(both)).length === 2);
    for (const placed of both) expect(await shop.providerSays(placed)).toBe('TAKEN');
    await shop.onDatabase('alter table payment drop constraint broken');

    await shop.retry(retried);
    await shop.subgraph.heard(OrderConfirmed, ofOrder(retried));
    expect(shop.subgraph.heardAll(PaymentSucceeded, ofOrder(retried))).toHaveLength(1);
    expect(await shop.providerSays(retried)).toBe('TAKEN');

    await shop.compensate(compensated, 'We could not go on.');
    const standing = await shop.reaches(compensated, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'COMPENSATED', PROCESS_PAYMENT: 'COMPENSATED', CONFIRM_ORDER: 'PENDING' });
    expect(await shop.providerSays(compensated)).toBe('REFUNDED');
    expect(await shop.subgraph.heard(PaymentRefunded, ofOrder(compensated))).toMatchObject({ amount: vase.price });
    expect(await shop.subgraph.heard(OrderCancelled, ofOrder(compensated))).toMatchObject({
      sagaId: compensated.sagaId,
      lines: compensated.lines,
    });
    expect(shop.subgraph.heardAll(PaymentSucceeded, ofOrder(compensated))).toEqual([]);
  });

  test('after its parties were not told cannot be compensated, and is over when they are', async () => {
    const placed = await shop.reachPayment(await shop.place(buyer, [vase]));
    await shop.reaches(placed, { status: 'CONFIRMED' });
    await shop.silentUntilStuck(placed);
    expect(await shop.stuck([placed])).toMatchObject([{ step: 'NOTIFY_PARTIES', reason: 'Nobody answered.' }]);
    expect(await shop.compensate(placed, 'Too late.')).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });
    await shop.retry(placed);
    await shop.notified(placed);
    await shop.reaches(placed, { status: 'CONFIRMED', saga: 'COMPLETED' });
    expect(shop.subgraph.heardAll(OrderConfirmed, ofOrder(placed))).toHaveLength(1);
  });

  test('because an answer to it cannot be applied waits for that, and is not given up for silence', async () => {
    const placed = await shop.place(buyer, [vase]);
    await shop.onDatabase(
      `alter table platform.event_log add constraint unasked check (type <> 'order.stock.requested.v1' or key <> '${placed.orderId}') not valid`,
    );
    await shop.validated(placed);
    await eventually(async () => (await shop.parkedKeys([placed.orderId])).length > 0);
    await shop.late([placed]);
    const [stuck] = await eventually(async () => {
      const found = await shop.stuck([placed]);
      return found.length > 0 && found;
    });
    expect(stuck).toMatchObject({ step: 'VALIDATE_CUSTOMER', reason: expect.stringMatching(/could not be applied: .*unasked/) });
    expect(shop.subgraph.heardAll(OrderPlaced, ofOrder(placed))).toHaveLength(1);

    await shop.onDatabase('alter table platform.event_log drop constraint unasked');
    await shop.subgraph.heard(StockRequested, ofOrder(placed));
    expect(await shop.standing(placed)).toMatchObject({ status: 'PENDING', saga: { status: 'RUNNING' } });
  });
});
