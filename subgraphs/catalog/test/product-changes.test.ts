import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import type { Service } from '@agora/platform/service/service';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import {
  ProductArchived,
  ProductCreated,
  ProductDeleted,
  ProductReinstated,
  ProductRestored,
  ProductTakenDown,
  ProductPublished,
  ProductUnpublished,
  ProductUpdated,
  PublicationFailed,
  StockRejected,
  StockReserved,
  VariantDelisted,
  VariantListed,
} from '@agora/schema/events/catalog';
import { OrderConfirmed, StockRequested } from '@agora/schema/events/order';
import { UserRestored, UserSuspended } from '@agora/schema/events/user';
import * as z from 'zod';
import { start } from '../src/main.ts';
import { newOrder, openShop, type Shop } from './shop.ts';
import { wishesIn } from './wishes.ts';

let shop: Shop;
let seller: Actor;
const admin = person('ADMIN');

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
});
afterAll(() => shop.stop());

const PRODUCT = 'id slug name description status category { slug } version createdAt updatedAt publishedAt viewerCanEdit';
const Changed = z.object({
  product: z.object({ id: z.string(), slug: z.string(), name: z.string(), status: z.string(), version: z.int() }).loose().nullish(),
  userErrors: z.array(
    z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable(), currentVersion: z.int().optional() }),
  ),
});
type Verb =
  | 'Update'
  | 'Publish'
  | 'Unpublish'
  | 'PublicationSchedule'
  | 'Archive'
  | 'Restore'
  | 'TakeDown'
  | 'Reinstate'
  | 'TranslationsSet'
  | 'TranslationsDelete';

async function change(as: Actor, verb: Verb, input: object, options: { acceptLanguage?: string; idempotencyKey?: string } = {}) {
  const query = `mutation ($input: Product${verb}Input!) {
    product${verb}(input: $input) {
      product { ${PRODUCT} } userErrors { code message field ... on VersionMismatchError { currentVersion } }
    }
  }`;
  return Changed.parse((await shop.data(query, { input }, { as, ...options }))[`product${verb}`]);
}

async function read(productId: string, as: Actor | null = seller) {
  return z
    .object({ product: z.object({ version: z.int(), updatedAt: z.string() }).loose().nullable() })
    .parse(await shop.data(`query ($productId: ID!) { product(id: $productId) { ${PRODUCT} } }`, { productId }, { as })).product;
}

const errorsOf = ({ userErrors }: z.output<typeof Changed>) => userErrors.map(({ code, field }) => [code, field?.join('.') ?? null]);

describe('changing a product', () => {
  test('what is on sale says at once what its seller changed of it; what is absent stays', async () => {
    const { id, variantId } = await shop.list(seller, { name: 'Clay jug', description: 'Holds a litre.', categorySlug: 'ceramics' });
    const before = await read(id);
    const { product, userErrors } = await change(seller, 'Update', { productId: id, name: ' Stoneware jug ' });
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({
      name: 'Stoneware jug',
      description: 'Holds a litre.',
      category: { slug: 'ceramics' },
      status: 'PUBLISHED',
    });
    expect(product?.version).toBe((before?.version ?? 0) + 1);
    expect(Date.parse(String(product?.['updatedAt']))).toBeGreaterThanOrEqual(Date.parse(before?.updatedAt ?? ''));
    expect(await read(id, null)).toMatchObject({ name: 'Stoneware jug', viewerCanEdit: false });

    expect(await shop.heard(ProductUpdated, ({ productId }) => productId === id)).toMatchObject({
      sellerId: seller.id,
      status: 'PUBLISHED',
      name: 'Stoneware jug',
      categorySlug: 'ceramics',
      version: product?.version,
    });
    const terms = await shop.heard(VariantListed, (listed) => listed.variantId === variantId && listed.version === 2);
    expect(terms).toMatchObject({ productName: 'Stoneware jug', price: { minorUnits: 1000, currencyCode: 'EUR' } });
  });

  test('a draft changes too, of which nobody hears terms; another text alone makes no new terms, another category does', async () => {
    const draft = await shop.draft(seller);
    expect(await shop.heard(ProductCreated, ({ productId }) => productId === draft.id)).toEqual({
      productId: draft.id,
      sellerId: seller.id,
    });
    await change(seller, 'Update', { productId: draft.id, name: 'Drafted anew' });
    const listed = await shop.list(seller);
    const { product } = await change(seller, 'Update', { productId: listed.id, description: 'Another text.' });
    expect(product).toMatchObject({ description: 'Another text.' });
    await shop.heard(ProductUpdated, ({ productId, version }) => productId === listed.id && version === product?.version);
    const termsOf = (id: string) => shop.heardAll(VariantListed, ({ variantId }) => variantId === id).length;
    expect([draft, listed].map(({ variantId }) => termsOf(variantId))).toEqual([0, 1]);

    const moved = await change(seller, 'Update', { productId: listed.id, categorySlug: 'food' });
    expect(moved.product).toMatchObject({ category: { slug: 'food' } });
    const [first, again] = await eventually(() => {
      const heard = shop.heardAll(VariantListed, ({ variantId }) => variantId === listed.variantId);
      return heard.length === 2 && heard;
    });
    expect(again?.categoryIds).not.toEqual(first?.categoryIds);
    expect(termsOf(draft.variantId)).toBe(0);
  });

  test('that changes nothing counts no version and announces nothing', async () => {
    const { id } = await shop.draft(seller, { name: 'Unchanged' });
    const before = await read(id);
    const { product } = await change(seller, 'Update', { productId: id, name: 'Unchanged', categorySlug: 'crafts' });
    expect(product).toEqual(before);
    await change(seller, 'Update', { productId: id, name: 'Changed' });
    await shop.heard(ProductUpdated, ({ productId }) => productId === id);
    expect(shop.heardAll(ProductUpdated, ({ productId }) => productId === id)).toHaveLength(1);
  });

  test('that somebody else changed meanwhile is refused with the version it has; of ten at once one is first', async () => {
    const { id } = await shop.draft(seller);
    const version = (await read(id))?.version ?? 0;
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => change(seller, 'Update', { productId: id, name: `Name ${at}`, expectedVersion: version })),
    );
    expect(all.filter(({ product }) => product)).toHaveLength(1);
    const refused = all.filter(({ product }) => !product);
    expect(refused).toHaveLength(9);
    for (const { userErrors } of refused)
      expect(userErrors).toMatchObject([{ code: 'VERSION_MISMATCH', field: ['expectedVersion'], currentVersion: version + 1 }]);
    expect(errorsOf(await change(seller, 'Publish', { productId: id, expectedVersion: version }))).toEqual([
      ['VERSION_MISMATCH', 'expectedVersion'],
    ]);
    expect(await change(seller, 'Publish', { productId: id, expectedVersion: version + 1 })).toMatchObject({
      product: { status: 'PUBLISHED', version: version + 2, publishedAt: expect.any(String) },
    });
  });

  test.each([
    ['en', 'You have no such product.'],
    ['es', 'No tienes ese producto.'],
    ['pt', 'Você não tem esse produto.'],
  ])('is for its seller and administrators; to others it is not there, which is said in %s', async (acceptLanguage, message) => {
    const { id } = await shop.list(seller);
    const rival = await shop.verifiedSeller();
    for (const productId of [id, newId('prd'), newId('var'), 'nonsense', '\0'])
      expect((await change(rival, 'Update', { productId, name: 'Mine' }, { acceptLanguage })).userErrors).toEqual([
        { code: 'NOT_FOUND', message, field: ['productId'] },
      ]);
    expect(await change(admin, 'Update', { productId: id, name: 'Put right' })).toMatchObject({
      product: { name: 'Put right', viewerCanEdit: true },
    });
  });

  test('is refused with the field that does not fit, and then changes nothing', async () => {
    const { id } = await shop.draft(seller);
    const before = await read(id);
    const refused = async (facts: object) => errorsOf(await change(seller, 'Update', { productId: id, ...facts }));
    expect(await refused({ name: '', description: ' ' })).toEqual([
      ['INVALID', 'name'],
      ['INVALID', 'description'],
    ]);
    expect(await refused({ name: null, description: null, categorySlug: null })).toEqual([
      ['REQUIRED', 'name'],
      ['REQUIRED', 'description'],
      ['REQUIRED', 'categorySlug'],
    ]);
    expect(await refused({ name: 'x'.repeat(201) })).toEqual([['INVALID', 'name']]);
    expect(await refused({ name: 'Fits', categorySlug: 'spaceships' })).toEqual([['NOT_FOUND', 'categorySlug']]);
    expect(await read(id)).toEqual(before);
  });

  test('that is sent again with its key is done once', async () => {
    const { id } = await shop.draft(seller);
    const again = () => change(seller, 'Update', { productId: id, name: 'Once' }, { idempotencyKey: 'the same update' });
    const [first, second] = [await again(), await again()];
    expect(second).toEqual(first);
    expect(first.product?.version).toBe(2);
  });
});

describe('taking a product off sale', () => {
  test.each([
    ['unpublished', 'Unpublish', 'DRAFT', ProductUnpublished],
    ['archived', 'Archive', 'ARCHIVED', ProductArchived],
  ] as const)(
    'what is %s is found by nobody else, and whoever kept its terms hears that it is gone; then nothing of it is set aside',
    async (_, verb, status, event) => {
      const { id, slug, variantId } = await shop.list(seller, { name: `Gone by ${verb}` });
      const everyWay = `query ($id: ID!, $slug: String!, $entities: [_Any!]!) {
      byId: product(id: $id) { id }
      bySlug: product(slug: $slug) { id }
      products(filter: { query: "gone ${verb}" }) { totalCount }
      _entities(representations: $entities) { __typename }
    }`;
      const entities = [{ __typename: 'ProductVariant', id: variantId }];
      const found = (as: Actor | null) => shop.data(everyWay, { id, slug, entities }, { as });
      expect(await found(null)).toMatchObject({ byId: { id }, products: { totalCount: 1 } });

      const { product } = await change(seller, verb, { productId: id });
      expect(product).toMatchObject({ status, version: 3 });
      expect(await shop.heard(event, ({ productId }) => productId === id)).toEqual({ productId: id, sellerId: seller.id });
      expect(await shop.heard(VariantDelisted, (gone) => gone.variantId === variantId)).toEqual({ variantId, productId: id, version: 1 });
      expect(await found(null)).toEqual({ byId: null, bySlug: null, products: { totalCount: 0 }, _entities: [null] });
      expect(await found(seller)).toMatchObject({
        byId: { id },
        bySlug: { id },
        products: { totalCount: 0 },
        _entities: entities.map(({ __typename }) => ({ __typename })),
      });

      const order = newOrder();
      await shop.happened(StockRequested, { ...order, lines: [{ variantId, quantity: 1 }] });
      const { shortages } = await shop.heard(StockRejected, ({ orderId }) => orderId === order.orderId);
      expect(shortages).toEqual([{ variantId, requested: 1, available: 0 }]);
    },
  );

  test('it returns with terms that are newer than those that are gone', async () => {
    const { id, variantId } = await shop.list(seller);
    await change(seller, 'Archive', { productId: id });
    const restored = await change(seller, 'Restore', { productId: id });
    expect(restored.product).toMatchObject({ status: 'DRAFT' });
    expect(await shop.heard(ProductRestored, ({ productId }) => productId === id)).toEqual({ productId: id, sellerId: seller.id });
    expect(await change(seller, 'Publish', { productId: id })).toMatchObject({ product: { status: 'PUBLISHED' } });
    const again = await shop.heard(VariantListed, (listed) => listed.variantId === variantId && listed.version > 1);
    expect(again.version).toBe(2);
    expect(await read(id, null)).toMatchObject({ status: 'PUBLISHED' });
  });

  test('who bought what is archived goes on seeing it; who did not buy it does not, nor does anybody see what is a draft', async () => {
    const [archived, unpublished] = [await shop.list(seller), await shop.list(seller)];
    const buyer = person();
    const lines = [archived, archived, unpublished].map(({ id, variantId }) => ({
      productId: id,
      variantId,
      sellerId: seller.id,
      productName: 'Bought',
      quantity: 1,
      unitPrice: { minorUnits: 1000, currencyCode: 'EUR' },
    }));
    const { orderId } = newOrder();
    await shop.happened(OrderConfirmed, {
      orderId,
      number: 'A-1',
      buyerId: buyer.id,
      lines,
      total: { minorUnits: 3000, currencyCode: 'EUR' },
    });
    await shop.settled();
    await change(seller, 'Archive', { productId: archived.id });
    await change(seller, 'Unpublish', { productId: unpublished.id });
    expect(await read(archived.id, buyer)).toMatchObject({ status: 'ARCHIVED' });
    const entities = [archived, unpublished].map(({ variantId }) => ({ __typename: 'ProductVariant', id: variantId }));
    const variants = 'query ($entities: [_Any!]!) { _entities(representations: $entities) { __typename } }';
    expect(await shop.data(variants, { entities }, { as: buyer })).toEqual({ _entities: [{ __typename: 'ProductVariant' }, null] });
    for (const as of [null, person()]) expect(await read(archived.id, as)).toBeNull();
    expect(await read(unpublished.id, buyer)).toBeNull();
  });

  test('what was taken down is not shown by being archived: not to who wished for it, nor to who bought it, until it is reinstated', async () => {
    const { id, variantId } = await shop.list(seller, { name: 'Forbidden' });
    const [wisher, buyer] = [person(), person()];
    expect((await wishesIn(shop).add(wisher, { productId: id })).userErrors).toEqual([]);
    const unitPrice = { minorUnits: 1000, currencyCode: 'EUR' };
    const lines = [{ productId: id, variantId, sellerId: seller.id, productName: 'Forbidden', quantity: 1, unitPrice }];
    await shop.happened(OrderConfirmed, { orderId: newOrder().orderId, number: 'A-2', buyerId: buyer.id, lines, total: unitPrice });
    await shop.settled();
    await change(person('MODERATOR'), 'TakeDown', { productId: id, reason: 'SPAM' });
    await change(seller, 'Archive', { productId: id });
    const entity = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
    const of = [{ __typename: 'ProductVariant', id: variantId }];
    for (const as of [wisher, buyer]) {
      expect(await read(id, as)).toBeNull();
      expect(await shop.data(entity, { of }, { as })).toEqual({ _entities: [null] });
    }
    expect(await read(id, seller)).toMatchObject({ status: 'ARCHIVED' });
    await change(person('MODERATOR'), 'Reinstate', { productId: id });
    for (const as of [wisher, buyer]) expect(await read(id, as)).toMatchObject({ status: 'ARCHIVED' });
  });

  test('what is withheld of a seller who may not sell stays off sale when they may again, if it was taken off meanwhile', async () => {
    const barred = await shop.verifiedSeller();
    const [archived, published] = [await shop.list(barred), await shop.list(barred)];
    await shop.happened(UserSuspended, { userId: barred.id, reason: 'Spam.', until: null });
    await shop.heard(VariantDelisted, ({ variantId }) => variantId === published.variantId);
    await change(barred, 'Archive', { productId: archived.id });
    await shop.happened(UserRestored, { userId: barred.id });
    await shop.heard(VariantListed, ({ variantId, version }) => variantId === published.variantId && version === 2);
    const ofArchived = ({ variantId }: { readonly variantId: string }) => variantId === archived.variantId;
    expect([VariantDelisted, VariantListed].map((event) => shop.heardAll(event, ofArchived).length)).toEqual([1, 1]);
    expect(await read(archived.id, null)).toBeNull();
  });

  test.each([
    ['Unpublish', 'DRAFT', 'This product is not on sale.', 'Este producto no está en venta.', 'Este produto não está à venda.'],
    ['Archive', 'ARCHIVED', 'This product is archived already.', 'Este producto ya está archivado.', 'Este produto já está arquivado.'],
    ['Restore', 'DRAFT', 'This product is not archived.', 'Este producto no está archivado.', 'Este produto não está arquivado.'],
  ] as const)('%s is a conflict for a product that is %s', async (verb, status, ...messages) => {
    const { id } = await shop.draft(seller);
    if (status === 'ARCHIVED') await change(seller, 'Archive', { productId: id });
    for (const [at, acceptLanguage] of ['en', 'es', 'pt'].entries())
      expect((await change(seller, verb, { productId: id }, { acceptLanguage })).userErrors).toEqual([
        { code: 'CONFLICT', message: messages[at], field: ['productId'] },
      ]);
    expect(errorsOf(await change(await shop.verifiedSeller(), verb, { productId: id }))).toEqual([['NOT_FOUND', 'productId']]);
  });

  test('an administrator does it, too; whoever sells nothing may not ask', async () => {
    const { id } = await shop.list(seller);
    expect(await change(admin, 'Unpublish', { productId: id })).toMatchObject({ product: { status: 'DRAFT' } });
    expect(await change(admin, 'Archive', { productId: id })).toMatchObject({ product: { status: 'ARCHIVED' } });
    expect(await change(admin, 'Restore', { productId: id })).toMatchObject({ product: { status: 'DRAFT' } });
    const asked = 'mutation { productArchive(input: { productId: "prd_1" }) { userErrors { code } } }';
    expect((await shop.ask(asked, {}, { as: person('MODERATOR') })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the schedule of a product', () => {
  const schedule = (productId: string, input: object, options: { acceptLanguage?: string } = {}, as = seller) =>
    change(as, 'PublicationSchedule', { productId, ...input }, options);
  const planned = async (productId: string, as: Actor | null = seller) =>
    (await shop.data('query ($productId: ID!) { product(id: $productId) { status publishAt unpublishAt } }', { productId }, { as }))[
      'product'
    ];
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  /** Goes on sale after a second, and off it a second later; a busy machine may need another try to say so in time. */
  const soon = (productId: string) =>
    eventually(async () => {
      const times = { publishAt: inSeconds(1), unpublishAt: inSeconds(2) };
      return (await schedule(productId, times)).product && times;
    });
  const onSale = (id: string) => shop.heardAll(ProductPublished, ({ productId }) => productId === id);

  test('puts a draft on sale at its time and off sale at its time; whoever sees the product does not see the schedule', async () => {
    const { id, variantId } = await shop.draft(seller);
    const times = await soon(id);
    expect(await shop.heard(ProductUpdated, ({ productId }) => productId === id)).toMatchObject({ status: 'DRAFT', version: 2 });
    const { publishedAt } = await shop.heard(ProductPublished, ({ productId }) => productId === id);
    expect(Date.parse(publishedAt)).toBeGreaterThanOrEqual(Date.parse(times.publishAt));
    await shop.heard(VariantListed, (listed) => listed.variantId === variantId);

    await shop.heard(ProductUnpublished, ({ productId }) => productId === id);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(times.unpublishAt));
    await shop.heard(VariantDelisted, (gone) => gone.variantId === variantId);
    expect(await planned(id)).toEqual({ status: 'DRAFT', publishAt: null, unpublishAt: null });
    expect(await read(id)).toMatchObject({ version: 4 });
  });

  test('is read by the seller and administrators alone, changed, taken back, and ends when the product is published or archived by hand', async () => {
    const { id } = await shop.draft(seller);
    const [publishAt, unpublishAt] = [inSeconds(600), inSeconds(900)];
    await schedule(id, { publishAt, unpublishAt });
    for (const as of [seller, admin]) expect(await planned(id, as)).toEqual({ status: 'DRAFT', publishAt, unpublishAt });
    expect((await schedule(id, { publishAt, unpublishAt })).product?.version).toBe(2);
    expect((await schedule(id, {})).product?.version).toBe(3);
    expect(await planned(id)).toEqual({ status: 'DRAFT', publishAt: null, unpublishAt: null });

    await schedule(id, { publishAt, unpublishAt });
    await change(seller, 'Publish', { productId: id });
    expect(await planned(id)).toEqual({ status: 'PUBLISHED', publishAt: null, unpublishAt: null });
    await schedule(id, { unpublishAt });
    for (const as of [seller, admin]) expect(await planned(id, as)).toEqual({ status: 'PUBLISHED', publishAt: null, unpublishAt });
    for (const as of [null, person(), await shop.verifiedSeller()])
      expect(await planned(id, as)).toEqual({ status: 'PUBLISHED', publishAt: null, unpublishAt: null });
    await change(seller, 'Archive', { productId: id });
    expect(await planned(id)).toEqual({ status: 'ARCHIVED', publishAt: null, unpublishAt: null });
  });

  test('does not put on sale what is not ready by then, and an event says why', async () => {
    const { id } = await shop.list(seller);
    await change(person('MODERATOR'), 'TakeDown', { productId: id, reason: 'SPAM' });
    const { publishAt } = await soon(id);
    expect(await shop.heard(PublicationFailed, ({ productId }) => productId === id)).toEqual({
      productId: id,
      sellerId: seller.id,
      productName: expect.stringMatching(/^Ware /),
      publishAt,
      problems: [{ code: 'TAKEN_DOWN' }],
    });
    expect(await planned(id)).toEqual({ status: 'DRAFT', publishAt: null, unpublishAt: null });
    expect(onSale(id)).toHaveLength(1);
  });

  test('is followed once where a process ended before and two go on with it at once', async () => {
    const drafts = await Promise.all(Array.from({ length: 12 }, () => shop.draft(seller)));
    const times = await Promise.all(drafts.map(({ id }) => soon(id)));
    const replicas: Service[] = [];
    await shop.restart(async (options) => {
      await eventually(() => times.every(({ unpublishAt }) => Date.now() > Date.parse(unpublishAt)));
      const [one, other] = await Promise.all([start(options), start({ env: shop.env, listen: false })]);
      replicas.push(other);
      return one;
    });
    try {
      for (const { id } of drafts) await shop.heard(ProductUnpublished, ({ productId }) => productId === id);
      expect(drafts.map(({ id }) => onSale(id).length)).toEqual(drafts.map(() => 1));
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  });

  test('finds what is scheduled, for its seller and administrators', async () => {
    const own = await shop.verifiedSeller();
    const [draft, listed] = [await shop.draft(own, { name: 'Comes soon' }), await shop.list(own, { name: 'Goes soon' })];
    await schedule(draft.id, { publishAt: inSeconds(600) }, {}, own);
    await schedule(listed.id, { unpublishAt: inSeconds(600) }, {}, own);
    const found = async (isScheduled: boolean, as: Actor | null, more: object = {}) => {
      const query =
        'query ($filter: ProductFilterInput) { products(filter: $filter) { nodes { name } facets(keys: ["category"]) { values { count } } } }';
      return (await shop.data(query, { filter: { sellerIds: [own.id], isScheduled, ...more } }, { as }))['products'];
    };
    const soonOnSale = { nodes: [{ name: 'Comes soon' }], facets: [{ values: [{ count: 1 }] }] };
    for (const as of [own, admin]) expect(await found(true, as)).toEqual(soonOnSale);
    for (const as of [own, admin]) expect(await found(true, as, { query: 'comes' })).toEqual(soonOnSale);
    expect(await found(false, own, { query: 'goes' })).toEqual({ nodes: [{ name: 'Goes soon' }], facets: [{ values: [{ count: 1 }] }] });
    for (const as of [null, seller, person('MODERATOR')])
      for (const isScheduled of [true, false]) expect(await found(isScheduled, as)).toEqual({ nodes: [], facets: [] });
  });

  test.each([
    [
      'en',
      'Choose a moment in the future, at most a year ahead.',
      'It can go off sale only after it went on sale.',
      'Say when the draft goes on sale, too.',
    ],
    [
      'es',
      'Elige un momento futuro, como máximo dentro de un año.',
      'Solo puede salir de la venta después de ponerse a la venta.',
      'Indica también cuándo se pone a la venta el borrador.',
    ],
    [
      'pt',
      'Escolha um momento no futuro, no máximo daqui a um ano.',
      'Só pode sair de venda depois de ser posto à venda.',
      'Indique também quando o rascunho é posto à venda.',
    ],
  ])('that does not fit is refused in %s, and then nothing changed', async (acceptLanguage, notInTime, offBeforeOn, notOnSaleByThen) => {
    const { id } = await shop.draft(seller);
    const refused = async (input: object) =>
      (await schedule(id, input, { acceptLanguage })).userErrors.map(({ code, message, field }) => [code, message, field?.join('.')]);
    expect(await refused({ publishAt: inSeconds(-1) })).toEqual([['INVALID', notInTime, 'publishAt']]);
    expect(await refused({ publishAt: inSeconds(9), unpublishAt: inSeconds(367 * 86_400) })).toEqual([
      ['INVALID', notInTime, 'unpublishAt'],
    ]);
    expect(await refused({ publishAt: inSeconds(600), unpublishAt: inSeconds(500) })).toEqual([['INVALID', offBeforeOn, 'unpublishAt']]);
    expect(await refused({ unpublishAt: inSeconds(600) })).toEqual([['INVALID', notOnSaleByThen, 'unpublishAt']]);
    expect(await read(id)).toMatchObject({ version: 1 });
  });

  test('is for a verified seller’s own draft, or for what is on sale to go off it', async () => {
    const [draft, listed, archived] = [await shop.draft(seller), await shop.list(seller), await shop.list(seller)];
    await change(seller, 'Archive', { productId: archived.id });
    const [publishAt, unpublishAt] = [inSeconds(600), inSeconds(900)];
    expect(errorsOf(await schedule(listed.id, { publishAt }))).toEqual([['CONFLICT', 'productId']]);
    expect(errorsOf(await schedule(archived.id, { unpublishAt }))).toEqual([['CONFLICT', 'productId']]);
    expect(errorsOf(await schedule(draft.id, { publishAt, expectedVersion: 9 }))).toEqual([['VERSION_MISMATCH', 'expectedVersion']]);
    expect(errorsOf(await schedule(draft.id, { publishAt }, {}, await shop.verifiedSeller()))).toEqual([['NOT_FOUND', 'productId']]);
    const newcomer = person('SELLER');
    const { id } = await shop.draft(newcomer);
    expect(errorsOf(await schedule(id, { publishAt }, {}, newcomer))).toEqual([['FORBIDDEN', null]]);
  });
});

describe('removing a draft', () => {
  const remove = async (as: Actor, productId: string, options: { acceptLanguage?: string; idempotencyKey?: string } = {}) => {
    const query =
      'mutation ($productId: ID!) { payload: productDelete(input: { productId: $productId }) { deletedProductId userErrors { code message field } } }';
    return (await shop.data(query, { productId }, { as, ...options }))['payload'];
  };

  test('it is gone with its variants, and its code and address are free again', async () => {
    const { id, slug, sku, variantId } = await shop.draft(seller, { name: 'Not to be', stock: 7 });
    const again = () => remove(seller, id, { idempotencyKey: 'the same removal' });
    const [first, second] = [await again(), await again()];
    expect(first).toEqual({ deletedProductId: id, userErrors: [] });
    expect(second).toEqual(first);
    expect(await shop.heard(ProductDeleted, ({ productId }) => productId === id)).toEqual({ productId: id, sellerId: seller.id });
    expect(await read(id)).toBeNull();
    const entities = [{ __typename: 'ProductVariant', id: variantId }];
    expect(
      await shop.data('query ($entities: [_Any!]!) { _entities(representations: $entities) { __typename } }', { entities }, { as: seller }),
    ).toEqual({
      _entities: [null],
    });
    expect(await shop.draft(seller, { name: 'Not to be', sku })).toMatchObject({ slug, sku });
  });

  test.each([
    ['en', 'Only a draft that was never ordered or reviewed can be removed; archive this product instead.'],
    ['es', 'Solo se puede eliminar un borrador que nunca se pidió ni se reseñó; mejor archiva este producto.'],
    ['pt', 'Só se pode remover um rascunho que nunca foi pedido nem avaliado; em vez disso, arquive este produto.'],
  ])('what is on sale, archived or was ever ordered stays, which is said in %s', async (acceptLanguage, message) => {
    const [onSale, archived, ordered] = [await shop.list(seller), await shop.list(seller), await shop.list(seller)];
    await change(seller, 'Archive', { productId: archived.id });
    const order = newOrder();
    await shop.happened(StockRequested, { ...order, lines: [{ variantId: ordered.variantId, quantity: 1 }] });
    await shop.heard(StockReserved, ({ orderId }) => orderId === order.orderId);
    await change(seller, 'Unpublish', { productId: ordered.id });
    for (const { id } of [onSale, archived, ordered]) {
      expect(await remove(seller, id, { acceptLanguage })).toEqual({
        deletedProductId: null,
        userErrors: [{ code: 'IN_USE', message, field: ['productId'] }],
      });
      expect(await read(id)).toMatchObject({ id });
    }
  });

  test("another's draft is not there, and an administrator removes any", async () => {
    const { id } = await shop.draft(seller);
    expect(await remove(await shop.verifiedSeller(), id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['productId'] }] });
    expect(await remove(admin, id)).toMatchObject({ deletedProductId: id });
  });
});

describe('the address of a product', () => {
  const bySlug = async (slug: string, as: Actor | null = null) =>
    (await shop.data('query ($slug: String!) { product(slug: $slug) { id slug } }', { slug }, { as }))['product'];

  test('follows its name, and each that it had still finds it, and nothing else ever', async () => {
    const { id, slug } = await shop.list(seller, { name: 'Blue kettle' });
    const renamed = await change(seller, 'Update', { productId: id, name: 'Red kettle' });
    expect([slug, renamed.product?.slug]).toEqual(['blue-kettle', 'red-kettle']);
    await change(seller, 'Update', { productId: id, description: 'Whistles.' });
    await change(seller, 'Update', { productId: id, name: 'Green kettle' });
    for (const asked of ['blue-kettle', 'red-kettle', 'green-kettle']) expect(await bySlug(asked)).toEqual({ id, slug: 'green-kettle' });

    const other = await shop.list(seller, { name: 'Blue kettle' });
    expect(other.slug).toBe(`blue-kettle-${other.id.slice(-6)}`);
    expect(await bySlug('blue-kettle')).toEqual({ id, slug: 'green-kettle' });
    expect((await change(seller, 'Update', { productId: id, name: 'Blue kettle' })).product?.slug).toBe('blue-kettle');
    expect(await bySlug('green-kettle')).toEqual({ id, slug: 'blue-kettle' });
  });

  test('that twenty others came after is another’s to have; the last twenty and the present one are not', async () => {
    const { id } = await shop.list(seller, { name: 'Renamed, 0' });
    for (let time = 1; time <= 21; time++) await change(seller, 'Update', { productId: id, name: `Renamed, ${time}` });
    expect(await bySlug('renamed-0')).toBeNull();
    for (const asked of ['renamed-1', 'renamed-20', 'renamed-21']) expect(await bySlug(asked)).toEqual({ id, slug: 'renamed-21' });
    expect((await shop.draft(seller, { name: 'Renamed, 0' })).slug).toBe('renamed-0');
    // Back to an old one, which is the newest of the former from then on.
    for (const name of ['Renamed, 1', 'Renamed, 22', 'Renamed, 23']) await change(seller, 'Update', { productId: id, name });
    expect(await bySlug('renamed-1')).toMatchObject({ id });
    expect(await bySlug('renamed-2')).toBeNull();
  });

  test('is what its seller chose, from then on whatever its name is', async () => {
    const { id } = await shop.list(seller, { name: 'Cast iron pan' });
    expect((await change(seller, 'Update', { productId: id, slug: 'pan-of-the-year' })).product).toMatchObject({
      slug: 'pan-of-the-year',
      version: 3,
    });
    expect((await change(seller, 'Update', { productId: id, name: 'Cast iron skillet' })).product?.slug).toBe('pan-of-the-year');
    expect(await bySlug('cast-iron-pan')).toMatchObject({ id });
    for (const slug of ['Pan', 'a--b', '-a', 'a b', '', 'x'.repeat(101)])
      expect(errorsOf(await change(seller, 'Update', { productId: id, slug }))).toEqual([['INVALID', 'slug']]);
  });

  test('of a draft that nobody else has seen is free again when it changes', async () => {
    const draft = await shop.draft(seller, { name: 'Provisional name' });
    await change(seller, 'Update', { productId: draft.id, name: 'Its real name' });
    expect(await bySlug('provisional-name', seller)).toBeNull();
    expect((await shop.draft(seller, { name: 'Provisional name' })).slug).toBe('provisional-name');
  });

  test.each([
    ['en', 'Another product has, or lately had, this slug.'],
    ['es', 'Otro producto tiene, o tuvo hace poco, este slug.'],
    ['pt', 'Outro produto tem, ou teve há pouco, este slug.'],
  ])('that is chosen by twenty at once is of one, and the others are told in %s', async (acceptLanguage, message) => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => shop.draft(seller)));
    const slug = `wanted-by-all-${acceptLanguage}`;
    const all = await Promise.all(drafts.map(({ id }) => change(seller, 'Update', { productId: id, slug }, { acceptLanguage })));
    expect(all.filter(({ product }) => product)).toHaveLength(1);
    const refused = all.flatMap(({ userErrors }) => userErrors);
    expect(refused).toEqual(Array.from({ length: 19 }, () => ({ code: 'SLUG_TAKEN', message, field: ['slug'] })));
  });

  test('is unlike all others when twenty are called the same at once', async () => {
    const products = await Promise.all(Array.from({ length: 10 }, () => shop.list(seller)));
    const named = products.map(async ({ id }) => (await change(seller, 'Update', { productId: id, name: 'One of twenty' })).product?.slug);
    const made = Array.from({ length: 10 }, async () => (await shop.draft(seller, { name: 'One of twenty' })).slug);
    const slugs = await Promise.all([...named, ...made]);
    expect(new Set(slugs).size).toBe(20);
    expect(slugs.every((slug) => slug?.startsWith('one-of-twenty'))).toBe(true);
  });
});

describe('taking down what breaks the rules', () => {
  const moderator = person('MODERATOR');
  const why = async (productId: string, as: Actor | null, acceptLanguage = 'en') =>
    (
      await shop.data(
        `query ($productId: ID!) {
          product(id: $productId) {
            status viewerCanTakeDown publishProblems { code message }
            takedown { reason message takenDownAt takenDownBy { id } }
          }
        }`,
        { productId },
        { as, acceptLanguage },
      )
    )['product'];

  test('its seller reads why, and cannot publish it until it is reinstated; nobody else sees it meanwhile but moderators', async () => {
    const { id, variantId } = await shop.list(seller, { name: 'Fake watch' });
    expect(await why(id, moderator)).toMatchObject({ takedown: null, viewerCanTakeDown: true });
    const taken = { reason: 'COUNTERFEIT', message: 'The brand says it is none of theirs.' };
    expect(await change(moderator, 'TakeDown', { productId: id, ...taken })).toMatchObject({
      product: { status: 'DRAFT' },
      userErrors: [],
    });
    expect(await shop.heard(ProductTakenDown, ({ productId }) => productId === id)).toEqual({
      productId: id,
      sellerId: seller.id,
      productName: 'Fake watch',
      ...taken,
    });
    await shop.heard(VariantDelisted, (gone) => gone.variantId === variantId);

    expect(await why(id, seller)).toEqual({
      status: 'DRAFT',
      viewerCanTakeDown: false,
      publishProblems: [{ code: 'TAKEN_DOWN', message: expect.stringMatching(/^Moderators took this product off sale/) }],
      takedown: { ...taken, takenDownAt: expect.any(String), takenDownBy: null },
    });
    for (const as of [moderator, admin])
      expect(await why(id, as)).toMatchObject({ viewerCanTakeDown: true, takedown: { ...taken, takenDownBy: { id: moderator.id } } });
    for (const as of [null, person(), await shop.verifiedSeller()]) expect(await why(id, as)).toBeNull();
    expect(await why(id, seller, 'es')).toMatchObject({ publishProblems: [{ message: expect.stringMatching(/^Los moderadores/) }] });
    expect(await why(id, seller, 'pt')).toMatchObject({ publishProblems: [{ message: expect.stringMatching(/^Os moderadores/) }] });

    expect(errorsOf(await change(seller, 'Publish', { productId: id }))).toEqual([['NOT_READY', 'productId']]);
    expect(errorsOf(await change(moderator, 'TakeDown', { productId: id, reason: 'SPAM' }))).toEqual([['CONFLICT', 'productId']]);
    await change(seller, 'Archive', { productId: id });
    await change(seller, 'Restore', { productId: id });
    expect(errorsOf(await change(seller, 'Publish', { productId: id }))).toEqual([['NOT_READY', 'productId']]);

    expect(errorsOf(await change(moderator, 'Reinstate', { productId: id, message: 'They were wrong.' }))).toEqual([]);
    expect(await shop.heard(ProductReinstated, ({ productId }) => productId === id)).toEqual({
      productId: id,
      sellerId: seller.id,
      productName: 'Fake watch',
      message: 'They were wrong.',
    });
    expect(await why(id, moderator)).toBeNull();
    expect(await why(id, seller)).toMatchObject({ status: 'DRAFT', takedown: null, publishProblems: [] });
    expect(await change(seller, 'Publish', { productId: id })).toMatchObject({ product: { status: 'PUBLISHED' } });
    const again = await shop.heard(VariantListed, (listed) => listed.variantId === variantId && listed.version > 1);
    expect(again.version).toBe(2);
  });

  test('is for moderators and administrators, about what they can see and is not their own', async () => {
    const asked = 'mutation { productTakeDown(input: { productId: "prd_1", reason: SPAM }) { userErrors { code } } }';
    expect((await shop.ask(asked, {}, { as: seller })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const draft = await shop.draft(seller);
    for (const productId of [draft.id, newId('prd'), '\0'])
      expect(errorsOf(await change(moderator, 'TakeDown', { productId, reason: 'SPAM' }))).toEqual([['NOT_FOUND', 'productId']]);
    expect(errorsOf(await change(admin, 'TakeDown', { productId: draft.id, reason: 'SPAM' }))).toEqual([['CONFLICT', 'productId']]);
    const { id } = await shop.list(seller);
    expect(errorsOf(await change({ ...seller, roles: ['USER', 'MODERATOR'] }, 'TakeDown', { productId: id, reason: 'SPAM' }))).toEqual([
      ['FORBIDDEN', 'productId'],
    ]);
    expect(errorsOf(await change(moderator, 'Reinstate', { productId: id }))).toEqual([['CONFLICT', 'productId']]);
    for (const message of [null, ' ', 'x'.repeat(2_001)])
      expect(errorsOf(await change(moderator, 'TakeDown', { productId: id, reason: 'OTHER', message }))).toEqual([['INVALID', 'message']]);
    expect(await read(id, null)).toMatchObject({ status: 'PUBLISHED' });
  });

  test.each([
    ['en', 'Somebody else has to decide about your own product.', 'This product was not taken down.'],
    ['es', 'Sobre tu propio producto tiene que decidir otra persona.', 'Este producto no fue retirado.'],
    ['pt', 'Sobre o seu próprio produto outra pessoa tem de decidir.', 'Este produto não foi retirado.'],
  ])('is refused in %s', async (acceptLanguage, own, notTakenDown) => {
    const { id } = await shop.list(seller);
    const asModerator: Actor = { ...seller, roles: ['USER', 'MODERATOR'] };
    const messages = async (as: Actor) =>
      (await change(as, 'Reinstate', { productId: id }, { acceptLanguage })).userErrors.map(({ message }) => message);
    expect([await messages(asModerator), await messages(moderator)]).toEqual([[own], [notTakenDown]]);
  });
});

describe('translations of a product', () => {
  const texts = async (
    productId: string,
    as: Actor | null,
    { acceptLanguage = 'en', locale = null }: { acceptLanguage?: string; locale?: string | null } = {},
  ) =>
    (
      await shop.data(
        `query ($productId: ID!, $locale: Locale) {
          product(id: $productId) {
            name(locale: $locale) description(locale: $locale) contentLocale(locale: $locale)
            translations { locale name description isOriginal }
          }
        }`,
        { productId, locale },
        { as, acceptLanguage },
      )
    )['product'];

  test('are read from the wanted language to wider ones to the original, and a missing one hides nothing', async () => {
    const { id } = await shop.list(seller, { name: 'Olive oil', description: 'Cold pressed.' });
    const translations = [
      { locale: 'es', name: 'Aceite de oliva', description: 'Prensado en frío.' },
      { locale: 'pt-BR', name: 'Azeite', description: null },
    ];
    const { product } = await change(seller, 'TranslationsSet', { productId: id, translations });
    expect(product).toMatchObject({ version: 3 });
    await shop.heard(ProductUpdated, ({ productId, version }) => productId === id && version === 3);

    const spanish = { name: 'Aceite de oliva', description: 'Prensado en frío.', contentLocale: 'es', translations: null };
    expect(await texts(id, null, { acceptLanguage: 'es-CO' })).toEqual(spanish);
    expect(await texts(id, null, { locale: 'es-CO' })).toEqual(spanish);
    expect(await texts(id, null, { locale: 'pt-BR' })).toMatchObject({
      name: 'Azeite',
      description: 'Cold pressed.',
      contentLocale: 'pt-BR',
    });
    const original = { name: 'Olive oil', description: 'Cold pressed.', contentLocale: 'en', translations: null };
    for (const locale of ['en', 'fr', 'pt']) expect(await texts(id, null, { locale })).toEqual(original);
    expect(await texts(id, seller)).toMatchObject({
      translations: [
        { locale: 'en', name: 'Olive oil', description: 'Cold pressed.', isOriginal: true },
        { locale: 'es', isOriginal: false },
        { locale: 'pt-BR', description: null, isOriginal: false },
      ],
    });
    const found = await shop.data('query ($s: [ID!]) { products(filter: { query: "aceite oliva", sellerIds: $s }) { nodes { id } } }', {
      s: [seller.id],
    });
    expect(found).toEqual({ products: { nodes: [{ id }] } });
  });

  test('are set and removed one by one; what the product was written in stays', async () => {
    const { product: made } = await shop.create(
      seller,
      { name: 'Miel de azahar', description: 'De abejas felices.' },
      { acceptLanguage: 'es-CO' },
    );
    const id = made?.id ?? '';
    await change(seller, 'TranslationsSet', { productId: id, translations: [{ locale: 'en', name: 'Blossom honey' }] });
    const both = await change(seller, 'TranslationsSet', { productId: id, translations: [{ locale: 'pt', name: 'Mel' }] });
    const again = await change(seller, 'TranslationsSet', { productId: id, translations: [{ locale: 'pt', name: 'Mel' }] });
    expect([both.product?.version, again.product?.version]).toEqual([3, 3]);
    const gone = await change(seller, 'TranslationsDelete', { productId: id, locales: ['en', 'es', 'fr'] });
    expect(gone.product).toMatchObject({ version: 4 });
    expect(await texts(id, seller)).toMatchObject({
      name: 'Miel de azahar',
      contentLocale: 'es',
      translations: [
        { locale: 'es', isOriginal: true },
        { locale: 'pt', name: 'Mel', isOriginal: false },
      ],
    });
  });

  test('that do not fit are refused with their place', async () => {
    const { id } = await shop.draft(seller);
    const refused = async (translations: object[], more: object = {}) =>
      errorsOf(await change(seller, 'TranslationsSet', { productId: id, translations, ...more }));
    expect(await refused([])).toEqual([['INVALID', 'translations']]);
    expect(await refused([{ locale: 'en', name: 'Again' }])).toEqual([['INVALID', 'translations.0.locale']]);
    expect(await refused([{ locale: 'fr', name: 'Savon' }])).toEqual([['INVALID', 'translations.0.locale']]);
    expect(await refused([{ locale: 'es', name: ' ' }])).toEqual([['INVALID', 'translations.0.name']]);
    expect(
      await refused([
        { locale: 'es', name: 'Uno' },
        { locale: 'es', name: 'Dos' },
      ]),
    ).toEqual([['INVALID', 'translations']]);
    expect(await refused([{ locale: 'es', name: 'Uno' }], { expectedVersion: 9 })).toEqual([['VERSION_MISMATCH', 'expectedVersion']]);
    expect(errorsOf(await change(seller, 'TranslationsDelete', { productId: id, locales: [] }))).toEqual([['INVALID', 'locales']]);
    expect(errorsOf(await change(await shop.verifiedSeller(), 'TranslationsDelete', { productId: id, locales: ['es'] }))).toEqual([
      ['NOT_FOUND', 'productId'],
    ]);
    const many = Array.from({ length: 29 }, (_, at) => ({
      locale: `es-${String.fromCharCode(65 + (at % 26))}${at < 26 ? 'A' : 'B'}`,
      name: 'Uno',
    }));
    expect(await refused(many)).toEqual([]);
    expect(await refused([{ locale: 'pt', name: 'Um' }])).toEqual([['LIMIT_REACHED', 'translations']]);
  });
});

describe('the products of a seller', () => {
  const of = async (sellerId: string, args: string, as: Actor | null) => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { products${args} { totalCount nodes { name status } } } } }`;
    const { _entities } = await shop.data(query, { of: [{ __typename: 'User', id: sellerId }] }, { as });
    return z
      .tuple([
        z.object({ products: z.object({ totalCount: z.int(), nodes: z.array(z.object({ name: z.string(), status: z.string() })) }) }),
      ])
      .parse(_entities)[0]
      .products.nodes.map(({ name, status }) => `${name} ${status}`);
  };

  test('are what is on sale, the newest first, for everybody, and the seller and administrators find drafts and archived ones, too', async () => {
    const own = await shop.verifiedSeller();
    await shop.list(own, { name: 'First' });
    const archived = await shop.list(own, { name: 'Second' });
    await change(own, 'Archive', { productId: archived.id });
    await shop.draft(own, { name: 'Third' });
    const taken = await shop.list(own, { name: 'Fourth' });
    await change(admin, 'TakeDown', { productId: taken.id, reason: 'SPAM' });
    await shop.list(own, { name: 'Fifth' });

    const all = '(filter: { statuses: [DRAFT, PUBLISHED, ARCHIVED] })';
    const [onSale, first] = [['Fifth PUBLISHED', 'First PUBLISHED'], 2];
    for (const as of [null, person(), own, admin]) expect((await of(own.id, '', as)).slice(0, first)).toEqual(onSale);
    for (const as of [null, person(), await shop.verifiedSeller()]) expect((await of(own.id, all, as)).slice(0, first)).toEqual(onSale);
    for (const as of [own, admin])
      expect((await of(own.id, all, as)).slice(0, 5)).toEqual([
        'Fifth PUBLISHED',
        'Fourth DRAFT',
        'Third DRAFT',
        'Second ARCHIVED',
        'First PUBLISHED',
      ]);
    expect(await of(own.id, '(filter: { statuses: [DRAFT], query: "third" }, sort: { field: NAME })', own)).toEqual(['Third DRAFT']);
    const takenDown = '(filter: { isTakenDown: true })';
    for (const as of [own, admin, person('MODERATOR')]) expect(await of(own.id, takenDown, as)).toEqual(['Fourth DRAFT']);
    expect(await of(own.id, takenDown, person())).toEqual([]);
  });

  test('pages of drafts go on behind a cursor, also sorted by name, and another seller finds none of them in a search', async () => {
    const own = await shop.verifiedSeller();
    for (const name of ['Page A', 'Page B', 'Page C']) await shop.draft(own, { name });
    const query = `query ($sort: ProductSortInput, $after: String, $sellers: [ID!]) {
      products(first: 2, after: $after, sort: $sort, filter: { statuses: [DRAFT], query: "page", sellerIds: $sellers }) {
        nodes { name } pageInfo { endCursor hasNextPage }
      }
    }`;
    const Page = z.object({
      products: z.object({
        nodes: z.array(z.object({ name: z.string() })),
        pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
      }),
    });
    const page = async (after: string | null, as: Actor) =>
      Page.parse(await shop.data(query, { sort: { field: 'NAME' }, after, sellers: [own.id] }, { as })).products;
    const first = await page(null, own);
    const second = await page(first.pageInfo.endCursor, own);
    expect([...first.nodes, ...second.nodes].map(({ name }) => name)).toEqual(['Page A', 'Page B', 'Page C']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await page(null, seller)).nodes).toEqual([]);
    const counted = (as: Actor) =>
      shop.data(
        `query ($s: [ID!]) { products(filter: { statuses: [DRAFT], sellerIds: $s }) { facets(keys: ["category"]) { values { value count } } } }`,
        { s: [own.id] },
        { as },
      );
    expect(await counted(own)).toEqual({ products: { facets: [{ values: [{ value: 'crafts', count: 3 }] }] } });
    expect(await counted(seller)).toEqual({ products: { facets: [] } });
  });
});
