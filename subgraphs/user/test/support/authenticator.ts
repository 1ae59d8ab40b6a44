import { query } from '@agora/platform/database/database';
import type { Actor } from '@agora/platform/security/actor';
import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { generateSync } from 'otplib';
import * as z from 'zod';
import { onDatabase } from './database.ts';
import { mailsOf } from './mails.ts';

const STEP_SECONDS = 30;

const userErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));
const Started = z.object({
  secret: z.string().nullable(),
  otpauthUri: z.string().nullable(),
  expiresAt: z.string().nullable(),
  userErrors,
});
const Confirmed = z.object({
  recoveryCodes: z.array(z.string()).nullable(),
  user: z.object({ id: z.string(), twoFactor: z.object({ isEnabled: z.boolean(), recoveryCodesLeft: z.int() }) }).nullable(),
  userErrors,
});

/** The codes of an authenticator app. */
export interface Authenticator {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** The one of now, or of so many steps from now. */
  code(steps?: number): string;
}

/** A code that is none of those that may be right. */
export function wrongCode({ code }: Pick<Authenticator, 'code'>): string {
  const right = [-2, -1, 0, 1, 2, 3].map((steps) => code(steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((one) => !right.includes(one)) ?? '';
}

/** What people do with authenticator apps. */
export function authenticatorsOf(user: () => SubgraphUnderTest) {
  const start = async (as: Actor, input: object = {}) =>
    Started.parse(
      (
        await user().data(
          `mutation ($input: TwoFactorSetupStartInput!) {
            twoFactorSetupStart(input: $input) { secret otpauthUri expiresAt userErrors { code message field } }
          }`,
          { input },
          { as },
        )
      )['twoFactorSetupStart'],
    );

  const confirm = async (as: Actor, code: string) =>
    Confirmed.parse(
      (
        await user().data(
          `mutation ($input: TwoFactorSetupConfirmInput!) {
            twoFactorSetupConfirm(input: $input) {
              recoveryCodes user { id twoFactor { isEnabled recoveryCodesLeft } } userErrors { code message field }
            }
          }`,
          { input: { code } },
          { as },
        )
      )['twoFactorSetupConfirm'],
    );

  /** As if no code had been used for minutes. */
  const minutesGoBy = (accountId: string) =>
    onDatabase(user().databaseUrl, ({ fork }) =>
      query(fork(), 'update two_factor set last_step = last_step - 10 where account_id = $1', [accountId]),
    );

  return {
    start,
    confirm,
    minutesGoBy,
    /** Adds one to an account, whose codes can all be used. */
    async add(as: Actor): Promise<Authenticator> {
      await mailsOf(user).proveEmail(as);
      const { secret } = await start(as);
      const code = codesOf(secret ?? '');
      const { recoveryCodes } = await confirm(as, code());
      await minutesGoBy(as.id);
      return { secret: secret ?? '', recoveryCodes: recoveryCodes ?? [], code };
    },
  };
}

export function codesOf(secret: string): Authenticator['code'] {
  return (steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS });
}
