import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
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

/**
 * As `lockProduct`, for who judges the products of others: what they can see.
 * @throws NOT_FOUND; FORBIDDEN for one's own.
 */
export async function lockForModeration(tx: EntityManager, id: string, by: Actor): Promise<Product> {
  const seen = { $or: [{ status: 'PUBLISHED' as const, withheldAt: null }, { takenDownAt: { $ne: null } }] };
  const product = await locked(tx, id, isAdmin(by) ? {} : seen, sentences.thereIsNoSuchProduct);
  if (product.sellerId === by.id) throw new Refusal('FORBIDDEN', sentences.ownProduct, ['productId']);
  return product;
}

/**
 * Not `for update`: what an order changes of its variants is noted beside the product, by rows that refer to it, for which it would wait here while its variants are
 * waited for.
 */
const lockOne = statement(columnsOf(Product, 'id'), (columns) => `select ${columns} from product where id = $1 for no key update`);

async function locked(tx: EntityManager, id: string, which: FilterQuery<Product>, notFound = sentences.noSuchProduct): Promise<Product> {
  const isThere = prefixOf(id) === 'prd' && (await lockOne(tx, [id])).length > 0;
  const product = isThere ? await tx.findOne(Product, { $and: [{ id }, which] }) : null;
  if (!product) throw new Refusal('NOT_FOUND', notFound, ['productId']);
  return product;
}
