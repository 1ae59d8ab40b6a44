import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

const ProductSlugSchema = defineEntity({
  name: 'ProductSlug',
  properties: impersonal({
    slug: p.text().primary(),
    product: () => p.manyToOne(Product).updateRule('no action').deleteRule('cascade').index(),
  }),
});

/** An address that a product has or had; a trigger keeps each. */
export class ProductSlug extends ProductSlugSchema.class {}
ProductSlugSchema.setClass(ProductSlug);
