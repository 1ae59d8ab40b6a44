import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ProductViewSchema = defineEntity({
  name: 'ProductView',
  indexes: [{ properties: ['viewerId', 'viewedAt'] }],
  properties: personal('viewerId', { viewerId: p.text().primary(), productId: p.text().primary(), viewedAt: p.datetime(3) }),
});

/** That somebody who is shown what they may like looked at a product; the latest 50 of each are kept. */
export class ProductView extends ProductViewSchema.class {}
ProductViewSchema.setClass(ProductView);
