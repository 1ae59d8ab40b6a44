import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const ENDINGS = ['CONFIRMED', 'CANCELLED'] as const;
export type Ending = (typeof ENDINGS)[number];

const OrderNoticeSchema = defineEntity({
  name: 'OrderNotice',
  properties: keptByLaw('orderId', { orderId: p.text().primary(), ending: p.enum(ENDINGS).primary() }),
});

/** That the parties of an order were told of this ending; there is one, however often order says it. */
export class OrderNotice extends OrderNoticeSchema.class {}
OrderNoticeSchema.setClass(OrderNotice);
