import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { feedOf } from './feed.ts';
import { type Kind, Notification } from './model/notification.ts';

const notifications = rowsOf(Notification, 'id', 'kind', 'title', 'body', 'actorId', 'subjectType', 'subjectId', 'readAt', 'createdAt');

export type NotificationRow = RowOf<typeof notifications>;

interface NotificationsArgs extends PageArgs {
  readonly filter?: { readonly isRead?: boolean | null; readonly kinds?: readonly Kind[] | null } | null;
}

export const notificationReads = {
  /** For whom it was told alone. */
  notification: byKey({ rows: notifications, key: 'id', asKey: idOf('ntf'), visible: ({ id }) => `notification.recipient_id = ${id}` }),
  notificationsOf: listsOf({
    rows: notifications,
    of: 'notification.recipient_id = parent.id',
    where: ({ filter }: NotificationsArgs, bind: Bind) => [
      ...(filter?.isRead == null ? [] : [`notification.read_at is ${filter.isRead ? 'not null' : 'null'}`]),
      ...(filter?.kinds ? [`notification.kind = any(${bind(filter.kinds)}::text[])`] : []),
    ],
    order: alongFeed(feedOf, { owner: 'notification.recipient_id', seq: 'notification.seq', direction: 'DESC' }),
    visible: ({ id }) => `notification.recipient_id = ${id}`,
  }),
};
