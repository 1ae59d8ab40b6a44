import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import { CategoryMoved } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { closeGap, hang, lockCategory, lockParent, lockTree, place } from '../categories/commands/tree.ts';
import { sentences } from '../categories/sentences.ts';
import { leaveBranchesToList } from './relisting/leave-to-list.ts';

export interface MoveCategory {
  readonly categoryId: string;
  /** Null for the top. */
  readonly parentId: string | null;
  /** Among its siblings, from 0; behind all of them where there are fewer. */
  readonly position: number;
  readonly expectedVersion?: number | null | undefined;
}

/**
 * Puts a category, with all below it, under another one or at another place; the terms of what is on sale there name other categories then, and
 * are announced soon after.
 * @throws NOT_FOUND, VERSION_MISMATCH, CONFLICT below itself, LIMIT_REACHED where it would be too deep.
 */
export async function moveCategory(em: EntityManager, { categoryId, parentId, position, expectedVersion }: MoveCategory): Promise<void> {
  await transaction(em, async (tx) => {
    await lockTree(tx);
    const category = await lockCategory(tx, categoryId, 'categoryId');
    demandVersion(category, expectedVersion);
    const parent = await lockParent(tx, parentId);
    if (parent?.isAtOrBelow(category)) throw new Refusal('CONFLICT', sentences.belowItself, ['parentId']);
    const left = category.parent ?? null;
    await hang(tx, category, parent, 'parentId');
    await closeGap(tx, left);
    await place(tx, category, position);
    if (left?.id !== parent?.id) await leaveBranchesToList(tx, [categoryId]);
    await announce(tx, CategoryMoved, { categoryId, parentId, version: category.version });
  });
}
