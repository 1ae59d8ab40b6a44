import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Wishlist } from './wishlist.ts';

/** Most items of a wishlist. */
export const MAX_ITEMS = 500;

/** Most wishes of a person for one product, on all their lists. */
export const MAX_WISHES_FOR_PRODUCT = 50;

export const MAX_QUANTITY = 999;

/** How far neighbours are from each other at first, so that something fits between them. */
export const STEP = 2 ** 20;

const WishlistItemSchema = defineEntity({
  name: 'WishlistItem',
  indexes: [
    { properties: ['wishlist', 'place', 'id'] },
    { properties: ['ownerId', 'productId'] },
    { properties: ['productId', 'ownerId'] },
  ],
  properties: personal('ownerId', {
    id: p.text().primary(),
    wishlist: () => p.manyToOne(Wishlist).updateRule('no action').deleteRule('cascade'),
    ownerId: p.text(),
    /** Also of one that is gone. */
    productId: p.text(),
    /** Null for any. */
    variantId: p.text().nullable(),
    /** Where it stands on its list. */
    place: p.bigint('number'),
    quantity: p.integer(),
    note: p.text().nullable(),
    /** The lowest price when it was added, in its product's own currency. */
    priceMinorUnits: p.bigint('number'),
    currencyCode: p.text(),
    addedAt: p.datetime(3),
  }),
});

/** What may be said of a wish; what is absent stays. */
export interface WishChanges {
  readonly quantity?: number | undefined;
  readonly note?: string | null | undefined;
}

/** What somebody wishes for, and what it costs. */
export interface Wished {
  readonly variantId: string | null;
  readonly priceMinorUnits: number;
  readonly currencyCode: string;
}

/** Something that somebody wishes for. */
export class WishlistItem extends WishlistItemSchema.class {
  static of(
    given: Wished & {
      id: string;
      wishlist: Wishlist;
      productId: string;
      place: number;
      quantity: number;
      note: string | null;
      addedAt: Date;
    },
  ): WishlistItem {
    return newRow(WishlistItem, { ...given, ownerId: given.wishlist.ownerId });
  }

  /** Whether anything differs from before. */
  change({ quantity = this.quantity, note = this.note ?? null }: WishChanges): boolean {
    if (quantity === this.quantity && note === (this.note ?? null)) return false;
    Object.assign(this, { quantity, note });
    return true;
  }

  /** For something else of the same product, with its price as of now. */
  wishFor(wished: Wished): void {
    Object.assign(this, wished);
  }

  move(wishlist: Wishlist, place: number): void {
    this.wishlist = wishlist;
    this.place = place;
  }
}
WishlistItemSchema.setClass(WishlistItem);
