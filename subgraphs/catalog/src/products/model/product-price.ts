import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PriceRange } from './price.ts';
import { Product } from './product.ts';

const ProductPriceSchema = defineEntity({
  name: 'ProductPrice',
  indexes: [{ properties: ['currencyCode', 'fromMinorUnits', 'product'] }],
  properties: impersonal({
    product: () => p.manyToOne(Product).primary().updateRule('no action').deleteRule('cascade'),
    currencyCode: p.text().primary(),
    fromMinorUnits: p.bigint('number'),
    toMinorUnits: p.bigint('number'),
  }),
});

/** From which to which price a product is sold in one currency; also in its own, so that whoever looks for a price looks in one place. */
export class ProductPrice extends ProductPriceSchema.class {
  static of(product: Product, range: PriceRange): ProductPrice {
    return newRow(ProductPrice, { product, ...range });
  }
}
ProductPriceSchema.setClass(ProductPrice);
