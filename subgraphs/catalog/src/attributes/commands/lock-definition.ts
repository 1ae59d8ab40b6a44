import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../model/attribute-definition.ts';
import { sentences } from '../sentences.ts';

/**
 * For who changes or removes it: whoever asks for it, or tells it, meanwhile waits.
 * @throws NOT_FOUND
 */
export async function lockDefinition(tx: EntityManager, id: string): Promise<AttributeDefinition> {
  const definition = prefixOf(id) === 'atd' ? await tx.findOne(AttributeDefinition, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!definition) throw new Refusal('NOT_FOUND', sentences.noSuchAttribute, ['attributeDefinitionId']);
  return definition;
}
