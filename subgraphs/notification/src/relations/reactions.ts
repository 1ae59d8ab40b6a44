import { on, type Reaction } from '@agora/platform/events/consumer';
import { UserBlocked, UserMuted, UserUnblocked, UserUnmuted } from '@agora/schema/events/user';
import { endAversion, noteAversion } from './note-aversion.ts';

/** Who does not want to hear of whom. */
export const relationReactions: readonly Reaction[] = [
  on(UserBlocked, (tx, { userId: accountId, blockedUserId: otherId }) => noteAversion(tx, { accountId, otherId, relation: 'BLOCK' })),
  on(UserUnblocked, (tx, { userId: accountId, blockedUserId: otherId }) => endAversion(tx, { accountId, otherId, relation: 'BLOCK' })),
  on(UserMuted, (tx, { userId: accountId, mutedUserId: otherId, until }) =>
    noteAversion(tx, { accountId, otherId, relation: 'MUTE', until }),
  ),
  on(UserUnmuted, (tx, { userId: accountId, mutedUserId: otherId }) => endAversion(tx, { accountId, otherId, relation: 'MUTE' })),
];
