import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { AttributeDeleted } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { sentences } from '../sentences.ts';
import { lockDefinition } from './lock-definition.ts';

/**
 * Removes an attribute, and what products told of it.
 * @throws NOT_FOUND, IN_USE while a category asks for it.
 */
export async function deleteDefinition(em: EntityManager, id: string): Promise<void> {
  await transaction(em, async (tx) => {
    const definition = await lockDefinition(tx, id);
    if ((await askedFor(tx, [id])).length > 0) throw new Refusal<CatalogCode>('IN_USE', sentences.askedFor, ['attributeDefinitionId']);
    await announce(tx, AttributeDeleted, { attributeDefinitionId: id, key: definition.key });
    tx.remove(definition);
  });
}

const askedFor = statement(
  { categoryId: text('category_id') },
  (columns) => `select ${columns} from category_attribute where definition_id = $1 limit 1`,
);
