import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { ProductVariant } from '../products/model/product-variant.ts';

/** Locks these variants in the order of their ids, as everyone does, so that two orders never wait for each other. */
export async function lockedVariants(tx: EntityManager, ids: Iterable<string>): Promise<Map<string, ProductVariant>> {
  const variants = await tx.find(
    ProductVariant,
    { id: { $in: [...ids] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return new Map(variants.map((variant) => [variant.id, variant]));
}
