import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { entities } from '../../entities.ts';
import { Product } from './product.ts';
import type { ProductVariant } from './product-variant.ts';

/** Entities know their relations once they were discovered; nothing connects to a database. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

function draft(): { product: Product; variant: ProductVariant } {
  const product = Product.draft({
    id: 'prd_1',
    slug: 'vase',
    sellerId: 'usr_1',
    name: 'Vase',
    description: 'Holds flowers.',
    category: new Category(),
    currencyCode: 'EUR',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    variant: { id: 'var_1', sku: 'VASE', priceMinorUnits: 1000, stock: 5 },
  });
  const [variant] = product.variants;
  if (!variant) throw new Error('A product without its variant.');
  return { product, variant };
}

describe('a product', () => {
  test('is a draft until it is published, once', () => {
    const { product } = draft();
    expect([product.status, product.priceFromMinorUnits, product.publishedAt]).toEqual(['DRAFT', 1000, null]);
    expect(product.publish(new Date())).toBe(true);
    expect(product.publish(new Date())).toBe(false);
    expect(product.status).toBe('PUBLISHED');
  });
});

describe('a variant', () => {
  test('reserves what it has and no more', () => {
    const { variant } = draft();
    expect(variant.reserve(5)).toBe(true);
    expect(variant.reserve(1)).toBe(false);
    expect([variant.onHand, variant.reserved, variant.available]).toEqual([5, 5, 0]);
  });

  test('has less after a sale, and as much as before after a release', () => {
    const { variant } = draft();
    variant.reserve(4);
    variant.sell(3);
    expect([variant.onHand, variant.available]).toEqual([2, 1]);
    variant.release(1);
    expect([variant.onHand, variant.available]).toEqual([2, 2]);
  });
});
