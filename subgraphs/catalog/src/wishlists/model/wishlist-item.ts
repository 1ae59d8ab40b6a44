import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Wishlist } from './wishlist.ts';

/** Most items of a wishlist. */
export const MAX_ITEMS = 500;

/** Most wishes of a person for one product, on all their lists. */
export const MAX_WISHES_FOR_PRODUCT = 50;

export const MAX_QUANTITY = 999;

export const WISHLIST_ALERTS = ['BACK_IN_STOCK', 'PRICE_DROP'] as const;
export type WishlistAlert = (typeof WISHLIST_ALERTS)[number];

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
    /** What to tell its owner. */
    alerts: p.array().$type<WishlistAlert[]>(),
    /** The lowest price when it was added, in its product's own currency. */
    priceMinorUnits: p.bigint('number'),
    currencyCode: p.text(),
    /** Whether it cost less than that when it was last looked at. */
    isCheaper: p.boolean(),
    /** Whether it could be bought then. */
    isAvailable: p.boolean(),
    addedAt: p.datetime(3),
  }),
});

/** What may be said of a wish; what is absent stays. */
export interface WishChanges {
  readonly quantity?: number | undefined;
  readonly note?: string | null | undefined;
  readonly alerts?: readonly WishlistAlert[] | undefined;
}

/** What somebody wishes for, and what it costs. */
export interface Wished {
  readonly variantId: string | null;
  readonly priceMinorUnits: number;
  readonly currencyCode: string;
  readonly isAvailable: boolean;
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
      alerts: readonly WishlistAlert[];
      addedAt: Date;
    },
  ): WishlistItem {
    return newRow(WishlistItem, { ...given, alerts: inOrder(given.alerts), isCheaper: false, ownerId: given.wishlist.ownerId });
  }

  /** Whether anything differs from before. */
  change({ quantity = this.quantity, note = this.note ?? null, alerts = this.alerts }: WishChanges): boolean {
    const wanted = inOrder(alerts);
    if (quantity === this.quantity && note === (this.note ?? null) && wanted.join() === this.alerts.join()) return false;
    Object.assign(this, { quantity, note, alerts: wanted });
    return true;
  }

  /** For something else of the same product, with its price as of now. */
  wishFor(wished: Wished): void {
    Object.assign(this, wished, { isCheaper: false });
  }

  move(wishlist: Wishlist, place: number): void {
    this.wishlist = wishlist;
    this.place = place;
  }
}
WishlistItemSchema.setClass(WishlistItem);

function inOrder(alerts: readonly WishlistAlert[]): WishlistAlert[] {
  return WISHLIST_ALERTS.filter((alert) => alerts.includes(alert));
}
