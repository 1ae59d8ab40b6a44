import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ AGORA_DEMO: 'on' });
});
afterAll(() => shop.stop());

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
        category: { name: 'Jarrones' },
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
    const query = '{ categories(first: 3, filter: { isTopLevel: true }) { nodes { name } } product(slug: "moon-vase") { name } }';
    const { data } = await shop.service.execute({ query, identity, acceptLanguage });
    expect(data).toEqual(names);
  });
});
