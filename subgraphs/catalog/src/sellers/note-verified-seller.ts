import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Seller } from './model.ts';

/** Remembers that this seller may publish. */
export async function noteVerifiedSeller(em: EntityManager, { userId }: { readonly userId: string }): Promise<void> {
  await transaction(em, async (tx) => void (await tx.upsert(Seller, { userId, isVerified: true })));
}
