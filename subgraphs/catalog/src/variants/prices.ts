import type { Money } from '@agora/platform/money';
import type { Price, PriceRange } from '../products/model/price.ts';
import type { ProductRow } from '../products/reads/products.ts';
import type { Context } from '../context.ts';
import type { VariantRow } from './reads/variants.ts';

/** The price in the currency that somebody wants, if all enabled variants of the product have one, so that a product's prices can be compared; else in its own. */
export async function priceIn(variant: VariantRow, wanted: string | null | undefined, loaders: Context['loaders']): Promise<Price> {
  const own = ownPrice(variant);
  if (!wanted || wanted === own.currencyCode) return own;
  const others = await loaders.otherPricesOfVariant.load(variant.id);
  const found = others.find(({ currencyCode, isOfWholeProduct }) => currencyCode === wanted && isOfWholeProduct);
  return found ? { ...found, minorUnits: found.priceMinorUnits } : own;
}

/** In every currency it is sold in, its product's own first. */
export async function pricesOf(variant: VariantRow, loaders: Context['loaders']): Promise<Price[]> {
  const others = await loaders.otherPricesOfVariant.load(variant.id);
  return [ownPrice(variant), ...others.map((price) => ({ ...price, minorUnits: price.priceMinorUnits }))];
}

/** As `priceIn`, of all enabled variants. */
export async function rangeIn(product: ProductRow, wanted: string | null | undefined, loaders: Context['loaders']): Promise<PriceRange> {
  const { id, currencyCode, priceFromMinorUnits: fromMinorUnits, priceToMinorUnits: toMinorUnits } = product;
  const own = { currencyCode, fromMinorUnits, toMinorUnits };
  if (!wanted || wanted === currencyCode) return own;
  const ranges = await loaders.pricesOfProduct.load(id);
  return ranges.find((range) => range.currencyCode === wanted) ?? own;
}

/** What it cost before; null where it is not reduced. */
export function beforeReduction({ compareAtMinorUnits, currencyCode }: Price): Money | null {
  return compareAtMinorUnits === null ? null : { minorUnits: compareAtMinorUnits, currencyCode };
}

function ownPrice({ currencyCode, priceMinorUnits: minorUnits, compareAtMinorUnits }: VariantRow): Price {
  return { currencyCode, minorUnits, compareAtMinorUnits };
}
