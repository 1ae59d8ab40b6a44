import { byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf, text } from '@agora/platform/reading/columns';
import type { Visibility } from '@agora/platform/reading/reader';
import { product } from '../../cached.ts';
import { asSlug } from '../../names/model/slug.ts';
import { Product } from '../model/product.ts';

export const products = rowsOf(
  Product,
  'id',
  'slug',
  'sellerId',
  'name',
  'description',
  'locale',
  'translations',
  'status',
  'category',
  'tags',
  'taxClass',
  'priceFromMinorUnits',
  'priceToMinorUnits',
  'currencyCode',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'publishAt',
  'unpublishAt',
  'takenDownAt',
  'version',
  'ratingHistogram',
);

export type ProductRow = RowOf<typeof products>;

export const ON_SALE = "product.status = 'PUBLISHED' and product.withheld_at is null";

/** Who finds what is not on sale: its seller and administrators only, and moderators what was taken down. */
export const isFound: Visibility = ({ id, isAdmin, isModerator }) =>
  `(${ON_SALE}) or product.seller_id = ${id} or ${isAdmin} or (product.taken_down_at is not null and ${isModerator})`;

/** As `isFound`; what is archived, and was not taken down, is also seen by who bought or reviewed it, or wishes for it. */
export const isVisible: Visibility = (viewer) =>
  `(${isFound(viewer)} or (product.status = 'ARCHIVED' and product.taken_down_at is null and (
    exists (select from purchase where purchase.buyer_id = ${viewer.id} and purchase.product_id = product.id)
    or exists (select from review where review.author_id = ${viewer.id} and review.product_id = product.id)
    or exists (select from wishlist_item where wishlist_item.owner_id = ${viewer.id} and wishlist_item.product_id = product.id))))`;

/** Of what its seller and administrators alone are to hear. */
export const isOwn: Visibility = ({ id, isAdmin }) => `(product.seller_id = ${id} or ${isAdmin})`;

const addressed = {
  from: 'product_slug join product on product.id = product_slug.product_id',
  columns: { ...products.columns, asked: text('product_slug.slug') },
};

const takedowns = rowsOf(Product, 'id', 'takenDownAt', 'takenDownBy', 'takedownReason', 'takedownMessage');

export type TakedownRow = RowOf<typeof takedowns>;

export const productReads = {
  product: byKey({ rows: products, key: 'id', asKey: idOf('prd'), visible: isVisible, cached: product }),
  /** By any address that it has or had. */
  productBySlug: byKey({ rows: addressed, key: 'asked', asKey: asSlug, visible: isVisible, cached: product }),
  /** How often stock of its variants was ever set aside for an order. */
  ordersOfProduct: countByKey({
    rows: {
      from: 'product_variant join stock_reservation_line on stock_reservation_line.variant_id = product_variant.id',
      columns: { productId: text('product_variant.product_id') },
    },
    key: 'productId',
    asKey: idOf('prd'),
  }),
  enabledVariantsOf: countByKey({
    rows: { from: 'product_variant', columns: { productId: text('product_variant.product_id') } },
    key: 'productId',
    asKey: idOf('prd'),
    visible: () => 'product_variant.is_enabled',
  }),
  /** Why it was taken down; for who may see the product. */
  takedown: byKey({ rows: takedowns, key: 'id', asKey: idOf('prd'), visible: isVisible }),
};
