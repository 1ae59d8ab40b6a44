import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { person } from '@agora/platform/testing/subgraph';
import { randomOf } from '@agora/schema/demo/random';
import { Kind, parse, type TypeNode } from 'graphql';
import * as z from 'zod';
import type { Listed, Shop } from './shop.ts';
import { transferring } from './transferring.ts';
import { openUploads, type Uploads } from './uploads.ts';

const SEED = 1414;
const ROUNDS = 5;

/** A list of the graph, what may be asked of it, and what may happen to it. */
interface Tried {
  /** What it hangs on; nothing where it is a root field. */
  readonly parent?: () => object;
  readonly as: () => Actor;
  /** Types of its arguments beside those of pages. */
  readonly types?: Readonly<Record<string, string>>;
  readonly ask?: () => Readonly<Record<string, unknown>>;
  /** What tells its rows apart, where they have no id. */
  readonly id?: string;
  readonly change: () => Promise<void>;
}

const random = randomOf(SEED);
const ADMIN = person('ADMIN');
let uploads: Uploads;
let transfers: ReturnType<typeof transferring>;
let shop: Shop;
let seller: Actor;
let made = 0;
let branch: string;
const wares: Listed[] = [];
const branches: string[] = [];
const definitions: string[] = [];
const files: string[] = [];
const buyer = person();
const wishlists: string[] = [];
const wishes: string[] = [];
/** Nothing but their reviews changes. */
const reviewed: Listed[] = [];
/** The first has reviewed all of them, and all of them the first. */
const reviewers = Array.from({ length: 12 }, () => person());
const reviews: { readonly id: string; readonly author: Actor }[] = [];
const jobs: string[] = [];
let faultyImport: string;
/** Whatever was changed while pages were turned; it may have gone, come, or have another place. */
const touched = new Set<string>();

const direction = () => random.one(['ASC', 'DESC']);
const euros = () => ({ price: { amount: `${1 + random.number(9)}.00`, currencyCode: 'EUR' } });
const FACTS = z.object({ payload: z.record(z.string(), z.unknown()) });

async function mutate(name: string, input: object, as: Actor, selection = ''): Promise<Readonly<Record<string, unknown>>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const text = `mutation($input: ${type}) { payload: ${name}(input: $input) { ${selection} userErrors { code } } }`;
  return FACTS.parse(await shop.data(text, { input }, { as })).payload;
}

async function list(): Promise<void> {
  const name = random.one(['Same', 'Sámé', 'Other']);
  wares.push(
    await shop.list(seller, { name, stock: random.number(3), price: euros().price, categorySlug: random.one(['food', 'garden']) }),
  );
}

async function changeWare(): Promise<void> {
  const { id: productId, variantId } = random.one(wares);
  touched.add(productId).add(variantId);
  const kind = random.number(6);
  if (kind === 0) await list();
  else if (kind === 1) await mutate('productUpdate', { productId, name: random.one(['Same', 'Anew']) }, seller);
  else if (kind === 2) await mutate('productVariantsUpdate', { productId, variants: [{ variantId, prices: [euros()] }] }, seller);
  else if (kind === 3) await mutate('productUnpublish', { productId }, seller);
  else if (kind === 4) await mutate('productPublish', { productId }, seller);
  else await move(variantId);
}

async function move(variantId = random.one(wares).variantId): Promise<void> {
  touched.add(variantId);
  await mutate('variantStockAdjust', { adjustments: [{ variantId, quantity: 1 + random.number(2), reason: 'RECEIVED' }] }, seller);
}

async function addBranch(): Promise<void> {
  const translations = [{ locale: 'en', name: random.one(['Leaf', 'Léaf', 'Twig']) }];
  const { category } = await mutate('categoryCreate', { translations, slug: `twig-${++made}`, parentId: branch }, ADMIN, 'category { id }');
  branches.push(z.object({ id: z.string() }).parse(category).id);
}

async function changeBranch(): Promise<void> {
  const categoryId = random.one(branches);
  const kind = random.number(4);
  if (kind === 0) return addBranch();
  touched.add(categoryId);
  if (kind === 1) await mutate('categoryDelete', { categoryId }, ADMIN);
  else if (kind === 2)
    await mutate('categoryUpdate', { categoryId, translations: [{ locale: 'en', name: random.one(['Leaf', 'Zed']) }] }, ADMIN);
  else {
    // Those beside it make room.
    for (const id of branches) touched.add(id);
    await mutate('categoryMove', { categoryId, parentId: branch, position: random.number(5) }, ADMIN);
  }
}

async function define(): Promise<void> {
  const input = { key: `list_${random.number(1_000_000)}_${++made}`, kind: 'TEXT', names: [{ locale: 'en', text: 'A fact' }] };
  const { attributeDefinition } = await mutate('attributeDefinitionCreate', input, ADMIN, 'attributeDefinition { id }');
  definitions.push(z.object({ id: z.string() }).parse(attributeDefinition).id);
}

async function changeDefinition(): Promise<void> {
  if (random.number(2) === 0) return define();
  const id = random.one(definitions);
  touched.add(id);
  await mutate('attributeDefinitionDelete', { attributeDefinitionId: id }, ADMIN);
}

async function upload(): Promise<void> {
  const input = { purpose: random.one(['PRODUCT', 'AVATAR']), filename: 'ring.png', contentType: 'image/png', byteSize: 100 };
  const { media } = await mutate('mediaUploadCreate', input, seller, 'media { id }');
  files.push(z.object({ id: z.string() }).parse(media).id);
}

async function changeFile(): Promise<void> {
  if (random.number(2) === 0) return upload();
  const mediaId = random.one(files);
  touched.add(mediaId);
  await mutate('mediaDelete', { mediaId }, seller);
}

async function addWishlist(): Promise<void> {
  const { wishlist } = await mutate('wishlistCreate', { name: random.one(['Garden', 'Gifts']) }, buyer, 'wishlist { id }');
  wishlists.push(z.object({ id: z.string() }).parse(wishlist).id);
}

async function changeWishlist(): Promise<void> {
  const wishlistId = random.one(wishlists.slice(1));
  const kind = random.number(3);
  if (kind === 0) return addWishlist();
  touched.add(wishlistId);
  if (kind === 1) await mutate('wishlistDelete', { wishlistId }, buyer);
  else {
    // The default one before it is so no more.
    for (const id of wishlists) touched.add(id);
    await mutate('wishlistUpdate', { wishlistId, isDefault: true }, buyer);
  }
}

async function wish(productId = random.one(wares).id): Promise<void> {
  const { item } = await mutate('wishlistItemAdd', { productId, wishlistId: wishlists[0] }, buyer, 'item { id }');
  const added = z.object({ id: z.string() }).nullable().parse(item);
  if (added) wishes.push(added.id);
}

async function changeWish(): Promise<void> {
  const itemId = random.one(wishes);
  const kind = random.number(3);
  if (kind === 0) return wish();
  touched.add(itemId);
  if (kind === 1) await mutate('wishlistItemRemove', { itemId }, buyer);
  else await mutate('wishlistItemMove', { itemId, position: random.number(5) }, buyer);
}

/** The words of some have to be looked at first. */
async function review(author = random.one(reviewers), productId = random.one(reviewed).id): Promise<void> {
  const said = { rating: 1 + random.number(5), body: random.one(['As it should be.', 'Better at www.elsewhere.com.']) };
  const { review: posted } = await mutate('reviewCreate', { productId, ...said }, author, 'review { id }');
  const { id } = z.object({ id: z.string() }).nullable().parse(posted) ?? {};
  if (id) reviews.push({ id, author });
}

async function reviewAll(): Promise<void> {
  await Promise.all([...reviewers.map((each) => review(each, reviewed[0]?.id)), ...reviewed.map(({ id }) => review(reviewers[0], id))]);
}

async function changeReview(): Promise<void> {
  const { id: reviewId, author } = random.one(reviews);
  const kind = random.number(5);
  touched.add(reviewId);
  if (kind === 0) {
    await mutate('reviewDelete', { reviewId }, author);
    await reviewAll();
  } else if (kind === 1) await mutate('reviewUpdate', { reviewId, rating: 1 + random.number(5) }, author);
  else if (kind === 2) await mutate('reviewHelpfulSet', { reviewId, isHelpful: true }, buyer);
  else if (kind === 3) await mutate('reviewApprove', { reviewId }, ADMIN);
  else await mutate('reviewReject', { reviewId, reason: 'SPAM' }, ADMIN);
}

/** Only one is under way at a time. */
async function addJob(): Promise<void> {
  const { job } = await transfers.exporting(seller, { format: 'CSV' });
  if (job) jobs.push(job.id);
}

async function changeJob(): Promise<void> {
  await addJob();
  const id = random.one(jobs);
  touched.add(id);
  await transfers.cancel(seller, id);
}

/** None of its lines says what it costs. */
const FAULTY = [
  'handle,sku,name,description,category,currency',
  ...Array.from({ length: 14 }, (_, n) => `h-${n},S-${n},Ware,Of use.,food,EUR`),
];

const PRODUCTS = { filter: 'ProductFilterInput', sort: 'ProductSortInput' };
const askOfProducts = () => ({
  filter: random.one([
    { sellerIds: [seller.id] },
    { sellerIds: [seller.id], query: 'same' },
    { sellerIds: [seller.id], statuses: ['DRAFT', 'PUBLISHED'] },
    { sellerIds: [seller.id], isAvailable: true },
  ]),
  sort: {
    field: random.one(['NAME', 'PRICE', 'CREATED_AT', 'PUBLISHED_AT', 'UPDATED_AT', 'UNITS_SOLD', 'TRENDING']),
    direction: direction(),
  },
});
const seller$ = { parent: () => ({ __typename: 'User', id: seller.id }), as: () => seller };
const MOVEMENTS = { filter: 'StockMovementFilterInput' };
const askOfMovements = () => ({ filter: random.one([{}, { kinds: ['RECEIVED'] }]) });

const REVIEWS = { filter: 'ReviewFilterInput', sort: 'ReviewSortInput' };
const askOfReviews = () => ({
  filter: random.one([{}, { ratings: [1, 3, 5] }, { hasAnswer: false }]),
  sort: { field: random.one(['CREATED_AT', 'RATING', 'HELPFUL']), direction: direction() },
});

/** Every list of the graph. Who adds one says here what may be asked of it and what may happen to it meanwhile. */
const LISTS: Readonly<Record<string, Tried>> = {
  'Query.products': { as: () => seller, types: PRODUCTS, ask: askOfProducts, change: changeWare },
  'User.products': { ...seller$, types: PRODUCTS, ask: askOfProducts, change: changeWare },
  'Category.products': {
    parent: () => ({ __typename: 'Category', slug: 'food' }),
    as: () => seller,
    types: PRODUCTS,
    ask: askOfProducts,
    change: changeWare,
  },
  'User.variants': {
    ...seller$,
    types: { filter: 'ProductVariantFilterInput', sort: 'ProductVariantSortInput' },
    ask: () => ({
      filter: random.one([{}, { isEnabled: true }, { stockStatuses: ['IN_STOCK'] }, { query: 'sa' }]),
      sort: { field: random.one(['SKU', 'PRODUCT_NAME', 'AVAILABLE_QUANTITY', 'UPDATED_AT']), direction: direction() },
    }),
    change: changeWare,
  },
  'User.stockMovements': { ...seller$, types: MOVEMENTS, ask: askOfMovements, change: move },
  'ProductVariant.stockMovements': {
    parent: () => ({ __typename: 'ProductVariant', id: wares[0]?.variantId }),
    as: () => seller,
    types: MOVEMENTS,
    ask: askOfMovements,
    change: () => move(wares[0]?.variantId),
  },
  'Query.categories': {
    as: () => ADMIN,
    types: { filter: 'CategoryFilterInput' },
    ask: () => ({ filter: random.one([{}, { parentIds: [branch] }, { hasProducts: false }]) }),
    change: changeBranch,
  },
  'Category.children': { parent: () => ({ __typename: 'Category', id: branch }), as: () => ADMIN, change: changeBranch },
  'Query.attributeDefinitions': { as: () => ADMIN, change: changeDefinition },
  'User.wishlists': { parent: () => ({ __typename: 'User', id: buyer.id }), as: () => buyer, change: changeWishlist },
  'Wishlist.items': { parent: () => ({ __typename: 'Wishlist', id: wishlists[0] }), as: () => buyer, change: changeWish },
  'Query.reviews': {
    as: () => ADMIN,
    types: REVIEWS,
    ask: () => ({ ...askOfReviews(), filter: random.one([{}, { statuses: ['APPROVED', 'PENDING', 'REJECTED'] }]) }),
    change: changeReview,
  },
  'Product.reviews': {
    parent: () => ({ __typename: 'Product', id: reviewed[0]?.id }),
    as: () => buyer,
    types: REVIEWS,
    ask: askOfReviews,
    change: changeReview,
  },
  'User.reviews': {
    parent: () => ({ __typename: 'User', id: reviewers[0]?.id }),
    as: () => reviewers[0] ?? buyer,
    types: { filter: 'ReviewFilterInput' },
    ask: () => ({ filter: askOfReviews().filter }),
    change: changeReview,
  },
  'User.receivedReviews': { ...seller$, types: REVIEWS, ask: askOfReviews, change: changeReview },
  'User.productJobs': { ...seller$, change: changeJob },
  // An import that has ended says the same for ever.
  'ProductImport.errors': {
    parent: () => ({ __typename: 'ProductImport', id: faultyImport }),
    as: () => seller,
    id: 'row',
    change: changeJob,
  },
  'User.media': {
    ...seller$,
    types: { filter: 'MediaFilterInput' },
    ask: () => ({ filter: random.one([{}, { purposes: ['PRODUCT'] }]) }),
    change: changeFile,
  },
};

beforeAll(async () => {
  uploads = await openUploads();
  ({ shop } = uploads);
  transfers = transferring(uploads);
  seller = await shop.verifiedSeller();
  const { category } = await mutate(
    'categoryCreate',
    { translations: [{ locale: 'en', name: 'Bough' }], slug: 'bough' },
    ADMIN,
    'category { id }',
  );
  branch = z.object({ id: z.string() }).parse(category).id;
  await Promise.all(Array.from({ length: 16 }, list));
  for (let n = 0; n < 12; n++) await Promise.all([addBranch(), define(), upload(), addWishlist(), move(wares[0]?.variantId), move()]);
  for (const { id } of wares) await wish(id);
  for (let n = 0; n < 12; n++) reviewed.push(await shop.list(seller));
  await reviewAll();
  for (let n = 0; n < 12; n++) {
    await addJob();
    await transfers.cancel(seller, jobs.at(-1) ?? '');
  }
  faultyImport = (await transfers.imported(seller, FAULTY.join('\n'))).id;
});
afterAll(() => uploads?.stop());

test('every list of the graph is tried here', async () => {
  const { definitions: types } = parse(await readFile('schema/subgraphs/catalog.graphql', 'utf8'));
  const lists = types.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (type.fields ?? [])
          .filter(({ type: of }) => nameOf(of).endsWith('Connection'))
          .map(({ name }) => `${type.name.value}.${name.value}`)
      : [],
  );
  expect(Object.keys(LISTS).toSorted()).toEqual([...new Set(lists)].toSorted());
});

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

const PageInfo = z.object({
  hasNextPage: z.boolean(),
  hasPreviousPage: z.boolean(),
  startCursor: z.string().nullable(),
  endCursor: z.string().nullable(),
});
const Page = z.object({ nodes: z.array(z.object({ id: z.coerce.string() })), pageInfo: PageInfo });

async function read(name: string, { parent, as, types = {}, id = 'id' }: Tried, variables: Readonly<Record<string, unknown>>) {
  const [type = '', field = ''] = name.split('.');
  const all = { first: 'Int', after: 'String', last: 'Int', before: 'String', ...types };
  const declared = Object.entries(all).map(([key, of]) => `$${key}: ${of}`);
  const selection = `${field}(${Object.keys(all)
    .map((key) => `${key}: $${key}`)
    .join(', ')}) {
    nodes { id: ${id} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  if (!parent) {
    const answer = await shop.data(`query(${declared.join(', ')}) { ${selection} }`, { ...variables }, { as: as() });
    return Page.parse(answer[field]);
  }
  const text = `query(${['$r: [_Any!]!', ...declared].join(', ')}) { _entities(representations: $r) { ... on ${type} { page: ${selection} } } }`;
  const answer = await shop.data(text, { ...variables, r: [parent()] }, { as: as() });
  return z.object({ _entities: z.tuple([z.object({ page: Page })]) }).parse(answer)._entities[0].page;
}

describe(`whatever comes, goes and changes while pages are turned, the rest is met once, in order (seed ${SEED})`, () => {
  test.each(Object.entries(LISTS))('%s', async (name, tried) => {
    for (let round = 0; round < ROUNDS; round++) {
      const asked = tried.ask?.() ?? {};
      const whole = (await read(name, tried, { first: 100, ...asked })).nodes.map(({ id }) => id);
      touched.clear();
      const isBackwards = round % 2 === 1;
      const size = 1 + random.number(6);
      const seen: string[] = [];
      let [cursor, isMore]: [string | null, boolean] = [null, true];
      while (isMore) {
        const place: Readonly<Record<string, unknown>> = isBackwards ? { last: size, before: cursor } : { first: size, after: cursor };
        const { nodes, pageInfo } = await read(name, tried, { ...place, ...asked });
        const ids = nodes.map(({ id }) => id);
        if (isBackwards) seen.unshift(...ids);
        else seen.push(...ids);
        [cursor, isMore] = isBackwards ? [pageInfo.startCursor, pageInfo.hasPreviousPage] : [pageInfo.endCursor, pageInfo.hasNextPage];
        // Who reads towards what comes would never arrive, were there no end to it.
        if (seen.length <= 2 * whole.length) await tried.change();
      }
      const isLeft = (id: string) => whole.includes(id) && !touched.has(id);
      expect({ asked, size, isBackwards, seen: seen.filter(isLeft) }).toEqual({ asked, size, isBackwards, seen: whole.filter(isLeft) });
    }
  });
});
