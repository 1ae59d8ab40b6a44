import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { useMedia } from '../../media/commands/use-media.ts';
import { sentences } from '../../media/sentences.ts';
import { announceUpdated } from './announce-updated.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

const MAX_MEDIA = 50;

export interface SetProductMedia extends ChangeProduct {
  /** In the order in which they are shown. */
  readonly mediaIds: readonly string[];
  readonly expectedVersion: number | null;
}

/**
 * Says which files of its seller a product shows.
 * @throws NOT_FOUND, VERSION_MISMATCH, LIMIT_REACHED, and what `useMedia` throws.
 */
export async function setProductMedia(em: EntityManager, { productId, by, mediaIds, expectedVersion }: SetProductMedia): Promise<void> {
  if (mediaIds.length > MAX_MEDIA) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyUsed(MAX_MEDIA), ['mediaIds']);
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    demandVersion(product, expectedVersion);
    const ownerId = product.sellerId;
    if (!(await useMedia(tx, { usedBy: product.id, mediaIds, ownerId, purpose: 'PRODUCT', field: 'mediaIds', isList: true }))) return;
    product.changed(new Date());
    await announceUpdated(tx, product);
  });
}
