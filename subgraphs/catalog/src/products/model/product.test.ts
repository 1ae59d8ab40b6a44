import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { entities } from '../../entities.ts';
import type { NewVariant } from './product-variant.ts';
import { Product } from './product.ts';

/** Entities know their relations once they were discovered; nothing connects to a database. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

function draft(...pricesOfVariants: readonly Readonly<Record<string, number>>[]): Product {
  return Product.draft({
    id: 'prd_1',
    slug: 'vase',
    locale: 'en',
    sellerId: 'usr_1',
    name: 'Vase',
    description: 'Holds flowers.',
    category: new Category(),
    currencyCode: 'EUR',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    options: [],
    variants: pricesOfVariants.map(variant),
  });
}

function variant(prices: Readonly<Record<string, number>>, index: number): NewVariant {
  return {
    id: `var_${index}`,
    sku: `VASE-${index}`,
    optionValueIds: [],
    prices: Object.entries(prices).map(([currencyCode, minorUnits]) => ({ currencyCode, minorUnits, compareAtMinorUnits: null })),
    barcode: null,
    weightGrams: null,
    isDigital: false,
    lowStockThreshold: null,
  };
}

describe('a product', () => {
  test('is a draft until it is published, once', () => {
    const product = draft({ EUR: 1000 });
    expect([product.status, product.priceFromMinorUnits, product.publishedAt]).toEqual(['DRAFT', 1000, null]);
    expect(product.publish(new Date())).toBe(true);
    expect(product.publish(new Date())).toBe(false);
    expect(product.status).toBe('PUBLISHED');
  });

  test('costs from the lowest to the highest price of its variants, in each currency that all of them have', () => {
    const product = draft({ EUR: 900, USD: 1100, COP: 1 }, { USD: 1000, EUR: 1200 }, { EUR: 1000, USD: 1050 });
    expect([product.priceFromMinorUnits, product.priceToMinorUnits]).toEqual([900, 1200]);
    expect(ranges(product)).toEqual({ EUR: [900, 1200], USD: [1000, 1100] });
  });

  test('costs what its enabled variants cost, and what all cost where none is enabled', () => {
    const product = draft({ EUR: 900 }, { EUR: 1200, USD: 1300 });
    const [cheap, dear] = product.variants;
    if (!cheap || !dear) throw new Error('A product without its variants.');
    cheap.isEnabled = false;
    product.reprice();
    expect(ranges(product)).toEqual({ EUR: [1200, 1200], USD: [1300, 1300] });
    dear.isEnabled = false;
    product.reprice();
    expect(ranges(product)).toEqual({ EUR: [900, 1200] });
  });

  function ranges({ priceRanges }: Product) {
    return Object.fromEntries(
      priceRanges.map(({ currencyCode, fromMinorUnits, toMinorUnits }) => [currencyCode, [fromMinorUnits, toMinorUnits]]),
    );
  }
});
