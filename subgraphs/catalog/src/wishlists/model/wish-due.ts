import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const WishDueSchema = defineEntity({
  name: 'WishDue',
  properties: {
    ...impersonal({ id: p.uuid().primary(), productId: p.text().index() }),
    /** Empty where nobody was looked at. */
    ...personal('afterOwnerId', { afterOwnerId: p.text() }),
  },
});

/** That people who wish for a product are to be looked at: its price or stock may be another than before. */
export class WishDue extends WishDueSchema.class {}
WishDueSchema.setClass(WishDue);
