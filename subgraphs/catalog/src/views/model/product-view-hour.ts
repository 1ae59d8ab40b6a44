import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const VIEW_SOURCES = ['DIRECT', 'SEARCH', 'CATEGORY', 'RECOMMENDATION', 'WISHLIST', 'DISCUSSION', 'NOTIFICATION'] as const;
export type ViewSource = (typeof VIEW_SOURCES)[number];

const ProductViewHourSchema = defineEntity({
  name: 'ProductViewHour',
  indexes: [{ properties: ['hour'] }],
  properties: impersonal({
    productId: p.text().primary(),
    /** When it began. */
    hour: p.datetime(3).primary(),
    source: p.enum(VIEW_SOURCES).primary(),
    views: p.integer(),
  }),
});

/** How often a product was looked at in an hour, by where people came from. */
export class ProductViewHour extends ProductViewHourSchema.class {}
ProductViewHourSchema.setClass(ProductViewHour);
