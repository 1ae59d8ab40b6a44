import { isDeepStrictEqual } from 'node:util';
import { query } from '@agora/platform/database/database';
import { columnsOf, nullable, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../../attributes/model/attribute-definition.ts';
import type { Category } from '../../categories/model/category.ts';
import { ProductAttribute } from '../model/product-attribute.ts';
import { fittingValues, type GivenAttribute, type ToldValue } from './fitting-values.ts';

/**
 * Replaces all that a product tells; answers whether that differs from before. What its category does not ask for any more it may go on
 * telling.
 * @throws INVALID
 */
export async function tellAttributes(
  tx: EntityManager,
  { productId, category }: { readonly productId: string; readonly category: Category },
  given: readonly GivenAttribute[],
): Promise<boolean> {
  const before = await toldBy(tx, [productId]);
  if (given.length === 0 && before.length === 0) return false;
  const keys = given.map(({ key }) => key);
  const values = fittingValues(given, await tellable(tx, [keys, category.id, productId]));
  if (isDeepStrictEqual(inOrder(values), inOrder(before))) return false;
  await write(tx, productId, values);
  return true;
}

/** None of them is removed, or loses a choice, meanwhile. */
const tellable = statement(
  columnsOf(AttributeDefinition, 'id', 'key', 'kind', 'choices'),
  (columns) => `select ${columns} from attribute_definition
    where key = any($1::text[]) and id in (
      select own.definition_id from category here join category_attribute own on own.category_id = any(here.path) where here.id = $2
      union all
      select told.definition_id from product_attribute told where told.product_id = $3
    )
    order by id for share`,
);

const toldBy = statement(
  {
    ...columnsOf(ProductAttribute, 'definition', 'position', 'text', 'boolean', 'choice'),
    number: nullable(text('trim_scale(product_attribute.number)')),
    day: nullable(text('product_attribute.day')),
  },
  (columns) => `select ${columns} from product_attribute where product_id = $1`,
);

function inOrder(values: readonly ToldValue[]): ToldValue[] {
  return values.toSorted((one, other) =>
    one.definitionId === other.definitionId ? one.position - other.position : one.definitionId < other.definitionId ? -1 : 1,
  );
}

async function write(tx: EntityManager, productId: string, values: readonly ToldValue[]): Promise<void> {
  await query(tx, 'delete from product_attribute where product_id = $1', [productId]);
  await query(
    tx,
    `insert into product_attribute (product_id, definition_id, position, text, number, boolean, day, choice)
     select $1, told.* from unnest($2::text[], $3::int[], $4::text[], $5::numeric[], $6::boolean[], $7::date[], $8::text[]) as told`,
    [
      productId,
      values.map(({ definitionId }) => definitionId),
      values.map(({ position }) => position),
      values.map(({ text }) => text),
      values.map(({ number }) => number),
      values.map(({ boolean }) => boolean),
      values.map(({ day }) => day),
      values.map(({ choice }) => choice),
    ],
  );
}
