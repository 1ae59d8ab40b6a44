import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { person } from '@agora/platform/testing/subgraph';
import { OrderConfirmed, StockRequested } from '@agora/schema/events/order';
import { CHECKOUT } from '../src/checkout/commands/steps.ts';
import { orderService, start } from '../src/main.ts';
import { ofOrder, Shop, stepsOf } from './shop.ts';

let buyer: Actor;

beforeEach(() => void (buyer = person()));

describe('a checkout that was stored by the version before', () => {
  const FEWER = CHECKOUT.filter((step) => step !== 'VALIDATE_CUSTOMER');

  test('ends, with the steps that it began with, under a version with one step less', async () => {
    const versioned = await Shop.open();
    try {
      const vase = await versioned.listed();
      const [waiting, answered] = [await versioned.place(buyer, [vase]), await versioned.place(buyer, [vase])];
      await versioned.validated(answered);
      await versioned.subgraph.heard(StockRequested, ofOrder(answered));
      const stuck = await versioned.reachPayment(await versioned.place(buyer, [vase]));
      await versioned.reaches(stuck, { status: 'CONFIRMED' });
      await versioned.subgraph.restart(async (options) => {
        await rewind(versioned);
        await versioned.onDatabase(
          `update checkout_saga set status = 'STUCK', deadline_at = null, steps = jsonb_set(steps, '{4,status}', '"FAILED"') where id = $1`,
          [stuck.sagaId],
        );
        return orderService(FEWER)(options);
      });
      expect(await versioned.stuck([stuck])).toMatchObject([{ step: 'NOTIFY_PARTIES', reason: 'Nobody answered.' }]);
      await versioned.notified(stuck);
      await versioned.reaches(stuck, { saga: 'COMPLETED' });
      await versioned.reachPayment(waiting);
      await versioned.reserved(answered);
      for (const placed of [waiting, answered]) {
        await versioned.reaches(placed, { status: 'CONFIRMED' });
        await versioned.notified(placed);
        const standing = await versioned.reaches(placed, { saga: 'COMPLETED' });
        expect(standing.saga.steps.map(({ name, status }) => [name, status])).toEqual(CHECKOUT.map((name) => [name, 'DONE']));
      }

      const later = await versioned.place(buyer, [vase]);
      await versioned.subgraph.heard(StockRequested, ofOrder(later));
      await versioned.validated(later);
      await versioned.reserved(later);
      expect(Object.keys(stepsOf(await versioned.reaches(later, { status: 'CONFIRMED' })))).toEqual(FEWER);
    } finally {
      await versioned.stop();
    }
  });

  test('ends, with the steps that it began with, under a version with one step more', async () => {
    const versioned = await Shop.open({}, orderService(FEWER));
    try {
      const vase = await versioned.listed();
      const [waiting, refused] = [await versioned.place(buyer, [vase]), await versioned.place(buyer, [vase])];
      await versioned.subgraph.restart(start);
      await versioned.reserved(waiting);
      await versioned.outOfStock(refused);
      await versioned.reaches(waiting, { status: 'CONFIRMED' });
      expect((await versioned.reaches(refused, { status: 'CANCELLED' })).cancellationReason).toBe('OUT_OF_STOCK');
      await versioned.notified(waiting);
      const standing = await versioned.reaches(waiting, { saga: 'COMPLETED' });
      expect(standing.saga.steps.map(({ name, status }) => [name, status])).toEqual(FEWER.map((name) => [name, 'DONE']));

      const later = await versioned.reachPayment(await versioned.place(buyer, [vase]));
      expect(Object.keys(stepsOf(await versioned.reaches(later, { status: 'CONFIRMED' })))).toEqual(CHECKOUT);
    } finally {
      await versioned.stop();
    }
  });

  /** The tables are as they were before a checkout could be stuck for a reason. */
  async function rewind(where: Shop): Promise<void> {
    await where.onDatabase('alter table orders drop constraint orders_announced_check, alter column buyer_seq set not null');
    await where.onDatabase('alter table payment drop column order_id');
    await where.onDatabase(
      'alter table payment add constraint payment_saga_id_foreign foreign key (saga_id) references checkout_saga (id)',
    );
    await where.onDatabase('alter table checkout_saga drop column stuck_at, drop column stuck_reason');
    await where.onDatabase('alter table checkout_saga rename column timeout_ms to patience_ms');
    await where.onDatabase(
      `alter table listed_variant drop column variant_name, drop column other_prices, drop column weight_grams,
         drop column is_digital, drop column category_ids`,
    );
    await where.onDatabase('alter table order_line drop column variant_name');
    await where.onDatabase(`delete from mikro_orm_migrations where name like 'order-%' and name >= 'order-0005'`);
  }
});

test('checkouts go on after a restart, and answers that came meanwhile count', async () => {
  const restarted = await Shop.open();
  try {
    const vase = await restarted.listed();
    const [answered, waiting] = [await restarted.place(buyer, [vase]), await restarted.place(buyer, [vase])];
    await restarted.subgraph.service.stop();
    await restarted.validated(answered);
    const again = await start({ env: restarted.subgraph.env, listen: false });
    try {
      await restarted.subgraph.heard(StockRequested, ofOrder(answered));
      await restarted.reserved(answered);
      await restarted.reachPayment(waiting);
      for (const placed of [answered, waiting]) await restarted.subgraph.heard(OrderConfirmed, ofOrder(placed));
    } finally {
      await again.stop();
    }
  } finally {
    await restarted.stop();
  }
});
