import { run, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin, isModerator } from '@agora/platform/security/actor';
import { macOf } from '@agora/platform/security/signed-text';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { isVisible } from '../../products/reads/products.ts';
import { sentences } from '../../products/sentences.ts';
import { Viewer } from '../../viewers/model.ts';
import type { ViewSource } from '../model/product-view-hour.ts';

export interface RecordView {
  readonly productId: string;
  readonly source: ViewSource;
  readonly by: Actor | null;
  /** Address of the client: by it, guests are told from each other. */
  readonly address: string;
}

const MAX_KEPT = 50;

/**
 * Counts that a product was looked at, and keeps it for who is shown what they may like; answers whether it counts: not again within half an hour, and not what is one's own.
 * Whoever is not personalised is a guest here.
 * @throws NOT_FOUND
 */
export async function recordView(em: EntityManager, secret: string, { productId, source, by, address }: RecordView): Promise<boolean> {
  return transaction(em, async (tx) => {
    const seenBy = [productId, by?.id ?? '', isAdmin(by), isModerator(by)];
    const [product] = prefixOf(productId) === 'prd' ? await seen(tx, seenBy) : [];
    if (!product) throw new Refusal('NOT_FOUND', sentences.thereIsNoSuchProduct, ['productId']);
    if (by?.id === product.sellerId) return false;
    const viewer = by && ((await tx.findOne(Viewer, by.id))?.isPersonalised ?? true) ? by : null;
    const now = new Date();
    const mark = macOf(secret, 'view', [now.toISOString().slice(0, 10), viewer?.id ?? address].join(' '));
    if ((await noteRecent(tx, [mark, productId, now])).length === 0) return false;
    await run(
      tx,
      `insert into product_view_hour (product_id, hour, source, views) values ($1, date_trunc('hour', $2::timestamptz, 'UTC'), $3, 1)
       on conflict (product_id, hour, source) do update set views = product_view_hour.views + 1`,
      [productId, now, source],
    );
    if (viewer) await keep(tx, viewer.id, productId, now);
    return true;
  });
}

const seen = statement(
  columnsOf(Product, 'id', 'sellerId'),
  (columns) =>
    `select ${columns} from product where product.id = $1 and (${isVisible({ id: '$2::text', isAdmin: '$3::boolean', isModerator: '$4::boolean' })})`,
);

/** Nothing where it was noted less than half an hour ago. */
const noteRecent = statement(
  { mark: text('recent_view.viewer_mark') },
  (columns) => `insert into recent_view (viewer_mark, product_id, seen_at) values ($1, $2, $3)
    on conflict (viewer_mark, product_id) do update set seen_at = excluded.seen_at where recent_view.seen_at <= excluded.seen_at - interval '30 minutes'
    returning ${columns}`,
);

async function keep(tx: EntityManager, viewerId: string, productId: string, now: Date): Promise<void> {
  await run(
    tx,
    `insert into product_view (viewer_id, product_id, viewed_at) values ($1, $2, $3)
     on conflict (viewer_id, product_id) do update set viewed_at = excluded.viewed_at`,
    [viewerId, productId, now],
  );
  await run(
    tx,
    `delete from product_view where viewer_id = $1 and product_id in (
       select product_id from product_view where viewer_id = $1 order by viewed_at desc, product_id offset ${MAX_KEPT}
     )`,
    [viewerId],
  );
}
