import { allByKey, byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, nullable, number, type RowOf, text } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Viewer, Visibility } from '@agora/platform/reading/reader';
import { ON_SALE, products } from '../products/reads/products.ts';
import { wishlistFeed } from './feed.ts';
import { hashOfToken } from './model/share-token.ts';
import { Wishlist } from './model/wishlist.ts';
import { WishlistItem } from './model/wishlist-item.ts';

const wishlists = {
  from: ({ id }: Viewer) =>
    `wishlist left join platform.feed_head on wishlist.owner_id = ${id} and feed_head.feed_key = 'wishlists:' || wishlist.owner_id`,
  columns: {
    ...columnsOf(Wishlist, 'id', 'ownerId', 'name', 'isDefault', 'shareKey', 'shareHash', 'version', 'createdAt', 'updatedAt'),
    /** Where the feed of its owner stood for them when the row was read. */
    feedSeq: number('coalesce(feed_head.seq, 0)'),
  },
};

const items = {
  from: `wishlist_item
    left join product on product.id = wishlist_item.product_id and ${ON_SALE} and product.currency_code = wishlist_item.currency_code
    left join product_variant on product_variant.id = wishlist_item.variant_id and product_variant.product_id = product.id
      and product_variant.is_enabled`,
  columns: {
    ...columnsOf(
      WishlistItem,
      'id',
      'wishlist',
      'ownerId',
      'productId',
      'variantId',
      'quantity',
      'note',
      'alerts',
      'priceMinorUnits',
      'currencyCode',
      'addedAt',
    ),
    /** Null of what is not on sale. */
    priceNow: nullable(
      number('case when wishlist_item.variant_id is null then product.price_from_minor_units else product_variant.price_minor_units end'),
    ),
  },
};

export type WishlistRow = RowOf<typeof wishlists>;
export type WishlistItemRow = RowOf<typeof items>;

const feedHeads = {
  from: 'platform.feed_head',
  columns: { feed: text('feed_head.feed_key'), seq: number('feed_head.seq') },
};

const isOwn: Visibility = ({ id }) => `wishlist.owner_id = ${id}`;

/** By whoever has its link, unless its owner is suspended. */
const IS_SHARED = `wishlist.share_hash is not null
  and not exists (select from seller where seller.user_id = wishlist.owner_id and seller.is_suspended)`;

const isOwnItem: Visibility = ({ id }) => `wishlist_item.owner_id = ${id}`;

/** Whoever asks has found the list: as its owner, or by its link. */
const isOnReadableList: Visibility = (viewer) =>
  `${isOwnItem(viewer)} or exists (select from wishlist where wishlist.id = wishlist_item.wishlist_id and ${IS_SHARED})`;

const inOwnersOrder = sortedBy(
  'wishlist items',
  { sql: 'wishlist_item.place', type: 'bigint', direction: 'ASC' },
  { sql: 'wishlist_item.id', type: 'text', direction: 'ASC' },
);

export const wishlistReads = {
  /** For its owner alone. */
  wishlist: byKey({ rows: wishlists, key: 'id', asKey: idOf('wsl'), visible: isOwn }),
  wishlistByToken: byKey({ rows: wishlists, key: 'shareHash', asKey: hashOfToken, visible: () => IS_SHARED }),
  /** The list that an item is on which was read. */
  wishlistOfItem: byKey({ rows: wishlists, key: 'id', asKey: idOf('wsl'), visible: (viewer) => `${isOwn(viewer)} or (${IS_SHARED})` }),
  wishlistsOf: listsOf({
    rows: wishlists,
    of: 'wishlist.owner_id = parent.id',
    order: sortedBy(
      'wishlists',
      { sql: '(case when wishlist.is_default then 0 else 1 end)', type: 'bigint', direction: 'ASC' },
      { sql: 'wishlist.created_at', type: 'timestamptz', direction: 'ASC' },
      { sql: 'wishlist.id', type: 'text', direction: 'ASC' },
    ),
    visible: isOwn,
  }),
  /** Where the feed of somebody's wishlists stands. */
  wishlistFeedHead: byKey({ rows: feedHeads, key: 'feed', asKey: wishlistFeed }),
  wishlistItem: byKey({ rows: items, key: 'id', asKey: idOf('wsi'), visible: isOwnItem }),
  itemsOfWishlist: listsOf({
    rows: items,
    of: 'wishlist_item.wishlist_id = parent.id',
    order: inOwnersOrder,
    visible: isOnReadableList,
  }),
  itemCountOfWishlist: countByKey({ rows: items, key: 'wishlistId', asKey: idOf('wsl'), visible: isOnReadableList }),
  /** What its reader wishes for of a product. */
  wishesForProduct: allByKey({
    rows: items,
    key: 'productId',
    asKey: idOf('prd'),
    visible: isOwnItem,
    order: 'wishlist_item.added_at, wishlist_item.id',
  }),
  /** As anybody sees it. */
  productOnSale: byKey({ rows: products, key: 'id', asKey: idOf('prd'), visible: () => ON_SALE }),
};
