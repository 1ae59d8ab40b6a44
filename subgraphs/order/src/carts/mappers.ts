import type { Money as Amount } from '@agora/platform/money';
import type { CartLineRow, CartRow } from './reads.ts';

export type Cart = CartRow;
export type CartLine = CartLineRow;
export type Money = Amount;

export interface User {
  readonly id: string;
}

/** Stored for repeats of the same request, as every payload is: ids and plain values only. */
export interface CartPayload {
  readonly cartId?: string;
  readonly cartToken?: string | null;
}
