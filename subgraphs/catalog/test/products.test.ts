import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { type AskOptions, person } from '@agora/platform/testing/subgraph';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { ProductPublished, VariantListed } from '@agora/schema/events/catalog';
import * as z from 'zod';
import { entities } from '../src/entities.ts';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop({ AGORA_DEMO: 'on' });
  seller = await shop.verifiedSeller();
});
afterAll(() => shop.stop());

describe('listing a product', () => {
  test('a draft of a verified seller goes on sale, and the others are told its terms', async () => {
    const draft = await shop.draft(seller, {
      name: 'Lámpara de latón',
      price: { amount: '129.90', currencyCode: 'EUR' },
      categorySlug: 'lighting',
    });
    expect(draft.slug).toBe('lampara-de-laton');
    expect(await shop.publish(seller, draft.id)).toMatchObject({ product: { id: draft.id, status: 'PUBLISHED' }, userErrors: [] });

    const about = { productId: draft.id, sellerId: seller.id };
    expect(await shop.heard(ProductPublished, ({ productId }) => productId === draft.id)).toMatchObject({
      ...about,
      name: 'Lámpara de latón',
      slug: 'lampara-de-laton',
      categorySlug: 'lighting',
    });
    expect(await shop.heard(VariantListed, ({ variantId }) => variantId === draft.variantId)).toEqual({
      ...about,
      variantId: draft.variantId,
      productName: 'Lámpara de latón',
      sku: draft.sku,
      price: { minorUnits: 12990, currencyCode: 'EUR' },
      version: 1,
    });
  });

  test('what is on sale is not published again', async () => {
    const { id } = await shop.list(seller);
    expect(await shop.publish(seller, id)).toMatchObject({ product: null, userErrors: [{ code: 'CONFLICT', field: ['productId'] }] });
    expect(shop.heardAll(ProductPublished, ({ productId }) => productId === id).length).toBeLessThanOrEqual(1);
  });

  test('a draft is seen by its seller and by administrators, and by nobody else in any way', async () => {
    const { id, slug, variantId } = await shop.draft(seller, { name: 'A secret prototype' });
    const everyWay = `query($id: ID!, $slug: String!, $entities: [_Any!]!) {
      byId: product(id: $id) { id }
      bySlug: product(slug: $slug) { id }
      _entities(representations: $entities) { __typename }
      products(filter: { query: "secret prototype" }) { totalCount nodes { id } }
    }`;
    const entities = [
      { __typename: 'Product', id },
      { __typename: 'ProductVariant', id: variantId },
    ];
    const seenBy = (as: Actor | null) => shop.data(everyWay, { id, slug, entities }, { as });

    const nothing = { byId: null, bySlug: null, _entities: [null, null], products: { totalCount: 0, nodes: [] } };
    expect(await seenBy(null)).toEqual(nothing);
    expect(await seenBy(person('SELLER'))).toEqual(nothing);
    const own = { ...nothing, byId: { id }, bySlug: { id }, _entities: entities.map(({ __typename }) => ({ __typename })) };
    expect(await seenBy(seller)).toEqual(own);
    expect(await seenBy(person('ADMIN'))).toEqual(own);
  });

  test('a seller who is not verified may draft and not publish', async () => {
    const newcomer = person('SELLER');
    const { id } = await shop.draft(newcomer);
    expect(await shop.publish(newcomer, id)).toMatchObject({ product: null, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await shop.data('query($id: ID!) { product(id: $id) { status } }', { id }, { as: newcomer })).toEqual({
      product: { status: 'DRAFT' },
    });
    expect(shop.heardAll(ProductPublished, ({ productId }) => productId === id)).toEqual([]);
  });

  test("another seller's draft, an unknown one and nonsense are not found", async () => {
    const { id } = await shop.draft(seller);
    const rival = await shop.verifiedSeller();
    for (const productId of [id, newId('prd'), newId('var'), 'nonsense', '\0'])
      expect(await shop.publish(rival, productId)).toMatchObject({
        product: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }],
      });
  });

  test('whoever is no seller is refused', async () => {
    const codeFor = async (as: Actor | null) => {
      const { data, errors } = await shop.ask(
        'mutation { productPublish(input: { productId: "prd_1" }) { userErrors { code } } }',
        {},
        { as },
      );
      expect(data).toEqual({ productPublish: null });
      return errors?.[0]?.extensions['code'];
    };
    expect(await codeFor(null)).toBe('UNAUTHENTICATED');
    expect(await codeFor(person())).toBe('FORBIDDEN');
  });

  test('what does not fit is refused with the field it is about, and nothing is created', async () => {
    const problems = async (wares: Parameters<Shop['create']>[1]) => {
      const { product, userErrors } = await shop.create(seller, wares);
      expect(product).toBeNull();
      return userErrors.map(({ code, field }) => [code, field?.join('.')]);
    };
    const EUR = 'EUR';
    expect(await problems({ categorySlug: 'spaceships' })).toEqual([['NOT_FOUND', 'categorySlug']]);
    expect(await problems({ name: ' ', description: '', sku: '\0' })).toEqual([
      ['INVALID', 'name'],
      ['INVALID', 'description'],
      ['INVALID', 'sku'],
    ]);
    expect(await problems({ name: 'x'.repeat(1_000_000) })).toEqual([['INVALID', 'name']]);
    expect(await problems({ price: { amount: '0.00', currencyCode: EUR } })).toEqual([['INVALID', 'price.amount']]);
    expect(await problems({ price: { amount: '-1', currencyCode: EUR } })).toEqual([['INVALID', 'price.amount']]);
    expect(await problems({ price: { amount: '1.005', currencyCode: EUR } })).toEqual([['INVALID', 'price.amount']]);
    expect(await problems({ sku: null, price: null })).toEqual([
      ['REQUIRED', 'sku'],
      ['REQUIRED', 'price'],
    ]);
    expect(await problems({ stock: -1 })).toEqual([['INVALID', 'stock']]);
    expect(await problems({ stock: 1_000_001 })).toEqual([['INVALID', 'stock']]);
  });

  test('texts are kept as they were written', async () => {
    const [name, description] = [`O'Brien \\ "quoted" $1 ? — ñ 猫`, `{"es": "{}"}; drop table product; --`];
    const { id, slug } = await shop.list(seller, { name, description });
    const { product } = await shop.data('query($id: ID!) { product(id: $id) { name description } }', { id });
    expect(product).toEqual({ name, description });
    expect(slug).toBe('o-brien-quoted-1-n-mao');
  });

  test('each seller has codes of their own: a SKU is given once by each, and nobody can take it from the others', async () => {
    const sellers = [seller, await shop.verifiedSeller(), await shop.verifiedSeller()];
    const wanted = sellers.flatMap((one) => Array.from({ length: 4 }, () => one));
    const results = await Promise.all(wanted.map(async (one) => ({ one, ...(await shop.create(one, { sku: 'WANTED-1' })) })));
    expect(results.flatMap(({ one, product }) => (product ? [one.id] : [])).toSorted()).toEqual(sellers.map(({ id }) => id).toSorted());
    const refused = results.flatMap(({ userErrors }) => userErrors.map(({ code, field }) => [code, field]));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ['SKU_TAKEN', ['sku']]));
  });

  test('products of one name all get an address of their own', async () => {
    const drafts = await Promise.all(Array.from({ length: 8 }, () => shop.draft(seller, { name: 'Twin, like the others' })));
    const slugs = drafts.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(8);
    expect(slugs.every((slug) => slug.startsWith('twin-like-the-others'))).toBe(true);
  });

  test('a mutation that is sent again with its key creates one product', async () => {
    const wares = { sku: 'ONCE-1', name: 'Only once' };
    const options: AskOptions = { idempotencyKey: 'the same change' };
    const [first, second] = [await shop.create(seller, { ...wares }, options), await shop.create(seller, { ...wares }, options)];
    expect(first.product).not.toBeNull();
    expect(second).toEqual(first);
    const refused = { userErrors: [{ code: 'SKU_TAKEN' }] };
    expect(await shop.create(seller, wares)).toMatchObject(refused);
    const refusals = [await shop.create(seller, wares, { idempotencyKey: 'k' }), await shop.create(seller, wares, { idempotencyKey: 'k' })];
    expect(refusals).toMatchObject([refused, refused]);
  });
});

describe('finding a product', () => {
  const Slugs = z.object({ products: z.object({ totalCount: z.int(), nodes: z.array(z.object({ slug: z.string() })) }) });
  const find = async (
    filter: Readonly<Record<string, unknown>>,
    sort: Readonly<Record<string, unknown>> | null = null,
    as: Actor | null = null,
  ) => {
    const { products } = Slugs.parse(
      await shop.data(
        'query($filter: ProductFilterInput, $sort: ProductSortInput) { products(first: 100, filter: $filter, sort: $sort) { totalCount nodes { slug } } }',
        { filter, sort },
        { as },
      ),
    );
    expect(products.totalCount).toBe(products.nodes.length);
    return products.nodes.map(({ slug }) => slug);
  };
  const search = (query: string) => find({ query, sellerIds: demoSellers });
  const demoSellers = [...new Set(DEMO_PRODUCTS.map(({ sellerId }) => sellerId))];

  test('by the beginning of a word', async () => {
    for (const typed of ['stonew', 'STONEWARE b', 'stoneware bow']) expect(await search(typed)).toContain('stoneware-bowl-set');
    expect(await search('toneware')).toEqual([]);
  });

  test('with or without accents, in English and in Spanish, in any form of a word', async () => {
    for (const typed of ['café de altura', 'cafe altura', 'CAFÉ ALT']) expect(await search(typed)).toContain('cafe-de-altura');
    for (const typed of ['lámparas', 'lampara', 'lampa', 'lamps']) expect(await search(typed)).toContain('oak-floor-lamp');
    expect(await search('batteries')).toContain('clip-reading-light');
    for (const typed of ['chair', 'fresno', 'tejida']) expect(await search(typed)).toContain('ash-dining-chair');
  });

  test('by a phrase, without a word, or by one of two words', async () => {
    expect(await search('"wall shelf"')).toEqual(expect.arrayContaining(['wall-shelf-long', 'cat-wall-shelf']));
    expect(await search('"shelf wall"')).toEqual([]);
    expect(await search('shelf -cat')).toEqual(['wall-shelf-long']);
    expect(await search('honey or quince')).toEqual(expect.arrayContaining(['miel-de-romero', 'quince-paste']));
  });

  test('without a word, and then in no language without any of its forms', async () => {
    const mine = await shop.verifiedSeller();
    for (const name of [
      'Beeswax candle',
      'Rolled beeswax candles',
      'Tall taper candle of beeswax',
      'Beeswax polish',
      'Velas y lámparas, beeswax',
    ])
      await shop.list(mine, { name });
    const remaining = async (query: string) => (await find({ query, sellerIds: [mine.id] })).toSorted();
    for (const typed of ['beeswax -candle', 'beeswax -candles', '-Candle beeswax', 'beeswax -"candles"', 'beeswax -candle -tall'])
      expect(await remaining(typed)).toEqual(['beeswax-polish', 'velas-y-lamparas-beeswax']);
    for (const typed of ['beeswax -vela', 'beeswax -lampara', 'beeswax -LÁMPARA -velas']) {
      expect(await remaining(typed)).toEqual([
        'beeswax-candle',
        'beeswax-polish',
        'rolled-beeswax-candles',
        'tall-taper-candle-of-beeswax',
      ]);
    }
    for (const typed of ['beeswax -"taper candles"', '-"tall taper" beesw'])
      expect(await remaining(typed)).not.toContain('tall-taper-candle-of-beeswax');
    expect(await remaining('beeswax -"candle taper" -"polish candle"')).toHaveLength(5);
    expect((await remaining('-candle')).filter((slug) => slug.includes('beeswax'))).toEqual(['beeswax-polish', 'velas-y-lamparas-beeswax']);
    expect(await remaining('"beeswax -candle"')).toEqual(['beeswax-candle', 'rolled-beeswax-candles']);
  });

  test('by punctuation: nothing, and no error', async () => {
    for (const typed of ['!!!', '"', "'", ':*', '& |', '\\', '-', '<->', "a' & 'b", '%'])
      expect(Array.isArray(await search(typed))).toBe(true);
    expect(await search('!!!')).toEqual([]);
    for (const dashes of ['-'.repeat(40), '- '.repeat(60), '-"" '.repeat(40)]) expect(await search(dashes)).toEqual([]);
    expect(await search('wall - shelf')).toEqual(await search('wall shelf'));
  });

  test('the best match comes first: a name counts more than a description', async () => {
    const found = await search('bowl');
    expect(found.indexOf('stoneware-dog-bowl')).toBeLessThan(found.indexOf('carving-knife-set'));
    expect(await find({ query: 'bowl', sellerIds: demoSellers }, { field: 'RELEVANCE', direction: 'ASC' })).toEqual(found.toReversed());
  });

  test('by category, seller, price, stock, time and SKU, each on its own and together', async () => {
    const mine = await shop.verifiedSeller();
    const since = new Date().toISOString();
    const cheap = await shop.list(mine, {
      price: { amount: '5.00', currencyCode: 'EUR' },
      categorySlug: 'food',
      sku: 'find_me%1',
      stock: 0,
    });
    const dear = await shop.list(mine, { price: { amount: '500.00', currencyCode: 'EUR' }, categorySlug: 'garden', sku: 'find_me%2' });
    const yen = await shop.list(mine, { price: { amount: '700', currencyCode: 'JPY' }, categorySlug: 'garden', sku: 'FIND_ME%3' });
    const sellerIds = [mine.id];
    const among = async (filter: Readonly<Record<string, unknown>>) =>
      (await find({ sellerIds, createdAt: { gte: since }, ...filter })).toSorted();
    const slugs = (...products: { slug: string }[]) => products.map(({ slug }) => slug).toSorted();

    expect(await among({})).toEqual(slugs(cheap, dear, yen));
    expect(await among({ categorySlugs: ['garden', 'nowhere'] })).toEqual(slugs(dear, yen));
    expect(await among({ categorySlugs: [] })).toEqual([]);
    expect(await among({ price: { currencyCode: 'EUR' } })).toEqual(slugs(cheap, dear));
    expect(await among({ price: { currencyCode: 'EUR', gte: '5.01' } })).toEqual(slugs(dear));
    expect(await among({ price: { currencyCode: 'EUR', gte: '5', lte: '5.00' } })).toEqual(slugs(cheap));
    expect(await among({ isAvailable: true })).toEqual(slugs(dear, yen));
    expect(await among({ isAvailable: false })).toEqual(slugs(cheap));
    expect(await among({ createdAt: { gte: '2020-02-29t00:00:00z', lt: since } })).toHaveLength(1);
    expect(await among({ sku: { startsWith: 'find_me%' } })).toEqual(slugs(cheap, dear));
    expect(await among({ sku: { startsWith: 'find%' } })).toEqual([]);
    expect(await among({ sku: { contains: '%3' } })).toEqual(slugs(yen));
    expect(await among({ sku: { eq: 'find_me%1', in: ['find_me%1', 'find_me%2'] } })).toEqual(slugs(cheap));
    expect(await among({ sku: { eq: 'find_me%1' }, isAvailable: true })).toEqual([]);
  });

  test('filters that make no sense are refused', async () => {
    const code = async (filter: Readonly<Record<string, unknown>>) => {
      const { errors } = await shop.ask('query($filter: ProductFilterInput) { products(filter: $filter) { nodes { id } } }', { filter });
      return [errors?.[0]?.extensions['code'], errors?.[0]?.extensions['field']];
    };
    expect(await code({ query: 'x'.repeat(1_000_000) })).toEqual(['BAD_USER_INPUT', ['filter', 'query']]);
    expect(await code({ query: '\0' })).toEqual(['BAD_USER_INPUT', ['filter', 'query']]);
    expect(await code({ categorySlugs: Array.from({ length: 51 }, () => 'food') })).toEqual([
      'BAD_USER_INPUT',
      ['filter', 'categorySlugs'],
    ]);
    expect(await code({ price: { currencyCode: 'EUR', gte: '1.999' } })).toEqual(['BAD_USER_INPUT', ['filter', 'price', 'gte']]);
    expect(await code({ sellerIds: ['\0'] })).toEqual(['BAD_USER_INPUT', ['filter', 'sellerIds', '0']]);
  });

  test('exactly one of id and slug finds a product; what is neither finds none', async () => {
    const code = async (args: string) => (await shop.ask(`{ product${args} { id } }`)).errors?.[0]?.extensions['code'];
    expect(await code('')).toBe('BAD_USER_INPUT');
    expect(await code('(id: null)')).toBe('BAD_USER_INPUT');
    expect(await code('(id: "prd_1", slug: "x")')).toBe('BAD_USER_INPUT');
    expect(
      await shop.data('{ a: product(id: "nonsense") { id } b: product(id: "\\u0000") { id } c: product(slug: "\\u0000") { id } }'),
    ).toEqual({
      a: null,
      b: null,
      c: null,
    });
  });
});

describe('names in other languages', () => {
  test('fall back from the region to the language to the original, and never hide a product', async () => {
    const names = `query($slug: String!) {
      product(slug: $slug) { own: name(locale: "es-CO") same: name(locale: "ES-co-u-nu-latn") other: name(locale: "fr") category { name(locale: "es") } description(locale: "es") }
    }`;
    expect(await shop.data(names, { slug: 'moon-vase' })).toMatchObject({
      product: {
        own: 'Jarrón luna',
        same: 'Jarrón luna',
        other: 'Moon vase',
        category: { name: 'Cerámica' },
        description: expect.stringContaining('rama'),
      },
    });
    expect(await shop.data(names, { slug: 'glaze-sampler' })).toMatchObject({ product: { own: 'Glaze sampler, six colours' } });
  });

  const SPANISH = {
    categories: { nodes: [{ name: 'Alimentos y bebidas' }, { name: 'Animales' }, { name: 'Cerámica' }] },
    product: { name: 'Jarrón luna' },
  };
  const ORIGINAL = {
    categories: { nodes: [{ name: 'Animals' }, { name: 'Ceramics' }, { name: 'Crafts' }] },
    product: { name: 'Moon vase' },
  };

  test.each([
    ['es', SPANISH],
    ['ES-mx', SPANISH],
    ['es_MX', SPANISH],
    ['es-MX,es;q=0.9,en;q=0.8', SPANISH],
    ['en;q=0.5, es', SPANISH],
    [' en ; q=0.3 , es ; q=0.7 ', SPANISH],
    ['de, ja;q=0.9, es;q=0.1', SPANISH],
    ['es-u-nu-latn', SPANISH],
    ['en-US,en;q=0.9,es;q=0.8', ORIGINAL],
    ['es;q=0', ORIGINAL],
    ['es-CO, es;q=0', ORIGINAL],
    ['es;q=0.0, en', ORIGINAL],
    ['de', ORIGINAL],
    ['*', ORIGINAL],
    [`'; drop table product; --`, ORIGINAL],
    ['', ORIGINAL],
  ])('are those that Accept-Language prefers: %s', async (acceptLanguage, names) => {
    const identity = { actor: null, ip: '127.0.0.1' };
    const query = '{ categories(first: 3) { nodes { name } } product(slug: "moon-vase") { name } }';
    const { data } = await shop.service.execute({ query, identity, acceptLanguage });
    expect(data).toEqual(names);
  });
});

describe('pages', () => {
  const Page = z.object({
    products: z.object({
      nodes: z.array(z.object({ id: z.string() })),
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        hasPreviousPage: z.boolean(),
        startCursor: z.string().nullable(),
        endCursor: z.string().nullable(),
      }),
    }),
  });
  const PAGE = `query($first: Int, $after: String, $last: Int, $before: String, $filter: ProductFilterInput, $sort: ProductSortInput) {
    products(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const page = async (variables: Readonly<Record<string, unknown>>) => Page.parse(await shop.data(PAGE, variables)).products;

  test('of words go on from their own cursors only, though without words the order has the same name', async () => {
    const { pageInfo } = await page({ first: 1 });
    const { errors } = await shop.ask(PAGE, { first: 1, after: pageInfo.endCursor, filter: { query: 'bowl' } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['after'] });
    const sort = { field: 'CREATED_AT', direction: 'DESC' };
    expect((await page({ first: 1, after: pageInfo.endCursor, sort })).nodes).toHaveLength(1);
  });

  test('in every order and direction show each product once, though many are equal and others arrive meanwhile', async () => {
    const crowded = await shop.verifiedSeller();
    const wares = (index: number) => ({
      name: ['Same name', 'Sámé nâme', 'Other name'][index % 3],
      description: ['mug', 'mug mug'][index % 2],
      price: { amount: ['10', '20'][index % 2] ?? '10', currencyCode: 'EUR' },
    });
    const there = await Promise.all(Array.from({ length: 24 }, (_, index) => shop.list(crowded, wares(index))));
    const filter = { sellerIds: [crowded.id], query: 'mug' };
    let arrivals = 0;
    const arrive = () => shop.list(crowded, wares(arrivals++));

    for (const field of ['NAME', 'PRICE', 'CREATED_AT', 'RELEVANCE'])
      for (const direction of ['ASC', 'DESC'])
        for (const backwards of [false, true]) {
          const seen: string[] = [];
          let cursor: string | null = null;
          let more = true;
          while (more) {
            const place: Readonly<Record<string, unknown>> = backwards ? { last: 7, before: cursor } : { first: 7, after: cursor };
            const [{ nodes, pageInfo }] = await Promise.all([
              page({ ...place, filter, sort: { field, direction } }),
              seen.length < 14 ? arrive() : null,
            ]);
            seen.push(...nodes.map(({ id }) => id));
            [cursor, more] = backwards ? [pageInfo.startCursor, pageInfo.hasPreviousPage] : [pageInfo.endCursor, pageInfo.hasNextPage];
          }
          const times = Map.groupBy(seen, (id) => id);
          expect([...times.values()].every(({ length }) => length === 1)).toBe(true);
          expect(there.filter(({ id }) => !times.has(id))).toEqual([]);
        }
  });

  test('come in the order asked for', async () => {
    const mine = await shop.verifiedSeller();
    const price = (amount: string) => ({ price: { amount, currencyCode: 'EUR' } });
    const [b, a, c] = [
      await shop.list(mine, { name: 'Ábaco', categorySlug: 'food', ...price('30') }),
      await shop.list(mine, { name: 'aardvark', categorySlug: 'food', ...price('1000') }),
      await shop.list(mine, { name: 'Zebra', categorySlug: 'food', ...price('2') }),
    ];
    const order = async (sort?: Readonly<Record<string, unknown>>) =>
      (await page({ first: 10, filter: { sellerIds: [mine.id], categorySlugs: ['food'] }, ...(sort && { sort }) })).nodes.map(
        ({ id }) => id,
      );
    expect(await order({ field: 'NAME' })).toEqual([a.id, b.id, c.id]);
    expect(await order({ field: 'PRICE', direction: 'ASC' })).toEqual([c.id, b.id, a.id]);
    expect(await order({ field: 'CREATED_AT', direction: 'ASC' })).toEqual([b.id, a.id, c.id]);
    expect(await order()).toEqual([c.id, a.id, b.id]);
  });

  test('of sizes outside 1 to 100, and cursors of something else, are refused', async () => {
    const { pageInfo } = await page({ first: 1, sort: { field: 'PRICE', direction: 'ASC' } });
    const [body = '', mac = ''] = pageInfo.endCursor?.split('.') ?? [];
    const forged = `${Buffer.from('{"list":"products by PRICE ASC","at":["0",""]}').toString('base64url')}.${mac}`;
    const bad = [
      { first: 0 },
      { first: 101 },
      { first: 100_000 },
      { first: -1 },
      { last: 101 },
      { after: 'nonsense' },
      { after: forged, sort: { field: 'PRICE', direction: 'ASC' } },
      { after: body, sort: { field: 'PRICE', direction: 'ASC' } },
      { after: pageInfo.endCursor, sort: { field: 'NAME', direction: 'ASC' } },
    ];
    for (const variables of bad) {
      const { data, errors } = await shop.ask(PAGE, variables);
      expect([data, errors?.[0]?.extensions['code']]).toEqual([{ products: null }, 'BAD_USER_INPUT']);
    }
  });
});

test('products of a category are read from the end, too', async () => {
  const { category } = z.object({ category: z.tuple([z.object({ all: CategoryPage, end: CategoryPage })]) }).parse(
    await shop.data(
      `query ($r: [_Any!]!) {
           category: _entities(representations: $r) {
             ... on Category { all: products(first: 100) { ...Page } end: products(last: 2) { ...Page } }
           }
         }
         fragment Page on ProductConnection { nodes { id } pageInfo { startCursor hasPreviousPage } }`,
      { r: [CERAMICS] },
    ),
  );
  const [{ all, end }] = category;
  expect(end).toMatchObject({ nodes: all.nodes.slice(-2), pageInfo: { hasPreviousPage: true } });
  const rest = await shop.data(
    `query ($r: [_Any!]!, $before: String) {
       category: _entities(representations: $r) { ... on Category { products(last: 100, before: $before) { nodes { id } } } }
     }`,
    { r: [CERAMICS], before: end.pageInfo.startCursor },
  );
  expect(rest).toEqual({ category: [{ products: { nodes: all.nodes.slice(0, -2) } }] });
});

const CERAMICS = { __typename: 'Category', slug: 'ceramics' };
const CategoryPage = z.object({
  nodes: z.array(z.object({ id: z.string() })).min(2),
  pageInfo: z.object({ startCursor: z.string(), hasPreviousPage: z.boolean() }),
});

describe('reading much at once', () => {
  /** The machinery of events looks at its own tables now and then, whoever asks. */
  const ownStatements = () => shop.statements().filter((sql) => !sql.includes('platform.'));

  test.each(['first', 'last'])('costs one statement for each type and level, pages from the %s', async (end) => {
    const page = `{
      products(${end}: 20) {
        totalCount
        nodes { name category { name parent { name } } variants { sku price { amount } product { slug category { slug } } } seller { id } }
      }
      categories { nodes { slug products(${end}: 3) { totalCount nodes { name variants { availableQuantity } } } } }
    }`;
    ownStatements();
    const { products, categories } = z
      .object({
        products: z.object({ nodes: z.array(z.object({ variants: z.array(z.unknown()).min(1) })) }),
        categories: z.object({ nodes: z.array(z.unknown()) }),
      })
      .parse(await shop.data(page));
    const statements = ownStatements();

    expect([products.nodes.length, categories.nodes.length]).toEqual([20, 8]);
    const reads = (pattern: RegExp) => statements.filter((sql) => pattern.test(sql)).length;
    expect(reads(/from product_variant/)).toBe(2);
    expect(reads(/from category/)).toBe(3);
    expect(reads(/count\(\*\)/)).toBe(2);
    expect(reads(/from product\b(?! join)/) - reads(/count\(\*\)/)).toBe(3);
    expect(statements).toHaveLength(10);
  });

  test('references of the same kind are read together', async () => {
    const representations = DEMO_PRODUCTS.slice(0, 20).map(({ variantId }) => ({ __typename: 'ProductVariant', id: variantId }));
    ownStatements();
    const answer = await shop.data('query($r: [_Any!]!) { _entities(representations: $r) { ... on ProductVariant { sku } } }', {
      r: representations,
    });
    expect(answer).toEqual({ _entities: DEMO_PRODUCTS.slice(0, 20).map(({ sku }) => ({ sku })) });
    expect(ownStatements()).toHaveLength(1);
  });
});

describe('at start', () => {
  test('the demo fills eight categories and announces every variant, so that it can be bought', async () => {
    await eventually(() =>
      DEMO_PRODUCTS.every(({ variantId }) => shop.heardAll(VariantListed, (listed) => listed.variantId === variantId).length === 1),
    );
    expect(DEMO_PRODUCTS.length).toBeGreaterThanOrEqual(48);
    expect(new Set(DEMO_PRODUCTS.map(({ category }) => category)).size).toBe(8);
    const { product } = await shop.data(
      '{ product(slug: "cafe-de-altura") { id priceFrom { amount currencyCode } variants { id availableQuantity } } }',
    );
    const facts = DEMO_PRODUCTS.find(({ slug }) => slug === 'cafe-de-altura');
    expect(product).toEqual({
      id: facts?.id,
      priceFrom: { amount: '16.50', currencyCode: 'EUR' },
      variants: [{ id: facts?.variantId, availableQuantity: facts?.stock }],
    });
  });

  test('the migrations make what the entities describe', async () => {
    expect(await schemaDrift(shop.databaseUrl, entities)).toBe('');
  });
});
