import * as z from 'zod';

const Exchange = z.object({ input: z.object({ refreshToken: z.string() }) });

/** A refresh token names its owner like a sign-in: who lost the answer to its exchange gets it again by idempotency key. */
export function refreshTokenIn(args: unknown): string | null {
  return Exchange.safeParse(args).data?.input.refreshToken ?? null;
}
