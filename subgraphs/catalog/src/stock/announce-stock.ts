import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { StockChanged } from '@agora/schema/events/catalog';
import type { ProductVariant } from '../products/model/product-variant.ts';
import { stockEntry } from './feed.ts';

/** Announces, live too, that so many units more or fewer are available. */
export async function announceStock(
  tx: EntityManager,
  variant: ProductVariant,
  change: { readonly operation: 'INCREASE' | 'DECREASE'; readonly quantity: number },
): Promise<void> {
  const seen = { variantId: variant.id, availableQuantity: variant.available };
  await announce(tx, StockChanged, { ...seen, ...change, productId: variant.product.id, changedAt: new Date().toISOString() }, [
    stockEntry(seen),
  ]);
}
