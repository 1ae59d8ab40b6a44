import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const DeliverySchema = defineEntity({
  name: 'Delivery',
  indexes: [{ properties: ['buyerId', 'productId'] }],
  properties: personal('buyerId', {
    orderId: p.text().primary(),
    variantId: p.text().primary(),
    productId: p.text(),
    buyerId: p.text(),
    deliveredAt: p.datetime(3),
  }),
});

/** Catalog's own copy of what arrived: a variant of an order of which every unit was delivered. */
export class Delivery extends DeliverySchema.class {}
DeliverySchema.setClass(Delivery);
