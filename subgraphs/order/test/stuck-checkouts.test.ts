import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { OrderCancelled, OrderConfirmed, OrderPlaced, PaymentRefunded, PaymentSucceeded } from '@agora/schema/events/order';
import { ofOrder, type Placed, Shop, stepsOf, type Variant } from './shop.ts';

describe('a checkout that throws', () => {
  /** Nothing is late by itself, and the log is not full of what is broken on purpose. */
  let patient: Shop;
  let vase: Variant;
  /** Gives up soon. */
  let hasty: Shop;
  let hastyBowl: Variant;
  let buyer: Actor;

  beforeAll(async () => {
    [patient, hasty] = await Promise.all([
      Shop.open({ ORDER_STEP_TIMEOUT_MS: '600000', LOG_LEVEL: 'silent' }),
      Shop.open({ ORDER_STEP_TIMEOUT_MS: '1000' }),
    ]);
    [vase, hastyBowl] = await Promise.all([patient.listed(), hasty.listed()]);
  });
  afterAll(() => Promise.all([patient.stop(), hasty.stop()]));
  beforeEach(() => void (buyer = person()));

  test('is stuck, and twenty of them are in the way of no other; retried it goes on, compensated it is cancelled', async () => {
    const orders = await Promise.all(Array.from({ length: 21 }, () => patient.place(person(), [vase])));
    const [last, ...broken] = orders.toReversed();
    const [retried, compensated, ...others] = broken;
    if (!last || !retried || !compensated) throw new Error('Nothing was placed.');
    const keys = broken.map(({ orderId }) => `'${orderId}'`).join();
    await patient.onDatabase(`alter table platform.event_log add constraint broken check (key not in (${keys})) not valid`);
    await makeLate(broken, '2 days');
    await makeLate([last], '1 day');
    await eventually(() => patient.subgraph.heardAll(OrderPlaced, ofOrder(last)).length === 2);
    const stuck = await eventually(async () => {
      const found = await patient.stuck(broken);
      return found.length === broken.length && found;
    });
    for (const saga of stuck)
      expect(saga).toMatchObject({ service: 'order', step: 'VALIDATE_CUSTOMER', reason: expect.stringContaining('broken') });
    expect(stuck.map(({ subjectId }) => subjectId).sort()).toEqual(broken.map(({ orderId }) => orderId).sort());
    expect(await patient.standing(retried)).toMatchObject({ status: 'PENDING', saga: { status: 'STUCK' } });

    await patient.onDatabase('alter table platform.event_log drop constraint broken');
    expect(await patient.retry(retried)).toEqual({ sagaId: retried.sagaId, userErrors: [] });
    expect(patient.subgraph.heardAll(OrderPlaced, ofOrder(compensated))).toHaveLength(1);
    await eventually(() => patient.subgraph.heardAll(OrderPlaced, ofOrder(retried)).length === 2);
    await patient.reachPayment(retried);
    await patient.reaches(retried, { status: 'CONFIRMED', saga: 'RUNNING' });
    expect(await patient.retry(retried)).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });

    expect(await patient.compensate(compensated, ' ')).toMatchObject({ userErrors: [{ code: 'REQUIRED', field: ['reason'] }] });
    expect(await patient.compensate(compensated, 'We could not go on.')).toEqual({ sagaId: compensated.sagaId, userErrors: [] });
    const standing = await patient.standing(compensated);
    expect([standing.status, standing.saga.status, standing.cancellationReason]).toEqual(['CANCELLED', 'COMPENSATED', 'SAGA_TIMED_OUT']);
    expect(standing.history.nodes.at(-1)).toEqual({ kind: 'order.cancelled', note: 'We could not go on.' });
    expect(await patient.compensate(compensated, 'Again.')).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });
    expect(await patient.retry({ sagaId: newId('sag') })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['sagaId'] }] });

    const [answered] = others;
    if (!answered) throw new Error('Nothing else is stuck.');
    await patient.reachPayment(answered);
    await patient.reaches(answered, { status: 'CONFIRMED' });
  });

  test('when its money was taken takes it once when it is retried, and gives it back, and the stock, when it is compensated', async () => {
    const [retried, compensated] = await Promise.all([patient.place(buyer, [vase]), patient.place(person(), [vase])]);
    const both = [retried, compensated];
    const ids = both.map(({ sagaId }) => `'${sagaId}'`).join();
    await patient.onDatabase(`alter table payment add constraint broken check (kind <> 'SUCCEEDED' or saga_id not in (${ids})) not valid`);
    for (const placed of both) await patient.reachPayment(placed);
    await eventually(async () => (await patient.stuck(both)).length === 2);
    for (const placed of both) expect(await patient.providerSays(placed)).toBe('TAKEN');
    await patient.onDatabase('alter table payment drop constraint broken');

    await patient.retry(retried);
    await patient.subgraph.heard(OrderConfirmed, ofOrder(retried));
    expect(patient.subgraph.heardAll(PaymentSucceeded, ofOrder(retried))).toHaveLength(1);
    expect(await patient.providerSays(retried)).toBe('TAKEN');

    await patient.compensate(compensated, 'We could not go on.');
    const standing = await patient.reaches(compensated, { status: 'CANCELLED', saga: 'COMPENSATED' });
    expect(stepsOf(standing)).toMatchObject({ RESERVE_STOCK: 'COMPENSATED', PROCESS_PAYMENT: 'COMPENSATED', CONFIRM_ORDER: 'PENDING' });
    expect(await patient.providerSays(compensated)).toBe('REFUNDED');
    expect(await patient.subgraph.heard(PaymentRefunded, ofOrder(compensated))).toMatchObject({ amount: vase.price });
    expect(await patient.subgraph.heard(OrderCancelled, ofOrder(compensated))).toMatchObject({
      sagaId: compensated.sagaId,
      lines: compensated.lines,
    });
    expect(patient.subgraph.heardAll(PaymentSucceeded, ofOrder(compensated))).toEqual([]);
  });

  test('after its parties were not told cannot be compensated, and is over when they are', async () => {
    const placed = await hasty.reachPayment(await hasty.place(buyer, [hastyBowl]));
    await hasty.reaches(placed, { saga: 'STUCK' });
    expect(await hasty.stuck([placed])).toMatchObject([{ step: 'NOTIFY_PARTIES', reason: 'Nobody answered.' }]);
    expect(await hasty.compensate(placed, 'Too late.')).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['sagaId'] }] });
    await hasty.retry(placed);
    await hasty.notified(placed);
    await hasty.reaches(placed, { status: 'CONFIRMED', saga: 'COMPLETED' });
    expect(hasty.subgraph.heardAll(OrderConfirmed, ofOrder(placed))).toHaveLength(1);
  });

  /** Their answers are late since then. */
  async function makeLate(orders: readonly Placed[], interval: string): Promise<void> {
    await patient.onDatabase(`update checkout_saga set deadline_at = now() - $1::interval where id = any($2)`, [
      interval,
      orders.map(({ sagaId }) => sagaId),
    ]);
  }
});
