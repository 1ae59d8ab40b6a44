import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { data, type Door } from './client.ts';
import type { Registered } from './shop.ts';

/** Opens the link that was mailed to whoever registered. */
export async function proveEmail(door: Door, { email }: Registered): Promise<void> {
  const token = await tokenMailedTo(door, email, 'verify-email');
  await data(
    door,
    { userEmailVerify: z.object({ isVerified: z.literal(true) }) },
    'mutation ($token: String!) { userEmailVerify(input: { token: $token }) { isVerified } }',
    { token },
  );
}

/** Waits for the mail to this address whose link leads to `/path`; the token in it. */
export function tokenMailedTo(door: Door, email: string, path: string): Promise<string> {
  return eventually(async () => {
    const list = await page(door, '/mail');
    for (const [, mail = ''] of list.matchAll(new RegExp(`<a href="(/mail/eml_[0-9a-z]+)">[^<]*</a></td><td>${email}<`, 'g'))) {
      const [, token] = new RegExp(`/${path}#token=([\\w-]+)`).exec(await page(door, mail)) ?? [];
      if (token) return token;
    }
    return undefined;
  });
}

async function page({ url }: Door, path: string): Promise<string> {
  return (await fetch(`${url}${path}`)).text();
}
