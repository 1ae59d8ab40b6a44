import { checked } from '@agora/platform/input/input';
import { mayReadPrivate, recentlyAuthenticated, signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { accountOfChallenge, completeChallenge } from './commands/complete-challenge.ts';
import { confirmSetup } from './commands/confirm-setup.ts';
import { disableTwoFactor, resetTwoFactor } from './commands/remove-two-factor.ts';
import { renewRecoveryCodes } from './commands/renew-recovery-codes.ts';
import { startSetup } from './commands/start-setup.ts';
import { AnyCodeInput, ChallengeCompleteInput, CodeInput, ResetInput, SetupStartInput } from './inputs.ts';
import { mayTrySecondFactor } from './may-try.ts';

/** What people show beside a password. */
export const twoFactor: Resolvers = {
  Mutation: {
    sessionChallengeComplete: async (_, { input }, context) => {
      const { token, ...answer } = checked(ChallengeCompleteInput, input);
      await mayTrySecondFactor(context, await accountOfChallenge(context.em, token));
      const { em, ip, userAgent, refreshToken } = context;
      return completeChallenge(em, context, { token, answer, mayBeCookies: refreshToken !== null, client: { ip, userAgent } });
    },

    twoFactorSetupStart: async (_, { input }, { em, actor, totp, lifetimes }) => {
      const { id: accountId } = recentlyAuthenticated(actor);
      const { label } = checked(SetupStartInput, input);
      const setup = await startSetup(em, totp, { accountId, label: label ?? null });
      return { ...setup, expiresAt: new Date(Date.now() + lifetimes.twoFactorSetup).toISOString() };
    },

    twoFactorSetupConfirm: async (_, { input }, context) => {
      const { em, actor, ip, userAgent, limits, lifetimes } = context;
      const { code } = checked(CodeInput, input);
      const { id: userId, sessionId } = signedIn(actor);
      // By session, so that guesses here cost nobody a sign-in.
      limits.secondFactor({ account: userId, device: sessionId });
      const confirmation = { accountId: userId, code, lifetimeMs: lifetimes.twoFactorSetup, client: { ip, userAgent } };
      return { userId, recoveryCodes: await confirmSetup(em, context, confirmation) };
    },

    twoFactorDisable: async (_, { input }, context) => {
      const { id: userId } = recentlyAuthenticated(context.actor);
      const { code: answer } = checked(AnyCodeInput, input);
      await mayTrySecondFactor(context, userId);
      const { em, ip, userAgent } = context;
      await disableTwoFactor(em, context, { accountId: userId, answer, client: { ip, userAgent } });
      return { userId };
    },

    twoFactorRecoveryCodesRenew: async (_, { input }, context) => {
      const { id: userId } = recentlyAuthenticated(context.actor);
      const { code } = checked(CodeInput, input);
      await mayTrySecondFactor(context, userId);
      const { em, ip, userAgent } = context;
      const answer = { method: 'TOTP', code } as const;
      return { userId, recoveryCodes: await renewRecoveryCodes(em, context, { accountId: userId, answer, client: { ip, userAgent } }) };
    },

    twoFactorReset: async (_, { input }, { em, actor, requestEmail }) => {
      const { id: by } = recentlyAuthenticated(actor);
      const { userId, reason } = checked(ResetInput, input);
      await resetTwoFactor(em, requestEmail, { userId, reason, by });
      return { userId };
    },
  },

  User: {
    twoFactor: ({ id, twoFactorEnabledAt }, _, { actor }) =>
      mayReadPrivate(actor, id) ? { userId: id, enabledAt: twoFactorEnabledAt } : null,
  },

  TwoFactor: {
    isEnabled: ({ enabledAt }) => enabledAt !== null,
    recoveryCodesLeft: ({ userId }, _, { loaders }) => loaders.recoveryCodesLeft.load(userId),
  },

  TwoFactorSetupConfirmPayload: { user: changedUser },
  TwoFactorDisablePayload: { user: changedUser },
  TwoFactorRecoveryCodesRenewPayload: { user: changedUser },
  TwoFactorResetPayload: { user: changedUser },
};
