import { leaveWork } from '@agora/platform/database/database';
import { newUuid } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProductVariant } from '../../products/model/product-variant.ts';
import { WishDue } from '../model/wish-due.ts';

/** The work of looking at who wishes for what. */
export const WISHES = 'wishes';

/** Has those looked at who wish for one of these products, if anybody does, once the transaction has committed. */
export async function lookAgain(tx: EntityManager, productIds: readonly string[]): Promise<void> {
  const distinct = [...new Set(productIds)];
  if (distinct.length === 0) return;
  const due = await note(tx, [distinct.map(() => newUuid()), distinct]);
  if (due.length > 0) leaveWork(tx, WISHES);
}

/** As `lookAgain`, for products of these variants. */
export async function lookAgainAtVariants(tx: EntityManager, variantIds: readonly string[]): Promise<void> {
  const products = await productsOf(tx, [variantIds]);
  await lookAgain(
    tx,
    products.map(({ productId }) => productId),
  );
}

const note = statement(
  columnsOf(WishDue, 'productId'),
  (columns) => `insert into wish_due (id, product_id, after_owner_id)
    select id, product_id, '' from unnest($1::uuid[], $2::text[]) as product (id, product_id)
    where exists (select from wishlist_item where wishlist_item.product_id = product.product_id)
    returning ${columns}`,
);

const productsOf = statement(
  columnsOf(ProductVariant, 'product'),
  (columns) => `select ${columns} from product_variant where product_variant.id = any($1::text[])`,
);
