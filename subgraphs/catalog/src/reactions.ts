import { on } from '@agora/platform/events/consumer';
import { OrderCancelled, OrderConfirmed, StockRequested } from '@agora/schema/events/order';
import { SellerUnverified, SellerVerified, UserRestored, UserSuspended } from '@agora/schema/events/user';
import { noteStanding } from './products/note-standing.ts';
import { releaseStock } from './stock/release-stock.ts';
import { reserveStock } from './stock/reserve-stock.ts';
import { sellStock } from './stock/sell-stock.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions = [
  on(SellerVerified, (tx, { userId }) => noteStanding(tx, userId, { isVerified: true })),
  on(SellerUnverified, (tx, { userId }) => noteStanding(tx, userId, { isVerified: false })),
  on(UserSuspended, (tx, { userId }) => noteStanding(tx, userId, { isSuspended: true })),
  on(UserRestored, (tx, { userId }) => noteStanding(tx, userId, { isSuspended: false })),
  on(StockRequested, reserveStock),
  on(OrderConfirmed, sellStock),
  on(OrderCancelled, releaseStock),
];
