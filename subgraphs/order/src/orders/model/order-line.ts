import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Order } from './order.ts';

const OrderLineSchema = defineEntity({
  name: 'OrderLine',
  properties: {
    ...keptByLaw('order.buyerId', {
      id: p.text().primary(),
      order: () => p.manyToOne(Order).deleteRule('cascade'),
      productId: p.text(),
      variantId: p.text(),
      productName: p.text(),
      /** Its values of the options; null where there are none. */
      variantName: p.text().nullable(),
      quantity: p.integer(),
      unitPriceMinorUnits: p.bigint('number'),
    }),
    ...keptByLaw('sellerId', { sellerId: p.text() }),
  },
  indexes: [{ properties: ['order'] }],
});

/** A variant in an order, with its names and price as they were when it was ordered. */
export class OrderLine extends OrderLineSchema.class {}
OrderLineSchema.setClass(OrderLine);
