import { randomBytes, randomUUID } from 'node:crypto';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import * as z from 'zod';
import { data } from '../client.ts';
import { uploadPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { type Person, publish, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [seller, admin] = await Promise.all([signIn(agora, 'seller'), signIn(agora, 'admin')]);
  const shown = DEMO_PRODUCTS.find(({ sellerId }) => sellerId === seller.id);
  const mark = randomBytes(4).toString('hex');
  const category = await addCategory(`zinnias-${mark}`);
  await askFor(['material', 'weight', 'organic', 'harvested', 'variety']);
  const priced = (amount: string, compareAtAmount?: string) => [{ price: { amount, currencyCode: 'EUR' }, compareAtAmount }];
  const variant = (size: string, more: object) => ({
    sku: `Z-${size}-${mark}`,
    optionValues: [size],
    prices: priced('4.00', '5.00'),
    ...more,
  });
  const input = {
    name: 'Zinnias',
    description: 'Cut in the **morning**.',
    locale: 'en',
    categorySlug: category.slug,
    tags: ['cut flowers'],
    taxClass: 'REDUCED',
    attributes: [
      { key: 'material', choices: ['paper'] },
      { key: 'weight', number: '120' },
      { key: 'organic', boolean: true },
      { key: 'harvested', date: '2026-09-20' },
      { key: 'variety', text: 'Queen red lime' },
    ],
    options: [{ name: 'Bunch', names: [{ locale: 'es', text: 'Ramo' }], values: ['Small', 'Large'].map((name) => value(name)) }],
    variants: [variant('Small', { stock: 5, barcode: '40170725', weightGrams: 130 })],
  };
  const created = await send('ProductEditorCreate', { input, key: randomUUID() }, seller);
  const productId = created.text('productCreate.product.id');
  const optionId = created.text('productCreate.product.options.0.id');
  const small = created.text('productCreate.product.variants.0.id');
  await publish(agora, seller, productId);
  await change(
    'productTakeDown',
    'ProductTakeDownInput',
    { productId, reason: 'MISLEADING', message: 'These are dahlias.' },
    await signIn(agora, 'moderator'),
  );
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const schedule = { productId, publishAt: inDays(30), unpublishAt: inDays(60) };
  await change('productPublicationSchedule', 'ProductPublicationScheduleInput', schedule, seller);
  await askFor(['material', 'weight', 'organic', 'harvested', 'variety', 'power!']);
  await change('variantLowStockThresholdSet', 'VariantLowStockThresholdSetInput', { variantIds: [small], threshold: 2 }, seller);

  await send('ProductEditorMedia', { input: { productId, mediaIds: [await picture()] } }, seller);
  await send('ProductEditorSave', { input: { productId, name: 'Zinnias of September', relatedProductIds: [shown?.id] } }, seller);
  const translations = [{ locale: 'es', name: 'Zinnias', description: 'Cortadas por la **mañana**.' }];
  await send('ProductEditorTexts', { input: { productId, translations } }, seller);
  await send('ProductEditor', { id: productId }, seller);
  await send('ProductEditorCategory', { slug: category.slug }, seller);
  await send('ProductEditorOptionSave', { input: { productId, optionId, names: [{ locale: 'pt', text: 'Ramalhete' }] } }, seller);
  const added = await send('ProductEditorOptionAdd', { input: { productId, option: { name: 'Wrap', values: [value('Jute')] } } }, seller);
  const wrap = added.text('productOptionCreate.option.id');
  const large = { ...variant('Large', {}), optionValues: ['Large', 'Jute'] };
  const more = await send('ProductEditorVariantsAdd', { input: { productId, variants: [large] } }, seller);
  const changes = [{ variantId: more.text('productVariantsCreate.variants.0.id'), prices: priced('7.00', '8.00'), isEnabled: false }];
  await send('ProductEditorVariantsSave', { input: { productId, variants: changes } }, seller);
  await send('ProductEditorVariantsDrop', { input: { productId, variantIds: changes.map(({ variantId }) => variantId) } }, seller);
  await send('ProductEditorOptionDrop', { input: { productId, optionId: wrap } }, seller);
  await send('ProductEditorTextsDrop', { input: { productId, locales: ['es'] } }, seller);

  async function addCategory(slug: string) {
    const category = z.object({ id: z.string(), slug: z.string() });
    const given = { translations: [{ locale: 'en', name: 'Zinnias' }], slug, parentId: null };
    const payload = await change('categoryCreate', 'CategoryCreateInput', given, admin, 'category { id slug }');
    return z.object({ category }).parse(payload).category;
  }

  /** An attribute with an exclamation mark has to be told. */
  async function askFor(keys: readonly string[]) {
    const Defined = z.object({ nodes: z.array(z.object({ id: z.string(), key: z.string() })) });
    const { attributeDefinitions } = await data(
      agora,
      { attributeDefinitions: Defined },
      '{ attributeDefinitions(first: 100) { nodes { id key } } }',
      {},
      admin,
    );
    const attributes = keys.map((told) => ({
      attributeDefinitionId: attributeDefinitions.nodes.find(({ key }) => key === told.replace('!', ''))?.id,
      isRequired: told.endsWith('!'),
    }));
    await change('categoryAttributesSet', 'CategoryAttributesSetInput', { categoryId: category.id, attributes }, admin);
  }

  async function picture(): Promise<string> {
    const mediaId = await uploadPicture(agora, seller, { altText: 'Zinnias' });
    await change('mediaUpdate', 'MediaUpdateInput', { mediaId, focalPoint: { x: 0.2, y: 0.8 } }, seller);
    return mediaId;
  }

  async function change(mutation: string, type: string, given: object, as: Person, result = '__typename'): Promise<unknown> {
    const document = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${result} userErrors { code message field } } }`;
    const Payload = z.looseObject({ userErrors: z.array(z.unknown()).length(0) });
    return (await data(agora, { payload: Payload }, document, { input: given }, as)).payload;
  }
}

function value(name: string) {
  return { name, names: [{ locale: 'es', text: name }], colour: '#b0c040' };
}

/** Nothing is kept off sale, or has a picture, before it is there. */
export const notGiven: Screen['notGiven'] = {
  ProductEditorCreate: ['media', 'publishAt', 'publishProblems', 'related', 'takedown', 'unpublishAt', 'variants.lowStockThreshold'].map(
    (field) => `productCreate.product.${field}`,
  ),
  ProductEditorMedia: ['productMediaSet.product.related'],
};
