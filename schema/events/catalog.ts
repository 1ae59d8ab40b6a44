import * as z from 'zod';
import { event, id, instant, money } from './event.ts';
import { openEnum } from './open-enum.ts';

const whose = { productId: id('prd'), sellerId: id('usr') };

export const ProductCreated = event('catalog.product.created.v1', 'productId', 'Somebody drafted a product.', whose);

export const ProductUpdated = event('catalog.product.updated.v1', 'productId', 'What is said of a product changed.', {
  productId: id('prd'),
  sellerId: id('usr'),
  status: z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']),
  name: z.string(),
  slug: z.string(),
  categorySlug: z.string(),
  version: z.int().positive().describe('Counts up with each change of the product.'),
});

export const CategoryCreated = event('catalog.category.created.v1', 'categoryId', 'A branch was added to the catalogue.', {
  categoryId: id('cat'),
  slug: z.string(),
  name: z.string().describe('In the language that is shown to who reads none of the others.'),
  parentId: id('cat').nullable().describe('The branch above; null at the top.'),
  version: z.int().positive().describe('Counts up with each change of the category.'),
});

export const CategoryUpdated = event('catalog.category.updated.v1', 'categoryId', 'What is said of a category, or asked in it, changed.', {
  categoryId: id('cat'),
  slug: z.string(),
  name: z.string(),
  attributes: z
    .array(z.object({ attributeDefinitionId: id('atd'), isRequired: z.boolean() }))
    .optional()
    .describe('What its products are asked for, beside what those of the branches above are; absent where that stayed.'),
  version: z.int().positive(),
});

export const CategoryMoved = event('catalog.category.moved.v1', 'categoryId', 'A category, with all below it, has another place.', {
  categoryId: id('cat'),
  parentId: id('cat').nullable(),
  version: z.int().positive(),
});

export const CategoryDeleted = event('catalog.category.deleted.v1', 'categoryId', 'A category was removed.', {
  categoryId: id('cat'),
  slug: z.string(),
  movedToCategoryId: id('cat').nullable().describe('Where its products and the branches below it went; null where there were none.'),
  movedProductCount: z.int().nonnegative(),
});

const attribute = {
  key: z.string().describe('Its name for filters.'),
  kind: z.enum(['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE', 'CHOICES']),
  unit: z.string().nullable(),
  choices: z.array(z.string()).describe('What can be chosen, of CHOICE and CHOICES.'),
  isFilterable: z.boolean(),
  version: z.int().positive().describe('Counts up with each change of the attribute.'),
};

export const AttributeCreated = event('catalog.attribute.created.v1', 'attributeDefinitionId', 'Products can tell another typed fact.', {
  attributeDefinitionId: id('atd'),
  ...attribute,
});

export const AttributeUpdated = event('catalog.attribute.updated.v1', 'attributeDefinitionId', 'What is said of a typed fact changed.', {
  attributeDefinitionId: id('atd'),
  ...attribute,
});

export const AttributeDeleted = event('catalog.attribute.deleted.v1', 'attributeDefinitionId', 'Products tell a typed fact no more.', {
  attributeDefinitionId: id('atd'),
  key: z.string(),
});

export const ProductPublished = event('catalog.product.published.v1', 'productId', 'A product went on sale.', {
  productId: id('prd'),
  sellerId: id('usr'),
  name: z.string(),
  slug: z.string(),
  categorySlug: z.string(),
  publishedAt: instant,
});

export const ProductUnpublished = event('catalog.product.unpublished.v1', 'productId', 'A product went off sale, back to a draft.', whose);

export const ProductArchived = event('catalog.product.archived.v1', 'productId', 'A product went off sale for good.', whose);

export const ProductRestored = event('catalog.product.restored.v1', 'productId', 'An archived product is a draft again.', whose);

export const ProductDeleted = event('catalog.product.deleted.v1', 'productId', 'A draft that was never ordered was removed.', whose);

/** Of products: what they are called by who wrote them; events of before this was told have none. */
const productName = z.string().optional().describe('In the language that its seller wrote it in.');

export const moderationReason = openEnum(
  ['SPAM', 'OFFENSIVE', 'ILLEGAL', 'COUNTERFEIT', 'MISLEADING', 'PERSONAL_DATA', 'CONFLICT_OF_INTEREST', 'OTHER'],
  { unknownAs: 'OTHER' },
);

export const ProductTakenDown = event('catalog.product.takendown.v1', 'productId', 'Moderators took a product off sale.', {
  ...whose,
  productName,
  reason: moderationReason.schema,
  message: z.string().nullable().describe('The seller reads it.'),
});

export const ProductReinstated = event(
  'catalog.product.reinstated.v1',
  'productId',
  'A product that was taken down may be published again.',
  {
    ...whose,
    productName,
    message: z.string().nullable().describe('The seller reads it.'),
  },
);

export const publicationObstacle = openEnum(
  ['SELLER_NOT_VERIFIED', 'SELLER_SUSPENDED', 'TAKEN_DOWN', 'ATTRIBUTE_MISSING', 'VARIANT_MISSING'],
  {
    unknownAs: 'OTHER',
  },
);

export const PublicationFailed = event(
  'catalog.publication.failed.v1',
  'productId',
  'A draft was to go on sale by itself, was not ready, and stays a draft.',
  {
    ...whose,
    productName,
    publishAt: instant.describe('When it was to go on sale.'),
    problems: z
      .array(
        z.object({
          code: publicationObstacle.schema,
          attributeKey: z.string().optional().describe('The attribute that it should tell.'),
          attributeNames: z
            .array(z.object({ locale: z.string(), text: z.string() }))
            .optional()
            .describe('What that is called, in each language; the first for who reads none of the others.'),
        }),
      )
      .min(1),
  },
);

/** Which rate of tax things have. */
const taxClass = openEnum(['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO', 'EXEMPT'], { unknownAs: 'STANDARD' });

export const VariantListed = event('catalog.variant.listed.v1', 'variantId', 'A variant can be bought on these terms from now on.', {
  variantId: id('var'),
  productId: id('prd'),
  sellerId: id('usr'),
  productName: z.string(),
  variantName: z.string().optional().describe('Its values of the options, such as Red / XL; absent where there are none.'),
  sku: z.string(),
  price: money.describe("In the product's own currency."),
  prices: z.array(money).min(1).optional().describe('In each currency that it is sold in, the own one first.'),
  weightGrams: z.int().nonnegative().optional(),
  isDigital: z.boolean().optional().describe('Whether nothing is shipped.'),
  taxClass: taxClass.schema.optional(),
  categoryIds: z
    .array(id('cat'))
    .min(1)
    .optional()
    .describe('Its category and those above it, from the top down, as of this announcement.'),
  version: z.int().positive().describe('Counts up with each change of the terms; a lower one is out of date.'),
});

export const VariantDelisted = event('catalog.variant.delisted.v1', 'variantId', 'A variant can no longer be bought.', {
  variantId: id('var'),
  productId: id('prd').optional(),
  version: z.int().positive(),
});

export const StockChanged = event('catalog.stock.changed.v1', 'variantId', 'The available quantity of a variant changed.', {
  variantId: id('var'),
  productId: id('prd'),
  operation: z.enum(['INCREASE', 'DECREASE']),
  quantity: z.int().positive(),
  availableQuantity: z.int().nonnegative(),
  changedAt: instant,
});

export const StockReserved = event('catalog.stock.reserved.v1', 'orderId', 'Every line of an order is set aside for it.', {
  orderId: id('ord'),
  sagaId: id('sag'),
});

export const StockRejected = event('catalog.stock.rejected.v1', 'orderId', 'A line of an order could not be set aside, so none was.', {
  orderId: id('ord'),
  sagaId: id('sag'),
  shortages: z.array(z.object({ variantId: id('var'), requested: z.int().positive(), available: z.int().nonnegative() })).min(1),
});

export const StockReleased = event('catalog.stock.released.v1', 'orderId', 'What was set aside for an order went back on sale.', {
  orderId: id('ord'),
  sagaId: id('sag'),
});

export const ReservationExpired = event(
  'catalog.reservation.expired.v1',
  'orderId',
  'What is set aside for an order has waited too long for the sale; it stays so until order has answered, and is told again.',
  { orderId: id('ord'), sagaId: id('sag') },
);

/** A purpose that is not known yet may be a private one. */
const mediaPurpose = openEnum(['PRODUCT', 'AVATAR', 'DOCUMENT', 'IMPORT', 'REVIEW'], { unknownAs: 'DOCUMENT' });
const removal = openEnum(['OWNER', 'ADMIN', 'UNUSED'], { unknownAs: 'ADMIN' });

export const MediaCreated = event('catalog.media.created.v1', 'mediaId', 'A file that somebody uploaded can be shown.', {
  mediaId: id('med'),
  ownerId: id('usr'),
  kind: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT']),
  purpose: mediaPurpose.schema,
  contentType: z.string().describe('MIME type, as found in the bytes.'),
  byteSize: z.int().positive(),
  width: z.int().positive().optional().describe('Of a picture or video, in pixels.'),
  height: z.int().positive().optional(),
  createdAt: instant.describe('When the upload was asked for.'),
});

export const MediaUpdated = event('catalog.media.updated.v1', 'mediaId', 'What is said of a file, or where its middle is, changed.', {
  mediaId: id('med'),
  ownerId: id('usr'),
  purpose: mediaPurpose.schema,
});

export const MediaDeleted = event('catalog.media.deleted.v1', 'mediaId', 'A file is gone, wherever it was shown.', {
  mediaId: id('med'),
  ownerId: id('usr'),
  purpose: mediaPurpose.schema,
  why: removal.schema,
  deletedAt: instant,
});

export const stockMovementKind = openEnum(['RECEIVED', 'RETURNED', 'DAMAGED', 'LOST', 'FOUND', 'COUNTED', 'TRANSFERRED', 'IMPORTED'], {
  unknownAs: 'OTHER',
});

export const StockAdjusted = event(
  'catalog.stock.adjusted.v1',
  'variantId',
  'Somebody put in, took out, counted or moved units of a variant.',
  {
    variantId: id('var'),
    sellerId: id('usr'),
    movements: z
      .array(z.object({ locationId: id('loc'), kind: stockMovementKind.schema, quantity: z.int(), onHandAfter: z.int().nonnegative() }))
      .min(1),
  },
);

export const stockThreshold = openEnum(['LOW', 'OUT', 'BACK'], { unknownAs: 'OTHER' });

export const ThresholdReached = event(
  'catalog.threshold.reached.v1',
  'variantId',
  'The available units of a variant fell below what its seller set, ran out, or are there again; told once for each crossing.',
  {
    variantId: id('var'),
    productId: id('prd'),
    sellerId: id('usr'),
    productName: z.string(),
    sku: z.string(),
    threshold: stockThreshold.schema,
    availableQuantity: z.int().nonnegative(),
  },
);

export const ThresholdSet = event(
  'catalog.threshold.set.v1',
  'variantId',
  'Somebody said below how many available units its seller is warned.',
  {
    variantId: id('var'),
    sellerId: id('usr'),
    threshold: z.int().nonnegative().nullable().describe('Null for no warning.'),
  },
);

export const LocationChanged = event(
  'catalog.location.changed.v1',
  'locationId',
  'Somebody opened, changed or removed a place where a seller keeps stock.',
  {
    locationId: id('loc'),
    sellerId: id('usr'),
    change: z.enum(['CREATED', 'UPDATED', 'REMOVED']),
  },
);

const wishlistChange = openEnum(['CREATED', 'UPDATED', 'DELETED', 'ITEM_ADDED', 'ITEM_UPDATED', 'ITEM_REMOVED'], { unknownAs: 'OTHER' });

export const WishlistChanged = event('catalog.wishlist.changed.v1', 'wishlistId', 'Somebody changed a wishlist, or what is on it.', {
  wishlistId: id('wsl'),
  ownerId: id('usr'),
  change: wishlistChange.schema,
  itemId: id('wsi').optional().describe('The wish that it is about.'),
});

const endOfJob = openEnum(['COMPLETED', 'CANCELLED', 'FAILED'], { unknownAs: 'OTHER' });

export const ProductJobEnded = event('catalog.job.ended.v1', 'jobId', 'An import or export of products has ended.', {
  jobId: id('imp').or(id('pex')),
  sellerId: id('usr'),
  work: z.enum(['IMPORT', 'EXPORT']),
  status: endOfJob.schema,
  isDryRun: z.boolean().describe('Whether an import only looked at its file.'),
  createdCount: z.int().nonnegative().describe('Products that an import made.'),
  updatedCount: z.int().nonnegative().describe('Products that it changed.'),
  failedCount: z.int().nonnegative().describe('Lines of its file that were wrong.'),
  rowCount: z.int().nonnegative().describe('Lines that were read or written.'),
});

const reviewed = { reviewId: id('rev'), productId: id('prd'), sellerId: id('usr'), authorId: id('usr') };
const stars = z.int().min(1).max(5);
const reviewStatus = z.enum(['PENDING', 'APPROVED', 'REJECTED']);
const judge = openEnum(['RULES', 'MODERATOR'], { unknownAs: 'MODERATOR' });

export const ReviewPosted = event('catalog.review.posted.v1', 'reviewId', 'Somebody reviewed a product.', {
  ...reviewed,
  rating: stars,
  status: reviewStatus.describe('PENDING while it waits for a moderator.'),
  postedAt: instant,
  productName: z.string().optional(),
});

export const ReviewUpdated = event('catalog.review.updated.v1', 'reviewId', 'Somebody changed their review of a product.', {
  ...reviewed,
  rating: stars,
  status: reviewStatus,
  version: z.int().positive().describe('Counts up with each change by its author and each decision about it.'),
  statusBefore: reviewStatus.optional(),
  productName: z.string().optional(),
});

export const ReviewDeleted = event('catalog.review.deleted.v1', 'reviewId', 'Somebody removed their review of a product.', reviewed);

export const ReviewApproved = event('catalog.review.approved.v1', 'reviewId', 'A review is shown to everybody from now on.', {
  ...reviewed,
  productName: z.string(),
  rating: stars,
  excerpt: z.string().describe('Its headline, else its first words; may be empty.'),
  approvedBy: judge.schema,
  isFirst: z.boolean().describe('Whether nobody else could read it before.'),
});

export const ReviewRejected = event('catalog.review.rejected.v1', 'reviewId', 'A moderator turned a review down, or took it off again.', {
  ...reviewed,
  productName: z.string(),
  reason: moderationReason.schema,
  message: z.string().nullable().describe('Its author reads it.'),
});

export const ReviewAnswered = event('catalog.review.answered.v1', 'reviewId', 'A seller answered a review, or changed the answer.', {
  ...reviewed,
  productName: z.string(),
  excerpt: z.string().describe('The first words of the answer.'),
  isFirst: z.boolean().describe('Whether there was no answer before.'),
});

export const ReviewUnanswered = event('catalog.review.unanswered.v1', 'reviewId', 'The answer to a review was removed.', reviewed);

export const ReviewVoted = event('catalog.review.voted.v1', 'reviewId', 'Somebody said that a review helped, or no longer does.', {
  reviewId: id('rev'),
  productId: id('prd'),
  helpfulCount: z.int().nonnegative(),
});

export const ReviewRequested = event(
  'catalog.review.requested.v1',
  'productId',
  'What somebody bought has arrived, and they can review it and have not; told for each product of an order.',
  { ...whose, productName: z.string(), buyerId: id('usr') },
);

/** As many as one event tells of. */
const MAX_WISHERS = 500;

export const PriceDropped = event(
  'catalog.price.dropped.v1',
  'productId',
  'What people wish for costs less than when they wished for it; each is told of once each time that it becomes so, several by one event.',
  {
    ...whose,
    productName: z.string(),
    people: z
      .array(z.object({ userId: id('usr'), priceBefore: money.describe('When they wished for it.'), price: money }))
      .min(1)
      .max(MAX_WISHERS),
  },
);

export const ProductRestocked = event(
  'catalog.product.restocked.v1',
  'productId',
  'What people wish for can be bought again; each is told of once each time that it becomes so, several by one event.',
  {
    ...whose,
    productName: z.string(),
    userIds: z.array(id('usr')).min(1).max(MAX_WISHERS).describe('Who wishes for it.'),
  },
);
