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
    variant: { id: 'var_1', sku: 'VASE', priceMinorUnits: 1000 },
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
