import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const RecentViewSchema = defineEntity({
  name: 'RecentView',
  indexes: [{ properties: ['seenAt'] }],
  properties: impersonal({ viewerMark: p.text().primary(), productId: p.text().primary(), seenAt: p.datetime(3) }),
});

/** That a product was looked at a moment ago, by whoever has this mark: it is made with the secret of the service and the day, and tells nobody who they are. */
export class RecentView extends RecentViewSchema.class {}
RecentViewSchema.setClass(RecentView);
