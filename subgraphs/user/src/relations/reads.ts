import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Visibility } from '@agora/platform/reading/reader';
import { Block, Mute, Note } from './model.ts';

const blocks = rowsOf(Block, 'blocked', 'blockedAt');
const mutes = rowsOf(Mute, 'muted', 'mutedAt', 'until');

export type BlockRow = RowOf<typeof blocks>;
export type MuteRow = RowOf<typeof mutes>;

/** Nobody's but the owner's, not even an administrator's. */
const ownBlock: Visibility = ({ id }) => `block.account_id = ${id}`;
const ownMute: Visibility = ({ id }) => `mute.account_id = ${id} and (mute.until is null or mute.until > now())`;

export const relationReads = {
  viewersBlockOf: byKey({ rows: blocks, key: 'blockedId', asKey: idOf('usr'), visible: ownBlock }),
  viewersMuteOf: byKey({ rows: mutes, key: 'mutedId', asKey: idOf('usr'), visible: ownMute }),
  viewersNoteAbout: byKey({
    rows: rowsOf(Note, 'about', 'text'),
    key: 'aboutId',
    asKey: idOf('usr'),
    visible: ({ id }) => `note.account_id = ${id}`,
  }),
  blocksOf: listsOf({
    rows: blocks,
    of: 'block.account_id = parent.id',
    order: sortedBy(
      'blocks',
      { sql: 'block.blocked_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'block.blocked_id', type: 'text', direction: 'DESC' },
    ),
    visible: ownBlock,
  }),
  mutesOf: listsOf({
    rows: mutes,
    of: 'mute.account_id = parent.id',
    order: sortedBy(
      'mutes',
      { sql: 'mute.muted_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'mute.muted_id', type: 'text', direction: 'DESC' },
    ),
    visible: ownMute,
  }),
};
