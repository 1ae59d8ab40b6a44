import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SellerSchema = defineEntity({
  name: 'Seller',
  properties: personal('userId', { userId: p.text().primary(), isVerified: p.boolean() }),
});

/** Catalog's own copy of who may publish, so that publishing asks nobody. */
export class Seller extends SellerSchema.class {}
SellerSchema.setClass(Seller);
