import { Refusal } from '@agora/platform/errors';
import type { CatalogCode } from '../../codes.ts';
import { type AttributeFacts, type AttributeKind, hasChoices } from '../model/attribute-definition.ts';
import { sentences } from '../sentences.ts';

const MAX_CHOICES = 50;

/** @throws INVALID where the unit, or what can be chosen, does not fit the kind; LIMIT_REACHED where there is too much to choose. */
export function demandFitting(kind: AttributeKind, { unit, choices }: Partial<AttributeFacts>): void {
  if (unit && kind !== 'NUMBER') throw new Refusal('INVALID', sentences.noNumbers, ['unit']);
  if (!choices) return;
  if (hasChoices(kind) && choices.length === 0) throw new Refusal('INVALID', sentences.choicesMissing, ['choices']);
  if (!hasChoices(kind) && choices.length > 0) throw new Refusal('INVALID', sentences.nothingToChoose, ['choices']);
  if (choices.length > MAX_CHOICES) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyChoices(MAX_CHOICES), ['choices']);
}
