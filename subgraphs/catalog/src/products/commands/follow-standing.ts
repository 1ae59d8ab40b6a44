import type { EntityManager } from '@mikro-orm/postgresql';
import { Seller } from '../../sellers/model.ts';
import { returnProducts, withholdProducts } from './withhold-products.ts';

/** What somebody has on sale goes when they may not sell, and returns when they may again. */
export async function followStanding(tx: EntityManager, userId: string): Promise<void> {
  const { maySell } = await tx.findOneOrFail(Seller, userId);
  await (maySell ? returnProducts(tx, userId) : withholdProducts(tx, userId));
}
