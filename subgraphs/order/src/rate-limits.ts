import type { Budgets } from '@agora/platform/budgets/budgets';
import { addressKey } from '@agora/platform/budgets/address-key';

/** What may be done how often; what is too much is refused with RATE_LIMITED. */
export interface RateLimits {
  newGuestCart(guest: { readonly ip: string }): void;
}

/** An office shops at once; who keeps the token of a cart needs no second one for 30 days. */
const GUEST_CARTS_FROM_ADDRESS = { capacity: 100, refillPerSecond: 1 / 6, what: 'new carts' };

export function createRateLimits(budgets: Budgets): RateLimits {
  const guestCarts = budgets.budget('guest-cart', GUEST_CARTS_FROM_ADDRESS);
  return { newGuestCart: ({ ip }) => void guestCarts.spend(addressKey(ip)) };
}
