import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, number, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Visibility } from '@agora/platform/reading/reader';
import { asSlug } from '../names/model/slug.ts';
import { Product } from './model/product.ts';
import { ProductVariant } from './model/product-variant.ts';

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
);

export type ProductRow = RowOf<typeof products>;

const variants = {
  from: 'product_variant join product on product.id = product_variant.product_id',
  columns: {
    ...columnsOf(ProductVariant, 'id', 'sku', 'product', 'priceMinorUnits'),
    ...columnsOf(Product, 'currencyCode'),
    availableQuantity: number('product_variant.on_hand - product_variant.reserved'),
  },
};

export type VariantRow = RowOf<typeof variants>;

/** Drafts, and what is withheld, are seen by their seller and administrators only. */
const isVisible: Visibility = ({ id, isAdmin }) =>
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
  variant: byKey({ rows: variants, key: 'id', asKey: idOf('var'), visible: isVisible }),
  variantsOfProduct: allByKey({
    rows: variants,
    key: 'productId',
    asKey: idOf('prd'),
    visible: isVisible,
    order: 'product_variant.price_minor_units, product_variant.id',
  }),
};
