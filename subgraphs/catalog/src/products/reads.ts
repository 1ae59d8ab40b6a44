import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Visibility } from '@agora/platform/reading/reader';
import { asSlug } from '../names/model/slug.ts';
import { Product } from './model/product.ts';

export const products = rowsOf(
  Product,
  'id',
  'slug',
  'sellerId',
  'name',
  'description',
  'translations',
  'status',
  'category',
  'priceFromMinorUnits',
  'currencyCode',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'version',
);

export type ProductRow = RowOf<typeof products>;

/** Drafts, and what is withheld, are seen by their seller and administrators only. */
export const isVisible: Visibility = ({ id, isAdmin }) =>
  `((product.status <> 'DRAFT' and product.withheld_at is null) or product.seller_id = ${id} or ${isAdmin})`;

export const ON_SALE = "product.status = 'PUBLISHED' and product.withheld_at is null";

export const productReads = {
  product: byKey({ rows: products, key: 'id', asKey: idOf('prd'), visible: isVisible }),
  productBySlug: byKey({ rows: products, key: 'slug', asKey: asSlug, visible: isVisible }),
  /** What is on sale in each category, newest first. */
  productsOfCategory: listsOf({
    rows: products,
    of: 'product.category_id = parent.id',
    where: [ON_SALE],
    order: sortedBy(
      'products of a category',
      { sql: 'product.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'DESC' },
    ),
  }),
};
