import { newId } from '@agora/platform/ids';
import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { MediaCreated, MediaDeleted } from '@agora/schema/events/catalog';

type Purpose = 'AVATAR' | 'PRODUCT' | 'DOCUMENT';

/** Catalog says that a file of theirs can be shown. */
export async function uploaded(
  user: SubgraphUnderTest,
  ownerId: string,
  purpose: Purpose,
  kind: 'IMAGE' | 'VIDEO' | 'DOCUMENT' = 'IMAGE',
): Promise<string> {
  const mediaId = newId('med');
  const createdAt = new Date().toISOString();
  await user.happened(MediaCreated, { mediaId, ownerId, kind, purpose, contentType: 'image/png', byteSize: 9, createdAt });
  return mediaId;
}

/** Catalog says that it is gone. */
export async function removed(user: SubgraphUnderTest, ownerId: string, purpose: Purpose, mediaId: string): Promise<void> {
  await user.happened(MediaDeleted, { mediaId, ownerId, purpose, why: 'ADMIN', deletedAt: new Date().toISOString() });
}
