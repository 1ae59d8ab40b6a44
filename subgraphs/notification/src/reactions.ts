import { on, type Reaction } from '@agora/platform/events/consumer';
import { CommentAdded } from '@agora/schema/events/forum';
import { OrderCancelled, OrderConfirmed } from '@agora/schema/events/order';
import { UserEmailRequested, UserPreferencesChanged, UserRegistered, UserRenamed } from '@agora/schema/events/user';
import { queueEmail } from './email/commands/queue-email.ts';
import { relationReactions } from './relations/reactions.ts';
import { rememberRecipient } from './recipients/remember-recipient.ts';
import { notifyOfComment } from './notifications/notify-of-comment.ts';
import { notifyOfCancelledOrder, notifyOfConfirmedOrder } from './notifications/notify-of-order.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  on(UserRegistered, (tx, { userId, displayName, locale }) => rememberRecipient(tx, { recipientId: userId, displayName, locale })),
  on(UserRenamed, (tx, { userId, displayName }) => rememberRecipient(tx, { recipientId: userId, displayName })),
  on(UserPreferencesChanged, (tx, { userId, locale }) => rememberRecipient(tx, { recipientId: userId, locale })),
  ...relationReactions,
  on(UserEmailRequested, queueEmail),
  on(OrderConfirmed, notifyOfConfirmedOrder),
  on(OrderCancelled, notifyOfCancelledOrder),
  on(CommentAdded, notifyOfComment),
];
