import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { sentences } from '../sentences.ts';

/**
 * The category that somebody wants a product to be listed in; it is not removed meanwhile.
 * @throws NOT_FOUND
 */
export async function wantedCategory(tx: EntityManager, slug: string): Promise<Category> {
  const category = await tx.findOne(Category, { slug }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!category) throw new Refusal('NOT_FOUND', sentences.noSuchCategory, ['categorySlug']);
  return category;
}
