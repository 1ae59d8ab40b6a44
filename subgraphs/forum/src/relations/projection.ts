import { onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import type { DataOf } from '@agora/schema/events/event';
import { UserBlocked, UserMuted, UserUnblocked, UserUnmuted } from '@agora/schema/events/user';
import { endAversions, noteAversions } from './note-aversion.ts';

/** Mutes end by themselves, of which no event tells. */
export const relations: Projection = {
  name: 'forum-relations',
  description: 'Whose posts and comments somebody does not want to see, as user says it.',
  tables: [{ name: 'aversion', key: ['account_id', 'other_id', 'relation'], isOver: (row) => `${row}.until <= now()` }],
  reactions: [
    onAll(UserBlocked, (tx, happened) =>
      noteAversions(
        tx,
        'BLOCK',
        happened.map(({ data }) => blockIn(data)),
      ),
    ),
    onAll(UserUnblocked, (tx, happened) =>
      endAversions(
        tx,
        'BLOCK',
        happened.map(({ data }) => blockIn(data)),
      ),
    ),
    onAll(UserMuted, (tx, happened) =>
      noteAversions(
        tx,
        'MUTE',
        happened.map(({ data }) => ({ ...muteIn(data), until: data.until })),
      ),
    ),
    onAll(UserUnmuted, (tx, happened) =>
      endAversions(
        tx,
        'MUTE',
        happened.map(({ data }) => muteIn(data)),
      ),
    ),
  ],
};

function blockIn({ userId, blockedUserId }: DataOf<typeof UserUnblocked>) {
  return { accountId: userId, otherId: blockedUserId };
}

function muteIn({ userId, mutedUserId }: DataOf<typeof UserUnmuted>) {
  return { accountId: userId, otherId: mutedUserId };
}
