import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { blockUser, unblockUser } from './commands/block-user.ts';
import { muteUser, unmuteUser } from './commands/mute-user.ts';
import { noteAbout } from './commands/note-about.ts';
import { MuteInput, NoteInput } from './inputs.ts';

/** Whom somebody does not want to hear of, and what they keep in mind about others. */
export const relations: Resolvers = {
  Mutation: {
    userBlock: async (_, { input: { userId } }, { em, actor }) => {
      await blockUser(em, { accountId: signedIn(actor).id, otherId: userId });
      return { userId };
    },

    userUnblock: async (_, { input: { userId } }, { em, actor }) => {
      await unblockUser(em, { accountId: signedIn(actor).id, otherId: userId });
      return { userId };
    },

    userMute: async (_, { input }, { em, actor }) => {
      const { userId, until } = checked(MuteInput, input);
      await muteUser(em, { accountId: signedIn(actor).id, otherId: userId, until: until ?? null });
      return { userId };
    },

    userUnmute: async (_, { input: { userId } }, { em, actor }) => {
      await unmuteUser(em, { accountId: signedIn(actor).id, otherId: userId });
      return { userId };
    },

    userNoteUpdate: async (_, { input }, { em, actor }) => {
      const { userId, note } = checked(NoteInput, input);
      await noteAbout(em, { accountId: signedIn(actor).id, otherId: userId, text: note });
      return { userId };
    },
  },

  User: {
    blockedUsers: ({ id }, args, { actor, loaders }) => (actor?.id === id ? loaders.blocksOf.load(id, args) : null),
    mutedUsers: ({ id }, args, { actor, loaders }) => (actor?.id === id ? loaders.mutesOf.load(id, args) : null),
    viewerHasBlocked: async ({ id }, _, { actor, loaders }) => actor !== null && (await loaders.viewersBlockOf.load(id)) !== null,
    viewerHasMuted: async ({ id }, _, { actor, loaders }) => actor !== null && (await loaders.viewersMuteOf.load(id)) !== null,
    viewerNote: async ({ id }, _, { actor, loaders }) =>
      actor === null ? null : ((await loaders.viewersNoteAbout.load(id))?.text ?? null),
    viewerCanBlock: ({ id }, _, { actor }) => actor !== null && actor.id !== id,
  },

  UserBlock: {
    user: ({ blockedId }, _, { loaders }) => loaders.account.load(blockedId),
  },

  UserMute: {
    user: ({ mutedId }, _, { loaders }) => loaders.account.load(mutedId),
  },

  UserBlockPayload: { user: changedUser },
  UserUnblockPayload: { user: changedUser },
  UserMutePayload: { user: changedUser },
  UserUnmutePayload: { user: changedUser },
  UserNoteUpdatePayload: { user: changedUser },
};
