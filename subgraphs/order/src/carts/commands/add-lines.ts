import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { writtenWithNext } from '@agora/platform/database/database';
import { type Problem, Refusal, refuseAll } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { OrderCode } from '../../codes.ts';
import { listedAmong } from '../../listings/listed-among.ts';
import type { ListedVariant } from '../../listings/model.ts';
import { type Cart, type Rejection, MAX_LINES, MAX_UNITS } from '../model/cart.ts';
import { hashOf } from '../model/cart-token.ts';
import { sentences } from '../sentences.ts';
import { createCart, lockCart } from './lock-cart.ts';

export interface AddLines {
  /** Who is signed in; else the cart is a guest's. */
  readonly ownerId: string | null;
  readonly token: string | null;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
  /** What a cart that is empty counts in; where nothing is said, in what its first line is sold in. */
  readonly currencyCode?: string | null;
  readonly expectedVersion: number | null;
}

export interface Added {
  readonly cartId: string;
  /** The secret of a guest's new cart; it is kept nowhere else. */
  readonly newToken: string | null;
}

/**
 * Puts variants into the cart of the signed-in person or of the guest who holds the token; makes the cart where there is
 * none. Somebody who is signed in and still holds a guest's token gets what that cart holds, too. All lines or none: refuses with
 * NOT_FOUND for a cart or a variant that is not there, VERSION_MISMATCH, CURRENCY_MISMATCH for what is not sold in the cart's currency,
 * or where the cart counts in another one than is wanted, and INVALID for too much.
 */
export async function addLines(em: EntityManager, { ownerId, token, lines, currencyCode, expectedVersion }: AddLines): Promise<Added> {
  return writtenWithNext(em, async (tx) => {
    const [{ cart, newToken }, listed] = await Promise.all([openCart(tx, ownerId, token), listedAmong(tx, lines)]);
    demandVersion(cart, expectedVersion);
    demandCurrency(cart, currencyCode);
    add(cart, lines, listed, currencyCode ?? null);
    if (ownerId !== null && token !== null) await mergeGuestCart(tx, cart, token);
    cart.changed(new Date());
    return { cartId: cart.id, newToken };
  });
}

async function openCart(tx: EntityManager, ownerId: string | null, token: string | null): Promise<{ cart: Cart; newToken: string | null }> {
  if (ownerId !== null) return { cart: await createCart(tx, { ownerId, tokenHash: null }), newToken: null };
  if (token === null) {
    const newToken = randomBytes(32).toString('base64url');
    return { cart: await createCart(tx, { ownerId: null, tokenHash: hashOf(newToken) }), newToken };
  }
  const cart = await lockCart(tx, { tokenHash: hashOf(token) });
  if (!cart) throw new Refusal('NOT_FOUND', sentences.noSuchCart, ['cartToken']);
  return { cart, newToken: null };
}

function demandCurrency({ isEmpty, currencyCode }: Cart, wanted: string | null | undefined): void {
  if (wanted == null || isEmpty || wanted === currencyCode) return;
  throw new Refusal<OrderCode>('CURRENCY_MISMATCH', sentences.otherCurrency, ['currencyCode']);
}

function add(cart: Cart, lines: AddLines['lines'], listed: ReadonlyMap<string, ListedVariant>, wanted: string | null): void {
  const problems = lines.flatMap(({ variantId, quantity }, index): Problem<OrderCode>[] => {
    const variant = listed.get(variantId);
    const at = (field: string) => ['lines', String(index), field];
    if (!variant) return [{ code: 'NOT_FOUND', message: sentences.notForSale, field: at('variantId') }];
    const currencyCode = (cart.isEmpty ? wanted : cart.currencyCode) ?? variant.currencyCode;
    const unitPriceMinorUnits = variant.priceIn(currencyCode);
    if (unitPriceMinorUnits === null)
      return [{ code: 'CURRENCY_MISMATCH', message: sentences.noPriceIn(currencyCode), field: at('variantId') }];
    const rejection = cart.add({ variantId, quantity, unitPriceMinorUnits, currencyCode }, newId('cln'));
    return rejection ? [problemOf(rejection, at)] : [];
  });
  refuseAll<OrderCode>(problems);
}

function problemOf(rejection: Rejection, at: (field: string) => string[]): Problem<OrderCode> {
  switch (rejection) {
    case 'OTHER_CURRENCY':
      return { code: 'CURRENCY_MISMATCH', message: sentences.otherCurrency, field: at('variantId') };
    case 'TOO_MANY_UNITS':
      return { code: 'INVALID', message: sentences.tooManyUnits(MAX_UNITS), field: at('quantity') };
    case 'TOO_MANY_LINES':
      return { code: 'INVALID', message: sentences.tooManyLines(MAX_LINES), field: at('variantId') };
    case 'TOO_LARGE_TOTAL':
      return { code: 'INVALID', message: sentences.totalTooLarge, field: at('quantity') };
  }
}

/** What the guest's cart holds goes into `cart`, at most MAX_UNITS of a variant; what is of another currency stays with the guest. */
async function mergeGuestCart(tx: EntityManager, cart: Cart, token: string): Promise<void> {
  const guests = await lockCart(tx, { tokenHash: hashOf(token) });
  if (!guests?.currencyCode) return;
  const { currencyCode } = guests;
  for (const line of guests.lines.getItems()) {
    const { variantId } = line;
    const mine = cart.lines.find((each) => each.variantId === variantId);
    const quantity = Math.min(line.quantity, MAX_UNITS - (mine?.quantity ?? 0));
    const { unitPriceMinorUnits } = mine ?? line;
    const rejection = quantity > 0 ? cart.add({ variantId, quantity, unitPriceMinorUnits, currencyCode }, newId('cln')) : null;
    if (!rejection) guests.lines.remove(line);
  }
  if (guests.isEmpty) tx.remove(guests);
}
