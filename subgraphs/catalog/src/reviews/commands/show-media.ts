import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { useMedia } from '../../media/commands/use-media.ts';
import { sentences } from '../../media/sentences.ts';

const MAX_MEDIA = 10;

/**
 * Says which files of its author a review shows. Answers whether those are others than before.
 * @throws LIMIT_REACHED, and what `useMedia` throws.
 */
export async function showMedia(tx: EntityManager, reviewId: string, authorId: string, mediaIds: readonly string[]): Promise<boolean> {
  if (mediaIds.length > MAX_MEDIA) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyUsed(MAX_MEDIA), ['mediaIds']);
  return useMedia(tx, { usedBy: reviewId, mediaIds, ownerId: authorId, purpose: 'REVIEW', field: 'mediaIds', isList: true });
}
