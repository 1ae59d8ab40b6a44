import { checked } from '@agora/platform/input/input';
import { STANDARD_PREFERENCES } from '../accounts/model/preferences.ts';
import { isAdmin, recentlyAuthenticated, signedIn } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { namedSessions } from '../sessions/named-sessions.ts';
import { tokensOf, userOf } from '../sessions/signed-in-fields.ts';
import { transportOf } from '../sessions/transport.ts';
import { cancelEmailChange, confirmEmailChange, requestEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { createSession } from './create-session.ts';
import {
  EmailChangeConfirmInput,
  EmailChangeRequestInput,
  PasswordChangeInput,
  PasswordResetInput,
  PasswordResetRequestInput,
  ReauthenticateInput,
  RegisterInput,
  SignInInput,
} from './inputs.ts';
import { reauthenticate } from './reauthenticate.ts';
import { mayTrySecondFactor } from '../two-factor/may-try.ts';
import { registerUser } from './register-user.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { usableLocale } from './usable-locale.ts';
import { mustNotBeCommon } from './common-passwords.ts';

/** How people come in. */
export const signIn: Resolvers = {
  Mutation: {
    userRegister: async (_, { input }, context) => {
      const { em, ip, userAgent, languages, limits } = context;
      const { profileKind, username, ...registration } = checked(RegisterInput, input);
      mustNotBeCommon(registration.password, 'password');
      limits.registration({ ip });
      return registerUser(em, context, {
        ...registration,
        username: username ?? null,
        locale: registration.locale ?? usableLocale(languages),
        currencyCode: registration.currencyCode ?? STANDARD_PREFERENCES.currencyCode,
        timeZone: registration.timeZone ?? STANDARD_PREFERENCES.timeZone,
        kind: profileKind ?? 'CONSUMER',
        transport: transportOf(input, context),
        client: { ip, userAgent },
      });
    },

    sessionCreate: async (_, { input }, context) => {
      const { em, ip, userAgent, limits } = context;
      const { email, password } = checked(SignInInput, input);
      const transport = transportOf(input, context);
      limits.signIn({ ip, account: email });
      return createSession(em, context, { email, password, transport, client: { ip, userAgent } });
    },

    sessionReauthenticate: async (_, { input }, context) => {
      const { em, actor, ip, userAgent, refreshToken, limits } = context;
      const { password, code } = checked(ReauthenticateInput, input);
      const { id: accountId, sessionId } = signedIn(actor);
      limits.signIn({ ip, account: sessionId });
      if (code) await mayTrySecondFactor(context, accountId);
      const proof = { password, answer: code ?? null, mayBeCookies: refreshToken !== null };
      return reauthenticate(em, context, { accountId, sessionId, ...proof, client: { ip, userAgent } });
    },

    userPasswordResetRequest: async (_, { input }, context) => {
      const { em, ip, userAgent, limits } = context;
      const { email, locale } = checked(PasswordResetRequestInput, input);
      limits.passwordReset({ ip, email });
      await requestPasswordReset(em, context, { email, locale, client: { ip, userAgent } });
      return { isAccepted: true };
    },

    userPasswordReset: async (_, { input }, { em, ip, userAgent, requestEmail }) => {
      const { token, newPassword } = checked(PasswordResetInput, input);
      mustNotBeCommon(newPassword, 'newPassword');
      await resetPassword(em, requestEmail, { token, newPassword, client: { ip, userAgent } });
      return { isReset: true };
    },

    userEmailChangeRequest: async (_, { input }, context) => {
      const { em, actor, ip, userAgent, limits } = context;
      const { id: accountId } = recentlyAuthenticated(actor);
      const { newEmail } = checked(EmailChangeRequestInput, input);
      limits.emailChange({ account: accountId, email: newEmail });
      const expiresAt = await requestEmailChange(em, context, { accountId, newEmail, client: { ip, userAgent } });
      return { userId: accountId, expiresAt: expiresAt.toISOString() };
    },

    userEmailChangeConfirm: async (_, { input }, { em, actor, ip, userAgent, requestEmail }) => {
      const { token } = checked(EmailChangeConfirmInput, input);
      return { userId: await confirmEmailChange(em, requestEmail, { token, actor, client: { ip, userAgent } }) };
    },

    userEmailChangeCancel: async (_, { input }, { em, actor }) => {
      const { id } = signedIn(actor);
      const accountId = input.userId ?? id;
      await cancelEmailChange(em, { accountId, by: { id, isAdmin: isAdmin(actor) } });
      return { userId: accountId };
    },

    userPasswordChange: async (_, { input }, { em, actor, ip, userAgent, limits, loaders, requestEmail }) => {
      const { otherSessions, currentPassword, newPassword } = checked(PasswordChangeInput, input);
      const { id: accountId, sessionId } = signedIn(actor);
      // The old password is proof enough where nothing else is asked for when somebody signs in.
      const isProof = typeof currentPassword === 'string' && (await loaders.account.load(accountId))?.twoFactorEnabledAt == null;
      if (!isProof) recentlyAuthenticated(actor);
      mustNotBeCommon(newPassword, 'newPassword');
      // By session: whoever holds another token of the account can then not use up what its owner may try.
      limits.signIn({ ip, account: sessionId });
      const keptSessionId = otherSessions === false ? null : sessionId;
      const change = { accountId, currentPassword: currentPassword ?? null, newPassword, keptSessionId, client: { ip, userAgent } };
      return { userId: accountId, revokedSessionIds: await changePassword(em, requestEmail, change) };
    },
  },

  UserPasswordResetRequestPayload: { isAccepted: ({ isAccepted }) => isAccepted ?? false },
  UserPasswordResetPayload: { isReset: ({ isReset }) => isReset ?? false },

  UserEmailChangeRequestPayload: {
    user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)),
  },

  UserEmailChangeConfirmPayload: {
    user: ({ userId }, _, { actor, loaders }) => (userId !== undefined && userId === actor?.id ? loaders.account.load(userId) : null),
  },

  UserEmailChangeCancelPayload: {
    user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)),
  },

  User: {
    pendingEmail: async ({ id }, _, { actor, loaders }) =>
      actor?.id === id ? ((await loaders.pendingEmailOf.load(id))?.email ?? null) : null,
  },

  UserPasswordChangePayload: {
    user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)),
    revokedSessionIds: ({ revokedSessionIds }) => namedSessions(revokedSessionIds),
  },

  UserRegisterPayload: { user: userOf, session: tokensOf },
};
