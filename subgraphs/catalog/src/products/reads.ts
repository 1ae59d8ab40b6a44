import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
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
};
