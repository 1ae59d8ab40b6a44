import { Refusal } from '@agora/platform/errors';
import { boolean, columnsOf, nullable, number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { ON_SALE } from '../../products/reads/products.ts';
import type { Wished } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';

/**
 * What somebody wishes for, with its lowest price now.
 * @throws NOT_FOUND for a product that is not on sale, and for what is no variant of it that its seller offers.
 */
export async function wished(tx: EntityManager, productId: string, variantId: string | null): Promise<Wished> {
  const [offer] = await offerOf(tx, [productId, variantId]);
  if (!offer?.isOnSale) throw new Refusal('NOT_FOUND', sentences.notOnSale, ['productId']);
  const { currencyCode, priceFromMinorUnits, variantPrice, isAvailable } = offer;
  if (variantId === null) return { variantId, currencyCode, isAvailable, priceMinorUnits: priceFromMinorUnits };
  if (variantPrice === null) throw new Refusal('NOT_FOUND', sentences.noSuchVariant, ['variantId']);
  return { variantId, currencyCode, isAvailable, priceMinorUnits: variantPrice };
}

const offerOf = statement(
  {
    ...columnsOf(Product, 'currencyCode', 'priceFromMinorUnits'),
    isOnSale: boolean(ON_SALE),
    variantPrice: nullable(number('product_variant.price_minor_units')),
    /** It, or any where it is null. */
    isAvailable: boolean(`exists (select from product_variant as bought
      where bought.product_id = product.id and bought.is_enabled and bought.available > 0 and bought.id = coalesce($2::text, bought.id))`),
  },
  (columns) => `select ${columns} from product
    left join product_variant on product_variant.id = $2::text and product_variant.product_id = product.id and product_variant.is_enabled
    where product.id = $1`,
);
