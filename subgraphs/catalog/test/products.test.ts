import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { type AskOptions, person } from '@agora/platform/testing/subgraph';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { ProductCreated, ProductPublished, StockReserved, VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { StockRequested } from '@agora/schema/events/order';
import { SellerUnverified, SellerVerified, UserRestored, UserSuspended } from '@agora/schema/events/user';
import * as z from 'zod';
import { newOrder, openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;
/** Of the demo: with options, pictures, attributes and translations. */
const [rich] = DEMO_PRODUCTS.filter(({ slug }) => slug === 'espresso-cup-pair');

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
      prices: [{ minorUnits: 12990, currencyCode: 'EUR' }],
      isDigital: false,
      taxClass: 'STANDARD',
      categoryIds: [expect.stringMatching(/^cat_/)],
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

  test.each([
    [
      'who is suspended',
      'are restored',
      (userId: string) => shop.happened(UserSuspended, { userId, reason: 'Spam.', until: null }),
      (userId: string) => shop.happened(UserRestored, { userId }),
      ['SELLER_SUSPENDED', /Tu cuenta está suspendida/],
    ],
    [
      'whose verification is taken away',
      'are verified again',
      (userId: string) => shop.happened(SellerUnverified, { userId, reason: 'OTHER', message: 'Not any more.' }),
      (userId: string) => shop.happened(SellerVerified, { userId }),
      ['SELLER_NOT_VERIFIED', /Solo los vendedores verificados/],
    ],
  ] as const)(
    'a seller %s sells nothing and publishes nothing, and is told why; what was on sale returns when they %s',
    async (_who, _when, end, begin, [code, message]) => {
      const suspended = await shop.verifiedSeller();
      const listed = await shop.list(suspended, { name: 'Withheld wares' });
      const { id: draftId } = await shop.draft(suspended);
      const onSale = async () => {
        const search =
          'query ($sellers: [ID!]) { products(filter: { sellerIds: $sellers, query: "withheld" }) { totalCount nodes { id } } }';
        return (await shop.data(search, { sellers: [suspended.id] }))['products'];
      };
      const of = [
        { __typename: 'Product', id: listed.id },
        { __typename: 'ProductVariant', id: listed.variantId },
      ];
      const entities = async (as: Actor | null) => {
        const { _entities } = await shop.data('query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }', { of }, { as });
        return _entities;
      };
      const problems = async (as: Actor | null) =>
        (
          await shop.data(
            'query ($id: ID!) { product(id: $id) { status publishProblems { code message } } }',
            { id: listed.id },
            { as, acceptLanguage: 'es' },
          )
        )['product'];
      expect(await problems(suspended)).toEqual({ status: 'PUBLISHED', publishProblems: [] });
      expect(await problems(null)).toEqual({ status: 'PUBLISHED', publishProblems: null });
      await end(suspended.id);
      const gone = await shop.heard(VariantDelisted, ({ variantId }) => variantId === listed.variantId);
      expect(await onSale()).toEqual({ totalCount: 0, nodes: [] });
      expect(await entities(null)).toEqual([null, null]);
      expect(await entities(suspended)).toEqual(of.map(({ __typename }) => ({ __typename })));
      expect((await shop.publish(suspended, draftId)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
      for (const as of [suspended, person('ADMIN')]) {
        const publishProblems = [{ code, message: expect.stringMatching(message) }];
        expect(await problems(as)).toEqual({ status: 'PUBLISHED', publishProblems });
      }

      await begin(suspended.id);
      const again = await shop.heard(VariantListed, ({ variantId, version }) => variantId === listed.variantId && version > gone.version);
      expect(again).toMatchObject({ productId: listed.id, productName: 'Withheld wares' });
      expect(await onSale()).toEqual({ totalCount: 1, nodes: [{ id: listed.id }] });
      expect(await entities(null)).toEqual(of.map(({ __typename }) => ({ __typename })));
      expect((await shop.publish(suspended, draftId)).userErrors).toEqual([]);
    },
  );

  test('a seller who is suspended and not verified any more sells again when neither is so, however often either is told', async () => {
    const barred = await shop.verifiedSeller();
    const listed = await shop.list(barred);
    const ofVariant = ({ variantId }: { readonly variantId: string }) => variantId === listed.variantId;
    const suspend = () => shop.happened(UserSuspended, { userId: barred.id, reason: 'Spam.', until: null });
    const restore = () => shop.happened(UserRestored, { userId: barred.id });
    const verify = () => shop.happened(SellerVerified, { userId: barred.id });
    const unverify = () => shop.happened(SellerUnverified, { userId: barred.id, reason: 'OTHER', message: 'Not any more.' });

    for (const happens of [suspend, suspend, unverify, verify, unverify, restore, suspend, restore, verify]) await happens();
    const again = await shop.heard(VariantListed, (event) => ofVariant(event) && event.version > 1);
    expect(again.version).toBe(2);
    expect([VariantDelisted, VariantListed].map((event) => shop.heardAll(event, ofVariant).length)).toEqual([1, 2]);
    const { product } = await shop.data('query ($id: ID!) { product(id: $id) { id } }', { id: listed.id });
    expect(product).toEqual({ id: listed.id });
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

describe('a copy of a product', () => {
  const COPIED = `
    status name description category { slug } tags taxClass translations { locale name } attributes { key text } media { id }
    options { name values { name colour names { locale text } } }
    variants { name isEnabled weightGrams isDigital barcode onHandQuantity media { id } prices { price { amount currencyCode } compareAtPrice { amount } } }`;
  const Copied = z.looseObject({
    variants: z.array(z.looseObject({ onHandQuantity: z.int(), barcode: z.string().nullable() })).min(1),
  });

  async function copy(as: Actor, input: object, options: AskOptions = {}) {
    const data = await shop.data(
      `mutation ($input: ProductDuplicateInput!) {
        payload: productDuplicate(input: $input) { product { id slug variants { id sku } } userErrors { code field } }
      }`,
      { input },
      { as, ...options },
    );
    return z
      .object({
        payload: z.object({
          product: z
            .object({ id: z.string(), slug: z.string(), variants: z.array(z.object({ id: z.string(), sku: z.string() })) })
            .nullable(),
          userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
        }),
      })
      .parse(data).payload;
  }

  const read = async (id: string, as: Actor) =>
    Copied.parse((await shop.data(`query ($id: ID!) { product(id: $id) { ${COPIED} } }`, { id }, { as }))['product']);

  test('is a draft that tells, shows and costs the same, with new codes, no bar codes and no units', async () => {
    if (!rich) throw new Error('The demo has no such cups.');
    const { sellerId, id, slug } = rich;
    const owner = { ...person('SELLER'), id: sellerId };
    const { product, userErrors } = await copy(owner, { productId: id });
    expect(userErrors).toEqual([]);
    const [before, after] = [await read(id, owner), await read(product?.id ?? '', owner)];
    expect(after).toEqual({
      ...before,
      status: 'DRAFT',
      variants: before.variants.map((variant) => ({ ...variant, onHandQuantity: 0, barcode: null })),
    });
    expect(before).toMatchObject({ status: 'PUBLISHED', tags: ['tableware', 'coffee', 'gift'], options: [{ name: 'Glaze' }] });
    expect(before['media']).not.toEqual([]);
    expect(before['translations']).toHaveLength(2);
    expect(product?.slug).toBe(`${slug}-${product?.id.slice(-6)}`);
    const codes = product?.variants.map(({ sku }) => sku) ?? [];
    expect(codes.map((sku) => sku.replace(/-[0-9A-Z]{6}$/, ''))).toEqual(rich.variants.map(({ sku }) => sku));
    expect(await shop.heard(ProductCreated, ({ productId }) => productId === product?.id)).toEqual({ productId: product?.id, sellerId });

    const again = await copy(owner, { productId: product?.id, name: 'Copy of a copy' }, { idempotencyKey: 'the same copy' });
    expect(again.product?.slug).toBe('copy-of-a-copy');
    expect(await copy(owner, { productId: product?.id, name: 'Copy of a copy' }, { idempotencyKey: 'the same copy' })).toEqual(again);
    expect(again.product?.variants.every(({ sku }) => sku.length <= 64)).toBe(true);
  });

  test('is made of whatever became of one’s own product, and of nobody else’s', async () => {
    const long = 'L'.repeat(64);
    const { id } = await shop.list(seller, { name: 'Copied from the archive', sku: long });
    await shop.data('mutation ($id: ID!) { productArchive(input: { productId: $id }) { userErrors { code } } }', { id }, { as: seller });
    const { product } = await copy(seller, { productId: id });
    expect(product?.variants).toEqual([expect.objectContaining({ sku: expect.stringMatching(/^L{57}-[0-9A-Z]{6}$/) })]);
    expect((await shop.publish(seller, product?.id ?? '')).userErrors).toEqual([]);
    const notFound = { product: null, userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }] };
    for (const other of [await shop.verifiedSeller(), { ...person('ADMIN'), roles: ['ADMIN', 'SELLER'] } as const])
      expect(await copy(other, { productId: id })).toEqual(notFound);
    expect(await copy(seller, { productId: id, name: '' })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['name'] }] });
  });

  test('is not made of what moderators took down, until they reinstate it', async () => {
    const { id } = await shop.list(seller, { name: 'Fake watch' });
    const does = (field: string, as: Actor) => shop.data(`mutation { ${field} { userErrors { code } } }`, {}, { as });
    await does(`productTakeDown(input: { productId: "${id}", reason: COUNTERFEIT })`, person('MODERATOR'));
    const refused = { product: null, userErrors: [{ code: 'CONFLICT', field: ['productId'] }] };
    expect(await copy(seller, { productId: id })).toEqual(refused);
    await does(`productArchive(input: { productId: "${id}" })`, seller);
    expect(await copy(seller, { productId: id })).toEqual(refused);
    await does(`productReinstate(input: { productId: "${id}" })`, person('MODERATOR'));
    expect((await copy(seller, { productId: id })).userErrors).toEqual([]);
  });
});

describe('what a seller says of a product beside its texts', () => {
  const FACTS = 'tags taxClass viewerCanPublish viewerCanDelete';
  const read = async (id: string, as: Actor | null = seller) =>
    (await shop.data(`query ($id: ID!) { product(id: $id) { ${FACTS} } }`, { id }, { as }))['product'];
  const update = async (input: object) =>
    (
      await shop.data(
        `mutation ($input: ProductUpdateInput!) { payload: productUpdate(input: $input) { product { ${FACTS} } userErrors { code field } } }`,
        { input },
        { as: seller },
      )
    )['payload'];

  test('key words find it, in search and filter, whatever their capitals', async () => {
    const { id: productId } = await shop.list(seller, { name: 'Plain thing', tags: ['Wedding gift', ' Zwiebelmuster '] });
    const found = async (filter: object) =>
      (await shop.data('query ($filter: ProductFilterInput) { products(filter: $filter) { nodes { id } } }', { filter }))['products'];
    const it = { nodes: [{ id: productId }] };
    expect(await read(productId, null)).toMatchObject({ tags: ['wedding gift', 'zwiebelmuster'], taxClass: 'STANDARD' });
    expect(await found({ query: 'zwiebelmuster' })).toEqual(it);
    expect(await found({ tags: ['Zwiebelmuster', 'WEDDING GIFT'] })).toEqual(it);
    expect(await found({ tags: ['wedding'] })).toEqual({ nodes: [] });
    await update({ productId, tags: ['meissen'] });
    expect(await found({ query: 'zwiebelmuster' })).toEqual({ nodes: [] });
    expect(await found({ query: 'meissen' })).toEqual(it);
    const tagged = async (tags: readonly string[]) => update({ productId, tags });
    expect(await tagged(['a', 'A'])).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['tags'] }] });
    expect(await tagged(['x'.repeat(41)])).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['tags', '0'] }] });
    expect(await tagged(Array.from({ length: 21 }, (_, index) => `t${index}`))).toMatchObject({ userErrors: [{ field: ['tags'] }] });
  });

  test('another rate of tax is new terms; the same is none', async () => {
    const { id: productId, variantId } = await shop.list(seller, { taxClass: 'REDUCED' });
    const told = () => shop.heardAll(VariantListed, (listed) => listed.variantId === variantId).map(({ taxClass }) => taxClass);
    await update({ productId, taxClass: 'REDUCED', tags: ['also'] });
    expect(await update({ productId, taxClass: 'ZERO' })).toMatchObject({ product: { taxClass: 'ZERO', tags: ['also'] } });
    await eventually(() => told().includes('ZERO'));
    expect(told()).toEqual(['REDUCED', 'ZERO']);
  });

  test('it says whether its seller may publish it, and whether it may be removed', async () => {
    const can = (viewerCanPublish: boolean, viewerCanDelete: boolean) => ({ viewerCanPublish, viewerCanDelete });
    const draft = await shop.draft(seller);
    expect(await read(draft.id)).toMatchObject(can(true, true));
    expect(await read(draft.id, person('ADMIN'))).toMatchObject(can(false, true));
    await shop.publish(seller, draft.id);
    for (const reader of [seller, null]) expect(await read(draft.id, reader)).toMatchObject(can(false, false));
    const unverified = person('SELLER');
    expect(await read((await shop.draft(unverified)).id, unverified)).toMatchObject(can(false, true));

    const order = newOrder();
    await shop.happened(StockRequested, { ...order, lines: [{ variantId: draft.variantId, quantity: 1 }] });
    await shop.heard(StockReserved, ({ orderId }) => orderId === order.orderId);
    await shop.data(
      'mutation ($id: ID!) { productUnpublish(input: { productId: $id }) { userErrors { code } } }',
      { id: draft.id },
      { as: seller },
    );
    expect(await read(draft.id)).toMatchObject(can(true, false));
  });
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
