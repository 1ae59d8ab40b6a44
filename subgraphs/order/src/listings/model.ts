import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ListedVariantSchema = defineEntity({
  name: 'ListedVariant',
  properties: {
    ...impersonal({
      variantId: p.text().primary(),
      productId: p.text(),
      productName: p.text(),
      /** Its values of the options; null where there are none. */
      variantName: p.text().nullable(),
      sku: p.text(),
      priceMinorUnits: p.bigint('number'),
      currencyCode: p.text(),
      /** Minor units in other currencies than that of its product, by their codes. */
      otherPrices: p.json<Readonly<Record<string, number>>>(),
      weightGrams: p.integer().nullable(),
      isDigital: p.boolean(),
      /** From the top down, as of the announcement. */
      categoryIds: p.array().$type<string[]>(),
      version: p.integer(),
      isListed: p.boolean(),
    }),
    ...personal('sellerId', { sellerId: p.text() }),
  },
});

/** Order's own copy of the terms on which catalog sells a variant, so that buying asks nobody. */
export class ListedVariant extends ListedVariantSchema.class {
  /** What it costs in a currency, in minor units; null where it is not sold in it. */
  priceIn(currencyCode: string): number | null {
    return currencyCode === this.currencyCode ? this.priceMinorUnits : (this.otherPrices[currencyCode] ?? null);
  }
}
ListedVariantSchema.setClass(ListedVariant);
