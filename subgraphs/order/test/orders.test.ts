import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { StockRequested } from '@agora/schema/events/order';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { entities } from '../src/entities.ts';
import { type Placed, Shop, type Variant } from './shop.ts';

let shop: Shop;
let buyer: Actor;
let bowl: Variant;

beforeAll(async () => {
  shop = await Shop.open();
  bowl = await shop.listed();
});
afterAll(() => shop.stop());
beforeEach(() => void (buyer = person()));

test('the entities say what the migrations made', async () => {
  expect(await schemaDrift(shop.subgraph.databaseUrl, entities)).toBe('');
});

describe('a cart', () => {
  test('is made for a guest, who holds its token', async () => {
    const { cart, cartToken } = await shop.fill(null, [{ variantId: bowl.variantId, quantity: 2 }]);
    const more = await shop.fill(null, [{ variantId: bowl.variantId, quantity: 3 }], { cartToken });
    expect(more).toMatchObject({ cart: { id: cart?.id, version: 2 }, cartToken: null, userErrors: [] });

    expect(await read(null, cartToken)).toEqual({
      id: cart?.id,
      version: 2,
      total: { amount: '125.00', minorUnits: 12_500, currencyCode: 'EUR' },
      lines: [{ quantity: 5, unitPrice: { amount: '25.00' }, variant: { id: bowl.variantId } }],
      warnings: [],
    });
    for (const token of [null, 'wrong', 'x'.repeat(43)]) expect(await read(null, token)).toBe(null);
    expect(await shop.fill(null, [{ variantId: bowl.variantId, quantity: 1 }], { cartToken: 'wrong' })).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['cartToken'] }],
    });
  });

  test('is made once for a guest who asks again with the same key, because the answer was lost', async () => {
    const begin = (idempotencyKey: string) => shop.fill(null, [{ variantId: bowl.variantId, quantity: 1 }], {}, { idempotencyKey });
    const key = newUuid();
    const [first, ...repeats] = await Promise.all([begin(key), begin(key), begin(key)]);
    expect(first.userErrors).toEqual([]);
    for (const repeat of repeats) expect(repeat).toEqual(first);
    expect(await read(null, first.cartToken)).toMatchObject({ id: first.cart?.id, lines: [{ quantity: 1 }] });
    expect((await begin(newUuid())).cart?.id).not.toBe(first.cart?.id);
  });

  test('of a person needs no token, and nobody else sees it', async () => {
    const { cart, cartToken } = await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }]);
    expect(cartToken).toBe(null);
    expect(await read(buyer)).toMatchObject({ id: cart?.id });
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cart { version } ... on User { cart { id } } } }`;
    const of = [
      { __typename: 'Cart', id: cart?.id },
      { __typename: 'User', id: buyer.id },
    ];
    expect(await shop.subgraph.data(asked, { of }, { as: buyer })).toEqual({ _entities: [{ version: 1 }, { cart: { id: cart?.id } }] });
    expect(await shop.subgraph.data(asked, { of }, { as: person('ADMIN') })).toEqual({ _entities: [null, { cart: null }] });
  });

  test('that a guest filled becomes theirs when they sign in', async () => {
    const vase = await shop.listed();
    const { cartToken } = await shop.fill(null, [
      { variantId: bowl.variantId, quantity: 998 },
      { variantId: vase.variantId, quantity: 1 },
    ]);
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 2 }]);
    for (let times = 1; times <= 2; times++) expect((await shop.fill(buyer, [], { cartToken })).userErrors).toEqual([]);
    expect(await read(buyer)).toMatchObject({
      lines: [
        { quantity: 999, variant: { id: bowl.variantId } },
        { quantity: 1, variant: { id: vase.variantId } },
      ],
    });
    expect(await read(null, cartToken)).toBe(null);
  });

  test("of a guest is kept for 30 days after its last change, an account's for ever", async () => {
    const lines = [{ variantId: bowl.variantId, quantity: 1 }];
    const [old, kept] = [await shop.fill(null, lines), await shop.fill(null, lines)];
    const mine = await shop.fill(buyer, lines);
    const age = (id: string | undefined, days: number) =>
      query(shop.orm.em.fork(), `update cart set updated_at = now() - make_interval(days => $2) where id = $1`, [id, days]);
    await age(kept.cart?.id, 29);
    await age(mine.cart?.id, 400);
    await age(old.cart?.id, 31);

    await eventually(async () => (await read(null, old.cartToken)) === null);
    expect(await read(null, kept.cartToken)).toMatchObject({ id: kept.cart?.id });
    expect(await read(buyer)).toMatchObject({ id: mine.cart?.id });
  });

  test('leaves to the guest what is of another currency', async () => {
    const dollars = await shop.listed({ price: { minorUnits: 100, currencyCode: 'USD' } });
    const { cartToken } = await shop.fill(null, [{ variantId: dollars.variantId, quantity: 1 }]);
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }], { cartToken });
    expect(await read(null, cartToken)).toMatchObject({ lines: [{ variant: { id: dollars.variantId } }] });
    expect(await shop.fill(buyer, [{ variantId: dollars.variantId, quantity: 1 }])).toMatchObject({
      cart: null,
      userErrors: [{ code: 'CONFLICT', field: ['lines', '0', 'variantId'] }],
    });
  });

  test('takes all lines or none, and says what is wrong with each', async () => {
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 990 }]);
    const { userErrors } = await shop.fill(buyer, [
      { variantId: bowl.variantId, quantity: 5 },
      { variantId: newId('var'), quantity: 1 },
      { variantId: bowl.variantId, quantity: 5 },
      { variantId: 'var_\0', quantity: 1 },
    ]);
    expect(userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['lines', '1', 'variantId'] },
      { code: 'INVALID', field: ['lines', '2', 'quantity'] },
      { code: 'NOT_FOUND', field: ['lines', '3', 'variantId'] },
    ]);
    expect(await read(buyer)).toMatchObject({ version: 1, lines: [{ quantity: 990 }] });
  });

  test('says what is wrong with the first twenty, where more is', async () => {
    const { userErrors } = await shop.fill(
      buyer,
      Array.from({ length: 100 }, () => ({ variantId: newId('var'), quantity: 1 })),
    );
    expect(userErrors).toHaveLength(20);
    expect(userErrors[19]).toEqual({ code: 'NOT_FOUND', field: ['lines', '19', 'variantId'] });
  });

  test('refuses quantities and numbers of lines that make no sense', async () => {
    const one = { variantId: bowl.variantId, quantity: 1 };
    const cases: [unknown[], string[]][] = [
      [[{ ...one, quantity: 0 }], ['lines', '0', 'quantity']],
      [
        [one, { ...one, quantity: -3 }],
        ['lines', '1', 'quantity'],
      ],
      [[{ ...one, quantity: 1_000 }], ['lines', '0', 'quantity']],
      [[], ['lines']],
      [Array(101).fill(one), ['lines']],
    ];
    for (const [lines, field] of cases) {
      expect((await shop.fill(buyer, lines as [])).userErrors).toEqual([{ code: 'INVALID', field }]);
    }
    expect((await shop.fill(null, [one], { cartToken: 'x'.repeat(1_000_000) })).userErrors).toEqual([
      { code: 'INVALID', field: ['cartToken'] },
    ]);
    expect(await read(buyer)).toBe(null);
  });

  test('is not changed by somebody who saw another version of it', async () => {
    const line = { variantId: bowl.variantId, quantity: 1 };
    const { cart } = await shop.fill(buyer, [line]);
    const attempts = await Promise.all(Array.from({ length: 5 }, () => shop.fill(buyer, [line], { expectedVersion: cart?.version })));
    expect(attempts.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(attempts.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array(4).fill({ code: 'VERSION_MISMATCH', field: ['expectedVersion'] }),
    );
    expect(await read(buyer)).toMatchObject({ version: 2, lines: [{ quantity: 2 }] });
  });

  test('counts every addition of many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }])));
    expect(await read(buyer)).toMatchObject({ version: 20, lines: [{ quantity: 20 }] });
  });

  test('tells of prices that changed and of things that are gone, and forgets terms that are out of date', async () => {
    const [dearer, cheaper, gone] = [await shop.listed(), await shop.listed(), await shop.listed()];
    await shop.fill(
      buyer,
      [dearer, cheaper, gone].map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    await shop.subgraph.happened(VariantListed, { ...dearer, price: { minorUnits: 2_600, currencyCode: 'EUR' }, version: 3 });
    await shop.subgraph.happened(VariantListed, { ...dearer, price: { minorUnits: 1, currencyCode: 'EUR' }, version: 2 });
    await shop.subgraph.happened(VariantListed, { ...cheaper, price: { minorUnits: 2_400, currencyCode: 'EUR' }, version: 2 });
    await shop.subgraph.happened(VariantDelisted, { variantId: gone.variantId, version: 2 });
    const Warnings = z.object({ cart: z.object({ warnings: z.array(z.object({ code: z.string() })) }) });
    await eventually(async () => {
      const { cart } = Warnings.parse(await shop.subgraph.data(`{ cart { warnings { code } } }`, {}, { as: buyer }));
      expect(cart.warnings.map(({ code }) => code)).toEqual(['PRICE_INCREASED', 'PRICE_DECREASED', 'NOT_AVAILABLE']);
      return true;
    });
    expect(await shop.subgraph.data('{ cart { warnings { message } } }', {}, { as: buyer, acceptLanguage: 'es-CO' })).toEqual({
      cart: {
        warnings: [
          { message: 'El precio de Tea bowl subió.' },
          { message: 'El precio de Tea bowl bajó.' },
          { message: 'Tea bowl ya no se puede comprar.' },
        ],
      },
    });
    const cart = await read(buyer);
    expect(await shop.checkout(buyer, z.object({ id: z.string() }).parse(cart).id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await shop.fill(buyer, [{ variantId: gone.variantId, quantity: 1 }])).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  async function read(who: Actor | null, token: string | null = null): Promise<unknown> {
    const { cart } = await shop.subgraph.data(
      `query ($token: String) {
         cart(token: $token) {
           id version total { amount minorUnits currencyCode } warnings { code }
           lines { quantity unitPrice { amount } variant { id } }
         }
       }`,
      { token },
      { as: who },
    );
    return cart;
  }
});

describe('an order', () => {
  const WHOLE = `{ id number status total { amount } lines { productName quantity } sellerOrders { seller { id } payout { amount } lines { quantity } } }`;

  test('shows its buyer and administrators everything, sellers their part, and others nothing', async () => {
    const [seller, another] = [person('SELLER'), person('SELLER')];
    const mug = await shop.listed({ sellerId: seller.id, productName: 'Mug', price: { minorUnits: 900, currencyCode: 'EUR' } });
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
        { productName: 'Mug', quantity: 1 },
        { productName: 'Jug', quantity: 1 },
      ],
      sellerOrders: [mugs, { seller: { id: another.id }, payout: { amount: '30.00' }, lines: [{ quantity: 1 }] }],
    };
    expect(await read(person('ADMIN'))).toEqual(whole);
    // What sellers receive is no business of the buyer's.
    expect(await read(buyer)).toEqual({ ...whole, sellerOrders: whole.sellerOrders.map((part) => ({ ...part, payout: null })) });
    expect(await read(seller)).toEqual({ ...whole, total: { amount: '9.00' }, lines: [whole.lines[0]], sellerOrders: [mugs] });
    expect(await read(person('SELLER', 'MODERATOR'))).toBe(null);
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
    for (const args of [{ first: 0 }, { first: 101 }, { last: 0 }, { after: 'nonsense' }, { before: 'nonsense' }])
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
    const statements = shop.subgraph
      .statements()
      .filter((sql) => !/^update checkout_saga|deadline_at <=|payment_due_at|parked_event|feed_head/.test(sql));
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

describe('orderUpdated', () => {
  test('tells every step of all orders of the viewer, each as it was', async () => {
    const stream = await follow(buyer);
    const placed = await shop.place(buyer, [bowl], 'sandbox-decline');
    await shop.place(person(), [bowl]);
    await shop.validated(placed);
    await shop.subgraph.heard(StockRequested, ({ orderId }) => orderId === placed.orderId);
    await shop.reserved(placed);
    await shop.reaches(placed, { status: 'CANCELLED' });
    const live = await take(stream, 5);
    expect(live.map(({ kind, order }) => [kind, order.status, order.saga.status])).toEqual([
      ['CREATED', 'PENDING', 'RUNNING'],
      ['SAGA_PROGRESSED', 'PENDING', 'RUNNING'],
      ['SAGA_PROGRESSED', 'PENDING', 'RUNNING'],
      ['PAYMENT_CHANGED', 'PENDING', 'COMPENSATING'],
      ['STATUS_CHANGED', 'CANCELLED', 'COMPENSATED'],
    ]);
    expect(live.map(({ order }) => order.id)).toEqual(Array(5).fill(placed.orderId));
    expect(live[0]?.order.saga.steps[0]).toEqual({ name: 'VALIDATE_CUSTOMER', status: 'RUNNING' });
    await stream.return?.();

    const replayed = await follow(buyer, { after: live[0]?.cursor });
    expect(await take(replayed, 4)).toEqual(live.slice(1));
    await replayed.return?.();
  });

  test('and the lists of orders and of what happened to one understand the same cursors', async () => {
    const stream = await follow(buyer);
    const [older, newer] = [await shop.place(buyer, [bowl]), await shop.place(buyer, [bowl])];
    const [first, second] = await take(stream, 2);
    expect((await page(buyer, { after: second?.cursor })).nodes).toEqual([older.orderId]);
    expect((await page(buyer, { after: first?.cursor })).nodes).toEqual([]);

    const { edges } = await page(buyer, { first: 1 });
    await shop.cancel(buyer, older.orderId);
    const sinceNewer = await follow(buyer, { after: edges[0]?.cursor });
    expect(await take(sinceNewer, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { id: older.orderId } }]);
    await Promise.all([stream.return?.(), sinceNewer.return?.()]);

    await shop.validated(newer);
    await shop.subgraph.heard(StockRequested, ({ orderId }) => orderId === newer.orderId);
    const history = await historyOf(newer, {});
    expect(history.nodes.map(({ kind, actor }) => [kind, actor?.id ?? null])).toEqual([
      ['order.placed', buyer.id],
      ['customer.validated', null],
    ]);
    const one = await follow(buyer, { orderId: newer.orderId, after: history.edges[0]?.cursor });
    const [validated] = await take(one, 1);
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
    expect(await take(admin, 1)).toMatchObject([{ kind: 'STATUS_CHANGED', order: { cancellationReason: 'BUYER_REQUEST' } }]);
    await admin.return?.();
    for (const who of [seller, person()]) await expect(follow(who, { orderId: placed.orderId })).rejects.toThrow('There is no such order.');
    await expect(follow(buyer, { after: 'nonsense' })).rejects.toThrow('cursor');
    const { edges } = await page(buyer, { first: 1 });
    await expect(follow(person(), { after: edges[0]?.cursor })).rejects.toThrow('cursor');
  });

  const Event = z.object({
    cursor: z.string(),
    kind: z.string(),
    occurredAt: z.string(),
    order: z.object({
      id: z.string(),
      status: z.string(),
      cancellationReason: z.string().nullable(),
      saga: z.object({ status: z.string(), steps: z.array(z.object({ name: z.string(), status: z.string() })) }),
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

  async function take(stream: AsyncIterableIterator<ExecutionResult>, count: number) {
    const events = [];
    while (events.length < count) {
      const { value } = await stream.next();
      events.push(z.object({ data: z.object({ orderUpdated: Event }) }).parse(value).data.orderUpdated);
    }
    return events;
  }

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
