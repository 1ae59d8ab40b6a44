import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { MediaLeftover } from '../model/media-leftover.ts';
import type { MediaStore } from '../storage/media-store.ts';

/** Leaves bytes to be removed from an instant on. */
export async function leaveToRemove(tx: EntityManager, key: string, removeAt: Date): Promise<void> {
  await tx.upsert(MediaLeftover, { key, removeAt });
}

const AT_ONCE = 100;

/** Removes what is due; what fails is tried again the next time. */
export async function removeLeftovers(em: EntityManager, store: MediaStore): Promise<void> {
  const due = await em.find(MediaLeftover, { removeAt: { $lte: new Date() } }, { limit: AT_ONCE, orderBy: { removeAt: 'asc' } });
  for (const { key } of due) {
    await store.remove(key);
    await transaction(em.fork(), (tx) => tx.nativeDelete(MediaLeftover, { key }));
  }
  if (due.length === AT_ONCE) await removeLeftovers(em.fork(), store);
}
