import { impersonal } from '@agora/platform/database/personal-data';
import { newRow, type NewRow } from '@agora/platform/database/new-row';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CommunitySchema = defineEntity({
  name: 'Community',
  properties: impersonal({ id: p.text().primary(), slug: p.text().unique(), name: p.text() }),
  indexes: [{ properties: ['name', 'id'] }],
});

/** A place where people post about one subject. */
export class Community extends CommunitySchema.class {
  static open(given: NewRow<Community>): Community {
    return newRow(Community, given);
  }
}
CommunitySchema.setClass(Community);
