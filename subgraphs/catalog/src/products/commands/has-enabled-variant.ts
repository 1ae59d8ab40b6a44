import type { EntityManager } from '@mikro-orm/postgresql';
import { ProductVariant } from '../model/product-variant.ts';

/** Whether anything of a product is offered. */
export async function hasEnabledVariant(tx: EntityManager, productId: string): Promise<boolean> {
  return (await tx.count(ProductVariant, { product: productId, isEnabled: true })) > 0;
}
