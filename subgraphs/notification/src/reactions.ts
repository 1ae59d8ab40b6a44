import { on, type Reaction } from '@agora/platform/events/consumer';
import { CommentAdded } from '@agora/schema/events/forum';
import { OrderCancelled, OrderConfirmed } from '@agora/schema/events/order';
import { UserRegistered } from '@agora/schema/events/user';
import { rememberRecipient } from './commands/remember-recipient.ts';
import { onCommentAdded } from './reactions/on-comment-added.ts';
import { onOrderCancelled, onOrderConfirmed } from './reactions/on-order-ended.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  on(UserRegistered, (tx, { userId, displayName, locale }) => rememberRecipient(tx, { recipientId: userId, displayName, locale })),
  on(OrderConfirmed, onOrderConfirmed),
  on(OrderCancelled, onOrderCancelled),
  on(CommentAdded, onCommentAdded),
];
