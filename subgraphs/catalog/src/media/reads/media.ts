import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, number, type RowOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { PageArgs } from '@agora/platform/reading/connection';
import type { Viewer, Visibility } from '@agora/platform/reading/reader';
import { during } from '@agora/platform/reading/time-range';
import { shownBy } from '../../cached.ts';
import type { MediaFilter } from './media-filter.ts';
import { Media } from '../model/media.ts';
import { MediaUse } from '../model/media-use.ts';
import { MEDIA_PURPOSES, PURPOSES } from '../model/purposes.ts';

const PUBLIC = MEDIA_PURPOSES.filter((purpose) => PURPOSES[purpose].isPublic)
  .map((purpose) => `'${purpose}'`)
  .join(', ');

const fromMedia = ({ id }: Viewer) =>
  `media left join platform.feed_head on media.owner_id = ${id} and feed_head.feed_key = 'media:' || media.id`;

const columns = {
  ...columnsOf(
    Media,
    'id',
    'ownerId',
    'purpose',
    'kind',
    'status',
    'rejection',
    'filename',
    'contentType',
    'byteSize',
    'width',
    'height',
    'thumbhash',
    'durationMs',
    'altTexts',
    'focalX',
    'focalY',
    'createdAt',
    'uploadEndsAt',
  ),
  /** Where its feed stood for its owner when the row was read. */
  feedSeq: number('coalesce(feed_head.seq, 0)'),
};

const media = { from: fromMedia, columns };
const usedMedia = {
  from: (viewer: Viewer) => `${fromMedia(viewer)} join media_use on media_use.media_id = media.id`,
  columns: { ...columns, ...columnsOf(MediaUse, 'usedBy') },
};

export type MediaRow = RowOf<typeof media>;

export interface MediaArgs extends PageArgs {
  readonly filter: MediaFilter;
}

/** Public files once they are ready; all others are their owner's and administrators'. */
const visible: Visibility = ({ id, isAdmin }) =>
  `((media.status = 'READY' and media.purpose in (${PUBLIC})) or media.owner_id = ${id} or ${isAdmin})`;

/** Takes the id of anything that shows files. */
const asUser = (asked: string) => asked;

export const mediaReads = {
  media: byKey({ rows: media, key: 'id', asKey: idOf('med'), visible }),
  /** What something shows, in its order. */
  mediaUsedBy: allByKey({ rows: usedMedia, key: 'usedBy', asKey: asUser, visible, order: 'media_use.position', cached: shownBy }),
  /** The first of what something shows. */
  firstMediaUsedBy: byKey({
    rows: usedMedia,
    key: 'usedBy',
    asKey: asUser,
    cached: shownBy,
    visible: (viewer) =>
      `${visible(viewer)} and media_use.position = (select min(first.position) from media_use first where first.used_by = media_use.used_by)`,
  }),
  mediaOfOwner: listsOf<typeof media, MediaArgs>({
    rows: media,
    of: 'media.owner_id = parent.id',
    where: ({ filter: { kinds, purposes, statuses, createdAt } }, bind) => [
      ...(kinds ? [`media.kind = any(${bind(kinds)}::text[])`] : []),
      ...(purposes ? [`media.purpose = any(${bind(purposes)}::text[])`] : []),
      ...(statuses ? [`media.status = any(${bind(statuses)}::text[])`] : []),
      ...during('media.created_at', createdAt, bind),
    ],
    order: sortedBy(
      'media of an owner',
      { sql: 'media.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'media.id', type: 'text', direction: 'DESC' },
    ),
  }),
};
