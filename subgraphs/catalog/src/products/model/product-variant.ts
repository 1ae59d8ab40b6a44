import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

const ProductVariantSchema = defineEntity({
  name: 'ProductVariant',
  checks: [
    { name: 'product_variant_price_check', expression: 'price_minor_units > 0' },
    { name: 'product_variant_stock_check', expression: 'reserved >= 0 and on_hand >= reserved' },
    { name: 'product_variant_available_check', expression: 'available >= 0 and available <= on_hand - reserved' },
  ],
  uniques: [{ properties: ['sku', 'sellerId'] }],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      product: () => p.manyToOne(Product).updateRule('no action').deleteRule('cascade').index(),
      sku: p.text(),
      priceMinorUnits: p.bigint('number'),
      /** What its stock adds up to, which the room `stock` alone changes. */
      onHand: p.integer(),
      reserved: p.integer(),
      /** At locations that orders are filled from. */
      available: p.integer(),
      version: p.integer(),
    }),
    /** The product's, so that a code is unique among the variants of one seller. */
    ...personal('sellerId', { sellerId: p.text() }),
  },
});

/** What a buyer puts into a cart; its price is in its product's currency. */
export class ProductVariant extends ProductVariantSchema.class {
  static of(product: Product, given: { id: string; sku: string; priceMinorUnits: number }): ProductVariant {
    const { id, sku, priceMinorUnits } = given;
    return newRow(ProductVariant, {
      id,
      product,
      sellerId: product.sellerId,
      sku,
      priceMinorUnits,
      onHand: 0,
      reserved: 0,
      available: 0,
      version: 1,
    });
  }

  listAgain(): void {
    this.version += 1;
  }
}
ProductVariantSchema.setClass(ProductVariant);
