import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import { Community } from './model.ts';

const communities = rowsOf(Community);

export type CommunityRow = RowOf<typeof communities>;

export const communityReads = {
  community: byKey({ rows: communities, key: 'id', asKey: idOf('com') }),
  communityBySlug: byKey({ rows: communities, key: 'slug', asKey: (slug) => (/^[a-z0-9-]+$/.test(slug) ? slug : null) }),
  communities: listOf({
    rows: communities,
    order: sortedBy(
      'communities',
      { sql: 'community.name', type: 'text', direction: 'ASC' },
      { sql: 'community.id', type: 'text', direction: 'ASC' },
    ),
  }),
};
