import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** Most wishlists of a person. */
export const MAX_WISHLISTS = 50;

const WishlistSchema = defineEntity({
  name: 'Wishlist',
  uniques: [
    { name: 'wishlist_default', properties: ['ownerId'], where: 'is_default' },
    { name: 'wishlist_share_hash', properties: ['shareHash'] },
  ],
  indexes: [{ properties: ['ownerId', 'createdAt', 'id'] }],
  checks: [{ name: 'wishlist_share_check', expression: '(share_key is null) = (share_hash is null)' }],
  properties: personal('ownerId', {
    id: p.text().primary(),
    ownerId: p.text(),
    name: p.text(),
    isDefault: p.boolean(),
    /** What the token of its link is made from, with a secret that is not kept here; null where there is no link. */
    shareKey: p.text().nullable(),
    /** What its link is found by. */
    shareHash: p.text().nullable(),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  }),
});

/** Things that somebody wishes for, for themself or for whoever has its link. */
export class Wishlist extends WishlistSchema.class {
  static of(given: { id: string; ownerId: string; name: string; isDefault: boolean; createdAt: Date }): Wishlist {
    return newRow(Wishlist, { ...given, shareKey: null, shareHash: null, version: 1, updatedAt: given.createdAt });
  }

  /** False where it is called so already. */
  rename(name: string, at: Date): boolean {
    if (name === this.name) return false;
    this.name = name;
    this.changed(at);
    return true;
  }

  /** Whether wishes go there when no list is said; false where that stays. */
  beDefault(isDefault: boolean, at: Date): boolean {
    if (isDefault === this.isDefault) return false;
    this.isDefault = isDefault;
    this.changed(at);
    return true;
  }

  /** By a new link; one that it had leads nowhere any more. */
  share(link: { readonly shareKey: string; readonly shareHash: string }, at: Date): void {
    Object.assign(this, link);
    this.changed(at);
  }

  /** False where there is no link. */
  unshare(at: Date): boolean {
    if (this.shareHash == null) return false;
    Object.assign(this, { shareKey: null, shareHash: null });
    this.changed(at);
    return true;
  }

  /** Counts one change of it, or of what is on it. */
  changed(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}
WishlistSchema.setClass(Wishlist);
