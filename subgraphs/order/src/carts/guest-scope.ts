import * as z from 'zod';

const AddsToCart = z.object({ input: z.object({ cartToken: z.string() }) });

/** Whose idempotency keys a guest's are: those of whoever holds the cart's token. */
export function cartTokenIn(args: unknown): string | null {
  return AddsToCart.safeParse(args).data?.input.cartToken ?? null;
}
