import { lock } from '@agora/platform/database/advisory-lock';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Whoever wants an e-mail, or gives it away, takes turns with the others until the transaction ends. */
export async function lockEmail(tx: EntityManager, email: string): Promise<void> {
  await lock(tx, `e-mail ${email}`);
}
