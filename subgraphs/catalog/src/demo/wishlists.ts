import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { ShareLinks } from '../wishlists/share-links.ts';
import { STEP, WishlistItem } from '../wishlists/model/wishlist-item.ts';
import { Wishlist } from '../wishlists/model/wishlist.ts';

interface DemoList {
  readonly key: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isShared: boolean;
  /** What is said of each thing, in their order. */
  readonly notes: readonly (string | null)[];
}

const LISTS: readonly DemoList[] = [
  { key: 'wishlist-balcony', name: 'Balcony', isDefault: true, isShared: false, notes: [null, 'When the old one breaks.', null] },
  {
    key: 'wishlist-birthday',
    name: 'Birthday',
    isDefault: false,
    isShared: true,
    notes: ['In blue, please.', null, 'Two would be lovely.'],
  },
];

/** Every so many products, so that they are of several sellers. */
const EVERY = 7;
/** What one of them cost more when it was added, in cents. */
const WAS_DEARER = 400;

/** What the demo buyer wishes for: a list for herself, and one whose link her friends have. */
export function demoWishlists(links: ShareLinks, at: Date): (Wishlist | WishlistItem)[] {
  let taken = 0;
  return LISTS.flatMap(({ key, name, isDefault, isShared, notes }) => {
    const wishlist = Wishlist.of({ id: demoId('wsl', key), ownerId: demoId('usr', 'buyer'), name, isDefault, createdAt: at });
    if (isShared) wishlist.share(links.make(wishlist.id), at);
    const items = notes.map((note, index) => {
      const product = DEMO_PRODUCTS[taken++ * EVERY];
      if (!product) throw new Error('There are fewer demo products than the demo buyer wishes for.');
      const prices = product.variants.map(({ price }) => price);
      return WishlistItem.of({
        id: demoId('wsi', `${key} ${index}`),
        wishlist,
        productId: product.id,
        variantId: null,
        priceMinorUnits: Math.min(...prices) + (index === 1 ? WAS_DEARER : 0),
        currencyCode: 'EUR',
        place: (index + 1) * STEP,
        quantity: 1,
        note,
        alerts: ['BACK_IN_STOCK', 'PRICE_DROP'],
        isAvailable: product.variants.some(({ stock }) => stock > 0),
        addedAt: at,
      });
    });
    return [wishlist, ...items];
  });
}
