import { announce } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { ReviewRequested } from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import type { OrderDelivered } from '@agora/schema/events/order';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { ON_SALE } from '../../products/reads/products.ts';

/** Announces what somebody may be asked to review, now that it has arrived: what they can review and have not. */
export async function requestReviews(tx: EntityManager, { buyerId, lines }: DataOf<typeof OrderDelivered>): Promise<void> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))];
  for (const { id: productId, sellerId, name: productName } of await reviewable(tx, [productIds, buyerId]))
    await announce(tx, ReviewRequested, { productId, sellerId, productName, buyerId });
}

const reviewable = statement(
  columnsOf(Product, 'id', 'sellerId', 'name'),
  (columns) => `select ${columns} from product where product.id = any($1::text[]) and ${ON_SALE} and product.seller_id <> $2
      and not exists (select from review where review.product_id = product.id and review.author_id = $2)
      and not exists (select from seller where seller.user_id = $2 and seller.is_suspended)
    order by product.id`,
);
