import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { metricsText } from '@agora/platform/observe/metrics';
import type { Actor } from '@agora/platform/security/actor';
import type { Service } from '@agora/platform/service/service';
import { createLogger } from '@agora/platform/observe/logging';
import { eventually } from '@agora/platform/testing/eventually';
import { actorOf, person } from '@agora/platform/testing/subgraph';
import { openPostgresBus } from '@agora/platform/transport/postgres/postgres-bus';
import * as catalogEvents from '@agora/schema/events/catalog';
import { OrderCancelled, StockRequested } from '@agora/schema/events/order';
import { UserRestored, UserSuspended } from '@agora/schema/events/user';
import * as z from 'zod';
import { hasRedis } from '@agora/platform/testing/describe-on-redis';
import { startRedis, type TestRedis } from '@agora/platform/testing/redis';
import { start } from '../src/main.ts';
import { catalogPurges } from '../src/purges.ts';
import { newOrder } from './shop.ts';
import { openUploads, picture, type Uploads } from './uploads.ts';

/** Everything that is kept, as a page would ask for it. */
const VIEW = `query ($id: ID!, $slug: String!, $category: ID!) {
  product(id: $id) { ...All }
  bySlug: product(slug: $slug) { id name slug status }
  products(first: 3) { totalCount nodes { id name description slug priceFrom { amount } } }
  cheapest: products(first: 3, sort: { field: PRICE, direction: ASC }) { nodes { id name } }
  category(id: $category) {
    ...Sorted
    parent { id } ancestors { id name }
    children(first: 5) { totalCount nodes { id name slug position } }
    products(first: 5) { totalCount nodes { id name } }
    productCount
  }
  categories(first: 100) { totalCount nodes { id name slug } }
}
fragment Sorted on Category { id name slug position depth image { id altText } attributes { isRequired definition { key name choices { value } } } }
fragment All on Product {
  id name description slug status tags taxClass category { id name } media { id altText focalPoint { x y } } featuredMedia { id }
  attributes { key name text } options { name values { name } } isAvailable priceFrom { amount } priceTo { amount }
  rating { average count histogram }
  variants { id sku name availableQuantity isPurchasable price { amount } compareAtPrice { amount } }
}`;

const admin = person('ADMIN');
const moderator = person('MODERATOR');

/** A product on sale, in a category of its own that asks for an attribute. */
interface World {
  readonly seller: Actor;
  readonly productId: string;
  readonly slug: string;
  readonly variantIds: readonly [string, string];
  readonly optionId: string;
  readonly mediaId: string;
  readonly categoryId: string;
  readonly otherCategoryId: string;
  readonly attributeId: string;
}

interface Case {
  readonly by: 'seller' | 'admin' | 'moderator';
  readonly input: (world: World) => object;
  /** What has to be so before. */
  readonly before?: (world: World) => Promise<unknown>;
  /** Whether guests see nothing of it. */
  readonly isUnseen?: boolean;
  /** Whether it changes a category or an attribute, of which others have need. */
  readonly isOfTree?: boolean;
}

/** What changes nothing that is kept of products and categories, whatever it is given. */
const ELSEWHERE = [
  'mediaUploadCreate',
  'mediaUploadComplete',
  'productExportCreate',
  'productImportCreate',
  'productImportResume',
  'productJobCancel',
  'productViewRecord',
  'reviewAnswerDelete',
  'reviewAnswerSet',
  'reviewHelpfulSet',
  'stockLocationCreate',
  'stockLocationDelete',
  'variantLowStockThresholdSet',
  'variantStockTransfer',
  'wishlistCreate',
  'wishlistDelete',
  'wishlistItemAdd',
  'wishlistItemMove',
  'wishlistItemRemove',
  'wishlistItemUpdate',
  'wishlistShare',
  'wishlistUnshare',
  'wishlistUpdate',
];

let made = 0;
const named = (text: string) => [{ locale: 'en', name: text }];
const euros = (amount: string) => ({ price: { amount, currencyCode: 'EUR' } });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('what everybody asks', () => {
  let uploads: Uploads;
  let other: Service;
  /** Two that keep it in Redis, where there is one. */
  let inRedis: readonly Service[];
  let redis: TestRedis | undefined;
  /** Keeps nothing. */
  let plain: Service;
  let seller: Actor;
  let mediaId: string;
  let shared: Awaited<ReturnType<typeof newTree>>;

  beforeAll(async () => {
    uploads = await openUploads({ READ_CACHE: 'memory' });
    const { env } = uploads.shop;
    redis = hasRedis('what is kept in Redis') ? await startRedis() : undefined;
    const replica = (given: Readonly<Record<string, string>> = {}) => start({ env: { ...env, ...given }, listen: false });
    [other, plain] = await Promise.all([replica(), replica({ READ_CACHE: 'off' })]);
    const onRedis = redis ? { READ_CACHE: 'redis', REDIS_URL: redis.url } : null;
    inRedis = onRedis ? await Promise.all([replica(onRedis), replica(onRedis)]) : [];
    seller = await uploads.shop.verifiedSeller();
    mediaId = (await uploads.upload(seller, await picture(8, 8))).id;
    shared = await newTree();
  });
  afterAll(async () => {
    await Promise.all([other, plain, ...(inRedis ?? [])].map((service) => service?.stop()));
    await uploads?.stop();
    await redis?.stop();
  });

  async function view(
    service: Service,
    { productId: id, slug, categoryId: category }: World,
    actor: Actor | null,
  ): Promise<Readonly<Record<string, unknown>>> {
    const identity = { actor, ip: '127.0.0.1' };
    const { data, errors } = await service.execute({ query: VIEW, variables: { id, slug, category }, identity });
    expect(errors).toBeUndefined();
    return { ...data };
  }

  async function change(
    mutation: string,
    input: object,
    actor: Actor,
    service = uploads.shop.service,
  ): Promise<Readonly<Record<string, unknown>>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${RESULTS[mutation] ?? ''} userErrors { code message field } } }`;
    const { data, errors } = await service.execute({ query, variables: { input }, identity: { actor, ip: '127.0.0.1' } });
    expect(errors).toBeUndefined();
    const { userErrors, ...result } = z.looseObject({ userErrors: z.array(z.unknown()) }).parse(data?.[mutation]);
    if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return result;
  }

  async function newCategory(): Promise<string> {
    const slug = `kept-${++made}`;
    const { category } = await change('categoryCreate', { translations: named(slug), slug }, admin);
    return z.object({ id: z.string() }).parse(category).id;
  }

  async function newAttribute(): Promise<string> {
    const input = { key: `made_of_${++made}`, names: [{ locale: 'en', text: 'Made of' }], kind: 'TEXT', isFilterable: true };
    const { attributeDefinition } = await change('attributeDefinitionCreate', input, admin);
    return z.object({ id: z.string() }).parse(attributeDefinition).id;
  }

  /** A category that asks for an attribute, and another one. */
  async function newTree(): Promise<Pick<World, 'categoryId' | 'otherCategoryId' | 'attributeId'>> {
    const [categoryId, otherCategoryId, attributeId] = [await newCategory(), await newCategory(), await newAttribute()];
    await change('categoryAttributesSet', { categoryId, attributes: [{ attributeDefinitionId: attributeId, isRequired: false }] }, admin);
    return { categoryId, otherCategoryId, attributeId };
  }

  async function newWorld(tree = shared): Promise<World> {
    const { categoryId } = tree;
    const [{ slug: categorySlug }, { key }] = z
      .tuple([z.object({ slug: z.string() }), z.object({ key: z.string() })])
      .parse(
        Object.values(
          await uploads.shop.data(
            `query ($id: ID!) { category(id: $id) { slug } asked: category(id: $id) { attributes { definition { key } } } }`,
            { id: categoryId },
          ),
        ).map((one: { attributes?: [{ definition: object }] }) => one.attributes?.[0].definition ?? one),
      );
    const listed = await uploads.shop.list(seller, {
      name: `Kept ${++made}`,
      sku: `KEPT-${made}`,
      stock: 5,
      price: { amount: '10.00', currencyCode: 'EUR' },
      categorySlug,
      attributes: [{ key, text: 'Oak' }],
      mediaIds: [mediaId],
      options: [{ name: 'Colour', values: [{ name: 'Indigo' }, { name: 'Madder' }] }],
    });
    const { product } = await uploads.shop.data('query ($id: ID!) { product(id: $id) { variants { id } options { id } } }', {
      id: listed.id,
    });
    const Ids = z.object({ variants: z.tuple([ID, ID]), options: z.tuple([ID]) });
    const { variants, options } = Ids.parse(product);
    return {
      seller,
      productId: listed.id,
      slug: listed.slug,
      variantIds: [variants[0].id, variants[1].id],
      optionId: options[0].id,
      mediaId,
      ...tree,
    };
  }

  const CASES: Readonly<Record<string, Case>> = {
    categoryCreate: {
      by: 'admin',
      isOfTree: true,
      input: ({ categoryId: parentId }) => ({ translations: named('New'), slug: `new-${++made}`, parentId }),
    },
    categoryUpdate: { by: 'admin', isOfTree: true, input: ({ categoryId }) => ({ categoryId, translations: named('Renamed') }) },
    categoryMove: {
      by: 'admin',
      isOfTree: true,
      input: ({ categoryId, otherCategoryId: parentId }) => ({ categoryId, parentId, position: 0 }),
    },
    categoryAttributesSet: { by: 'admin', isOfTree: true, input: ({ categoryId }) => ({ categoryId, attributes: [] }) },
    categoryDelete: {
      by: 'admin',
      isOfTree: true,
      input: ({ categoryId, otherCategoryId: moveToCategoryId }) => ({ categoryId, moveToCategoryId }),
    },
    attributeDefinitionCreate: {
      by: 'admin',
      input: () => ({ key: `weight_${++made}`, names: [{ locale: 'en', text: 'Weight' }], kind: 'NUMBER', isFilterable: true }),
      isUnseen: true,
    },
    attributeDefinitionUpdate: {
      by: 'admin',
      isOfTree: true,
      input: ({ attributeId: attributeDefinitionId }) => ({ attributeDefinitionId, names: [{ locale: 'en', text: 'Material' }] }),
    },
    attributeDefinitionDelete: {
      by: 'admin',
      isOfTree: true,
      before: ({ categoryId }) => change('categoryAttributesSet', { categoryId, attributes: [] }, admin),
      input: ({ attributeId: attributeDefinitionId }) => ({ attributeDefinitionId }),
    },
    mediaUpdate: { by: 'seller', input: (world) => ({ mediaId: world.mediaId, altTexts: [{ locale: 'en', text: `Told ${++made}` }] }) },
    mediaDelete: {
      by: 'seller',
      async before({ productId }) {
        doomed = (await uploads.upload(seller, await picture(9, 9))).id;
        await change('productMediaSet', { productId, mediaIds: [doomed] }, seller);
      },
      input: () => ({ mediaId: doomed }),
    },
    productMediaSet: { by: 'seller', input: ({ productId }) => ({ productId, mediaIds: [] }) },
    productCreate: {
      by: 'seller',
      input: () => ({ name: 'Draft', description: 'A draft.', categorySlug: 'crafts', sku: `D-${++made}`, stock: 1, ...euros('3.00') }),
      isUnseen: true,
    },
    productDuplicate: { by: 'seller', input: ({ productId }) => ({ productId }), isUnseen: true },
    productUpdate: { by: 'seller', input: ({ productId }) => ({ productId, name: 'Renamed' }) },
    productPublish: {
      by: 'seller',
      before: ({ productId }) => change('productUnpublish', { productId }, seller),
      input: ({ productId }) => ({ productId }),
    },
    productUnpublish: { by: 'seller', input: ({ productId }) => ({ productId }) },
    productPublicationSchedule: {
      by: 'seller',
      input: ({ productId }) => ({ productId, unpublishAt: inAnHour() }),
      isUnseen: true,
    },
    productArchive: { by: 'seller', input: ({ productId }) => ({ productId }) },
    productRestore: {
      by: 'seller',
      before: ({ productId }) => change('productArchive', { productId }, seller),
      input: ({ productId }) => ({ productId }),
      isUnseen: true,
    },
    productDelete: {
      by: 'seller',
      before: ({ productId }) => change('productUnpublish', { productId }, seller),
      input: ({ productId }) => ({ productId }),
      isUnseen: true,
    },
    productTranslationsSet: {
      by: 'seller',
      input: ({ productId }) => ({ productId, translations: [{ locale: 'es', name: 'Cosa', description: 'Útil.' }] }),
      isUnseen: true,
    },
    productTranslationsDelete: {
      by: 'seller',
      before: ({ productId }) =>
        change('productTranslationsSet', { productId, translations: [{ locale: 'es', name: 'Cosa', description: 'Útil.' }] }, seller),
      input: ({ productId }) => ({ productId, locales: ['es'] }),
      isUnseen: true,
    },
    productTakeDown: { by: 'moderator', input: ({ productId }) => ({ productId, reason: 'SPAM' }) },
    productReinstate: {
      by: 'moderator',
      before: ({ productId }) => change('productTakeDown', { productId, reason: 'SPAM' }, moderator),
      input: ({ productId }) => ({ productId }),
      isUnseen: true,
    },
    reviewCreate: { by: 'moderator', input: ({ productId }) => ({ productId, rating: 4, body: 'Good.' }) },
    reviewUpdate: {
      by: 'moderator',
      before: async ({ productId }) => void (review = await reviewed(productId, moderator)),
      input: () => ({ reviewId: review, rating: 2 }),
    },
    reviewDelete: {
      by: 'moderator',
      before: async ({ productId }) => void (review = await reviewed(productId, moderator)),
      input: () => ({ reviewId: review }),
    },
    reviewApprove: {
      by: 'moderator',
      before: async ({ productId }) => void (review = await reviewed(productId, admin, 'See www.elsewhere.example')),
      input: () => ({ reviewId: review }),
    },
    reviewReject: {
      by: 'moderator',
      before: async ({ productId }) => void (review = await reviewed(productId, admin)),
      input: () => ({ reviewId: review, reason: 'SPAM' }),
    },
    variantStockAdjust: {
      by: 'seller',
      input: ({ variantIds: [variantId] }) => ({ adjustments: [{ variantId, quantity: 2, reason: 'RECEIVED' }] }),
    },
    variantStockSet: { by: 'seller', input: ({ variantIds: [variantId] }) => ({ counts: [{ variantId, onHand: 0 }] }) },
    stockLocationUpdate: {
      by: 'seller',
      async before({ variantIds: [variantId] }) {
        const { stockLocation } = await change('stockLocationCreate', { name: `Shed ${++made}` }, seller);
        shed = ID.parse(stockLocation).id;
        await change('variantStockSet', { counts: [{ variantId, stockLocationId: shed, onHand: 4 }] }, seller);
      },
      input: () => ({ stockLocationId: shed, isActive: false }),
    },
    productOptionCreate: { by: 'seller', input: ({ productId }) => ({ productId, option: { name: 'Size', values: [{ name: 'S' }] } }) },
    productOptionUpdate: { by: 'seller', input: ({ productId, optionId }) => ({ productId, optionId, name: 'Shade' }) },
    productOptionDelete: {
      by: 'seller',
      async before({ productId }) {
        const option = { name: 'Size', values: [{ name: 'S' }] };
        size = ID.parse((await change('productOptionCreate', { productId, option }, seller))['option']).id;
      },
      input: ({ productId }) => ({ productId, optionId: size }),
    },
    productVariantsCreate: {
      by: 'seller',
      before: ({ productId, variantIds: [, gone] }) => change('productVariantsDelete', { productId, variantIds: [gone] }, seller),
      input: ({ productId }) => ({
        productId,
        variants: [{ sku: `KEPT-M-${++made}`, optionValues: ['Madder'], prices: [euros('12.00')], stock: 2 }],
      }),
    },
    productVariantsUpdate: {
      by: 'seller',
      input: ({ productId, variantIds: [variantId] }) => ({ productId, variants: [{ variantId, prices: [euros('4.00')] }] }),
    },
    productVariantsDelete: {
      by: 'seller',
      input: ({ productId, variantIds: [, variantId] }) => ({ productId, variantIds: [variantId] }),
    },
  };
  let [doomed, shed, size, review] = ['', '', '', ''];

  async function reviewed(productId: string, by: Actor, body = 'Good.'): Promise<string> {
    return ID.parse((await change('reviewCreate', { productId, rating: 5, body }, by))['review']).id;
  }

  const keeping = () => [uploads.shop.service, other, ...inRedis];

  /** Has all replicas keep what guests see of it. */
  async function seen(world: World): Promise<object> {
    const now = await view(plain, world, null);
    for (const service of keeping())
      await eventually(async () => {
        expect(await view(service, world, null)).toEqual(now);
        return true;
      });
    return now;
  }

  async function same(service: Service, world: World, actor: Actor | null = null): Promise<true> {
    expect(await view(service, world, actor)).toEqual(await view(plain, world, actor));
    return true;
  }

  test('each mutation is known here, and each event of the service says what it changes', () => {
    const mutations = Object.keys(uploads.shop.service.schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !(name in CASES) && !ELSEWHERE.includes(name))).toEqual([]);
    const events = Object.values(catalogEvents).flatMap((one) => ('type' in one && one.topic === 'catalog.events' ? [one.type] : []));
    expect(catalogPurges.map(({ type }) => type).sort()).toEqual(events.sort());
  });

  test('is asked of the database once, by all guests together', async () => {
    const world = await newWorld();
    await seen(world);
    uploads.shop.statements();
    for (let i = 0; i < 5; i++) await view(uploads.shop.service, world, null);
    expect(uploads.shop.ownStatements()).toEqual([]);
    const metrics = await metricsText();
    expect(metrics).toMatch(/^agora_read_cache_reads_total\{service="catalog",kind="product",outcome="hit"\} \d+$/m);
    expect(metrics).toMatch(/^agora_read_cache_bytes\{service="catalog"\} \d+$/m);
  });

  test('is asked of it no more often because somebody has uploaded a file, which nothing shows yet', async () => {
    const world = await newWorld();
    await seen(world);
    const { id } = await uploads.upload(person(), await picture(8, 8));
    await uploads.shop.heard(catalogEvents.MediaCreated, ({ mediaId }) => mediaId === id);
    uploads.shop.statements();
    await view(uploads.shop.service, world, null);
    expect(uploads.shop.ownStatements().filter((sql) => sql.includes('media_use'))).toEqual([]);
  });

  test('is never old for who changed it, on whichever replica, and for guests only until word of the change has arrived', async () => {
    const replicas = keeping();
    for (const [index, [mutation, { by, input, before, isUnseen = false, isOfTree = false }]] of Object.entries(CASES).entries()) {
      const world = await newWorld(isOfTree ? await newTree() : shared);
      await before?.(world);
      const was = await seen(world);
      const as = { admin, moderator, seller }[by];
      const writer = (index % 2 === 0 ? undefined : inRedis[0]) ?? uploads.shop.service;
      await change(mutation, input(world), as, writer);
      const told = `after ${mutation}`;
      const forThem = await view(plain, world, as);
      for (const service of replicas) expect({ told, ...(await view(service, world, as)) }).toEqual({ told, ...forThem });
      const forGuests = await view(plain, world, null);
      expect({ told, ...(await view(writer, world, null)) }).toEqual({ told, ...forGuests });
      for (const service of replicas)
        await eventually(async () => {
          expect({ told, ...(await view(service, world, null)) }).toEqual({ told, ...forGuests });
          return true;
        });
      expect({ mutation, isUnseen: isDeepStrictEqual(forGuests, was) }).toEqual({ mutation, isUnseen });
    }
  });

  test('is not old for who changed it on a replica that has not heard of the change', async () => {
    const world = await newWorld();
    const bus = await openPostgresBus({ url: uploads.shop.env['BUS_DATABASE_URL'] ?? '', log: createLogger('test', 'error') });
    // It hears nothing.
    const deaf = await start({ env: uploads.shop.env, listen: false, bus: { ...bus, tail: async () => ({ stop: async () => {} }) } });
    try {
      for (const actor of [null, seller, null, seller]) await view(deaf, world, actor);
      const [before, name] = [await view(deaf, world, null), `Renamed ${++made}`];
      await change('productUpdate', { productId: world.productId, name }, seller);
      expect(await view(deaf, world, seller)).toMatchObject({ product: { name } });
      expect(await view(deaf, world, null)).toEqual(before);
    } finally {
      await deaf.stop();
      await bus.stop();
    }
  });

  test('is not old after what happened elsewhere: an order, and what became of a seller', async () => {
    const world = await newWorld();
    const { variantIds } = world;
    const order = newOrder();
    const bad = await uploads.shop.verifiedSeller();
    const theirs = await uploads.shop.list(bad, { stock: 3 });
    const nothingForSale = await uploads.shop.list(bad, { stock: 3 });
    const variants = [{ variantId: nothingForSale.variantId, isEnabled: false }];
    await change('productVariantsUpdate', { productId: nothingForSale.id, variants }, bad);
    const ofBad = [theirs, nothingForSale].map(({ id, slug }) => ({ ...world, productId: id, slug }));
    const happenings = [
      () => uploads.shop.happened(StockRequested, { ...order, lines: [{ variantId: variantIds[0], quantity: 2 }] }),
      () =>
        uploads.shop.happened(OrderCancelled, {
          ...order,
          number: 'A-1',
          buyerId: newId('usr'),
          lines: [{ ...SOLD, variantId: variantIds[0], productId: world.productId, sellerId: seller.id }],
          total: { minorUnits: 2_000, currencyCode: 'EUR' },
          reason: 'BUYER_REQUEST',
        }),
      () => uploads.shop.happened(UserSuspended, { userId: bad.id, reason: 'Spam.', until: null }),
      () => uploads.shop.happened(UserRestored, { userId: bad.id }),
    ];
    for (const happen of happenings) {
      const worlds = [world, ...ofBad];
      const was = await Promise.all(worlds.map(seen));
      await happen();
      await eventually(async () => {
        const now = await Promise.all(worlds.map((one) => view(plain, one, null)));
        return JSON.stringify(now) !== JSON.stringify(was);
      });
      await uploads.shop.settled();
      for (const one of worlds) for (const service of keeping()) await eventually(() => same(service, one));
    }
  });

  test('is for guests alone: who is signed in is asked for by name, and sees what is theirs', async () => {
    const draft = await uploads.shop.draft(seller);
    const world = { ...(await newWorld()), productId: draft.id, slug: draft.slug };
    for (const actor of [null, seller, null, person(), admin, null]) {
      await same(uploads.shop.service, world, actor);
      const { product } = z.looseObject({ product: z.unknown() }).parse(await view(uploads.shop.service, world, actor));
      expect(product === null).toBe(actor !== seller && actor !== admin);
    }
    const buyer = actorOf(newId('usr'));
    uploads.shop.statements();
    await view(uploads.shop.service, world, buyer);
    expect(uploads.shop.ownStatements().some((sql) => sql.includes('from product'))).toBe(true);
  });
});

const ID = z.object({ id: z.string() });

/** What is needed of the answers of some. */
const RESULTS: Readonly<Record<string, string>> = {
  categoryCreate: 'category { id }',
  attributeDefinitionCreate: 'attributeDefinition { id }',
  stockLocationCreate: 'stockLocation { id }',
  productOptionCreate: 'option { id }',
  reviewCreate: 'review { id }',
};

const SOLD = { productName: 'Kept', quantity: 2, unitPrice: { minorUnits: 1_000, currencyCode: 'EUR' } };
