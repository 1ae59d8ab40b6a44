import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Wishlist } from '../model/wishlist.ts';
import { sentences } from '../sentences.ts';
import { listIn, lockWishlists } from './lock-wishlists.ts';
import { tellOfChange } from './tell-of-change.ts';

export interface UpdateWishlist {
  readonly ownerId: string;
  readonly wishlistId: string;
  /** What is absent stays. */
  readonly name: string | undefined;
  readonly isDefault: boolean | undefined;
  readonly expectedVersion: number | null;
}

/**
 * Changes how a wishlist is called, or makes it the one that wishes go to.
 * @throws NOT_FOUND; VERSION_MISMATCH; INVALID where the default one would be it no more.
 */
export async function updateWishlist(em: EntityManager, { ownerId, wishlistId, ...to }: UpdateWishlist): Promise<void> {
  await transaction(em, async (tx) => {
    const all = await lockWishlists(tx, ownerId);
    const wishlist = listIn(all, wishlistId);
    demandVersion(wishlist, to.expectedVersion);
    if (to.isDefault === false && wishlist.isDefault) throw new Refusal('INVALID', sentences.needsDefault, ['isDefault']);
    const at = new Date();
    const isRenamed = to.name !== undefined && wishlist.rename(to.name, at);
    const isMoved = to.isDefault === true && (await moveDefault(tx, all, wishlist, at));
    if (isRenamed || isMoved) await tellOfChange(tx, 'UPDATED', wishlist);
  });
}

/** False where it is the default one already. */
async function moveDefault(tx: EntityManager, all: readonly Wishlist[], to: Wishlist, at: Date): Promise<boolean> {
  if (to.isDefault) return false;
  for (const former of all) if (former.beDefault(false, at)) await tellOfChange(tx, 'UPDATED', former);
  // Two would be the default for the moment in which one is written and the other is not.
  await tx.flush();
  return to.beDefault(true, at);
}
