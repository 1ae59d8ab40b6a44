import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import { Cart } from '../model/cart.ts';
import { CartLine } from '../model/cart-line.ts';

type Holder = { readonly ownerId: string; readonly tokenHash: null } | { readonly ownerId: null; readonly tokenHash: string };

/**
 * The cart with its lines, for one transaction at a time. Both are asked for in one write: the second statement sees what was committed
 * before the first was granted its lock.
 */
export async function lockCart(tx: EntityManager, where: Where): Promise<Cart | null> {
  const columns = Object.keys(where).map((name) => COLUMNS[name as keyof Where]);
  const isIt = columns.map((column, index) => `cart.${column} = $${index + 1}`).join(' and ');
  const [[row], lines] = await Promise.all([
    query(tx, `select * from cart where ${isIt} for update`, Object.values(where)),
    query(tx, `select cart_line.* from cart_line join cart on cart.id = cart_id where ${isIt} order by cart_line.id`, Object.values(where)),
  ]);
  if (!row) return null;
  const cart = tx.map(Cart, row);
  cart.lines.hydrate(lines.map((line) => tx.map(CartLine, line)));
  return cart;
}

type Where = { readonly id: string; readonly ownerId: string } | { readonly ownerId: string } | { readonly tokenHash: string };

const COLUMNS = { id: 'id', ownerId: 'owner_id', tokenHash: 'token_hash' };

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
