import { present } from '@agora/platform/reading/batch';
import type { DefinitionRow } from '../attributes/reads/definitions.ts';
import type { Context } from '../context.ts';
import type { ProductRow } from './reads/products.ts';
import type { ToldAttribute } from './reads/attributes.ts';

/** What a product tells, and what that is. */
export interface Fact extends ToldAttribute {
  readonly definition: DefinitionRow;
}

/** What a product tells, in the order of its category; what that does not ask for comes last. */
export async function attributesInOrder({ id, categoryId }: ProductRow, loaders: Context['loaders']): Promise<Fact[]> {
  const [told, asked] = await Promise.all([loaders.attributesOfProduct.load(id), loaders.attributesOfCategory.load(categoryId)]);
  const facts = await Promise.all(
    told.map(async (one) => ({ ...one, definition: await present(loaders.attributeDefinition.load(one.definitionId)) })),
  );
  const places = new Map(asked.map(({ definitionId }, place) => [definitionId, place]));
  const placeOf = ({ definitionId }: Fact) => places.get(definitionId) ?? places.size;
  return facts.toSorted((one, other) => placeOf(one) - placeOf(other) || (one.definition.key < other.definition.key ? -1 : 1));
}
