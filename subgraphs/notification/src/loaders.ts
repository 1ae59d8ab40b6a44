import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@agora/platform/actor';
import { batch, batchAll } from '@agora/platform/reading/batch';
import { type Connection, list, type PageArgs, type SortKey } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { query } from '@agora/platform/database';
import { byPlaces, feedPosition } from '@agora/platform/feed-pages';
import { prefixOf } from '@agora/platform/ids';
import { feedOf } from './feed.ts';
import type { Kind } from './model/notification.ts';
import type { NotificationRow } from './rows.ts';

export type Loaders = ReturnType<typeof loadersOf>;

const NOTIFICATION = `id, kind, title, body, actor_id as "actorId", subject_type as "subjectType", subject_id as "subjectId",
  read_at as "readAt", created_at as "createdAt"`;

const NEWEST_FIRST: readonly SortKey[] = [
  { sql: 'recipient_id', type: 'text', direction: 'ASC' },
  { sql: 'seq', type: 'bigint', direction: 'DESC' },
];

export interface NotificationPageArgs extends PageArgs {
  readonly isRead?: boolean | null | undefined;
  readonly kinds?: readonly Kind[] | null | undefined;
}

/** The reads of one request. A notification can only be reached by whom it was told. */
export function loadersOf(em: EntityManager, actor: Actor | null, cursors: Cursors) {
  return {
    notification: batch<NotificationRow>((ids) => readOwn(em, actor, ids)),
    notificationsOf: byPlaces(cursors, feedOf, (args: NotificationPageArgs) => batchAll((ids) => listOf(em, cursors, ids, args))),
    unreadCountOf: batchAll((recipientIds) => countUnread(em, recipientIds)),
  };
}

async function readOwn(em: EntityManager, actor: Actor | null, ids: readonly string[]): Promise<Map<string, NotificationRow>> {
  if (!actor) return new Map();
  const rows = await query<NotificationRow>(
    em,
    `select ${NOTIFICATION} from notification where id = any($1::text[]) and recipient_id = $2`,
    [ids.filter((id) => prefixOf(id) === 'ntf'), actor.id],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function listOf(
  em: EntityManager,
  cursors: Cursors,
  parents: readonly string[],
  { isRead, kinds, ...args }: NotificationPageArgs,
): Promise<Map<string, Connection<NotificationRow>>> {
  const where = ['recipient_id = parent.id'];
  if (isRead != null) where.push(isRead ? 'read_at is not null' : 'read_at is null');
  if (kinds) where.push('kind = any($1::text[])');
  return list({
    em,
    parents,
    select: NOTIFICATION,
    from: 'notification',
    where,
    params: kinds ? [kinds] : [],
    order: NEWEST_FIRST,
    position: feedPosition(cursors, feedOf),
    args,
  });
}

/** Somebody who was never told anything has nothing unread. */
async function countUnread(em: EntityManager, recipientIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ id: string; count: number }>(
    em,
    'select id, unread_count as count from recipient where id = any($1::text[])',
    [recipientIds.filter((id) => prefixOf(id) === 'usr')],
  );
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return new Map(recipientIds.map((id) => [id, counts.get(id) ?? 0]));
}
