import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { useMedia } from '../../media/commands/use-media.ts';

export interface UseImage {
  /** A file of whoever gives it; null for none. It stays where undefined. */
  readonly imageId?: string | null | undefined;
  readonly by: Actor;
}

/** Says which picture a locked category shows. @throws what `useMedia` throws. */
export async function useImage(tx: EntityManager, categoryId: string, { imageId, by }: UseImage): Promise<void> {
  if (imageId === undefined) return;
  const mediaIds = imageId === null ? [] : [imageId];
  await useMedia(tx, { usedBy: categoryId, mediaIds, ownerId: by.id, purpose: 'PRODUCT', kind: 'IMAGE', field: 'imageId', isList: false });
}
