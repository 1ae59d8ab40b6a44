import { defineEntity, p } from '@mikro-orm/postgresql';

const ListedVariantSchema = defineEntity({
  name: 'ListedVariant',
  properties: {
    variantId: p.text().primary(),
    productId: p.text(),
    sellerId: p.text(),
    productName: p.text(),
    sku: p.text(),
    priceMinorUnits: p.bigint('number'),
    currencyCode: p.text(),
    version: p.integer(),
    isListed: p.boolean(),
  },
});

/** Order's own copy of the terms on which catalog sells a variant, so that buying asks nobody. */
export class ListedVariant extends ListedVariantSchema.class {}
ListedVariantSchema.setClass(ListedVariant);
