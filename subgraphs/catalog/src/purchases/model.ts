import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PurchaseSchema = defineEntity({
  name: 'Purchase',
  indexes: [{ properties: ['buyerId', 'productId'] }, { properties: ['productId', 'soldAt'] }],
  properties: personal('buyerId', {
    orderId: p.text().primary(),
    productId: p.text().primary(),
    buyerId: p.text(),
    units: p.integer(),
    soldAt: p.datetime(3),
  }),
});

/** Catalog's own copy of what was bought: a product of an order that became a sale. */
export class Purchase extends PurchaseSchema.class {}
PurchaseSchema.setClass(Purchase);
