import { on, type Reaction } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import {
  PriceDropped,
  ProductJobEnded,
  ProductReinstated,
  ProductRestocked,
  ProductTakenDown,
  PublicationFailed,
  ReviewAnswered,
  ReviewApproved,
  ReviewPosted,
  ReviewRejected,
  ReviewRequested,
  ReviewUpdated,
  ThresholdReached,
} from '@agora/schema/events/catalog';
import { CommentAdded } from '@agora/schema/events/forum';
import { OrderCancelled, OrderConfirmed } from '@agora/schema/events/order';
import { UserEmailRequested } from '@agora/schema/events/user';
import { queueEmail } from './email/commands/queue-email.ts';
import { notifyOfComment } from './notifications/notify-of-comment.ts';
import { notifyOfCancelledOrder, notifyOfConfirmedOrder } from './notifications/notify-of-order.ts';
import { notifyOfFailedPublication, notifyOfReinstatement, notifyOfTakedown } from './notifications/notify-of-product.ts';
import {
  notifyOfAnswer,
  notifyOfApproval,
  notifyOfChanged,
  notifyOfPosted,
  notifyOfRejection,
  notifyOfReviewWanted,
} from './notifications/notify-of-review.ts';
import { notifyOfStock } from './notifications/notify-of-stock.ts';
import { notifyOfTransfer } from './notifications/notify-of-transfer.ts';
import { notifyOfDroppedPrice, notifyOfRestocked } from './notifications/notify-of-wishes.ts';
import { recipients } from './recipients/projection.ts';
import { relations } from './relations/projection.ts';

/** What this service keeps of others' events. */
export const projections: readonly Projection[] = [recipients, relations];

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  ...recipients.reactions,
  ...relations.reactions,
  on(UserEmailRequested, queueEmail),
  on(OrderConfirmed, notifyOfConfirmedOrder),
  on(OrderCancelled, notifyOfCancelledOrder),
  on(ThresholdReached, notifyOfStock),
  on(ProductTakenDown, notifyOfTakedown),
  on(ProductReinstated, notifyOfReinstatement),
  on(PublicationFailed, notifyOfFailedPublication),
  on(ProductJobEnded, notifyOfTransfer),
  on(ReviewRequested, notifyOfReviewWanted),
  on(ReviewPosted, notifyOfPosted),
  on(ReviewUpdated, notifyOfChanged),
  on(ReviewApproved, notifyOfApproval),
  on(ReviewRejected, notifyOfRejection),
  on(ReviewAnswered, notifyOfAnswer),
  on(PriceDropped, notifyOfDroppedPrice),
  on(ProductRestocked, notifyOfRestocked),
  on(CommentAdded, notifyOfComment),
];
