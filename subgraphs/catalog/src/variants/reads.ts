import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, number, type RowOf } from '@agora/platform/reading/columns';
import { Product } from '../products/model/product.ts';
import { ProductVariant } from '../products/model/product-variant.ts';
import { isVisible } from '../products/reads.ts';

const variants = {
  from: 'product_variant join product on product.id = product_variant.product_id',
  columns: {
    ...columnsOf(ProductVariant, 'id', 'sku', 'product', 'priceMinorUnits'),
    ...columnsOf(Product, 'currencyCode'),
    availableQuantity: number('product_variant.available'),
  },
};

export type VariantRow = RowOf<typeof variants>;

export const variantReads = {
  variant: byKey({ rows: variants, key: 'id', asKey: idOf('var'), visible: isVisible }),
  variantsOfProduct: allByKey({
    rows: variants,
    key: 'productId',
    asKey: idOf('prd'),
    visible: isVisible,
    order: 'product_variant.price_minor_units, product_variant.id',
  }),
};
