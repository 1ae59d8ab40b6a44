import { generateSync } from 'otplib';
import * as z from 'zod';
import { data, type Door } from './client.ts';
import type { Person } from './shop.ts';

const Started = z.object({ secret: z.string() });
const Confirmed = z.object({ recoveryCodes: z.array(z.string()).min(1) });

/** Asks for a code at each sign-in from now on; its recovery codes. */
export async function addSecondFactor(door: Door, person: Pick<Person, 'token'>): Promise<readonly string[]> {
  const start = 'mutation { twoFactorSetupStart(input: {}) { secret userErrors { code } } }';
  const { secret } = (await data(door, { twoFactorSetupStart: Started }, start, {}, person)).twoFactorSetupStart;
  const confirm = 'mutation ($code: String!) { twoFactorSetupConfirm(input: { code: $code }) { recoveryCodes userErrors { code } } }';
  const code = generateSync({ secret });
  return (await data(door, { twoFactorSetupConfirm: Confirmed }, confirm, { code }, person)).twoFactorSetupConfirm.recoveryCodes;
}
