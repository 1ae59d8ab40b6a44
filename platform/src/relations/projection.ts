import type { EventType } from '@agora/schema/events/event';
import { type Happened, onAll } from '../events/reaction.ts';
import type { Projection } from '../replay/projection.ts';
import { endAversions, noteAversions } from './note-aversion.ts';

interface Blocked {
  readonly userId: string;
  readonly blockedUserId: string;
}

interface Muted {
  readonly userId: string;
  readonly mutedUserId: string;
}

/** What is said of blocks and mutes. */
export interface RelationEvents {
  readonly UserBlocked: EventType<Blocked>;
  readonly UserUnblocked: EventType<Blocked>;
  readonly UserMuted: EventType<Muted & { readonly until: string | null }>;
  readonly UserUnmuted: EventType<Muted>;
}

/** Who is averse to whom, as a service keeps it in its table `aversion`. Mutes end by themselves, of which no event tells. */
export function relationsOf(
  { UserBlocked, UserUnblocked, UserMuted, UserUnmuted }: RelationEvents,
  { name, description }: Pick<Projection, 'name' | 'description'>,
): Projection {
  return {
    name,
    description,
    tables: [{ name: 'aversion', key: ['account_id', 'other_id', 'relation'], isOver: (row) => `${row}.until <= now()` }],
    reactions: [
      onAll(UserBlocked, (tx, happened) => noteAversions(tx, 'BLOCK', dataOf(happened).map(blockIn))),
      onAll(UserUnblocked, (tx, happened) => endAversions(tx, 'BLOCK', dataOf(happened).map(blockIn))),
      onAll(UserMuted, (tx, happened) =>
        noteAversions(
          tx,
          'MUTE',
          dataOf(happened).map((mute) => ({ ...muteIn(mute), until: mute.until })),
        ),
      ),
      onAll(UserUnmuted, (tx, happened) => endAversions(tx, 'MUTE', dataOf(happened).map(muteIn))),
    ],
  };
}

function dataOf<Data>(happened: readonly Happened<Data>[]): Data[] {
  return happened.map(({ data }) => data);
}

function blockIn({ userId, blockedUserId }: Blocked) {
  return { accountId: userId, otherId: blockedUserId };
}

function muteIn({ userId, mutedUserId }: Muted) {
  return { accountId: userId, otherId: mutedUserId };
}
