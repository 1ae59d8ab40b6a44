import * as z from 'zod';

const ComingIn = z.object({ input: z.object({ email: z.string() }) });

/** Keys of those who register or sign in are kept apart by the e-mail that they give. */
export function emailIn(args: unknown): string | null {
  return ComingIn.safeParse(args).data?.input.email ?? null;
}
