import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { transaction } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import { eventually } from '@agora/platform/testing/eventually';
import { VariantListed } from '@agora/schema/events/catalog';
import { OrderPartiesNotified } from '@agora/schema/events/notification';
import { OrderCancelled, OrderConfirmed, StockRequested } from '@agora/schema/events/order';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { entities } from '../src/entities.ts';
import { confirmOrder } from '../src/orders/commands/confirm-order.ts';
import { lockOrder } from '../src/orders/commands/lock-order.ts';
import { ofOrder, openShop, type Placed } from './shop.ts';

const shop = await openShop();
const bowl = await shop.listed();
let buyer: Actor;

beforeEach(() => void (buyer = person()));

test('the entities say what the migrations made', async () => {
  expect(await schemaDrift(shop.subgraph.databaseUrl, entities)).toBe('');
});

describe('an order', () => {
  const WHOLE = `{ id number status total { amount } lines { productName variantName quantity } sellerOrders { seller { id } payout { amount } lines { quantity } } }`;

  test('shows its buyer and administrators everything, sellers their part, and others nothing', async () => {
    const [seller, another] = [person('SELLER'), person('SELLER')];
    const mug = await shop.listed({
      sellerId: seller.id,
      productName: 'Mug',
      variantName: 'Red / XL',
      price: { minorUnits: 900, currencyCode: 'EUR' },
    });
    const jug = await shop.listed({ sellerId: another.id, productName: 'Jug', price: { minorUnits: 3_000, currencyCode: 'EUR' } });
    const placed = await shop.place(buyer, [mug, jug]);
    const read = async (who: Actor) => {
      const { order, byNumber, _entities } = await shop.subgraph.data(
        `query ($id: ID!, $number: String!, $of: [_Any!]!) {
           order(id: $id) ${WHOLE}
           byNumber: order(number: $number) { id }
           _entities(representations: $of) { ... on Order ${WHOLE} }
         }`,
        { id: placed.orderId, number: placed.number, of: [{ __typename: 'Order', id: placed.orderId }] },
        { as: who },
      );
      expect(_entities).toEqual([order]);
      expect(byNumber).toEqual(order && { id: placed.orderId });
      return order;
    };
    const mugs = { seller: { id: seller.id }, payout: { amount: '9.00' }, lines: [{ quantity: 1 }] };
    const whole = {
      id: placed.orderId,
      number: placed.number,
      status: 'PENDING',
      total: { amount: '39.00' },
      lines: [
        { productName: 'Mug', variantName: 'Red / XL', quantity: 1 },
        { productName: 'Jug', variantName: null, quantity: 1 },
      ],
      sellerOrders: [mugs, { seller: { id: another.id }, payout: { amount: '30.00' }, lines: [{ quantity: 1 }] }],
    };
    expect(await read(person('ADMIN'))).toEqual(whole);
    // What sellers receive is no business of the buyer's.
    expect(await read(buyer)).toEqual({ ...whole, sellerOrders: whole.sellerOrders.map((part) => ({ ...part, payout: null })) });
    expect(await read(seller)).toEqual({ ...whole, total: { amount: '9.00' }, lines: [whole.lines[0]], sellerOrders: [mugs] });
    expect(await read(person('SELLER', 'MODERATOR'))).toBe(null);
  });

  test('keeps what its variant was called when it was ordered', async () => {
    const cup = await shop.listed({ variantName: 'Red' });
    const nameOf = async ({ orderId }: Placed) => {
      const { order } = await shop.subgraph.data(
        'query ($id: ID!) { order(id: $id) { lines { variantName } } }',
        { id: orderId },
        { as: buyer },
      );
      return z.object({ lines: z.tuple([z.object({ variantName: z.string().nullable() })]) }).parse(order).lines[0].variantName;
    };
    const before = await shop.place(buyer, [cup]);
    await shop.subgraph.happened(VariantListed, { ...cup, variantName: 'Crimson', version: 2 });
    await eventually(async () => (await nameOf(await shop.place(buyer, [cup]))) === 'Crimson');
    expect(await nameOf(before)).toBe('Red');
  });

  test('tells its buyer and administrators what happened in it and how its checkout stands, its sellers neither', async () => {
    const seller = person('SELLER');
    const placed = await shop.place(buyer, [await shop.listed({ sellerId: seller.id }), bowl]);
    await shop.cancel(buyer, placed.orderId, 'My neighbour gave me one.');
    const read = async (who: Actor) => {
      const { order } = await shop.subgraph.data(
        `query ($id: ID!) {
           order(id: $id) { status history { nodes { kind note } edges { cursor } totalCount pageInfo { endCursor } } saga { id } }
         }`,
        { id: placed.orderId },
        { as: who },
      );
      return order;
    };
    for (const who of [buyer, person('ADMIN')]) {
      expect(await read(who)).toMatchObject({
        history: {
          nodes: [
            { kind: 'order.placed', note: null },
            { kind: 'order.cancelled', note: 'My neighbour gave me one.' },
          ],
          totalCount: 2,
        },
        saga: { id: placed.sagaId },
      });
    }
    const nothing = { nodes: [], edges: [], totalCount: 0, pageInfo: { endCursor: null } };
    expect(await read(seller)).toEqual({ status: 'CANCELLED', history: nothing, saga: null });
  });

  test('is looked up by exactly one of id and number; what is no id or number is not found', async () => {
    const ask = (args: string) => shop.subgraph.ask(`{ order${args} { id } }`, {}, { as: buyer });
    for (const args of ['', '(id: "ord_1", number: "A-1")']) {
      expect(await ask(args)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    for (const args of ['(id: "nonsense")', '(id: "\\u0000")', '(number: "\\u0000")', `(id: "${newId('ord')}")`]) {
      expect(await ask(args)).toEqual({ data: { order: null } });
    }
    expect(await shop.subgraph.ask(`{ order(id: "x") { id } }`)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test("is listed among its buyer's, newest first and from the end, for the buyer and administrators only", async () => {
    const placed = [];
    for (let i = 0; i < 5; i++) placed.push(await shop.place(buyer, [bowl]));
    await shop.cancel(buyer, placed[1]?.orderId ?? '');
    const newestFirst = placed.map(({ orderId }) => orderId).reverse();

    const first = await page(buyer, { first: 2 });
    expect(first.nodes).toEqual(newestFirst.slice(0, 2));
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await page(person('ADMIN'), { first: 100, after: first.pageInfo.endCursor });
    expect(rest.nodes).toEqual(newestFirst.slice(2));
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const end = await page(buyer, { last: 2 });
    const others = await page(buyer, { last: 100, before: end.pageInfo.startCursor });
    expect([...others.nodes, ...end.nodes]).toEqual(newestFirst);
    expect([others.pageInfo, end.pageInfo]).toMatchObject([{ hasPreviousPage: false }, { hasPreviousPage: true }]);

    expect((await page(buyer, { filter: { statuses: ['CANCELLED'] } })).nodes).toEqual([placed[1]?.orderId]);
    expect((await page(buyer, { filter: { placedAt: { gte: placed[3]?.placedAt } } })).nodes).toEqual(newestFirst.slice(0, 2));
    expect((await page(buyer, { filter: { placedAt: { lt: placed[3]?.placedAt }, statuses: ['PENDING'] } })).nodes).toHaveLength(2);
    await expect(page(person(), {})).rejects.toThrow();
    for (const args of [{ first: 0 }, { first: 101 }, { last: 0 }, { first: 20, last: 20 }, { after: 'nonsense' }, { before: 'nonsense' }])
      await expect(page(buyer, args)).rejects.toThrow();
  });

  test.each(['first', 'last'])('costs one statement for each type and level, however many there are, %s', async (end) => {
    for (let i = 0; i < 20; i++) await shop.place(buyer, [bowl]);
    const ask = (size: number) =>
      shop.subgraph.data(
        `query ($who: [_Any!]!, $size: Int!) {
           _entities(representations: $who) {
             ... on User { orders(${end}: $size) { totalCount nodes {
               number total { amount } viewerCanCancel
               lines { quantity variant { id } }
               saga { steps { name } }
               sellerOrders { payout { amount } lines { productName } }
               history(${end}: $size) { nodes { kind actor { id } } }
             } } }
           }
         }`,
        { who: [{ __typename: 'User', id: buyer.id }], size },
        { as: buyer },
      );
    await ask(20);
    shop.subgraph.statements();
    await ask(20);
    // Checkouts of other tests go on meanwhile.
    const statements = shop.subgraph
      .statements()
      .filter(
        (sql) => /^\s*select/.test(sql) && !/for update|deadline_at <=|payment_due_at|as wanted|platform\.(?!feed\b)|feed_head/.test(sql),
      );
    expect(statements.map(tableOf).sort()).toEqual(
      ['orders', 'orders', 'order_line', 'order_line', 'checkout_saga', 'seller_order', 'platform.feed'].sort(),
    );
  });

  /** The first table that a statement reads from, parents aside. */
  function tableOf(sql: string): string {
    const tables = [...sql.matchAll(/\bfrom\s+([a-z_.]+)/g)].map((match) => match[1] ?? '');
    return tables.find((table) => table !== 'unnest') ?? sql;
  }
});

describe('an order in no checkout', () => {
  test('is cancelled by its buyer, and those who follow it are told', async () => {
    const placed = await place();
    const stream = await follow(buyer, { orderId: placed.orderId });
    expect(await shop.cancel(buyer, placed.orderId, 'Changed my mind.')).toEqual({
      orderCancel: { order: { status: 'CANCELLED', cancellationReason: 'BUYER_REQUEST', viewerCanCancel: false }, userErrors: [] },
    });
    expect(await shop.subgraph.heard(OrderCancelled, ofOrder(placed))).toEqual({ ...factsOf(placed), reason: 'BUYER_REQUEST' });
    expect(await takeEvents(stream, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { status: 'CANCELLED', saga: null } }]);
    await stream.return?.();
    expect(await shop.cancel(buyer, placed.orderId)).toMatchObject({ orderCancel: { userErrors: [{ code: 'CONFLICT' }] } });
  });

  test('is confirmed, and that its parties were told changes nothing of it', async () => {
    const placed = await place();
    const stream = await follow(buyer, { orderId: placed.orderId });
    await transaction(shop.database.fork(), async (tx) => {
      const order = await lockOrder(tx, { id: placed.orderId });
      expect(order && (await confirmOrder(tx, order))).toBe(true);
    });
    expect(await shop.subgraph.heard(OrderConfirmed, ofOrder(placed))).toEqual(factsOf(placed));
    expect(await takeEvents(stream, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { status: 'CONFIRMED', saga: null } }]);
    await stream.return?.();
    const told = newUuid();
    await shop.subgraph.happened(OrderPartiesNotified, { orderId: placed.orderId }, told);
    await shop.applied(told);
    expect(
      await shop.subgraph.data(`query ($id: ID!) { order(id: $id) { status saga { id } } }`, { id: placed.orderId }, { as: buyer }),
    ).toEqual({
      order: { status: 'CONFIRMED', saga: null },
    });
  });

  /** As one of a later kind will be; today every order begins in a checkout. */
  async function place(): Promise<Placed> {
    const placed = await shop.place(buyer, [bowl]);
    await shop.onDatabase('delete from checkout_saga where id = $1', [placed.sagaId]);
    return placed;
  }

  function factsOf(placed: Placed) {
    return { ...placed, sagaId: undefined, placedAt: undefined };
  }
});

describe('orderUpdated', () => {
  test('tells every step of all orders of the viewer, each as it was', async () => {
    const stream = await follow(buyer);
    const placed = await shop.place(buyer, [bowl], 'sandbox-decline');
    await shop.place(person(), [bowl]);
    await shop.validated(placed);
    await shop.subgraph.heard(StockRequested, ({ orderId }) => orderId === placed.orderId);
    await shop.reserved(placed);
    await shop.reaches(placed, { status: 'CANCELLED' });
    const live = await takeEvents(stream, 5);
    expect(live.map(({ kind, order }) => [kind, order.status, order.saga?.status])).toEqual([
      ['CREATED', 'PENDING', 'RUNNING'],
      ['SAGA_PROGRESSED', 'PENDING', 'RUNNING'],
      ['SAGA_PROGRESSED', 'PENDING', 'RUNNING'],
      ['PAYMENT_CHANGED', 'PENDING', 'COMPENSATING'],
      ['STATUS_CHANGED', 'CANCELLED', 'COMPENSATED'],
    ]);
    expect(live.map(({ order }) => order.id)).toEqual(Array(5).fill(placed.orderId));
    expect(live[0]?.order.saga?.steps[0]).toEqual({ name: 'VALIDATE_CUSTOMER', status: 'RUNNING' });
    await stream.return?.();

    const replayed = await follow(buyer, { after: live[0]?.cursor });
    expect(await takeEvents(replayed, 4)).toEqual(live.slice(1));
    await replayed.return?.();
  });

  test('and the lists of orders and of what happened to one understand the same cursors', async () => {
    const stream = await follow(buyer);
    const [older, newer] = [await shop.place(buyer, [bowl]), await shop.place(buyer, [bowl])];
    const [first, second] = await takeEvents(stream, 2);
    expect((await page(buyer, { after: second?.cursor })).nodes).toEqual([older.orderId]);
    expect((await page(buyer, { after: first?.cursor })).nodes).toEqual([]);

    const { edges } = await page(buyer, { first: 1 });
    await shop.cancel(buyer, older.orderId);
    const sinceNewer = await follow(buyer, { after: edges[0]?.cursor });
    expect(await takeEvents(sinceNewer, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { id: older.orderId } }]);
    await Promise.all([stream.return?.(), sinceNewer.return?.()]);

    await shop.validated(newer);
    await shop.subgraph.heard(StockRequested, ({ orderId }) => orderId === newer.orderId);
    const history = await historyOf(newer, {});
    expect(history.nodes.map(({ kind, actor }) => [kind, actor?.id ?? null])).toEqual([
      ['order.placed', buyer.id],
      ['customer.validated', null],
    ]);
    const one = await follow(buyer, { orderId: newer.orderId, after: history.edges[0]?.cursor });
    const [validated] = await takeEvents(one, 1);
    expect(validated).toMatchObject({ kind: 'SAGA_PROGRESSED', order: { id: newer.orderId } });
    await one.return?.();
    expect((await historyOf(newer, { after: validated?.cursor })).nodes).toEqual([]);
    expect((await historyOf(newer, { after: history.edges[0]?.cursor })).nodes).toMatchObject([{ kind: 'customer.validated' }]);
    expect((await historyOf(newer, { last: 1 })).nodes).toMatchObject([{ kind: 'customer.validated' }]);
    expect((await historyOf(newer, { last: 1, before: history.edges[1]?.cursor })).nodes).toMatchObject([{ kind: 'order.placed' }]);
  });

  test('of one order is for its buyer and for administrators', async () => {
    const seller = person('SELLER');
    const placed = await shop.place(buyer, [await shop.listed({ sellerId: seller.id })]);
    const admin = await follow(person('ADMIN'), { orderId: placed.orderId });
    await shop.cancel(buyer, placed.orderId);
    expect(await takeEvents(admin, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { cancellationReason: 'BUYER_REQUEST' } }]);
    await admin.return?.();
    for (const who of [seller, person()]) await expect(follow(who, { orderId: placed.orderId })).rejects.toThrow('There is no such order.');
    await expect(follow(buyer, { after: 'nonsense' })).rejects.toThrow('cursor');
    const { edges } = await page(buyer, { first: 1 });
    await expect(follow(person(), { after: edges[0]?.cursor })).rejects.toThrow('cursor');
  });

  async function historyOf({ orderId }: Placed, args: { after?: string | undefined; last?: number; before?: string | undefined }) {
    const { order } = await shop.subgraph.data(
      `query ($id: ID!, $after: String, $last: Int, $before: String) {
         order(id: $id) { history(after: $after, last: $last, before: $before) { edges { cursor } nodes { id kind actor { id } occurredAt } } }
       }`,
      { id: orderId, ...args },
      { as: buyer },
    );
    const Entry = z.object({ kind: z.string(), actor: z.object({ id: z.string() }).nullable() });
    const History = z.object({ edges: z.array(z.object({ cursor: z.string() })), nodes: z.array(Entry) });
    return z.object({ history: History }).parse(order).history;
  }
});

const Event = z.object({
  cursor: z.string(),
  kind: z.string(),
  occurredAt: z.string(),
  order: z.object({
    id: z.string(),
    status: z.string(),
    cancellationReason: z.string().nullable(),
    saga: z.object({ status: z.string(), steps: z.array(z.object({ name: z.string(), status: z.string() })) }).nullable(),
  }),
});

function follow(who: Actor, args: { orderId?: string; after?: string | undefined } = {}) {
  return shop.subgraph.subscribe(
    `subscription ($orderId: ID, $after: String) {
       orderUpdated(orderId: $orderId, after: $after) {
         cursor kind occurredAt order { id status cancellationReason saga { status steps { name status } } }
       }
     }`,
    args,
    { as: who },
  );
}

async function takeEvents(stream: AsyncIterator<ExecutionResult>, count: number) {
  return (await take(stream, count)).map(({ data }) => z.object({ orderUpdated: Event }).parse(data).orderUpdated);
}

const Page = z.object({
  totalCount: z.int(),
  edges: z.array(z.object({ cursor: z.string() })),
  nodes: z.array(z.object({ id: z.string() })).transform((nodes) => nodes.map(({ id }) => id)),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
});

/** A page of the buyer's orders as `who` sees it. */
async function page(who: Actor, args: object) {
  const { _entities } = await shop.subgraph.data(
    `query ($of: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilterInput) {
       _entities(representations: $of) {
         ... on User {
           orders(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
             totalCount edges { cursor } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
           }
         }
       }
     }`,
    { of: [{ __typename: 'User', id: buyer.id }], ...args },
    { as: who },
  );
  return z.array(z.object({ orders: Page })).parse(_entities)[0]?.orders ?? Page.parse(null);
}
