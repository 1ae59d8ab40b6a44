import { defineEntity, p } from '@mikro-orm/postgresql';

const SellerSchema = defineEntity({
  name: 'Seller',
  properties: { userId: p.text().primary(), isVerified: p.boolean() },
});

/** Catalog's own copy of who may publish, so that publishing asks nobody. */
export class Seller extends SellerSchema.class {}
SellerSchema.setClass(Seller);
