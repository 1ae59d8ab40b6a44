import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { AttributeCreated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { AttributeDefinition, type AttributeFacts, type AttributeKind } from '../model/attribute-definition.ts';
import { sentences } from '../sentences.ts';
import { demandFitting } from './demand-fitting.ts';
import { told } from './told.ts';

export interface CreateDefinition extends AttributeFacts {
  readonly key: string;
  readonly kind: AttributeKind;
}

/**
 * Adds a typed attribute; answers its id.
 * @throws INVALID and LIMIT_REACHED as `demandFitting` does, ALREADY_EXISTS.
 */
export async function createDefinition(em: EntityManager, given: CreateDefinition): Promise<string> {
  demandFitting(given.kind, given);
  const definition = AttributeDefinition.of({ id: newId('atd'), ...given });
  try {
    await transaction(em, async (tx) => {
      await tx.persist(definition).flush();
      await announce(tx, AttributeCreated, told(definition));
    });
  } catch (error) {
    if (!violates(error, 'attribute_definition_key_unique')) throw error;
    throw new Refusal<CatalogCode>('ALREADY_EXISTS', sentences.keyTaken, ['key']);
  }
  return definition.id;
}
