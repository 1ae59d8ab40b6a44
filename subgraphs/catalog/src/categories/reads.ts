import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import { Category } from './model/category.ts';
import { asSlug } from '../names/model/slug.ts';
import { sortableName } from '../names/reads/translations.ts';

const categories = rowsOf(Category);

export type CategoryRow = RowOf<typeof categories>;

export const categoryReads = {
  category: byKey({ rows: categories, key: 'id', asKey: idOf('cat') }),
  categoryBySlug: byKey({ rows: categories, key: 'slug', asKey: asSlug }),
  /** All categories by name, in the viewer's languages. */
  categories: listOf({
    rows: categories,
    order: ({ languages }: PageArgs & { readonly languages: readonly string[] }) =>
      sortedBy(
        'categories',
        { sql: sortableName('category', languages), type: 'text', direction: 'ASC' },
        { sql: 'category.id', type: 'text', direction: 'ASC' },
      ),
  }),
};
