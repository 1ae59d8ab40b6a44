import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { LocationChanged, StockAdjusted, StockChanged, StockReserved, ThresholdReached } from '@agora/schema/events/catalog';
import { StockRequested } from '@agora/schema/events/order';
import { Client } from 'pg';
import * as z from 'zod';
import { newOrder, openShop, type Shop } from './shop.ts';
import { booksOf, newLocation } from './stock-books.ts';

let shop: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
});
afterAll(() => shop.stop());

const UserErrors = z.array(
  z.object({
    code: z.string(),
    message: z.string(),
    field: z.array(z.string()).nullable(),
    variant: z.object({ id: z.string() }).nullish(),
    availableQuantity: z.int().optional(),
  }),
);
const ERRORS = 'userErrors { code message field ... on OutOfStockError { variant { id } availableQuantity } }';

async function mutate<Shape extends z.ZodRawShape>(
  name: string,
  selection: string,
  shape: Shape,
  input: object,
  as = seller,
  key?: string,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await shop.data(
    `mutation($input: ${type}!) { payload: ${name}(input: $input) { ${selection} ${ERRORS} } }`,
    { input },
    { as, ...(key !== undefined && { idempotencyKey: key }) },
  );
  return z.object({ payload: z.object({ ...shape, userErrors: UserErrors }) }).parse(data).payload;
}

const Id = z.object({ id: z.string() });
const moved = { variants: z.array(z.object({ id: z.string(), availableQuantity: z.int() })).nullable(), movements: z.array(Id).nullable() };
const MOVED = 'variants { id availableQuantity } movements { id }';
const adjust = (adjustments: readonly object[], as = seller, key?: string) =>
  mutate('variantStockAdjust', MOVED, moved, { adjustments }, as, key);
const count = (counts: readonly object[], as = seller) => mutate('variantStockSet', MOVED, moved, { counts }, as);
const transfer = (input: object, as = seller) => mutate('variantStockTransfer', 'variant { id }', { variant: Id.nullable() }, input, as);
const warnBelow = (variantIds: readonly string[], threshold: number | null, as = seller) =>
  mutate('variantLowStockThresholdSet', 'variants { id }', { variants: z.array(Id).nullable() }, { variantIds, threshold }, as);

const Location = z.object({ id: z.string(), name: z.string(), isDefault: z.boolean(), isActive: z.boolean(), version: z.int() });
const LOCATION = 'id name isDefault isActive version';
const openLocation = (input: object, as = seller) =>
  mutate('stockLocationCreate', `stockLocation { ${LOCATION} }`, { stockLocation: Location.nullable() }, input, as);
const changeLocation = (input: object, as = seller) =>
  mutate('stockLocationUpdate', `stockLocation { ${LOCATION} }`, { stockLocation: Location.nullable() }, input, as);
const dropLocation = (stockLocationId: string, as = seller) =>
  mutate('stockLocationDelete', 'deletedStockLocationId', { deletedStockLocationId: z.string().nullable() }, { stockLocationId }, as);

async function locationsOf(who: Actor, as = who) {
  const data = await shop.data(
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on User { stockLocations { ${LOCATION} } } } }`,
    { r: [{ __typename: 'User', id: who.id }] },
    { as },
  );
  return z.object({ _entities: z.tuple([z.object({ stockLocations: z.array(Location).nullable() })]) }).parse(data)._entities[0]
    .stockLocations;
}

async function reserve(variantId: string, quantity: number) {
  const order = newOrder();
  await shop.happened(StockRequested, { ...order, lines: [{ variantId, quantity }] });
  await shop.heard(StockReserved, ({ sagaId }) => sagaId === order.sagaId);
  return order;
}

const codes = ({ userErrors }: { readonly userErrors: z.output<typeof UserErrors> }) => userErrors.map(({ code, field }) => [code, field]);

describe('places', () => {
  test('a seller has a default one as soon as something is in stock, and none before', async () => {
    const newcomer = await shop.verifiedSeller();
    expect((await locationsOf(newcomer))?.map(({ isDefault }) => isDefault)).toEqual([true]);
    const empty = person('SELLER');
    await shop.draft(empty, { stock: 0 });
    expect(await locationsOf(empty)).toEqual([]);
    await shop.draft(empty, { stock: 3 });
    await shop.draft(empty, { stock: 4 });
    expect(await locationsOf(empty)).toMatchObject([{ isDefault: true, isActive: true, version: 1 }]);
  });

  test('are opened, named, made the default, closed and removed, and only their seller and an administrator see them', async () => {
    const owner = person('SELLER');
    const first = await openLocation({ name: ' Shop ' }, owner);
    expect(first.stockLocation).toMatchObject({ name: 'Shop', isDefault: true, isActive: true });
    const second = await newLocation(shop, owner, 'Warehouse');
    const firstId = first.stockLocation?.id ?? '';
    expect(
      (await changeLocation({ stockLocationId: second, isDefault: true, name: 'Big warehouse', expectedVersion: 1 }, owner)).stockLocation,
    ).toMatchObject({
      name: 'Big warehouse',
      isDefault: true,
    });
    expect((await locationsOf(owner))?.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [second, true],
      [firstId, false],
    ]);
    expect(codes(await changeLocation({ stockLocationId: second, name: 'Other', expectedVersion: 1 }, owner))).toEqual([
      ['VERSION_MISMATCH', ['expectedVersion']],
    ]);
    expect(codes(await changeLocation({ stockLocationId: second, isDefault: false }, owner))).toEqual([['CONFLICT', ['isDefault']]]);
    expect(codes(await dropLocation(second, owner))).toEqual([['IN_USE', ['stockLocationId']]]);
    await changeLocation({ stockLocationId: firstId, isActive: false }, owner);
    expect(codes(await changeLocation({ stockLocationId: second, isActive: false }, owner))).toEqual([['CONFLICT', ['isActive']]]);
    expect((await dropLocation(firstId, owner)).deletedStockLocationId).toBe(firstId);
    expect((await locationsOf(owner))?.map(({ id }) => id)).toEqual([second]);
    expect(codes(await changeLocation({ stockLocationId: firstId, name: 'Again' }, owner))).toEqual([['NOT_FOUND', ['stockLocationId']]]);

    expect(await locationsOf(owner, person('SELLER'))).toBeNull();
    expect(codes(await changeLocation({ stockLocationId: second, name: 'Mine' }, person('SELLER')))).toEqual([
      ['NOT_FOUND', ['stockLocationId']],
    ]);
    expect((await locationsOf(owner, person('ADMIN')))?.map(({ id }) => id)).toEqual([second]);
    const byAdmin = await changeLocation({ stockLocationId: second, name: 'Renamed' }, person('ADMIN'));
    expect(byAdmin.stockLocation?.name).toBe('Renamed');
    await shop.heard(LocationChanged, ({ locationId, change }) => locationId === firstId && change === 'REMOVED');
  });

  test('say where they are, as the post of their country has it', async () => {
    const owner = person('SELLER');
    const address = { recipientName: 'Ana Ruiz', line1: 'Calle 1 # 2-3', city: 'Medellín', region: 'Antioquia', countryCode: 'CO' };
    const read = async (input: object, name: 'stockLocationCreate' | 'stockLocationUpdate') =>
      mutate(
        name,
        'stockLocation { id version address { city phone formatted } }',
        { stockLocation: z.object({ id: z.string(), version: z.int(), address: z.unknown() }).nullable() },
        input,
        owner,
      );
    const { stockLocation } = await read({ name: 'Shop', address }, 'stockLocationCreate');
    expect(stockLocation?.address).toMatchObject({ city: 'Medellín', phone: null, formatted: expect.arrayContaining(['Ana Ruiz']) });
    const place = { stockLocationId: stockLocation?.id };
    const change = async (more: object) => (await read({ ...place, ...more }, 'stockLocationUpdate')).stockLocation;
    expect(await change({ name: 'Workshop' })).toMatchObject({ version: 2, address: { city: 'Medellín' } });
    expect(await change({ address })).toMatchObject({ version: 2 });
    expect(await change({ address: { ...address, city: 'Cali' } })).toMatchObject({ version: 3, address: { city: 'Cali' } });
    expect(await change({ address: null })).toMatchObject({ version: 4, address: null });
    expect(codes(await openLocation({ name: 'Depot', address: { ...address, countryCode: 'US', postalCode: '1' } }, owner))).toEqual([
      ['INVALID', ['address', 'postalCode']],
    ]);
  });

  test('hold the first units of new variants where their seller says so, who is warned below the number given', async () => {
    const owner = person('SELLER');
    await openLocation({ name: 'Shop' }, owner);
    const barn = await newLocation(shop, owner, 'Barn');
    const prices = [{ price: { amount: '5', currencyCode: 'EUR' } }];
    const size = { name: 'Size', values: [{ name: 'S' }, { name: 'M' }] };
    const small = { sku: 'S', optionValues: ['S'], prices, stock: 7, stockLocationId: barn, lowStockThreshold: 8 };
    const { id, variantId } = await shop.draft(owner, { options: [size], variants: [small] });
    expect(await booksOf(shop, owner, variantId)).toMatchObject({
      stockStatus: 'LOW_STOCK',
      lowStockThreshold: 8,
      stockLevels: [{ onHand: 7, location: { id: barn } }],
    });
    const add = (variant: object) =>
      mutate(
        'productVariantsCreate',
        'variants { id }',
        { variants: z.array(Id).nullable() },
        { productId: id, variants: [{ ...small, sku: 'M', optionValues: ['M'], ...variant }] },
        owner,
      );
    const elsewhere = await newLocation(shop, seller, 'Elsewhere');
    expect(codes(await add({ stockLocationId: elsewhere }))).toEqual([['NOT_FOUND', ['variants', '0', 'stockLocationId']]]);
    expect(codes(await add({ stockLocationId: elsewhere, stock: 0 }))).toEqual([['NOT_FOUND', ['variants', '0', 'stockLocationId']]]);
    const added = await add({ lowStockThreshold: null });
    expect(await booksOf(shop, owner, added.variants?.[0]?.id ?? '')).toMatchObject({
      stockStatus: 'IN_STOCK',
      stockLevels: [{ onHand: 7, location: { id: barn } }],
    });
  });

  test('are at most 20, also where several are opened at once', async () => {
    const owner = person('SELLER');
    const opened = await Promise.all(Array.from({ length: 22 }, (_, index) => openLocation({ name: `Place ${index}` }, owner)));
    expect(opened.flatMap(codes)).toEqual([
      ['LIMIT_REACHED', null],
      ['LIMIT_REACHED', null],
    ]);
    expect((await locationsOf(owner))?.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  test('what is in a closed one cannot be sold, and can again once it is open; watchers are told', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const attic = await newLocation(shop, seller, 'Attic');
    await adjust([{ variantId, stockLocationId: attic, quantity: 3, reason: 'FOUND' }]);
    expect(await shop.available(variantId)).toBe(8);
    await changeLocation({ stockLocationId: attic, isActive: false });
    expect(await booksOf(shop, seller, variantId)).toMatchObject({ onHandQuantity: 8, availableQuantity: 5 });
    await adjust([{ variantId, stockLocationId: attic, quantity: 2, reason: 'FOUND' }]);
    expect(await shop.available(variantId)).toBe(5);
    await changeLocation({ stockLocationId: attic, isActive: true });
    expect(await shop.available(variantId)).toBe(10);
    await shop.heard(StockChanged, (change) => change.variantId === variantId && change.availableQuantity === 10 && change.quantity === 5);
    expect(codes(await dropLocation(attic))).toEqual([['IN_USE', ['stockLocationId']]]);
  });

  test('an order that takes from one waits for nobody who closes it', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const shed = await newLocation(shop, seller, 'Shed');
    await adjust([{ variantId, stockLocationId: shed, quantity: 3, reason: 'FOUND' }]);
    const order = new Client({ connectionString: shop.databaseUrl });
    await order.connect();
    try {
      await order.query(`begin; set local lock_timeout = '500ms'`);
      const { rows } = await order.query('select pg_backend_pid() as pid from product_variant where id = $1 for update', [variantId]);
      const closed = changeLocation({ stockLocationId: shed, isActive: false });
      await eventually(async () => {
        const waiting = await order.query('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [rows[0].pid]);
        return waiting.rowCount;
      });
      // As PostgreSQL does for a line of the ledger that refers to the place.
      expect((await order.query('select from stock_location where id = $1 for key share', [shed])).rowCount).toBe(1);
      await order.query('commit');
      expect(codes(await closed)).toEqual([]);
    } finally {
      await order.end();
    }
  });
});

describe('by hand', () => {
  test('units come and go with a reason, and the ledger says who, why and what was left', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const done = await adjust([
      { variantId, quantity: 7, reason: 'RECEIVED', note: 'From the potter.' },
      { variantId, quantity: -2, reason: 'DAMAGED' },
    ]);
    expect(done).toMatchObject({ variants: [{ id: variantId, availableQuantity: 10 }], userErrors: [] });
    const books = await booksOf(shop, seller, variantId);
    expect(
      books.movements
        .map(({ id }) => id)
        .slice(0, 2)
        .toReversed(),
    ).toEqual(done.movements?.map(({ id }) => id));
    expect(books.movements.map(({ kind, quantity, onHandAfter, note, actor }) => [kind, quantity, onHandAfter, note, actor?.id])).toEqual([
      ['DAMAGED', -2, 10, null, seller.id],
      ['RECEIVED', 7, 12, 'From the potter.', seller.id],
      ['RECEIVED', 5, 5, null, seller.id],
    ]);
    expect((await shop.heard(StockAdjusted, (adjusted) => adjusted.variantId === variantId)).movements).toHaveLength(2);
  });

  test('no more can be taken than is not set aside, and then nothing is changed at all', async () => {
    const [one, other] = [await shop.list(seller, { stock: 5 }), await shop.list(seller, { stock: 5 })];
    await reserve(one.variantId, 4);
    const refused = await adjust([
      { variantId: other.variantId, quantity: -1, reason: 'LOST' },
      { variantId: one.variantId, quantity: -2, reason: 'LOST' },
    ]);
    expect(refused).toMatchObject({
      variants: null,
      userErrors: [{ code: 'OUT_OF_STOCK', field: ['adjustments', '1', 'quantity'], variant: { id: one.variantId }, availableQuantity: 1 }],
    });
    expect([await shop.available(one.variantId), await shop.available(other.variantId)]).toEqual([1, 5]);
    expect((await adjust([{ variantId: one.variantId, quantity: -1, reason: 'LOST' }])).userErrors).toEqual([]);
  });

  test('a count puts the books right, refuses what was not expected, and is no movement where it is right', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    await reserve(variantId, 2);
    expect(codes(await count([{ variantId, onHand: 7, expectedOnHand: 4 }]))).toEqual([['CONFLICT', ['counts', '0', 'expectedOnHand']]]);
    expect((await count([{ variantId, onHand: 1 }])).userErrors).toMatchObject([
      { code: 'OUT_OF_STOCK', field: ['counts', '0', 'onHand'], availableQuantity: 3 },
    ]);
    const twice = [
      { variantId, onHand: 7 },
      { variantId, onHand: 8 },
    ];
    expect(codes(await count(twice))).toEqual([['INVALID', ['counts', '1', 'variantId']]]);
    expect((await count([{ variantId, onHand: 7, expectedOnHand: 5 }])).movements).toHaveLength(1);
    expect((await count([{ variantId, onHand: 7 }])).movements).toEqual([]);
    const books = await booksOf(shop, seller, variantId);
    expect(books).toMatchObject({ onHandQuantity: 7, reservedQuantity: 2, availableQuantity: 5 });
    expect(books.movements[0]).toMatchObject({ kind: 'COUNTED', quantity: 2 });
  });

  test('units move from one place to another, and orders are filled from wherever all are', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const [[main], cellar] = [
      await locationsOf(seller).then((all) => all?.filter(({ isDefault }) => isDefault) ?? []),
      await newLocation(shop, seller, 'Cellar'),
    ];
    const mainId = main?.id ?? '';
    const move = { variantId, fromStockLocationId: mainId, toStockLocationId: cellar };
    expect((await transfer({ ...move, quantity: 6 })).userErrors).toMatchObject([{ code: 'OUT_OF_STOCK', availableQuantity: 5 }]);
    expect(codes(await transfer({ ...move, toStockLocationId: mainId, quantity: 1 }))).toEqual([['INVALID', ['toStockLocationId']]]);
    expect((await transfer({ ...move, quantity: 3 })).variant).toEqual({ id: variantId });
    await reserve(variantId, 3);
    await reserve(variantId, 2);
    const books = await booksOf(shop, seller, variantId);
    expect(books.stockLevels).toEqual([
      { onHand: 2, reserved: 2, available: 0, location: { id: mainId } },
      { onHand: 3, reserved: 3, available: 0, location: { id: cellar } },
    ]);
    expect(shop.heardAll(StockChanged, (change) => change.variantId === variantId)).toHaveLength(2);
  });

  test("another seller's variants and places are not there, for an administrator they are, and nobody else may", async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const [rival, admin] = [await shop.verifiedSeller(), person('ADMIN')];
    const [theirs] = (await locationsOf(rival)) ?? [];
    const one = { variantId, quantity: 1, reason: 'FOUND' };
    expect(codes(await adjust([one], rival))).toEqual([['NOT_FOUND', ['adjustments', '0', 'variantId']]]);
    expect(codes(await adjust([{ ...one, stockLocationId: theirs?.id }], admin))).toEqual([
      ['NOT_FOUND', ['adjustments', '0', 'stockLocationId']],
    ]);
    expect(codes(await count([{ variantId: newId('var'), onHand: 1 }]))).toEqual([['NOT_FOUND', ['counts', '0', 'variantId']]]);
    expect(codes(await count([{ variantId: '\0', onHand: 1 }]))).toEqual([['INVALID', ['counts', '0', 'variantId']]]);
    expect(codes(await adjust([{ ...one, stockLocationId: '\0' }]))).toEqual([['INVALID', ['adjustments', '0', 'stockLocationId']]]);
    expect(codes(await warnBelow(['\0'], 1))).toEqual([['INVALID', ['variantIds', '0']]]);
    expect((await adjust([one], admin)).userErrors).toEqual([]);
    expect((await booksOf(shop, admin, variantId)).movements[0]).toMatchObject({ kind: 'FOUND', actor: { id: admin.id } });
    const answer = await shop.ask(
      'mutation { variantStockAdjust(input: { adjustments: [] }) { userErrors { code } } }',
      {},
      { as: person() },
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');

    const seenByRival = await shop.data(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on ProductVariant { availableQuantity stockStatus onHandQuantity reservedQuantity lowStockThreshold stockLevels { onHand } stockMovements { totalCount } } } }',
      { r: [{ __typename: 'ProductVariant', id: variantId }] },
      { as: rival },
    );
    expect(seenByRival).toEqual({
      _entities: [
        {
          availableQuantity: 6,
          stockStatus: 'IN_STOCK',
          onHandQuantity: null,
          reservedQuantity: null,
          lowStockThreshold: null,
          stockLevels: null,
          stockMovements: null,
        },
      ],
    });
  });

  test('what cannot be is refused with its field, in the language of who asks, and a repeat is done once', async () => {
    const { variantId } = await shop.list(seller, { stock: 5 });
    const wrong = await adjust([
      { variantId, quantity: 0, reason: 'FOUND' },
      { variantId, quantity: 1_000_001, reason: 'FOUND' },
      { variantId, quantity: 1, reason: 'FOUND', note: 'x'.repeat(501) },
    ]);
    expect(codes(wrong)).toEqual([
      ['INVALID', ['adjustments', '0', 'quantity']],
      ['INVALID', ['adjustments', '1', 'quantity']],
      ['INVALID', ['adjustments', '2', 'note']],
    ]);
    expect(codes(await adjust(Array.from({ length: 101 }, () => ({ variantId, quantity: 1, reason: 'FOUND' }))))).toEqual([
      ['INVALID', ['adjustments']],
    ]);
    expect(codes(await adjust([{ variantId, quantity: 999_999, reason: 'FOUND' }]))).toEqual([
      ['LIMIT_REACHED', ['adjustments', '0', 'quantity']],
    ]);
    const key = newId('key');
    const again = [
      await adjust([{ variantId, quantity: 1, reason: 'FOUND' }], seller, key),
      await adjust([{ variantId, quantity: 1, reason: 'FOUND' }], seller, key),
    ];
    expect(again[1]?.movements).toEqual(again[0]?.movements);
    expect(await shop.available(variantId)).toBe(6);
    const inSpanish = await shop.data(
      `mutation($input: VariantStockAdjustInput!) { variantStockAdjust(input: $input) { ${ERRORS} } }`,
      { input: { adjustments: [{ variantId, quantity: -7, reason: 'LOST' }] } },
      { as: seller, acceptLanguage: 'es' },
    );
    expect(JSON.stringify(inSpanish)).toContain('Ahí solo hay 6 unidades');
  });
});

describe('the inventory', () => {
  const Inventory = z.object({ totalCount: z.int(), nodes: z.array(z.object({ sku: z.string() })) });
  const skusOf = async (who: Actor, args: object = {}, as = who) => {
    const data = await shop.data(
      `query($r: [_Any!]!, $filter: ProductVariantFilterInput, $sort: ProductVariantSortInput) {
        _entities(representations: $r) { ... on User { variants(first: 100, filter: $filter, sort: $sort) { totalCount nodes { sku } } } }
      }`,
      { r: [{ __typename: 'User', id: who.id }], ...args },
      { as },
    );
    const [{ variants }] = z.object({ _entities: z.tuple([z.object({ variants: Inventory.nullable() })]) }).parse(data)._entities;
    expect(variants?.totalCount).toBe(variants?.nodes.length);
    return variants && variants.nodes.map(({ sku }) => sku);
  };

  let owner: Actor;
  let barn: string;
  let lamp: { readonly id: string; readonly variantId: string };
  beforeAll(async () => {
    owner = person('SELLER');
    await openLocation({ name: 'Shop' }, owner);
    barn = await newLocation(shop, owner, 'Barn');
    lamp = await shop.draft(owner, { name: 'Lámpara de mesa', sku: 'C-3', stock: 0 });
    const prices = [{ price: { amount: '5', currencyCode: 'EUR' } }];
    const given = { prices, stock: 4, stockLocationId: barn, lowStockThreshold: 5, barcode: '40170725' };
    await shop.draft(owner, { name: 'Mug', variants: [{ sku: 'B-2', ...given }] });
    await shop.draft(owner, { name: 'Anvil 100%', sku: 'a_1', stock: 9 });
  });

  test('is all of a seller, of whatever state, in the order asked for, and nobody else sees it but an administrator', async () => {
    expect(await skusOf(owner)).toHaveLength(3);
    const sorted = (field: string, direction = 'ASC') => skusOf(owner, { sort: { field, direction } });
    expect(await sorted('AVAILABLE_QUANTITY')).toEqual(['C-3', 'B-2', 'a_1']);
    expect(await sorted('AVAILABLE_QUANTITY', 'DESC')).toEqual(['a_1', 'B-2', 'C-3']);
    expect(await sorted('PRODUCT_NAME')).toEqual(['a_1', 'C-3', 'B-2']);
    expect(await sorted('UPDATED_AT', 'DESC')).toEqual(['a_1', 'B-2', 'C-3']);
    expect(await sorted('SKU')).toEqual((await sorted('SKU', 'DESC'))?.toReversed());
    expect(await skusOf(owner, {}, person('ADMIN'))).toHaveLength(3);
    expect(await skusOf(owner, {}, seller)).toBeNull();
  });

  test('is found by the beginning of a code, a barcode or a word, by product, state, place and what is left', async () => {
    const found = async (filter: object) => (await skusOf(owner, { filter }))?.toSorted();
    expect(await found({ query: 'c-' })).toEqual(['C-3']);
    expect(await found({ query: 'a_' })).toEqual(['a_1']);
    expect(await found({ query: '%' })).toEqual([]);
    expect(await found({ query: '4017' })).toEqual(['B-2']);
    expect(await found({ query: 'mesa' })).toEqual(['C-3']);
    expect(await found({ query: 'LAMPARA de' })).toEqual(['C-3']);
    expect(await found({ query: 'ampara' })).toEqual([]);
    expect(await found({ productIds: [lamp.id] })).toEqual(['C-3']);
    expect(await found({ productStatuses: ['PUBLISHED'] })).toEqual([]);
    expect(await found({ stockStatuses: ['OUT_OF_STOCK', 'LOW_STOCK'] })).toEqual(['B-2', 'C-3']);
    expect(await found({ stockStatuses: ['IN_STOCK'] })).toEqual(['a_1']);
    expect(await found({ stockLocationIds: [barn] })).toEqual(['B-2']);
    expect(await found({ isEnabled: false })).toEqual([]);
    expect(await found({ query: 'm', isEnabled: true, stockStatuses: null })).toEqual(['B-2', 'C-3']);
  });
});

describe('the ledger', () => {
  test('of a seller is filtered by variant, place, kind and order', async () => {
    const owner = await shop.verifiedSeller();
    const [one, other] = [await shop.list(owner, { stock: 5 }), await shop.list(owner, { stock: 6 })];
    const order = await reserve(one.variantId, 2);
    const read = async (filter: object) => {
      const data = await shop.data(
        `query($r: [_Any!]!, $filter: StockMovementFilterInput) { _entities(representations: $r) { ... on User { stockMovements(filter: $filter) { nodes { kind quantity variant { id } } } } } }`,
        { r: [{ __typename: 'User', id: owner.id }], filter },
        { as: owner },
      );
      const Ledger = z.object({ stockMovements: z.object({ nodes: z.array(z.object({ kind: z.string(), quantity: z.int() })) }) });
      return z
        .object({ _entities: z.tuple([Ledger]) })
        .parse(data)
        ._entities[0].stockMovements.nodes.map(({ kind, quantity }) => `${kind} ${quantity}`);
    };
    expect(await read({ variantIds: [one.variantId] })).toEqual(['RESERVED 2', 'RECEIVED 5']);
    expect(await read({ variantIds: [one.variantId, other.variantId], kinds: ['RECEIVED'] })).toEqual(['RECEIVED 6', 'RECEIVED 5']);
    expect(await read({ orderId: order.orderId })).toEqual(['RESERVED 2']);
    expect(await read({ stockLocationIds: [newId('loc')] })).toEqual([]);
    expect(await read({ occurredAt: { lt: '2020-01-01T00:00:00.000Z' } })).toEqual([]);
  });

  test('is only ever added to: PostgreSQL itself refuses the rest', async () => {
    await shop.list(seller, { stock: 5 });
    const client = new Client({ connectionString: shop.databaseUrl });
    await client.connect();
    for (const statement of ['update stock_movement set quantity = 9', 'delete from stock_movement', 'truncate stock_movement'])
      await expect(client.query(statement)).rejects.toThrow('only ever added to');
    await client.end();
  });
});

describe('thresholds', () => {
  test('low, out and back in stock are each told once for each crossing', async () => {
    const { variantId, sku } = await shop.list(seller, { stock: 6 });
    expect(codes(await warnBelow([variantId, newId('var')], 4))).toEqual([['NOT_FOUND', ['variantIds', '1']]]);
    expect((await warnBelow([variantId], 4)).variants).toEqual([{ id: variantId }]);
    const go = (quantity: number) => adjust([{ variantId, quantity, reason: quantity > 0 ? 'RECEIVED' : 'LOST' }]);
    for (const quantity of [-1, -2, -1, -2, 3, -1, 8, -5, -5]) await go(quantity);
    const reached = () => shop.heardAll(ThresholdReached, (event) => event.variantId === variantId);
    await eventually(() => reached().length >= 4);
    expect(reached().map(({ threshold, availableQuantity }) => [threshold, availableQuantity])).toEqual([
      ['LOW', 3],
      ['OUT', 0],
      ['BACK', 3],
      ['OUT', 0],
    ]);
    expect(reached()[0]).toMatchObject({ sellerId: seller.id, sku });
  });
});
