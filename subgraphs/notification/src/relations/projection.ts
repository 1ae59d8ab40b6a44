import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { UserBlocked, UserMuted, UserUnblocked, UserUnmuted } from '@agora/schema/events/user';
import { endAversion, noteAversion } from './note-aversion.ts';

/** Mutes end by themselves, of which no event tells. */
export const relations: Projection = {
  name: 'notification-relations',
  description: 'Of whom somebody does not want to be told anything, as user says it.',
  tables: [{ name: 'aversion', key: ['account_id', 'other_id', 'relation'], isOver: (row) => `${row}.until <= now()` }],
  reactions: [
    on(UserBlocked, (tx, { userId: accountId, blockedUserId: otherId }) => noteAversion(tx, { accountId, otherId, relation: 'BLOCK' })),
    on(UserUnblocked, (tx, { userId: accountId, blockedUserId: otherId }) => endAversion(tx, { accountId, otherId, relation: 'BLOCK' })),
    on(UserMuted, (tx, { userId: accountId, mutedUserId: otherId, until }) =>
      noteAversion(tx, { accountId, otherId, relation: 'MUTE', until }),
    ),
    on(UserUnmuted, (tx, { userId: accountId, mutedUserId: otherId }) => endAversion(tx, { accountId, otherId, relation: 'MUTE' })),
  ],
};
