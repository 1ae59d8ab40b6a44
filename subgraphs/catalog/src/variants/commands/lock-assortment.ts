import { demandVersion } from '@agora/platform/input/expected-version';
import { announceUpdated } from '../../products/commands/announce-updated.ts';
import { type ChangeProduct, lockProduct } from '../../products/commands/lock-product.ts';
import { lockVariants } from '../../products/commands/lock-variants.ts';
import type { Product } from '../../products/model/product.ts';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface ChangeAssortment extends ChangeProduct {
  readonly expectedVersion: number | null;
}

/**
 * A product that somebody may change, with its options, variants and prices, for one transaction at a time.
 * @throws NOT_FOUND, VERSION_MISMATCH
 */
export async function lockAssortment(tx: EntityManager, { productId, by, expectedVersion }: ChangeAssortment): Promise<Product> {
  const product = await lockProduct(tx, productId, by);
  demandVersion(product, expectedVersion);
  await lockVariants(tx, [productId]);
  await tx.populate(product, ['options', 'variants.otherPrices', 'priceRanges']);
  return product;
}

/** Counts a change of a product's options or variants, and announces it. */
export async function assortmentChanged(tx: EntityManager, product: Product, at: Date): Promise<void> {
  product.reprice();
  product.changed(at);
  await tx.flush();
  await announceUpdated(tx, product);
}
