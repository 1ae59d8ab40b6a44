import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { CategoryDeleted, ProductUpdated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hang, lockCategory, lockTree, place } from '../categories/commands/tree.ts';
import { Category } from '../categories/model/category.ts';
import type { CatalogCode } from '../codes.ts';
import { dropMedia } from '../media/commands/use-media.ts';
import { Product } from '../products/model/product.ts';
import { leaveBranchesToList, leaveToList } from './relisting/leave-to-list.ts';
import { sentences } from './sentences.ts';

/**
 * Removes a category; what is in it and right below it moves to the other one, where that is given. Answers how many products did.
 * @throws NOT_FOUND, IN_USE where there is something and no other category, INVALID where that is the same or below it, LIMIT_REACHED
 * where what is below it would be too deep.
 */
export async function deleteCategory(em: EntityManager, categoryId: string, moveToId: string | null): Promise<number> {
  return transaction(em, async (tx) => {
    await lockTree(tx);
    const category = await lockCategory(tx, categoryId, 'categoryId');
    const target = moveToId === null ? null : await lockCategory(tx, moveToId, 'moveToCategoryId');
    if (target?.isAtOrBelow(category)) throw new Refusal('INVALID', sentences.movesIntoItself, ['moveToCategoryId']);
    const moved = await moveProducts(tx, category, target);
    await moveBranches(tx, category, target);
    await tx.remove(category).flush();
    await dropMedia(tx, [categoryId]);
    await announce(tx, CategoryDeleted, { categoryId, slug: category.slug, movedToCategoryId: moveToId, movedProductCount: moved });
    return moved;
  });
}

async function moveBranches(tx: EntityManager, category: Category, target: Category | null): Promise<void> {
  const branches = await tx.find(Category, { parent: category }, { orderBy: { position: 'asc', id: 'asc' } });
  for (const branch of branches) {
    if (!target) throw inUse();
    await hang(tx, branch, target, 'moveToCategoryId');
    await place(tx, branch);
  }
  await leaveBranchesToList(
    tx,
    branches.map(({ id }) => id),
  );
}

/** Whoever lists a product in a category locks it, so that none comes in meanwhile. */
async function moveProducts(tx: EntityManager, category: Category, target: Category | null): Promise<number> {
  if (!target) {
    if (await tx.findOne(Product, { category }, { fields: ['id'] })) throw inUse();
    return 0;
  }
  const moved = await moveTo(tx, [category.id, target.id]);
  for (const { id: productId, ...facts } of moved) await announce(tx, ProductUpdated, { productId, ...facts, categorySlug: target.slug });
  await leaveToList(
    tx,
    moved.map(({ id }) => id),
  );
  return moved.length;
}

const moveTo = statement(
  columnsOf(Product, 'id', 'sellerId', 'status', 'name', 'slug', 'version'),
  (columns) => `update product set category_id = $2, version = version + 1, updated_at = now() where category_id = $1 returning ${columns}`,
);

function inUse(): Refusal<CatalogCode> {
  return new Refusal<CatalogCode>('IN_USE', sentences.inUse, ['categoryId']);
}
