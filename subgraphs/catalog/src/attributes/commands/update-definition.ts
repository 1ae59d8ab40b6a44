import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { AttributeUpdated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { AttributeDefinition, AttributeFacts } from '../model/attribute-definition.ts';
import { sentences } from '../sentences.ts';
import { demandFitting } from './demand-fitting.ts';
import { lockDefinition } from './lock-definition.ts';
import { told } from './told.ts';

export interface UpdateDefinition {
  readonly id: string;
  /** What is absent stays. */
  readonly facts: Partial<AttributeFacts>;
  readonly expectedVersion: number | null;
}

/** @throws NOT_FOUND, VERSION_MISMATCH, INVALID and LIMIT_REACHED as `demandFitting` does, IN_USE for a choice that products have and that would go. */
export async function updateDefinition(em: EntityManager, { id, facts, expectedVersion }: UpdateDefinition): Promise<void> {
  await transaction(em, async (tx) => {
    const definition = await lockDefinition(tx, id);
    demandVersion(definition, expectedVersion);
    demandFitting(definition.kind, facts);
    if (facts.choices) await demandUnused(tx, definition, facts.choices);
    definition.change(facts);
    await announce(tx, AttributeUpdated, told(definition));
  });
}

async function demandUnused(tx: EntityManager, { id, choices }: AttributeDefinition, kept: AttributeFacts['choices']): Promise<void> {
  const staying = new Set(kept.map(({ value }) => value));
  const going = choices.map(({ value }) => value).filter((value) => !staying.has(value));
  if (going.length === 0) return;
  const used = await chosen(tx, [id, going]);
  if (used.length > 0) throw new Refusal<CatalogCode>('IN_USE', sentences.choiceInUse, ['choices']);
}

const chosen = statement(
  { choice: text('choice') },
  (columns) => `select ${columns} from product_attribute where definition_id = $1 and choice = any($2::text[]) limit 1`,
);
