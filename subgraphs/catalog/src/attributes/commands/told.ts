import type { AttributeDefinition } from '../model/attribute-definition.ts';

/** What events tell of an attribute. */
export function told({ id, key, kind, unit, choices, isFilterable, version }: AttributeDefinition) {
  return { attributeDefinitionId: id, key, kind, unit: unit ?? null, choices: choices.map(({ value }) => value), isFilterable, version };
}
