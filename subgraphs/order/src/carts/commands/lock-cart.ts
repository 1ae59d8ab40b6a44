import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import { Cart } from '../model/cart.ts';

type Holder = { readonly ownerId: string; readonly tokenHash: null } | { readonly ownerId: null; readonly tokenHash: string };

/** The cart with its lines, for one transaction at a time. */
export async function lockCart(tx: EntityManager, where: { id?: string; ownerId?: string; tokenHash?: string }): Promise<Cart | null> {
  const cart = await tx.findOne(Cart, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await cart?.lines.init();
  return cart;
}

/** The holder's locked cart, made where there is none; of two that make it at once, one finds the other's. */
export async function createCart(tx: EntityManager, { ownerId, tokenHash }: Holder): Promise<Cart> {
  const where = ownerId === null ? { tokenHash } : { ownerId };
  const found = await lockCart(tx, where);
  if (found) return found;
  await query(tx, 'insert into cart (id, owner_id, token_hash, version, updated_at) values ($1, $2, $3, 0, now()) on conflict do nothing', [
    newId('crt'),
    ownerId,
    tokenHash,
  ]);
  const cart = await lockCart(tx, where);
  if (!cart) throw new Error('A cart vanished.');
  return cart;
}
