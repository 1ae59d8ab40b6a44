import { on, onAll, type Reaction } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { ProductUpdated, ThresholdReached, VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { OrderCancelled, OrderConfirmed, OrderDelivered, StockRequested, StockUnclaimed } from '@agora/schema/events/order';
import {
  MediaUsed,
  SellerUnverified,
  SellerVerified,
  UserPreferencesChanged,
  UserRestored,
  UserSuspended,
} from '@agora/schema/events/user';
import { deliveries } from './deliveries/projection.ts';
import { followUse } from './media/commands/use-media.ts';
import { followStanding } from './products/commands/follow-standing.ts';
import { purchases } from './purchases/projection.ts';
import { relations } from './relations/projection.ts';
import { requestReviews } from './reviews/commands/request-reviews.ts';
import { sellers } from './sellers/projection.ts';
import { releaseStock } from './stock/release-stock.ts';
import { reserveStock } from './stock/reserve-stock.ts';
import { sellStock } from './stock/sell-stock.ts';
import { viewers } from './viewers/projection.ts';
import { forgetViewsOf } from './views/commands/forget-views.ts';
import { lookAgain, lookAgainAtVariants } from './wishlists/commands/look-again.ts';

/** What this service keeps of others' events. */
export const projections: readonly Projection[] = [purchases, deliveries, relations, sellers, viewers];

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  ...purchases.reactions,
  ...deliveries.reactions,
  ...relations.reactions,
  ...sellers.reactions,
  ...viewers.reactions,
  ...[SellerVerified, SellerUnverified, UserSuspended, UserRestored].map((event) =>
    on(event, (tx, { userId }) => followStanding(tx, userId)),
  ),
  on(UserPreferencesChanged, forgetViewsOf),
  on(MediaUsed, (tx, { userId: ownerId, usedBy, mediaIds }) => followUse(tx, { usedBy, mediaIds, ownerId })),
  on(StockRequested, reserveStock),
  on(OrderConfirmed, sellStock),
  on(OrderCancelled, releaseStock),
  on(StockUnclaimed, releaseStock),
  on(OrderDelivered, requestReviews),
  ...[ProductUpdated, ThresholdReached, VariantListed].map((event) =>
    onAll<{ readonly productId: string }>(event, (tx, happened) =>
      lookAgain(
        tx,
        happened.map(({ data }) => data.productId),
      ),
    ),
  ),
  onAll(VariantDelisted, (tx, happened) =>
    lookAgainAtVariants(
      tx,
      happened.map(({ data }) => data.variantId),
    ),
  ),
];
