import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product } from '../model/product.ts';
import { sentenceOfMissing } from '../publish-problems.ts';
import { missingAttributes } from './missing-attributes.ts';

/**
 * Has something changed that decides what a product has to tell, or tells.
 * @throws REQUIRED where it is on sale and would not tell what it has to, unless that was so before.
 */
export async function stillTelling<Result>(tx: EntityManager, product: Product, change: () => Promise<Result>): Promise<Result> {
  if (product.status !== 'PUBLISHED') return change();
  const before = new Set((await missingAttributes(tx, product.id)).map(({ key }) => key));
  const result = await change();
  await tx.flush();
  const missing = (await missingAttributes(tx, product.id)).find(({ key }) => !before.has(key));
  if (missing) throw new Refusal('REQUIRED', sentenceOfMissing(missing), ['attributes']);
  return result;
}
