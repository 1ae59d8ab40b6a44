import { Aversion } from '@agora/platform/relations/aversion';
import { ProductRelisting } from './assortment/relisting/model.ts';
import { AttributeDefinition } from './attributes/model/attribute-definition.ts';
import { CategoryAttribute } from './categories/model/category-attribute.ts';
import { Category } from './categories/model/category.ts';
import { Delivery } from './deliveries/model.ts';
import { Media } from './media/model/media.ts';
import { MediaLeftover } from './media/model/media-leftover.ts';
import { MediaUse } from './media/model/media-use.ts';
import { Product } from './products/model/product.ts';
import { ProductAttribute } from './products/model/product-attribute.ts';
import { ProductOption } from './products/model/product-option.ts';
import { ProductPrice } from './products/model/product-price.ts';
import { RelatedChoice } from './products/model/related-choice.ts';
import { ProductSlug } from './products/model/product-slug.ts';
import { ProductVariant } from './products/model/product-variant.ts';
import { DocumentDue, ProductDocument } from './search/model/product-document.ts';
import { KnownWord, Synonym } from './search/model/words.ts';
import { Purchase } from './purchases/model.ts';
import { Review } from './reviews/model/review.ts';
import { ReviewVote } from './reviews/model/review-vote.ts';
import { VariantPrice } from './products/model/variant-price.ts';
import { ProductView } from './views/model/product-view.ts';
import { ProductViewHour } from './views/model/product-view-hour.ts';
import { RecentView } from './views/model/recent-view.ts';
import { Viewer } from './viewers/model.ts';
import { AskedQuery, KnownQuery } from './search/model/asked-query.ts';
import { Seller } from './sellers/model.ts';
import { ProductImportError } from './transfers/model/product-import-error.ts';
import { ProductJob } from './transfers/model/product-job.ts';
import { StockLevel } from './stock/model/stock-level.ts';
import { StockLocation } from './stock/model/stock-location.ts';
import { StockMovement } from './stock/model/stock-movement.ts';
import { StockReservation } from './stock/model/stock-reservation.ts';
import { ProductSales } from './search/model/product-sales.ts';
import { StockReservationLine } from './stock/model/stock-reservation-line.ts';
import { WishDue } from './wishlists/model/wish-due.ts';
import { Wishlist } from './wishlists/model/wishlist.ts';
import { WishlistItem } from './wishlists/model/wishlist-item.ts';

/** Everything that catalog stores. */
export const entities = [
  AskedQuery,
  AttributeDefinition,
  Aversion,
  Category,
  CategoryAttribute,
  Delivery,
  DocumentDue,
  KnownQuery,
  KnownWord,
  Media,
  MediaLeftover,
  MediaUse,
  Product,
  ProductAttribute,
  ProductDocument,
  ProductImportError,
  ProductJob,
  ProductOption,
  ProductPrice,
  ProductRelisting,
  ProductSales,
  ProductSlug,
  ProductVariant,
  ProductView,
  ProductViewHour,
  Purchase,
  RecentView,
  RelatedChoice,
  Review,
  ReviewVote,
  Seller,
  StockLevel,
  StockLocation,
  StockMovement,
  StockReservation,
  StockReservationLine,
  Synonym,
  VariantPrice,
  Viewer,
  WishDue,
  Wishlist,
  WishlistItem,
];
