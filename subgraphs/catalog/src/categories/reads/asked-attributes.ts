import { allByKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, type RowOf, text } from '@agora/platform/reading/columns';
import { ofCategory } from '../../cached.ts';

/** What products of each category are asked for: an attribute that several branches ask for stands where the highest of them has it. */
export const askedAttributes = {
  from: `(
    select category.id as category_id, own.definition_id, bool_or(own.is_required) as is_required,
      bool_or(own.category_id <> category.id) as is_inherited, min(array[cardinality(asking.path), own.position]) as place
    from category join category asking on asking.id = any(category.path) join category_attribute own on own.category_id = asking.id
    group by category.id, own.definition_id
  ) asked`,
  columns: {
    categoryId: text('asked.category_id'),
    definitionId: text('asked.definition_id'),
    isRequired: boolean('asked.is_required'),
    isInherited: boolean('asked.is_inherited'),
  },
};

export type AskedAttribute = RowOf<typeof askedAttributes>;

export const askedReads = {
  attributesOfCategory: allByKey({
    rows: askedAttributes,
    key: 'categoryId',
    asKey: idOf('cat'),
    order: 'asked.place',
    cached: ofCategory,
  }),
};
