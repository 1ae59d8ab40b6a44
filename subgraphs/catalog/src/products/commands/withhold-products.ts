import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { announceVariants, TERMS } from './announce-listed.ts';
import { announceDelisted } from './announce-delisted.ts';
import { announceUpdated } from './announce-updated.ts';
import { Product } from '../model/product.ts';
import { lockVariants } from './lock-variants.ts';

/** Takes what a seller has on sale off it; it is the same product when it returns. */
export async function withholdProducts(tx: EntityManager, sellerId: string): Promise<void> {
  const products = await lockProducts(tx, { sellerId, status: 'PUBLISHED', withheldAt: null });
  const now = new Date();
  for (const product of products) product.withhold(now);
  await tx.flush();
  for (const product of products) await announceDelisted(tx, product, product.variants);
}

/** Puts on sale again what was withheld of a seller. */
export async function returnProducts(tx: EntityManager, sellerId: string): Promise<void> {
  const products = await lockProducts(tx, { sellerId, withheldAt: { $ne: null } });
  for (const product of products) product.returnToSale();
  await tx.flush();
  for (const product of products) {
    await announceVariants(tx, product);
    // Then nothing else tells that it is seen again.
    if (!product.variants.getItems().some(({ isEnabled }) => isEnabled)) await announceUpdated(tx, product);
  }
}

async function lockProducts(tx: EntityManager, where: object): Promise<Product[]> {
  const products = await tx.find(Product, where, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  await lockVariants(
    tx,
    products.map(({ id }) => id),
  );
  await tx.populate(products, TERMS);
  return products;
}
