import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Label } from '../../names/model/label.ts';

export const ATTRIBUTE_KINDS = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'CHOICES'] as const;
/** What the values of an attribute are. */
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

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

/** What of a definition may change. */
export interface AttributeFacts {
  readonly names: readonly Label[];
  readonly unit: string | null;
  readonly choices: readonly AttributeChoice[];
  readonly isFilterable: boolean;
}

/** A typed fact that products can tell; its key and kind never change. */
export class AttributeDefinition extends AttributeDefinitionSchema.class {
  static of(given: AttributeFacts & { readonly id: string; readonly key: string; readonly kind: AttributeKind }): AttributeDefinition {
    return newRow(AttributeDefinition, { ...given, version: 1 });
  }

  /** What is absent stays. */
  change(given: Partial<AttributeFacts>): void {
    Object.assign(this, given);
    this.version += 1;
  }
}
AttributeDefinitionSchema.setClass(AttributeDefinition);

export function hasChoices(kind: AttributeKind): boolean {
  return kind === 'CHOICE' || kind === 'CHOICES';
}
