import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { type AskOptions, person } from '@agora/platform/testing/subgraph';
import { StockReserved, VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { StockRequested } from '@agora/schema/events/order';
import { Client } from 'pg';
import * as z from 'zod';
import { newOrder, openShop, type Shop, type Wares } from './shop.ts';

let shop: Shop;
let seller: Actor;

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
});
afterAll(() => shop.stop());

const COLOURS = {
  name: 'Colour',
  names: [{ locale: 'es', text: 'Color' }],
  values: [
    { name: 'Indigo', names: [{ locale: 'es', text: 'Añil' }], colour: '#2E3A6E' },
    { name: 'Madder', colour: '#8b2a2a' },
  ],
};
const SIZES = { name: 'Size', values: [{ name: 'S' }, { name: 'L' }] };

const euros = (amount: string, compareAtAmount?: string) => ({ price: { amount, currencyCode: 'EUR' }, compareAtAmount });
const dollars = (amount: string) => ({ price: { amount, currencyCode: 'USD' } });

let made = 0;
const newVariant = (facts: object = {}) => ({ sku: `V-${++made}`, prices: [euros('10.00')], ...facts });

async function read(id: string, fields: string, options: AskOptions = {}): Promise<unknown> {
  return (await shop.data(`query ($id: ID!) { product(id: $id) { ${fields} } }`, { id }, options))['product'];
}

async function problemsOf(wares: Wares): Promise<unknown> {
  const { product, userErrors } = await shop.create(seller, wares);
  expect(product).toBeNull();
  return userErrors.map(({ code, field }) => [code, field?.join('.')]);
}

describe('a product with options', () => {
  test('has a variant for each combination of their values, with one price and numbered codes', async () => {
    const options = [COLOURS, SIZES];
    const { id } = await shop.list(seller, { name: 'Apron', sku: 'APRON', stock: 3, options });
    const fields = `
      options { name names { locale text } values { name names { locale text } colour option { name } } }
      variants { sku name optionValues { name option { name } } price { amount } availableQuantity isEnabled isPurchasable barcode weightGrams isDigital }
      priceFrom { amount } priceTo { amount } isAvailable`;
    const [indigo, madder] = COLOURS.values.map(({ name }) => name);
    const one = { price: { amount: '10.00' }, availableQuantity: 3, isEnabled: true, isPurchasable: true };
    const plain = { ...one, barcode: null, weightGrams: null, isDigital: false };
    const variant = (sku: string, colour: string | undefined, size: string) => ({
      ...plain,
      sku,
      name: `${colour} / ${size}`,
      optionValues: [
        { name: colour, option: { name: 'Colour' } },
        { name: size, option: { name: 'Size' } },
      ],
    });
    expect(await read(id, fields, { acceptLanguage: 'en' })).toEqual({
      options: [
        {
          name: 'Colour',
          names: [{ locale: 'es', text: 'Color' }],
          values: [
            { name: 'Indigo', names: [{ locale: 'es', text: 'Añil' }], colour: '#2e3a6e', option: { name: 'Colour' } },
            { name: 'Madder', names: [], colour: '#8b2a2a', option: { name: 'Colour' } },
          ],
        },
        {
          name: 'Size',
          names: [],
          values: ['S', 'L'].map((name) => ({ name, names: [], colour: null, option: { name: 'Size' } })),
        },
      ],
      variants: [
        variant('APRON-1', indigo, 'S'),
        variant('APRON-2', indigo, 'L'),
        variant('APRON-3', madder, 'S'),
        variant('APRON-4', madder, 'L'),
      ],
      priceFrom: { amount: '10.00' },
      priceTo: { amount: '10.00' },
      isAvailable: true,
    });
    const spanish = { options: [{ name: 'Color' }, { name: 'Size' }], variants: [{ name: 'Añil / S' }, { name: 'Añil / L' }, {}, {}] };
    expect(await read(id, 'options { name } variants { name }', { acceptLanguage: 'es-CO' })).toMatchObject(spanish);
    expect(await read(id, 'variants { name(locale: "es") }')).toMatchObject({ variants: spanish.variants });
  });

  test('is in the language that its seller wrote it in, for who reads that before a translation', async () => {
    const spanish = {
      name: 'Talla',
      names: [{ locale: 'en', text: 'Size' }],
      values: [{ name: 'Chica', names: [{ locale: 'en', text: 'Small' }] }],
    };
    const { id } = await shop.list(seller, { name: 'Delantal', locale: 'es', options: [spanish] });
    const inEnglish = { options: [{ name: 'Size', values: [{ name: 'Small' }] }], variants: [{ name: 'Small' }] };
    const inSpanish = { options: [{ name: 'Talla', values: [{ name: 'Chica' }] }], variants: [{ name: 'Chica' }] };
    const named = (acceptLanguage: string) => read(id, 'options { name values { name } } variants { name }', { acceptLanguage });
    expect(await named('en')).toEqual(inEnglish);
    expect(await named('es, en;q=0.5')).toEqual(inSpanish);
  });

  test('has the variants that its seller gives, in their order, each with what it is', async () => {
    const { product, userErrors } = await shop.create(seller, {
      options: [COLOURS, SIZES],
      variants: [
        newVariant({ optionValues: ['Madder', 'L'], stock: 7, weightGrams: 450, barcode: '4006381333931' }),
        newVariant({ optionValues: ['Indigo', 'S'], isDigital: true }),
      ],
    });
    expect(userErrors).toEqual([]);
    expect(await read(product?.id ?? '', 'variants { name availableQuantity weightGrams barcode isDigital }', { as: seller })).toEqual({
      variants: [
        { name: 'Madder / L', availableQuantity: 7, weightGrams: 450, barcode: '4006381333931', isDigital: false },
        { name: 'Indigo / S', availableQuantity: 0, weightGrams: null, barcode: null, isDigital: true },
      ],
    });
  });

  test('needs a value of each option for each variant, and no two variants alike', async () => {
    const options = [COLOURS, SIZES];
    const problems = (...values: readonly (readonly string[])[]) =>
      problemsOf({ options, variants: values.map((optionValues) => newVariant({ optionValues })) });
    expect(await problems(['Indigo'])).toEqual([['INVALID', 'variants.0.optionValues']]);
    expect(await problems(['Indigo', 'S'], ['S', 'Indigo'])).toEqual([
      ['INVALID', 'variants.1.optionValues.0'],
      ['INVALID', 'variants.1.optionValues.1'],
    ]);
    expect(await problems(['Indigo', 'S'], ['Madder', 'S'], ['Indigo', 'S'])).toEqual([['ALREADY_EXISTS', 'variants.2.optionValues']]);
    expect(await problemsOf({ variants: [newVariant({ optionValues: ['S'] })] })).toEqual([['INVALID', 'variants.0.optionValues']]);
    expect(await problemsOf({ variants: [newVariant(), newVariant()] })).toEqual([['ALREADY_EXISTS', 'variants.1.optionValues']]);
  });

  test('has as many options, values and variants as there may be', async () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `No ${index + 1}` }));
    const option = (name: string, count: number) => ({ name, values: values(count) });
    expect(await problemsOf({ options: ['a', 'b', 'c', 'd'].map((name) => option(name, 1)) })).toEqual([['INVALID', 'options']]);
    expect(await problemsOf({ options: [option('a', 51)] })).toEqual([['INVALID', 'options.0.values']]);
    expect(await problemsOf({ options: [option('a', 0)] })).toEqual([['INVALID', 'options.0.values']]);
    expect(await problemsOf({ options: [option('a', 26), option('b', 2)] })).toEqual([['INVALID', 'options']]);
    expect(await problemsOf({ options: [option('a', 2), option('a', 2)] })).toEqual([['ALREADY_EXISTS', 'options.1.name']]);
    expect(await problemsOf({ options: [{ name: 'a', values: [{ name: 'x' }, { name: 'x' }] }] })).toEqual([
      ['INVALID', 'options.0.values'],
    ]);
    expect(await problemsOf({ options: [{ name: 'a', values: [{ name: 'x', id: newId('opv') }] }] })).toEqual([
      ['NOT_FOUND', 'options.0.values.0.id'],
    ]);
    expect(await problemsOf({ options: [{ name: 'x'.repeat(41), values: [{ name: '', colour: 'red' }] }] })).toEqual([
      ['INVALID', 'options.0.name'],
      ['INVALID', 'options.0.values.0.name'],
      ['INVALID', 'options.0.values.0.colour'],
    ]);
    expect(await problemsOf({ sku: 'x'.repeat(64), options: [option('a', 2)] })).toEqual([['INVALID', 'sku']]);
    const { id } = await shop.draft(seller, { options: [option('a', 25), option('b', 2)] });
    expect(await read(id, 'variants { sku }', { as: seller })).toMatchObject({ variants: { length: 50 } });
  });

  test('takes code, price and stock either for all of its variants or in each', async () => {
    const variants = [newVariant()];
    const price = { amount: '1.00', currencyCode: 'EUR' };
    expect(await problemsOf({ variants, sku: 'X', price, stock: 1 })).toEqual([
      ['INVALID', 'sku'],
      ['INVALID', 'price'],
      ['INVALID', 'stock'],
    ]);
    expect(await problemsOf({ variants: [] })).toEqual([['INVALID', 'variants']]);
    expect(await problemsOf({ options: [SIZES], sku: null, price: null })).toEqual([
      ['REQUIRED', 'sku'],
      ['REQUIRED', 'price'],
    ]);
    expect(await problemsOf({ variants: [newVariant({ barcode: '4006381333930', weightGrams: -1, stock: 1_000_001 })] })).toEqual([
      ['INVALID', 'variants.0.stock'],
      ['INVALID', 'variants.0.barcode'],
      ['INVALID', 'variants.0.weightGrams'],
    ]);
  });
});

describe('prices', () => {
  const fields = `
    own: priceFrom { amount currencyCode } from: priceFrom(currencyCode: "USD") { amount currencyCode } to: priceTo(currencyCode: "USD") { amount currencyCode }
    variants {
      price(currencyCode: "USD") { amount currencyCode } compareAtPrice { amount }
      prices { price { amount currencyCode } compareAtPrice { amount } }
    }`;
  const EUR = (amount: string) => ({ amount, currencyCode: 'EUR' });
  const USD = (amount: string) => ({ amount, currencyCode: 'USD' });

  test('are given in several currencies, and a product answers in the one that is wanted, where all its variants have it', async () => {
    const { id } = await shop.list(seller, {
      options: [SIZES],
      variants: [
        newVariant({ optionValues: ['S'], prices: [euros('20.00', '25.00'), dollars('22.00')] }),
        newVariant({ optionValues: ['L'], prices: [dollars('31.00'), euros('30.00')] }),
      ],
    });
    expect(await read(id, fields)).toEqual({
      own: EUR('20.00'),
      from: USD('22.00'),
      to: USD('31.00'),
      variants: [
        {
          price: USD('22.00'),
          compareAtPrice: { amount: '25.00' },
          prices: [
            { price: EUR('20.00'), compareAtPrice: { amount: '25.00' } },
            { price: USD('22.00'), compareAtPrice: null },
          ],
        },
        {
          price: USD('31.00'),
          compareAtPrice: null,
          prices: [
            { price: EUR('30.00'), compareAtPrice: null },
            { price: USD('31.00'), compareAtPrice: null },
          ],
        },
      ],
    });
  });

  test('are all in the product’s own currency where one variant has none in another', async () => {
    const { id } = await shop.list(seller, {
      options: [SIZES],
      variants: [
        newVariant({ optionValues: ['S'], prices: [euros('20.00'), dollars('22.00')] }),
        newVariant({ optionValues: ['L'], prices: [euros('30.00')] }),
      ],
    });
    expect(await read(id, fields)).toMatchObject({
      from: EUR('20.00'),
      to: EUR('30.00'),
      variants: [{ price: EUR('20.00'), prices: [{}, { price: USD('22.00') }] }, { price: EUR('30.00') }],
    });
  });

  test('are above zero, one in each currency, one of them in that of the first, and lower than before a reduction', async () => {
    const problems = (...prices: readonly object[][]) =>
      problemsOf({
        options: [SIZES],
        variants: prices.map((each, index) => newVariant({ optionValues: [index ? 'L' : 'S'], prices: each })),
      });
    expect(await problems([])).toEqual([['INVALID', 'variants.0.prices']]);
    expect(await problems([euros('0.00')])).toEqual([['INVALID', 'variants.0.prices.0.price.amount']]);
    expect(await problems([euros('10.00', '10.00')])).toEqual([['INVALID', 'variants.0.prices.0.compareAtAmount']]);
    expect(await problems([euros('10.00', '20.005')])).toEqual([['INVALID', 'variants.0.prices.0.compareAtAmount']]);
    expect(await problems([euros('10.00'), euros('11.00')])).toEqual([['INVALID', 'variants.0.prices']]);
    expect(await problems([euros('10.00')], [dollars('11.00')])).toEqual([['CURRENCY_MISMATCH', 'variants.1.prices']]);
  });
});

describe('variants of a product', () => {
  const Payload = z.object({
    payload: z.object({
      product: z.object({ version: z.int() }).nullable(),
      variants: z.array(z.object({ id: z.string() })).nullish(),
      deletedVariantIds: z.array(z.string()).optional(),
      userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
    }),
  });

  async function change(verb: 'Create' | 'Update' | 'Delete', input: object, options: AskOptions = { as: seller }) {
    const fields = verb === 'Delete' ? 'deletedVariantIds' : 'variants { id }';
    const mutation = `mutation ($input: ProductVariants${verb}Input!) {
      payload: productVariants${verb}(input: $input) { product { version } ${fields} userErrors { code field } }
    }`;
    return Payload.parse(await shop.data(mutation, { input }, options)).payload;
  }

  async function problems(...args: Parameters<typeof change>) {
    const { product, userErrors } = await change(...args);
    expect(product).toBeNull();
    return userErrors.map(({ code, field }) => [code, field?.join('.')]);
  }

  const Apron = z.object({
    id: z.string(),
    version: z.int(),
    options: z.array(z.object({ values: z.array(z.object({ id: z.string() })) })),
    variants: z.array(z.object({ id: z.string(), sku: z.string() })),
  });

  /** On sale in S and L, at 10 EUR. */
  async function apron(whose = seller) {
    const { id } = await shop.list(whose, {
      options: [SIZES],
      variants: ['S', 'L'].map((size) => newVariant({ optionValues: [size], stock: 5 })),
    });
    const product = Apron.parse(await read(id, 'id version options { values { id } } variants { id sku }'));
    const [small = '', large = ''] = product.variants.map((variant) => variant.id);
    const [s = '', l = ''] = product.options[0]?.values.map((value) => value.id) ?? [];
    return { ...product, small, large, s, l };
  }

  const listed = (variantId: string, version: number) =>
    shop.heard(VariantListed, (event) => event.variantId === variantId && event.version === version);
  const delisted = (variantId: string) => shop.heard(VariantDelisted, (event) => event.variantId === variantId);

  test('are added to what is on sale, and can be bought at once, on all of their terms', async () => {
    const { id } = await shop.list(seller, {
      options: [
        { name: 'Size', values: ['S', 'M', 'L'].map((name) => ({ name })) },
        { name: 'Fit', values: [{ name: 'Slim' }] },
      ],
      variants: [newVariant({ optionValues: ['S', 'Slim'] })],
    });
    const facts = { optionValues: ['M', 'Slim'], prices: [dollars('12.00'), euros('11.00')], stock: 4, weightGrams: 300, isDigital: false };
    const { variants, product, userErrors } = await change('Create', {
      productId: id,
      variants: [newVariant(facts), newVariant({ optionValues: ['L', 'Slim'] })],
    });
    expect([userErrors, product]).toEqual([[], { version: 3 }]);
    const [medium = '', large = ''] = variants?.map((variant) => variant.id) ?? [];
    expect(await listed(medium, 1)).toMatchObject({
      productId: id,
      variantName: 'M / Slim',
      price: { minorUnits: 1100, currencyCode: 'EUR' },
      prices: [
        { minorUnits: 1100, currencyCode: 'EUR' },
        { minorUnits: 1200, currencyCode: 'USD' },
      ],
      weightGrams: 300,
      isDigital: false,
      categoryIds: [expect.stringMatching(/^cat_/)],
    });
    await listed(large, 1);
    expect(await read(id, 'variants { name availableQuantity isPurchasable }')).toEqual({
      variants: [
        { name: 'S / Slim', availableQuantity: 0, isPurchasable: false },
        { name: 'M / Slim', availableQuantity: 4, isPurchasable: true },
        { name: 'L / Slim', availableQuantity: 0, isPurchasable: false },
      ],
    });
    expect(shop.heardAll(VariantListed, (event) => event.productId === id)).toHaveLength(3);
  });

  test('are added all or none, and at most fifty', async () => {
    const values = Array.from({ length: 50 }, (_, index) => ({ name: `${index}` }));
    const { id } = await shop.draft(seller, {
      options: [
        { name: 'No', values },
        { name: 'Side', values: [{ name: 'A' }, { name: 'B' }] },
      ],
      variants: [newVariant({ optionValues: ['0', 'A'] })],
    });
    const add = (...variants: readonly object[]) => problems('Create', { productId: id, variants });
    expect(await add(newVariant({ optionValues: ['1', 'A'] }), newVariant({ optionValues: ['0', 'A'] }))).toEqual([
      ['ALREADY_EXISTS', 'variants.1.optionValues'],
    ]);
    expect(await add(newVariant({ optionValues: ['1', 'A'], prices: [dollars('9.00')] }))).toEqual([
      ['CURRENCY_MISMATCH', 'variants.0.prices'],
    ]);
    expect(await add()).toEqual([['INVALID', 'variants']]);
    expect(await add(...values.map(({ name }) => newVariant({ optionValues: [name, 'B'] })))).toEqual([['LIMIT_REACHED', 'variants']]);
    expect(await read(id, 'version variants { sku }', { as: seller })).toMatchObject({ version: 1, variants: [{}] });
  });

  test('change, all or none; whoever sells them hears of the new terms, and of nothing where nothing changed', async () => {
    const {
      id,
      small,
      large,
      s,
      l,
      variants: [before],
    } = await apron();
    const variants = [
      { variantId: small, prices: [euros('12.00', '15.00'), dollars('13.00')], barcode: '4006381333931', weightGrams: 200 },
      { variantId: large, position: 0 },
    ];
    expect(await change('Update', { productId: id, variants, expectedVersion: 2 })).toMatchObject({
      product: { version: 3 },
      userErrors: [],
    });
    expect(await listed(small, 2)).toMatchObject({ price: { minorUnits: 1200 }, prices: [{}, { currencyCode: 'USD' }], weightGrams: 200 });
    const fields =
      'version priceFrom { amount } priceTo { amount } variants { id sku barcode weightGrams price { amount } compareAtPrice { amount } }';
    expect(await read(id, fields)).toEqual({
      version: 3,
      priceFrom: { amount: '10.00' },
      priceTo: { amount: '12.00' },
      variants: [
        { id: large, sku: expect.any(String), barcode: null, weightGrams: null, price: { amount: '10.00' }, compareAtPrice: null },
        {
          id: small,
          sku: before?.sku,
          barcode: '4006381333931',
          weightGrams: 200,
          price: { amount: '12.00' },
          compareAtPrice: { amount: '15.00' },
        },
      ],
    });
    expect(await change('Update', { productId: id, variants })).toMatchObject({ product: { version: 3 }, userErrors: [] });
    expect(await problems('Update', { productId: id, variants, expectedVersion: 2 })).toEqual([['VERSION_MISMATCH', 'expectedVersion']]);

    const wrong = [
      { variantId: small, optionValueIds: [l], barcode: null },
      { variantId: newId('var') },
      { variantId: large, optionValueIds: [s, s], prices: [dollars('1.00')] },
    ];
    expect(await problems('Update', { productId: id, variants: wrong })).toEqual([
      ['NOT_FOUND', 'variants.1.variantId'],
      ['INVALID', 'variants.2.optionValueIds'],
      ['CURRENCY_MISMATCH', 'variants.2.prices'],
    ]);
    expect(await problems('Update', { productId: id, variants: [{ variantId: small, optionValueIds: [l] }] })).toEqual([
      ['ALREADY_EXISTS', 'variants.0.optionValueIds'],
    ]);
    expect(
      await change('Update', {
        productId: id,
        variants: [{ variantId: small, barcode: null, weightGrams: null, prices: [euros('12.00')] }],
      }),
    ).toMatchObject({ product: { version: 4 } });
    expect(await listed(small, 3)).not.toHaveProperty('weightGrams');
    expect(shop.heardAll(VariantListed, (event) => event.productId === id)).toHaveLength(4);
  });

  test('exchange their codes and values in one change', async () => {
    const {
      id,
      small,
      large,
      s,
      l,
      variants: [first, second],
    } = await apron();
    const variants = [
      { variantId: small, sku: second?.sku, optionValueIds: [l] },
      { variantId: large, sku: first?.sku, optionValueIds: [s] },
    ];
    expect((await change('Update', { productId: id, variants })).userErrors).toEqual([]);
    expect(await read(id, 'variants { sku name }')).toEqual({
      variants: [
        { sku: second?.sku, name: 'L' },
        { sku: first?.sku, name: 'S' },
      ],
    });
    const {
      variants: [other],
    } = await apron();
    expect(await problems('Update', { productId: id, variants: [{ variantId: small }, { variantId: large, sku: other?.sku }] })).toEqual([
      ['SKU_TAKEN', 'variants.1.sku'],
    ]);
  });

  test('that are disabled can no longer be bought, and are seen by their seller alone, until they are enabled again', async () => {
    const { id, small, large } = await apron();
    await change('Update', { productId: id, variants: [{ variantId: large, prices: [euros('30.00')] }] });
    const enable = (isEnabled: boolean) => change('Update', { productId: id, variants: [{ variantId: small, isEnabled }] });
    await enable(false);
    expect(await delisted(small)).toEqual({ variantId: small, productId: id, version: 2 });
    expect(shop.heardAll(VariantListed, ({ variantId, version }) => variantId === small && version > 1)).toEqual([]);
    const fields = 'priceFrom { amount } isAvailable variants { id isEnabled isPurchasable }';
    const dear = { id: large, isEnabled: true, isPurchasable: true };
    expect(await read(id, fields)).toEqual({ priceFrom: { amount: '30.00' }, isAvailable: true, variants: [dear] });
    const disabled = { id: small, isEnabled: false, isPurchasable: false };
    for (const as of [seller, person('ADMIN')]) expect(await read(id, fields, { as })).toMatchObject({ variants: [disabled, dear] });
    expect(await shop.data('query ($id: ID!) { productVariant(id: $id) { isEnabled isPurchasable } }', { id: small })).toEqual({
      productVariant: { isEnabled: false, isPurchasable: false },
    });
    await change('Update', { productId: id, variants: [{ variantId: large, isEnabled: false }] });
    expect(await read(id, fields)).toEqual({ priceFrom: { amount: '10.00' }, isAvailable: false, variants: [] });
    await enable(true);
    await listed(small, 3);
    expect(await read(id, fields)).toMatchObject({ priceFrom: { amount: '10.00' }, isAvailable: true, variants: [{ id: small }] });
  });

  test('are offered one at least, else their product is not put on sale', async () => {
    const { id, small, large } = await apron();
    const enable = (variantId: string, isEnabled: boolean) => change('Update', { productId: id, variants: [{ variantId, isEnabled }] });
    await shop.data('mutation ($id: ID!) { productUnpublish(input: { productId: $id }) { userErrors { code } } }', { id }, { as: seller });
    for (const variantId of [small, large]) await enable(variantId, false);
    const problems = 'viewerCanPublish publishProblems { code message }';
    const missing = { code: 'VARIANT_MISSING', message: 'Enable a variant first: there is nothing to buy.' };
    expect(await read(id, problems, { as: seller })).toEqual({ viewerCanPublish: false, publishProblems: [missing] });
    expect((await shop.publish(seller, id)).userErrors).toEqual([{ code: 'NOT_READY', message: missing.message, field: ['productId'] }]);
    await enable(large, true);
    expect(await read(id, problems, { as: seller })).toEqual({ viewerCanPublish: true, publishProblems: [] });
    expect((await shop.publish(seller, id)).userErrors).toEqual([]);
  });

  test('of what is not on sale change without a word to those who sell', async () => {
    const { product } = await shop.create(seller, {
      options: [SIZES],
      variants: ['S', 'L'].map((size) => newVariant({ optionValues: [size] })),
    });
    const [one, other] = product?.variants ?? [];
    await change('Update', { productId: product?.id, variants: [{ variantId: one?.id, isEnabled: false }] });
    await change('Delete', { productId: product?.id, variantIds: [other?.id] });
    await apron();
    const ofIt = ({ variantId }: { readonly variantId: string }) => variantId === one?.id || variantId === other?.id;
    expect([...shop.heardAll(VariantListed, ofIt), ...shop.heardAll(VariantDelisted, ofIt)]).toEqual([]);
  });

  test('are removed, unless they were ordered or the last', async () => {
    const { id, small, large } = await apron();
    const order = newOrder();
    await shop.happened(StockRequested, { ...order, lines: [{ variantId: large, quantity: 1 }] });
    await shop.heard(StockReserved, ({ sagaId }) => sagaId === order.sagaId);
    const remove = (...variantIds: readonly string[]) => problems('Delete', { productId: id, variantIds });
    expect(await remove(small, newId('var'))).toEqual([['NOT_FOUND', 'variantIds.1']]);
    expect(await remove(small, large)).toEqual([['IN_USE', 'variantIds.1']]);
    expect(await change('Delete', { productId: id, variantIds: [small] })).toMatchObject({
      product: { version: 3 },
      deletedVariantIds: [small],
      userErrors: [],
    });
    await delisted(small);
    expect(await read(id, 'variants { id }', { as: seller })).toEqual({ variants: [{ id: large }] });
    expect(await shop.data('query ($id: ID!) { productVariant(id: $id) { id } }', { id: small }, { as: seller })).toEqual({
      productVariant: null,
    });
    const { id: single, variantId } = await shop.draft(seller);
    expect(await problems('Delete', { productId: single, variantIds: [variantId] })).toEqual([['CONFLICT', 'variantIds']]);
  });

  test('are changed by their seller and by administrators alone, once for each idempotency key', async () => {
    const { id, small } = await apron();
    const input = { productId: id, variants: [{ variantId: small, weightGrams: 5 }] };
    expect(await problems('Update', input, { as: await shop.verifiedSeller() })).toEqual([['NOT_FOUND', 'productId']]);
    expect((await change('Update', input, { as: person('ADMIN') })).product).toEqual({ version: 3 });
    const { id: plain } = await shop.draft(seller, { options: [SIZES], variants: [newVariant({ optionValues: ['S'] })] });
    const addition = { productId: plain, variants: [newVariant({ optionValues: ['L'] })] };
    const once: AskOptions = { as: seller, idempotencyKey: 'one variant more' };
    const [first, second] = [await change('Create', addition, once), await change('Create', addition, once)];
    expect(first.userErrors).toEqual([]);
    expect(second).toEqual(first);
    expect(await read(plain, 'variants { id }', { as: seller })).toMatchObject({ variants: { length: 2 } });
  });

  test('want one code twenty at once: one gets it', async () => {
    const aprons = await Promise.all(Array.from({ length: 20 }, () => shop.draft(seller)));
    const wanted = await Promise.all(
      aprons.map(({ id, variantId }) => change('Update', { productId: id, variants: [{ variantId, sku: 'ONE-OF-TWENTY' }] })),
    );
    const refused = wanted.flatMap(({ userErrors }) => userErrors);
    expect(refused).toEqual(Array.from({ length: 19 }, () => ({ code: 'SKU_TAKEN', field: ['variants', '0', 'sku'] })));
  });
});

describe('options of a product', () => {
  const Payload = z.object({
    payload: z.object({
      product: z.object({ version: z.int() }).nullable(),
      option: z.object({ id: z.string(), name: z.string() }).nullish(),
      deletedOptionId: z.string().nullish(),
      userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
    }),
  });
  const Product = z.object({
    id: z.string(),
    options: z.array(z.object({ id: z.string(), name: z.string(), values: z.array(z.object({ id: z.string(), name: z.string() })) })),
    variants: z.array(z.object({ id: z.string(), name: z.string() })),
  });

  async function change(verb: 'Create' | 'Update' | 'Delete', input: object, options: AskOptions = { as: seller }) {
    const fields = verb === 'Delete' ? 'deletedOptionId' : 'option { id name }';
    const mutation = `mutation ($input: ProductOption${verb}Input!) {
      payload: productOption${verb}(input: $input) { product { version } ${fields} userErrors { code field } }
    }`;
    return Payload.parse(await shop.data(mutation, { input }, options)).payload;
  }

  async function problems(...args: Parameters<typeof change>) {
    const { product, userErrors } = await change(...args);
    expect(product).toBeNull();
    return userErrors.map(({ code, field }) => [code, field?.join('.')]);
  }

  const see = async (id: string) =>
    Product.parse(await read(id, 'id options { id name values { id name } } variants { id name }', { as: seller, acceptLanguage: 'en' }));
  const namesIn = ({ variants }: z.output<typeof Product>) => variants.map(({ name }) => name);

  test('are added, and every variant gets the first value; those who sell hear of the new names', async () => {
    const { id, variantId } = await shop.list(seller, { name: 'Smock' });
    const { product, option, userErrors } = await change('Create', { productId: id, option: COLOURS, expectedVersion: 2 });
    expect([product, option, userErrors]).toEqual([{ version: 3 }, { id: expect.any(String), name: 'Colour' }, []]);
    expect(await shop.heard(VariantListed, (event) => event.variantId === variantId && event.version === 2)).toMatchObject({
      variantName: 'Indigo',
    });
    await change('Create', { productId: id, option: SIZES });
    expect(namesIn(await see(id))).toEqual(['Indigo / S']);
    expect(await problems('Create', { productId: id, option: SIZES })).toEqual([['ALREADY_EXISTS', 'option.name']]);
    await change('Create', { productId: id, option: { name: 'Fit', values: [{ name: 'Slim' }] } });
    expect(await problems('Create', { productId: id, option: { name: 'Four', values: [{ name: 'x' }] } })).toEqual([
      ['LIMIT_REACHED', 'option'],
    ]);
    expect(await problems('Create', { productId: id, option: { name: 'Four', values: [] } })).toEqual([['INVALID', 'option.values']]);
  });

  test('change their names, values and places, and the names of variants follow', async () => {
    const { id } = await shop.list(seller, { options: [COLOURS, SIZES] });
    const { options } = await see(id);
    const [colour, size] = options;
    const [indigo, madder] = colour?.values ?? [];
    const [small, large] = size?.values ?? [];
    const update = (optionId: string | undefined, changes: object) => ({ productId: id, optionId, ...changes });
    const values = [{ id: large?.id, name: 'Large' }, { name: 'M' }, { id: small?.id, name: 'Small' }];
    expect(await change('Update', update(size?.id, { name: 'Length', values, position: 0 }))).toMatchObject({
      option: { id: size?.id, name: 'Length' },
      userErrors: [],
    });
    const now = await see(id);
    expect(now.options.map(({ name, values: each }) => [name, each.map((value) => value.name)])).toEqual([
      ['Length', ['Large', 'M', 'Small']],
      ['Colour', ['Indigo', 'Madder']],
    ]);
    expect(namesIn(now)).toEqual(['Small / Indigo', 'Large / Indigo', 'Small / Madder', 'Large / Madder']);
    expect(await read(id, 'options { names { locale text } values { colour names { locale } } }')).toMatchObject({
      options: [{}, { names: [{ locale: 'es', text: 'Color' }], values: [{ colour: '#2e3a6e', names: [{ locale: 'es' }] }, {}] }],
    });
    const kept = [
      { id: indigo?.id, name: 'Indigo', colour: null },
      { id: madder?.id, name: 'Madder', names: [] },
    ];
    await change('Update', update(colour?.id, { values: kept, names: null }));
    expect(await read(id, 'options { names { locale } values { colour names { locale } } }')).toMatchObject({
      options: [
        {},
        {
          names: [],
          values: [
            { colour: null, names: [{ locale: 'es' }] },
            { colour: '#8b2a2a', names: [] },
          ],
        },
      ],
    });

    expect(await problems('Update', update(colour?.id, { values: [{ id: indigo?.id, name: 'Indigo' }] }))).toEqual([['IN_USE', 'values']]);
    expect(await problems('Update', update(colour?.id, { values: [...kept, { id: small?.id, name: 'S' }] }))).toEqual([
      ['NOT_FOUND', 'values.2.id'],
    ]);
    expect(await problems('Update', update(colour?.id, { name: 'Length' }))).toEqual([['ALREADY_EXISTS', 'name']]);
    expect(await problems('Update', update(newId('opt'), { name: 'Fit' }))).toEqual([['NOT_FOUND', 'optionId']]);
    expect(await problems('Update', update(colour?.id, { name: 'Fit', expectedVersion: 1 }))).toEqual([
      ['VERSION_MISMATCH', 'expectedVersion'],
    ]);
    expect(await problems('Update', update(colour?.id, { name: 'Fit' }), { as: person('SELLER') })).toEqual([['NOT_FOUND', 'productId']]);
  });

  test('are removed, unless two variants would then be the same', async () => {
    const { id } = await shop.list(seller, {
      name: 'Tunic',
      options: [COLOURS, SIZES],
      variants: [newVariant({ optionValues: ['Indigo', 'S'] }), newVariant({ optionValues: ['Madder', 'S'] })],
    });
    const { options } = await see(id);
    const [colour, size] = options;
    expect(await problems('Delete', { productId: id, optionId: colour?.id })).toEqual([['CONFLICT', 'optionId']]);
    expect(await change('Delete', { productId: id, optionId: size?.id })).toMatchObject({
      product: { version: 3 },
      deletedOptionId: size?.id,
      userErrors: [],
    });
    expect(namesIn(await see(id))).toEqual(['Indigo', 'Madder']);
    expect(await problems('Delete', { productId: id, optionId: size?.id })).toEqual([['NOT_FOUND', 'optionId']]);
  });
});

describe('codes', () => {
  test('of each seller are their own: a SKU is given once by each, and nobody can take it from the others', async () => {
    const sellers = [seller, await shop.verifiedSeller(), await shop.verifiedSeller()];
    const wanted = sellers.flatMap((one) => Array.from({ length: 4 }, () => one));
    const results = await Promise.all(wanted.map(async (one) => ({ one, ...(await shop.create(one, { sku: 'WANTED-1' })) })));
    expect(results.flatMap(({ one, product }) => (product ? [one.id] : [])).toSorted()).toEqual(sellers.map(({ id }) => id).toSorted());
    const refused = results.flatMap(({ userErrors }) => userErrors.map(({ code, field }) => [code, field]));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ['SKU_TAKEN', ['sku']]));
  });

  test('that are taken are named, and then no variant is made', async () => {
    await shop.draft(seller, { sku: 'TAKEN-1' });
    const variants = ['S', 'L'].map((size, index) => newVariant({ optionValues: [size], sku: `TAKEN-${2 - index}` }));
    expect(await problemsOf({ options: [SIZES], variants })).toEqual([['SKU_TAKEN', 'variants.1.sku']]);
    expect((await shop.create(seller, { sku: 'TAKEN-2' })).userErrors).toEqual([]);
    const twice = ['S', 'L'].map((size) => newVariant({ optionValues: [size], sku: 'TWICE' }));
    expect(await problemsOf({ options: [SIZES], variants: twice })).toEqual([['SKU_TAKEN', 'variants.1.sku']]);
  });

  test('find a variant of one’s own, and nobody else’s', async () => {
    const { product } = await shop.create(seller, { variants: [newVariant({ sku: 'FIND-ME', barcode: '036000291452' })] });
    const [variant] = product?.variants ?? [];
    const search = `query ($id: ID!) {
      byId: productVariant(id: $id) { sku }
      bySku: productVariant(sku: "FIND-ME") { id }
      byBarcode: productVariant(barcode: "0036000291452") { id barcode }
      nothing: productVariant(barcode: "036000291453") { id }
    }`;
    const found = (as: Actor | null) => shop.data(search, { id: variant?.id }, { as });
    expect(await found(seller)).toEqual({
      byId: { sku: 'FIND-ME' },
      bySku: { id: variant?.id },
      byBarcode: { id: variant?.id, barcode: '036000291452' },
      nothing: null,
    });
    const nobody = { byId: null, bySku: null, byBarcode: null, nothing: null };
    for (const as of [null, person('SELLER')]) expect(await found(as)).toEqual(nobody);
    expect(await found(person('ADMIN'))).toEqual({ ...nobody, byId: { sku: 'FIND-ME' } });
    const { errors } = await shop.ask('{ productVariant(sku: "FIND-ME", barcode: "036000291452") { id } }', {}, { as: seller });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const newer = await shop.create(seller, { variants: [newVariant({ barcode: '0036000291452' })] });
    expect(await found(seller)).toMatchObject({ byBarcode: { id: newer.product?.variants[0]?.id } });
  });
});

test('variants, their options and prices are read by one statement for each type and level', async () => {
  const wares = (name: string) => ({
    name,
    options: [SIZES],
    variants: [
      newVariant({ optionValues: ['S'], prices: [euros('20.00'), dollars('22.00')] }),
      newVariant({ optionValues: ['L'], prices: [euros('20.00'), dollars('22.00')] }),
    ],
  });
  const weaver = await shop.verifiedSeller();
  for (const name of ['Smock', 'Tunic']) await shop.list(weaver, wares(name));
  shop.ownStatements();
  const page = `query ($sellers: [ID!]) {
    products(filter: { sellerIds: $sellers }) {
      nodes {
        priceFrom(currencyCode: "USD") { amount } priceTo(currencyCode: "USD") { amount } isAvailable options { name values { name } }
        variants {
          sku optionValues { name } price(currencyCode: "USD") { amount } compareAtPrice(currencyCode: "USD") { amount } prices { price { amount } }
        }
      }
    }
  }`;
  const Page = z.object({ products: z.object({ nodes: z.array(z.unknown()).length(3) }) });
  Page.parse(await shop.data(page, { sellers: [weaver.id] }));
  const statements = shop.ownStatements();
  const reads = (table: string) => statements.filter((sql) => new RegExp(`from ${table}\\b`).test(sql)).length;
  expect([reads('product_option'), reads('variant_price'), reads('product_price')]).toEqual([2, 1, 2]);
  expect(statements).toHaveLength(7);
});

describe('a change of several variants', () => {
  const prices = (amount: string) => [euros(amount)];
  const pair = async () => {
    const sizes = ['S', 'L'].map((size) => newVariant({ optionValues: [size], stock: 100 }));
    const { id } = await shop.list(seller, { options: [SIZES], variants: sizes });
    const { variants } = z.object({ variants: z.array(z.object({ id: z.string() })).length(2) }).parse(await read(id, 'variants { id }'));
    return { id, variantIds: variants.map((variant) => variant.id).toSorted() };
  };
  const reprice = (productId: string, variantIds: readonly string[], amount: string) => {
    const variants = variantIds.map((variantId) => ({ variantId, prices: prices(amount) }));
    return mutate('productVariantsUpdate', { productId, variants });
  };
  const rename = (productId: string) => mutate('productUpdate', { productId, name: `Anew ${++made}` });
  const mutate = (name: string, input: object) =>
    shop.data(
      `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { payload: ${name}(input: $input) { userErrors { code } } }`,
      { input },
      { as: seller },
    );

  test.each(['prices', 'name'])('of %s holds nothing that the order which it waits for needs next', async (what) => {
    const { id, variantIds } = await pair();
    const [first = '', second = ''] = variantIds;
    // So that the product has them the other way round, and the table too.
    await mutate('productVariantsUpdate', { productId: id, variants: [{ variantId: second, position: 0 }] });
    await mutate('variantStockAdjust', { adjustments: [{ variantId: first, quantity: 1, reason: 'FOUND' }] });
    const order = new Client({ connectionString: shop.databaseUrl });
    await order.connect();
    try {
      await order.query('begin');
      const { rows } = await order.query('select pg_backend_pid() as pid from product_variant where id = $1 for update', [first]);
      const changed = what === 'name' ? rename(id) : reprice(id, [second, first], '7.00');
      await eventually(
        async () => (await order.query('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [rows[0].pid])).rowCount,
      );
      expect((await order.query('select from product_variant where id = $1 for update nowait', [second])).rowCount).toBe(1);
      await order.query('commit');
      expect(await changed).toEqual({ payload: { userErrors: [] } });
    } finally {
      await order.end();
    }
  });

  test('and orders of them at once find no deadlock that would have to be tried again', async () => {
    const { id, variantIds } = await pair();
    const order = async (ids: readonly string[]) => {
      const about = newOrder();
      await shop.happened(StockRequested, { ...about, lines: ids.map((variantId) => ({ variantId, quantity: 1 })) });
      await shop.heard(StockReserved, ({ sagaId }) => sagaId === about.sagaId);
    };
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        order(variantIds),
        reprice(id, variantIds.toReversed(), `${10 + round}.00`),
        rename(id),
        order(variantIds.toReversed()),
        mutate('variantStockAdjust', { adjustments: variantIds.map((variantId) => ({ variantId, quantity: 1, reason: 'FOUND' })) }),
      ]);
    }
    const client = new Client({ connectionString: shop.databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
      expect(rows).toEqual([{ deadlocks: 0 }]);
    } finally {
      await client.end();
    }
  });
});
