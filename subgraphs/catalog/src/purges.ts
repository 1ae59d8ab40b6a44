import { type Purge, purges } from '@agora/platform/caching/purge';
import * as happened from '@agora/schema/events/catalog';

/** A product changed, and with it where it stands in lists. */
const said = ({ productId }: { readonly productId: string }) => [`product/${productId}`, 'products'];

/** Lists are of whole branches. */
const sorted = () => ['categories', 'products'];

/** Wherever it is shown. */
const file = ({ mediaId }: { readonly mediaId: string }) => [`media/${mediaId}`];

/** Nothing that guests see. */
const nothing = () => [];

/** What each event of this service makes wrong of what is kept. */
export const catalogPurges: readonly Purge[] = [
  purges(happened.ProductCreated, said),
  purges(happened.ProductUpdated, said),
  purges(happened.ProductPublished, said),
  purges(happened.ProductUnpublished, said),
  purges(happened.ProductArchived, said),
  purges(happened.ProductRestored, said),
  purges(happened.ProductDeleted, said),
  purges(happened.ProductTakenDown, said),
  purges(happened.ProductReinstated, said),
  purges(happened.PublicationFailed, said),
  purges(happened.VariantListed, said),
  // The version before does not say of which product it was.
  purges(happened.VariantDelisted, ({ productId }) => (productId === undefined ? 'everything' : said({ productId }))),

  purges(happened.CategoryCreated, sorted),
  purges(happened.CategoryUpdated, sorted),
  purges(happened.CategoryMoved, sorted),
  purges(happened.CategoryDeleted, sorted),
  purges(happened.AttributeCreated, () => ['categories']),
  purges(happened.AttributeUpdated, () => ['categories']),
  // With what products told of it.
  purges(happened.AttributeDeleted, () => 'everything'),

  // Nothing shows it yet: what is not ready cannot be shown.
  purges(happened.MediaCreated, nothing),
  purges(happened.MediaUpdated, file),
  purges(happened.MediaDeleted, file),

  // What it adds up to is of the product; reviews themselves are not kept.
  purges(happened.ReviewPosted, nothing),
  purges(happened.ReviewUpdated, said),
  purges(happened.ReviewDeleted, said),
  purges(happened.ReviewApproved, said),
  purges(happened.ReviewRejected, said),
  purges(happened.ReviewAnswered, nothing),
  purges(happened.ReviewUnanswered, nothing),
  purges(happened.ReviewVoted, nothing),
  purges(happened.ReviewRequested, nothing),

  purges(happened.StockChanged, ({ productId }) => [`product/${productId}`]),
  purges(happened.StockReserved, nothing),
  purges(happened.StockRejected, nothing),
  purges(happened.StockReleased, nothing),
  purges(happened.ReservationExpired, nothing),
  purges(happened.StockAdjusted, nothing),
  purges(happened.ThresholdReached, nothing),
  purges(happened.ThresholdSet, nothing),
  purges(happened.LocationChanged, nothing),
  purges(happened.WishlistChanged, nothing),
  purges(happened.ProductJobEnded, nothing),
  purges(happened.PriceDropped, nothing),
  purges(happened.ProductRestocked, nothing),
];
