import type { Connection } from '@agora/platform/reading/connection';
import type { AttributeChoice as Choice } from './model/attribute-definition.ts';
import type { DefinitionRow } from './reads/definitions.ts';

export type AttributeDefinition = DefinitionRow;
export type AttributeDefinitionConnection = Connection<DefinitionRow>;
export type AttributeChoice = Choice;

/** Stored for repeats of the same request: the id only. */
interface ChangedDefinition {
  readonly attributeDefinitionId?: string;
}

export type AttributeDefinitionCreatePayload = ChangedDefinition;
export type AttributeDefinitionUpdatePayload = ChangedDefinition;

export interface AttributeDefinitionDeletePayload {
  readonly deletedAttributeDefinitionId?: string;
}
