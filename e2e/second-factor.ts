import { generateSync } from 'otplib';
import * as z from 'zod';
import { data, type Door } from './client.ts';
import type { Person } from './shop.ts';

const STEP_SECONDS = 30;

const Started = z.object({ secret: z.string() });
const Confirmed = z.object({ recoveryCodes: z.array(z.string()).min(1), userErrors: z.array(z.unknown()).length(0) });

/** Asks for a code at each sign-in from now on; its secret, of whose codes that of now is used, and its recovery codes. */
export async function addSecondFactor(
  door: Door,
  person: Pick<Person, 'token'>,
): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const start = 'mutation { twoFactorSetupStart(input: {}) { secret userErrors { code } } }';
  const { secret } = (await data(door, { twoFactorSetupStart: Started }, start, {}, person)).twoFactorSetupStart;
  const confirm = 'mutation ($code: String!) { twoFactorSetupConfirm(input: { code: $code }) { recoveryCodes userErrors { code } } }';
  return withCode(secret, 'NOW', async (code) => {
    const { twoFactorSetupConfirm } = await data(door, { twoFactorSetupConfirm: Confirmed }, confirm, { code }, person);
    return { secret, recoveryCodes: twoFactorSetupConfirm.recoveryCodes };
  });
}

/**
 * What `use` brings with a code of an authenticator app: that of now, or the one after it where that of now was used. `use` fails with a
 * code that is refused; where the marketplace took so long to look at it that it was too old by then, another one is tried.
 */
export async function withCode<T>(secret: string, which: 'NOW' | 'NEXT', use: (code: string) => Promise<T>): Promise<T> {
  for (;;) {
    const step = stepOfNow() + (which === 'NEXT' ? 1 : 0);
    try {
      return await use(generateSync({ secret, epoch: step * STEP_SECONDS }));
    } catch (error) {
      const isStillGood = stepOfNow() <= step + 1;
      if (isStillGood) throw error;
    }
  }
}

function stepOfNow(): number {
  return Math.floor(Date.now() / 1000 / STEP_SECONDS);
}
