import { allByKey, byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, number, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { Visibility } from '@agora/platform/reading/reader';
import { ofProduct } from '../../cached.ts';
import { isGtin, longestForm } from '../../products/model/gtin.ts';
import { ProductOption } from '../../products/model/product-option.ts';
import { ProductPrice } from '../../products/model/product-price.ts';
import { Product } from '../../products/model/product.ts';
import { ProductVariant } from '../../products/model/product-variant.ts';
import { VariantPrice } from '../../products/model/variant-price.ts';
import { isVisible, ON_SALE } from '../../products/reads/products.ts';

export const variants = {
  from: 'product_variant join product on product.id = product_variant.product_id',
  columns: {
    ...columnsOf(
      ProductVariant,
      'id',
      'sku',
      'product',
      'sellerId',
      'optionValueIds',
      'priceMinorUnits',
      'compareAtMinorUnits',
      'barcode',
      'gtin',
      'weightGrams',
      'isDigital',
      'isEnabled',
      'onHand',
      'reserved',
      'lowStockThreshold',
      'createdAt',
      'updatedAt',
    ),
    ...columnsOf(Product, 'currencyCode'),
    availableQuantity: columnsOf(ProductVariant, 'available').available,
    isOnSale: boolean(ON_SALE),
  },
};

/** With where the feed of its stock stood when the row was read. */
const followed = {
  from: `${variants.from} left join platform.feed_head on feed_head.feed_key = 'variant:' || product_variant.id`,
  columns: { ...variants.columns, feedSeq: number('coalesce(feed_head.seq, 0)') },
};

const options = {
  from: 'product_option join product on product.id = product_option.product_id',
  columns: { ...columnsOf(ProductOption), ...columnsOf(Product, 'locale') },
};

const otherPrices = {
  from: 'variant_price join product_variant on product_variant.id = variant_price.variant_id',
  columns: {
    ...columnsOf(VariantPrice),
    /** Whether every enabled variant of the product has a price in this currency. */
    isOfWholeProduct: boolean(
      `exists (select from product_price
        where product_price.product_id = product_variant.product_id and product_price.currency_code = variant_price.currency_code)`,
    ),
  },
};

export type VariantRow = RowOf<typeof variants>;
export type OptionRow = RowOf<typeof options>;

const isMine: Visibility = ({ id }) => `product_variant.seller_id = ${id}`;

export const variantReads = {
  variant: byKey({ rows: variants, key: 'id', asKey: idOf('var'), visible: isVisible }),
  /** Among the viewer's own. */
  variantBySku: byKey({ rows: variants, key: 'sku', asKey: asCode, visible: isMine }),
  /** Among the viewer's own; the newest where several have it. */
  variantByBarcode: byKey({
    rows: variants,
    key: 'gtin',
    asKey: (asked) => (isGtin(asked) ? longestForm(asked) : null),
    visible: (viewer) => `${isMine(viewer)} and not exists (select from product_variant newer
      where newer.seller_id = product_variant.seller_id and newer.gtin = product_variant.gtin and newer.id > product_variant.id)`,
  }),
  variantsOfProduct: allByKey({
    rows: followed,
    key: 'productId',
    asKey: idOf('prd'),
    visible: (viewer) => `${isVisible(viewer)} and (product_variant.is_enabled or product.seller_id = ${viewer.id} or ${viewer.isAdmin})`,
    order: 'product_variant.position, product_variant.id',
    cached: ofProduct,
  }),
  purchasableOfProduct: countByKey({
    rows: variants,
    key: 'productId',
    asKey: idOf('prd'),
    visible: () => `${ON_SALE} and product_variant.is_enabled and product_variant.available > 0`,
    cached: ofProduct,
  }),
  optionsOfProduct: allByKey({ rows: options, key: 'productId', asKey: idOf('prd'), order: 'product_option.position', cached: ofProduct }),
  /** Beside its price in the product's own currency. */
  otherPricesOfVariant: allByKey({ rows: otherPrices, key: 'variantId', asKey: idOf('var'), order: 'variant_price.currency_code' }),
  /** In every currency that all enabled variants have. */
  pricesOfProduct: allByKey({
    rows: rowsOf(ProductPrice),
    key: 'productId',
    asKey: idOf('prd'),
    order: 'product_price.currency_code',
    cached: ofProduct,
  }),
};

/** What could be a seller's code. */
function asCode(asked: string): string | null {
  return asked.length <= 200 && !asked.includes('\0') ? asked.normalize('NFC') : null;
}
