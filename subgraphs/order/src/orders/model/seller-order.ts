import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Order } from './order.ts';

const SellerOrderSchema = defineEntity({
  name: 'SellerOrder',
  properties: keptByLaw('sellerId', {
    id: p.text().primary(),
    order: () => p.manyToOne(Order).deleteRule('cascade'),
    sellerId: p.text(),
    payoutMinorUnits: p.bigint('number'),
  }),
  uniques: [{ properties: ['order', 'sellerId'] }],
});

/** One seller's part of an order. */
export class SellerOrder extends SellerOrderSchema.class {}
SellerOrderSchema.setClass(SellerOrder);
