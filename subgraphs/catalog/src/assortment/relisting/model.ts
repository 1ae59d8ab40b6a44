import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ProductRelistingSchema = defineEntity({
  name: 'ProductRelisting',
  indexes: [{ properties: ['productId', 'id'] }],
  properties: impersonal({ id: p.bigint().primary().autoincrement(), productId: p.text() }),
});

/** That the terms of a product, if it is on sale, are to be announced anew: its categories have another place. */
export class ProductRelisting extends ProductRelistingSchema.class {}
ProductRelistingSchema.setClass(ProductRelisting);
