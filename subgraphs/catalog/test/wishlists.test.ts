import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { randomFrom } from '@agora/platform/testing/random';
import { person } from '@agora/platform/testing/subgraph';
import { WishlistChanged } from '@agora/schema/events/catalog';
import { UserRestored, UserSuspended } from '@agora/schema/events/user';
import { Client } from 'pg';
import * as z from 'zod';
import { type Listed, openShop, type Shop } from './shop.ts';
import { done, LIST, WISH, type Wishes, wishesIn } from './wishes.ts';

let shop: Shop;
let wishes: Wishes;
let seller: Actor;
let vase: Listed;
let shelf: Listed[];

beforeAll(async () => {
  shop = await openShop();
  wishes = wishesIn(shop);
  seller = await shop.verifiedSeller();
  vase = await shop.list(seller, { name: 'Vase' });
  shelf = [];
  for (let index = 0; index < 20; index++) shelf.push(await shop.list(seller));
});
afterAll(() => shop.stop());

async function sql(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: shop.databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const codes = ({ userErrors }: { readonly userErrors: readonly { code: string; field: string[] | null }[] }) =>
  userErrors.map(({ code, field }) => [code, field]);

async function reprice({ id: productId, variantId }: Listed, amount: string): Promise<void> {
  const data = await shop.data(
    'mutation($input: ProductVariantsUpdateInput!) { payload: productVariantsUpdate(input: $input) { userErrors { code } } }',
    { input: { productId, variants: [{ variantId, prices: [{ price: { amount, currencyCode: 'EUR' } }] }] } },
    { as: seller },
  );
  expect(data).toEqual({ payload: { userErrors: [] } });
}

async function change(name: 'productUnpublish' | 'productPublish' | 'productArchive', { id: productId }: Listed): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await shop.data(
    `mutation($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code } } }`,
    { input: { productId } },
    {
      as: seller,
    },
  );
  expect(data).toEqual({ payload: { userErrors: [] } });
}

describe('wishes', () => {
  test('the first goes to a list that is made by itself, in the words of who wishes, and is there for them alone', async () => {
    const ana = person();
    expect(await wishes.lists(ana)).toMatchObject({ totalCount: 0, nodes: [] });
    const { item } = await wishes.add(ana, { productId: vase.id, note: ' For the hall. ', quantity: 2 }, { acceptLanguage: 'pt-BR' });
    expect(item).toEqual({
      id: expect.stringMatching(/^wsi_/),
      quantity: 2,
      note: 'For the hall.',
      alerts: ['BACK_IN_STOCK'],
      product: { id: vase.id },
      variant: null,
      priceWhenAdded: { amount: '10.00', currencyCode: 'EUR' },
      priceDrop: null,
    });
    const [list] = done(await wishes.lists(ana)).nodes;
    expect(list).toMatchObject({ name: 'Lista de desejos', isDefault: true, isShared: false, shareToken: null, itemCount: 1, version: 2 });
    for (const other of [null, person(), person('ADMIN')]) {
      expect(await wishes.find({ id: list?.id ?? '' }, other)).toBeNull();
      if (other) expect(await wishes.lists(ana, other)).toBeNull();
    }
    expect(await wishes.find({ id: list?.id ?? '' }, ana)).toMatchObject({ viewerCanEdit: true });
    expect(await shop.heard(WishlistChanged, ({ ownerId, change: what }) => ownerId === ana.id && what === 'ITEM_ADDED')).toEqual({
      wishlistId: list?.id,
      ownerId: ana.id,
      change: 'ITEM_ADDED',
      itemId: item?.id,
    });
  });

  test('what is there already is changed, a heart that is clicked again takes all of them off', async () => {
    const ana = person();
    const first = done((await wishes.add(ana, { productId: vase.id, note: 'Blue.' })).item);
    const again = done((await wishes.add(ana, { productId: vase.id, quantity: 3 })).item);
    expect(again).toMatchObject({ id: first.id, quantity: 3, note: 'Blue.' });
    expect(done((await wishes.add(ana, { productId: vase.id, alerts: ['PRICE_DROP'] })).item)).toMatchObject({ id: first.id, quantity: 3 });
    expect(done((await wishes.add(ana, { productId: vase.id, note: 'Red.' })).item)).toMatchObject({
      id: first.id,
      quantity: 3,
      note: 'Red.',
      alerts: ['PRICE_DROP'],
    });
    const other = done((await wishes.create(ana, 'Birthday')).wishlist);
    const second = done((await wishes.add(ana, { productId: vase.id, variantId: vase.variantId, wishlistId: other.id })).item);
    expect(second.variant).toEqual({ id: vase.variantId });
    const wished = 'query($id: ID!) { product(id: $id) { viewerHasWished viewerWishlistItems { id wishlist { name } } } }';
    expect(await shop.data(wished, { id: vase.id }, { as: ana })).toEqual({
      product: {
        viewerHasWished: true,
        viewerWishlistItems: [
          { id: first.id, wishlist: { name: 'Wishlist' } },
          { id: second.id, wishlist: { name: 'Birthday' } },
        ],
      },
    });
    expect(await wishes.remove(ana, { productId: vase.id })).toEqual({
      removedItemIds: [first.id, second.id],
      product: { id: vase.id, viewerHasWished: false },
      userErrors: [],
    });
    expect(await shop.data(wished, { id: vase.id })).toEqual({ product: { viewerHasWished: false, viewerWishlistItems: [] } });
    expect(codes(await wishes.remove(ana, { productId: vase.id }))).toEqual([['NOT_FOUND', ['productId']]]);
    expect(codes(await wishes.remove(ana, {}))).toEqual([['INVALID', []]]);
  });

  test('a price counts from when it was added; what is off sale is not shown, and returns', async () => {
    const [ana, mug] = [person(), await shop.list(seller, { price: { amount: '20.00', currencyCode: 'EUR' } })];
    const { id: itemId } = done((await wishes.add(ana, { productId: mug.id, variantId: mug.variantId })).item);
    const now = async () => done(await wishes.lists(ana)).nodes[0]?.items.nodes[0];
    await reprice(mug, '17.50');
    const cheaper = {
      id: itemId,
      priceWhenAdded: { amount: '20.00', currencyCode: 'EUR' },
      priceDrop: { amount: '2.50', currencyCode: 'EUR' },
    };
    expect(await now()).toMatchObject({ ...cheaper, product: { id: mug.id }, variant: { id: mug.variantId } });
    await change('productUnpublish', mug);
    expect(await now()).toMatchObject({ ...cheaper, priceDrop: null, product: null, variant: null });
    expect(codes(await wishes.add(ana, { productId: mug.id }))).toEqual([['NOT_FOUND', ['productId']]]);
    await change('productPublish', mug);
    expect(await now()).toMatchObject(cheaper);
    await reprice(mug, '21.00');
    expect(await now()).toMatchObject({ ...cheaper, priceDrop: null });
    expect(done((await wishes.change(ana, { itemId, variantId: null, note: null })).item)).toMatchObject({
      variant: null,
      priceWhenAdded: { amount: '21.00' },
    });
  });

  test('a variant that its seller does not offer any more is not shown, and returns; the rest of its product is on sale', async () => {
    const prices = [{ price: { amount: '10.00', currencyCode: 'EUR' } }];
    const aMug = (name: string) => ({ sku: newId('x'), prices, stock: 3, optionValues: [name] });
    const options = [{ name: 'Size', values: [{ name: 'Small' }, { name: 'Large' }] }];
    const [ana, mug] = [person(), await shop.list(seller, { options, variants: [aMug('Small'), aMug('Large')] })];
    const offer = async (isEnabled: boolean) =>
      expect(
        await shop.data(
          'mutation($input: ProductVariantsUpdateInput!) { payload: productVariantsUpdate(input: $input) { userErrors { code } } }',
          { input: { productId: mug.id, variants: [{ variantId: mug.variantId, isEnabled }] } },
          { as: seller },
        ),
      ).toEqual({ payload: { userErrors: [] } });
    await wishes.add(ana, { productId: mug.id, variantId: mug.variantId });
    const now = async () => done(await wishes.lists(ana)).nodes[0]?.items.nodes[0];
    expect(await now()).toMatchObject({ product: { id: mug.id }, variant: { id: mug.variantId } });
    await offer(false);
    expect(await now()).toMatchObject({ product: { id: mug.id }, variant: null, priceDrop: null });
    await offer(true);
    expect(await now()).toMatchObject({ variant: { id: mug.variantId } });
  });

  test('who wished for what was archived still finds it, and nobody else', async () => {
    const [ana, mug] = [person(), await shop.list(seller)];
    await wishes.add(ana, { productId: mug.id });
    await change('productArchive', mug);
    const find = (as: Actor) => shop.data('query($id: ID!) { product(id: $id) { id status } }', { id: mug.id }, { as });
    expect(await find(ana)).toEqual({ product: { id: mug.id, status: 'ARCHIVED' } });
    expect(await find(person())).toEqual({ product: null });
    await wishes.remove(ana, { productId: mug.id });
    expect(await find(ana)).toEqual({ product: null });
  });

  test('are moved to any place, on the same list or another, as a list of words would be', async () => {
    const [ana, random] = [person(), randomFrom(15)];
    const ids: string[] = [];
    for (const { id: productId } of shelf.slice(0, 6)) ids.push(done((await wishes.add(ana, { productId })).item).id);
    const orderNow = async () => done(await wishes.lists(ana)).nodes.map(({ items }) => items.nodes.map(({ id }) => id));
    const expected = [...ids];
    for (let turn = 0; turn < 30; turn++) {
      // First between the same two, where there is room for twenty halves.
      const itemId = (turn < 24 ? expected.at(-1) : expected[Math.floor(random() * expected.length)]) ?? '';
      const position = turn < 24 ? 1 : Math.floor(random() * 8);
      await wishes.move(ana, { itemId, position });
      expected.splice(expected.indexOf(itemId), 1);
      expected.splice(position, 0, itemId);
    }
    expect(await orderNow()).toEqual([expected]);
    const [first = '', second = ''] = expected;
    await wishes.move(ana, { itemId: first });
    expect(await orderNow()).toEqual([[...expected.slice(1), first]]);

    const other = done((await wishes.create(ana, 'Later')).wishlist);
    await wishes.move(ana, { itemId: second, wishlistId: other.id });
    const same = done((await wishes.add(ana, { productId: shelf[0]?.id, wishlistId: other.id })).item);
    await wishes.move(ana, { itemId: ids[0], wishlistId: other.id, position: 0 });
    const [here = [], there = []] = await orderNow();
    expect(there[0]).toBe(ids[0]);
    expect([...here, ...there]).not.toContain(same.id);
    expect([...here, ...there].toSorted()).toEqual(ids.toSorted());
  });
});

describe('lists', () => {
  test('are made beside the default one, named, made the default, and removed with what is on them', async () => {
    const ana = person();
    const made = done((await wishes.create(ana, ' Kitchen ')).wishlist);
    expect(made).toMatchObject({ name: 'Kitchen', isDefault: false, version: 1 });
    const [first] = done(await wishes.lists(ana)).nodes;
    expect(first).toMatchObject({ name: 'Wishlist', isDefault: true });
    await wishes.add(ana, { productId: vase.id, wishlistId: made.id });
    expect(codes(await wishes.update(ana, { wishlistId: made.id, name: 'Cellar', expectedVersion: 1 }))).toEqual([
      ['VERSION_MISMATCH', ['expectedVersion']],
    ]);
    expect(done((await wishes.update(ana, { wishlistId: made.id, name: 'Cellar', isDefault: true })).wishlist)).toMatchObject({
      name: 'Cellar',
      isDefault: true,
    });
    expect(done(await wishes.lists(ana)).nodes.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Cellar', true],
      ['Wishlist', false],
    ]);
    expect(codes(await wishes.update(ana, { wishlistId: made.id, isDefault: false }))).toEqual([['INVALID', ['isDefault']]]);
    expect(codes(await wishes.drop(ana, made.id))).toEqual([['CONFLICT', ['wishlistId']]]);
    expect(codes(await wishes.drop(person(), made.id))).toEqual([['NOT_FOUND', ['wishlistId']]]);
    await wishes.update(ana, { wishlistId: first?.id, isDefault: true });
    expect((await wishes.drop(ana, made.id)).deletedWishlistId).toBe(made.id);
    expect(done(await wishes.lists(ana)).nodes.map(({ name }) => name)).toEqual(['Wishlist']);
    expect(await shop.data('query($id: ID!) { product(id: $id) { viewerHasWished } }', { id: vase.id }, { as: ana })).toEqual({
      product: { viewerHasWished: false },
    });
  });

  test('are 50 at most, with 500 things at most, 50 of them for one product, whoever comes at once', async () => {
    const ana = person();
    const { id: wishlistId } = done((await wishes.create(ana, 'All')).wishlist);
    await sql(
      `insert into wishlist_item (id, wishlist_id, owner_id, product_id, place, quantity, price_minor_units, currency_code, alerts, is_cheaper, is_available, added_at)
       select 'wsi_' || number, $1, $2, 'prd_' || number, number, 1, 1, 'EUR', '{}', false, false, now() from generate_series(1, 498) as number`,
      [wishlistId, ana.id],
    );
    const added = await Promise.all(shelf.slice(0, 4).map(({ id: productId }) => wishes.add(ana, { productId, wishlistId })));
    expect(added.flatMap(codes)).toEqual([
      ['LIMIT_REACHED', ['wishlistId']],
      ['LIMIT_REACHED', ['wishlistId']],
    ]);
    const { item } = await wishes.add(ana, { productId: vase.id });
    expect(codes(await wishes.move(ana, { itemId: done(item).id, wishlistId }))).toEqual([['LIMIT_REACHED', ['wishlistId']]]);
    await sql(
      `insert into wishlist_item (id, wishlist_id, owner_id, product_id, variant_id, place, quantity, price_minor_units, currency_code, alerts, is_cheaper, is_available, added_at)
       select 'wsi_often_' || number, wishlist_id, owner_id, product_id, 'var_' || number, number, 1, 1, 'EUR', '{}', false, false, now()
       from wishlist_item, generate_series(1, 49) as number where id = $1`,
      [done(item).id],
    );
    expect(codes(await wishes.add(ana, { productId: vase.id, variantId: vase.variantId }))).toEqual([['LIMIT_REACHED', ['productId']]]);

    await sql(
      `insert into wishlist (id, owner_id, name, is_default, version, created_at, updated_at)
       select 'wsl_' || number, $1, 'List', false, 1, now(), now() from generate_series(1, 47) as number`,
      [ana.id],
    );
    const made = await Promise.all(['A', 'B'].map((name) => wishes.create(ana, name)));
    expect(made.flatMap(codes)).toEqual([['LIMIT_REACHED', null]]);
  });

  test.each([
    ['a product that there is not', { productId: newId('prd') }, 'NOT_FOUND', ['productId']],
    ['what is no id', { productId: 'vase' }, 'NOT_FOUND', ['productId']],
    ['a list that there is not', { wishlistId: newId('wsl') }, 'NOT_FOUND', ['wishlistId']],
    ['a variant of another product', { variantId: newId('var') }, 'NOT_FOUND', ['variantId']],
    ['nothing of it', { quantity: 0 }, 'INVALID', ['quantity']],
    ['more than a shop has', { quantity: 1_000 }, 'INVALID', ['quantity']],
    ['three things to be told', { alerts: ['PRICE_DROP', 'PRICE_DROP', 'BACK_IN_STOCK'] }, 'INVALID', ['alerts']],
    ['too many words', { note: 'x'.repeat(501) }, 'INVALID', ['note']],
  ])('a wish for %s is refused, and leaves nothing', async (_, wrong, code, field) => {
    const ana = person();
    expect(codes(await wishes.add(ana, { productId: vase.id, ...wrong }))).toEqual([[code, field]]);
    expect(await wishes.lists(ana)).toMatchObject({ totalCount: 0 });
  });
});

describe('by its link', () => {
  async function shared() {
    const ana = person();
    const { item } = await wishes.add(ana, { productId: vase.id, note: 'In blue, please.' });
    const [list] = done(await wishes.lists(ana)).nodes;
    const { wishlist } = await wishes.share(ana, list?.id ?? '');
    return { ana, list: done(wishlist), item: done(item), token: done(done(wishlist).shareToken) };
  }

  test('a list is read by everybody, with nothing that is its owner’s alone', async () => {
    const { ana, list, item, token } = await shared();
    for (const reader of [null, person(), person('ADMIN')]) {
      expect(await wishes.find({ shareToken: token }, reader)).toEqual({
        id: list.id,
        name: 'Wishlist',
        isDefault: true,
        isShared: true,
        shareToken: null,
        itemCount: 1,
        version: 3,
        liveCursor: null,
        viewerCanEdit: false,
        items: { nodes: [{ ...item, alerts: [] }] },
      });
      expect(await wishes.find({ id: list.id }, reader)).toBeNull();
    }
    expect(await wishes.find({ shareToken: token }, ana)).toMatchObject({ shareToken: token, viewerCanEdit: true });
    const around = '{ items { nodes { wishlist { id shareToken } product { viewerWishlistItems { id } } } } }';
    const found = await shop.data(`query($token: String) { wishlist(shareToken: $token) ${around} }`, { token }, { as: person() });
    const nodes = [{ wishlist: { id: list.id, shareToken: null }, product: { viewerWishlistItems: [] } }];
    expect(found).toEqual({ wishlist: { items: { nodes } } });
    expect(codes(await wishes.remove(person(), { itemId: item.id }))).toEqual([['NOT_FOUND', ['itemId']]]);
    expect(codes(await wishes.share(person(), list.id))).toEqual([['NOT_FOUND', ['wishlistId']]]);
  });

  test('nobody guesses it: it has 256 bits, no two are alike, none lies in the database, and what is nearly one opens nothing', async () => {
    const links = await Promise.all(Array.from({ length: 5 }, shared));
    const tokens = links.map(({ token }) => token);
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = JSON.stringify(await sql('select wishlist.*, to_jsonb(feed.*) as feed from wishlist, platform.feed'));
    const log = JSON.stringify(await sql('select data from platform.event_log'));
    for (const token of tokens) for (const kept of [rows, log]) expect(kept).not.toContain(token);
    const [{ list, token }] = links as [(typeof links)[0]];
    const [kept] = await sql('select share_key, share_hash from wishlist where id = $1', [list.id]);
    const guesses = ['', list.id, kept?.['share_key'], kept?.['share_hash'], token.slice(1), `${token}A`, token.toLowerCase(), '\0'];
    for (const guess of [...guesses, 'x'.repeat(10_000)]) expect(await wishes.find({ shareToken: String(guess) }, person())).toBeNull();
    expect(await wishes.find({ shareToken: token }, null)).toMatchObject({ id: list.id });
  });

  test('it ends when its owner says so, another one leads there from then on, and one that was replaced does not', async () => {
    const { ana, list, token } = await shared();
    const { wishlist } = await wishes.unshare(ana, list.id);
    expect(wishlist).toMatchObject({ isShared: false, shareToken: null });
    expect(await wishes.find({ shareToken: token }, null)).toBeNull();
    const second = done(done((await wishes.share(ana, list.id)).wishlist).shareToken);
    const third = done(done((await wishes.share(ana, list.id)).wishlist).shareToken);
    expect(new Set([token, second, third]).size).toBe(3);
    expect(await wishes.find({ shareToken: token }, null)).toBeNull();
    expect(await wishes.find({ shareToken: second }, null)).toBeNull();
    expect(await wishes.find({ shareToken: third }, null)).toMatchObject({ id: list.id });
    await wishes.create(ana, 'Other');
    await wishes.update(ana, { wishlistId: done(await wishes.lists(ana)).nodes[1]?.id, isDefault: true });
    await wishes.drop(ana, list.id);
    expect(await wishes.find({ shareToken: third }, null)).toBeNull();
  });

  test('nobody else reads it in any other way, neither while it is shared nor after', async () => {
    const { ana, list } = await shared();
    const query = `query ($of: [_Any!]!, $id: ID!, $product: ID!) {
      _entities(representations: $of) { ... on Wishlist { id } ... on User { wishlists { nodes { id } } } }
      wishlist(id: $id) { id }
      product(id: $product) { viewerHasWished viewerWishlistItems { id wishlist { id } } }
    }`;
    const of = [
      { __typename: 'Wishlist', id: list.id },
      { __typename: 'User', id: ana.id },
    ];
    const nothing = {
      _entities: [null, { wishlists: null }],
      wishlist: null,
      product: { viewerHasWished: false, viewerWishlistItems: [] },
    };
    for (const isShared of [true, false]) {
      for (const as of [person(), person('MODERATOR'), person('ADMIN')])
        expect(await shop.data(query, { of, id: list.id, product: vase.id }, { as })).toEqual(nothing);
      if (isShared) await wishes.unshare(ana, list.id);
    }
  });

  test('what its owner says is not shown while they are suspended', async () => {
    const { ana, list, token } = await shared();
    await shop.happened(UserSuspended, { userId: ana.id, reason: 'Spam.', until: null });
    await eventually(async () => (await wishes.find({ shareToken: token }, null)) === null);
    await shop.happened(UserRestored, { userId: ana.id });
    await eventually(async () => (await wishes.find({ shareToken: token }, null))?.id === list.id);
  });
});

describe('on all devices', () => {
  const LIVE = `subscription($after: String, $wishlistId: ID) { wishlistUpdated(after: $after, wishlistId: $wishlistId) {
    cursor kind wishlistId itemId wishlist { itemCount } item { ${WISH} } } }`;
  const Event = z.object({
    data: z.object({
      wishlistUpdated: z.object({
        cursor: z.string(),
        kind: z.string(),
        wishlistId: z.string(),
        itemId: z.string().nullable(),
        wishlist: z.object({ itemCount: z.int() }).nullable(),
        item: z.object({ id: z.string() }).nullable(),
      }),
    }),
  });

  async function* heardFrom(ana: Actor, variables: object) {
    const stream = await shop.subscribe(LIVE, { ...variables }, { as: ana });
    try {
      for (;;) yield Event.parse((await stream.next()).value).data.wishlistUpdated;
    } finally {
      await stream.return?.();
    }
  }

  async function take(ana: Actor, variables: object, count: number) {
    const events = [];
    for await (const event of heardFrom(ana, variables)) if (events.push(event) === count) return events;
    throw new Error('The stream ended.');
  }

  test('twenty change one list at once, and it is as each of them has heard', async () => {
    const ana = person();
    const { id: wishlistId, liveCursor: after } = done((await wishes.create(ana, 'Together')).wishlist);
    const turns = await Promise.all(
      shelf.map(async ({ id: productId }, device) => {
        const { item } = await wishes.add(ana, { productId, wishlistId });
        if (device % 4 === 0) await wishes.remove(ana, { itemId: done(item).id });
        else if (device % 4 === 1) await wishes.change(ana, { itemId: done(item).id, note: `Of device ${device}` });
        else if (device % 4 === 2) await wishes.move(ana, { itemId: done(item).id, position: 0 });
        return device % 4 === 3 ? 1 : 2;
      }),
    );
    const changes = turns.reduce((sum, count) => sum + count, 0);
    const list = done(await wishes.find({ id: wishlistId }, ana));
    expect(list).toMatchObject({ itemCount: 15, version: 1 + changes });

    const events = await take(ana, { after, wishlistId }, changes);
    const known = new Set<string | null>();
    for (const { kind, itemId } of events) {
      if (kind === 'ITEM_ADDED') known.add(itemId);
      else if (kind === 'ITEM_REMOVED') known.delete(itemId);
    }
    expect([...known].toSorted()).toEqual(list.items.nodes.map(({ id }) => id).toSorted());
    const half = events[Math.floor(changes / 2)];
    expect(await take(ana, { after: half?.cursor, wishlistId }, changes - Math.floor(changes / 2) - 1)).toEqual(
      events.slice(Math.floor(changes / 2) + 1),
    );
  });

  test('nothing between a page and what is heard is missed, and nobody hears of what others wish for', async () => {
    const [ana, leo] = [person(), person()];
    const { liveCursor: after } = done(await wishes.lists(ana));
    await wishes.add(leo, { productId: vase.id });
    const { item } = await wishes.add(ana, { productId: vase.id });
    const [created, added] = await take(ana, { after }, 2);
    expect(created).toMatchObject({ kind: 'CREATED', itemId: null, wishlist: { itemCount: 1 } });
    expect(added).toMatchObject({ kind: 'ITEM_ADDED', itemId: done(item).id, item: { id: done(item).id } });
    const [list] = done(await wishes.lists(ana)).nodes;
    const other = done((await wishes.create(ana, 'Other')).wishlist);
    await wishes.remove(ana, { productId: vase.id });
    await wishes.update(ana, { wishlistId: other.id, name: 'Another' });
    await wishes.drop(ana, other.id);
    const since = await take(ana, { after: list?.liveCursor }, 4);
    expect(since.map(({ kind, wishlistId, wishlist }) => [kind, wishlistId, wishlist === null])).toEqual([
      ['CREATED', other.id, true],
      ['ITEM_REMOVED', list?.id, false],
      ['UPDATED', other.id, true],
      ['DELETED', other.id, true],
    ]);
    expect(since[1]).toMatchObject({ itemId: done(item).id, item: null });
    const [only] = await take(ana, { after: list?.liveCursor, wishlistId: list?.id }, 1);
    expect(only).toMatchObject({ kind: 'ITEM_REMOVED' });
    const live = await shop.ask(`{ wishlist(shareToken: "x") { id } }`);
    expect(live.data).toEqual({ wishlist: null });
  });
});

test('a page of lists, and hearts on a page of products, are one statement for each type and level', async () => {
  const ana = person();
  for (const name of ['One', 'Two', 'Three']) {
    const { id: wishlistId } = done((await wishes.create(ana, name)).wishlist);
    for (const { id: productId } of shelf.slice(0, 5)) await wishes.add(ana, { productId, wishlistId });
  }
  const page = `query($r: [_Any!]!) { _entities(representations: $r) { ... on User { wishlists(first: 50) { liveCursor nodes {
    ${LIST} items(first: 100) { nodes { product { name } variant { id } wishlist { id } } } } } } } }`;
  shop.ownStatements();
  await shop.data(page, { r: [{ __typename: 'User', id: ana.id }] }, { as: ana });
  // Lists; their items; how many; products.
  expect(shop.ownStatements()).toHaveLength(4);
  const products = '{ products(first: 20) { nodes { viewerHasWished viewerWishlistItems { id } } } }';
  await shop.data(products, {}, { as: ana });
  expect(shop.ownStatements().filter((statement) => statement.includes('wishlist_item'))).toHaveLength(1);
});
