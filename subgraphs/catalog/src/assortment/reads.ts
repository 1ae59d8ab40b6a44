import { beginningWith } from '@agora/platform/reading/beginning';
import { countByKey, idOf } from '@agora/platform/reading/by-key';
import { text } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { ofCategory, ofProducts } from '../cached.ts';
import { categories } from '../categories/reads/categories.ts';
import { sortableName } from '../names/reads/translations.ts';
import { ON_SALE } from '../products/reads/products.ts';
import { productLists } from '../search/reads/search.ts';

export interface CategoryFilter {
  readonly query?: string | null | undefined;
  readonly parentIds?: readonly string[] | null | undefined;
  readonly isTopLevel?: boolean | null | undefined;
  readonly maxDepth?: number | null | undefined;
  readonly hasProducts?: boolean | null | undefined;
}

interface CategoriesArgs extends PageArgs {
  readonly filter: CategoryFilter;
  readonly languages: readonly string[];
}

export const assortmentReads = {
  /** What is on sale in each category or below it. */
  productsOfCategory: productLists('product.category_id in (select branch.id from category branch where branch.path @> array[parent.id])'),

  productsOfSeller: productLists('product.seller_id = parent.id'),

  /** How much is on sale in each category or below it. */
  productCountOfCategory: countByKey({
    rows: {
      from: `category join category branch on branch.path @> array[category.id] join product on product.category_id = branch.id`,
      columns: { id: text('category.id') },
    },
    key: 'id',
    asKey: idOf('cat'),
    visible: () => ON_SALE,
    cached: ofProducts,
  }),

  /** All categories by name, in the viewer's languages. */
  categories: listOf({
    rows: categories,
    where: conditionsOn,
    // Only what nobody has typed, and what products do not change.
    cached: ({ filter: { query, hasProducts } }) => (query || typeof hasProducts === 'boolean' ? null : ofCategory),
    order: ({ languages }: CategoriesArgs) =>
      sortedBy(
        'categories',
        { sql: sortableName('category', 'category.locale', languages), type: 'text', direction: 'ASC' },
        { sql: 'category.id', type: 'text', direction: 'ASC' },
      ),
  }),
};

function conditionsOn({ filter }: CategoriesArgs, bind: Bind): string[] {
  const { query, parentIds, isTopLevel, maxDepth, hasProducts } = filter;
  return [
    ...(query ? [isCalled(query, bind)] : []),
    ...(parentIds ? [`category.parent_id = any(${bind(parentIds)}::text[])`] : []),
    ...(typeof isTopLevel === 'boolean' ? [`category.parent_id is ${isTopLevel ? '' : 'not '}null`] : []),
    ...(typeof maxDepth === 'number' ? [`cardinality(category.path) <= ${bind(maxDepth + 1)}::int`] : []),
    ...(typeof hasProducts === 'boolean' ? [`${hasProducts ? '' : 'not '}${HAS_PRODUCTS}`] : []),
  ];
}

const HAS_PRODUCTS = `exists (
  select from category branch join product on product.category_id = branch.id where branch.path @> array[category.id] and ${ON_SALE}
)`;

/** Whether a word of its name begins so, in whichever language. */
function isCalled(typed: string, bind: Bind): string {
  return `exists (
    select from unnest(array[category.name] || array(select jsonb_path_query(category.translations, '$.*.name') #>> '{}')) as called (name)
    where ' ' || search.unaccented(called.name) like '% ' || search.unaccented(${beginningWith(typed, bind)})
  )`;
}
