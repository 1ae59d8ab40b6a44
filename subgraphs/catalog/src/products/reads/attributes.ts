import { allByKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, type Expression, nullable, type RowOf, text, texts } from '@agora/platform/reading/columns';
import { ofProduct } from '../../cached.ts';
import { AttributeDefinition } from '../../attributes/model/attribute-definition.ts';

/** Text, so that no digit is lost. */
const decimal = (sql: string): Expression<`${number}`> => ({ sql: `(${sql})::text` });

/** What products tell: one row for each attribute, with all its choices in their order. */
const told = {
  from: `(
    select product_id, definition_id, min(text) as text, trim_scale(min(number)) as number, bool_and(boolean) as boolean, min(day) as day,
      array_remove(array_agg(choice order by position), null) as choices
    from product_attribute group by product_id, definition_id
  ) told`,
  columns: {
    productId: text('told.product_id'),
    definitionId: text('told.definition_id'),
    text: nullable(text('told.text')),
    number: nullable(decimal('told.number')),
    boolean: nullable(boolean('told.boolean')),
    day: nullable(text('told.day')),
    choices: texts('told.choices'),
  },
};

export type ToldAttribute = RowOf<typeof told>;

/** What products would have to tell to be published, and do not. */
export const missing = {
  from: `product join attribute_definition on attribute_definition.id in (
    select own.definition_id from category here join category_attribute own on own.category_id = any(here.path)
    where here.id = product.category_id and own.is_required
  ) and not exists (
    select from product_attribute where product_attribute.product_id = product.id and product_attribute.definition_id = attribute_definition.id
  )`,
  columns: { productId: text('product.id'), ...columnsOf(AttributeDefinition, 'key', 'names') },
};

export type MissingAttribute = RowOf<typeof missing>;

export const productAttributeReads = {
  attributesOfProduct: allByKey({ rows: told, key: 'productId', asKey: idOf('prd'), order: 'told.definition_id', cached: ofProduct }),
  missingAttributesOfProduct: allByKey({ rows: missing, key: 'productId', asKey: idOf('prd'), order: 'attribute_definition.key' }),
};
