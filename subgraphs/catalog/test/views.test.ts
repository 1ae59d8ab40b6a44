import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { UserPreferencesChanged } from '@agora/schema/events/user';
import * as z from 'zod';
import { type Listed, openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;
let database: Client;

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
  database = new Client({ connectionString: shop.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await shop?.stop();
});

const RECORD = `mutation ($input: ProductViewRecordInput!) {
  productViewRecord(input: $input) { isRecorded userErrors { code field } }
}`;

async function look(as: Actor | null, productId: string, source?: string) {
  return (await shop.data(RECORD, { input: { productId, ...(source && { source }) } }, as ? { as } : {}))['productViewRecord'];
}

const counted = { isRecorded: true, userErrors: [] };
const ignored = { isRecorded: false, userErrors: [] };

async function listOf(as: Actor, field: string, first = 50, of = as.id): Promise<string[] | null> {
  const query = `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on User { list: ${field}(first: $first) { id } } } }`;
  const data = await shop.data(query, { of: [{ __typename: 'User', id: of }], first }, { as });
  const User = z.object({ list: z.array(z.object({ id: z.string() })).nullable() });
  return (
    z
      .object({ _entities: z.tuple([User]) })
      .parse(data)
      ._entities[0].list?.map(({ id }) => id) ?? null
  );
}

async function prefer(who: Actor, isPersonalised: boolean): Promise<void> {
  const said = { userId: who.id, locale: 'es', currencyCode: 'EUR', timeZone: 'UTC', isPersonalised };
  await shop.happened(UserPreferencesChanged, said);
  await eventually(
    async () => (await database.query('select from viewer where user_id = $1 and is_personalised = $2', [who.id, isPersonalised])).rowCount,
  );
}

/** By source. */
async function viewsOf({ id }: Listed): Promise<Record<string, number>> {
  const { rows } = await database.query(
    'select source, sum(views)::int as views from product_view_hour where product_id = $1 group by source',
    [id],
  );
  return Object.fromEntries(
    z
      .array(z.object({ source: z.string(), views: z.int() }))
      .parse(rows)
      .map(({ source, views }) => [source, views]),
  );
}

/** As if it had been so many minutes ago. */
async function minutesAgo({ id }: Listed, minutes: number): Promise<void> {
  await database.query("update recent_view set seen_at = seen_at - $2 * interval '1 minute' where product_id = $1", [id, minutes]);
}

describe('a look at a product', () => {
  test('counts once in half an hour for a viewer, by where they came from, and never for who sells it', async () => {
    const [bowl, ana, bea] = [await shop.list(seller), person('USER'), person('USER')];
    expect(await look(ana, bowl.id, 'SEARCH')).toEqual(counted);
    expect(await look(ana, bowl.id, 'CATEGORY')).toEqual(ignored);
    expect(await look(bea, bowl.id)).toEqual(counted);
    expect(await look(null, bowl.id)).toEqual(counted);
    expect(await look(null, bowl.id)).toEqual(ignored);
    expect(await look(seller, bowl.id)).toEqual(ignored);
    await minutesAgo(bowl, 29);
    expect(await look(ana, bowl.id)).toEqual(ignored);
    await minutesAgo(bowl, 2);
    expect(await look(ana, bowl.id, 'SEARCH')).toEqual(counted);
    expect(await viewsOf(bowl)).toEqual({ SEARCH: 2, DIRECT: 2 });
  });

  test('counts once, of twenty at once', async () => {
    const [bowl, ana] = [await shop.list(seller), person('USER')];
    const answers = await Promise.all(Array.from({ length: 20 }, () => look(ana, bowl.id)));
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(counted))).toHaveLength(1);
    expect(await viewsOf(bowl)).toEqual({ DIRECT: 1 });
  });

  test('is of what the viewer sees', async () => {
    const draft = await shop.draft(seller);
    for (const id of [draft.id, newId('prd'), 'prd_\0', ''])
      expect(await look(person('USER'), id)).toEqual({ isRecorded: false, userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }] });
  });
});

describe('what somebody looked at', () => {
  test('is theirs alone, last first, the last fifty', async () => {
    const [ana, products] = [person('USER'), await Promise.all(Array.from({ length: 52 }, () => shop.list(seller)))];
    for (const { id } of products) await look(ana, id);
    const ids = products.map(({ id }) => id).toReversed();
    expect(await listOf(ana, 'recentlyViewedProducts')).toEqual(ids.slice(0, 50));
    expect(await listOf(ana, 'recentlyViewedProducts', 3)).toEqual(ids.slice(0, 3));
    for (const other of [person('USER'), person('ADMIN')]) expect(await listOf(other, 'recentlyViewedProducts', 3, ana.id)).toBeNull();
    const [first] = products;
    if (!first) throw new Error('Nothing was listed.');
    await minutesAgo(first, 31);
    await look(ana, first.id);
    expect(await listOf(ana, 'recentlyViewedProducts', 2)).toEqual([first.id, ids[0]]);
  });

  test('is not kept of who does not want that, and what was kept is gone', async () => {
    const [ana, bowl, jug] = [person('USER'), await shop.list(seller), await shop.list(seller)];
    await look(ana, bowl.id);
    await prefer(ana, false);
    await eventually(async () => (await listOf(ana, 'recentlyViewedProducts'))?.length === 0);
    expect(await look(ana, jug.id)).toEqual(counted);
    expect(await listOf(ana, 'recentlyViewedProducts')).toEqual([]);
    const { rows } = await database.query('select viewer_mark from recent_view where product_id = $1', [jug.id]);
    expect(JSON.stringify(rows)).not.toContain(ana.id);
    await prefer(ana, true);
    await look(ana, bowl.id);
    await minutesAgo(bowl, 31);
    await look(ana, bowl.id);
    expect(await listOf(ana, 'recentlyViewedProducts')).toEqual([bowl.id]);
  });
});

test('people are recommended what is like what they looked at, and others what is trending or new', async () => {
  const [ana, stranger] = [person('USER'), person('USER')];
  const loom = await shop.list(seller, { name: 'Rigid heddle loom for weaving', tags: ['weaving'] });
  const shuttle = await shop.list(seller, { name: 'Rigid heddle loom for weaving, wide', tags: ['weaving'] });
  await Promise.all(Array.from({ length: 12 }, () => shop.list(seller)));
  await look(ana, loom.id);
  const [best, second] = (await listOf(ana, 'recommendedProducts')) ?? [];
  expect([best, second].toSorted()).toEqual([loom.id, shuttle.id].toSorted());
  const others = (await listOf(stranger, 'recommendedProducts', 5)) ?? [];
  expect(others).toHaveLength(5);
  expect(others).not.toContain(loom.id);
  expect(await listOf(seller, 'recommendedProducts')).toEqual([]);
  expect(await listOf(stranger, 'recommendedProducts', 5, ana.id)).toBeNull();
  await prefer(ana, false);
  expect(await listOf(ana, 'recommendedProducts', 5)).toEqual(others);
});
