// Made by "npm run codegen" from schema/subgraphs/catalog.graphql.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@agora/platform/money';
import type { CategoryDeletePayload as CategoryDeletePayloadParent, CategoryMovePayload as CategoryMovePayloadParent } from '../assortment/mappers.ts';
import type { AttributeDefinition as AttributeDefinitionParent, AttributeDefinitionConnection as AttributeDefinitionConnectionParent, AttributeChoice as AttributeChoiceParent, AttributeDefinitionCreatePayload as AttributeDefinitionCreatePayloadParent, AttributeDefinitionUpdatePayload as AttributeDefinitionUpdatePayloadParent, AttributeDefinitionDeletePayload as AttributeDefinitionDeletePayloadParent } from '../attributes/mappers.ts';
import type { Category as CategoryParent, CategoryAttribute as CategoryAttributeParent, CategoryConnection as CategoryConnectionParent, CategoryCreatePayload as CategoryCreatePayloadParent, CategoryUpdatePayload as CategoryUpdatePayloadParent, CategoryAttributesSetPayload as CategoryAttributesSetPayloadParent } from '../categories/mappers.ts';
import type { Media as MediaParent, MediaConnection as MediaConnectionParent, MediaRejection as MediaRejectionParent, MediaEvent as MediaEventParent, MediaUploadCreatePayload as MediaUploadCreatePayloadParent, MediaUploadCompletePayload as MediaUploadCompletePayloadParent, MediaUpdatePayload as MediaUpdatePayloadParent, MediaDeletePayload as MediaDeletePayloadParent } from '../media/mappers.ts';
import type { Product as ProductParent, ProductAttribute as ProductAttributeParent, PublishProblem as PublishProblemParent, ProductTakedown as ProductTakedownParent, ProductCreatePayload as ProductCreatePayloadParent, ProductUpdatePayload as ProductUpdatePayloadParent, ProductDuplicatePayload as ProductDuplicatePayloadParent, ProductPublishPayload as ProductPublishPayloadParent, ProductUnpublishPayload as ProductUnpublishPayloadParent, ProductPublicationSchedulePayload as ProductPublicationSchedulePayloadParent, ProductArchivePayload as ProductArchivePayloadParent, ProductRestorePayload as ProductRestorePayloadParent, ProductMediaSetPayload as ProductMediaSetPayloadParent, ProductTranslationsSetPayload as ProductTranslationsSetPayloadParent, ProductTranslationsDeletePayload as ProductTranslationsDeletePayloadParent, ProductTakeDownPayload as ProductTakeDownPayloadParent, ProductReinstatePayload as ProductReinstatePayloadParent, ProductDeletePayload as ProductDeletePayloadParent } from '../products/mappers.ts';
import type { Review as ReviewParent, ReviewConnection as ReviewConnectionParent, RatingSummary as RatingSummaryParent, ReviewAnswer as ReviewAnswerParent, ReviewModeration as ReviewModerationParent, ReviewCreatePayload as ReviewCreatePayloadParent, ReviewUpdatePayload as ReviewUpdatePayloadParent, ReviewHelpfulSetPayload as ReviewHelpfulSetPayloadParent, ReviewAnswerSetPayload as ReviewAnswerSetPayloadParent, ReviewAnswerDeletePayload as ReviewAnswerDeletePayloadParent, ReviewApprovePayload as ReviewApprovePayloadParent, ReviewRejectPayload as ReviewRejectPayloadParent, ReviewDeletePayload as ReviewDeletePayloadParent } from '../reviews/mappers.ts';
import type { ProductConnection as ProductConnectionParent, Facet as FacetParent, FacetValue as FacetValueParent, ProductSuggestions as ProductSuggestionsParent } from '../search/mappers.ts';
import type { PostalAddress as PostalAddressParent, StockLocation as StockLocationParent, StockLevel as StockLevelParent, StockMovement as StockMovementParent, StockMovementConnection as StockMovementConnectionParent, VariantStockEvent as VariantStockEventParent, OutOfStockError as OutOfStockErrorParent, VariantStockAdjustPayload as VariantStockAdjustPayloadParent, VariantStockSetPayload as VariantStockSetPayloadParent, VariantLowStockThresholdSetPayload as VariantLowStockThresholdSetPayloadParent, VariantStockTransferPayload as VariantStockTransferPayloadParent, StockLocationCreatePayload as StockLocationCreatePayloadParent, StockLocationUpdatePayload as StockLocationUpdatePayloadParent, StockLocationDeletePayload as StockLocationDeletePayloadParent } from '../stock/mappers.ts';
import type { ProductJob as ProductJobParent, ProductImport as ProductImportParent, ProductExport as ProductExportParent, ProductJobConnection as ProductJobConnectionParent, ProductImportError as ProductImportErrorParent, ProductImportErrorConnection as ProductImportErrorConnectionParent, ProductJobEvent as ProductJobEventParent, ProductImportCreatePayload as ProductImportCreatePayloadParent, ProductImportResumePayload as ProductImportResumePayloadParent, ProductExportCreatePayload as ProductExportCreatePayloadParent, ProductJobCancelPayload as ProductJobCancelPayloadParent } from '../transfers/mappers.ts';
import type { ProductVariant as ProductVariantParent, ProductVariantConnection as ProductVariantConnectionParent, ProductOption as ProductOptionParent, ProductOptionValue as ProductOptionValueParent, VariantPrice as VariantPriceParent, ProductVariantsCreatePayload as ProductVariantsCreatePayloadParent, ProductVariantsUpdatePayload as ProductVariantsUpdatePayloadParent, ProductVariantsDeletePayload as ProductVariantsDeletePayloadParent, ProductOptionCreatePayload as ProductOptionCreatePayloadParent, ProductOptionUpdatePayload as ProductOptionUpdatePayloadParent, ProductOptionDeletePayload as ProductOptionDeletePayloadParent } from '../variants/mappers.ts';
import type { ProductViewRecordPayload as ProductViewRecordPayloadParent } from '../views/mappers.ts';
import type { Wishlist as WishlistParent, WishlistItem as WishlistItemParent, WishlistItemConnection as WishlistItemConnectionParent, WishlistConnection as WishlistConnectionParent, WishlistEvent as WishlistEventParent, WishlistCreatePayload as WishlistCreatePayloadParent, WishlistUpdatePayload as WishlistUpdatePayloadParent, WishlistSharePayload as WishlistSharePayloadParent, WishlistUnsharePayload as WishlistUnsharePayloadParent, WishlistItemUpdatePayload as WishlistItemUpdatePayloadParent, WishlistItemMovePayload as WishlistItemMovePayloadParent, WishlistDeletePayload as WishlistDeletePayloadParent, WishlistItemAddPayload as WishlistItemAddPayloadParent, WishlistItemRemovePayload as WishlistItemRemovePayloadParent } from '../wishlists/mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 instant in UTC with milliseconds. */
  DateTime: { input: string; output: string | Date; }
  /** Exact decimal number as a string, e.g. "1299.00". */
  Decimal: { input: string; output: string; }
  /** Integer up to 2^53-1 (JSON number). */
  SafeInt: { input: number; output: number; }
  /** ISO 4217 code. */
  CurrencyCode: { input: string; output: string; }
  /** BCP 47 tag, e.g. es-CO. */
  Locale: { input: string; output: string; }
  /** Calendar date without a time zone, e.g. 2026-11-22. */
  Date: { input: string; output: string; }
  /** Absolute URL of the web: https or http. */
  URL: { input: string; output: string; }
  /** ISO 3166-1 code of two capital letters, e.g. CO. */
  CountryCode: { input: string; output: string; }
  /** Name in the IANA time zone database, e.g. America/Bogota. */
  TimeZone: { input: string; output: string; }
  /** Any JSON value, for what has its shape described elsewhere: data of an event. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Account roles, granted by the server alone. */
export type Role =
  /** Any signed-in account. */
  | 'USER'
  /** May list products and fulfil orders. */
  | 'SELLER'
  /** May judge reports and reviews. */
  | 'MODERATOR'
  /** May operate the marketplace. */
  | 'ADMIN';

/** An object with a globally unique, type-prefixed id (for example prd_01J8…). */
export type Node = {
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** An amount in one currency. */
export type Money = {
  __typename?: 'Money';
  /** Exact decimal amount. */
  amount: Scalars['Decimal']['output'];
  /** The same amount in the currency's minor unit. */
  minorUnits: Scalars['SafeInt']['output'];
  /** Currency of the amount. */
  currencyCode: Scalars['CurrencyCode']['output'];
};

/** Relay page information. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** True when more edges follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when edges precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Sort direction. */
export type SortDirection =
  /** Smallest, oldest or first in the alphabet first. */
  | 'ASC'
  /** Largest, newest or last in the alphabet first. */
  | 'DESC';

/**
 * Machine-readable reason of a business error. Every mutation's description names those it may answer; besides them, any
 * may answer IDEMPOTENCY_KEY_REUSED. Output only and growing: treat one you do not know by its message.
 */
export type UserErrorCode =
  /** The value is not acceptable. */
  | 'INVALID'
  /** A value is missing. */
  | 'REQUIRED'
  /** There is no such object, or the viewer may not see it. */
  | 'NOT_FOUND'
  /** The viewer may not do this. */
  | 'FORBIDDEN'
  /** The present state does not allow this. */
  | 'CONFLICT'
  /** Too many attempts; try again later. */
  | 'RATE_LIMITED'
  /** The idempotency key was used with other variables. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Somebody else changed it meanwhile. */
  | 'VERSION_MISMATCH'
  /** A price rose and was not accepted. */
  | 'PRICE_CHANGED'
  /** The cart has no lines. */
  | 'CART_EMPTY'
  /** E-mail or password is wrong. */
  | 'INVALID_CREDENTIALS'
  /** The token has expired or was revoked. */
  | 'TOKEN_EXPIRED'
  /** Another account has this e-mail. */
  | 'EMAIL_TAKEN'
  /** Another account has this username. */
  | 'USERNAME_TAKEN'
  /** No more of these may be had; the limit is in the input's description. */
  | 'LIMIT_REACHED'
  /** It exists already. */
  | 'ALREADY_EXISTS'
  /** Not offered here, for example a language, a currency or a country. */
  | 'UNSUPPORTED'
  /** A company outside, for example of payments or sign-ins, did not do its part; trying again may help. */
  | 'PROVIDER_FAILED'
  /** The password is too easy to guess, or known from a leak elsewhere. */
  | 'PASSWORD_WEAK'
  /** The one-time code is wrong, used before or too old. */
  | 'CODE_INVALID'
  /** Prove again who is there, with sessionReauthenticate: this session did so too long ago for something that serious. */
  | 'REAUTHENTICATION_REQUIRED'
  /** The account is suspended. */
  | 'ACCOUNT_SUSPENDED'
  /** What this was for has ended, for example an upload. */
  | 'EXPIRED'
  /** The file is too large, of another type than it says, or not what is allowed there. */
  | 'MEDIA_REJECTED'
  /** The file is not there yet, or not looked at yet. */
  | 'MEDIA_NOT_READY'
  /** Something of it has to be mended first. */
  | 'NOT_READY'
  /** Another variant has this code. */
  | 'SKU_TAKEN'
  /** Another object has this slug. */
  | 'SLUG_TAKEN'
  /** Something else still refers to it. */
  | 'IN_USE'
  /** It has no price in this currency, or the cart counts in another one. */
  | 'CURRENCY_MISMATCH'
  /** There is not enough stock. */
  | 'OUT_OF_STOCK';

/** A business error the user can act on. Always select code, message and field. */
export type UserError = {
  /** Stable code. */
  code: UserErrorCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** Path in the input, for example ["lines","0","quantity"]. */
  field?: Maybe<Array<Scalars['String']['output']>>;
};

/** Any error without extra data. */
export type GenericUserError = UserError & {
  __typename?: 'GenericUserError';
  /** Stable code. */
  code: UserErrorCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** Path in the input, for example ["lines","0","quantity"]. */
  field?: Maybe<Array<Scalars['String']['output']>>;
};

/** Somebody else changed it meanwhile. */
export type VersionMismatchError = UserError & {
  __typename?: 'VersionMismatchError';
  /** Stable code. */
  code: UserErrorCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** Path in the input, for example ["lines","0","quantity"]. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** The version it has now: read it again, then decide. */
  currentVersion: Scalars['Int']['output'];
};

/** Too soon; waiting helps. Code RATE_LIMITED. */
export type RetryLaterError = UserError & {
  __typename?: 'RetryLaterError';
  /** Stable code. */
  code: UserErrorCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** Path in the input, for example ["lines","0","quantity"]. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** When it will be allowed. */
  retryAt: Scalars['DateTime']['output'];
};

/** Filter on a text field; fields are ANDed. */
export type StringFilterInput = {
  /** Equal to this text. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these texts. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Begins with this text. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
  /** Has this text anywhere. */
  contains?: InputMaybe<Scalars['String']['input']>;
};

/** Range of instants. */
export type DateTimeRangeInput = {
  /** From this instant on. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Range of days. */
export type DateRangeInput = {
  /** From this day on. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** Before this day. */
  lt?: InputMaybe<Scalars['Date']['input']>;
};

/** Inclusive range of amounts in one currency. */
export type MoneyRangeInput = {
  /** Currency of both amounts. */
  currencyCode: Scalars['CurrencyCode']['input'];
  /** At least this amount. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most this amount. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
};

/** An amount in one currency. */
export type MoneyInput = {
  /** Exact decimal amount, with at most the decimals that the currency has. */
  amount: Scalars['Decimal']['input'];
  /** Currency of the amount. */
  currencyCode: Scalars['CurrencyCode']['input'];
};

/** A text in one language. */
export type LocalisedText = {
  __typename?: 'LocalisedText';
  /** Language of the text. */
  locale: Scalars['Locale']['output'];
  /** The text. */
  text: Scalars['String']['output'];
};

/** A text in one language. */
export type LocalisedTextInput = {
  /** Language of the text. */
  locale: Scalars['Locale']['input'];
  /** The text; its length is limited where it is used. */
  text: Scalars['String']['input'];
};

/** Where the post delivers. */
export type PostalAddress = {
  __typename?: 'PostalAddress';
  /** Who receives it. */
  recipientName: Scalars['String']['output'];
  /** Company, if any. */
  companyName?: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Flat, floor, building. */
  line2?: Maybe<Scalars['String']['output']>;
  /** City or town. */
  city: Scalars['String']['output'];
  /** State, province or department, as the post of the country writes it. */
  region?: Maybe<Scalars['String']['output']>;
  /** Postal code, where the country has them. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** Country. */
  countryCode: Scalars['CountryCode']['output'];
  /** Phone for the carrier, E.164, e.g. +573001234567. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The lines of a label, in the order of the country; at most 8. */
  formatted: Array<Scalars['String']['output']>;
};

/** Where the post delivers. */
export type PostalAddressInput = {
  /** Who receives it, 1 to 120 characters. */
  recipientName: Scalars['String']['input'];
  /** Company, at most 120 characters. */
  companyName?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 200 characters. */
  line1: Scalars['String']['input'];
  /** Flat, floor, building, at most 200 characters. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** City or town, 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** State, province or department, at most 100 characters; INVALID where the country's post needs one and it is absent. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, at most 20 characters; checked against the pattern of the country. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  countryCode: Scalars['CountryCode']['input'];
  /** Phone for the carrier, E.164, e.g. +573001234567. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type Query = {
  __typename?: 'Query';
  /** All categories, by name. */
  categories?: Maybe<CategoryConnection>;
  /** The typed attributes that categories can ask for, by key. */
  attributeDefinitions?: Maybe<AttributeDefinitionConnection>;
  /** A category by id or slug. */
  category?: Maybe<Category>;
  /** A file by id: public ones, and the viewer's own. */
  media?: Maybe<Media>;
  /**
   * A product by id or slug. Drafts are seen by their seller and administrators alone, and by moderators once taken down; an archived one
   * also by who bought or reviewed it, or wishes for it.
   */
  product?: Maybe<Product>;
  /** A review by id: approved ones, and the viewer's own; moderators see all. None is seen where its product is not. */
  review?: Maybe<Review>;
  /** Reviews of every product, the longest waiting first: the moderation queue. */
  reviews?: Maybe<ReviewConnection>;
  /** Search and browse published products. */
  products?: Maybe<ProductConnection>;
  /** What somebody who types this may mean, for the list under a search field; answers from 2 characters on, wrong letters allowed. */
  productSuggestions?: Maybe<ProductSuggestions>;
  /** An import or export of the viewer's (ADMIN: anybody's). */
  productJob?: Maybe<ProductJob>;
  /** A variant by id, code or barcode. */
  productVariant?: Maybe<ProductVariant>;
  /** A wishlist: one's own by id, or anybody's shared one by the token of its link. */
  wishlist?: Maybe<Wishlist>;
};


/** What can be read. */
export type QueryCategoriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CategoryFilterInput>;
};


/** What can be read. */
export type QueryAttributeDefinitionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributeDefinitionFilterInput>;
};


/** What can be read. */
export type QueryCategoryArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryMediaArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryProductArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryReviewArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryReviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilterInput>;
  sort?: InputMaybe<ReviewSortInput>;
};


/** What can be read. */
export type QueryProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilterInput>;
  sort?: InputMaybe<ProductSortInput>;
};


/** What can be read. */
export type QueryProductSuggestionsArgs = {
  query: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. */
export type QueryProductJobArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryProductVariantArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sku?: InputMaybe<Scalars['String']['input']>;
  barcode?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryWishlistArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  shareToken?: InputMaybe<Scalars['String']['input']>;
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Puts a category, and all below it, under another one or at another place; CONFLICT when that is below itself. Emits
   * catalog.category.moved, and new terms of what is on sale there. userErrors: CONFLICT, INVALID, LIMIT_REACHED, NOT_FOUND, VERSION_MISMATCH.
   */
  categoryMove?: Maybe<CategoryMovePayload>;
  /**
   * Removes a category; what is in it and below it moves to the one given, else IN_USE. Emits catalog.category.deleted, and
   * catalog.product.updated for each product that moved, with new terms of what is on sale. userErrors: INVALID, IN_USE, LIMIT_REACHED, NOT_FOUND.
   */
  categoryDelete?: Maybe<CategoryDeletePayload>;
  /** Adds a typed attribute. Emits catalog.attribute.created. userErrors: ALREADY_EXISTS, INVALID, LIMIT_REACHED. */
  attributeDefinitionCreate?: Maybe<AttributeDefinitionCreatePayload>;
  /**
   * Changes an attribute; key and kind stay. A choice that products have cannot go (IN_USE). Emits catalog.attribute.updated.
   * userErrors: INVALID, IN_USE, LIMIT_REACHED, NOT_FOUND, VERSION_MISMATCH.
   */
  attributeDefinitionUpdate?: Maybe<AttributeDefinitionUpdatePayload>;
  /**
   * Removes an attribute that no category asks for; its values go from all products. Emits catalog.attribute.deleted.
   * userErrors: IN_USE, NOT_FOUND.
   */
  attributeDefinitionDelete?: Maybe<AttributeDefinitionDeletePayload>;
  /**
   * Adds a branch to the catalogue, at most 10 deep. Emits catalog.category.created. userErrors: INVALID, LIMIT_REACHED,
   * MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, SLUG_TAKEN.
   */
  categoryCreate?: Maybe<CategoryCreatePayload>;
  /**
   * Changes a category. What is absent stays. Emits catalog.category.updated. userErrors: INVALID, MEDIA_NOT_READY,
   * MEDIA_REJECTED, NOT_FOUND, SLUG_TAKEN, VERSION_MISMATCH.
   */
  categoryUpdate?: Maybe<CategoryUpdatePayload>;
  /**
   * Says which attributes products of a category have, in which order. Those below inherit them. Emits catalog.category.updated.
   * userErrors: INVALID, LIMIT_REACHED, NOT_FOUND, VERSION_MISMATCH.
   */
  categoryAttributesSet?: Maybe<CategoryAttributesSetPayload>;
  /**
   * Asks for a presigned upload URL: PUT the bytes there with the headers given, then call mediaUploadComplete. No file
   * ever passes through GraphQL. userErrors: INVALID, LIMIT_REACHED, MEDIA_REJECTED, UNSUPPORTED.
   */
  mediaUploadCreate?: Maybe<MediaUploadCreatePayload>;
  /**
   * Says that the bytes are there. They are checked by content, then made ready, pictures within a second or so: follow
   * mediaProcessed. What is used nowhere for 24 hours is swept. userErrors: EXPIRED, MEDIA_NOT_READY, MEDIA_REJECTED,
   * NOT_FOUND.
   */
  mediaUploadComplete?: Maybe<MediaUploadCompletePayload>;
  /** Changes the words for who cannot see a file, and what of it must not be cut off. userErrors: INVALID, NOT_FOUND. */
  mediaUpdate?: Maybe<MediaUpdatePayload>;
  /** Removes a file, wherever it is shown; its owner and ADMIN only. userErrors: NOT_FOUND. */
  mediaDelete?: Maybe<MediaDeletePayload>;
  /**
   * Says which pictures and videos a product has, and in which order: attaches, detaches and reorders at once. Emits
   * catalog.product.updated. userErrors: LIMIT_REACHED, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, VERSION_MISMATCH.
   */
  productMediaSet?: Maybe<ProductMediaSetPayload>;
  /**
   * Creates a draft product with one variant, or with all that its options give. Seen by nobody else until it is published.
   * userErrors: ALREADY_EXISTS, CURRENCY_MISMATCH, INVALID, LIMIT_REACHED, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, REQUIRED,
   * SKU_TAKEN.
   */
  productCreate?: Maybe<ProductCreatePayload>;
  /**
   * Changes a product's own facts, of ADMIN anybody's. What is absent stays. Emits catalog.product.updated. userErrors: INVALID,
   * NOT_FOUND, REQUIRED, SLUG_TAKEN, VERSION_MISMATCH.
   */
  productUpdate?: Maybe<ProductUpdatePayload>;
  /**
   * Puts a draft on sale; verified sellers only, others get FORBIDDEN. NOT_READY: see Product.publishProblems. Cancels a schedule.
   * userErrors: CONFLICT, FORBIDDEN, NOT_FOUND, NOT_READY, VERSION_MISMATCH.
   */
  productPublish?: Maybe<ProductPublishPayload>;
  /**
   * Takes a product off sale, back to a draft. Orders that have their stock go on. Emits catalog.product.unpublished. userErrors:
   * CONFLICT, NOT_FOUND.
   */
  productUnpublish?: Maybe<ProductUnpublishPayload>;
  /**
   * Puts a draft on sale at an instant, and off sale at another. When it is not ready by then it stays a draft, and
   * catalog.publication.failed tells why. Emits catalog.product.updated. userErrors: CONFLICT, FORBIDDEN, INVALID, NOT_FOUND,
   * VERSION_MISMATCH.
   */
  productPublicationSchedule?: Maybe<ProductPublicationSchedulePayload>;
  /**
   * Takes a product off sale for good; it is kept for the orders that hold it. Emits catalog.product.archived. userErrors: CONFLICT,
   * NOT_FOUND.
   */
  productArchive?: Maybe<ProductArchivePayload>;
  /** Makes an archived product a draft again. Emits catalog.product.restored. userErrors: CONFLICT, NOT_FOUND. */
  productRestore?: Maybe<ProductRestorePayload>;
  /** Removes a draft that was never ordered or reviewed; archive others (IN_USE). Emits catalog.product.deleted. userErrors: IN_USE, NOT_FOUND. */
  productDelete?: Maybe<ProductDeletePayload>;
  /**
   * Sets name and description in other languages; languages that are absent stay. Emits catalog.product.updated. userErrors: INVALID,
   * LIMIT_REACHED, NOT_FOUND, VERSION_MISMATCH.
   */
  productTranslationsSet?: Maybe<ProductTranslationsSetPayload>;
  /**
   * Removes languages; what the product was written in stays. Emits catalog.product.updated. userErrors: INVALID, NOT_FOUND,
   * VERSION_MISMATCH.
   */
  productTranslationsDelete?: Maybe<ProductTranslationsDeletePayload>;
  /**
   * Makes a draft like another of the viewer's products, with all that it tells, shows and costs; with new codes, and without bar codes and
   * stock; CONFLICT for what moderators took down. userErrors: CONFLICT, INVALID, NOT_FOUND.
   */
  productDuplicate?: Maybe<ProductDuplicatePayload>;
  /**
   * Takes somebody's product off sale because it breaks the rules; its seller reads why and cannot publish it until it is reinstated.
   * FORBIDDEN for one's own. Emits catalog.product.takendown; kept in the audit trail. userErrors: CONFLICT, FORBIDDEN, INVALID, NOT_FOUND.
   */
  productTakeDown?: Maybe<ProductTakeDownPayload>;
  /**
   * Lets the seller publish the product again. FORBIDDEN for one's own. Emits catalog.product.reinstated; kept in the audit trail.
   * userErrors: CONFLICT, FORBIDDEN, INVALID, NOT_FOUND.
   */
  productReinstate?: Maybe<ProductReinstatePayload>;
  /**
   * Reviews a product; verified when an order was delivered. One of each account for a product (ALREADY_EXISTS); not of one's own, and
   * not while suspended (FORBIDDEN). It is shown at once, unless the marketplace moderates first or something about it looks wrong (a link,
   * an address, a telephone number, shouting, a forbidden word): then it is PENDING. Emits catalog.review.posted. userErrors:
   * ALREADY_EXISTS, FORBIDDEN, INVALID, LIMIT_REACHED, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, REQUIRED.
   */
  reviewCreate?: Maybe<ReviewCreatePayload>;
  /**
   * Changes the viewer's review; it may have to be approved again, and has to be where it was rejected. What is absent stays; null clears.
   * Emits catalog.review.updated. userErrors: FORBIDDEN, INVALID, LIMIT_REACHED, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, REQUIRED,
   * VERSION_MISMATCH.
   */
  reviewUpdate?: Maybe<ReviewUpdatePayload>;
  /** Removes the viewer's review. Emits catalog.review.deleted. userErrors: NOT_FOUND. */
  reviewDelete?: Maybe<ReviewDeletePayload>;
  /**
   * Says whether a review that is shown helped the viewer; not one's own, and not while suspended (FORBIDDEN). Repeating it changes nothing.
   * Emits catalog.review.voted. userErrors: FORBIDDEN, NOT_FOUND.
   */
  reviewHelpfulSet?: Maybe<ReviewHelpfulSetPayload>;
  /**
   * Answers a review that is shown of the viewer's product, or changes the answer; one for each review. Not while suspended (FORBIDDEN).
   * Emits catalog.review.answered. userErrors: FORBIDDEN, INVALID, NOT_FOUND.
   */
  reviewAnswerSet?: Maybe<ReviewAnswerSetPayload>;
  /** Removes the answer to a review. Emits catalog.review.unanswered. userErrors: NOT_FOUND. */
  reviewAnswerDelete?: Maybe<ReviewAnswerDeletePayload>;
  /**
   * Shows a review to everybody; not one's own, and none of one's own product (FORBIDDEN). Emits catalog.review.approved. userErrors:
   * CONFLICT, FORBIDDEN, NOT_FOUND, VERSION_MISMATCH.
   */
  reviewApprove?: Maybe<ReviewApprovePayload>;
  /**
   * Turns a review down, or takes it off again, with a reason that its author reads; not one's own, and none of one's own product
   * (FORBIDDEN). Emits catalog.review.rejected. userErrors: CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, VERSION_MISMATCH.
   */
  reviewReject?: Maybe<ReviewRejectPayload>;
  /**
   * Adds units to stock or takes them, all adjustments or none. OUT_OF_STOCK when more would be taken than is not
   * reserved; LIMIT_REACHED when a place would hold more than 1,000,000. userErrors: INVALID, LIMIT_REACHED, NOT_FOUND,
   * OUT_OF_STOCK.
   */
  variantStockAdjust?: Maybe<VariantStockAdjustPayload>;
  /**
   * Sets counted units, all or none. CONFLICT when another quantity was there than expected; OUT_OF_STOCK when fewer were
   * counted than are reserved. userErrors: CONFLICT, INVALID, NOT_FOUND, OUT_OF_STOCK.
   */
  variantStockSet?: Maybe<VariantStockSetPayload>;
  /**
   * Moves units from one location to another. LIMIT_REACHED when a place would hold more than 1,000,000. userErrors:
   * INVALID, LIMIT_REACHED, NOT_FOUND, OUT_OF_STOCK.
   */
  variantStockTransfer?: Maybe<VariantStockTransferPayload>;
  /** Says below how many available units the seller is warned. userErrors: INVALID, NOT_FOUND. */
  variantLowStockThresholdSet?: Maybe<VariantLowStockThresholdSetPayload>;
  /**
   * Adds a place where the viewer keeps stock, at most 20; the first becomes the default. userErrors: INVALID,
   * LIMIT_REACHED.
   */
  stockLocationCreate?: Maybe<StockLocationCreatePayload>;
  /**
   * Changes a place. CONFLICT when it is the only active one and would be closed, or is the default and would be it no more.
   * userErrors: CONFLICT, INVALID, NOT_FOUND, VERSION_MISMATCH.
   */
  stockLocationUpdate?: Maybe<StockLocationUpdatePayload>;
  /** Removes a place that holds no stock; IN_USE otherwise, and for the default. userErrors: IN_USE, NOT_FOUND. */
  stockLocationDelete?: Maybe<StockLocationDeletePayload>;
  /**
   * Creates and changes products from a file, at most 10,000 lines; a product of which a line is wrong stays as it was, and stops
   * no other. One import of a seller at a time (CONFLICT), 100 in 24 hours (LIMIT_REACHED). userErrors: CONFLICT,
   * LIMIT_REACHED, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND.
   */
  productImportCreate?: Maybe<ProductImportCreatePayload>;
  /**
   * Goes on with an import that was cancelled or failed, behind the last product done; CONFLICT while another one is under way, and
   * where it ended otherwise. userErrors: CONFLICT, NOT_FOUND.
   */
  productImportResume?: Maybe<ProductImportResumePayload>;
  /**
   * Writes the viewer's products into a file that an import can read. One export of a seller at a time (CONFLICT), 100 in 24
   * hours (LIMIT_REACHED). userErrors: CONFLICT, INVALID, LIMIT_REACHED.
   */
  productExportCreate?: Maybe<ProductExportCreatePayload>;
  /** Stops an import or export; products already done stay. userErrors: CONFLICT, NOT_FOUND. */
  productJobCancel?: Maybe<ProductJobCancelPayload>;
  /**
   * Adds an option such as size. Every variant gets the first of its values. userErrors: ALREADY_EXISTS, INVALID, LIMIT_REACHED, NOT_FOUND,
   * VERSION_MISMATCH.
   */
  productOptionCreate?: Maybe<ProductOptionCreatePayload>;
  /**
   * Changes an option's name, values and place. A value that variants have cannot go (IN_USE). What is absent stays. userErrors:
   * ALREADY_EXISTS, INVALID, IN_USE, NOT_FOUND, REQUIRED, VERSION_MISMATCH.
   */
  productOptionUpdate?: Maybe<ProductOptionUpdatePayload>;
  /** Removes an option; CONFLICT when two variants would be the same without it. userErrors: CONFLICT, NOT_FOUND, VERSION_MISMATCH. */
  productOptionDelete?: Maybe<ProductOptionDeletePayload>;
  /**
   * Adds variants, all or none; those of a product on sale can be bought at once. userErrors: ALREADY_EXISTS, CURRENCY_MISMATCH, INVALID,
   * LIMIT_REACHED, NOT_FOUND, SKU_TAKEN, VERSION_MISMATCH.
   */
  productVariantsCreate?: Maybe<ProductVariantsCreatePayload>;
  /**
   * Changes variants, all or none; prices hold for carts at once, and for orders placed from now on. What is absent stays; null clears.
   * userErrors: ALREADY_EXISTS, CURRENCY_MISMATCH, INVALID, NOT_FOUND, REQUIRED, SKU_TAKEN, VERSION_MISMATCH.
   */
  productVariantsUpdate?: Maybe<ProductVariantsUpdatePayload>;
  /**
   * Removes variants, all or none. One that was ordered stays, and is to be disabled instead (IN_USE); the last one stays (CONFLICT).
   * userErrors: CONFLICT, INVALID, IN_USE, NOT_FOUND, VERSION_MISMATCH.
   */
  productVariantsDelete?: Maybe<ProductVariantsDeletePayload>;
  /**
   * Open to guests. Says that a product page was looked at: feeds what the viewer saw last, and counts. Once in 30 minutes for a viewer and product, and never for
   * its seller; the rest is ignored. Of an account that is not personalised no more is kept than of a guest: a count. userErrors: NOT_FOUND.
   */
  productViewRecord?: Maybe<ProductViewRecordPayload>;
  /** Makes another wishlist beside the default one, at most 50. userErrors: INVALID, LIMIT_REACHED. */
  wishlistCreate?: Maybe<WishlistCreatePayload>;
  /**
   * Changes a wishlist. What is absent stays. The default one is it until another one is (INVALID). userErrors: INVALID,
   * NOT_FOUND, VERSION_MISMATCH.
   */
  wishlistUpdate?: Maybe<WishlistUpdatePayload>;
  /** Removes a wishlist and what is on it; the default one stays (CONFLICT). userErrors: CONFLICT, NOT_FOUND. */
  wishlistDelete?: Maybe<WishlistDeletePayload>;
  /** Makes a link to a wishlist, or a new one that ends the old. userErrors: NOT_FOUND. */
  wishlistShare?: Maybe<WishlistSharePayload>;
  /** Ends the link to a wishlist. userErrors: NOT_FOUND. */
  wishlistUnshare?: Maybe<WishlistUnsharePayload>;
  /**
   * Adds to the viewer's wishlist, at its end; at most 500 each, and 50 for one product. Of what is there already, what is given is
   * changed, and the rest stays.
   * userErrors: INVALID, LIMIT_REACHED, NOT_FOUND.
   */
  wishlistItemAdd?: Maybe<WishlistItemAddPayload>;
  /**
   * Changes an item: variant, quantity, note, alerts. What is absent stays; null clears. For another variant priceWhenAdded is what
   * that costs now. userErrors: INVALID, NOT_FOUND.
   */
  wishlistItemUpdate?: Maybe<WishlistItemUpdatePayload>;
  /** Takes an item off; by product, off every wishlist of the viewer, for a heart that is clicked again. userErrors: INVALID, NOT_FOUND. */
  wishlistItemRemove?: Maybe<WishlistItemRemovePayload>;
  /**
   * Moves an item to another wishlist or place; one for the same that is there already gives way. userErrors: INVALID,
   * LIMIT_REACHED, NOT_FOUND.
   */
  wishlistItemMove?: Maybe<WishlistItemMovePayload>;
};


/** What can be changed. */
export type MutationCategoryMoveArgs = {
  input: CategoryMoveInput;
};


/** What can be changed. */
export type MutationCategoryDeleteArgs = {
  input: CategoryDeleteInput;
};


/** What can be changed. */
export type MutationAttributeDefinitionCreateArgs = {
  input: AttributeDefinitionCreateInput;
};


/** What can be changed. */
export type MutationAttributeDefinitionUpdateArgs = {
  input: AttributeDefinitionUpdateInput;
};


/** What can be changed. */
export type MutationAttributeDefinitionDeleteArgs = {
  input: AttributeDefinitionDeleteInput;
};


/** What can be changed. */
export type MutationCategoryCreateArgs = {
  input: CategoryCreateInput;
};


/** What can be changed. */
export type MutationCategoryUpdateArgs = {
  input: CategoryUpdateInput;
};


/** What can be changed. */
export type MutationCategoryAttributesSetArgs = {
  input: CategoryAttributesSetInput;
};


/** What can be changed. */
export type MutationMediaUploadCreateArgs = {
  input: MediaUploadCreateInput;
};


/** What can be changed. */
export type MutationMediaUploadCompleteArgs = {
  input: MediaUploadCompleteInput;
};


/** What can be changed. */
export type MutationMediaUpdateArgs = {
  input: MediaUpdateInput;
};


/** What can be changed. */
export type MutationMediaDeleteArgs = {
  input: MediaDeleteInput;
};


/** What can be changed. */
export type MutationProductMediaSetArgs = {
  input: ProductMediaSetInput;
};


/** What can be changed. */
export type MutationProductCreateArgs = {
  input: ProductCreateInput;
};


/** What can be changed. */
export type MutationProductUpdateArgs = {
  input: ProductUpdateInput;
};


/** What can be changed. */
export type MutationProductPublishArgs = {
  input: ProductPublishInput;
};


/** What can be changed. */
export type MutationProductUnpublishArgs = {
  input: ProductUnpublishInput;
};


/** What can be changed. */
export type MutationProductPublicationScheduleArgs = {
  input: ProductPublicationScheduleInput;
};


/** What can be changed. */
export type MutationProductArchiveArgs = {
  input: ProductArchiveInput;
};


/** What can be changed. */
export type MutationProductRestoreArgs = {
  input: ProductRestoreInput;
};


/** What can be changed. */
export type MutationProductDeleteArgs = {
  input: ProductDeleteInput;
};


/** What can be changed. */
export type MutationProductTranslationsSetArgs = {
  input: ProductTranslationsSetInput;
};


/** What can be changed. */
export type MutationProductTranslationsDeleteArgs = {
  input: ProductTranslationsDeleteInput;
};


/** What can be changed. */
export type MutationProductDuplicateArgs = {
  input: ProductDuplicateInput;
};


/** What can be changed. */
export type MutationProductTakeDownArgs = {
  input: ProductTakeDownInput;
};


/** What can be changed. */
export type MutationProductReinstateArgs = {
  input: ProductReinstateInput;
};


/** What can be changed. */
export type MutationReviewCreateArgs = {
  input: ReviewCreateInput;
};


/** What can be changed. */
export type MutationReviewUpdateArgs = {
  input: ReviewUpdateInput;
};


/** What can be changed. */
export type MutationReviewDeleteArgs = {
  input: ReviewDeleteInput;
};


/** What can be changed. */
export type MutationReviewHelpfulSetArgs = {
  input: ReviewHelpfulSetInput;
};


/** What can be changed. */
export type MutationReviewAnswerSetArgs = {
  input: ReviewAnswerSetInput;
};


/** What can be changed. */
export type MutationReviewAnswerDeleteArgs = {
  input: ReviewAnswerDeleteInput;
};


/** What can be changed. */
export type MutationReviewApproveArgs = {
  input: ReviewApproveInput;
};


/** What can be changed. */
export type MutationReviewRejectArgs = {
  input: ReviewRejectInput;
};


/** What can be changed. */
export type MutationVariantStockAdjustArgs = {
  input: VariantStockAdjustInput;
};


/** What can be changed. */
export type MutationVariantStockSetArgs = {
  input: VariantStockSetInput;
};


/** What can be changed. */
export type MutationVariantStockTransferArgs = {
  input: VariantStockTransferInput;
};


/** What can be changed. */
export type MutationVariantLowStockThresholdSetArgs = {
  input: VariantLowStockThresholdSetInput;
};


/** What can be changed. */
export type MutationStockLocationCreateArgs = {
  input: StockLocationCreateInput;
};


/** What can be changed. */
export type MutationStockLocationUpdateArgs = {
  input: StockLocationUpdateInput;
};


/** What can be changed. */
export type MutationStockLocationDeleteArgs = {
  input: StockLocationDeleteInput;
};


/** What can be changed. */
export type MutationProductImportCreateArgs = {
  input: ProductImportCreateInput;
};


/** What can be changed. */
export type MutationProductImportResumeArgs = {
  input: ProductImportResumeInput;
};


/** What can be changed. */
export type MutationProductExportCreateArgs = {
  input: ProductExportCreateInput;
};


/** What can be changed. */
export type MutationProductJobCancelArgs = {
  input: ProductJobCancelInput;
};


/** What can be changed. */
export type MutationProductOptionCreateArgs = {
  input: ProductOptionCreateInput;
};


/** What can be changed. */
export type MutationProductOptionUpdateArgs = {
  input: ProductOptionUpdateInput;
};


/** What can be changed. */
export type MutationProductOptionDeleteArgs = {
  input: ProductOptionDeleteInput;
};


/** What can be changed. */
export type MutationProductVariantsCreateArgs = {
  input: ProductVariantsCreateInput;
};


/** What can be changed. */
export type MutationProductVariantsUpdateArgs = {
  input: ProductVariantsUpdateInput;
};


/** What can be changed. */
export type MutationProductVariantsDeleteArgs = {
  input: ProductVariantsDeleteInput;
};


/** What can be changed. */
export type MutationProductViewRecordArgs = {
  input: ProductViewRecordInput;
};


/** What can be changed. */
export type MutationWishlistCreateArgs = {
  input: WishlistCreateInput;
};


/** What can be changed. */
export type MutationWishlistUpdateArgs = {
  input: WishlistUpdateInput;
};


/** What can be changed. */
export type MutationWishlistDeleteArgs = {
  input: WishlistDeleteInput;
};


/** What can be changed. */
export type MutationWishlistShareArgs = {
  input: WishlistShareInput;
};


/** What can be changed. */
export type MutationWishlistUnshareArgs = {
  input: WishlistUnshareInput;
};


/** What can be changed. */
export type MutationWishlistItemAddArgs = {
  input: WishlistItemAddInput;
};


/** What can be changed. */
export type MutationWishlistItemUpdateArgs = {
  input: WishlistItemUpdateInput;
};


/** What can be changed. */
export type MutationWishlistItemRemoveArgs = {
  input: WishlistItemRemoveInput;
};


/** What can be changed. */
export type MutationWishlistItemMoveArgs = {
  input: WishlistItemMoveInput;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** When uploads are ready, or turned down. */
  mediaProcessed: MediaEvent;
  /** Stock of the given variants, from a cursor when resuming. */
  variantStockChanged: VariantStockEvent;
  /** How an import or export goes: about once a second, and when it ends. */
  productJobProgressed: ProductJobEvent;
  /** Changes of the viewer's wishlists, on whichever device. */
  wishlistUpdated: WishlistEvent;
};


/** What can be followed live. */
export type SubscriptionMediaProcessedArgs = {
  mediaIds: Array<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be followed live. */
export type SubscriptionVariantStockChangedArgs = {
  variantIds: Array<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be followed live. */
export type SubscriptionProductJobProgressedArgs = {
  jobId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be followed live. */
export type SubscriptionWishlistUpdatedArgs = {
  wishlistId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Category filter; fields are ANDed. */
export type CategoryFilterInput = {
  /** Beginning of a word of the name in any language, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Right below one of these, at most 100. */
  parentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether it is at the top. */
  isTopLevel?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most this deep, 0 to 100; 0 is the top. For a whole menu in one answer. */
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  /** Whether something is on sale in it or below it. */
  hasProducts?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Another place for a category. */
export type CategoryMoveInput = {
  /** The category. */
  categoryId: Scalars['ID']['input'];
  /** The branch above; null for the top. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Place among its siblings, from 0. */
  position: Scalars['Int']['input'];
  /** Refuse when the category has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of categoryMove. */
export type CategoryMovePayload = {
  __typename?: 'CategoryMovePayload';
  /** The category now. */
  category?: Maybe<Category>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which category to remove. */
export type CategoryDeleteInput = {
  /** The category. */
  categoryId: Scalars['ID']['input'];
  /** Where to put its products and the branches below it. */
  moveToCategoryId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of categoryDelete. */
export type CategoryDeletePayload = {
  __typename?: 'CategoryDeletePayload';
  /** The category that is gone. */
  deletedCategoryId?: Maybe<Scalars['ID']['output']>;
  /** Products that were moved. */
  movedProductCount: Scalars['Int']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A typed fact that products can tell. */
export type AttributeDefinition = Node & {
  __typename?: 'AttributeDefinition';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Name for filters, unique; it never changes. */
  key: Scalars['String']['output'];
  /** Localised label. */
  name: Scalars['String']['output'];
  /** Label in every language it has, at most 30. */
  names: Array<LocalisedText>;
  /** What its values are. */
  kind: AttributeKind;
  /** Unit of its numbers, e.g. cm. */
  unit?: Maybe<Scalars['String']['output']>;
  /** What can be chosen, in order, for CHOICE and CHOICES; at most 50. */
  choices: Array<AttributeChoice>;
  /** Whether it is a facet. */
  isFilterable: Scalars['Boolean']['output'];
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
};


/** A typed fact that products can tell. */
export type AttributeDefinitionNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** What the values of an attribute are. */
export type AttributeKind =
  /** A text of at most 500 characters. */
  | 'TEXT'
  /** A decimal number. */
  | 'NUMBER'
  /** Yes or no. */
  | 'BOOLEAN'
  /** A day. */
  | 'DATE'
  /** One of the choices. */
  | 'CHOICE'
  /** Any number of the choices. */
  | 'CHOICES';

/** A value that can be chosen. */
export type AttributeChoice = {
  __typename?: 'AttributeChoice';
  /** Name for filters; it never changes. */
  value: Scalars['String']['output'];
  /** Localised label. */
  label: Scalars['String']['output'];
  /** Label in every language it has, at most 30. */
  labels: Array<LocalisedText>;
};


/** A value that can be chosen. */
export type AttributeChoiceLabelArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A page of attributes. */
export type AttributeDefinitionConnection = {
  __typename?: 'AttributeDefinitionConnection';
  /** The attributes of this page with their cursors. */
  edges: Array<AttributeDefinitionEdge>;
  /** The attributes of this page. */
  nodes: Array<AttributeDefinition>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of attributes in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An attribute and its place in the list. */
export type AttributeDefinitionEdge = {
  __typename?: 'AttributeDefinitionEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The attribute. */
  node: AttributeDefinition;
};

/** Attribute filter; fields are ANDed. */
export type AttributeDefinitionFilterInput = {
  /** Beginning of a key or a word of the label, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<AttributeKind>>;
  /** Whether it is a facet. */
  isFilterable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A new attribute. */
export type AttributeDefinitionCreateInput = {
  /** Name for filters, 1 to 40 small letters, digits and underscores; not category, price, rating or availability, which searches have. */
  key: Scalars['String']['input'];
  /** Label in each language, 1 to 30, each 1 to 80 characters; the first is the fallback. */
  names: Array<LocalisedTextInput>;
  /** What its values are. */
  kind: AttributeKind;
  /** Unit of its numbers, at most 20 characters. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** What can be chosen, in order, at most 50; for CHOICE and CHOICES. */
  choices?: InputMaybe<Array<AttributeChoiceInput>>;
  /** Whether it is a facet. */
  isFilterable?: Scalars['Boolean']['input'];
};

/** A value that can be chosen. */
export type AttributeChoiceInput = {
  /** Name for filters, 1 to 40 small letters, digits and hyphens. */
  value: Scalars['String']['input'];
  /** Label in each language, 1 to 30, each 1 to 80 characters; the first is the fallback. */
  labels: Array<LocalisedTextInput>;
};

/** Result of attributeDefinitionCreate. */
export type AttributeDefinitionCreatePayload = {
  __typename?: 'AttributeDefinitionCreatePayload';
  /** The new attribute. */
  attributeDefinition?: Maybe<AttributeDefinition>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of an attribute. What is absent stays. */
export type AttributeDefinitionUpdateInput = {
  /** The attribute. */
  attributeDefinitionId: Scalars['ID']['input'];
  /** Label in each language, 1 to 30, each 1 to 80 characters; replaces all. */
  names?: InputMaybe<Array<LocalisedTextInput>>;
  /** Unit of its numbers, at most 20 characters. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** What can be chosen, in order, at most 50; replaces all. */
  choices?: InputMaybe<Array<AttributeChoiceInput>>;
  /** Whether it is a facet. */
  isFilterable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refuse when the attribute definition has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of attributeDefinitionUpdate. */
export type AttributeDefinitionUpdatePayload = {
  __typename?: 'AttributeDefinitionUpdatePayload';
  /** The attribute now. */
  attributeDefinition?: Maybe<AttributeDefinition>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which attribute to remove. */
export type AttributeDefinitionDeleteInput = {
  /** The attribute. */
  attributeDefinitionId: Scalars['ID']['input'];
};

/** Result of attributeDefinitionDelete. */
export type AttributeDefinitionDeletePayload = {
  __typename?: 'AttributeDefinitionDeletePayload';
  /** The attribute that is gone. */
  deletedAttributeDefinitionId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A branch of the catalogue that products are sorted into. */
export type Category = Node & {
  __typename?: 'Category';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** URL slug, unique among categories. */
  slug: Scalars['String']['output'];
  /** Localised name. */
  name: Scalars['String']['output'];
  /** Localised text about it. */
  description?: Maybe<Scalars['String']['output']>;
  /** Every language it has, at most 30 (ADMIN only). */
  translations?: Maybe<Array<Translation>>;
  /** Picture. */
  image?: Maybe<Media>;
  /** The branch above; null at the top. */
  parent?: Maybe<Category>;
  /** The branches above, from the top; at most 9. */
  ancestors: Array<Category>;
  /** The branches right below, in the order of the catalogue. */
  children: CategoryConnection;
  /** 0 at the top. */
  depth: Scalars['Int']['output'];
  /** Place among its siblings, from 0; what is removed leaves its place empty until one of them is moved. */
  position: Scalars['Int']['output'];
  /** What products in it tell, inherited ones first; at most 50. */
  attributes: Array<CategoryAttribute>;
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** Published products in it and below it. */
  productCount: Scalars['Int']['output'];
  /** Published products in it and below it, newest first. */
  products: ProductConnection;
};


/** A branch of the catalogue that products are sorted into. */
export type CategoryNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A branch of the catalogue that products are sorted into. */
export type CategoryDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A branch of the catalogue that products are sorted into. */
export type CategoryChildrenArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A branch of the catalogue that products are sorted into. */
export type CategoryProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilterInput>;
  sort?: InputMaybe<ProductSortInput>;
};

/** A page of categories. */
export type CategoryConnection = {
  __typename?: 'CategoryConnection';
  /** The categories of this page with their cursors. */
  edges: Array<CategoryEdge>;
  /** The categories of this page. */
  nodes: Array<Category>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of categories in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A category and its place in the list. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The category. */
  node: Category;
};

/** A new category. */
export type CategoryCreateInput = {
  /** Name and text in each language, 1 to 30; the first is the fallback. */
  translations: Array<TranslationInput>;
  /** URL slug, 1 to 100 small letters, digits and hyphens; made from the first name when absent. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The branch above; the top when absent. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Place among its siblings, from 0; the last when absent. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** A picture of one's own with purpose PRODUCT. */
  imageId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of categoryCreate. */
export type CategoryCreatePayload = {
  __typename?: 'CategoryCreatePayload';
  /** The new category. */
  category?: Maybe<Category>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a category. */
export type CategoryUpdateInput = {
  /** The category. */
  categoryId: Scalars['ID']['input'];
  /** Name and text in each language, 1 to 30; replaces all. */
  translations?: InputMaybe<Array<TranslationInput>>;
  /** URL slug, 1 to 100 small letters, digits and hyphens. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** A picture of one's own with purpose PRODUCT; null for none. */
  imageId?: InputMaybe<Scalars['ID']['input']>;
  /** Refuse when the category has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of categoryUpdate. */
export type CategoryUpdatePayload = {
  __typename?: 'CategoryUpdatePayload';
  /** The category now. */
  category?: Maybe<Category>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An attribute that a category asks for. */
export type CategoryAttribute = {
  __typename?: 'CategoryAttribute';
  /** The attribute. */
  definition: AttributeDefinition;
  /** Whether a product must tell it to be published. */
  isRequired: Scalars['Boolean']['output'];
  /** Whether a branch above asks for it. */
  isInherited: Scalars['Boolean']['output'];
};

/** Attributes of a category. */
export type CategoryAttributesSetInput = {
  /** The category. */
  categoryId: Scalars['ID']['input'];
  /** The attributes, in order, at most 50; replaces those of its own. */
  attributes: Array<CategoryAttributeInput>;
  /** Refuse when the category has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** An attribute of a category. */
export type CategoryAttributeInput = {
  /** The attribute. */
  attributeDefinitionId: Scalars['ID']['input'];
  /** Whether a product must tell it to be published; those on sale are not taken off. */
  isRequired?: Scalars['Boolean']['input'];
};

/** Result of categoryAttributesSet. */
export type CategoryAttributesSetPayload = {
  __typename?: 'CategoryAttributesSetPayload';
  /** The category now. */
  category?: Maybe<Category>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An uploaded file. */
export type Media = Node & {
  __typename?: 'Media';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Kind of file. */
  kind: MediaKind;
  /** What it was uploaded for. */
  purpose: MediaPurpose;
  /** Whether it can be shown. */
  status: MediaStatus;
  /** Why it was turned down (owner or ADMIN). */
  rejection?: Maybe<MediaRejection>;
  /**
   * Where to read it; null until READY. Sizes are made once, kept, and rounded up to the next of 64, 128, 256, 512, 1024
   * and 2048 pixels; without a size the whole picture, turned upright and stripped of where it was taken. A picture is
   * never enlarged. Links to private files end after 15 minutes.
   */
  url?: Maybe<Scalars['URL']['output']>;
  /**
   * A still of a video, or the picture itself; sizes as for url. Null for other files, until READY, and for a video where Agora
   * runs without FFmpeg or that does not know how the video is coded.
   */
  posterUrl?: Maybe<Scalars['URL']['output']>;
  /** A blurred picture in 30 bytes of base64 (ThumbHash), to show until the real one is there; pictures, and videos that have a still. */
  thumbhash?: Maybe<Scalars['String']['output']>;
  /** MIME type, as found in the bytes once they were looked at. */
  contentType: Scalars['String']['output'];
  /** Name it was uploaded with (owner or ADMIN). */
  filename?: Maybe<Scalars['String']['output']>;
  /** Size in bytes. */
  byteSize: Scalars['SafeInt']['output'];
  /** Width in pixels, turned upright; pictures, and videos where Agora runs with FFmpeg. */
  width?: Maybe<Scalars['Int']['output']>;
  /** Height in pixels, turned upright; pictures, and videos where Agora runs with FFmpeg. */
  height?: Maybe<Scalars['Int']['output']>;
  /** Length of a video; null for other files, and where Agora runs without FFmpeg. */
  durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** What it shows, for who cannot see it. */
  altText?: Maybe<Scalars['String']['output']>;
  /** The same in every language it has, at most 30. */
  altTexts: Array<LocalisedText>;
  /** What must not be cut off. */
  focalPoint?: Maybe<FocalPoint>;
  /** Who uploaded it. */
  owner?: Maybe<User>;
  /** When the upload was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * Where mediaProcessed of this file stands now; pass it as after, and nothing between this answer and the subscription
   * is missed. Its owner alone; null for others.
   */
  liveCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer may change or remove it. */
  viewerCanEdit: Scalars['Boolean']['output'];
};


/** An uploaded file. */
export type MediaUrlArgs = {
  width?: InputMaybe<Scalars['Int']['input']>;
  height?: InputMaybe<Scalars['Int']['input']>;
  fit?: MediaFit;
  format?: InputMaybe<MediaFormat>;
};


/** An uploaded file. */
export type MediaPosterUrlArgs = {
  width?: InputMaybe<Scalars['Int']['input']>;
  height?: InputMaybe<Scalars['Int']['input']>;
  fit?: MediaFit;
};


/** An uploaded file. */
export type MediaAltTextArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Kinds of files. */
export type MediaKind =
  /** A picture. */
  | 'IMAGE'
  /** A video. */
  | 'VIDEO'
  /** Anything else. */
  | 'DOCUMENT';

/** What a file is uploaded for; says what it may be, how large, and who may read it. */
export type MediaPurpose =
  /** Public. JPEG, PNG, WebP, AVIF or GIF up to 20 MB and 50 megapixels; MP4 or WebM up to 200 MB and 5 minutes. */
  | 'PRODUCT'
  /** Public. JPEG, PNG, WebP or AVIF up to 5 MB and 50 megapixels. */
  | 'AVATAR'
  /** Public. Pictures as for PRODUCT; videos up to 50 MB and 1 minute. */
  | 'REVIEW'
  /** Private: owner and ADMIN. PDF, JPEG or PNG up to 20 MB, pictures up to 50 megapixels. */
  | 'DOCUMENT'
  /** Private: owner and ADMIN. CSV or JSON Lines up to 50 MB, for productImportCreate. */
  | 'IMPORT';

/** Whether a file can be shown. */
export type MediaStatus =
  /** Its bytes are not there yet. */
  | 'AWAITING_UPLOAD'
  /** It is looked at and made ready. */
  | 'PROCESSING'
  /** It can be shown. */
  | 'READY'
  /** It was turned down. */
  | 'REJECTED';

/** Why a file was turned down. */
export type MediaRejection = {
  __typename?: 'MediaRejection';
  /** Stable code. */
  code: MediaRejectionCode;
  /** Localised text for its owner. */
  message: Scalars['String']['output'];
};

/** Codes of why a file was turned down. */
export type MediaRejectionCode =
  /** Its bytes are not of the type it says. */
  | 'TYPE_MISMATCH'
  /** Too many pixels or seconds. */
  | 'TOO_LARGE'
  /** It cannot be read to the end. */
  | 'DAMAGED'
  /** It holds something that could do harm. */
  | 'UNSAFE';

/** What to do when proportions differ. */
export type MediaFit =
  /** The whole picture inside the size. */
  | 'CONTAIN'
  /** Fill the size, cut off round the focal point. */
  | 'COVER';

/** File formats of pictures. */
export type MediaFormat =
  /** JPEG. */
  | 'JPEG'
  /** PNG. */
  | 'PNG'
  /** WebP. */
  | 'WEBP'
  /** AVIF. */
  | 'AVIF';

/** The place in a picture that matters most. */
export type FocalPoint = {
  __typename?: 'FocalPoint';
  /** 0 at the left, 1 at the right. */
  x: Scalars['Float']['output'];
  /** 0 at the top, 1 at the bottom. */
  y: Scalars['Float']['output'];
};

/** Filter of files; fields are ANDed. */
export type MediaFilterInput = {
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<MediaKind>>;
  /** Uploaded for one of these. */
  purposes?: InputMaybe<Array<MediaPurpose>>;
  /** In one of these states. */
  statuses?: InputMaybe<Array<MediaStatus>>;
  /** Uploaded in this range. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
};

/** A page of files. */
export type MediaConnection = {
  __typename?: 'MediaConnection';
  /** The files of this page with their cursors. */
  edges: Array<MediaEdge>;
  /** The files of this page. */
  nodes: Array<Media>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of files in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A file and its place in the list. */
export type MediaEdge = {
  __typename?: 'MediaEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The file. */
  node: Media;
};

/** A file was looked at. */
export type MediaEvent = {
  __typename?: 'MediaEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** How it ended. */
  kind: MediaEventKind;
  /** The file. */
  media: Media;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** How looking at a file ended. */
export type MediaEventKind =
  /** It can be shown. */
  | 'READY'
  /** It was turned down. */
  | 'REJECTED';

/** A file about to be uploaded. */
export type MediaUploadCreateInput = {
  /** What for; says what it may be. An account may have 100 files that are used nowhere, and 20 GB in all. */
  purpose: MediaPurpose;
  /** Name of the file, 1 to 255 characters. */
  filename: Scalars['String']['input'];
  /** MIME type, at most 100 characters. */
  contentType: Scalars['String']['input'];
  /** Size in bytes, at least 1; what is put must have exactly this size. */
  byteSize: Scalars['Int']['input'];
  /** What it shows, in the viewer's language, at most 500 characters. */
  altText?: InputMaybe<Scalars['String']['input']>;
};

/** Result of mediaUploadCreate. */
export type MediaUploadCreatePayload = {
  __typename?: 'MediaUploadCreatePayload';
  /** The file, readable once uploaded and looked at. */
  media?: Maybe<Media>;
  /** Where to PUT the bytes. */
  uploadUrl?: Maybe<Scalars['URL']['output']>;
  /** Headers that the PUT must have, at most 20. */
  uploadHeaders: Array<MediaUploadHeader>;
  /** When the upload URL ends, after 1 hour. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A header of the upload. */
export type MediaUploadHeader = {
  __typename?: 'MediaUploadHeader';
  /** Name. */
  name: Scalars['String']['output'];
  /** Value. */
  value: Scalars['String']['output'];
};

/** Which upload is there. */
export type MediaUploadCompleteInput = {
  /** The file. */
  mediaId: Scalars['ID']['input'];
};

/** Result of mediaUploadComplete. */
export type MediaUploadCompletePayload = {
  __typename?: 'MediaUploadCompletePayload';
  /** The file, PROCESSING or READY already. */
  media?: Maybe<Media>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a file. What is absent stays; null clears. */
export type MediaUpdateInput = {
  /** The file. */
  mediaId: Scalars['ID']['input'];
  /** What it shows, in each language, at most 30, each at most 500 characters; replaces all. */
  altTexts?: InputMaybe<Array<LocalisedTextInput>>;
  /** What must not be cut off. */
  focalPoint?: InputMaybe<FocalPointInput>;
};

/** The place in a picture that matters most. */
export type FocalPointInput = {
  /** 0 at the left, 1 at the right. */
  x: Scalars['Float']['input'];
  /** 0 at the top, 1 at the bottom. */
  y: Scalars['Float']['input'];
};

/** Result of mediaUpdate. */
export type MediaUpdatePayload = {
  __typename?: 'MediaUpdatePayload';
  /** The file now. */
  media?: Maybe<Media>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which file to remove. */
export type MediaDeleteInput = {
  /** The file. */
  mediaId: Scalars['ID']['input'];
};

/** Result of mediaDelete. */
export type MediaDeletePayload = {
  __typename?: 'MediaDeletePayload';
  /** The file that is gone. */
  deletedMediaId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Name and text in one language. */
export type Translation = {
  __typename?: 'Translation';
  /** Language. */
  locale: Scalars['Locale']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Text, in Markdown; the fallback's when absent. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether it was written in this language. */
  isOriginal: Scalars['Boolean']['output'];
};

/** Name and text in one language. */
export type TranslationInput = {
  /** Language; one the marketplace has. */
  locale: Scalars['Locale']['input'];
  /** Name, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Text, Markdown, at most 20,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
};

/** Pictures and videos of a product. */
export type ProductMediaSetInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The seller's own files with purpose PRODUCT in the order to show them, at most 50; what is not among them is detached. */
  mediaIds: Array<Scalars['ID']['input']>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productMediaSet. */
export type ProductMediaSetPayload = {
  __typename?: 'ProductMediaSetPayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A product listed by a seller. */
export type Product = Node & {
  __typename?: 'Product';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** URL slug. */
  slug: Scalars['String']['output'];
  /** Localised name. */
  name: Scalars['String']['output'];
  /** Localised text about it. */
  description: Scalars['String']['output'];
  /**
   * Language that name and description really come in: the one wanted, a wider one (es for es-CO), or what the seller wrote. A missing
   * translation never hides a product.
   */
  contentLocale: Scalars['Locale']['output'];
  /** Every language it has, what it was written in first; at most 30. Its seller and ADMIN; null for others. */
  translations?: Maybe<Array<Translation>>;
  /** Whether buyers can see it. */
  status: ProductStatus;
  /** Where it stands in the catalogue. */
  category: Category;
  /** Typed facts, in the order of the category; at most 50. */
  attributes: Array<ProductAttribute>;
  /** The seller's own key words, in small letters, at most 20. */
  tags: Array<Scalars['String']['output']>;
  /** Which rate of tax it has. */
  taxClass: TaxClass;
  /** Seller. */
  seller?: Maybe<User>;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change of anything but stock. */
  updatedAt: Scalars['DateTime']['output'];
  /** When it last went on sale; null for a draft that never was. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it goes on sale by itself. Its seller and ADMIN; null for others. */
  publishAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it goes off sale by itself. Its seller and ADMIN; null for others. */
  unpublishAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts up with each change of anything but stock. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /**
   * What must be mended before it can be published, or be on sale again, at most 20; empty when it can be. Its seller and ADMIN;
   * null for others.
   */
  publishProblems?: Maybe<Array<PublishProblem>>;
  /** Why moderators took it off sale; null where they did not. Its seller, moderators and ADMIN; null for others. */
  takedown?: Maybe<ProductTakedown>;
  /** Whether the viewer may put it on sale now: a verified seller's own draft, without problems. */
  viewerCanPublish: Scalars['Boolean']['output'];
  /** Whether the viewer may remove it altogether: a draft that was never ordered. */
  viewerCanDelete: Scalars['Boolean']['output'];
  /** Whether the viewer may take it off sale as a moderator, or reinstate it. */
  viewerCanTakeDown: Scalars['Boolean']['output'];
  /** Images and videos in the seller's order, at most 50. */
  media: Array<Media>;
  /** The first of them. */
  featuredMedia?: Maybe<Media>;
  /**
   * Products on sale that go with it, best first; at most 24. What is similar is what the seller chose, then what is like it in name, key words, category
   * and price.
   */
  related: Array<Product>;
  /** What its approved reviews add up to. */
  rating: RatingSummary;
  /** Approved reviews, and the viewer's own in whichever state. */
  reviews: ReviewConnection;
  /** The viewer's review of it. */
  viewerReview?: Maybe<Review>;
  /** Whether the viewer may review it: it was put on sale, and they are signed in, not the seller, and have not done so yet. */
  viewerCanReview: Scalars['Boolean']['output'];
  /** What variants differ in, such as size; at most 3. */
  options: Array<ProductOption>;
  /** Purchasable variants in the seller's order, at most 50. Its seller and ADMIN see disabled ones as well. */
  variants: Array<ProductVariant>;
  /** Where variantStockChanged of these variants stood when they were read; pass it as after, and nothing between this answer and the subscription is missed. */
  liveCursor: Scalars['String']['output'];
  /** Lowest price of its enabled variants; of all, where none is enabled. */
  priceFrom: Money;
  /** Highest price, in the same currency as priceFrom. */
  priceTo: Money;
  /** Whether some variant can be bought now. */
  isAvailable: Scalars['Boolean']['output'];
  /** Whether the viewer wished for it. */
  viewerHasWished: Scalars['Boolean']['output'];
  /** The viewer's wishes for it, at most 50. */
  viewerWishlistItems: Array<WishlistItem>;
};


/** A product listed by a seller. */
export type ProductNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A product listed by a seller. */
export type ProductDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A product listed by a seller. */
export type ProductContentLocaleArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A product listed by a seller. */
export type ProductRelatedArgs = {
  by?: ProductRelation;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A product listed by a seller. */
export type ProductReviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilterInput>;
  sort?: InputMaybe<ReviewSortInput>;
};


/** A product listed by a seller. */
export type ProductPriceFromArgs = {
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
};


/** A product listed by a seller. */
export type ProductPriceToArgs = {
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
};

/** Rates of tax that things have; how high each is, a country says. */
export type TaxClass =
  /** The usual rate. */
  | 'STANDARD'
  /** The reduced rate, for example of food or books. */
  | 'REDUCED'
  /** The lowest rate above zero, where a country has one. */
  | 'SUPER_REDUCED'
  /** Taxed with zero. */
  | 'ZERO'
  /** Not taxed. */
  | 'EXEMPT';

/** Why a product was taken off sale by moderators. */
export type ProductTakedown = {
  __typename?: 'ProductTakedown';
  /** Kind of reason. */
  reason: ModerationReason;
  /** Words to the seller. */
  message?: Maybe<Scalars['String']['output']>;
  /** When. */
  takenDownAt: Scalars['DateTime']['output'];
  /** Who. Moderators and ADMIN; null for others. */
  takenDownBy?: Maybe<User>;
};

/** Kinds of reasons to take something down in the catalogue. */
export type ModerationReason =
  /** Advertising or noise. */
  | 'SPAM'
  /** Insults or hate. */
  | 'OFFENSIVE'
  /** Not allowed to be sold or said. */
  | 'ILLEGAL'
  /** A fake. */
  | 'COUNTERFEIT'
  /** Untrue, or about something else. */
  | 'MISLEADING'
  /** Tells private things about somebody. */
  | 'PERSONAL_DATA'
  /** Written for, or paid by, somebody concerned. */
  | 'CONFLICT_OF_INTEREST'
  /** See the message. */
  | 'OTHER';

/** What stands in the way of publishing. */
export type PublishProblem = {
  __typename?: 'PublishProblem';
  /** Stable code. */
  code: PublishProblemCode;
  /** Localised text for the seller. */
  message: Scalars['String']['output'];
  /** The attribute it is about. */
  attributeKey?: Maybe<Scalars['String']['output']>;
};

/** Codes of what stands in the way of publishing. */
export type PublishProblemCode =
  /** The seller is not verified, or not any more. */
  | 'SELLER_NOT_VERIFIED'
  /** The seller's account is suspended. */
  | 'SELLER_SUSPENDED'
  /** Moderators took it off sale. */
  | 'TAKEN_DOWN'
  /** The category asks for an attribute. */
  | 'ATTRIBUTE_MISSING'
  /** No variant is enabled. */
  | 'VARIANT_MISSING';

/** States of a product. */
export type ProductStatus =
  /** Seen by its seller and administrators only, and by moderators once taken down. */
  | 'DRAFT'
  /** On sale, unless its seller may not sell for now: see publishProblems. */
  | 'PUBLISHED'
  /** No longer on sale; kept for the orders that hold it. Also seen by who bought it. */
  | 'ARCHIVED';

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The products of this page with their cursors. */
  edges: Array<ProductEdge>;
  /** The products of this page. */
  nodes: Array<Product>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of products in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /**
   * What the whole list can be narrowed by, most telling first; at most 30. The counts of a facet are as if it were not
   * filtered by itself, so that more of its values can be chosen.
   */
  facets: Array<Facet>;
  /** The query with its words put right, when the words as typed found little or nothing; the list holds what these find. */
  spelling?: Maybe<Scalars['String']['output']>;
};


/** A page of products. */
export type ProductConnectionFacetsArgs = {
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
  valuesFirst?: InputMaybe<Scalars['Int']['input']>;
};

/** A product and its place in the list. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** A new product. */
export type ProductCreateInput = {
  /** Name in the seller's language, 1 to 200 characters on one line. */
  name: Scalars['String']['input'];
  /** Text about it, 1 to 20,000 characters. */
  description: Scalars['String']['input'];
  /** Language of both, one the marketplace has; the viewer's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /**
   * The seller's own code of its variant, unique among the seller's variants, 1 to 64 characters; where its options give several
   * variants, the beginning of their codes: MUG-1, MUG-2. REQUIRED without variants, and not with them.
   */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** Price of its variant, or of each, above 0. Its currency is the product's own. REQUIRED without variants, and not with them. */
  price?: InputMaybe<MoneyInput>;
  /** Units on hand of its variant, or of each, 0 to 1,000,000; at the default location. Not with variants. */
  stock?: Scalars['Int']['input'];
  /** Category to list it in. */
  categorySlug: Scalars['String']['input'];
  /** Own key words, by which it is also found; at most 20, each once, 1 to 40 characters on one line. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Which rate of tax it has. */
  taxClass?: InputMaybe<TaxClass>;
  /** Typed facts, at most 50; of those that the category asks for. */
  attributes?: InputMaybe<Array<ProductAttributeInput>>;
  /** The seller's own files with purpose PRODUCT, in the order to show them, at most 50. */
  mediaIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What variants differ in, at most 3. */
  options?: InputMaybe<Array<ProductOptionInput>>;
  /**
   * Its variants, at most 50, instead of sku, price and stock. The currency of the first price is the product's own. Without them,
   * every combination of the options' values is one.
   */
  variants?: InputMaybe<Array<ProductVariantCreateInput>>;
};

/** Result of productCreate. */
export type ProductCreatePayload = {
  __typename?: 'ProductCreatePayload';
  /** The new draft. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a product. */
export type ProductUpdateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** Name in the language it was written in, 1 to 200 characters on one line. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Text about it, 1 to 20,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * URL slug, 1 to 100 small letters, digits and hyphens; the old one still finds it, until twenty others came after it. Where absent it follows the name, unless it was
   * chosen.
   */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Category to list it in, at most 100 characters. */
  categorySlug?: InputMaybe<Scalars['String']['input']>;
  /** Own key words, at most 20, each once, 1 to 40 characters on one line; replaces all. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Which rate of tax it has. */
  taxClass?: InputMaybe<TaxClass>;
  /** Typed facts, at most 50; replaces all. Those that it tells and that its category does not ask for may stay. */
  attributes?: InputMaybe<Array<ProductAttributeInput>>;
  /** Own products to show with it first, at most 24, each once; replaces all. */
  relatedProductIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productUpdate. */
export type ProductUpdatePayload = {
  __typename?: 'ProductUpdatePayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which draft to put on sale. */
export type ProductPublishInput = {
  /** The draft. */
  productId: Scalars['ID']['input'];
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productPublish. */
export type ProductPublishPayload = {
  __typename?: 'ProductPublishPayload';
  /** The product, now on sale. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product to take off sale. */
export type ProductUnpublishInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
};

/** Result of productUnpublish. */
export type ProductUnpublishPayload = {
  __typename?: 'ProductUnpublishPayload';
  /** The product, now a draft. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** When to put a product on and off sale. */
export type ProductPublicationScheduleInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** When the draft goes on sale, in the future, at most a year ahead; null for not by itself. */
  publishAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it goes off sale, later than that, at most a year ahead; null for not by itself. */
  unpublishAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productPublicationSchedule. */
export type ProductPublicationSchedulePayload = {
  __typename?: 'ProductPublicationSchedulePayload';
  /** The product, with its schedule. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product to archive. */
export type ProductArchiveInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
};

/** Result of productArchive. */
export type ProductArchivePayload = {
  __typename?: 'ProductArchivePayload';
  /** The product, now archived. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product to restore. */
export type ProductRestoreInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
};

/** Result of productRestore. */
export type ProductRestorePayload = {
  __typename?: 'ProductRestorePayload';
  /** The product, now a draft. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which draft to remove. */
export type ProductDeleteInput = {
  /** The draft. */
  productId: Scalars['ID']['input'];
};

/** Result of productDelete. */
export type ProductDeletePayload = {
  __typename?: 'ProductDeletePayload';
  /** The draft that is gone. */
  deletedProductId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product to copy. */
export type ProductDuplicateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** Name of the copy, 1 to 200 characters on one line; the same when absent. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** Result of productDuplicate. */
export type ProductDuplicatePayload = {
  __typename?: 'ProductDuplicatePayload';
  /** The new draft. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product to take off sale. */
export type ProductTakeDownInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** Kind of reason. */
  reason: ModerationReason;
  /** Words to the seller, at most 2,000 characters; required for OTHER. */
  message?: InputMaybe<Scalars['String']['input']>;
};

/** Result of productTakeDown. */
export type ProductTakeDownPayload = {
  __typename?: 'ProductTakeDownPayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which product may be published again. */
export type ProductReinstateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** Words to the seller, at most 2,000 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
};

/** Result of productReinstate. */
export type ProductReinstatePayload = {
  __typename?: 'ProductReinstatePayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Texts in other languages. */
export type ProductTranslationsSetInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The languages to set, 1 to 30. */
  translations: Array<TranslationInput>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productTranslationsSet. */
export type ProductTranslationsSetPayload = {
  __typename?: 'ProductTranslationsSetPayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Languages to remove. */
export type ProductTranslationsDeleteInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The languages, 1 to 30. */
  locales: Array<Scalars['Locale']['input']>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productTranslationsDelete. */
export type ProductTranslationsDeletePayload = {
  __typename?: 'ProductTranslationsDeletePayload';
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An account. */
export type User = {
  __typename?: 'User';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Products of this seller, newest first; with filter.statuses also drafts and archived ones, for the seller and ADMIN. */
  products?: Maybe<ProductConnection>;
  /** Files uploaded, newest first (self or ADMIN). */
  media?: Maybe<MediaConnection>;
  /** What the approved reviews of all products of this seller add up to; null for who has never put anything on sale. */
  sellerRating?: Maybe<RatingSummary>;
  /** Reviews written, newest first; others see the approved ones. */
  reviews?: Maybe<ReviewConnection>;
  /** Reviews of this seller's products, newest first. */
  receivedReviews?: Maybe<ReviewConnection>;
  /** Where this seller keeps stock, the default first; at most 20 (self or ADMIN). */
  stockLocations?: Maybe<Array<StockLocation>>;
  /** The stock ledger of this seller, newest first; of variants that are still there (self or ADMIN). */
  stockMovements?: Maybe<StockMovementConnection>;
  /** Imports and exports, newest first (self or ADMIN). */
  productJobs?: Maybe<ProductJobConnection>;
  /**
   * Variants of this seller's products with their stock: the inventory (self or ADMIN). One that changes by what it is sorted by
   * while pages are turned may be met at both its places.
   */
  variants?: Maybe<ProductVariantConnection>;
  /** Products looked at, last first; at most 50 (self only). */
  recentlyViewedProducts?: Maybe<Array<Product>>;
  /**
   * What the person may like, by what they looked at, wished for and bought; what is trending for who is not personalised; at
   * most 50 (self only).
   */
  recommendedProducts?: Maybe<Array<Product>>;
  /** Wishlists, the default first (self only). */
  wishlists?: Maybe<WishlistConnection>;
};


/** An account. */
export type UserProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilterInput>;
  sort?: InputMaybe<ProductSortInput>;
};


/** An account. */
export type UserMediaArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MediaFilterInput>;
};


/** An account. */
export type UserReviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilterInput>;
};


/** An account. */
export type UserReceivedReviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilterInput>;
  sort?: InputMaybe<ReviewSortInput>;
};


/** An account. */
export type UserStockMovementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockMovementFilterInput>;
};


/** An account. */
export type UserProductJobsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An account. */
export type UserVariantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductVariantFilterInput>;
  sort?: InputMaybe<ProductVariantSortInput>;
};


/** An account. */
export type UserRecentlyViewedProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An account. */
export type UserRecommendedProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An account. */
export type UserWishlistsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A fact that a product tells. */
export type ProductAttribute = {
  __typename?: 'ProductAttribute';
  /** Name of the attribute. */
  key: Scalars['String']['output'];
  /** The attribute. */
  definition: AttributeDefinition;
  /** Its localised label. */
  name: Scalars['String']['output'];
  /** The value to show, localised, with its unit; choices are joined with commas. */
  text: Scalars['String']['output'];
  /** The value of a NUMBER. */
  number?: Maybe<Scalars['Decimal']['output']>;
  /** The value of a BOOLEAN. */
  boolean?: Maybe<Scalars['Boolean']['output']>;
  /** The value of a DATE. */
  date?: Maybe<Scalars['Date']['output']>;
  /** The value of a CHOICE or CHOICES, at most 50; empty for others. */
  choices: Array<AttributeChoice>;
};


/** A fact that a product tells. */
export type ProductAttributeNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A fact that a product tells. */
export type ProductAttributeTextArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A fact that a product tells; give the value that fits the attribute's kind. */
export type ProductAttributeInput = {
  /** Name of the attribute, at most 40 characters. */
  key: Scalars['String']['input'];
  /** Value of a TEXT, 1 to 500 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Value of a NUMBER. */
  number?: InputMaybe<Scalars['Decimal']['input']>;
  /** Value of a BOOLEAN. */
  boolean?: InputMaybe<Scalars['Boolean']['input']>;
  /** Value of a DATE. */
  date?: InputMaybe<Scalars['Date']['input']>;
  /** Values of a CHOICE (one) or CHOICES, at most 50. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Ways in which products go together. */
export type ProductRelation =
  /** What the seller chose, then what is alike. */
  | 'SIMILAR'
  /** What others bought in the same orders. */
  | 'BOUGHT_TOGETHER'
  /** More of the seller, best sold first. */
  | 'SAME_SELLER';

/** What the reviews of a product add up to. */
export type RatingSummary = {
  __typename?: 'RatingSummary';
  /** Mean, 1 to 5; null without reviews. */
  average?: Maybe<Scalars['Float']['output']>;
  /** Number of reviews. */
  count: Scalars['Int']['output'];
  /** Counts for 1, 2, 3, 4 and 5 stars: always 5, at most 5. */
  histogram: Array<Scalars['Int']['output']>;
};

/** A buyer's review of a product. */
export type Review = Node & {
  __typename?: 'Review';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Stars, 1 to 5. */
  rating: Scalars['Int']['output'];
  /** Headline. */
  title?: Maybe<Scalars['String']['output']>;
  /** Text, plain; may be empty. */
  body: Scalars['String']['output'];
  /** Pictures and videos, at most 10. */
  media: Array<Media>;
  /** Author; null when deleted. Who has blocked them, or was blocked by them, finds the review in no list. */
  author?: Maybe<User>;
  /** The product reviewed. */
  product: Product;
  /** The variant that was bought, where it is known. */
  variant?: Maybe<ProductVariant>;
  /** Language it is written in. */
  locale: Scalars['Locale']['output'];
  /** Bought and delivered. */
  isVerifiedPurchase: Scalars['Boolean']['output'];
  /** Moderation state. */
  status: ReviewStatus;
  /** The last decision about it. Its author, moderators and ADMIN; null for others. */
  moderation?: Maybe<ReviewModeration>;
  /** The seller's answer. */
  answer?: Maybe<ReviewAnswer>;
  /** How many found it helpful. */
  helpfulCount: Scalars['Int']['output'];
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change by its author; null when there was none. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts up with each change by its author, and each decision about it. */
  version: Scalars['Int']['output'];
  /** Whether it helped the viewer. */
  viewerHasFoundHelpful: Scalars['Boolean']['output'];
  /** Whether the viewer may say that it helped: it is shown, and they are signed in and not its author. */
  viewerCanVote: Scalars['Boolean']['output'];
  /** Whether the viewer may change or remove it. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** Whether the viewer is the seller and may answer it. */
  viewerCanAnswer: Scalars['Boolean']['output'];
  /** Whether the viewer may approve or reject it. */
  viewerCanModerate: Scalars['Boolean']['output'];
};

/** A seller's answer to a review. */
export type ReviewAnswer = {
  __typename?: 'ReviewAnswer';
  /** Text, plain. */
  body: Scalars['String']['output'];
  /** Who answered. */
  author?: Maybe<User>;
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change; null when there was none. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A decision about a review. */
export type ReviewModeration = {
  __typename?: 'ReviewModeration';
  /** Kind of reason; null for an approval. */
  reason?: Maybe<ModerationReason>;
  /** Words to the author. */
  message?: Maybe<Scalars['String']['output']>;
  /** When. */
  decidedAt: Scalars['DateTime']['output'];
  /** Who. Moderators and ADMIN; null for others. */
  decidedBy?: Maybe<User>;
};

/** Moderation states of a review. */
export type ReviewStatus =
  /** Waiting for a moderator. */
  | 'PENDING'
  /** Shown to everybody. */
  | 'APPROVED'
  /** Turned down by a moderator. */
  | 'REJECTED';

/** Review filter; fields are ANDed. */
export type ReviewFilterInput = {
  /** With one of these numbers of stars. */
  ratings?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Whether bought and delivered. */
  isVerifiedPurchase?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it has pictures or videos. */
  hasMedia?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the seller has answered. */
  hasAnswer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Written in one of these languages, at most 30; es finds es-CO, too. */
  locales?: InputMaybe<Array<Scalars['Locale']['input']>>;
  /** Words in headline or text, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /**
   * In one of these states; when absent, approved ones and the viewer's own, in the moderation queue PENDING. Others are
   * found by their author, moderators and ADMIN alone.
   */
  statuses?: InputMaybe<Array<ReviewStatus>>;
  /** Of this product. */
  productId?: InputMaybe<Scalars['ID']['input']>;
  /** By this account. */
  authorId?: InputMaybe<Scalars['ID']['input']>;
  /** Written in this range. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
};

/** Sort of reviews. */
export type ReviewSortInput = {
  /** What to sort by. */
  field: ReviewSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort reviews by. */
export type ReviewSortField =
  /** Creation time. */
  | 'CREATED_AT'
  /** Stars. */
  | 'RATING'
  /** How many found it helpful. */
  | 'HELPFUL';

/** A page of reviews. */
export type ReviewConnection = {
  __typename?: 'ReviewConnection';
  /** The reviews of this page with their cursors. */
  edges: Array<ReviewEdge>;
  /** The reviews of this page. */
  nodes: Array<Review>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of reviews in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A review and its place in the list. */
export type ReviewEdge = {
  __typename?: 'ReviewEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The review. */
  node: Review;
};

/** A new review. */
export type ReviewCreateInput = {
  /** The product reviewed. */
  productId: Scalars['ID']['input'];
  /** Stars, 1 to 5. */
  rating: Scalars['Int']['input'];
  /** Headline, at most 120 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Text, at most 5,000 characters; may be empty. */
  body: Scalars['String']['input'];
  /** Own pictures and videos with purpose REVIEW, at most 10. */
  mediaIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Language it is written in; the viewer's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Result of reviewCreate. */
export type ReviewCreatePayload = {
  __typename?: 'ReviewCreatePayload';
  /** The new review. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a review. */
export type ReviewUpdateInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** Stars, 1 to 5. */
  rating?: InputMaybe<Scalars['Int']['input']>;
  /** Headline, at most 120 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Text, at most 5,000 characters; may be empty. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** Own pictures and videos with purpose REVIEW, at most 10; replaces all. */
  mediaIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Refuse when the review has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of reviewUpdate. */
export type ReviewUpdatePayload = {
  __typename?: 'ReviewUpdatePayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which review to remove. */
export type ReviewDeleteInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
};

/** Result of reviewDelete. */
export type ReviewDeletePayload = {
  __typename?: 'ReviewDeletePayload';
  /** The review that is gone. */
  deletedReviewId?: Maybe<Scalars['ID']['output']>;
  /** The product, with its rating now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whether a review helped. */
export type ReviewHelpfulSetInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** Whether it did. */
  isHelpful: Scalars['Boolean']['input'];
};

/** Result of reviewHelpfulSet. */
export type ReviewHelpfulSetPayload = {
  __typename?: 'ReviewHelpfulSetPayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An answer to a review. */
export type ReviewAnswerSetInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** Text, 1 to 5,000 characters. */
  body: Scalars['String']['input'];
};

/** Result of reviewAnswerSet. */
export type ReviewAnswerSetPayload = {
  __typename?: 'ReviewAnswerSetPayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which answer to remove. */
export type ReviewAnswerDeleteInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
};

/** Result of reviewAnswerDelete. */
export type ReviewAnswerDeletePayload = {
  __typename?: 'ReviewAnswerDeletePayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which review to show. */
export type ReviewApproveInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** Refuse when the review has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of reviewApprove. */
export type ReviewApprovePayload = {
  __typename?: 'ReviewApprovePayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which review to turn down. */
export type ReviewRejectInput = {
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** Kind of reason. */
  reason: ModerationReason;
  /** Words to the author, at most 2,000 characters; required for OTHER. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Refuse when the review has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of reviewReject. */
export type ReviewRejectPayload = {
  __typename?: 'ReviewRejectPayload';
  /** The review now. */
  review?: Maybe<Review>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What somebody who types may mean. */
export type ProductSuggestions = {
  __typename?: 'ProductSuggestions';
  /** Whole queries that begin so, most asked first: what at least three people looked for in the last 30 days, and found; at most 10. */
  queries: Array<Scalars['String']['output']>;
  /** Categories by their names, best first; at most 10. */
  categories: Array<Category>;
  /** Products on sale, those whose names have the words first, best first; at most 10. */
  products: Array<Product>;
};

/** Product filter; fields are ANDed. */
export type ProductFilterInput = {
  /**
   * Words to look for in name, description, categories, attributes, codes and the name of the shop, as in a web search; the last may be a
   * beginning. Where they find little, words with a wrong letter or two are found. At most 200 characters.
   */
  query?: InputMaybe<Scalars['String']['input']>;
  /** In or below one of these categories. */
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** From one of these sellers. */
  sellerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Lowest price in this range. */
  price?: InputMaybe<MoneyRangeInput>;
  /** Whether some variant is in stock. */
  isAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether some variant costs less than before. */
  isReduced?: InputMaybe<Scalars['Boolean']['input']>;
  /** Mean rating of at least this, 1 to 5. */
  minRating?: InputMaybe<Scalars['Float']['input']>;
  /** With all of these key words, at most 20; capitals do not matter. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With all of these attributes, at most 20. */
  attributes?: InputMaybe<Array<AttributeFilterInput>>;
  /** Created in this range. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
  /** Last put on sale in this range. */
  publishedAt?: InputMaybe<DateTimeRangeInput>;
  /** In one of these states; on sale when absent. Others are found by their seller and ADMIN alone. */
  statuses?: InputMaybe<Array<ProductStatus>>;
  /** Whether it goes on sale by itself; in whichever state then. Finds the viewer's own products alone, and those of all for ADMIN. */
  isScheduled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether moderators took it off sale; in whichever state then. Its seller, moderators and ADMIN alone. */
  isTakenDown?: InputMaybe<Scalars['Boolean']['input']>;
  /** The code of a variant that is offered matches; its seller and ADMIN find disabled ones as well. */
  sku?: InputMaybe<StringFilterInput>;
};

/** Product sort. */
export type ProductSortInput = {
  /** What to sort by. */
  field: ProductSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort products by; the id decides where they are equal. */
export type ProductSortField =
  /** How well the words of the query match, DESC for the best first; without a query the same as CREATED_AT. */
  | 'RELEVANCE'
  /** Localised name. */
  | 'NAME'
  /** Lowest price in the currency of filter.price, where what has no price in it comes last; without that, each in its own. */
  | 'PRICE'
  /**
   * Mean rating, weighed by the number of reviews: as if there were five of three stars besides. As it is now: a product that is reviewed
   * between two pages may move.
   */
  | 'RATING'
  /** Creation time. */
  | 'CREATED_AT'
  /** When it last went on sale. */
  | 'PUBLISHED_AT'
  /** Last change. */
  | 'UPDATED_AT'
  /** Units in orders that became sales; paged as of the first page. */
  | 'UNITS_SOLD'
  /** Units in orders that became sales, those of a day before counting half as much as those of the next; paged as of the first page. */
  | 'TRENDING';

/** Something by which the products found can be narrowed. */
export type Facet = {
  __typename?: 'Facet';
  /** Name of the attribute, or category, price, rating, availability. */
  key: Scalars['String']['output'];
  /** Localised label. */
  name: Scalars['String']['output'];
  /** How to show it. */
  kind: FacetKind;
  /** Unit of its numbers, e.g. cm; the currency of price. */
  unit?: Maybe<Scalars['String']['output']>;
  /** Its values among the products found, at most 50; empty for a RANGE. */
  values: Array<FacetValue>;
  /** Smallest number among them, for a RANGE. */
  min?: Maybe<Scalars['Decimal']['output']>;
  /** Largest number among them, for a RANGE. */
  max?: Maybe<Scalars['Decimal']['output']>;
};


/** Something by which the products found can be narrowed. */
export type FacetNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Ways to show a facet. */
export type FacetKind =
  /** Boxes to tick. */
  | 'VALUES'
  /** From and to. */
  | 'RANGE'
  /** Categories, of which each may be opened. */
  | 'TREE';

/** One value of a facet. */
export type FacetValue = {
  __typename?: 'FacetValue';
  /** The value, as the filter takes it. */
  value: Scalars['String']['output'];
  /** The value to show. */
  label: Scalars['String']['output'];
  /** How many products have it. */
  count: Scalars['Int']['output'];
  /** Whether the filter asks for it. */
  isSelected: Scalars['Boolean']['output'];
};


/** One value of a facet. */
export type FacetValueLabelArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Which values of an attribute; give one of them. */
export type AttributeFilterInput = {
  /** Name of the attribute, at most 40 characters. */
  key: Scalars['String']['input'];
  /** One of these texts, choices or days (2026-11-22), at most 50. */
  values?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A number in this range. */
  number?: InputMaybe<DecimalRangeInput>;
  /** Yes or no. */
  boolean?: InputMaybe<Scalars['Boolean']['input']>;
  /** A day in this range. */
  date?: InputMaybe<DateRangeInput>;
};

/** Inclusive range of numbers. */
export type DecimalRangeInput = {
  /** At least this. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most this. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
};

/** How much of a variant is left. */
export type StockStatus =
  /** Enough. */
  | 'IN_STOCK'
  /** Fewer than the seller's threshold. */
  | 'LOW_STOCK'
  /** None. */
  | 'OUT_OF_STOCK';

/** A place where a seller keeps stock. Seen by the seller and ADMIN. */
export type StockLocation = Node & {
  __typename?: 'StockLocation';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Where it is. */
  address?: Maybe<PostalAddress>;
  /** Whether units go there when no place is said. */
  isDefault: Scalars['Boolean']['output'];
  /** Whether orders are filled from it. */
  isActive: Scalars['Boolean']['output'];
  /** Whose it is. */
  seller?: Maybe<User>;
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
};

/** Units of a variant at a location. */
export type StockLevel = {
  __typename?: 'StockLevel';
  /** Where. */
  location: StockLocation;
  /** Units there. */
  onHand: Scalars['Int']['output'];
  /** Of these, units set aside for orders. */
  reserved: Scalars['Int']['output'];
  /** The difference. */
  available: Scalars['Int']['output'];
  /** Last change. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A line of the stock ledger; it is never changed. */
export type StockMovement = {
  __typename?: 'StockMovement';
  /** Id of the movement. */
  id: Scalars['ID']['output'];
  /** Of what. */
  variant: ProductVariant;
  /** Where. */
  location: StockLocation;
  /** Why. */
  kind: StockMovementKind;
  /** Units that came, negative when they went; for RESERVED and RELEASED the change of what is set aside. */
  quantity: Scalars['Int']['output'];
  /** Units there behind it. */
  onHandAfter: Scalars['Int']['output'];
  /** Units set aside there behind it. */
  reservedAfter: Scalars['Int']['output'];
  /** The words of who did it. */
  note?: Maybe<Scalars['String']['output']>;
  /** The order it is about. */
  order?: Maybe<Order>;
  /** Who did it; null for the marketplace itself. */
  actor?: Maybe<User>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of stock movements. */
export type StockMovementKind =
  /** Came in. */
  | 'RECEIVED'
  /** Set aside for an order. */
  | 'RESERVED'
  /** No longer set aside. */
  | 'RELEASED'
  /** Went out with an order. */
  | 'SOLD'
  /** Came back from a buyer. */
  | 'RETURNED'
  /** Can no longer be sold. */
  | 'DAMAGED'
  /** Is not there. */
  | 'LOST'
  /** Is there after all. */
  | 'FOUND'
  /** Put right by a count. */
  | 'COUNTED'
  /** Went to, or came from, another location. */
  | 'TRANSFERRED'
  /** Set by an import. */
  | 'IMPORTED';

/** Ledger filter; fields are ANDed. */
export type StockMovementFilterInput = {
  /** Of one of these variants, at most 100. */
  variantIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At one of these locations. */
  stockLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<StockMovementKind>>;
  /** About this order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Happened in this range. */
  occurredAt?: InputMaybe<DateTimeRangeInput>;
};

/** A page of movements. */
export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  /** The movements of this page with their cursors. */
  edges: Array<StockMovementEdge>;
  /** The movements of this page. */
  nodes: Array<StockMovement>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of movements in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A movement and its place in the list. */
export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: StockMovement;
};

/** A change of a variant's stock. */
export type VariantStockEvent = {
  __typename?: 'VariantStockEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** What changed. */
  kind: VariantStockEventKind;
  /** The variant, with the stock it had after this event. */
  variant: ProductVariant;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of changes of available stock. */
export type VariantStockEventKind =
  /** More is available. */
  | 'INCREASED'
  /** Less is available. */
  | 'DECREASED'
  /** The last unit went. */
  | 'SOLD_OUT'
  /** The first unit came. */
  | 'BACK_IN_STOCK';

/** Units that come or go. */
export type VariantStockAdjustInput = {
  /** The adjustments, 1 to 100. */
  adjustments: Array<StockAdjustmentInput>;
};

/** Units of a variant that come or go. */
export type StockAdjustmentInput = {
  /** The variant. */
  variantId: Scalars['ID']['input'];
  /** Where; the default location when absent. */
  stockLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** Units that come, negative when they go; -1,000,000 to 1,000,000, not 0. */
  quantity: Scalars['Int']['input'];
  /** Why. */
  reason: StockAdjustmentReason;
  /** Words for the ledger, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Why units come or go by hand. */
export type StockAdjustmentReason =
  /** Came in. */
  | 'RECEIVED'
  /** Came back from a buyer. */
  | 'RETURNED'
  /** Can no longer be sold. */
  | 'DAMAGED'
  /** Is not there. */
  | 'LOST'
  /** Is there after all. */
  | 'FOUND';

/** Result of variantStockAdjust. */
export type VariantStockAdjustPayload = {
  __typename?: 'VariantStockAdjustPayload';
  /** The variants with their stock now, at most 100. */
  variants?: Maybe<Array<ProductVariant>>;
  /** The lines of the ledger, in the order of the input; at most 100. */
  movements?: Maybe<Array<StockMovement>>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Counted units. */
export type VariantStockSetInput = {
  /** The counts, 1 to 100. */
  counts: Array<StockCountInput>;
};

/** Counted units of a variant. */
export type StockCountInput = {
  /** The variant. */
  variantId: Scalars['ID']['input'];
  /** Where; the default location when absent. */
  stockLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** Units there, 0 to 1,000,000. */
  onHand: Scalars['Int']['input'];
  /** Refuse when the books have another number, 0 to 1,000,000. */
  expectedOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** Words for the ledger, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of variantStockSet. */
export type VariantStockSetPayload = {
  __typename?: 'VariantStockSetPayload';
  /** The variants with their stock now, at most 100. */
  variants?: Maybe<Array<ProductVariant>>;
  /** The lines of the ledger, at most 100; none where the count was right. */
  movements?: Maybe<Array<StockMovement>>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Units to move. */
export type VariantStockTransferInput = {
  /** The variant. */
  variantId: Scalars['ID']['input'];
  /** Where they are. */
  fromStockLocationId: Scalars['ID']['input'];
  /** Where they go. */
  toStockLocationId: Scalars['ID']['input'];
  /** Units, 1 to 1,000,000. */
  quantity: Scalars['Int']['input'];
  /** Words for the ledger, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of variantStockTransfer. */
export type VariantStockTransferPayload = {
  __typename?: 'VariantStockTransferPayload';
  /** The variant with its stock now. */
  variant?: Maybe<ProductVariant>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** When to warn. */
export type VariantLowStockThresholdSetInput = {
  /** The variants, 1 to 100. */
  variantIds: Array<Scalars['ID']['input']>;
  /** Below how many available units, 0 to 1,000,000; null for no warning. */
  threshold?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of variantLowStockThresholdSet. */
export type VariantLowStockThresholdSetPayload = {
  __typename?: 'VariantLowStockThresholdSetPayload';
  /** The variants now, at most 100. */
  variants?: Maybe<Array<ProductVariant>>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A new place. */
export type StockLocationCreateInput = {
  /** Name, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** Where it is. */
  address?: InputMaybe<PostalAddressInput>;
  /** Whether units go there when no place is said. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of stockLocationCreate. */
export type StockLocationCreatePayload = {
  __typename?: 'StockLocationCreatePayload';
  /** The new place. */
  stockLocation?: Maybe<StockLocation>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a place. What is absent stays. */
export type StockLocationUpdateInput = {
  /** The place. */
  stockLocationId: Scalars['ID']['input'];
  /** Name, 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Where it is; replaces all of it. */
  address?: InputMaybe<PostalAddressInput>;
  /** True: units go there when no place is said. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether orders are filled from it. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refuse when the stock location has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of stockLocationUpdate. */
export type StockLocationUpdatePayload = {
  __typename?: 'StockLocationUpdatePayload';
  /** The place now. */
  stockLocation?: Maybe<StockLocation>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which place to remove. */
export type StockLocationDeleteInput = {
  /** The place. */
  stockLocationId: Scalars['ID']['input'];
};

/** Result of stockLocationDelete. */
export type StockLocationDeletePayload = {
  __typename?: 'StockLocationDeletePayload';
  /** The place that is gone. */
  deletedStockLocationId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Not enough stock. */
export type OutOfStockError = UserError & {
  __typename?: 'OutOfStockError';
  /** Stable code. */
  code: UserErrorCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** Path in the input, for example ["lines","0","quantity"]. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** The variant that is short. */
  variant?: Maybe<ProductVariant>;
  /** Units left. */
  availableQuantity: Scalars['Int']['output'];
};

/** An order. */
export type Order = {
  __typename?: 'Order';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** Long work on many products. */
export type ProductJob = {
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** State. */
  status: ProductJobStatus;
  /** Lines in all; null until counted. */
  totalRows?: Maybe<Scalars['Int']['output']>;
  /** Lines done so far. */
  processedRows: Scalars['Int']['output'];
  /** Who asked for it. */
  requestedBy?: Maybe<User>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ended. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where productJobProgressed stands now; pass it as after, and nothing between this answer and the subscription is missed. */
  liveCursor: Scalars['String']['output'];
  /** Whether the viewer may stop it now. */
  viewerCanCancel: Scalars['Boolean']['output'];
};

/** States of long work. */
export type ProductJobStatus =
  /** Not begun. */
  | 'QUEUED'
  /** Under way. */
  | 'RUNNING'
  /** Done; for an import, lines that were wrong aside. */
  | 'COMPLETED'
  /** Stopped by somebody. */
  | 'CANCELLED'
  /** Could not go on; an import can be resumed. */
  | 'FAILED';

/** Products made and changed from a file. */
export type ProductImport = Node & ProductJob & {
  __typename?: 'ProductImport';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** State. */
  status: ProductJobStatus;
  /** The file; null once it was swept, 30 days after the end. */
  file?: Maybe<Media>;
  /** Format of the file. */
  format: ProductFileFormat;
  /** What to do with codes that exist. */
  mode: ProductImportMode;
  /** Whether nothing is changed, only checked. */
  isDryRun: Scalars['Boolean']['output'];
  /** Lines in all; null until counted. */
  totalRows?: Maybe<Scalars['Int']['output']>;
  /** Lines done so far. */
  processedRows: Scalars['Int']['output'];
  /** Products made. */
  createdCount: Scalars['Int']['output'];
  /** Products changed. */
  updatedCount: Scalars['Int']['output'];
  /** Products that were as the file says. */
  unchangedCount: Scalars['Int']['output'];
  /** Lines that were wrong. */
  failedCount: Scalars['Int']['output'];
  /** What was wrong, by line, until the file is swept. */
  errors: ProductImportErrorConnection;
  /** The wrong lines with their reasons as a file to mend and import; a link that ends after 15 minutes. Null when there are none. */
  errorsUrl?: Maybe<Scalars['URL']['output']>;
  /** Who asked for it. */
  requestedBy?: Maybe<User>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ended. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where productJobProgressed stands now; pass it as after, and nothing between this answer and the subscription is missed. */
  liveCursor: Scalars['String']['output'];
  /** Whether the viewer may stop it now. */
  viewerCanCancel: Scalars['Boolean']['output'];
  /** Whether the viewer may let it go on. */
  viewerCanResume: Scalars['Boolean']['output'];
};


/** Products made and changed from a file. */
export type ProductImportErrorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Formats of files with products; one line is one variant, and lines of one product stand together. */
export type ProductFileFormat =
  /** Comma-separated, UTF-8, with the column names that an export has. */
  | 'CSV'
  /** A JSON object in each line. */
  | 'JSON_LINES';

/** What an import does with codes (SKU) that exist. */
export type ProductImportMode =
  /** Makes new products, changes those that exist. */
  | 'UPSERT'
  /** Makes new products; existing ones are errors. */
  | 'CREATE_ONLY'
  /** Changes those that exist; new ones are errors. */
  | 'UPDATE_ONLY';

/** What is wrong with a line. */
export type ProductImportError = {
  __typename?: 'ProductImportError';
  /** Line of the file, from 1. */
  row: Scalars['Int']['output'];
  /** Column, if it is about one. */
  column?: Maybe<Scalars['String']['output']>;
  /** What stood there, cut off after 200 characters. */
  value?: Maybe<Scalars['String']['output']>;
  /** Stable code. */
  code: UserErrorCode;
  /** Localised text for the seller. */
  message: Scalars['String']['output'];
};

/** A page of errors. */
export type ProductImportErrorConnection = {
  __typename?: 'ProductImportErrorConnection';
  /** The errors of this page with their cursors. */
  edges: Array<ProductImportErrorEdge>;
  /** The errors of this page. */
  nodes: Array<ProductImportError>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of errors in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An error and its place in the list. */
export type ProductImportErrorEdge = {
  __typename?: 'ProductImportErrorEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The error. */
  node: ProductImportError;
};

/** Products written into a file. */
export type ProductExport = Node & ProductJob & {
  __typename?: 'ProductExport';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** State. */
  status: ProductJobStatus;
  /** Format of the file. */
  format: ProductFileFormat;
  /** Lines in all; null until counted. */
  totalRows?: Maybe<Scalars['Int']['output']>;
  /** Lines done so far. */
  processedRows: Scalars['Int']['output'];
  /** Size in bytes, once complete. */
  byteSize?: Maybe<Scalars['SafeInt']['output']>;
  /** Where to fetch it; a link that ends after 15 minutes, the next read gives a new one. Cells that a spreadsheet would run are quoted. */
  downloadUrl?: Maybe<Scalars['URL']['output']>;
  /** When the file is removed, 7 days after the end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who asked for it. */
  requestedBy?: Maybe<User>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ended. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where productJobProgressed stands now; pass it as after, and nothing between this answer and the subscription is missed. */
  liveCursor: Scalars['String']['output'];
  /** Whether the viewer may stop it now. */
  viewerCanCancel: Scalars['Boolean']['output'];
};

/** A page of imports and exports. */
export type ProductJobConnection = {
  __typename?: 'ProductJobConnection';
  /** The imports and exports of this page with their cursors. */
  edges: Array<ProductJobEdge>;
  /** The imports and exports of this page. */
  nodes: Array<ProductJob>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of imports and exports in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An import or export and its place in the list. */
export type ProductJobEdge = {
  __typename?: 'ProductJobEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The import or export. */
  node: ProductJob;
};

/** How an import or export goes. */
export type ProductJobEvent = {
  __typename?: 'ProductJobEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** What changed. */
  kind: ProductJobEventKind;
  /** The import or export, as it was then. */
  job: ProductJob;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of changes of long work. */
export type ProductJobEventKind =
  /** More lines are done. */
  | 'PROGRESSED'
  /** It completed, failed or was cancelled. */
  | 'ENDED';

/** A file with products. */
export type ProductImportCreateInput = {
  /** An own upload with purpose IMPORT. */
  mediaId: Scalars['ID']['input'];
  /** Format of the file. */
  format: ProductFileFormat;
  /** What to do with codes that exist. */
  mode?: ProductImportMode;
  /** Check only, change nothing. */
  isDryRun?: Scalars['Boolean']['input'];
};

/** Result of productImportCreate. */
export type ProductImportCreatePayload = {
  __typename?: 'ProductImportCreatePayload';
  /** The import; follow productJobProgressed. */
  productImport?: Maybe<ProductImport>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which import goes on. */
export type ProductImportResumeInput = {
  /** The import. */
  productImportId: Scalars['ID']['input'];
};

/** Result of productImportResume. */
export type ProductImportResumePayload = {
  __typename?: 'ProductImportResumePayload';
  /** The import now. */
  productImport?: Maybe<ProductImport>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which products to write. */
export type ProductExportCreateInput = {
  /** Format of the file. */
  format: ProductFileFormat;
  /** Which of the viewer's products; all when absent. */
  filter?: InputMaybe<ProductFilterInput>;
  /** With stock by location. */
  includeStock?: Scalars['Boolean']['input'];
};

/** Result of productExportCreate. */
export type ProductExportCreatePayload = {
  __typename?: 'ProductExportCreatePayload';
  /** The export; follow productJobProgressed. */
  productExport?: Maybe<ProductExport>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What to stop. */
export type ProductJobCancelInput = {
  /** The import or export. */
  productJobId: Scalars['ID']['input'];
};

/** Result of productJobCancel. */
export type ProductJobCancelPayload = {
  __typename?: 'ProductJobCancelPayload';
  /** The import or export now. */
  productJob?: Maybe<ProductJob>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Something that variants of a product differ in, such as size. */
export type ProductOption = {
  __typename?: 'ProductOption';
  /** Id of the option. */
  id: Scalars['ID']['output'];
  /** Localised name. */
  name: Scalars['String']['output'];
  /** Name in other languages than the seller's, at most 30. */
  names: Array<LocalisedText>;
  /** What can be chosen, in order; at most 50. */
  values: Array<ProductOptionValue>;
};


/** Something that variants of a product differ in, such as size. */
export type ProductOptionNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Something to choose, such as XL. */
export type ProductOptionValue = {
  __typename?: 'ProductOptionValue';
  /** Id of the value. */
  id: Scalars['ID']['output'];
  /** What it is a value of. */
  option: ProductOption;
  /** Localised name. */
  name: Scalars['String']['output'];
  /** Name in other languages than the seller's, at most 30. */
  names: Array<LocalisedText>;
  /** Colour to show, as #rrggbb. */
  colour?: Maybe<Scalars['String']['output']>;
};


/** Something to choose, such as XL. */
export type ProductOptionValueNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A purchasable variant of a product. */
export type ProductVariant = Node & {
  __typename?: 'ProductVariant';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** The seller's own code, unique among the seller's variants. */
  sku: Scalars['String']['output'];
  /** The product it belongs to. */
  product: Product;
  /** Its option values, e.g. Red / XL; the product's name where there are none. */
  name: Scalars['String']['output'];
  /** One for each option of the product, at most 3. */
  optionValues: Array<ProductOptionValue>;
  /** Current price. */
  price: Money;
  /** Price before a reduction, in the same currency as price; null when it is not reduced. */
  compareAtPrice?: Maybe<Money>;
  /** Price in every currency it is sold in, the product's own first; at most 20. */
  prices: Array<VariantPrice>;
  /** On hand minus reserved. */
  availableQuantity: Scalars['Int']['output'];
  /** Whether the seller offers it. */
  isEnabled: Scalars['Boolean']['output'];
  /** Whether it can be put into a cart now: enabled, on sale and in stock. */
  isPurchasable: Scalars['Boolean']['output'];
  /** Whether nothing is shipped. */
  isDigital: Scalars['Boolean']['output'];
  /** The picture that shows it; the product's first file when it has none of its own. */
  media?: Maybe<Media>;
  /** GTIN: 8, 12, 13 or 14 digits. */
  barcode?: Maybe<Scalars['String']['output']>;
  /** Weight with its packing, for the price of shipping. */
  weightGrams?: Maybe<Scalars['Int']['output']>;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change of anything but stock. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether the viewer may change it and its stock. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** The same in a word. */
  stockStatus: StockStatus;
  /** Units on hand everywhere. Its seller and ADMIN; null for others. */
  onHandQuantity?: Maybe<Scalars['Int']['output']>;
  /** Units set aside for orders. Its seller and ADMIN; null for others. */
  reservedQuantity?: Maybe<Scalars['Int']['output']>;
  /** Below how many available units the seller is warned. Its seller and ADMIN; null for others. */
  lowStockThreshold?: Maybe<Scalars['Int']['output']>;
  /** Units by location, at most 20. Its seller and ADMIN; null for others. */
  stockLevels?: Maybe<Array<StockLevel>>;
  /** The ledger of its stock, newest first. Its seller and ADMIN; null for others. */
  stockMovements?: Maybe<StockMovementConnection>;
};


/** A purchasable variant of a product. */
export type ProductVariantNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A purchasable variant of a product. */
export type ProductVariantPriceArgs = {
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
};


/** A purchasable variant of a product. */
export type ProductVariantCompareAtPriceArgs = {
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
};


/** A purchasable variant of a product. */
export type ProductVariantStockMovementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockMovementFilterInput>;
};

/** Price of a variant in one currency. */
export type VariantPrice = {
  __typename?: 'VariantPrice';
  /** What it costs. */
  price: Money;
  /** What it cost before a reduction. */
  compareAtPrice?: Maybe<Money>;
};

/** An option of a product. */
export type ProductOptionInput = {
  /** Name in the seller's language, 1 to 40 characters, e.g. Size. */
  name: Scalars['String']['input'];
  /** Name in other languages, at most 30. */
  names?: InputMaybe<Array<LocalisedTextInput>>;
  /** What can be chosen, in order, 1 to 50. */
  values: Array<ProductOptionValueInput>;
};

/** Something to choose. */
export type ProductOptionValueInput = {
  /** The value to keep; absent for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Name in the seller's language, 1 to 40 characters, e.g. XL. */
  name: Scalars['String']['input'];
  /** Name in other languages, at most 30. */
  names?: InputMaybe<Array<LocalisedTextInput>>;
  /** Colour to show, as #rrggbb: 7 characters. */
  colour?: InputMaybe<Scalars['String']['input']>;
};

/** A new variant. */
export type ProductVariantCreateInput = {
  /** The seller's own code, unique among the seller's variants, 1 to 64 characters. */
  sku: Scalars['String']['input'];
  /** Name of a value for each option, in the order of the options; at most 3. */
  optionValues?: Array<Scalars['String']['input']>;
  /** Price in each currency, at most 20; one must be in the product's own. */
  prices: Array<VariantPriceInput>;
  /** Units on hand, 0 to 1,000,000. */
  stock?: Scalars['Int']['input'];
  /** Where; the default location when absent. */
  stockLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** GTIN: 8, 12, 13 or 14 digits. */
  barcode?: InputMaybe<Scalars['String']['input']>;
  /** Weight with its packing, 0 to 1,000,000. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
  /** Whether nothing is shipped. */
  isDigital?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of the product's pictures. */
  mediaId?: InputMaybe<Scalars['ID']['input']>;
  /** Below how many available units to warn, 0 to 1,000,000. */
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
};

/** Price of a variant in one currency. */
export type VariantPriceInput = {
  /** What it costs, above 0. */
  price: MoneyInput;
  /** What it cost before a reduction, in the same currency; more than the price. */
  compareAtAmount?: InputMaybe<Scalars['Decimal']['input']>;
};

/** New variants. */
export type ProductVariantsCreateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The variants, 1 to 50; at most 50 in all. */
  variants: Array<ProductVariantCreateInput>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productVariantsCreate. */
export type ProductVariantsCreatePayload = {
  __typename?: 'ProductVariantsCreatePayload';
  /** The new variants, at most 50. */
  variants?: Maybe<Array<ProductVariant>>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of variants. */
export type ProductVariantsUpdateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The changes, 1 to 50. */
  variants: Array<ProductVariantUpdateInput>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes of a variant. */
export type ProductVariantUpdateInput = {
  /** The variant. */
  variantId: Scalars['ID']['input'];
  /** Unique code, 1 to 64 characters. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** A value for each option, at most 3. */
  optionValueIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Price in each currency, at most 20; replaces all. */
  prices?: InputMaybe<Array<VariantPriceInput>>;
  /** GTIN: 8, 12, 13 or 14 digits. */
  barcode?: InputMaybe<Scalars['String']['input']>;
  /** Weight with its packing, 0 to 1,000,000. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
  /** Whether nothing is shipped. */
  isDigital?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is offered. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of the product's pictures; null for none of its own. */
  mediaId?: InputMaybe<Scalars['ID']['input']>;
  /** Place among the variants, from 0. */
  position?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productVariantsUpdate. */
export type ProductVariantsUpdatePayload = {
  __typename?: 'ProductVariantsUpdatePayload';
  /** The variants now, at most 50. */
  variants?: Maybe<Array<ProductVariant>>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Variants to remove. */
export type ProductVariantsDeleteInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The variants, 1 to 50. */
  variantIds: Array<Scalars['ID']['input']>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productVariantsDelete. */
export type ProductVariantsDeletePayload = {
  __typename?: 'ProductVariantsDeletePayload';
  /** The variants that are gone, at most 50. */
  deletedVariantIds: Array<Scalars['ID']['output']>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A new option. */
export type ProductOptionCreateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The option. */
  option: ProductOptionInput;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productOptionCreate. */
export type ProductOptionCreatePayload = {
  __typename?: 'ProductOptionCreatePayload';
  /** The new option. */
  option?: Maybe<ProductOption>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of an option. */
export type ProductOptionUpdateInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The option. */
  optionId: Scalars['ID']['input'];
  /** Name in the seller's language, 1 to 40 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Name in other languages, at most 30; replaces all. */
  names?: InputMaybe<Array<LocalisedTextInput>>;
  /** What can be chosen, in order, 1 to 50; replaces all. */
  values?: InputMaybe<Array<ProductOptionValueInput>>;
  /** Place among the options, from 0. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productOptionUpdate. */
export type ProductOptionUpdatePayload = {
  __typename?: 'ProductOptionUpdatePayload';
  /** The option now. */
  option?: Maybe<ProductOption>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which option to remove. */
export type ProductOptionDeleteInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The option. */
  optionId: Scalars['ID']['input'];
  /** Refuse when the product has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of productOptionDelete. */
export type ProductOptionDeletePayload = {
  __typename?: 'ProductOptionDeletePayload';
  /** The option that is gone. */
  deletedOptionId?: Maybe<Scalars['ID']['output']>;
  /** The product now. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A page of variants. */
export type ProductVariantConnection = {
  __typename?: 'ProductVariantConnection';
  /** The variants of this page with their cursors. */
  edges: Array<ProductVariantEdge>;
  /** The variants of this page. */
  nodes: Array<ProductVariant>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of variants in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A variant and its place in the list. */
export type ProductVariantEdge = {
  __typename?: 'ProductVariantEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The variant. */
  node: ProductVariant;
};

/** Variant filter; fields are ANDed. */
export type ProductVariantFilterInput = {
  /** Beginning of a code, barcode or word of the product's name, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Of one of these products, at most 100. */
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of products in one of these states. */
  productStatuses?: InputMaybe<Array<ProductStatus>>;
  /** With this much left. */
  stockStatuses?: InputMaybe<Array<StockStatus>>;
  /** With units at one of these locations, at most 100. */
  stockLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether the seller offers it. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Variant sort. */
export type ProductVariantSortInput = {
  /** What to sort by. */
  field: ProductVariantSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort variants by; the id decides where they are equal. */
export type ProductVariantSortField =
  /** Unique code. */
  | 'SKU'
  /** Name of the product as it was written. */
  | 'PRODUCT_NAME'
  /** Units available. */
  | 'AVAILABLE_QUANTITY'
  /** Last change of anything but stock. */
  | 'UPDATED_AT';

/** A product page that was looked at. */
export type ProductViewRecordInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** Where the viewer came from. */
  source?: InputMaybe<ProductViewSource>;
};

/** Where somebody came from who looks at a product. */
export type ProductViewSource =
  /** A link, or not known. */
  | 'DIRECT'
  /** A search. */
  | 'SEARCH'
  /** A category. */
  | 'CATEGORY'
  /** Related or recommended products. */
  | 'RECOMMENDATION'
  /** A wishlist. */
  | 'WISHLIST'
  /** A post. */
  | 'DISCUSSION'
  /** A notification or mail. */
  | 'NOTIFICATION';

/** Result of productViewRecord. */
export type ProductViewRecordPayload = {
  __typename?: 'ProductViewRecordPayload';
  /** Whether it counts; false for a repeat, and of one's own product. */
  isRecorded: Scalars['Boolean']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Things somebody wishes for. Seen by its owner, and by who has its link. */
export type Wishlist = Node & {
  __typename?: 'Wishlist';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Whose it is. */
  owner?: Maybe<User>;
  /** Whether wishes go there when no list is said; the first one, made by itself. */
  isDefault: Scalars['Boolean']['output'];
  /** Whether there is a link to it. */
  isShared: Scalars['Boolean']['output'];
  /** For a link that others open with Query.wishlist(shareToken:) (owner only). */
  shareToken?: Maybe<Scalars['String']['output']>;
  /** What is on it, in the owner's order. */
  items: WishlistItemConnection;
  /** Number of items. */
  itemCount: Scalars['Int']['output'];
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with each change of it, and of what is on it. */
  version: Scalars['Int']['output'];
  /**
   * Where wishlistUpdated of this list stands now; pass it as after, and nothing between this answer and the subscription
   * is missed. Its owner alone; null for others.
   */
  liveCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
};


/** Things somebody wishes for. Seen by its owner, and by who has its link. */
export type WishlistItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of wishlists. */
export type WishlistConnection = {
  __typename?: 'WishlistConnection';
  /** The wishlists of this page with their cursors. */
  edges: Array<WishlistEdge>;
  /** The wishlists of this page. */
  nodes: Array<Wishlist>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of wishlists in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** Where wishlistUpdated stands now; pass it as after, and nothing between this answer and the subscription is missed. */
  liveCursor?: Maybe<Scalars['String']['output']>;
};

/** A wishlist and its place in the list. */
export type WishlistEdge = {
  __typename?: 'WishlistEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The wishlist. */
  node: Wishlist;
};

/** A wish. */
export type WishlistItem = {
  __typename?: 'WishlistItem';
  /** Id of the item. */
  id: Scalars['ID']['output'];
  /** The list it is on. */
  wishlist: Wishlist;
  /** The product wished for; null while it is not on sale. */
  product?: Maybe<Product>;
  /** The variant wished for; null for any, and while its seller does not offer it. */
  variant?: Maybe<ProductVariant>;
  /** Units wished for. */
  quantity: Scalars['Int']['output'];
  /** The owner's words, which whoever has the link reads too. */
  note?: Maybe<Scalars['String']['output']>;
  /** What to tell its owner, at most 2; empty for others. */
  alerts: Array<WishlistAlert>;
  /** Lowest price of what is wished for when it was added, in the product's own currency. */
  priceWhenAdded: Money;
  /** How much less it costs now, in that currency; null when it does not. */
  priceDrop?: Maybe<Money>;
  /** When it was added. */
  addedAt: Scalars['DateTime']['output'];
};

/** What to tell about a wish, once each time that it becomes so; nobody is told of what they sell themselves. */
export type WishlistAlert =
  /** It can be bought again. */
  | 'BACK_IN_STOCK'
  /** It costs less than when it was added. */
  | 'PRICE_DROP';

/** A page of items. */
export type WishlistItemConnection = {
  __typename?: 'WishlistItemConnection';
  /** The items of this page with their cursors. */
  edges: Array<WishlistItemEdge>;
  /** The items of this page. */
  nodes: Array<WishlistItem>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An item and its place in the list. */
export type WishlistItemEdge = {
  __typename?: 'WishlistItemEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WishlistItem;
};

/** A change of a wishlist. */
export type WishlistEvent = {
  __typename?: 'WishlistEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** What changed. */
  kind: WishlistEventKind;
  /** Which wishlist. */
  wishlistId: Scalars['ID']['output'];
  /** The wishlist, in its state now; null when it was removed. */
  wishlist?: Maybe<Wishlist>;
  /** The item that was added or changed. */
  item?: Maybe<WishlistItem>;
  /** Id of the item it is about, also when it was removed. */
  itemId?: Maybe<Scalars['ID']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of changes of wishlists. */
export type WishlistEventKind =
  /** A list was made. */
  | 'CREATED'
  /** Name, link or order changed. */
  | 'UPDATED'
  /** A list was removed. */
  | 'DELETED'
  /** Something was added. */
  | 'ITEM_ADDED'
  /** A wish changed. */
  | 'ITEM_UPDATED'
  /** Something was taken off. */
  | 'ITEM_REMOVED';

/** A new wishlist. */
export type WishlistCreateInput = {
  /** Name, 1 to 80 characters. */
  name: Scalars['String']['input'];
};

/** Result of wishlistCreate. */
export type WishlistCreatePayload = {
  __typename?: 'WishlistCreatePayload';
  /** The new wishlist. */
  wishlist?: Maybe<Wishlist>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a wishlist. */
export type WishlistUpdateInput = {
  /** The wishlist. */
  wishlistId: Scalars['ID']['input'];
  /** Name, 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** True: wishes go there when no list is said. */
  isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refuse when the wishlist has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of wishlistUpdate. */
export type WishlistUpdatePayload = {
  __typename?: 'WishlistUpdatePayload';
  /** The wishlist now. */
  wishlist?: Maybe<Wishlist>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which wishlist to remove. */
export type WishlistDeleteInput = {
  /** The wishlist. */
  wishlistId: Scalars['ID']['input'];
};

/** Result of wishlistDelete. */
export type WishlistDeletePayload = {
  __typename?: 'WishlistDeletePayload';
  /** The wishlist that is gone. */
  deletedWishlistId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which wishlist to share. */
export type WishlistShareInput = {
  /** The wishlist. */
  wishlistId: Scalars['ID']['input'];
};

/** Result of wishlistShare. */
export type WishlistSharePayload = {
  __typename?: 'WishlistSharePayload';
  /** The wishlist, with its token. */
  wishlist?: Maybe<Wishlist>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which wishlist to share no longer. */
export type WishlistUnshareInput = {
  /** The wishlist. */
  wishlistId: Scalars['ID']['input'];
};

/** Result of wishlistUnshare. */
export type WishlistUnsharePayload = {
  __typename?: 'WishlistUnsharePayload';
  /** The wishlist now. */
  wishlist?: Maybe<Wishlist>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What to wish for. */
export type WishlistItemAddInput = {
  /** The product wished for. */
  productId: Scalars['ID']['input'];
  /** The variant wished for; any when absent. */
  variantId?: InputMaybe<Scalars['ID']['input']>;
  /** The list; the default one when absent. */
  wishlistId?: InputMaybe<Scalars['ID']['input']>;
  /** Units, 1 to 999; 1 of what is new, when absent. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Own words, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What to be told, at most 2; BACK_IN_STOCK of what is new, when absent. */
  alerts?: InputMaybe<Array<WishlistAlert>>;
};

/** Result of wishlistItemAdd. */
export type WishlistItemAddPayload = {
  __typename?: 'WishlistItemAddPayload';
  /** The wish. */
  item?: Maybe<WishlistItem>;
  /** The product wished for. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a wish. */
export type WishlistItemUpdateInput = {
  /** The item. */
  itemId: Scalars['ID']['input'];
  /** The variant wished for; null for any. */
  variantId?: InputMaybe<Scalars['ID']['input']>;
  /** Units, 1 to 999. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Own words, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What to be told, at most 2; replaces all. */
  alerts?: InputMaybe<Array<WishlistAlert>>;
};

/** Result of wishlistItemUpdate. */
export type WishlistItemUpdatePayload = {
  __typename?: 'WishlistItemUpdatePayload';
  /** The wish now. */
  item?: Maybe<WishlistItem>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What to wish for no longer. */
export type WishlistItemRemoveInput = {
  /** The item; give this or the product. */
  itemId?: InputMaybe<Scalars['ID']['input']>;
  /** The product, on whichever list; give this or the item. */
  productId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of wishlistItemRemove. */
export type WishlistItemRemovePayload = {
  __typename?: 'WishlistItemRemovePayload';
  /** The items that are gone, at most 50. */
  removedItemIds: Array<Scalars['ID']['output']>;
  /** The product, if it is still on sale. */
  product?: Maybe<Product>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Another place for a wish. */
export type WishlistItemMoveInput = {
  /** The item. */
  itemId: Scalars['ID']['input'];
  /** The list; the same when absent. */
  wishlistId?: InputMaybe<Scalars['ID']['input']>;
  /** Place on it, from 0; the last when absent. */
  position?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of wishlistItemMove. */
export type WishlistItemMovePayload = {
  __typename?: 'WishlistItemMovePayload';
  /** The wish now. */
  item?: Maybe<WishlistItem>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  AttributeDefinition: AttributeDefinition;
  Category: Category;
  Media: Media;
  Product: Product;
  User: User;
  Review: Review;
  StockLocation: StockLocation;
  ProductImport: ProductImport;
  ProductExport: ProductExport;
  ProductVariant: ProductVariant;
  Wishlist: Wishlist;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AttributeDefinition:
    ( { __typename: 'AttributeDefinition' }
    & GraphQLRecursivePick<FederationTypes['AttributeDefinition'], {"id":true}> );
  Category:
    ( { __typename: 'Category' }
    & ( GraphQLRecursivePick<FederationTypes['Category'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Category'], {"slug":true}> ) );
  Media:
    ( { __typename: 'Media' }
    & GraphQLRecursivePick<FederationTypes['Media'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}> );
  StockLocation:
    ( { __typename: 'StockLocation' }
    & GraphQLRecursivePick<FederationTypes['StockLocation'], {"id":true}> );
  ProductImport:
    ( { __typename: 'ProductImport' }
    & GraphQLRecursivePick<FederationTypes['ProductImport'], {"id":true}> );
  ProductExport:
    ( { __typename: 'ProductExport' }
    & GraphQLRecursivePick<FederationTypes['ProductExport'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}> );
  Wishlist:
    ( { __typename: 'Wishlist' }
    & GraphQLRecursivePick<FederationTypes['Wishlist'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AttributeDefinitionParent )
    | ( CategoryParent )
    | ( MediaParent )
    | ( ProductParent )
    | ( ReviewParent )
    | ( StockLocationParent )
    | ( ProductImportParent )
    | ( ProductExportParent )
    | ( ProductVariantParent )
    | ( WishlistParent )
  ;
  UserError:
    | ( GenericUserError )
    | ( VersionMismatchError )
    | ( RetryLaterError )
    | ( OutOfStockErrorParent )
  ;
  ProductJob:
    | ( ProductImportParent )
    | ( ProductExportParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Role: Role;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Money: ResolverTypeWrapper<MoneyParent>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  SortDirection: SortDirection;
  UserErrorCode: UserErrorCode;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  GenericUserError: ResolverTypeWrapper<GenericUserError>;
  VersionMismatchError: ResolverTypeWrapper<VersionMismatchError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  RetryLaterError: ResolverTypeWrapper<RetryLaterError>;
  StringFilterInput: StringFilterInput;
  DateTimeRangeInput: DateTimeRangeInput;
  DateRangeInput: DateRangeInput;
  MoneyRangeInput: MoneyRangeInput;
  MoneyInput: MoneyInput;
  LocalisedText: ResolverTypeWrapper<LocalisedText>;
  LocalisedTextInput: LocalisedTextInput;
  PostalAddress: ResolverTypeWrapper<PostalAddressParent>;
  PostalAddressInput: PostalAddressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CategoryFilterInput: CategoryFilterInput;
  CategoryMoveInput: CategoryMoveInput;
  CategoryMovePayload: ResolverTypeWrapper<CategoryMovePayloadParent>;
  CategoryDeleteInput: CategoryDeleteInput;
  CategoryDeletePayload: ResolverTypeWrapper<CategoryDeletePayloadParent>;
  AttributeDefinition: ResolverTypeWrapper<AttributeDefinitionParent>;
  AttributeKind: AttributeKind;
  AttributeChoice: ResolverTypeWrapper<AttributeChoiceParent>;
  AttributeDefinitionConnection: ResolverTypeWrapper<AttributeDefinitionConnectionParent>;
  AttributeDefinitionEdge: ResolverTypeWrapper<Omit<AttributeDefinitionEdge, 'node'> & { node: ResolversTypes['AttributeDefinition'] }>;
  AttributeDefinitionFilterInput: AttributeDefinitionFilterInput;
  AttributeDefinitionCreateInput: AttributeDefinitionCreateInput;
  AttributeChoiceInput: AttributeChoiceInput;
  AttributeDefinitionCreatePayload: ResolverTypeWrapper<AttributeDefinitionCreatePayloadParent>;
  AttributeDefinitionUpdateInput: AttributeDefinitionUpdateInput;
  AttributeDefinitionUpdatePayload: ResolverTypeWrapper<AttributeDefinitionUpdatePayloadParent>;
  AttributeDefinitionDeleteInput: AttributeDefinitionDeleteInput;
  AttributeDefinitionDeletePayload: ResolverTypeWrapper<AttributeDefinitionDeletePayloadParent>;
  Category: ResolverTypeWrapper<CategoryParent>;
  CategoryConnection: ResolverTypeWrapper<CategoryConnectionParent>;
  CategoryEdge: ResolverTypeWrapper<Omit<CategoryEdge, 'node'> & { node: ResolversTypes['Category'] }>;
  CategoryCreateInput: CategoryCreateInput;
  CategoryCreatePayload: ResolverTypeWrapper<CategoryCreatePayloadParent>;
  CategoryUpdateInput: CategoryUpdateInput;
  CategoryUpdatePayload: ResolverTypeWrapper<CategoryUpdatePayloadParent>;
  CategoryAttribute: ResolverTypeWrapper<CategoryAttributeParent>;
  CategoryAttributesSetInput: CategoryAttributesSetInput;
  CategoryAttributeInput: CategoryAttributeInput;
  CategoryAttributesSetPayload: ResolverTypeWrapper<CategoryAttributesSetPayloadParent>;
  Media: ResolverTypeWrapper<MediaParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MediaKind: MediaKind;
  MediaPurpose: MediaPurpose;
  MediaStatus: MediaStatus;
  MediaRejection: ResolverTypeWrapper<MediaRejectionParent>;
  MediaRejectionCode: MediaRejectionCode;
  MediaFit: MediaFit;
  MediaFormat: MediaFormat;
  FocalPoint: ResolverTypeWrapper<FocalPoint>;
  MediaFilterInput: MediaFilterInput;
  MediaConnection: ResolverTypeWrapper<MediaConnectionParent>;
  MediaEdge: ResolverTypeWrapper<Omit<MediaEdge, 'node'> & { node: ResolversTypes['Media'] }>;
  MediaEvent: ResolverTypeWrapper<MediaEventParent>;
  MediaEventKind: MediaEventKind;
  MediaUploadCreateInput: MediaUploadCreateInput;
  MediaUploadCreatePayload: ResolverTypeWrapper<MediaUploadCreatePayloadParent>;
  MediaUploadHeader: ResolverTypeWrapper<MediaUploadHeader>;
  MediaUploadCompleteInput: MediaUploadCompleteInput;
  MediaUploadCompletePayload: ResolverTypeWrapper<MediaUploadCompletePayloadParent>;
  MediaUpdateInput: MediaUpdateInput;
  FocalPointInput: FocalPointInput;
  MediaUpdatePayload: ResolverTypeWrapper<MediaUpdatePayloadParent>;
  MediaDeleteInput: MediaDeleteInput;
  MediaDeletePayload: ResolverTypeWrapper<MediaDeletePayloadParent>;
  Translation: ResolverTypeWrapper<Translation>;
  TranslationInput: TranslationInput;
  ProductMediaSetInput: ProductMediaSetInput;
  ProductMediaSetPayload: ResolverTypeWrapper<ProductMediaSetPayloadParent>;
  Product: ResolverTypeWrapper<ProductParent>;
  TaxClass: TaxClass;
  ProductTakedown: ResolverTypeWrapper<ProductTakedownParent>;
  ModerationReason: ModerationReason;
  PublishProblem: ResolverTypeWrapper<PublishProblemParent>;
  PublishProblemCode: PublishProblemCode;
  ProductStatus: ProductStatus;
  ProductConnection: ResolverTypeWrapper<ProductConnectionParent>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductCreateInput: ProductCreateInput;
  ProductCreatePayload: ResolverTypeWrapper<ProductCreatePayloadParent>;
  ProductUpdateInput: ProductUpdateInput;
  ProductUpdatePayload: ResolverTypeWrapper<ProductUpdatePayloadParent>;
  ProductPublishInput: ProductPublishInput;
  ProductPublishPayload: ResolverTypeWrapper<ProductPublishPayloadParent>;
  ProductUnpublishInput: ProductUnpublishInput;
  ProductUnpublishPayload: ResolverTypeWrapper<ProductUnpublishPayloadParent>;
  ProductPublicationScheduleInput: ProductPublicationScheduleInput;
  ProductPublicationSchedulePayload: ResolverTypeWrapper<ProductPublicationSchedulePayloadParent>;
  ProductArchiveInput: ProductArchiveInput;
  ProductArchivePayload: ResolverTypeWrapper<ProductArchivePayloadParent>;
  ProductRestoreInput: ProductRestoreInput;
  ProductRestorePayload: ResolverTypeWrapper<ProductRestorePayloadParent>;
  ProductDeleteInput: ProductDeleteInput;
  ProductDeletePayload: ResolverTypeWrapper<ProductDeletePayloadParent>;
  ProductDuplicateInput: ProductDuplicateInput;
  ProductDuplicatePayload: ResolverTypeWrapper<ProductDuplicatePayloadParent>;
  ProductTakeDownInput: ProductTakeDownInput;
  ProductTakeDownPayload: ResolverTypeWrapper<ProductTakeDownPayloadParent>;
  ProductReinstateInput: ProductReinstateInput;
  ProductReinstatePayload: ResolverTypeWrapper<ProductReinstatePayloadParent>;
  ProductTranslationsSetInput: ProductTranslationsSetInput;
  ProductTranslationsSetPayload: ResolverTypeWrapper<ProductTranslationsSetPayloadParent>;
  ProductTranslationsDeleteInput: ProductTranslationsDeleteInput;
  ProductTranslationsDeletePayload: ResolverTypeWrapper<ProductTranslationsDeletePayloadParent>;
  User: ResolverTypeWrapper<Omit<User, 'products' | 'media' | 'sellerRating' | 'reviews' | 'receivedReviews' | 'stockLocations' | 'stockMovements' | 'productJobs' | 'variants' | 'recentlyViewedProducts' | 'recommendedProducts' | 'wishlists'> & { products?: Maybe<ResolversTypes['ProductConnection']>, media?: Maybe<ResolversTypes['MediaConnection']>, sellerRating?: Maybe<ResolversTypes['RatingSummary']>, reviews?: Maybe<ResolversTypes['ReviewConnection']>, receivedReviews?: Maybe<ResolversTypes['ReviewConnection']>, stockLocations?: Maybe<Array<ResolversTypes['StockLocation']>>, stockMovements?: Maybe<ResolversTypes['StockMovementConnection']>, productJobs?: Maybe<ResolversTypes['ProductJobConnection']>, variants?: Maybe<ResolversTypes['ProductVariantConnection']>, recentlyViewedProducts?: Maybe<Array<ResolversTypes['Product']>>, recommendedProducts?: Maybe<Array<ResolversTypes['Product']>>, wishlists?: Maybe<ResolversTypes['WishlistConnection']> }>;
  ProductAttribute: ResolverTypeWrapper<ProductAttributeParent>;
  ProductAttributeInput: ProductAttributeInput;
  ProductRelation: ProductRelation;
  RatingSummary: ResolverTypeWrapper<RatingSummaryParent>;
  Review: ResolverTypeWrapper<ReviewParent>;
  ReviewAnswer: ResolverTypeWrapper<ReviewAnswerParent>;
  ReviewModeration: ResolverTypeWrapper<ReviewModerationParent>;
  ReviewStatus: ReviewStatus;
  ReviewFilterInput: ReviewFilterInput;
  ReviewSortInput: ReviewSortInput;
  ReviewSortField: ReviewSortField;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionParent>;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewCreateInput: ReviewCreateInput;
  ReviewCreatePayload: ResolverTypeWrapper<ReviewCreatePayloadParent>;
  ReviewUpdateInput: ReviewUpdateInput;
  ReviewUpdatePayload: ResolverTypeWrapper<ReviewUpdatePayloadParent>;
  ReviewDeleteInput: ReviewDeleteInput;
  ReviewDeletePayload: ResolverTypeWrapper<ReviewDeletePayloadParent>;
  ReviewHelpfulSetInput: ReviewHelpfulSetInput;
  ReviewHelpfulSetPayload: ResolverTypeWrapper<ReviewHelpfulSetPayloadParent>;
  ReviewAnswerSetInput: ReviewAnswerSetInput;
  ReviewAnswerSetPayload: ResolverTypeWrapper<ReviewAnswerSetPayloadParent>;
  ReviewAnswerDeleteInput: ReviewAnswerDeleteInput;
  ReviewAnswerDeletePayload: ResolverTypeWrapper<ReviewAnswerDeletePayloadParent>;
  ReviewApproveInput: ReviewApproveInput;
  ReviewApprovePayload: ResolverTypeWrapper<ReviewApprovePayloadParent>;
  ReviewRejectInput: ReviewRejectInput;
  ReviewRejectPayload: ResolverTypeWrapper<ReviewRejectPayloadParent>;
  ProductSuggestions: ResolverTypeWrapper<ProductSuggestionsParent>;
  ProductFilterInput: ProductFilterInput;
  ProductSortInput: ProductSortInput;
  ProductSortField: ProductSortField;
  Facet: ResolverTypeWrapper<FacetParent>;
  FacetKind: FacetKind;
  FacetValue: ResolverTypeWrapper<FacetValueParent>;
  AttributeFilterInput: AttributeFilterInput;
  DecimalRangeInput: DecimalRangeInput;
  StockStatus: StockStatus;
  StockLocation: ResolverTypeWrapper<StockLocationParent>;
  StockLevel: ResolverTypeWrapper<StockLevelParent>;
  StockMovement: ResolverTypeWrapper<StockMovementParent>;
  StockMovementKind: StockMovementKind;
  StockMovementFilterInput: StockMovementFilterInput;
  StockMovementConnection: ResolverTypeWrapper<StockMovementConnectionParent>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  VariantStockEvent: ResolverTypeWrapper<VariantStockEventParent>;
  VariantStockEventKind: VariantStockEventKind;
  VariantStockAdjustInput: VariantStockAdjustInput;
  StockAdjustmentInput: StockAdjustmentInput;
  StockAdjustmentReason: StockAdjustmentReason;
  VariantStockAdjustPayload: ResolverTypeWrapper<VariantStockAdjustPayloadParent>;
  VariantStockSetInput: VariantStockSetInput;
  StockCountInput: StockCountInput;
  VariantStockSetPayload: ResolverTypeWrapper<VariantStockSetPayloadParent>;
  VariantStockTransferInput: VariantStockTransferInput;
  VariantStockTransferPayload: ResolverTypeWrapper<VariantStockTransferPayloadParent>;
  VariantLowStockThresholdSetInput: VariantLowStockThresholdSetInput;
  VariantLowStockThresholdSetPayload: ResolverTypeWrapper<VariantLowStockThresholdSetPayloadParent>;
  StockLocationCreateInput: StockLocationCreateInput;
  StockLocationCreatePayload: ResolverTypeWrapper<StockLocationCreatePayloadParent>;
  StockLocationUpdateInput: StockLocationUpdateInput;
  StockLocationUpdatePayload: ResolverTypeWrapper<StockLocationUpdatePayloadParent>;
  StockLocationDeleteInput: StockLocationDeleteInput;
  StockLocationDeletePayload: ResolverTypeWrapper<StockLocationDeletePayloadParent>;
  OutOfStockError: ResolverTypeWrapper<OutOfStockErrorParent>;
  Order: ResolverTypeWrapper<Order>;
  ProductJob: ResolverTypeWrapper<ProductJobParent>;
  ProductJobStatus: ProductJobStatus;
  ProductImport: ResolverTypeWrapper<ProductImportParent>;
  ProductFileFormat: ProductFileFormat;
  ProductImportMode: ProductImportMode;
  ProductImportError: ResolverTypeWrapper<ProductImportErrorParent>;
  ProductImportErrorConnection: ResolverTypeWrapper<ProductImportErrorConnectionParent>;
  ProductImportErrorEdge: ResolverTypeWrapper<Omit<ProductImportErrorEdge, 'node'> & { node: ResolversTypes['ProductImportError'] }>;
  ProductExport: ResolverTypeWrapper<ProductExportParent>;
  ProductJobConnection: ResolverTypeWrapper<ProductJobConnectionParent>;
  ProductJobEdge: ResolverTypeWrapper<Omit<ProductJobEdge, 'node'> & { node: ResolversTypes['ProductJob'] }>;
  ProductJobEvent: ResolverTypeWrapper<ProductJobEventParent>;
  ProductJobEventKind: ProductJobEventKind;
  ProductImportCreateInput: ProductImportCreateInput;
  ProductImportCreatePayload: ResolverTypeWrapper<ProductImportCreatePayloadParent>;
  ProductImportResumeInput: ProductImportResumeInput;
  ProductImportResumePayload: ResolverTypeWrapper<ProductImportResumePayloadParent>;
  ProductExportCreateInput: ProductExportCreateInput;
  ProductExportCreatePayload: ResolverTypeWrapper<ProductExportCreatePayloadParent>;
  ProductJobCancelInput: ProductJobCancelInput;
  ProductJobCancelPayload: ResolverTypeWrapper<ProductJobCancelPayloadParent>;
  ProductOption: ResolverTypeWrapper<ProductOptionParent>;
  ProductOptionValue: ResolverTypeWrapper<ProductOptionValueParent>;
  ProductVariant: ResolverTypeWrapper<ProductVariantParent>;
  VariantPrice: ResolverTypeWrapper<VariantPriceParent>;
  ProductOptionInput: ProductOptionInput;
  ProductOptionValueInput: ProductOptionValueInput;
  ProductVariantCreateInput: ProductVariantCreateInput;
  VariantPriceInput: VariantPriceInput;
  ProductVariantsCreateInput: ProductVariantsCreateInput;
  ProductVariantsCreatePayload: ResolverTypeWrapper<ProductVariantsCreatePayloadParent>;
  ProductVariantsUpdateInput: ProductVariantsUpdateInput;
  ProductVariantUpdateInput: ProductVariantUpdateInput;
  ProductVariantsUpdatePayload: ResolverTypeWrapper<ProductVariantsUpdatePayloadParent>;
  ProductVariantsDeleteInput: ProductVariantsDeleteInput;
  ProductVariantsDeletePayload: ResolverTypeWrapper<ProductVariantsDeletePayloadParent>;
  ProductOptionCreateInput: ProductOptionCreateInput;
  ProductOptionCreatePayload: ResolverTypeWrapper<ProductOptionCreatePayloadParent>;
  ProductOptionUpdateInput: ProductOptionUpdateInput;
  ProductOptionUpdatePayload: ResolverTypeWrapper<ProductOptionUpdatePayloadParent>;
  ProductOptionDeleteInput: ProductOptionDeleteInput;
  ProductOptionDeletePayload: ResolverTypeWrapper<ProductOptionDeletePayloadParent>;
  ProductVariantConnection: ResolverTypeWrapper<ProductVariantConnectionParent>;
  ProductVariantEdge: ResolverTypeWrapper<Omit<ProductVariantEdge, 'node'> & { node: ResolversTypes['ProductVariant'] }>;
  ProductVariantFilterInput: ProductVariantFilterInput;
  ProductVariantSortInput: ProductVariantSortInput;
  ProductVariantSortField: ProductVariantSortField;
  ProductViewRecordInput: ProductViewRecordInput;
  ProductViewSource: ProductViewSource;
  ProductViewRecordPayload: ResolverTypeWrapper<ProductViewRecordPayloadParent>;
  Wishlist: ResolverTypeWrapper<WishlistParent>;
  WishlistConnection: ResolverTypeWrapper<WishlistConnectionParent>;
  WishlistEdge: ResolverTypeWrapper<Omit<WishlistEdge, 'node'> & { node: ResolversTypes['Wishlist'] }>;
  WishlistItem: ResolverTypeWrapper<WishlistItemParent>;
  WishlistAlert: WishlistAlert;
  WishlistItemConnection: ResolverTypeWrapper<WishlistItemConnectionParent>;
  WishlistItemEdge: ResolverTypeWrapper<Omit<WishlistItemEdge, 'node'> & { node: ResolversTypes['WishlistItem'] }>;
  WishlistEvent: ResolverTypeWrapper<WishlistEventParent>;
  WishlistEventKind: WishlistEventKind;
  WishlistCreateInput: WishlistCreateInput;
  WishlistCreatePayload: ResolverTypeWrapper<WishlistCreatePayloadParent>;
  WishlistUpdateInput: WishlistUpdateInput;
  WishlistUpdatePayload: ResolverTypeWrapper<WishlistUpdatePayloadParent>;
  WishlistDeleteInput: WishlistDeleteInput;
  WishlistDeletePayload: ResolverTypeWrapper<WishlistDeletePayloadParent>;
  WishlistShareInput: WishlistShareInput;
  WishlistSharePayload: ResolverTypeWrapper<WishlistSharePayloadParent>;
  WishlistUnshareInput: WishlistUnshareInput;
  WishlistUnsharePayload: ResolverTypeWrapper<WishlistUnsharePayloadParent>;
  WishlistItemAddInput: WishlistItemAddInput;
  WishlistItemAddPayload: ResolverTypeWrapper<WishlistItemAddPayloadParent>;
  WishlistItemUpdateInput: WishlistItemUpdateInput;
  WishlistItemUpdatePayload: ResolverTypeWrapper<WishlistItemUpdatePayloadParent>;
  WishlistItemRemoveInput: WishlistItemRemoveInput;
  WishlistItemRemovePayload: ResolverTypeWrapper<WishlistItemRemovePayloadParent>;
  WishlistItemMoveInput: WishlistItemMoveInput;
  WishlistItemMovePayload: ResolverTypeWrapper<WishlistItemMovePayloadParent>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  SafeInt: Scalars['SafeInt']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Locale: Scalars['Locale']['output'];
  Date: Scalars['Date']['output'];
  URL: Scalars['URL']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Money: MoneyParent;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  GenericUserError: GenericUserError;
  VersionMismatchError: VersionMismatchError;
  Int: Scalars['Int']['output'];
  RetryLaterError: RetryLaterError;
  StringFilterInput: StringFilterInput;
  DateTimeRangeInput: DateTimeRangeInput;
  DateRangeInput: DateRangeInput;
  MoneyRangeInput: MoneyRangeInput;
  MoneyInput: MoneyInput;
  LocalisedText: LocalisedText;
  LocalisedTextInput: LocalisedTextInput;
  PostalAddress: PostalAddressParent;
  PostalAddressInput: PostalAddressInput;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  CategoryFilterInput: CategoryFilterInput;
  CategoryMoveInput: CategoryMoveInput;
  CategoryMovePayload: CategoryMovePayloadParent;
  CategoryDeleteInput: CategoryDeleteInput;
  CategoryDeletePayload: CategoryDeletePayloadParent;
  AttributeDefinition: AttributeDefinitionParent;
  AttributeChoice: AttributeChoiceParent;
  AttributeDefinitionConnection: AttributeDefinitionConnectionParent;
  AttributeDefinitionEdge: Omit<AttributeDefinitionEdge, 'node'> & { node: ResolversParentTypes['AttributeDefinition'] };
  AttributeDefinitionFilterInput: AttributeDefinitionFilterInput;
  AttributeDefinitionCreateInput: AttributeDefinitionCreateInput;
  AttributeChoiceInput: AttributeChoiceInput;
  AttributeDefinitionCreatePayload: AttributeDefinitionCreatePayloadParent;
  AttributeDefinitionUpdateInput: AttributeDefinitionUpdateInput;
  AttributeDefinitionUpdatePayload: AttributeDefinitionUpdatePayloadParent;
  AttributeDefinitionDeleteInput: AttributeDefinitionDeleteInput;
  AttributeDefinitionDeletePayload: AttributeDefinitionDeletePayloadParent;
  Category: CategoryParent;
  CategoryConnection: CategoryConnectionParent;
  CategoryEdge: Omit<CategoryEdge, 'node'> & { node: ResolversParentTypes['Category'] };
  CategoryCreateInput: CategoryCreateInput;
  CategoryCreatePayload: CategoryCreatePayloadParent;
  CategoryUpdateInput: CategoryUpdateInput;
  CategoryUpdatePayload: CategoryUpdatePayloadParent;
  CategoryAttribute: CategoryAttributeParent;
  CategoryAttributesSetInput: CategoryAttributesSetInput;
  CategoryAttributeInput: CategoryAttributeInput;
  CategoryAttributesSetPayload: CategoryAttributesSetPayloadParent;
  Media: MediaParent;
  Float: Scalars['Float']['output'];
  MediaRejection: MediaRejectionParent;
  FocalPoint: FocalPoint;
  MediaFilterInput: MediaFilterInput;
  MediaConnection: MediaConnectionParent;
  MediaEdge: Omit<MediaEdge, 'node'> & { node: ResolversParentTypes['Media'] };
  MediaEvent: MediaEventParent;
  MediaUploadCreateInput: MediaUploadCreateInput;
  MediaUploadCreatePayload: MediaUploadCreatePayloadParent;
  MediaUploadHeader: MediaUploadHeader;
  MediaUploadCompleteInput: MediaUploadCompleteInput;
  MediaUploadCompletePayload: MediaUploadCompletePayloadParent;
  MediaUpdateInput: MediaUpdateInput;
  FocalPointInput: FocalPointInput;
  MediaUpdatePayload: MediaUpdatePayloadParent;
  MediaDeleteInput: MediaDeleteInput;
  MediaDeletePayload: MediaDeletePayloadParent;
  Translation: Translation;
  TranslationInput: TranslationInput;
  ProductMediaSetInput: ProductMediaSetInput;
  ProductMediaSetPayload: ProductMediaSetPayloadParent;
  Product: ProductParent;
  ProductTakedown: ProductTakedownParent;
  PublishProblem: PublishProblemParent;
  ProductConnection: ProductConnectionParent;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductCreateInput: ProductCreateInput;
  ProductCreatePayload: ProductCreatePayloadParent;
  ProductUpdateInput: ProductUpdateInput;
  ProductUpdatePayload: ProductUpdatePayloadParent;
  ProductPublishInput: ProductPublishInput;
  ProductPublishPayload: ProductPublishPayloadParent;
  ProductUnpublishInput: ProductUnpublishInput;
  ProductUnpublishPayload: ProductUnpublishPayloadParent;
  ProductPublicationScheduleInput: ProductPublicationScheduleInput;
  ProductPublicationSchedulePayload: ProductPublicationSchedulePayloadParent;
  ProductArchiveInput: ProductArchiveInput;
  ProductArchivePayload: ProductArchivePayloadParent;
  ProductRestoreInput: ProductRestoreInput;
  ProductRestorePayload: ProductRestorePayloadParent;
  ProductDeleteInput: ProductDeleteInput;
  ProductDeletePayload: ProductDeletePayloadParent;
  ProductDuplicateInput: ProductDuplicateInput;
  ProductDuplicatePayload: ProductDuplicatePayloadParent;
  ProductTakeDownInput: ProductTakeDownInput;
  ProductTakeDownPayload: ProductTakeDownPayloadParent;
  ProductReinstateInput: ProductReinstateInput;
  ProductReinstatePayload: ProductReinstatePayloadParent;
  ProductTranslationsSetInput: ProductTranslationsSetInput;
  ProductTranslationsSetPayload: ProductTranslationsSetPayloadParent;
  ProductTranslationsDeleteInput: ProductTranslationsDeleteInput;
  ProductTranslationsDeletePayload: ProductTranslationsDeletePayloadParent;
  User: Omit<User, 'products' | 'media' | 'sellerRating' | 'reviews' | 'receivedReviews' | 'stockLocations' | 'stockMovements' | 'productJobs' | 'variants' | 'recentlyViewedProducts' | 'recommendedProducts' | 'wishlists'> & { products?: Maybe<ResolversParentTypes['ProductConnection']>, media?: Maybe<ResolversParentTypes['MediaConnection']>, sellerRating?: Maybe<ResolversParentTypes['RatingSummary']>, reviews?: Maybe<ResolversParentTypes['ReviewConnection']>, receivedReviews?: Maybe<ResolversParentTypes['ReviewConnection']>, stockLocations?: Maybe<Array<ResolversParentTypes['StockLocation']>>, stockMovements?: Maybe<ResolversParentTypes['StockMovementConnection']>, productJobs?: Maybe<ResolversParentTypes['ProductJobConnection']>, variants?: Maybe<ResolversParentTypes['ProductVariantConnection']>, recentlyViewedProducts?: Maybe<Array<ResolversParentTypes['Product']>>, recommendedProducts?: Maybe<Array<ResolversParentTypes['Product']>>, wishlists?: Maybe<ResolversParentTypes['WishlistConnection']> } | FederationReferenceTypes['User'];
  ProductAttribute: ProductAttributeParent;
  ProductAttributeInput: ProductAttributeInput;
  RatingSummary: RatingSummaryParent;
  Review: ReviewParent;
  ReviewAnswer: ReviewAnswerParent;
  ReviewModeration: ReviewModerationParent;
  ReviewFilterInput: ReviewFilterInput;
  ReviewSortInput: ReviewSortInput;
  ReviewConnection: ReviewConnectionParent;
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  ReviewCreateInput: ReviewCreateInput;
  ReviewCreatePayload: ReviewCreatePayloadParent;
  ReviewUpdateInput: ReviewUpdateInput;
  ReviewUpdatePayload: ReviewUpdatePayloadParent;
  ReviewDeleteInput: ReviewDeleteInput;
  ReviewDeletePayload: ReviewDeletePayloadParent;
  ReviewHelpfulSetInput: ReviewHelpfulSetInput;
  ReviewHelpfulSetPayload: ReviewHelpfulSetPayloadParent;
  ReviewAnswerSetInput: ReviewAnswerSetInput;
  ReviewAnswerSetPayload: ReviewAnswerSetPayloadParent;
  ReviewAnswerDeleteInput: ReviewAnswerDeleteInput;
  ReviewAnswerDeletePayload: ReviewAnswerDeletePayloadParent;
  ReviewApproveInput: ReviewApproveInput;
  ReviewApprovePayload: ReviewApprovePayloadParent;
  ReviewRejectInput: ReviewRejectInput;
  ReviewRejectPayload: ReviewRejectPayloadParent;
  ProductSuggestions: ProductSuggestionsParent;
  ProductFilterInput: ProductFilterInput;
  ProductSortInput: ProductSortInput;
  Facet: FacetParent;
  FacetValue: FacetValueParent;
  AttributeFilterInput: AttributeFilterInput;
  DecimalRangeInput: DecimalRangeInput;
  StockLocation: StockLocationParent;
  StockLevel: StockLevelParent;
  StockMovement: StockMovementParent;
  StockMovementFilterInput: StockMovementFilterInput;
  StockMovementConnection: StockMovementConnectionParent;
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  VariantStockEvent: VariantStockEventParent;
  VariantStockAdjustInput: VariantStockAdjustInput;
  StockAdjustmentInput: StockAdjustmentInput;
  VariantStockAdjustPayload: VariantStockAdjustPayloadParent;
  VariantStockSetInput: VariantStockSetInput;
  StockCountInput: StockCountInput;
  VariantStockSetPayload: VariantStockSetPayloadParent;
  VariantStockTransferInput: VariantStockTransferInput;
  VariantStockTransferPayload: VariantStockTransferPayloadParent;
  VariantLowStockThresholdSetInput: VariantLowStockThresholdSetInput;
  VariantLowStockThresholdSetPayload: VariantLowStockThresholdSetPayloadParent;
  StockLocationCreateInput: StockLocationCreateInput;
  StockLocationCreatePayload: StockLocationCreatePayloadParent;
  StockLocationUpdateInput: StockLocationUpdateInput;
  StockLocationUpdatePayload: StockLocationUpdatePayloadParent;
  StockLocationDeleteInput: StockLocationDeleteInput;
  StockLocationDeletePayload: StockLocationDeletePayloadParent;
  OutOfStockError: OutOfStockErrorParent;
  Order: Order;
  ProductJob: ProductJobParent;
  ProductImport: ProductImportParent;
  ProductImportError: ProductImportErrorParent;
  ProductImportErrorConnection: ProductImportErrorConnectionParent;
  ProductImportErrorEdge: Omit<ProductImportErrorEdge, 'node'> & { node: ResolversParentTypes['ProductImportError'] };
  ProductExport: ProductExportParent;
  ProductJobConnection: ProductJobConnectionParent;
  ProductJobEdge: Omit<ProductJobEdge, 'node'> & { node: ResolversParentTypes['ProductJob'] };
  ProductJobEvent: ProductJobEventParent;
  ProductImportCreateInput: ProductImportCreateInput;
  ProductImportCreatePayload: ProductImportCreatePayloadParent;
  ProductImportResumeInput: ProductImportResumeInput;
  ProductImportResumePayload: ProductImportResumePayloadParent;
  ProductExportCreateInput: ProductExportCreateInput;
  ProductExportCreatePayload: ProductExportCreatePayloadParent;
  ProductJobCancelInput: ProductJobCancelInput;
  ProductJobCancelPayload: ProductJobCancelPayloadParent;
  ProductOption: ProductOptionParent;
  ProductOptionValue: ProductOptionValueParent;
  ProductVariant: ProductVariantParent;
  VariantPrice: VariantPriceParent;
  ProductOptionInput: ProductOptionInput;
  ProductOptionValueInput: ProductOptionValueInput;
  ProductVariantCreateInput: ProductVariantCreateInput;
  VariantPriceInput: VariantPriceInput;
  ProductVariantsCreateInput: ProductVariantsCreateInput;
  ProductVariantsCreatePayload: ProductVariantsCreatePayloadParent;
  ProductVariantsUpdateInput: ProductVariantsUpdateInput;
  ProductVariantUpdateInput: ProductVariantUpdateInput;
  ProductVariantsUpdatePayload: ProductVariantsUpdatePayloadParent;
  ProductVariantsDeleteInput: ProductVariantsDeleteInput;
  ProductVariantsDeletePayload: ProductVariantsDeletePayloadParent;
  ProductOptionCreateInput: ProductOptionCreateInput;
  ProductOptionCreatePayload: ProductOptionCreatePayloadParent;
  ProductOptionUpdateInput: ProductOptionUpdateInput;
  ProductOptionUpdatePayload: ProductOptionUpdatePayloadParent;
  ProductOptionDeleteInput: ProductOptionDeleteInput;
  ProductOptionDeletePayload: ProductOptionDeletePayloadParent;
  ProductVariantConnection: ProductVariantConnectionParent;
  ProductVariantEdge: Omit<ProductVariantEdge, 'node'> & { node: ResolversParentTypes['ProductVariant'] };
  ProductVariantFilterInput: ProductVariantFilterInput;
  ProductVariantSortInput: ProductVariantSortInput;
  ProductViewRecordInput: ProductViewRecordInput;
  ProductViewRecordPayload: ProductViewRecordPayloadParent;
  Wishlist: WishlistParent;
  WishlistConnection: WishlistConnectionParent;
  WishlistEdge: Omit<WishlistEdge, 'node'> & { node: ResolversParentTypes['Wishlist'] };
  WishlistItem: WishlistItemParent;
  WishlistItemConnection: WishlistItemConnectionParent;
  WishlistItemEdge: Omit<WishlistItemEdge, 'node'> & { node: ResolversParentTypes['WishlistItem'] };
  WishlistEvent: WishlistEventParent;
  WishlistCreateInput: WishlistCreateInput;
  WishlistCreatePayload: WishlistCreatePayloadParent;
  WishlistUpdateInput: WishlistUpdateInput;
  WishlistUpdatePayload: WishlistUpdatePayloadParent;
  WishlistDeleteInput: WishlistDeleteInput;
  WishlistDeletePayload: WishlistDeletePayloadParent;
  WishlistShareInput: WishlistShareInput;
  WishlistSharePayload: WishlistSharePayloadParent;
  WishlistUnshareInput: WishlistUnshareInput;
  WishlistUnsharePayload: WishlistUnsharePayloadParent;
  WishlistItemAddInput: WishlistItemAddInput;
  WishlistItemAddPayload: WishlistItemAddPayloadParent;
  WishlistItemUpdateInput: WishlistItemUpdateInput;
  WishlistItemUpdatePayload: WishlistItemUpdatePayloadParent;
  WishlistItemRemoveInput: WishlistItemRemoveInput;
  WishlistItemRemovePayload: WishlistItemRemovePayloadParent;
  WishlistItemMoveInput: WishlistItemMoveInput;
  WishlistItemMovePayload: WishlistItemMovePayloadParent;
  String: Scalars['String']['output'];
};

export type IdempotentDirectiveArgs = {
  key: Scalars['String']['input'];
};

export type IdempotentDirectiveResolver<Result, Parent, ContextType = Context, Args = IdempotentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthDirectiveArgs = {
  requires: Array<Role>;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AttributeDefinition' | 'Category' | 'Media' | 'Product' | 'Review' | 'StockLocation' | 'ProductImport' | 'ProductExport' | 'ProductVariant' | 'Wishlist', ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  minorUnits?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'GenericUserError' | 'VersionMismatchError' | 'RetryLaterError' | 'OutOfStockError', ParentType, ContextType>;
};

export type GenericUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenericUserError'] = ResolversParentTypes['GenericUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionMismatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VersionMismatchError'] = ResolversParentTypes['VersionMismatchError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetryLaterErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryLaterError'] = ResolversParentTypes['RetryLaterError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalisedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalisedText'] = ResolversParentTypes['LocalisedText']> = {
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  recipientName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formatted?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories?: Resolver<Maybe<ResolversTypes['CategoryConnection']>, ParentType, ContextType, RequireFields<QueryCategoriesArgs, 'first'>>;
  attributeDefinitions?: Resolver<Maybe<ResolversTypes['AttributeDefinitionConnection']>, ParentType, ContextType, RequireFields<QueryAttributeDefinitionsArgs, 'first'>>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, Partial<QueryCategoryArgs>>;
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<QueryMediaArgs, 'id'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, Partial<QueryProductArgs>>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<QueryReviewArgs, 'id'>>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<QueryReviewsArgs, 'first' | 'sort'>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'first' | 'sort'>>;
  productSuggestions?: Resolver<Maybe<ResolversTypes['ProductSuggestions']>, ParentType, ContextType, RequireFields<QueryProductSuggestionsArgs, 'query' | 'first'>>;
  productJob?: Resolver<Maybe<ResolversTypes['ProductJob']>, ParentType, ContextType, RequireFields<QueryProductJobArgs, 'id'>>;
  productVariant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType, Partial<QueryProductVariantArgs>>;
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType, Partial<QueryWishlistArgs>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  categoryMove?: Resolver<Maybe<ResolversTypes['CategoryMovePayload']>, ParentType, ContextType, RequireFields<MutationCategoryMoveArgs, 'input'>>;
  categoryDelete?: Resolver<Maybe<ResolversTypes['CategoryDeletePayload']>, ParentType, ContextType, RequireFields<MutationCategoryDeleteArgs, 'input'>>;
  attributeDefinitionCreate?: Resolver<Maybe<ResolversTypes['AttributeDefinitionCreatePayload']>, ParentType, ContextType, RequireFields<MutationAttributeDefinitionCreateArgs, 'input'>>;
  attributeDefinitionUpdate?: Resolver<Maybe<ResolversTypes['AttributeDefinitionUpdatePayload']>, ParentType, ContextType, RequireFields<MutationAttributeDefinitionUpdateArgs, 'input'>>;
  attributeDefinitionDelete?: Resolver<Maybe<ResolversTypes['AttributeDefinitionDeletePayload']>, ParentType, ContextType, RequireFields<MutationAttributeDefinitionDeleteArgs, 'input'>>;
  categoryCreate?: Resolver<Maybe<ResolversTypes['CategoryCreatePayload']>, ParentType, ContextType, RequireFields<MutationCategoryCreateArgs, 'input'>>;
  categoryUpdate?: Resolver<Maybe<ResolversTypes['CategoryUpdatePayload']>, ParentType, ContextType, RequireFields<MutationCategoryUpdateArgs, 'input'>>;
  categoryAttributesSet?: Resolver<Maybe<ResolversTypes['CategoryAttributesSetPayload']>, ParentType, ContextType, RequireFields<MutationCategoryAttributesSetArgs, 'input'>>;
  mediaUploadCreate?: Resolver<Maybe<ResolversTypes['MediaUploadCreatePayload']>, ParentType, ContextType, RequireFields<MutationMediaUploadCreateArgs, 'input'>>;
  mediaUploadComplete?: Resolver<Maybe<ResolversTypes['MediaUploadCompletePayload']>, ParentType, ContextType, RequireFields<MutationMediaUploadCompleteArgs, 'input'>>;
  mediaUpdate?: Resolver<Maybe<ResolversTypes['MediaUpdatePayload']>, ParentType, ContextType, RequireFields<MutationMediaUpdateArgs, 'input'>>;
  mediaDelete?: Resolver<Maybe<ResolversTypes['MediaDeletePayload']>, ParentType, ContextType, RequireFields<MutationMediaDeleteArgs, 'input'>>;
  productMediaSet?: Resolver<Maybe<ResolversTypes['ProductMediaSetPayload']>, ParentType, ContextType, RequireFields<MutationProductMediaSetArgs, 'input'>>;
  productCreate?: Resolver<Maybe<ResolversTypes['ProductCreatePayload']>, ParentType, ContextType, RequireFields<MutationProductCreateArgs, 'input'>>;
  productUpdate?: Resolver<Maybe<ResolversTypes['ProductUpdatePayload']>, ParentType, ContextType, RequireFields<MutationProductUpdateArgs, 'input'>>;
  productPublish?: Resolver<Maybe<ResolversTypes['ProductPublishPayload']>, ParentType, ContextType, RequireFields<MutationProductPublishArgs, 'input'>>;
  productUnpublish?: Resolver<Maybe<ResolversTypes['ProductUnpublishPayload']>, ParentType, ContextType, RequireFields<MutationProductUnpublishArgs, 'input'>>;
  productPublicationSchedule?: Resolver<Maybe<ResolversTypes['ProductPublicationSchedulePayload']>, ParentType, ContextType, RequireFields<MutationProductPublicationScheduleArgs, 'input'>>;
  productArchive?: Resolver<Maybe<ResolversTypes['ProductArchivePayload']>, ParentType, ContextType, RequireFields<MutationProductArchiveArgs, 'input'>>;
  productRestore?: Resolver<Maybe<ResolversTypes['ProductRestorePayload']>, ParentType, ContextType, RequireFields<MutationProductRestoreArgs, 'input'>>;
  productDelete?: Resolver<Maybe<ResolversTypes['ProductDeletePayload']>, ParentType, ContextType, RequireFields<MutationProductDeleteArgs, 'input'>>;
  productTranslationsSet?: Resolver<Maybe<ResolversTypes['ProductTranslationsSetPayload']>, ParentType, ContextType, RequireFields<MutationProductTranslationsSetArgs, 'input'>>;
  productTranslationsDelete?: Resolver<Maybe<ResolversTypes['ProductTranslationsDeletePayload']>, ParentType, ContextType, RequireFields<MutationProductTranslationsDeleteArgs, 'input'>>;
  productDuplicate?: Resolver<Maybe<ResolversTypes['ProductDuplicatePayload']>, ParentType, ContextType, RequireFields<MutationProductDuplicateArgs, 'input'>>;
  productTakeDown?: Resolver<Maybe<ResolversTypes['ProductTakeDownPayload']>, ParentType, ContextType, RequireFields<MutationProductTakeDownArgs, 'input'>>;
  productReinstate?: Resolver<Maybe<ResolversTypes['ProductReinstatePayload']>, ParentType, ContextType, RequireFields<MutationProductReinstateArgs, 'input'>>;
  reviewCreate?: Resolver<Maybe<ResolversTypes['ReviewCreatePayload']>, ParentType, ContextType, RequireFields<MutationReviewCreateArgs, 'input'>>;
  reviewUpdate?: Resolver<Maybe<ResolversTypes['ReviewUpdatePayload']>, ParentType, ContextType, RequireFields<MutationReviewUpdateArgs, 'input'>>;
  reviewDelete?: Resolver<Maybe<ResolversTypes['ReviewDeletePayload']>, ParentType, ContextType, RequireFields<MutationReviewDeleteArgs, 'input'>>;
  reviewHelpfulSet?: Resolver<Maybe<ResolversTypes['ReviewHelpfulSetPayload']>, ParentType, ContextType, RequireFields<MutationReviewHelpfulSetArgs, 'input'>>;
  reviewAnswerSet?: Resolver<Maybe<ResolversTypes['ReviewAnswerSetPayload']>, ParentType, ContextType, RequireFields<MutationReviewAnswerSetArgs, 'input'>>;
  reviewAnswerDelete?: Resolver<Maybe<ResolversTypes['ReviewAnswerDeletePayload']>, ParentType, ContextType, RequireFields<MutationReviewAnswerDeleteArgs, 'input'>>;
  reviewApprove?: Resolver<Maybe<ResolversTypes['ReviewApprovePayload']>, ParentType, ContextType, RequireFields<MutationReviewApproveArgs, 'input'>>;
  reviewReject?: Resolver<Maybe<ResolversTypes['ReviewRejectPayload']>, ParentType, ContextType, RequireFields<MutationReviewRejectArgs, 'input'>>;
  variantStockAdjust?: Resolver<Maybe<ResolversTypes['VariantStockAdjustPayload']>, ParentType, ContextType, RequireFields<MutationVariantStockAdjustArgs, 'input'>>;
  variantStockSet?: Resolver<Maybe<ResolversTypes['VariantStockSetPayload']>, ParentType, ContextType, RequireFields<MutationVariantStockSetArgs, 'input'>>;
  variantStockTransfer?: Resolver<Maybe<ResolversTypes['VariantStockTransferPayload']>, ParentType, ContextType, RequireFields<MutationVariantStockTransferArgs, 'input'>>;
  variantLowStockThresholdSet?: Resolver<Maybe<ResolversTypes['VariantLowStockThresholdSetPayload']>, ParentType, ContextType, RequireFields<MutationVariantLowStockThresholdSetArgs, 'input'>>;
  stockLocationCreate?: Resolver<Maybe<ResolversTypes['StockLocationCreatePayload']>, ParentType, ContextType, RequireFields<MutationStockLocationCreateArgs, 'input'>>;
  stockLocationUpdate?: Resolver<Maybe<ResolversTypes['StockLocationUpdatePayload']>, ParentType, ContextType, RequireFields<MutationStockLocationUpdateArgs, 'input'>>;
  stockLocationDelete?: Resolver<Maybe<ResolversTypes['StockLocationDeletePayload']>, ParentType, ContextType, RequireFields<MutationStockLocationDeleteArgs, 'input'>>;
  productImportCreate?: Resolver<Maybe<ResolversTypes['ProductImportCreatePayload']>, ParentType, ContextType, RequireFields<MutationProductImportCreateArgs, 'input'>>;
  productImportResume?: Resolver<Maybe<ResolversTypes['ProductImportResumePayload']>, ParentType, ContextType, RequireFields<MutationProductImportResumeArgs, 'input'>>;
  productExportCreate?: Resolver<Maybe<ResolversTypes['ProductExportCreatePayload']>, ParentType, ContextType, RequireFields<MutationProductExportCreateArgs, 'input'>>;
  productJobCancel?: Resolver<Maybe<ResolversTypes['ProductJobCancelPayload']>, ParentType, ContextType, RequireFields<MutationProductJobCancelArgs, 'input'>>;
  productOptionCreate?: Resolver<Maybe<ResolversTypes['ProductOptionCreatePayload']>, ParentType, ContextType, RequireFields<MutationProductOptionCreateArgs, 'input'>>;
  productOptionUpdate?: Resolver<Maybe<ResolversTypes['ProductOptionUpdatePayload']>, ParentType, ContextType, RequireFields<MutationProductOptionUpdateArgs, 'input'>>;
  productOptionDelete?: Resolver<Maybe<ResolversTypes['ProductOptionDeletePayload']>, ParentType, ContextType, RequireFields<MutationProductOptionDeleteArgs, 'input'>>;
  productVariantsCreate?: Resolver<Maybe<ResolversTypes['ProductVariantsCreatePayload']>, ParentType, ContextType, RequireFields<MutationProductVariantsCreateArgs, 'input'>>;
  productVariantsUpdate?: Resolver<Maybe<ResolversTypes['ProductVariantsUpdatePayload']>, ParentType, ContextType, RequireFields<MutationProductVariantsUpdateArgs, 'input'>>;
  productVariantsDelete?: Resolver<Maybe<ResolversTypes['ProductVariantsDeletePayload']>, ParentType, ContextType, RequireFields<MutationProductVariantsDeleteArgs, 'input'>>;
  productViewRecord?: Resolver<Maybe<ResolversTypes['ProductViewRecordPayload']>, ParentType, ContextType, RequireFields<MutationProductViewRecordArgs, 'input'>>;
  wishlistCreate?: Resolver<Maybe<ResolversTypes['WishlistCreatePayload']>, ParentType, ContextType, RequireFields<MutationWishlistCreateArgs, 'input'>>;
  wishlistUpdate?: Resolver<Maybe<ResolversTypes['WishlistUpdatePayload']>, ParentType, ContextType, RequireFields<MutationWishlistUpdateArgs, 'input'>>;
  wishlistDelete?: Resolver<Maybe<ResolversTypes['WishlistDeletePayload']>, ParentType, ContextType, RequireFields<MutationWishlistDeleteArgs, 'input'>>;
  wishlistShare?: Resolver<Maybe<ResolversTypes['WishlistSharePayload']>, ParentType, ContextType, RequireFields<MutationWishlistShareArgs, 'input'>>;
  wishlistUnshare?: Resolver<Maybe<ResolversTypes['WishlistUnsharePayload']>, ParentType, ContextType, RequireFields<MutationWishlistUnshareArgs, 'input'>>;
  wishlistItemAdd?: Resolver<Maybe<ResolversTypes['WishlistItemAddPayload']>, ParentType, ContextType, RequireFields<MutationWishlistItemAddArgs, 'input'>>;
  wishlistItemUpdate?: Resolver<Maybe<ResolversTypes['WishlistItemUpdatePayload']>, ParentType, ContextType, RequireFields<MutationWishlistItemUpdateArgs, 'input'>>;
  wishlistItemRemove?: Resolver<Maybe<ResolversTypes['WishlistItemRemovePayload']>, ParentType, ContextType, RequireFields<MutationWishlistItemRemoveArgs, 'input'>>;
  wishlistItemMove?: Resolver<Maybe<ResolversTypes['WishlistItemMovePayload']>, ParentType, ContextType, RequireFields<MutationWishlistItemMoveArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  mediaProcessed?: SubscriptionResolver<ResolversTypes['MediaEvent'], "mediaProcessed", ParentType, ContextType, RequireFields<SubscriptionMediaProcessedArgs, 'mediaIds'>>;
  variantStockChanged?: SubscriptionResolver<ResolversTypes['VariantStockEvent'], "variantStockChanged", ParentType, ContextType, RequireFields<SubscriptionVariantStockChangedArgs, 'variantIds'>>;
  productJobProgressed?: SubscriptionResolver<ResolversTypes['ProductJobEvent'], "productJobProgressed", ParentType, ContextType, RequireFields<SubscriptionProductJobProgressedArgs, 'jobId'>>;
  wishlistUpdated?: SubscriptionResolver<ResolversTypes['WishlistEvent'], "wishlistUpdated", ParentType, ContextType, Partial<SubscriptionWishlistUpdatedArgs>>;
};

export type CategoryMovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryMovePayload'] = ResolversParentTypes['CategoryMovePayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryDeletePayload'] = ResolversParentTypes['CategoryDeletePayload']> = {
  deletedCategoryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  movedProductCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttributeDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinition'] = ResolversParentTypes['AttributeDefinition'], FederationReferenceType extends FederationReferenceTypes['AttributeDefinition'] = FederationReferenceTypes['AttributeDefinition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AttributeDefinition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AttributeDefinitionNameArgs>>;
  names?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AttributeKind'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['AttributeChoice']>, ParentType, ContextType>;
  isFilterable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttributeChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeChoice'] = ResolversParentTypes['AttributeChoice']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AttributeChoiceLabelArgs>>;
  labels?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
};

export type AttributeDefinitionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinitionConnection'] = ResolversParentTypes['AttributeDefinitionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AttributeDefinitionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AttributeDefinition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AttributeDefinitionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinitionEdge'] = ResolversParentTypes['AttributeDefinitionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AttributeDefinition'], ParentType, ContextType>;
};

export type AttributeDefinitionCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinitionCreatePayload'] = ResolversParentTypes['AttributeDefinitionCreatePayload']> = {
  attributeDefinition?: Resolver<Maybe<ResolversTypes['AttributeDefinition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttributeDefinitionUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinitionUpdatePayload'] = ResolversParentTypes['AttributeDefinitionUpdatePayload']> = {
  attributeDefinition?: Resolver<Maybe<ResolversTypes['AttributeDefinition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttributeDefinitionDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributeDefinitionDeletePayload'] = ResolversParentTypes['AttributeDefinitionDeletePayload']> = {
  deletedAttributeDefinitionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CategoryNameArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CategoryDescriptionArgs>>;
  translations?: Resolver<Maybe<Array<ResolversTypes['Translation']>>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  ancestors?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  children?: Resolver<ResolversTypes['CategoryConnection'], ParentType, ContextType, RequireFields<CategoryChildrenArgs, 'first'>>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['CategoryAttribute']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<CategoryProductsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryConnection'] = ResolversParentTypes['CategoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CategoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryEdge'] = ResolversParentTypes['CategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type CategoryCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryCreatePayload'] = ResolversParentTypes['CategoryCreatePayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryUpdatePayload'] = ResolversParentTypes['CategoryUpdatePayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryAttribute'] = ResolversParentTypes['CategoryAttribute']> = {
  definition?: Resolver<ResolversTypes['AttributeDefinition'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isInherited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CategoryAttributesSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryAttributesSetPayload'] = ResolversParentTypes['CategoryAttributesSetPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media'], FederationReferenceType extends FederationReferenceTypes['Media'] = FederationReferenceTypes['Media']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Media']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['MediaPurpose'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MediaStatus'], ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['MediaRejection']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType, RequireFields<MediaUrlArgs, 'fit'>>;
  posterUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType, RequireFields<MediaPosterUrlArgs, 'fit'>>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<MediaAltTextArgs>>;
  altTexts?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['FocalPoint']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  liveCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaRejection'] = ResolversParentTypes['MediaRejection']> = {
  code?: Resolver<ResolversTypes['MediaRejectionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FocalPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FocalPoint'] = ResolversParentTypes['FocalPoint']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MediaConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaConnection'] = ResolversParentTypes['MediaConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MediaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MediaEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaEdge'] = ResolversParentTypes['MediaEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
};

export type MediaEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaEvent'] = ResolversParentTypes['MediaEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaEventKind'], ParentType, ContextType>;
  media?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MediaUploadCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaUploadCreatePayload'] = ResolversParentTypes['MediaUploadCreatePayload']> = {
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  uploadHeaders?: Resolver<Array<ResolversTypes['MediaUploadHeader']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MediaUploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaUploadHeader'] = ResolversParentTypes['MediaUploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MediaUploadCompletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaUploadCompletePayload'] = ResolversParentTypes['MediaUploadCompletePayload']> = {
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MediaUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaUpdatePayload'] = ResolversParentTypes['MediaUpdatePayload']> = {
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MediaDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaDeletePayload'] = ResolversParentTypes['MediaDeletePayload']> = {
  deletedMediaId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isOriginal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProductMediaSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductMediaSetPayload'] = ResolversParentTypes['ProductMediaSetPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductNameArgs>>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductDescriptionArgs>>;
  contentLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType, Partial<ProductContentLocaleArgs>>;
  translations?: Resolver<Maybe<Array<ResolversTypes['Translation']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['ProductAttribute']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unpublishAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publishProblems?: Resolver<Maybe<Array<ResolversTypes['PublishProblem']>>, ParentType, ContextType>;
  takedown?: Resolver<Maybe<ResolversTypes['ProductTakedown']>, ParentType, ContextType>;
  viewerCanPublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanTakeDown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  featuredMedia?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<ProductRelatedArgs, 'by' | 'first'>>;
  rating?: Resolver<ResolversTypes['RatingSummary'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['ReviewConnection'], ParentType, ContextType, RequireFields<ProductReviewsArgs, 'first'>>;
  viewerReview?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  viewerCanReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceFrom?: Resolver<ResolversTypes['Money'], ParentType, ContextType, Partial<ProductPriceFromArgs>>;
  priceTo?: Resolver<ResolversTypes['Money'], ParentType, ContextType, Partial<ProductPriceToArgs>>;
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerHasWished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerWishlistItems?: Resolver<Array<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductTakedownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTakedown'] = ResolversParentTypes['ProductTakedown']> = {
  reason?: Resolver<ResolversTypes['ModerationReason'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  takenDownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  takenDownBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type PublishProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishProblem'] = ResolversParentTypes['PublishProblem']> = {
  code?: Resolver<ResolversTypes['PublishProblemCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attributeKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<ProductConnectionFacetsArgs, 'valuesFirst'>>;
  spelling?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductCreatePayload'] = ResolversParentTypes['ProductCreatePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductUpdatePayload'] = ResolversParentTypes['ProductUpdatePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductPublishPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductPublishPayload'] = ResolversParentTypes['ProductPublishPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductUnpublishPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductUnpublishPayload'] = ResolversParentTypes['ProductUnpublishPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductPublicationSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductPublicationSchedulePayload'] = ResolversParentTypes['ProductPublicationSchedulePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductArchivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductArchivePayload'] = ResolversParentTypes['ProductArchivePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductRestorePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductRestorePayload'] = ResolversParentTypes['ProductRestorePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductDeletePayload'] = ResolversParentTypes['ProductDeletePayload']> = {
  deletedProductId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductDuplicatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductDuplicatePayload'] = ResolversParentTypes['ProductDuplicatePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductTakeDownPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTakeDownPayload'] = ResolversParentTypes['ProductTakeDownPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductReinstatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductReinstatePayload'] = ResolversParentTypes['ProductReinstatePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductTranslationsSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTranslationsSetPayload'] = ResolversParentTypes['ProductTranslationsSetPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductTranslationsDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductTranslationsDeletePayload'] = ResolversParentTypes['ProductTranslationsDeletePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<UserProductsArgs, 'first' | 'sort'>>;
  media?: Resolver<Maybe<ResolversTypes['MediaConnection']>, ParentType, ContextType, RequireFields<UserMediaArgs, 'first'>>;
  sellerRating?: Resolver<Maybe<ResolversTypes['RatingSummary']>, ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<UserReviewsArgs, 'first'>>;
  receivedReviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<UserReceivedReviewsArgs, 'first'>>;
  stockLocations?: Resolver<Maybe<Array<ResolversTypes['StockLocation']>>, ParentType, ContextType>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<UserStockMovementsArgs, 'first'>>;
  productJobs?: Resolver<Maybe<ResolversTypes['ProductJobConnection']>, ParentType, ContextType, RequireFields<UserProductJobsArgs, 'first'>>;
  variants?: Resolver<Maybe<ResolversTypes['ProductVariantConnection']>, ParentType, ContextType, RequireFields<UserVariantsArgs, 'first' | 'sort'>>;
  recentlyViewedProducts?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<UserRecentlyViewedProductsArgs, 'first'>>;
  recommendedProducts?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<UserRecommendedProductsArgs, 'first'>>;
  wishlists?: Resolver<Maybe<ResolversTypes['WishlistConnection']>, ParentType, ContextType, RequireFields<UserWishlistsArgs, 'first'>>;
};

export type ProductAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductAttribute'] = ResolversParentTypes['ProductAttribute']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['AttributeDefinition'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductAttributeNameArgs>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductAttributeTextArgs>>;
  number?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  boolean?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['AttributeChoice']>, ParentType, ContextType>;
};

export type RatingSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingSummary'] = ResolversParentTypes['RatingSummary']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  histogram?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  isVerifiedPurchase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReviewStatus'], ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['ReviewModeration']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['ReviewAnswer']>, ParentType, ContextType>;
  helpfulCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerHasFoundHelpful?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanVote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanAnswer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanModerate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewAnswer'] = ResolversParentTypes['ReviewAnswer']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReviewModerationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewModeration'] = ResolversParentTypes['ReviewModeration']> = {
  reason?: Resolver<Maybe<ResolversTypes['ModerationReason']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Review']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewCreatePayload'] = ResolversParentTypes['ReviewCreatePayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewUpdatePayload'] = ResolversParentTypes['ReviewUpdatePayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewDeletePayload'] = ResolversParentTypes['ReviewDeletePayload']> = {
  deletedReviewId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewHelpfulSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewHelpfulSetPayload'] = ResolversParentTypes['ReviewHelpfulSetPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewAnswerSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewAnswerSetPayload'] = ResolversParentTypes['ReviewAnswerSetPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewAnswerDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewAnswerDeletePayload'] = ResolversParentTypes['ReviewAnswerDeletePayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewApprovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewApprovePayload'] = ResolversParentTypes['ReviewApprovePayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewRejectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewRejectPayload'] = ResolversParentTypes['ReviewRejectPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductSuggestionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSuggestions'] = ResolversParentTypes['ProductSuggestions']> = {
  queries?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<FacetNameArgs>>;
  kind?: Resolver<ResolversTypes['FacetKind'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<FacetValueLabelArgs>>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isSelected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StockLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLocation'] = ResolversParentTypes['StockLocation'], FederationReferenceType extends FederationReferenceTypes['StockLocation'] = FederationReferenceTypes['StockLocation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockLocation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  location?: Resolver<ResolversTypes['StockLocation'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['StockLocation'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockMovementKind'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onHandAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reservedAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type VariantStockEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantStockEvent'] = ResolversParentTypes['VariantStockEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VariantStockEventKind'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type VariantStockAdjustPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantStockAdjustPayload'] = ResolversParentTypes['VariantStockAdjustPayload']> = {
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  movements?: Resolver<Maybe<Array<ResolversTypes['StockMovement']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VariantStockSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantStockSetPayload'] = ResolversParentTypes['VariantStockSetPayload']> = {
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  movements?: Resolver<Maybe<Array<ResolversTypes['StockMovement']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VariantStockTransferPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantStockTransferPayload'] = ResolversParentTypes['VariantStockTransferPayload']> = {
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VariantLowStockThresholdSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantLowStockThresholdSetPayload'] = ResolversParentTypes['VariantLowStockThresholdSetPayload']> = {
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StockLocationCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLocationCreatePayload'] = ResolversParentTypes['StockLocationCreatePayload']> = {
  stockLocation?: Resolver<Maybe<ResolversTypes['StockLocation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StockLocationUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLocationUpdatePayload'] = ResolversParentTypes['StockLocationUpdatePayload']> = {
  stockLocation?: Resolver<Maybe<ResolversTypes['StockLocation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StockLocationDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLocationDeletePayload'] = ResolversParentTypes['StockLocationDeletePayload']> = {
  deletedStockLocationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OutOfStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStockError'] = ResolversParentTypes['OutOfStockError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  availableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductJob'] = ResolversParentTypes['ProductJob']> = {
  __resolveType: TypeResolveFn<'ProductImport' | 'ProductExport', ParentType, ContextType>;
};

export type ProductImportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImport'] = ResolversParentTypes['ProductImport'], FederationReferenceType extends FederationReferenceTypes['ProductImport'] = FederationReferenceTypes['ProductImport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductImport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductJobStatus'], ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ProductFileFormat'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ProductImportMode'], ParentType, ContextType>;
  isDryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalRows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  processedRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['ProductImportErrorConnection'], ParentType, ContextType, RequireFields<ProductImportErrorsArgs, 'first'>>;
  errorsUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewerCanCancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanResume?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductImportErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImportError'] = ResolversParentTypes['ProductImportError']> = {
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductImportErrorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImportErrorConnection'] = ResolversParentTypes['ProductImportErrorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductImportErrorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductImportError']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductImportErrorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImportErrorEdge'] = ResolversParentTypes['ProductImportErrorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductImportError'], ParentType, ContextType>;
};

export type ProductExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductExport'] = ResolversParentTypes['ProductExport'], FederationReferenceType extends FederationReferenceTypes['ProductExport'] = FederationReferenceTypes['ProductExport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductExport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductJobStatus'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ProductFileFormat'], ParentType, ContextType>;
  totalRows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  processedRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byteSize?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewerCanCancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductJobConnection'] = ResolversParentTypes['ProductJobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductJobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductJobEdge'] = ResolversParentTypes['ProductJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductJob'], ParentType, ContextType>;
};

export type ProductJobEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductJobEvent'] = ResolversParentTypes['ProductJobEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProductJobEventKind'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['ProductJob'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProductImportCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImportCreatePayload'] = ResolversParentTypes['ProductImportCreatePayload']> = {
  productImport?: Resolver<Maybe<ResolversTypes['ProductImport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductImportResumePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImportResumePayload'] = ResolversParentTypes['ProductImportResumePayload']> = {
  productImport?: Resolver<Maybe<ResolversTypes['ProductImport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductExportCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductExportCreatePayload'] = ResolversParentTypes['ProductExportCreatePayload']> = {
  productExport?: Resolver<Maybe<ResolversTypes['ProductExport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductJobCancelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductJobCancelPayload'] = ResolversParentTypes['ProductJobCancelPayload']> = {
  productJob?: Resolver<Maybe<ResolversTypes['ProductJob']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductOptionNameArgs>>;
  names?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['ProductOptionValue']>, ParentType, ContextType>;
};

export type ProductOptionValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionValue'] = ResolversParentTypes['ProductOptionValue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  option?: Resolver<ResolversTypes['ProductOption'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductOptionValueNameArgs>>;
  names?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  colour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductVariantNameArgs>>;
  optionValues?: Resolver<Array<ResolversTypes['ProductOptionValue']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType, Partial<ProductVariantPriceArgs>>;
  compareAtPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, Partial<ProductVariantCompareAtPriceArgs>>;
  prices?: Resolver<Array<ResolversTypes['VariantPrice']>, ParentType, ContextType>;
  availableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPurchasable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDigital?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  barcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weightGrams?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stockStatus?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
  onHandQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reservedQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lowStockThreshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stockLevels?: Resolver<Maybe<Array<ResolversTypes['StockLevel']>>, ParentType, ContextType>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<ProductVariantStockMovementsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VariantPriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantPrice'] = ResolversParentTypes['VariantPrice']> = {
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  compareAtPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ProductVariantsCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantsCreatePayload'] = ResolversParentTypes['ProductVariantsCreatePayload']> = {
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductVariantsUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantsUpdatePayload'] = ResolversParentTypes['ProductVariantsUpdatePayload']> = {
  variants?: Resolver<Maybe<Array<ResolversTypes['ProductVariant']>>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductVariantsDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantsDeletePayload'] = ResolversParentTypes['ProductVariantsDeletePayload']> = {
  deletedVariantIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductOptionCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionCreatePayload'] = ResolversParentTypes['ProductOptionCreatePayload']> = {
  option?: Resolver<Maybe<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductOptionUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionUpdatePayload'] = ResolversParentTypes['ProductOptionUpdatePayload']> = {
  option?: Resolver<Maybe<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductOptionDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionDeletePayload'] = ResolversParentTypes['ProductOptionDeletePayload']> = {
  deletedOptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductVariantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantConnection'] = ResolversParentTypes['ProductVariantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductVariantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductVariantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariantEdge'] = ResolversParentTypes['ProductVariantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
};

export type ProductViewRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductViewRecordPayload'] = ResolversParentTypes['ProductViewRecordPayload']> = {
  isRecorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wishlist'] = ResolversParentTypes['Wishlist'], FederationReferenceType extends FederationReferenceTypes['Wishlist'] = FederationReferenceTypes['Wishlist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Wishlist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shareToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['WishlistItemConnection'], ParentType, ContextType, RequireFields<WishlistItemsArgs, 'first'>>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  liveCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WishlistConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistConnection'] = ResolversParentTypes['WishlistConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WishlistEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  liveCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WishlistEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistEdge'] = ResolversParentTypes['WishlistEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Wishlist'], ParentType, ContextType>;
};

export type WishlistItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItem'] = ResolversParentTypes['WishlistItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wishlist?: Resolver<ResolversTypes['Wishlist'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alerts?: Resolver<Array<ResolversTypes['WishlistAlert']>, ParentType, ContextType>;
  priceWhenAdded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  priceDrop?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WishlistItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemConnection'] = ResolversParentTypes['WishlistItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WishlistItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WishlistItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemEdge'] = ResolversParentTypes['WishlistItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WishlistItem'], ParentType, ContextType>;
};

export type WishlistEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistEvent'] = ResolversParentTypes['WishlistEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WishlistEventKind'], ParentType, ContextType>;
  wishlistId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  itemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WishlistCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistCreatePayload'] = ResolversParentTypes['WishlistCreatePayload']> = {
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistUpdatePayload'] = ResolversParentTypes['WishlistUpdatePayload']> = {
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistDeletePayload'] = ResolversParentTypes['WishlistDeletePayload']> = {
  deletedWishlistId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistSharePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistSharePayload'] = ResolversParentTypes['WishlistSharePayload']> = {
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistUnsharePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistUnsharePayload'] = ResolversParentTypes['WishlistUnsharePayload']> = {
  wishlist?: Resolver<Maybe<ResolversTypes['Wishlist']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistItemAddPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemAddPayload'] = ResolversParentTypes['WishlistItemAddPayload']> = {
  item?: Resolver<Maybe<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistItemUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemUpdatePayload'] = ResolversParentTypes['WishlistItemUpdatePayload']> = {
  item?: Resolver<Maybe<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistItemRemovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemRemovePayload'] = ResolversParentTypes['WishlistItemRemovePayload']> = {
  removedItemIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WishlistItemMovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WishlistItemMovePayload'] = ResolversParentTypes['WishlistItemMovePayload']> = {
  item?: Resolver<Maybe<ResolversTypes['WishlistItem']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  SafeInt?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  Locale?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  GenericUserError?: GenericUserErrorResolvers<ContextType>;
  VersionMismatchError?: VersionMismatchErrorResolvers<ContextType>;
  RetryLaterError?: RetryLaterErrorResolvers<ContextType>;
  LocalisedText?: LocalisedTextResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  CategoryMovePayload?: CategoryMovePayloadResolvers<ContextType>;
  CategoryDeletePayload?: CategoryDeletePayloadResolvers<ContextType>;
  AttributeDefinition?: AttributeDefinitionResolvers<ContextType>;
  AttributeChoice?: AttributeChoiceResolvers<ContextType>;
  AttributeDefinitionConnection?: AttributeDefinitionConnectionResolvers<ContextType>;
  AttributeDefinitionEdge?: AttributeDefinitionEdgeResolvers<ContextType>;
  AttributeDefinitionCreatePayload?: AttributeDefinitionCreatePayloadResolvers<ContextType>;
  AttributeDefinitionUpdatePayload?: AttributeDefinitionUpdatePayloadResolvers<ContextType>;
  AttributeDefinitionDeletePayload?: AttributeDefinitionDeletePayloadResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryConnection?: CategoryConnectionResolvers<ContextType>;
  CategoryEdge?: CategoryEdgeResolvers<ContextType>;
  CategoryCreatePayload?: CategoryCreatePayloadResolvers<ContextType>;
  CategoryUpdatePayload?: CategoryUpdatePayloadResolvers<ContextType>;
  CategoryAttribute?: CategoryAttributeResolvers<ContextType>;
  CategoryAttributesSetPayload?: CategoryAttributesSetPayloadResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  MediaRejection?: MediaRejectionResolvers<ContextType>;
  FocalPoint?: FocalPointResolvers<ContextType>;
  MediaConnection?: MediaConnectionResolvers<ContextType>;
  MediaEdge?: MediaEdgeResolvers<ContextType>;
  MediaEvent?: MediaEventResolvers<ContextType>;
  MediaUploadCreatePayload?: MediaUploadCreatePayloadResolvers<ContextType>;
  MediaUploadHeader?: MediaUploadHeaderResolvers<ContextType>;
  MediaUploadCompletePayload?: MediaUploadCompletePayloadResolvers<ContextType>;
  MediaUpdatePayload?: MediaUpdatePayloadResolvers<ContextType>;
  MediaDeletePayload?: MediaDeletePayloadResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  ProductMediaSetPayload?: ProductMediaSetPayloadResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductTakedown?: ProductTakedownResolvers<ContextType>;
  PublishProblem?: PublishProblemResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductCreatePayload?: ProductCreatePayloadResolvers<ContextType>;
  ProductUpdatePayload?: ProductUpdatePayloadResolvers<ContextType>;
  ProductPublishPayload?: ProductPublishPayloadResolvers<ContextType>;
  ProductUnpublishPayload?: ProductUnpublishPayloadResolvers<ContextType>;
  ProductPublicationSchedulePayload?: ProductPublicationSchedulePayloadResolvers<ContextType>;
  ProductArchivePayload?: ProductArchivePayloadResolvers<ContextType>;
  ProductRestorePayload?: ProductRestorePayloadResolvers<ContextType>;
  ProductDeletePayload?: ProductDeletePayloadResolvers<ContextType>;
  ProductDuplicatePayload?: ProductDuplicatePayloadResolvers<ContextType>;
  ProductTakeDownPayload?: ProductTakeDownPayloadResolvers<ContextType>;
  ProductReinstatePayload?: ProductReinstatePayloadResolvers<ContextType>;
  ProductTranslationsSetPayload?: ProductTranslationsSetPayloadResolvers<ContextType>;
  ProductTranslationsDeletePayload?: ProductTranslationsDeletePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ProductAttribute?: ProductAttributeResolvers<ContextType>;
  RatingSummary?: RatingSummaryResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewAnswer?: ReviewAnswerResolvers<ContextType>;
  ReviewModeration?: ReviewModerationResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewCreatePayload?: ReviewCreatePayloadResolvers<ContextType>;
  ReviewUpdatePayload?: ReviewUpdatePayloadResolvers<ContextType>;
  ReviewDeletePayload?: ReviewDeletePayloadResolvers<ContextType>;
  ReviewHelpfulSetPayload?: ReviewHelpfulSetPayloadResolvers<ContextType>;
  ReviewAnswerSetPayload?: ReviewAnswerSetPayloadResolvers<ContextType>;
  ReviewAnswerDeletePayload?: ReviewAnswerDeletePayloadResolvers<ContextType>;
  ReviewApprovePayload?: ReviewApprovePayloadResolvers<ContextType>;
  ReviewRejectPayload?: ReviewRejectPayloadResolvers<ContextType>;
  ProductSuggestions?: ProductSuggestionsResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  StockLocation?: StockLocationResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  VariantStockEvent?: VariantStockEventResolvers<ContextType>;
  VariantStockAdjustPayload?: VariantStockAdjustPayloadResolvers<ContextType>;
  VariantStockSetPayload?: VariantStockSetPayloadResolvers<ContextType>;
  VariantStockTransferPayload?: VariantStockTransferPayloadResolvers<ContextType>;
  VariantLowStockThresholdSetPayload?: VariantLowStockThresholdSetPayloadResolvers<ContextType>;
  StockLocationCreatePayload?: StockLocationCreatePayloadResolvers<ContextType>;
  StockLocationUpdatePayload?: StockLocationUpdatePayloadResolvers<ContextType>;
  StockLocationDeletePayload?: StockLocationDeletePayloadResolvers<ContextType>;
  OutOfStockError?: OutOfStockErrorResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  ProductJob?: ProductJobResolvers<ContextType>;
  ProductImport?: ProductImportResolvers<ContextType>;
  ProductImportError?: ProductImportErrorResolvers<ContextType>;
  ProductImportErrorConnection?: ProductImportErrorConnectionResolvers<ContextType>;
  ProductImportErrorEdge?: ProductImportErrorEdgeResolvers<ContextType>;
  ProductExport?: ProductExportResolvers<ContextType>;
  ProductJobConnection?: ProductJobConnectionResolvers<ContextType>;
  ProductJobEdge?: ProductJobEdgeResolvers<ContextType>;
  ProductJobEvent?: ProductJobEventResolvers<ContextType>;
  ProductImportCreatePayload?: ProductImportCreatePayloadResolvers<ContextType>;
  ProductImportResumePayload?: ProductImportResumePayloadResolvers<ContextType>;
  ProductExportCreatePayload?: ProductExportCreatePayloadResolvers<ContextType>;
  ProductJobCancelPayload?: ProductJobCancelPayloadResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductOptionValue?: ProductOptionValueResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  VariantPrice?: VariantPriceResolvers<ContextType>;
  ProductVariantsCreatePayload?: ProductVariantsCreatePayloadResolvers<ContextType>;
  ProductVariantsUpdatePayload?: ProductVariantsUpdatePayloadResolvers<ContextType>;
  ProductVariantsDeletePayload?: ProductVariantsDeletePayloadResolvers<ContextType>;
  ProductOptionCreatePayload?: ProductOptionCreatePayloadResolvers<ContextType>;
  ProductOptionUpdatePayload?: ProductOptionUpdatePayloadResolvers<ContextType>;
  ProductOptionDeletePayload?: ProductOptionDeletePayloadResolvers<ContextType>;
  ProductVariantConnection?: ProductVariantConnectionResolvers<ContextType>;
  ProductVariantEdge?: ProductVariantEdgeResolvers<ContextType>;
  ProductViewRecordPayload?: ProductViewRecordPayloadResolvers<ContextType>;
  Wishlist?: WishlistResolvers<ContextType>;
  WishlistConnection?: WishlistConnectionResolvers<ContextType>;
  WishlistEdge?: WishlistEdgeResolvers<ContextType>;
  WishlistItem?: WishlistItemResolvers<ContextType>;
  WishlistItemConnection?: WishlistItemConnectionResolvers<ContextType>;
  WishlistItemEdge?: WishlistItemEdgeResolvers<ContextType>;
  WishlistEvent?: WishlistEventResolvers<ContextType>;
  WishlistCreatePayload?: WishlistCreatePayloadResolvers<ContextType>;
  WishlistUpdatePayload?: WishlistUpdatePayloadResolvers<ContextType>;
  WishlistDeletePayload?: WishlistDeletePayloadResolvers<ContextType>;
  WishlistSharePayload?: WishlistSharePayloadResolvers<ContextType>;
  WishlistUnsharePayload?: WishlistUnsharePayloadResolvers<ContextType>;
  WishlistItemAddPayload?: WishlistItemAddPayloadResolvers<ContextType>;
  WishlistItemUpdatePayload?: WishlistItemUpdatePayloadResolvers<ContextType>;
  WishlistItemRemovePayload?: WishlistItemRemovePayloadResolvers<ContextType>;
  WishlistItemMovePayload?: WishlistItemMovePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
