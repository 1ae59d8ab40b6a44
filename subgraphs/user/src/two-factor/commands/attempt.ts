import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Runs `work` in one transaction. A refusal that it answers is thrown once that is committed, so that a wrong code is noted. */
export async function attempt<Done>(em: EntityManager, work: (tx: EntityManager) => Promise<Done | Refusal<string>>): Promise<Done> {
  const outcome = await transaction(em, work);
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
