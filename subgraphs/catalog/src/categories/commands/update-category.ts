import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import { CategoryUpdated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { CategoryTexts } from '../model/category.ts';
import { sentences } from '../sentences.ts';
import { lockCategory } from './tree.ts';
import { useImage, type UseImage } from './use-image.ts';

export interface UpdateCategory extends UseImage {
  readonly categoryId: string;
  /** All of them; they stay where absent. */
  readonly texts: CategoryTexts | undefined;
  readonly slug: string | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** @throws NOT_FOUND, VERSION_MISMATCH, SLUG_TAKEN, and what `useImage` throws. */
export async function updateCategory(em: EntityManager, wanted: UpdateCategory): Promise<void> {
  const { categoryId, texts, slug, expectedVersion } = wanted;
  try {
    await transaction(em, async (tx) => {
      const category = await lockCategory(tx, categoryId, 'categoryId');
      demandVersion(category, expectedVersion);
      category.change({ slug, texts });
      await useImage(tx, categoryId, wanted);
      await tx.flush();
      await announce(tx, CategoryUpdated, { categoryId, slug: category.slug, name: category.name, version: category.version });
    });
  } catch (error) {
    if (!violates(error, 'category_slug_unique')) throw error;
    throw new Refusal<CatalogCode>('SLUG_TAKEN', sentences.slugTaken, ['slug']);
  }
}
