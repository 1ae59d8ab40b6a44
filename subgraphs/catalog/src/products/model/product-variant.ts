import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

const ProductVariantSchema = defineEntity({
  name: 'ProductVariant',
  checks: [
    { name: 'product_variant_price_check', expression: 'price_minor_units > 0' },
    { name: 'product_variant_stock_check', expression: 'reserved >= 0 and on_hand >= reserved' },
  ],
  uniques: [{ properties: ['sku', 'sellerId'] }],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      product: () => p.manyToOne(Product).index(),
      sku: p.text(),
      priceMinorUnits: p.bigint('number'),
      onHand: p.integer(),
      reserved: p.integer(),
      version: p.integer(),
    }),
    /** The product's, so that a code is unique among the variants of one seller. */
    ...personal('sellerId', { sellerId: p.text() }),
  },
});

/** What a buyer puts into a cart; its price is in its product's currency. */
export class ProductVariant extends ProductVariantSchema.class {
  static of(product: Product, given: { id: string; sku: string; priceMinorUnits: number; stock: number }): ProductVariant {
    const { id, sku, priceMinorUnits, stock } = given;
    return newRow(ProductVariant, {
      id,
      product,
      sellerId: product.sellerId,
      sku,
      priceMinorUnits,
      onHand: stock,
      reserved: 0,
      version: 1,
    });
  }

  get available(): number {
    return this.onHand - this.reserved;
  }

  listAgain(): void {
    this.version += 1;
  }

  /** Sets units aside; false when there are too few, and then nothing changed. */
  reserve(quantity: number): boolean {
    if (quantity > this.available) return false;
    this.reserved += quantity;
    return true;
  }

  /** Puts reserved units back on sale. */
  release(quantity: number): void {
    this.reserved -= quantity;
  }

  /** Reserved units are sold, and no longer on hand. */
  sell(quantity: number): void {
    this.onHand -= quantity;
    this.reserved -= quantity;
  }
}
ProductVariantSchema.setClass(ProductVariant);
