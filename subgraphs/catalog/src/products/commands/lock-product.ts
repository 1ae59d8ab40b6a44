import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Product } from '../model/product.ts';
import { sentences } from '../sentences.ts';

export interface ChangeProduct {
  readonly productId: string;
  readonly by: Actor;
}

/**
 * A product that somebody may change, their own or, of an administrator, anybody's, for one transaction at a time.
 * @throws NOT_FOUND
 */
export async function lockProduct(tx: EntityManager, id: string, by: Actor): Promise<Product> {
  return locked(tx, id, isAdmin(by) ? {} : { sellerId: by.id });
}

/**
 * As `lockProduct`, for what nobody does in a seller's place.
 * @throws NOT_FOUND
 */
export async function lockOwnProduct(tx: EntityManager, id: string, sellerId: string): Promise<Product> {
  return locked(tx, id, { sellerId });
}

async function locked(tx: EntityManager, id: string, whose: { readonly sellerId?: string }): Promise<Product> {
  const product = prefixOf(id) === 'prd' ? await tx.findOne(Product, { id, ...whose }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!product) throw new Refusal('NOT_FOUND', sentences.noSuchProduct, ['productId']);
  return product;
}
