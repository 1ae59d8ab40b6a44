import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** What the values of an attribute are. */
const ATTRIBUTE_KINDS = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'CHOICES'] as const;

export interface Label {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
}

/** A value that can be chosen. */
export interface AttributeChoice {
  readonly value: string;
  /** At least one; the first is for who reads none of their languages. */
  readonly labels: readonly Label[];
}

const AttributeDefinitionSchema = defineEntity({
  name: 'AttributeDefinition',
  properties: impersonal({
    id: p.text().primary(),
    key: p.text().unique(),
    kind: p.enum(ATTRIBUTE_KINDS),
    /** At least one; the first is for who reads none of their languages. */
    names: p.json().$type<readonly Label[]>(),
    unit: p.text().nullable(),
    /** In order; of CHOICE and CHOICES alone. */
    choices: p.json().$type<readonly AttributeChoice[]>(),
    isFilterable: p.boolean(),
    version: p.integer(),
  }),
});

/** A typed fact that products can tell; its key and kind never change. */
export class AttributeDefinition extends AttributeDefinitionSchema.class {}
AttributeDefinitionSchema.setClass(AttributeDefinition);
