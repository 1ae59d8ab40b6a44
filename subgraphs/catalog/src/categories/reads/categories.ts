import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { category, ofCategory } from '../../cached.ts';
import { asSlug } from '../../names/model/slug.ts';
import { Category } from '../model/category.ts';

export const categories = rowsOf(Category);

export type CategoryRow = RowOf<typeof categories>;

export const categoryReads = {
  category: byKey({ rows: categories, key: 'id', asKey: idOf('cat'), cached: category }),
  categoryBySlug: byKey({ rows: categories, key: 'slug', asKey: asSlug, cached: category }),
  /** Those right below each, in the order of the catalogue. */
  childrenOfCategory: listsOf({
    rows: categories,
    of: 'category.parent_id = parent.id',
    cached: () => ofCategory,
    order: sortedBy(
      'children of a category',
      { sql: 'category.position', type: 'bigint', direction: 'ASC' },
      { sql: 'category.id', type: 'text', direction: 'ASC' },
    ),
  }),
};
