import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { CategoryCreated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { slugOf } from '../../names/model/slug.ts';
import { Category, type CategoryTexts } from '../model/category.ts';
import { sentences } from '../sentences.ts';
import { demandDepth, lockParent, lockTree, place } from './tree.ts';
import { useImage, type UseImage } from './use-image.ts';

export interface CreateCategory extends UseImage {
  readonly texts: CategoryTexts;
  /** Made from the first name where absent. */
  readonly slug?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  /** Among its siblings; the last where absent. */
  readonly position?: number | null | undefined;
}

/**
 * Adds a branch to the catalogue; answers its id.
 * @throws NOT_FOUND for the parent, LIMIT_REACHED where it would be too deep, SLUG_TAKEN, and what `useImage` throws.
 */
export async function createCategory(em: EntityManager, given: CreateCategory): Promise<string> {
  const id = newId('cat');
  const made = slugOf(given.texts[0].name, 'category');
  try {
    await write(em, id, given.slug ?? made, given);
  } catch (error) {
    if (!violates(error, 'category_slug_unique')) throw error;
    if (given.slug) throw new Refusal<CatalogCode>('SLUG_TAKEN', sentences.slugTaken, ['slug']);
    await write(em, id, `${made}-${id.slice(-6)}`, given);
  }
  return id;
}

async function write(em: EntityManager, id: string, slug: string, { texts, parentId, position, ...image }: CreateCategory): Promise<void> {
  await transaction(em, async (tx) => {
    await lockTree(tx);
    const parent = await lockParent(tx, parentId);
    const category = Category.of({ id, slug, texts, parent });
    await tx.persist(category).flush();
    await demandDepth(tx, id, 'parentId');
    await place(tx, category, position);
    await useImage(tx, id, image);
    await announce(tx, CategoryCreated, {
      categoryId: id,
      slug,
      name: category.name,
      parentId: parent?.id ?? null,
      version: category.version,
    });
  });
}
