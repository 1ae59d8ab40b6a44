import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import type { Actor } from '@agora/platform/security/actor';
import { ProductReinstated, ProductTakenDown } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Takedown } from '../model/product.ts';
import { sentences } from '../sentences.ts';
import { announceDelisted } from './announce-delisted.ts';
import { lockForModeration } from './lock-product.ts';

export interface TakeDownProduct extends Takedown {
  readonly productId: string;
  readonly by: Actor;
}

/**
 * Takes somebody's product off sale because it breaks the rules; it cannot be published until it is reinstated.
 * @throws NOT_FOUND; FORBIDDEN for one's own; CONFLICT where it is not on sale.
 */
export async function takeDownProduct(em: EntityManager, { productId, by, reason, message }: TakeDownProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockForModeration(tx, productId, by);
    const wasOnSale = product.isOnSale;
    if (!product.takeDown({ reason, message }, by.id, new Date())) throw new Refusal('CONFLICT', sentences.notPublished, ['productId']);
    if (wasOnSale) await announceDelisted(tx, product, await product.variants.loadItems());
    await announce(tx, ProductTakenDown, { productId, sellerId: product.sellerId, productName: product.name, reason, message });
  });
}

export interface ReinstateProduct {
  readonly productId: string;
  readonly by: Actor;
  /** The seller reads it. */
  readonly message: string | null;
}

/**
 * Lets the seller publish a product again.
 * @throws NOT_FOUND; FORBIDDEN for one's own; CONFLICT where it was not taken down.
 */
export async function reinstateProduct(em: EntityManager, { productId, by, message }: ReinstateProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockForModeration(tx, productId, by);
    if (!product.reinstate(new Date())) throw new Refusal('CONFLICT', sentences.notTakenDown, ['productId']);
    await announce(tx, ProductReinstated, { productId, sellerId: product.sellerId, productName: product.name, message });
  });
}
