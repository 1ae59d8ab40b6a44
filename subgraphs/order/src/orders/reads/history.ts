import { instant, nullable, type RowOf, text } from '@agora/platform/reading/columns';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { feedOfOrder } from '../feed.ts';
import { isVisibleWhole } from './orders.ts';

/** The entries of an order's live feed, which is its history. */
const history = {
  from: 'platform.feed cross join orders',
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
  /** Oldest first. All that is told is about the whole order, so a seller in it reads nothing. */
  historyOfOrder: listsOf({
    rows: history,
    of: "orders.id = parent.id and feed.feed_key = 'order:' || parent.id",
    visible: isVisibleWhole,
    order: alongFeed(feedOfOrder, { owner: 'substr(feed.feed_key, 7)', seq: 'feed.seq', direction: 'ASC' }),
  }),
};
