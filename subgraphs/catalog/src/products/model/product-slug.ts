import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

const ProductSlugSchema = defineEntity({
  name: 'ProductSlug',
  properties: impersonal({
    slug: p.text().primary(),
    product: () => p.manyToOne(Product).updateRule('no action').deleteRule('cascade').index(),
    /** Since when it is, or was last, the address; the last twenty former ones are kept. */
    keptAt: p.datetime(3),
  }),
});

/** An address that a product has, or lately had; a trigger keeps them. */
export class ProductSlug extends ProductSlugSchema.class {}
ProductSlugSchema.setClass(ProductSlug);
