import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ListedVariantSchema = defineEntity({
  name: 'ListedVariant',
  properties: {
    ...impersonal({
      variantId: p.text().primary(),
      productId: p.text(),
      productName: p.text(),
      sku: p.text(),
      priceMinorUnits: p.bigint('number'),
      currencyCode: p.text(),
      version: p.integer(),
      isListed: p.boolean(),
    }),
    ...personal('sellerId', { sellerId: p.text() }),
  },
});

/** Order's own copy of the terms on which catalog sells a variant, so that buying asks nobody. */
export class ListedVariant extends ListedVariantSchema.class {}
ListedVariantSchema.setClass(ListedVariant);
