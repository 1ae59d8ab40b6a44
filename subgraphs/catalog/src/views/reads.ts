import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { isVisible, ON_SALE, products } from '../products/reads/products.ts';
import { alike } from '../related/reads.ts';

/** How many of what somebody looked at, wished for and bought last say what they may like. */
const SEEDS = 6;
/** How many trending products there are for who gave no sign. */
const TRENDING = 100;

/** What the person `parent.id` looked at, wished for or bought last; nothing of who is not personalised. */
const KNOWN = `(
    select product_id, max(at) as at from (
      (select product_id, viewed_at as at from product_view where viewer_id = parent.id order by viewed_at desc limit ${SEEDS})
      union all
      (select product_id, added_at from wishlist_item where owner_id = parent.id order by added_at desc limit ${SEEDS})
      union all
      (select product_id, sold_at from purchase where buyer_id = parent.id order by sold_at desc limit ${SEEDS})
    ) sign
    where not exists (select from viewer where viewer.user_id = parent.id and not viewer.is_personalised)
    group by product_id order by max(at) desc limit ${SEEDS}
  )`;

/** What is like that comes first, then what is trending, then what is new. */
const RECOMMENDED = `(
    select id, max(likeness) as likeness from (
      select candidate.id, 1 + candidate.likeness as likeness
      from ${KNOWN} known join product this on this.id = known.product_id cross join lateral ${alike('this')} candidate
      union all
      (select product_id, 1.0 / (1 + row_number() over (order by trend desc)) from product_sales where ended_by is null order by trend desc limit ${TRENDING})
      union all
      (select product.id, 0 from product where ${ON_SALE} order by product.created_at desc limit ${TRENDING})
    ) liked
    where not exists (select from purchase where purchase.buyer_id = parent.id and purchase.product_id = liked.id)
    group by id
  ) found`;

export const viewReads = {
  /** What somebody looked at, last first; off sale too, where they may see it. */
  recentlyViewedBy: listsOf({
    rows: { from: 'product_view join product on product.id = product_view.product_id', columns: products.columns },
    of: 'product_view.viewer_id = parent.id',
    visible: isVisible,
    order: sortedBy(
      'products looked at',
      { sql: 'product_view.viewed_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'ASC' },
    ),
  }),
  recommendedTo: listsOf({
    rows: { from: `${RECOMMENDED} join product on product.id = found.id`, columns: products.columns },
    of: 'product.seller_id <> parent.id',
    where: [ON_SALE],
    order: sortedBy(
      'recommended products',
      { sql: 'found.likeness', type: 'float8', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'ASC' },
    ),
  }),
};
