import { query } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { useMedia } from '../../media/commands/use-media.ts';
import { sentences } from '../../media/sentences.ts';
import type { Product } from '../model/product.ts';

const MAX_MEDIA = 50;

/**
 * Says which files of its seller a locked product shows, in their order; its variants let go of those that are not among them.
 * Answers whether that is another list than before.
 * @throws LIMIT_REACHED, and what `useMedia` throws.
 */
export async function useProductMedia(tx: EntityManager, product: Product, mediaIds: readonly string[]): Promise<boolean> {
  const { id: usedBy, sellerId: ownerId } = product;
  if (mediaIds.length > MAX_MEDIA) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyUsed(MAX_MEDIA), ['mediaIds']);
  await query(
    tx,
    `delete from media_use using product_variant
     where media_use.used_by = product_variant.id and product_variant.product_id = $1 and media_use.media_id <> all($2::text[])`,
    [usedBy, mediaIds.filter((id) => prefixOf(id) === 'med')],
  );
  return useMedia(tx, { usedBy, mediaIds, ownerId, purpose: 'PRODUCT', field: 'mediaIds', isList: true });
}
