import { transaction } from '@agora/platform/database/database';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceUpdated } from './announce-updated.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';
import { useProductMedia } from './use-product-media.ts';

export interface SetProductMedia extends ChangeProduct {
  /** In the order in which they are shown. */
  readonly mediaIds: readonly string[];
  readonly expectedVersion: number | null;
}

/**
 * Says which files of its seller a product shows.
 * @throws NOT_FOUND, VERSION_MISMATCH, and what `useProductMedia` throws.
 */
export async function setProductMedia(em: EntityManager, { productId, by, mediaIds, expectedVersion }: SetProductMedia): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    demandVersion(product, expectedVersion);
    if (!(await useProductMedia(tx, product, mediaIds))) return;
    product.changed(new Date());
    await announceUpdated(tx, product);
  });
}
