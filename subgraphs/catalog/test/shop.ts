import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { type AskOptions, person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { ProductJobEnded } from '@agora/schema/events/catalog';
import { SellerVerified } from '@agora/schema/events/user';
import * as z from 'zod';
import { start } from '../src/main.ts';

export interface Wares {
  readonly name?: string;
  readonly description?: string;
  readonly locale?: string;
  readonly sku?: string | null;
  readonly price?: { readonly amount: string; readonly currencyCode: string } | null;
  readonly stock?: number;
  readonly categorySlug?: string;
  readonly attributes?: readonly object[];
  readonly tags?: readonly string[];
  readonly taxClass?: string;
  readonly mediaIds?: readonly unknown[];
  readonly options?: readonly object[];
  /** Instead of `sku`, `price` and `stock`. */
  readonly variants?: readonly object[];
}

export interface Listed {
  readonly id: string;
  readonly slug: string;
  readonly variantId: string;
  readonly sku: string;
}

/** Catalog under test, with the everyday gestures of its sellers. */
export interface Shop extends SubgraphUnderTest {
  verifiedSeller(): Promise<Actor>;
  create(seller: Actor, wares?: Wares, options?: AskOptions): Promise<z.output<typeof Payload>>;
  draft(seller: Actor, wares?: Wares): Promise<Listed>;
  publish(seller: Actor, productId: string): Promise<z.output<typeof Payload>>;
  /** A product on sale. */
  list(seller: Actor, wares?: Wares): Promise<Listed>;
  available(variantId: string): Promise<number>;
}

export async function openShop(env: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-media-'));
  const topics = ['user.events', 'catalog.events', 'order.events'];
  const catalog = await startSubgraph('catalog', start, topics, { MEDIA_FOLDER: folder, ...env });
  if (env['AGORA_DEMO'] === 'on') await transfersOfDemo(catalog);
  let made = 0;

  const shop: Shop = {
    ...catalog,
    // Whoever wishes for what was listed is looked for a moment later, under the trace of who listed it.
    ownStatements: () => catalog.ownStatements().filter((sql) => !/\bwish_due\b/.test(sql)),
    get service() {
      return catalog.service;
    },
    async stop() {
      await catalog.stop();
      await rm(folder, { recursive: true, force: true });
    },
    async verifiedSeller() {
      const seller = person('SELLER');
      await catalog.happened(SellerVerified, { userId: seller.id });
      const { id } = await shop.draft(seller);
      await eventually(async () => (await shop.publish(seller, id)).product);
      return seller;
    },
    async create(seller, wares = {}, options = {}) {
      const number = ++made;
      const input = {
        name: `Ware ${number}`,
        description: 'As useful as the others.',
        ...(wares.variants
          ? {}
          : { sku: `SKU-${number}-${seller.id.slice(-6)}`, price: { amount: '10.00', currencyCode: 'EUR' }, stock: 5 }),
        categorySlug: 'crafts',
        ...wares,
      };
      const data = await catalog.data(
        `mutation($input: ProductCreateInput!) { payload: productCreate(input: $input) { ${PAYLOAD} } }`,
        { input },
        { as: seller, ...options },
      );
      return Answer.parse(data).payload;
    },
    async draft(seller, wares) {
      const { product, userErrors } = await shop.create(seller, wares);
      const variant = product?.variants[0];
      if (!product || !variant) throw new Error(JSON.stringify(userErrors));
      return { id: product.id, slug: product.slug, variantId: variant.id, sku: variant.sku };
    },
    async publish(seller, productId) {
      const data = await catalog.data(
        `mutation($productId: ID!) { payload: productPublish(input: { productId: $productId }) { ${PAYLOAD} } }`,
        { productId },
        { as: seller },
      );
      return Answer.parse(data).payload;
    },
    async list(seller, wares) {
      const listed = await shop.draft(seller, wares);
      const { userErrors } = await shop.publish(seller, listed.id);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return listed;
    },
    async available(variantId) {
      const data = await catalog.data(ENTITY, { representations: [{ __typename: 'ProductVariant', id: variantId }] });
      return z.object({ _entities: z.tuple([z.object({ availableQuantity: z.int() })]) }).parse(data)._entities[0].availableQuantity;
    },
  };
  return shop;
}

/** The ids that an order's events carry. */
export function newOrder(): { readonly orderId: string; readonly sagaId: string } {
  return { orderId: newId('ord'), sagaId: newId('sag') };
}

const ENTITY = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ProductVariant { availableQuantity } } }`;

const PAYLOAD = `product { id slug status variants { id sku } } userErrors { code message field }`;

const Payload = z.object({
  product: z
    .object({ id: z.string(), slug: z.string(), status: z.string(), variants: z.array(z.object({ id: z.string(), sku: z.string() })) })
    .nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })),
});

const Answer = z.object({ payload: Payload });

/** They are worked on while the demo begins, by statements that nobody asked for. */
async function transfersOfDemo(catalog: SubgraphUnderTest): Promise<void> {
  await Promise.all((['IMPORT', 'EXPORT'] as const).map((work) => catalog.heard(ProductJobEnded, (ended) => ended.work === work)));
}
