import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { boolean, columnsOf, type RowWith } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin, isModerator } from '@agora/platform/security/actor';
import { type EntityManager, type FilterQuery, LockMode } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { isVisible, ON_SALE } from '../../products/reads/products.ts';
import { Seller } from '../../sellers/model.ts';
import { Review } from '../model/review.ts';
import { sentences } from '../sentences.ts';

/** SQL for whether a product is seen by who `$2`, `$3` and `$4` say. */
export const SEEN = `(${isVisible({ id: '$2::text', isAdmin: '$3::boolean', isModerator: '$4::boolean' })})`;

/** The values of `SEEN` behind the first one. */
export function viewedBy(id: string, by: Actor): readonly unknown[] {
  return [id, by.id, isAdmin(by), isModerator(by)];
}

const PRODUCT = { ...columnsOf(Product, 'id', 'sellerId', 'name', 'status'), isOnSale: boolean(ON_SALE) };
/** A product whose reviews somebody writes or judges: they wait for each other, so that what they add up to is right. */
export type ReviewedProduct = RowWith<typeof PRODUCT>;

const lockSeen = statement(PRODUCT, (columns) => `select ${columns} from product where product.id = $1 and ${SEEN} for no key update`);
const lockAny = statement(PRODUCT, (columns) => `select ${columns} from product where product.id = $1 for no key update`);

/**
 * A product that somebody sees, locked for its reviews.
 * @throws NOT_FOUND
 */
export async function lockSeenProduct(tx: EntityManager, id: string, by: Actor): Promise<ReviewedProduct> {
  const [product] = prefixOf(id) === 'prd' ? await lockSeen(tx, viewedBy(id, by)) : [];
  if (!product) throw new Refusal('NOT_FOUND', sentences.noSuchProduct, ['productId']);
  return product;
}

/** A review, and the product that it is of, which is locked first. */
export interface LockedReview {
  readonly review: Review;
  readonly product: ReviewedProduct;
}

/**
 * Somebody's own review of a product that they see, or of any.
 * @throws NOT_FOUND
 */
export async function lockOwnReview(tx: EntityManager, id: string, by: Actor, of: 'SEEN' | 'ANY'): Promise<LockedReview> {
  const lock = (productId: string) => (of === 'SEEN' ? lockSeen(tx, viewedBy(productId, by)) : lockAny(tx, [productId]));
  return locked(tx, id, { authorId: by.id }, sentences.noReviewOfYours, lock);
}

/**
 * A review of a product that somebody sees, for who judges it.
 * @throws NOT_FOUND; FORBIDDEN for one's own, or of one's own product.
 */
export async function lockForModeration(tx: EntityManager, id: string, by: Actor): Promise<LockedReview> {
  const found = await locked(tx, id, {}, sentences.noSuchReview, (productId) => lockSeen(tx, viewedBy(productId, by)));
  if ([found.review.authorId, found.review.sellerId].includes(by.id)) throw new Refusal('FORBIDDEN', sentences.partOfIt, ['reviewId']);
  return found;
}

/**
 * A review that is locked alone, for what changes no stars.
 * @throws NOT_FOUND
 */
export async function lockReviewAlone(
  tx: EntityManager,
  id: string,
  which: FilterQuery<Review>,
  notFound = sentences.noSuchReview,
): Promise<Review> {
  const review =
    prefixOf(id) === 'rev' ? await tx.findOne(Review, { $and: [{ id }, which] }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!review) throw new Refusal('NOT_FOUND', notFound, ['reviewId']);
  return review;
}

const productOf = statement(columnsOf(Review, 'product'), (columns) => `select ${columns} from review where id = $1`);

async function locked(
  tx: EntityManager,
  id: string,
  which: FilterQuery<Review>,
  notFound: typeof sentences.noSuchReview,
  lock: (productId: string) => Promise<ReviewedProduct[]>,
): Promise<LockedReview> {
  const [found] = prefixOf(id) === 'rev' ? await productOf(tx, [id]) : [];
  const [product] = found ? await lock(found.productId) : [];
  if (!product) throw new Refusal('NOT_FOUND', notFound, ['reviewId']);
  return { product, review: await lockReviewAlone(tx, id, which, notFound) };
}

/**
 * Who may not use their account has no say either; a token may live on for a while.
 * @throws FORBIDDEN
 */
export async function mustNotBeSuspended(tx: EntityManager, { id }: Actor): Promise<void> {
  const known = await tx.findOne(Seller, id);
  if (known?.isSuspended) throw new Refusal('FORBIDDEN', sentences.suspended);
}
