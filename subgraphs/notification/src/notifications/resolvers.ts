import { signedIn } from '@agora/platform/security/actor';
import { present } from '@agora/platform/reading/batch';
import { markRead } from './mark-read.ts';
import { feedOf, NewNotification } from './feed.ts';
import { whichOf } from './inputs.ts';
import type { NotificationEvent } from './mappers.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

/** However many were marked: the answer's size must not depend on how long somebody was away. */
const MAX_NOTIFICATIONS = 100;

export const notifications: Resolvers = {
  Mutation: {
    notificationMarkRead: async (_, { input }, { em, actor }) => {
      const { changed, unreadCount } = await markRead(em, { recipientId: signedIn(actor).id, which: whichOf(input) });
      return { notificationIds: changed, unreadCount };
    },
  },

  Subscription: {
    notificationReceived: {
      subscribe: (_, { after }, { actor, feeds }) => feeds.follow({ feeds: [feedOf(signedIn(actor).id)], after, payload: NewNotification }),
      resolve: (event: NotificationEvent) => event,
    },
  },

  NotificationEvent: {
    // As of the event: it was unread then, whatever has happened since.
    notification: async ({ payload }, _, { loaders }) => ({
      ...(await present(loaders.notification.load(payload.notificationId))),
      readAt: null,
    }),
    unreadCount: ({ payload }) => payload.unreadCount,
  },

  Notification: {
    __resolveReference: ({ id }, { loaders }) => loaders.notification.load(id),
    isRead: ({ readAt }) => readAt !== null,
    actor: ({ actorId }) => (actorId ? { id: actorId } : null),
    subject: ({ subjectType, subjectId }) => ({ __typename: subjectType, id: subjectId }),
  },

  User: {
    notifications: ({ id }, args, { actor, loaders }) => (actor?.id === id ? loaders.notificationsOf.load(id, args) : null),
  },

  NotificationMarkReadPayload: {
    notifications: async ({ notificationIds = [] }, _, { loaders }) =>
      Promise.all(
        notificationIds
          .toSorted()
          .slice(-MAX_NOTIFICATIONS)
          .reverse()
          .map((id) => present(loaders.notification.load(id))),
      ),
    unreadCount: async ({ unreadCount }, _, { actor, loaders }) =>
      unreadCount ?? (await loaders.recipient.load(signedIn(actor).id))?.unreadCount ?? 0,
  },
};
