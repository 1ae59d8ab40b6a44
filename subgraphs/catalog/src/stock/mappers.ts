import type { FeedEvent } from '@agora/platform/live/feed';
import type { StockSeen } from './feed.ts';

export type VariantStockEvent = FeedEvent<StockSeen>;
