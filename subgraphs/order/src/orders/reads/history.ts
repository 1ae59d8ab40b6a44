import { instant, nullable, type RowOf, text } from '@agora/platform/reading/columns';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { feedOfOrder } from '../feed.ts';

/** The entries of an order's live feed, which is its history. */
const history = {
  from: 'platform.feed',
  columns: {
    id: text('feed.event_id'),
    what: text("feed.payload ->> 'what'"),
    actorId: nullable(text("feed.payload ->> 'actorId'")),
    note: nullable(text("feed.payload ->> 'note'")),
    occurredAt: instant('feed.occurred_at'),
  },
};

export type HistoryRow = RowOf<typeof history>;

export const historyReads = {
  /** Of orders that the actor was let see, oldest first. */
  historyOfOrder: listsOf({
    rows: history,
    of: "feed.feed_key = 'order:' || parent.id",
    order: alongFeed(feedOfOrder, { owner: 'substr(feed.feed_key, 7)', seq: 'feed.seq', direction: 'ASC' }),
  }),
};
