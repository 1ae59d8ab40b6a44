import { defineEntity, p } from '@mikro-orm/postgresql';

const CommunitySchema = defineEntity({
  name: 'Community',
  properties: {
    id: p.text().primary(),
    slug: p.text().unique(),
    name: p.text(),
  },
  indexes: [{ properties: ['name', 'id'] }],
});

/** A place where people post about one subject. */
export class Community extends CommunitySchema.class {
  static open(given: { id: string; slug: string; name: string }): Community {
    return Object.assign(new Community(), given);
  }
}
CommunitySchema.setClass(Community);
