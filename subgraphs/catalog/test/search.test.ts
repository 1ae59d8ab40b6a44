import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { person } from '@agora/platform/testing/subgraph';
import { eventually } from '@agora/platform/testing/eventually';
import type { Actor } from '@agora/platform/security/actor';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { randomOf } from '@agora/schema/demo/random';
import { OrderConfirmed } from '@agora/schema/events/order';
import { SellerChanged } from '@agora/schema/events/user';
import pg from 'pg';
import * as z from 'zod';
import { MORE_WARES, QUERIES } from './search-queries.ts';
import { type Listed, openShop, type Shop } from './shop.ts';

const SEED = 14;

/** What syntaxes of searches, patterns and SQL are made of, and what Unicode has that words are not. */
const NASTY = [
  ...'"\'\\-+*:&|!()<>%_.,;/~^$#@[]{}`?= \t\n0aéÉñßИ漢字ا€😀',
  ...[
    ' or ',
    'or',
    ' and ',
    ' -',
    '--',
    '-"',
    '" ',
    ':*',
    '<->',
    '<2>',
    '!!',
    'the ',
    'lamp',
    'lampra',
    'oak',
    ' bowl',
    '\u0301',
    '\u200b',
    '\u202e',
    '\ufffe',
    'ﷺ',
    '👩‍👩‍👧',
    'İ',
    'ǆ',
    'x'.repeat(90),
  ],
];

/** Names that many share, or that differ by an accent. */
const NAMES = ['Same name', 'Sámé nâme', 'Mug', 'Mug of the year', 'Zebra mug'];

let shop: Shop;

/** Somebody buys so many units of a product. */
async function buy({ id: productId, variantId }: Pick<Listed, 'id' | 'variantId'>, seller: Actor, quantity: number): Promise<void> {
  const unitPrice = { minorUnits: 1_000, currencyCode: 'EUR' };
  const line = { variantId, productId, sellerId: seller.id, productName: 'Sold ware', quantity, unitPrice };
  const order = { orderId: newId('ord'), number: 'A-20261130-00001', buyerId: newId('usr'), lines: [line] };
  await shop.happened(OrderConfirmed, { ...order, total: { ...unitPrice, minorUnits: quantity * unitPrice.minorUnits } });
}

beforeAll(async () => {
  shop = await openShop({ AGORA_DEMO: 'on' });
});
afterAll(() => shop.stop());

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

  test(`as a person expects who types one of ${QUERIES.length} queries`, async () => {
    const mine = await shop.verifiedSeller();
    for (const wares of MORE_WARES) await shop.list(mine, wares);
    const Found = z.object({ products: z.object({ spelling: z.string().nullable(), nodes: z.array(z.object({ slug: z.string() })) }) });
    const find = async (query: string) => {
      const answer = await shop.data('query($filter: ProductFilterInput) { products(filter: $filter) { spelling nodes { slug } } }', {
        filter: { query, sellerIds: [...demoSellers, mine.id] },
      });
      const { spelling, nodes } = Found.parse(answer).products;
      return { spelling, slugs: nodes.map(({ slug }) => slug) };
    };
    // What was listed last is known to the spelling soon.
    await eventually(async () => (await find('mochlia')).spelling === 'mochila');

    const wrong: string[] = [];
    for (const { query, first, without = [], spelling = null } of QUERIES) {
      const found = await find(query);
      const top = found.slugs.slice(0, 3);
      const isRight =
        first.every((slug) => top.includes(slug)) &&
        (first.length > 0 || found.slugs.length === 0) &&
        !without.some((slug) => found.slugs.includes(slug)) &&
        found.spelling === spelling;
      if (!isRight)
        wrong.push(
          [query, [...first, spelling].join(', '), [...top, found.spelling].join(', ')].map((cell) => cell.padEnd(60)).join(' | '),
        );
    }
    if (wrong.length > 0)
      throw new Error(['query', 'expected', 'found'].map((cell) => cell.padEnd(60)).join(' | ') + `\n${wrong.join('\n')}`);
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

  test(`by whatever anybody may type: never an error (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    for (let n = 0; n < 300; n++) {
      let typed = '';
      while (random.number(60) < 59) typed += random.one(NASTY);
      const found = await search([...typed].slice(0, 190).join(''));
      expect(Array.isArray(found)).toBe(true);
    }
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
    // An attribute of the name of another filter takes nothing from that one.
    for (const key of ['category', 'price', 'availability'])
      expect(await among({ categorySlugs: ['garden'], attributes: [{ key, values: ['garden'] }] })).toEqual([]);
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

  test('by the codes of what is offered; those of other variants find it for its seller and administrators alone', async () => {
    const mine = await shop.verifiedSeller();
    const variant = (size: string) => ({
      sku: `HUSH-${size}`,
      optionValues: [size],
      prices: [{ price: { amount: '5', currencyCode: 'EUR' } }],
    });
    const options = [{ name: 'Size', values: [{ name: 'small' }, { name: 'large' }] }];
    const { id, slug, variantId } = await shop.list(mine, { name: 'Quiet bell', options, variants: ['small', 'large'].map(variant) });
    const offer = (isEnabled: boolean) =>
      shop.data(
        'mutation($input: ProductVariantsUpdateInput!) { productVariantsUpdate(input: $input) { userErrors { code } } }',
        { input: { productId: id, variants: [{ variantId, isEnabled }] } },
        { as: mine },
      );
    const found = async (code: string, as: Actor | null = null) =>
      Promise.all([
        find({ query: code }, null, as),
        find({ sku: { eq: code } }, null, as),
        find({ sku: { contains: code.slice(1) } }, null, as),
      ]);
    expect(await found('HUSH-small')).toEqual([[slug], [slug], [slug]]);
    await offer(false);
    for (const stranger of [null, person(), person('MODERATOR')]) expect(await found('HUSH-small', stranger)).toEqual([[], [], []]);
    for (const one of [mine, person('ADMIN')]) expect(await found('HUSH-small', one)).toEqual([[], [slug], [slug]]);
    expect(await found('HUSH-large')).toEqual([[slug], [slug], [slug]]);
    await offer(true);
    expect(await found('HUSH-small')).toEqual([[slug], [slug], [slug]]);
  });

  test('by the name of the shop that sells it, as it is now', async () => {
    const mine = await shop.verifiedSeller();
    const { slug } = await shop.list(mine, { name: 'Pine board' });
    const call = (storeName: string) =>
      shop.happened(SellerChanged, { userId: mine.id, sellerId: newId('sel'), storeName, isOnVacation: false });
    await call('Xylotheque');
    await eventually(async () => (await find({ query: 'pine xylotheq' })).includes(slug));
    const { slug: later } = await shop.list(mine, { name: 'Larch board' });
    expect(await find({ query: 'xylotheque larch' })).toEqual([later]);
    await call('Dendrarium');
    await eventually(async () => (await find({ query: 'dendrarium board' })).length === 2);
    expect(await find({ query: '"xylotheque"' })).toEqual([]);
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
});

describe('what the products found can be narrowed by', () => {
  const Value = z.object({ value: z.string(), label: z.string(), count: z.int(), isSelected: z.boolean() });
  const Facets = z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.string(),
      unit: z.string().nullable(),
      min: z.string().nullable(),
      max: z.string().nullable(),
      values: z.array(Value),
    }),
  );
  const facets = async (filter: object, args: object = {}, acceptLanguage = 'en') => {
    const answer = await shop.data(
      `query($filter: ProductFilterInput, $after: String, $keys: [String!], $valuesFirst: Int) {
        products(first: 1, after: $after, filter: $filter) {
          facets(keys: $keys, valuesFirst: $valuesFirst) { key name kind unit min max values { value label count isSelected } }
        }
      }`,
      { filter, ...args },
      { acceptLanguage },
    );
    return z.object({ products: z.object({ facets: Facets }) }).parse(answer).products.facets;
  };
  const counts = (found: z.output<typeof Facets>, key: string) =>
    Object.fromEntries(found.find((facet) => facet.key === key)?.values.map(({ value, count }) => [value, count]) ?? []);
  const range = (found: z.output<typeof Facets>) => {
    const price = found.find(({ key }) => key === 'price');
    return [price?.unit, price?.min, price?.max];
  };

  let sellerIds: string[];

  beforeAll(async () => {
    const mine = await shop.verifiedSeller();
    sellerIds = [mine.id];
    const sold = (categorySlug: string, amount: string, stock: number, name = 'Facet ware', currencyCode = 'EUR') =>
      shop.list(mine, { name, categorySlug, stock, price: { amount, currencyCode } });
    await sold('food', '5', 1);
    await sold('food', '10', 0);
    await sold('garden', '20', 1);
    await sold('garden', '40', 1, 'Facet lantern');
    await sold('garden', '700', 0, 'Facet lantern', 'JPY');
    // What verifying the seller has put on sale stands among the crafts.
  });

  test('is counted over the whole list, whatever page is shown', async () => {
    const filter = { sellerIds, query: 'facet' };
    const found = await facets(filter);
    expect(found.map(({ key, kind }) => [key, kind])).toEqual([
      ['category', 'TREE'],
      ['price', 'RANGE'],
      ['availability', 'VALUES'],
    ]);
    expect([counts(found, 'category'), counts(found, 'availability'), range(found)]).toEqual([
      { garden: 3, food: 2 },
      { true: 3, false: 2 },
      ['EUR', '5.00', '40.00'],
    ]);
    const { products } = z.object({ products: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }).parse(
      await shop.data('query($filter: ProductFilterInput) { products(first: 1, filter: $filter) { pageInfo { endCursor } } }', {
        filter,
      }),
    );
    expect(await facets(filter, { after: products.pageInfo.endCursor })).toEqual(found);
  });

  test('heeds all filters but its own, and says what is chosen', async () => {
    const filter = { sellerIds, query: 'facet', categorySlugs: ['garden'], isAvailable: true, price: { currencyCode: 'EUR', gte: '10' } };
    const found = await facets(filter);
    expect([counts(found, 'category'), counts(found, 'availability'), range(found)]).toEqual([
      { garden: 2 },
      { true: 2 },
      ['EUR', '20.00', '40.00'],
    ]);
    const sold = { ...filter, isAvailable: null };
    expect(counts(await facets({ ...sold, price: null }), 'availability')).toEqual({ true: 2, false: 1 });
    expect(counts(await facets({ ...sold, price: { currencyCode: 'EUR' } }), 'category')).toEqual({ food: 2, garden: 2 });
    expect(found.flatMap(({ values }) => values.filter(({ isSelected }) => isSelected).map(({ value }) => value))).toEqual([
      'garden',
      'true',
    ]);
    expect(range(await facets({ sellerIds, price: { currencyCode: 'JPY' } }))).toEqual(['JPY', '700', '700']);
  });

  test('counts what misspelled words are put right to', async () => {
    await eventually(async () => counts(await facets({ sellerIds, query: 'fcaet lantrn' }), 'category')['garden'] === 2, 60_000);
  });

  test('is named in the language of whoever asks, and only what is asked for is told', async () => {
    const [price, category] = await facets(
      { sellerIds, query: 'facet' },
      { keys: ['price', 'category', 'nothing'], valuesFirst: 1 },
      'pt-BR, es;q=0.5',
    );
    expect([price?.name, category?.name, category?.values]).toEqual([
      'Preço',
      'Categoria',
      [{ value: 'garden', label: 'Jardim', count: 3, isSelected: false }],
    ]);
    expect(await facets({ sellerIds, query: 'facet' }, { keys: [] })).toEqual([]);
    expect(await facets({ sellerIds: [] })).toEqual([]);
  });

  test('is what products tell of themselves, by the filter of each attribute', async () => {
    const change = async (mutation: string, type: string, input: object) =>
      shop.data(
        `mutation($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { code field } } }`,
        { input },
        { as: person('ADMIN') },
      );
    const { category } = z
      .object({ category: z.object({ id: z.string() }) })
      .parse(await shop.data('{ category(slug: "lighting") { id } }'));
    const attributeIds: string[] = [];
    for (const [key, kind, more] of [
      ['shade', 'CHOICES', { choices: ['red', 'blue'].map((value) => ({ value, labels: [{ locale: 'en', text: `Very ${value}` }] })) }],
      ['watts', 'NUMBER', { unit: 'W' }],
      ['dims_by_hand', 'BOOLEAN', {}],
      ['made', 'DATE', {}],
    ] as const) {
      const defined = await shop.data(
        `mutation($input: AttributeDefinitionCreateInput!) { attributeDefinitionCreate(input: $input) { attributeDefinition { id } userErrors { code } } }`,
        { input: { key, kind, names: [{ locale: 'en', text: `The ${key}` }], isFilterable: true, ...more } },
        { as: person('ADMIN') },
      );
      attributeIds.push(
        z.object({ attributeDefinitionCreate: z.object({ attributeDefinition: z.object({ id: z.string() }) }) }).parse(defined)
          .attributeDefinitionCreate.attributeDefinition.id,
      );
    }
    await change('categoryAttributesSet', 'CategoryAttributesSetInput', {
      categoryId: category.id,
      attributes: attributeIds.map((attributeDefinitionId) => ({ attributeDefinitionId })),
    });

    const mine = await shop.verifiedSeller();
    const lamp = async (name: string, choices: readonly string[], watts: string, isDimmable: boolean, made: string) =>
      shop.list(mine, {
        name,
        categorySlug: 'lighting',
        attributes: [
          { key: 'shade', choices },
          { key: 'watts', number: watts },
          { key: 'dims_by_hand', boolean: isDimmable },
          { key: 'made', date: made },
        ],
      });
    const [one, two, three] = [
      await lamp('One', ['red'], '5', true, '2026-01-01'),
      await lamp('Two', ['red', 'blue'], '7.5', false, '2026-02-01'),
      await lamp('Three', ['blue'], '12', true, '2026-03-01'),
    ];
    const among = async (...attributes: readonly object[]) => {
      const answer = await shop.data('query($filter: ProductFilterInput) { products(filter: $filter) { nodes { slug } } }', {
        filter: { sellerIds: [mine.id], attributes },
      });
      const { nodes } = z.object({ products: z.object({ nodes: z.array(z.object({ slug: z.string() })) }) }).parse(answer).products;
      return nodes.map(({ slug }) => slug).toSorted();
    };
    const slugs = (...products: readonly { slug: string }[]) => products.map(({ slug }) => slug).toSorted();
    expect(await among({ key: 'shade', values: ['red'] })).toEqual(slugs(one, two));
    expect(await among({ key: 'shade', values: ['red'] }, { key: 'shade', values: ['blue'] })).toEqual(slugs(two));
    expect(await among({ key: 'watts', number: { gte: '7.5', lte: '12' } })).toEqual(slugs(two, three));
    expect(await among({ key: 'dims_by_hand', boolean: true }, { key: 'watts', number: { lte: '6' } })).toEqual(slugs(one));
    expect(await among({ key: 'made', date: { gte: '2026-02-01', lt: '2026-03-01' } })).toEqual(slugs(two));
    expect(await among({ key: 'nothing', values: ['red'] })).toEqual([]);

    const found = await facets({ sellerIds: [mine.id], categorySlugs: ['lighting'], attributes: [{ key: 'shade', values: ['red'] }] });
    const watts = found.find(({ key }) => key === 'watts');
    expect([counts(found, 'shade'), counts(found, 'dims_by_hand'), [watts?.kind, watts?.unit, watts?.min, watts?.max]]).toEqual([
      { red: 2, blue: 2 },
      { true: 1, false: 1 },
      ['RANGE', 'W', '5', '7.5'],
    ]);
    expect(found.find(({ key }) => key === 'shade')?.values[1]).toEqual({ value: 'red', label: 'Very red', count: 2, isSelected: true });
    expect(found.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['category', 'price', 'availability', 'shade', 'watts', 'dims_by_hand', 'made']),
    );
    const day = (value: string, isSelected: boolean) => ({ value, label: value, count: 1, isSelected });
    const made = async (attribute: object) => {
      const [facet] = await facets({ sellerIds: [mine.id], attributes: [{ key: 'made', ...attribute }] }, { keys: ['made'] });
      return [facet?.kind, facet?.values];
    };
    const days = (...selected: readonly boolean[]) => selected.map((is, month) => day(`2026-0${month + 1}-01`, is));
    expect(await made({ date: { gte: '2026-02-01', lt: '2026-03-01' } })).toEqual(['VALUES', days(false, true, false)]);
    expect(await made({ values: ['2026-01-01', '2026-03-01'] })).toEqual(['VALUES', days(true, false, true)]);
    expect(await among({ key: 'made', values: ['2026-01-01', '2026-03-01'] })).toEqual(slugs(one, three));

    const choices = ['red', 'blue'].map((value) => ({ value, labels: [{ locale: 'en', text: value === 'red' ? 'Vermilion' : 'Blue' }] }));
    await change('attributeDefinitionUpdate', 'AttributeDefinitionUpdateInput', { attributeDefinitionId: attributeIds[0], choices });
    await eventually(async () => {
      const answer = await shop.data('{ products(filter: { query: "vermilion" }) { nodes { slug } } }');
      const { nodes } = z.object({ products: z.object({ nodes: z.array(z.object({ slug: z.string() })) }) }).parse(answer).products;
      return nodes.length === 2 && nodes.every(({ slug }) => slug === one.slug || slug === two.slug);
    });

    const { errors } = await shop.ask('query($filter: ProductFilterInput) { products(filter: $filter) { nodes { id } } }', {
      filter: { attributes: [{ key: 'watts', values: ['1'], boolean: true }] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['filter', 'attributes', '0'] });
  });

  test('is one statement for all categories of a level', async () => {
    shop.statements();
    await shop.data('{ categories(first: 5) { nodes { products(first: 1) { facets { key values { value count label } } } } } }');
    expect(shop.ownStatements().filter((sql) => sql.includes('found as materialized'))).toHaveLength(1);
  });
});

describe('what is suggested to who types', () => {
  const Slugs = z.array(z.object({ slug: z.string() }));
  const Suggestions = z.object({ productSuggestions: z.object({ categories: Slugs, products: Slugs }) });
  const SUGGEST = `query($query: String!, $first: Int) {
    productSuggestions(query: $query, first: $first) { categories { slug } products { slug } }
  }`;
  const suggest = async (query: string, first = 10, as: Actor | null = null) => {
    const { categories, products } = Suggestions.parse(await shop.data(SUGGEST, { query, first }, { as })).productSuggestions;
    return { categories: categories.map(({ slug }) => slug), products: products.map(({ slug }) => slug) };
  };

  test('are products and categories whose names begin so, in three languages, with or without accents', async () => {
    const mine = await shop.verifiedSeller();
    await shop.list(mine, { name: 'Xícara de ágata' });
    for (const [typed, slug] of [
      ['stonew', 'stoneware-bowl-set'],
      ['STONEWARE b', 'stoneware-bowl-set'],
      ['lámpara de pi', 'oak-floor-lamp'],
      ['lampar', 'oak-floor-lamp'],
      ['xic', 'xicara-de-agata'],
      ['agat', 'xicara-de-agata'],
    ] as const)
      expect([typed, (await suggest(typed)).products.slice(0, 3)]).toEqual([typed, expect.arrayContaining([slug])]);
    for (const [typed, slug] of [
      ['fu', 'furniture'],
      ['mueb', 'furniture'],
      ['móveis', 'furniture'],
      ['moveis', 'furniture'],
      ['ilumi', 'lighting'],
      ['CERÂM', 'ceramics'],
    ] as const)
      expect([typed, (await suggest(typed)).categories[0]]).toEqual([typed, slug]);
  });

  test('are whole queries that three people looked for and found, most asked first, and nothing that fewer did', async () => {
    const mine = await shop.verifiedSeller();
    for (const name of ['Quilted pouch', 'Quilted bag', 'Quíltéd blanket']) await shop.list(mine, { name });
    const look = (query: string, as: Actor) =>
      shop.data('query ($query: String) { products(filter: { query: $query }) { nodes { id } } }', { query }, { as });
    const people = Array.from({ length: 4 }, () => person('USER'));
    const [ana, ben, cleo, dan] = people as [Actor, Actor, Actor, Actor];
    for (const as of people) await look('Quíltéd  blanket', as);
    for (const as of [ana, ben, cleo]) await look('quilted pouch', as);
    for (const as of [ana, ben, ben, ben]) await look('quilted bag', as);
    for (const as of people) await look('quilted nothing-of-the-kind', as);
    const queries = async (query: string, first = 10) => {
      const data = await shop.data(
        'query ($query: String!, $first: Int) { productSuggestions(query: $query, first: $first) { queries } }',
        {
          query,
          first,
        },
      );
      return z.object({ productSuggestions: z.object({ queries: z.array(z.string()) }) }).parse(data).productSuggestions.queries;
    };
    await eventually(async () => (await queries('quilted')).length === 2);
    expect(await queries('QUIL')).toEqual(['Quíltéd blanket', 'quilted pouch']);
    expect(await queries('quilted', 1)).toEqual(['Quíltéd blanket']);
    expect(await queries('quilted p')).toEqual(['quilted pouch']);
    expect(await queries('q')).toEqual([]);
    await look('quilted bag', dan);
    await eventually(async () => (await queries('quilted b')).length === 2);
    expect(await queries('quilted%')).toEqual([]);
  });

  test('are found with a wrong letter or two', async () => {
    expect((await suggest('stonware bwol')).products).toContain('stoneware-bowl-set');
    expect((await suggest('auricualres')).products).toContain('repairable-headphones');
    expect((await suggest('furnitrue')).categories).toContain('furniture');
    expect((await suggest('iluminasion')).categories).toContain('lighting');
  });

  test('have the words in their names before those that have them elsewhere', async () => {
    const mine = await shop.verifiedSeller();
    await shop.list(mine, { name: 'Plain thing', description: 'Like an obsidian.', sku: 'OBS-1' });
    await shop.list(mine, { name: 'Long name of an obsidian mirror' });
    await shop.list(mine, { name: 'Obsidian' });
    expect((await suggest('obsid')).products).toEqual(['obsidian', 'long-name-of-an-obsidian-mirror', 'plain-thing']);
    expect((await suggest('obsid', 2)).products).toEqual(['obsidian', 'long-name-of-an-obsidian-mirror']);
    expect((await suggest('OBS-1')).products).toEqual(['plain-thing']);
  });

  test('are on sale, whoever asks', async () => {
    const mine = await shop.verifiedSeller();
    const { id, slug } = await shop.draft(mine, { name: 'Unheard theremin' });
    expect((await suggest('theremi', 10, mine)).products).toEqual([]);
    await shop.publish(mine, id);
    expect((await suggest('theremi')).products).toEqual([slug]);
  });

  test('are none where less than two characters are typed, or nothing that is a word', async () => {
    await shop.list(await shop.verifiedSeller(), { name: 'Letter q' });
    expect((await suggest('letter q')).products).toEqual(['letter-q']);
    for (const typed of ['', 'q', ' q ', '!!', '""', ':*']) expect(await suggest(typed)).toEqual({ categories: [], products: [] });
    const field = async (variables: object) =>
      (await shop.ask(SUGGEST, { ...variables })).errors?.map(({ extensions }) => [extensions['code'], extensions['field']]);
    expect(await field({ query: 'x'.repeat(101) })).toEqual([['BAD_USER_INPUT', ['query']]]);
    for (const first of [0, 11]) expect(await field({ query: 'oak', first })).toEqual([['BAD_USER_INPUT', ['first']]]);
  });

  test('are read by one statement for each kind, after one for the words', async () => {
    await suggest('stoneware');
    shop.ownStatements();
    await suggest('stoneware');
    expect(shop.ownStatements()).toHaveLength(3);
  });
});

test('what a page, a list, a search, its facets and suggestions look for stands in an index', async () => {
  const mine = await shop.verifiedSeller();
  const { slug } = await shop.list(mine, { name: 'Indexed ware' });
  const client = new pg.Client({ connectionString: shop.databaseUrl });
  await client.connect();
  try {
    // So few rows would be read without one; as if they were many, that is done only where there is none.
    await client.query('set enable_seqscan = off');
    const planned = async (document: string, variables: object = {}) => {
      shop.ownStatements();
      await shop.data(document, { ...variables });
      const plans = await Promise.all(
        shop.ownStatements().map((sql) => client.query({ text: `explain (generic_plan) ${sql}`, rowMode: 'array' })),
      );
      return plans.flatMap(({ rows }) => rows.flat().map(String));
    };
    const scanned = async (document: string, variables: object = {}) =>
      (await planned(document, variables)).filter((line) => /Seq Scan on (product|known_word)/.test(line));
    expect(
      await scanned('query($slug: String!) { product(slug: $slug) { name category { name } variants { sku price { amount } } } }', {
        slug,
      }),
    ).toEqual([]);
    expect(await scanned('{ products(first: 20) { nodes { name priceFrom { amount } featuredMedia { id } } } }')).toEqual([]);
    for (const field of ['PRICE', 'UNITS_SOLD', 'TRENDING'])
      expect(await scanned(`{ products(first: 20, sort: { field: ${field}, direction: DESC }) { nodes { name } } }`)).toEqual([]);
    expect(await scanned('{ products(first: 20, filter: { query: "indexed ware" }) { nodes { name } facets { key } } }')).toEqual([]);
    await client.query('analyze product_document');
    const suggestions = (await planned('{ productSuggestions(query: "indexed ware") { categories { name } products { name } } }')).join();
    for (const index of ['category_name_words_index', 'product_document_name_words_index', 'product_document_words_index'])
      expect(suggestions).toContain(`Bitmap Index Scan on ${index}`);
  } finally {
    await client.end();
  }
});

test('however many products one change is about, it takes one lock in memory for all of them', async () => {
  const client = new pg.Client({ connectionString: shop.databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; update product set updated_at = now(), name = name || ' anew'; set constraints all immediate`);
    const { rows } = await client.query(
      `select count(*)::int as held from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'`,
    );
    expect(rows).toEqual([{ held: 1 }]); // so that the names of their categories stay as they are read
    const written = await client.query(`select from product_document where made_by = pg_current_xact_id() and name like '% anew'`);
    expect(written.rowCount).toBeGreaterThan(20);
    await client.query('rollback');
  } finally {
    await client.end();
  }
});

test('what a page of one product reads is planned once, and not for each reader', async () => {
  const mine = await shop.verifiedSeller();
  const { slug } = await shop.list(mine, { name: 'Planned ware' });
  const client = new pg.Client({ connectionString: shop.databaseUrl });
  await client.connect();
  try {
    // As if the tables were large.
    await client.query('set enable_seqscan = off');
    shop.ownStatements();
    await shop.data(
      'query($slug: String!) { product(slug: $slug) { name category { name } featuredMedia { id } variants { sku price { amount } } } }',
      { slug },
    );
    for (const [index, sql] of shop.ownStatements().entries()) {
      const types = new Map([...sql.matchAll(/\$(\d+)::(\w+(?:\[\])?)/g)].map(([, place, type]) => [Number(place), type]));
      const values = Array.from(types, (_, at) => ({ boolean: false, 'text[]': ['one'] })[types.get(at + 1) ?? ''] ?? 'one');
      // PostgreSQL tries five times how a plan for these values alone would be.
      for (let time = 0; time < 7; time++) await client.query({ name: `read ${index}`, text: sql, values });
    }
    const { rows } = await client.query('select name, statement, generic_plans::int as kept from pg_prepared_statements');
    expect(rows).toHaveLength(4);
    expect(rows.filter(({ kept }) => kept === 0)).toEqual([]);
  } finally {
    await client.end();
  }
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

  test(`in any order, with any filter, forwards and backwards, are as of the first, whatever changes meanwhile (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    const crowded = await shop.verifiedSeller();
    const category = () => random.one(['food', 'garden', 'crafts']);
    const description = () => `${'mug '.repeat(1 + random.number(3))}${random.one(['', 'blue', 'of oak'])}`;
    const facts = () => ({ name: random.one(NAMES), description: description(), categorySlug: category() });
    const price = () => ({ amount: String(1 + random.number(9)), currencyCode: 'EUR' });
    const list = () => shop.list(crowded, { ...facts(), price: price(), stock: random.number(3) });
    const there = await Promise.all(Array.from({ length: 40 }, list));

    const touched = new Set<string>();
    const change = async () => {
      const { id, variantId } = random.one(there);
      touched.add(id);
      if (random.number(5) === 0) return buy({ id, variantId }, crowded, 1 + random.number(3));
      if (random.number(5) === 0) return void there.push(await list());
      if (random.number(4) === 0) {
        const { amount, currencyCode } = price();
        const repriced = { productId: id, variants: [{ variantId, prices: [{ price: { amount, currencyCode } }] }] };
        await shop.data(
          'mutation($input: ProductVariantsUpdateInput!) { productVariantsUpdate(input: $input) { userErrors { code } } }',
          { input: repriced },
          { as: crowded },
        );
        return;
      }
      const input = { productId: id, ...(random.number(2) === 0 ? { name: random.one(NAMES) } : facts()) };
      await shop.data(
        'mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }',
        { input },
        { as: crowded },
      );
    };
    const filter = () => ({
      sellerIds: [crowded.id],
      ...random.one([{}, { query: 'mug' }, { query: 'mgu' }, { query: 'mug -oak' }]),
      ...random.one([{}, {}, { categorySlugs: [category()] }, { isAvailable: random.number(2) === 0 }]),
      ...random.one([{}, {}, { price: { currencyCode: 'EUR', gte: '3' } }]),
    });

    for (let round = 0; round < 40; round++) {
      const asked = {
        filter: filter(),
        sort: {
          field: random.one(['NAME', 'PRICE', 'CREATED_AT', 'PUBLISHED_AT', 'UPDATED_AT', 'RELEVANCE', 'UNITS_SOLD', 'TRENDING']),
          direction: random.one(['ASC', 'DESC']),
        },
      };
      const isBackwards = random.number(2) === 0;
      const size = 1 + random.number(9);
      const whole = (await page({ first: 100, ...asked })).nodes.map(({ id }) => id);
      touched.clear();

      const seen: string[] = [];
      let [cursor, isMore]: [string | null, boolean] = [null, true];
      while (isMore) {
        const place: Readonly<Record<string, unknown>> = isBackwards ? { last: size, before: cursor } : { first: size, after: cursor };
        const { nodes, pageInfo } = await page({ ...place, ...asked });
        const ids = nodes.map(({ id }) => id);
        if (isBackwards) seen.unshift(...ids);
        else seen.push(...ids);
        [cursor, isMore] = isBackwards ? [pageInfo.startCursor, pageInfo.hasPreviousPage] : [pageInfo.endCursor, pageInfo.hasNextPage];
        await Promise.all(Array.from({ length: random.number(3) }, change));
      }
      const known = seen.filter((id) => whole.includes(id));
      expect({ asked, twice: seen.filter((id, index) => seen.indexOf(id) !== index) }).toEqual({ asked, twice: [] });
      expect({ asked, missing: whole.filter((id) => !seen.includes(id) && !touched.has(id)) }).toEqual({ asked, missing: [] });
      expect({ asked, known }).toEqual({ asked, known: whole.filter((id) => seen.includes(id)) });
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

  test('by what is sold: most units first, or what is bought these days before what was bought long ago', async () => {
    const mine = await shop.verifiedSeller();
    const ware = () => shop.list(mine, { categorySlug: 'food' });
    const [classic, fresh, unsold] = [await ware(), await ware(), await ware()];
    const by = async (field: string, direction = 'DESC') =>
      (await page({ first: 10, filter: { sellerIds: [mine.id], categorySlugs: ['food'] }, sort: { field, direction } })).nodes.map(
        ({ id }) => id,
      );
    await buy(classic, mine, 5);
    await eventually(async () => (await by('TRENDING'))[0] === classic.id);
    const client = new pg.Client({ connectionString: shop.databaseUrl });
    await client.connect();
    try {
      await client.query(`update purchase set sold_at = sold_at - interval '4 days' where product_id = $1`, [classic.id]);
    } finally {
      await client.end();
    }
    await buy(fresh, mine, 1);
    await eventually(async () => (await by('UNITS_SOLD'))[1] === fresh.id);
    expect(await by('UNITS_SOLD')).toEqual([classic.id, fresh.id, unsold.id]);
    expect(await by('UNITS_SOLD', 'ASC')).toEqual([unsold.id, fresh.id, classic.id]);
    // Five units, halved four times.
    expect(await by('TRENDING')).toEqual([fresh.id, classic.id, unsold.id]);
    await buy(classic, mine, 1);
    await eventually(async () => (await by('TRENDING'))[0] === classic.id);
    expect(await by('TRENDING')).toEqual([classic.id, fresh.id, unsold.id]);
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
