import type { EntityManager } from '@mikro-orm/postgresql';
import { announceVariants } from './announce-listed.ts';
import { lockVariants } from './lock-variants.ts';
import type { Product } from '../model/product.ts';

/** Announces that the terms of its variants are new; of what is not on sale, nobody has heard any. */
export async function listAgain(tx: EntityManager, product: Product): Promise<void> {
  if (!product.isOnSale) return;
  await lockVariants(tx, [product.id]);
  await tx.populate(product, ['variants']);
  for (const variant of product.variants) variant.listAgain();
  await announceVariants(tx, product);
}
