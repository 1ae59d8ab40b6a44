import { on } from '@agora/platform/events/consumer';
import { OrderCancelled, OrderConfirmed, StockRequested } from '@agora/schema/events/order';
import { SellerVerified } from '@agora/schema/events/user';
import { noteVerifiedSeller } from './sellers/note-verified-seller.ts';
import { releaseStock } from './stock/release-stock.ts';
import { reserveStock } from './stock/reserve-stock.ts';
import { sellStock } from './stock/sell-stock.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions = [
  on(SellerVerified, noteVerifiedSeller),
  on(StockRequested, reserveStock),
  on(OrderConfirmed, sellStock),
  on(OrderCancelled, releaseStock),
];
