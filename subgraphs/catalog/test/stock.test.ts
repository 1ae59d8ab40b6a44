import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId, newUuid } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { randomFrom } from '@agora/platform/testing/random';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import {
  ReservationExpired,
  StockChanged,
  StockRejected,
  StockReleased,
  StockReserved,
  VariantDelisted,
  VariantListed,
} from '@agora/schema/events/catalog';
import { OrderCancelled, OrderConfirmed, StockRequested, StockUnclaimed } from '@agora/schema/events/order';
import { UserRestored, UserSuspended } from '@agora/schema/events/user';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { newOrder, openShop, type Shop } from './shop.ts';
import { booksOf, foldLedger, newLocation } from './stock-books.ts';

let shop: Shop;
/** A second process on the same database. */
let replica: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop();
  replica = await openShop({ CATALOG_DATABASE_URL: shop.databaseUrl });
  seller = await shop.verifiedSeller();
});
afterAll(async () => {
  await replica.stop();
  await shop.stop();
});

type Order = ReturnType<typeof newOrder>;

const request = (order: Order, lines: readonly { variantId: string; quantity: number }[], eventId?: string) =>
  shop.happened(StockRequested, { ...order, lines: [...lines] }, eventId);
const cancel = (order: Order, eventId?: string) => shop.happened(OrderCancelled, { ...ended(order), reason: 'PAYMENT_DECLINED' }, eventId);
const confirm = (order: Order, eventId?: string) => shop.happened(OrderConfirmed, ended(order), eventId);
const reserved = (order: Order) => shop.heard(StockReserved, ({ sagaId }) => sagaId === order.sagaId);
const rejected = (order: Order) => shop.heard(StockRejected, ({ sagaId }) => sagaId === order.sagaId);
const released = (order: Order) => shop.heard(StockReleased, ({ sagaId }) => sagaId === order.sagaId);
const answers = ({ sagaId: mine }: Order) => [
  ...shop.heardAll(StockReserved, ({ sagaId }) => sagaId === mine),
  ...shop.heardAll(StockRejected, ({ sagaId }) => sagaId === mine),
];

/** Events of one order are heard in turn: once this one is answered, all before it were dealt with. */
async function settled({ orderId }: Order): Promise<void> {
  const later = { orderId, sagaId: newId('sag') };
  await request(later, [{ variantId: newId('var'), quantity: 1 }]);
  await rejected(later);
}

function ended(order: Order) {
  const unitPrice = { minorUnits: 1000, currencyCode: 'EUR' };
  const line = { variantId: newId('var'), productId: newId('prd'), sellerId: seller.id, productName: 'Ware', quantity: 1, unitPrice };
  return { ...order, number: 'A-1', buyerId: person().id, lines: [line], total: unitPrice };
}

const ADJUST = 'mutation($input: VariantStockAdjustInput!) { variantStockAdjust(input: $input) { userErrors { code } } }';
const COUNT = 'mutation($input: VariantStockSetInput!) { variantStockSet(input: $input) { userErrors { code } } }';
const TRANSFER = 'mutation($input: VariantStockTransferInput!) { variantStockTransfer(input: $input) { userErrors { code } } }';
const CLOSE = 'mutation($input: StockLocationUpdateInput!) { stockLocationUpdate(input: $input) { userErrors { code } } }';

function expectLedgerToBeTheState({ stockLevels, movements, onHandQuantity, reservedQuantity }: Awaited<ReturnType<typeof booksOf>>): void {
  const { levels, untrue } = foldLedger(movements);
  expect(untrue).toEqual([]);
  expect(stockLevels.map(({ location, onHand, reserved }) => [location.id, { onHand, reserved }])).toEqual(
    stockLevels.map(({ location }) => [location.id, levels.get(location.id)]),
  );
  expect(levels.size).toBe(stockLevels.length);
  const folded = [...levels.values()];
  expect(folded.reduce((sum, { onHand }) => sum + onHand, 0)).toBe(onHandQuantity);
  expect(folded.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(reservedQuantity);
}

describe('stock', () => {
  test('five hundred orders for ten units, at two replicas: ten get them, the others are told that none is left, and all can be given back', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const orders = Array.from({ length: 500 }, newOrder);
    const lines = [{ variantId, quantity: 1 }];
    // A bus takes so many at a time however slow the machine is; who asks for more than that waits in vain.
    for (let first = 0; first < orders.length; first += 50)
      await Promise.all(
        orders.slice(first, first + 50).map((order, index) => (index % 2 ? shop : replica).happened(StockRequested, { ...order, lines })),
      );

    const sagas = new Set(orders.map(({ sagaId }) => sagaId));
    const ofThese = ({ sagaId }: { readonly sagaId: string }) => sagas.has(sagaId);
    await eventually(() => shop.heardAll(StockReserved, ofThese).length + shop.heardAll(StockRejected, ofThese).length >= orders.length);
    expect(orders.every((order) => answers(order).length === 1)).toBe(true);
    const served = shop.heardAll(StockReserved, ofThese);
    expect(served).toHaveLength(10);
    const turnedAway = shop.heardAll(StockRejected, ofThese);
    expect(turnedAway).toHaveLength(490);
    expect(new Set(turnedAway.flatMap(({ shortages }) => shortages.map(({ available }) => available)))).toEqual(new Set([0]));
    const changes = () => shop.heardAll(StockChanged, (change) => change.variantId === variantId);
    await eventually(() => changes().length === 10);
    expect(changes().map(({ availableQuantity }) => availableQuantity)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await shop.available(variantId)).toBe(0);

    await Promise.all(served.flatMap((order) => [cancel(order), cancel(order)]));
    await Promise.all(served.map(released));
    await eventually(() => changes().length === 20);
    const books = await booksOf(shop, seller, variantId);
    expect(books).toMatchObject({ onHandQuantity: 10, reservedQuantity: 0, availableQuantity: 10 });
    expect(books.movements).toHaveLength(21);
    expectLedgerToBeTheState(books);
  });

  test('whatever happens at once, by orders and by hand, at two replicas and two places: the ledger adds up to the state', async () => {
    const random = randomFrom(14);
    const cellar = await newLocation(shop, seller, 'Cellar');
    const wares = [await shop.list(seller, { stock: 12 }), await shop.list(seller, { stock: 8 }), await shop.list(seller, { stock: 5 })];
    const main = (await booksOf(shop, seller, wares[0]?.variantId ?? '')).movements[0]?.location.id ?? '';
    const any = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const places = [main, cellar];

    const orders = Array.from({ length: 60 }, newOrder);
    const byOrders = orders.map(async (order, index) => {
      const at = index % 2 ? shop : replica;
      const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
        variantId: any(wares).variantId,
        quantity: 1 + Math.floor(random() * 3),
      }));
      const endings = [
        () => confirm(order),
        () => cancel(order),
        () => Promise.all([cancel(order), cancel(order)]),
        () => Promise.resolve(),
      ];
      const end = any(endings);
      await at.happened(StockRequested, { ...order, lines });
      await end();
    });
    const byHand = Array.from({ length: 40 }, (_, index) => {
      const at = index % 2 ? shop : replica;
      const { variantId } = any(wares);
      const [stockLocationId, other] = random() < 0.5 ? places : places.toReversed();
      const quantity = Math.floor(random() * 7) - 3 || 1;
      return any([
        () => at.data(ADJUST, { input: { adjustments: [{ variantId, stockLocationId, quantity, reason: 'FOUND' }] } }, { as: seller }),
        () => at.data(COUNT, { input: { counts: [{ variantId, stockLocationId, onHand: Math.floor(random() * 15) }] } }, { as: seller }),
        () =>
          at.data(
            TRANSFER,
            { input: { variantId, fromStockLocationId: stockLocationId, toStockLocationId: other, quantity: Math.abs(quantity) } },
            { as: seller },
          ),
        () => at.data(CLOSE, { input: { stockLocationId: cellar, isActive: random() < 0.5 } }, { as: seller }),
      ])();
    });
    await Promise.all([...byOrders, ...byHand]);
    await shop.settled();

    let moved = 0;
    for (const { variantId } of wares) {
      const books = await booksOf(shop, seller, variantId);
      expectLedgerToBeTheState(books);
      moved += books.movements.length;
      const told = () => shop.heardAll(StockChanged, (change) => change.variantId === variantId).at(-1)?.availableQuantity;
      await eventually(() => told() === books.availableQuantity);
    }
    expect(moved).toBeGreaterThan(20);
  });

  test('an order gets all its lines or none, and lines of one variant are counted together', async () => {
    const [plenty, scarce] = [await shop.list(seller, { stock: 50 }), await shop.list(seller, { stock: 3 })];
    const [both, twice, unknown] = [newOrder(), newOrder(), newOrder()];
    const nowhere = newId('var');

    await request(both, [
      { variantId: plenty.variantId, quantity: 5 },
      { variantId: scarce.variantId, quantity: 4 },
    ]);
    expect((await rejected(both)).shortages).toEqual([{ variantId: scarce.variantId, requested: 4, available: 3 }]);
    await request(twice, [
      { variantId: scarce.variantId, quantity: 2 },
      { variantId: scarce.variantId, quantity: 2 },
    ]);
    expect((await rejected(twice)).shortages).toEqual([{ variantId: scarce.variantId, requested: 4, available: 3 }]);
    await request(unknown, [
      { variantId: plenty.variantId, quantity: 1 },
      { variantId: nowhere, quantity: 1 },
    ]);
    expect((await rejected(unknown)).shortages).toEqual([{ variantId: nowhere, requested: 1, available: 0 }]);
    expect([await shop.available(plenty.variantId), await shop.available(scarce.variantId)]).toEqual([50, 3]);
  });

  test('orders that name the same variants in opposite order all get their stock', async () => {
    const [one, other] = [await shop.list(seller, { stock: 100 }), await shop.list(seller, { stock: 100 })];
    const lines = [one, other].map(({ variantId }) => ({ variantId, quantity: 1 }));
    const orders = Array.from({ length: 40 }, newOrder);
    await Promise.all(orders.map((order, index) => request(order, index % 2 ? lines : lines.toReversed())));

    await Promise.all(orders.map(reserved));
    expect([await shop.available(one.variantId), await shop.available(other.variantId)]).toEqual([60, 60]);
  });

  test('a request that is delivered or made again is answered once', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const order = newOrder();
    const lines = [{ variantId, quantity: 4 }];
    const eventId = newUuid();
    await request(order, lines, eventId);
    await request(order, lines, eventId);
    await request(order, lines);

    await settled(order);
    expect(answers(order)).toHaveLength(1);
    expect(await shop.available(variantId)).toBe(6);
  });

  test('a cancelled order gives its stock back once, however often that is heard', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const [order, bystander] = [newOrder(), newOrder()];
    await request(order, [{ variantId, quantity: 4 }]);
    await request(bystander, [{ variantId, quantity: 3 }]);
    await Promise.all([reserved(order), reserved(bystander)]);
    const eventId = newUuid();
    await cancel(order, eventId);
    await cancel(order, eventId);
    await cancel(order);

    await settled(order);
    expect(await shop.available(variantId)).toBe(7);
    expect(shop.heardAll(StockReleased, ({ sagaId }) => sagaId === order.sagaId)).toHaveLength(1);
    const back = await shop.heard(StockChanged, (change) => change.variantId === variantId && change.operation === 'INCREASE');
    expect(back).toMatchObject({ quantity: 4, availableQuantity: 7 });
  });

  test('an order that is cancelled before it asks gets nothing, and nothing leaks', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const order = newOrder();
    await cancel(order);
    await request(order, [{ variantId, quantity: 4 }]);

    await settled(order);
    expect(answers(order)).toEqual([]);
    expect(shop.heardAll(StockReleased, ({ sagaId }) => sagaId === order.sagaId)).toEqual([]);
    expect(await shop.available(variantId)).toBe(10);
  });

  test('the stock of a confirmed order is sold: confirming again or cancelling late changes nothing', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const order = newOrder();
    await request(order, [{ variantId, quantity: 10 }]);
    await reserved(order);
    await confirm(order);
    await confirm(order);
    await cancel(order);

    await settled(order);
    expect(await shop.available(variantId)).toBe(0);
    expect(shop.heardAll(StockReleased, ({ sagaId }) => sagaId === order.sagaId)).toEqual([]);
    expect(shop.heardAll(StockChanged, (change) => change.variantId === variantId)).toHaveLength(1);
  });

  test('an order that ended in no checkout leaves the stock as it is, and what is heard after it counts', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const order = newOrder();
    await request(order, [{ variantId, quantity: 4 }]);
    await reserved(order);
    const alone = { ...ended(order), sagaId: undefined };
    await shop.happened(OrderConfirmed, alone);
    await shop.happened(OrderCancelled, { ...alone, reason: 'BUYER_REQUEST' });

    await settled(order);
    expect(await shop.available(variantId)).toBe(6);
    await cancel(order);
    await released(order);
    expect(await shop.available(variantId)).toBe(10);
  });

  test('what is set aside for one order is not sold with another', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const [sold, cancelled] = [newOrder(), newOrder()];
    for (const order of [sold, cancelled]) {
      await request(order, [{ variantId, quantity: 5 }]);
      await reserved(order);
    }
    await confirm(sold);
    await settled(sold);
    await cancel(cancelled);
    await released(cancelled);
    expect(await shop.available(variantId)).toBe(5);
  });

  test('of a seller who may not sell is set aside for no order, not even one that was placed before', async () => {
    const barred = await shop.verifiedSeller();
    const [withheld, other] = [await shop.list(barred, { stock: 10 }), await shop.list(seller, { stock: 10 })];
    await shop.happened(UserSuspended, { userId: barred.id, reason: 'Spam.', until: null });
    await shop.heard(VariantDelisted, ({ variantId }) => variantId === withheld.variantId);
    const order = newOrder();
    await request(
      order,
      [withheld, other].map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    expect((await rejected(order)).shortages).toEqual([{ variantId: withheld.variantId, requested: 1, available: 0 }]);

    await shop.happened(UserRestored, { userId: barred.id });
    await shop.heard(VariantListed, ({ variantId, version }) => variantId === withheld.variantId && version > 1);
    const later = newOrder();
    await request(later, [{ variantId: withheld.variantId, quantity: 1 }]);
    await reserved(later);
  });
});

describe('stock that is set aside for too long', () => {
  let brief: Shop;
  let other: Shop;

  beforeAll(async () => {
    brief = await openShop({ RESERVATION_SECONDS: '1' });
    other = await openShop({ RESERVATION_SECONDS: '1', CATALOG_DATABASE_URL: brief.databaseUrl });
  });
  afterAll(async () => {
    await other.stop();
    await brief.stop();
  });

  const reminders = ({ sagaId: mine }: Order) => brief.heardAll(ReservationExpired, ({ sagaId }) => sagaId === mine).length;
  async function reserve(variantId: string, quantity: number): Promise<Order> {
    const order = newOrder();
    await brief.happened(StockRequested, { ...order, lines: [{ variantId, quantity }] });
    await brief.heard(StockReserved, ({ sagaId }) => sagaId === order.sagaId);
    return order;
  }

  test('stays so until order has answered, is asked for again, and goes back once', async () => {
    const merchant = await brief.verifiedSeller();
    const { variantId } = await brief.list(merchant, { stock: 10 });
    const begun = Date.now();
    const order = await reserve(variantId, 4);
    await eventually(() => reminders(order) >= 2);
    // Of two replicas one asks, once in each second.
    expect(reminders(order)).toBeLessThanOrEqual((Date.now() - begun) / 1000);
    expect(await brief.available(variantId)).toBe(6);
    await brief.happened(StockUnclaimed, order);
    await brief.happened(StockUnclaimed, order);
    await brief.heard(StockReleased, ({ sagaId }) => sagaId === order.sagaId);
    await brief.settled();
    expect(await brief.available(variantId)).toBe(10);
    expect((await booksOf(brief, merchant, variantId)).movements.map(({ kind }) => kind)).toEqual(['RELEASED', 'RESERVED', 'RECEIVED']);
  });

  test('is sold where the sale comes after all, and nobody is reminded of it then', async () => {
    const merchant = await brief.verifiedSeller();
    const { variantId } = await brief.list(merchant, { stock: 4 });
    const [sold, witness] = [await reserve(variantId, 3), await reserve(variantId, 1)];
    await eventually(() => reminders(sold) >= 1);
    await brief.happened(OrderConfirmed, ended(sold));
    await brief.settled();
    const after = [reminders(sold), reminders(witness)] as const;
    await eventually(() => reminders(witness) >= after[1] + 3);
    expect(reminders(sold)).toBeLessThanOrEqual(after[0] + 1);
    expect(await booksOf(brief, merchant, variantId)).toMatchObject({ onHandQuantity: 1, reservedQuantity: 1, availableQuantity: 0 });
  });
});

describe('live stock', () => {
  const WATCH = `subscription($variantIds: [ID!]!, $after: String) {
    variantStockChanged(variantIds: $variantIds, after: $after) {
      cursor kind occurredAt variant { id sku availableQuantity stockStatus price { amount } product { slug } }
    }
  }`;
  const Seen = z.object({
    variantStockChanged: z.object({
      cursor: z.string(),
      kind: z.string(),
      variant: z.object({ id: z.string(), availableQuantity: z.int(), stockStatus: z.string() }),
    }),
  });
  const next = async (stream: AsyncIterator<ExecutionResult>) => Seen.parse((await take(stream, 1))[0]?.data).variantStockChanged;

  test('who watches is told each change with the stock it left, and goes on behind a cursor', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    const orders = [newOrder(), newOrder(), newOrder()];
    const stream = await shop.subscribe(WATCH, { variantIds: [variantId] });
    for (const order of orders) {
      await request(order, [{ variantId, quantity: 2 }]);
      await reserved(order);
    }
    const first = await next(stream);
    expect(first.variant).toMatchObject({ id: variantId, availableQuantity: 8 });
    await stream.return?.();

    const resumed = await shop.subscribe(WATCH, { variantIds: [variantId], after: first.cursor });
    const quantities = [(await next(resumed)).variant.availableQuantity, (await next(resumed)).variant.availableQuantity];
    await cancel(orders[0] ?? newOrder());
    expect([...quantities, (await next(resumed)).variant.availableQuantity]).toEqual([6, 4, 6]);
    await resumed.return?.();
  });

  test('what changes between a page and who follows it from there is not missed, of none of its variants', async () => {
    const { id, variantId } = await shop.list(seller, { stock: 10 });
    const page = 'query ($id: ID!) { product(id: $id) { liveCursor variants { id availableQuantity } } }';
    const Page = z.object({ product: z.object({ liveCursor: z.string(), variants: z.array(z.object({ availableQuantity: z.int() })) }) });
    const adjust = (quantity: number) =>
      shop.data(ADJUST, { input: { adjustments: [{ variantId, quantity, reason: 'FOUND' }] } }, { as: seller });
    await adjust(-1);
    const { product } = Page.parse(await shop.data(page, { id }));
    expect(product.variants).toMatchObject([{ availableQuantity: 9 }]);
    await adjust(-2);
    const stream = await shop.subscribe(WATCH, { variantIds: [variantId], after: product.liveCursor });
    expect((await next(stream)).variant.availableQuantity).toBe(7);
    await stream.return?.();
  });

  test('who watches is told what kind of change it was, and in a word what is left', async () => {
    const { variantId } = await shop.list(seller, { stock: 10 });
    await shop.data(
      'mutation($ids: [ID!]!) { variantLowStockThresholdSet(input: { variantIds: $ids, threshold: 3 }) { userErrors { code } } }',
      { ids: [variantId] },
      { as: seller },
    );
    const stream = await shop.subscribe(WATCH, { variantIds: [variantId] });
    for (const quantity of [-1, -7, -2, 1, 2])
      await shop.data(ADJUST, { input: { adjustments: [{ variantId, quantity, reason: 'FOUND' }] } }, { as: seller });
    const told = [];
    for (let heard = 0; heard < 5; heard++) told.push(await next(stream));
    expect(told.map(({ kind, variant }) => [kind, variant.availableQuantity, variant.stockStatus])).toEqual([
      ['DECREASED', 9, 'IN_STOCK'],
      ['DECREASED', 2, 'LOW_STOCK'],
      ['SOLD_OUT', 0, 'OUT_OF_STOCK'],
      ['BACK_IN_STOCK', 1, 'LOW_STOCK'],
      ['INCREASED', 3, 'IN_STOCK'],
    ]);
    await stream.return?.();
  });

  test('what a seller may not sell any more is not told of, and is again once they may', async () => {
    const barred = await shop.verifiedSeller();
    const [withheld, other] = [await shop.list(barred, { stock: 10 }), await shop.list(seller, { stock: 10 })];
    const variantIds = [withheld.variantId, other.variantId];
    const sold = newOrder();
    await request(sold, [{ variantId: withheld.variantId, quantity: 1 }]);
    await reserved(sold);
    const stream = await shop.subscribe(WATCH, { variantIds });
    await shop.happened(UserSuspended, { userId: barred.id, reason: 'Spam.', until: null });
    await shop.heard(VariantDelisted, ({ variantId }) => variantId === withheld.variantId);
    await cancel(sold);
    await released(sold);
    const bought = newOrder();
    await request(bought, [{ variantId: other.variantId, quantity: 1 }]);
    await reserved(bought);
    expect((await next(stream)).variant).toMatchObject({ id: other.variantId, availableQuantity: 9 });

    await shop.happened(UserRestored, { userId: barred.id });
    await shop.heard(VariantListed, ({ variantId, version }) => variantId === withheld.variantId && version > 1);
    const order = newOrder();
    await request(order, [{ variantId: withheld.variantId, quantity: 1 }]);
    expect((await next(stream)).variant).toMatchObject({ id: withheld.variantId, availableQuantity: 9 });
    await stream.return?.();
  });

  test('several variants are watched at once; those that are not to be seen are left out', async () => {
    const [one, other] = [await shop.list(seller), await shop.list(seller)];
    const draft = await shop.draft(seller);
    const variantIds = [one.variantId, other.variantId, draft.variantId, newId('var'), 'nonsense'];
    const stream = await shop.subscribe(WATCH, { variantIds });
    const order = newOrder();
    await request(
      order,
      [one, other].map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    await reserved(order);

    const told = [await next(stream), await next(stream)].map(({ variant }) => variant.id);
    expect(told.toSorted()).toEqual([one.variantId, other.variantId].toSorted());
    const later = newOrder();
    await request(later, [{ variantId: one.variantId, quantity: 1 }]);
    expect((await next(stream)).variant).toMatchObject({ id: one.variantId, availableQuantity: 3 });
    await stream.return?.();
  });

  test('nothing to watch, too much to watch, and a cursor of something else are refused', async () => {
    const [one, other] = [await shop.list(seller), await shop.list(seller)];
    const draft = await shop.draft(seller);
    const stream = await shop.subscribe(WATCH, { variantIds: [other.variantId] });
    await request(newOrder(), [{ variantId: other.variantId, quantity: 1 }]);
    const { cursor: ofAnother } = await next(stream);
    await stream.return?.();

    const refused = async (variables: Readonly<Record<string, unknown>>) => {
      const refusal = await shop.subscribe(WATCH, variables).then(
        () => null,
        (error: unknown) => error,
      );
      const problems = refusal instanceof AggregateError ? refusal.errors : [];
      return z.array(z.object({ extensions: z.object({ code: z.string() }) })).parse(problems)[0]?.extensions.code;
    };
    expect(await refused({ variantIds: [] })).toBe('BAD_USER_INPUT');
    expect(await refused({ variantIds: [newId('var'), draft.variantId] })).toBe('BAD_USER_INPUT');
    expect(await refused({ variantIds: Array.from({ length: 51 }, () => one.variantId) })).toBe('BAD_USER_INPUT');
    expect(await refused({ variantIds: [one.variantId], after: 'nonsense' })).toBe('BAD_USER_INPUT');
    expect(await refused({ variantIds: [one.variantId], after: ofAnother })).toBe('BAD_USER_INPUT');
  });
});
