import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { isLanguageOfOurs } from '@agora/platform/input/sentence';
import { feedCursor } from '@agora/platform/live/feed';
import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { UserCode } from '../codes.ts';
import { resendVerification } from './commands/resend-verification.ts';
import { verifyEmailByToken } from './commands/verify-email.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { changedUser } from './changed-user.ts';
import { changeContact } from './commands/change-contact.ts';
import { changePreferences } from './commands/change-preferences.ts';
import { updateUser } from './commands/update-user.ts';
import { ContactInput, EmailVerifyInput, PreferencesInput, UserUpdateInput } from './inputs.ts';
import type { ViewerEvent } from './mappers.ts';
import { sentences } from './sentences.ts';
import { feedOfViewer, ViewerChange } from './viewer-feed.ts';

export const accounts: Resolvers = {
  Query: {
    viewer: (_, __, { actor, loaders }) => (actor ? loaders.account.load(actor.id) : null),

    user: (_, { id, username }, { loaders }) =>
      lookUp({ id, username: username?.toLowerCase() }, { id: loaders.account, username: loaders.accountByUsername }),
  },

  Mutation: {
    userUpdate: async (_, { input }, { em, actor }) => {
      const { avatarId, expectedVersion, ...names } = checked(UserUpdateInput, input);
      const { id: userId } = signedIn(actor);
      await updateUser(em, { accountId: userId, names, avatarId, expectedVersion: expectedVersion ?? null });
      return { userId };
    },

    userContactUpdate: async (_, { input }, { em, actor }) => {
      const { id: userId } = signedIn(actor);
      await changeContact(em, userId, checked(ContactInput, input));
      return { userId };
    },

    userPreferencesUpdate: async (_, { input }, { em, actor }) => {
      const preferences = checked(PreferencesInput, input);
      if (preferences.locale !== undefined && !isLanguageOfOurs(preferences.locale)) {
        throw new Refusal<UserCode>('UNSUPPORTED', sentences.noLanguageOfOurs, ['locale']);
      }
      const { id: userId } = signedIn(actor);
      await changePreferences(em, userId, preferences);
      return { userId };
    },

    userEmailVerify: async (_, { input }, { em }) => ({ userId: await verifyEmailByToken(em, checked(EmailVerifyInput, input).token) }),

    userEmailVerificationResend: async (_, { input }, context) => {
      const { em, actor, ip } = context;
      const next = await resendVerification(em, context, { accountId: signedIn(actor).id, locale: input.locale ?? null, ip });
      return { nextAllowedAt: next.toISOString() };
    },
  },

  Subscription: {
    viewerUpdated: {
      subscribe: (_, { after }, { actor, feeds }) =>
        feeds.follow({ feeds: [feedOfViewer(signedIn(actor).id)], after, payload: ViewerChange }),
      resolve: (event: ViewerEvent) => event,
    },
  },

  ViewerEvent: {
    kind: ({ payload }) => payload.kind,
    user: (_, __, { actor, loaders }) => present(loaders.account.load(signedIn(actor).id)),
  },

  UserEmailVerifyPayload: {
    user: ({ userId }, _, { actor, loaders }) => (userId !== undefined && userId === actor?.id ? loaders.account.load(userId) : null),
    isVerified: ({ userId }) => userId !== undefined,
  },

  User: {
    __resolveReference: ({ id }, { loaders }) => loaders.account.load(id),
    avatar: ({ avatarId }) => (avatarId === null ? null : { id: avatarId }),
    email: ({ id, email }, _, { actor }) => (mayReadPrivate(actor, id) ? email : null),
    emailVerifiedAt: ({ id, emailVerifiedAt }, _, { actor }) => (mayReadPrivate(actor, id) ? emailVerifiedAt : null),
    roles: ({ id, roles }, _, { actor }) => (mayReadPrivate(actor, id) ? roles : null),
    contact: ({ id }, _, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.contact.load(id) : null),
    preferences: ({ id }, _, { actor, loaders }) => (actor?.id === id ? loaders.preferences.load(id) : null),
    liveCursor: ({ id, feedSeq }, _, { actor, cursors }) =>
      actor?.id === id ? feedCursor(cursors, { [feedOfViewer(id)]: feedSeq }) : null,
    isViewer: ({ id }, _, { actor }) => actor?.id === id,
    viewerCanEdit: ({ id }, _, { actor }) => actor?.id === id,
  },

  UserUpdatePayload: { user: changedUser },
  UserContactUpdatePayload: { user: changedUser },
  UserPreferencesUpdatePayload: { user: changedUser },
};
