import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { prefixOf } from '@agora/platform/ids';
import { demandVersion } from '@agora/platform/input/expected-version';
import { CategoryUpdated } from '@agora/schema/events/catalog';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../../attributes/model/attribute-definition.ts';
import { sentences as attributeSentences } from '../../attributes/sentences.ts';
import { sentences } from '../sentences.ts';
import { demandFewAttributes, MAX_ATTRIBUTES, tooManyAttributes } from './demand-few-attributes.ts';
import { lockCategory, lockTree } from './tree.ts';

interface Asked {
  readonly attributeDefinitionId: string;
  readonly isRequired: boolean;
}

export interface SetCategoryAttributes {
  readonly categoryId: string;
  readonly attributes: readonly Asked[];
  readonly expectedVersion: number | null;
}

/**
 * Says which attributes products of a category are asked for, beside those that the branches above ask for.
 * @throws NOT_FOUND, VERSION_MISMATCH, INVALID for one that comes twice, LIMIT_REACHED where the category, or one below it, asked for too many.
 */
export async function setCategoryAttributes(em: EntityManager, wanted: SetCategoryAttributes): Promise<void> {
  const { categoryId, attributes, expectedVersion } = wanted;
  if (attributes.length > MAX_ATTRIBUTES) throw tooManyAttributes('attributes');
  const ids = attributes.map(({ attributeDefinitionId }) => attributeDefinitionId);
  await transaction(em, async (tx) => {
    await lockTree(tx);
    const category = await lockCategory(tx, categoryId, 'categoryId');
    demandVersion(category, expectedVersion);
    await demandDefinitions(tx, ids);
    await query(tx, 'delete from category_attribute where category_id = $1', [categoryId]);
    await query(
      tx,
      `insert into category_attribute (category_id, definition_id, is_required, position)
       select $1, id, is_required, place - 1 from unnest($2::text[], $3::boolean[]) with ordinality as asked (id, is_required, place)`,
      [categoryId, ids, attributes.map(({ isRequired }) => isRequired)],
    );
    await demandFewAttributes(tx, categoryId, 'attributes');
    category.change({});
    await announce(tx, CategoryUpdated, {
      categoryId,
      slug: category.slug,
      name: category.name,
      attributes: [...attributes],
      version: category.version,
    });
  });
}

/** None of them is removed meanwhile. */
async function demandDefinitions(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice !== -1) throw new Refusal('INVALID', sentences.askedTwice, ['attributes', String(twice), 'attributeDefinitionId']);
  const found = await tx.find(
    AttributeDefinition,
    { id: { $in: ids.filter((id) => prefixOf(id) === 'atd') } },
    { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' } },
  );
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown === -1) return;
  throw new Refusal('NOT_FOUND', attributeSentences.noSuchAttribute, ['attributes', String(unknown), 'attributeDefinitionId']);
}
