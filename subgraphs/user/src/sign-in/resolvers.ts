import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import { STANDARD_PREFERENCES } from '../accounts/model/preferences.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { namedSessions } from '../sessions/named-sessions.ts';
import { tokensOf, userOf } from '../sessions/signed-in-fields.ts';
import { changePassword } from './change-password.ts';
import { createSession } from './create-session.ts';
import { PasswordChangeInput, RegisterInput, SignInInput } from './inputs.ts';
import { registerUser } from './register-user.ts';

/** A language tag of BCP 47 (https://www.rfc-editor.org/rfc/rfc5646), as far as `userRegister` takes one. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const DEFAULT_LOCALE = 'en';

/** How people come in. */
export const signIn: Resolvers = {
  Mutation: {
    userRegister: async (_, { input }, { em, ip, userAgent, languages, limits, tokens }) => {
      const { profileKind, username, ...registration } = checked(RegisterInput, input);
      limits.registration({ ip });
      return registerUser(em, tokens, {
        ...registration,
        username: username ?? null,
        locale: registration.locale ?? usableLocale(languages),
        currencyCode: registration.currencyCode ?? STANDARD_PREFERENCES.currencyCode,
        timeZone: registration.timeZone ?? STANDARD_PREFERENCES.timeZone,
        kind: profileKind ?? 'CONSUMER',
        client: { ip, userAgent },
      });
    },

    sessionCreate: async (_, { input }, { em, ip, userAgent, limits, tokens }) => {
      const { email, password } = checked(SignInInput, input);
      limits.signIn({ ip, account: email });
      return createSession(em, tokens, { email, password, client: { ip, userAgent } });
    },

    userPasswordChange: async (_, { input }, { em, actor, ip, limits }) => {
      const { otherSessions, ...passwords } = checked(PasswordChangeInput, input);
      const { id: accountId, sessionId } = signedIn(actor);
      // By session: whoever holds another token of the account can then not use up what its owner may try.
      limits.signIn({ ip, account: sessionId });
      const keptSessionId = otherSessions === false ? null : sessionId;
      return { userId: accountId, revokedSessionIds: await changePassword(em, { accountId, ...passwords, keptSessionId }) };
    },
  },

  UserPasswordChangePayload: {
    user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)),
    revokedSessionIds: ({ revokedSessionIds }) => namedSessions(revokedSessionIds),
  },

  UserRegisterPayload: { user: userOf, session: tokensOf },
};

function usableLocale(languages: readonly string[]): string {
  return languages.find((tag) => LOCALE.test(tag)) ?? DEFAULT_LOCALE;
}
