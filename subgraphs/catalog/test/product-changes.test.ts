import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { person } from '@agora/platform/testing/subgraph';
import { ProductCreated, ProductUpdated, VariantListed } from '@agora/schema/events/catalog';
import * as z from 'zod';
import { openShop, type Shop } from './shop.ts';

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
type Verb = 'Update' | 'Publish';

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

  test('a draft changes too, of which nobody hears terms; another text or category alone makes no new terms', async () => {
    const draft = await shop.draft(seller);
    expect(await shop.heard(ProductCreated, ({ productId }) => productId === draft.id)).toEqual({
      productId: draft.id,
      sellerId: seller.id,
    });
    await change(seller, 'Update', { productId: draft.id, name: 'Drafted anew' });
    const listed = await shop.list(seller);
    const { product } = await change(seller, 'Update', { productId: listed.id, description: 'Another text.', categorySlug: 'food' });
    expect(product).toMatchObject({ description: 'Another text.', category: { slug: 'food' } });
    await shop.heard(ProductUpdated, ({ productId, version }) => productId === listed.id && version === product?.version);
    const termsOf = (id: string) => shop.heardAll(VariantListed, ({ variantId }) => variantId === id).length;
    expect([draft, listed].map(({ variantId }) => termsOf(variantId))).toEqual([0, 1]);
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
