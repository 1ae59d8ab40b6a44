import type { EntityManager } from '@mikro-orm/postgresql';
import { type Connection, listOne, type PageArgs, positionIn } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { query } from '@agora/platform/database';
import type { CategoryTranslations } from '../model/category.ts';
import { sortableName } from './locale.ts';

export interface CategoryRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly translations: CategoryTranslations;
}

const COLUMNS = `category.id, category.slug, category.name, category.parent_id as "parentId", category.translations`;

export function readCategories(em: EntityManager, by: 'id' | 'slug', keys: readonly string[]): Promise<CategoryRow[]> {
  return query(em, `select ${COLUMNS} from category where category.${by} = any($1)`, [keys]);
}

/** All categories by name, in the viewer's languages. */
export function listCategories(options: {
  em: EntityManager;
  cursors: Cursors;
  languages: readonly string[];
  page: PageArgs;
}): Promise<Connection<CategoryRow>> {
  const { em, cursors, languages, page } = options;
  return listOne({
    em,
    select: COLUMNS,
    from: 'category',
    where: [],
    order: [
      { sql: sortableName('category', languages), type: 'text', direction: 'ASC' },
      { sql: 'category.id', type: 'text', direction: 'ASC' },
    ],
    position: positionIn(cursors, 'categories', 2),
    args: page,
    node: (row) => row as unknown as CategoryRow,
  });
}
