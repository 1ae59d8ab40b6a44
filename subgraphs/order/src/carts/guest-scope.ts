import * as z from 'zod';

const AddsToCart = z.object({ input: z.object({ cartToken: z.string() }) });

/** A guest's idempotency keys belong to the cart whose token the request gives. */
export function cartTokenIn(args: unknown): string | null {
  return AddsToCart.safeParse(args).data?.input.cartToken ?? null;
}
