import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Price } from './price.ts';
import { ProductVariant } from './product-variant.ts';

const VariantPriceSchema = defineEntity({
  name: 'VariantPrice',
  checks: [
    { name: 'variant_price_check', expression: 'price_minor_units > 0' },
    { name: 'variant_price_compare_at_check', expression: 'compare_at_minor_units > price_minor_units' },
  ],
  properties: impersonal({
    variant: () => p.manyToOne(ProductVariant).primary().updateRule('no action').deleteRule('cascade'),
    currencyCode: p.text().primary(),
    priceMinorUnits: p.bigint('number'),
    compareAtMinorUnits: p.bigint('number').nullable(),
  }),
});

/** What a variant costs in another currency than its product's own. */
export class VariantPrice extends VariantPriceSchema.class {
  static of(variant: ProductVariant, { currencyCode, minorUnits, compareAtMinorUnits }: Price): VariantPrice {
    return newRow(VariantPrice, { variant, currencyCode, priceMinorUnits: minorUnits, compareAtMinorUnits });
  }
}
VariantPriceSchema.setClass(VariantPrice);
