// Made by "npm run codegen" from schema/subgraphs/order.graphql.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent, Cart as CartParent, CartLine as CartLineParent, User as UserParent, CartPayload as CartPayloadParent } from '../carts/mappers.ts';
import type { CheckoutSaga as CheckoutSagaParent, CheckoutCompletePayload as CheckoutCompletePayloadParent, OrderCancelPayload as OrderCancelPayloadParent } from '../checkout/mappers.ts';
import type { Order as OrderParent, OrderLine as OrderLineParent, SellerOrder as SellerOrderParent, OrderEvent as OrderEventParent, OrderConnection as OrderConnectionParent, OrderHistoryConnection as OrderHistoryConnectionParent, OrderHistoryEntry as OrderHistoryEntryParent } from '../orders/mappers.ts';
import type { PaymentMethod as PaymentMethodParent } from '../payments/mappers.ts';
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
  /** The viewer's or the guest token's cart. */
  cart?: Maybe<Cart>;
  /** An order the viewer bought, sells in, or administers. */
  order?: Maybe<Order>;
  /** Open to guests. How one can pay, in the order to show; at most 20. */
  paymentMethods?: Maybe<Array<PaymentMethod>>;
};


/** What can be read. */
export type QueryCartArgs = {
  token?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryOrderArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Open to guests. Adds lines, at the prices of the cart's currency; creates the cart when needed. userErrors: CURRENCY_MISMATCH, INVALID,
   * NOT_FOUND, VERSION_MISMATCH.
   */
  cartLinesAdd?: Maybe<CartPayload>;
  /** Places the order; starts the checkout saga. userErrors: CART_EMPTY, INVALID, NOT_FOUND, PRICE_CHANGED. */
  checkoutComplete?: Maybe<CheckoutCompletePayload>;
  /** Cancels an order that the viewer bought, while it is PENDING; what was paid goes back. userErrors: CONFLICT, INVALID, NOT_FOUND. */
  orderCancel?: Maybe<OrderCancelPayload>;
};


/** What can be changed. */
export type MutationCartLinesAddArgs = {
  input: CartLinesAddInput;
};


/** What can be changed. */
export type MutationCheckoutCompleteArgs = {
  input: CheckoutCompleteInput;
};


/** What can be changed. */
export type MutationOrderCancelArgs = {
  input: OrderCancelInput;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Every state change of the viewer's orders (or one order). */
  orderUpdated: OrderEvent;
};


/** What can be followed live. */
export type SubscriptionOrderUpdatedArgs = {
  orderId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A shopping cart. */
export type Cart = Node & {
  __typename?: 'Cart';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Lines. */
  lines: Array<CartLine>;
  /** Server-computed total. */
  total: Money;
  /** What became of its lines since they were added: prices that changed, and what can no longer be bought. */
  warnings: Array<CartWarning>;
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
};

/** A variant in a cart. */
export type CartLine = {
  __typename?: 'CartLine';
  /** Id of the line. */
  id: Scalars['ID']['output'];
  /** How many units. */
  quantity: Scalars['Int']['output'];
  /** Variant; null when delisted or catalog is down. */
  variant?: Maybe<ProductVariant>;
  /** Price when added. */
  unitPrice: Money;
};

/** Something that changed about a line since it was added. */
export type CartWarning = {
  __typename?: 'CartWarning';
  /** Stable code. */
  code: CartWarningCode;
  /** Text for the end user, in the language of the request (Accept-Language): English, Spanish or Portuguese. */
  message: Scalars['String']['output'];
  /** The line it is about; null for the whole cart. */
  lineId?: Maybe<Scalars['ID']['output']>;
};

/** Codes of cart warnings. */
export type CartWarningCode =
  /** The price rose since the line was added; the checkout goes on with acceptPriceChanges. */
  | 'PRICE_INCREASED'
  /** The price fell since the line was added. */
  | 'PRICE_DECREASED'
  /** It can no longer be bought; the checkout refuses it. */
  | 'NOT_AVAILABLE';

/** An account. */
export type User = {
  __typename?: 'User';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Current cart (self only). */
  cart?: Maybe<Cart>;
  /** Orders bought (self or ADMIN). */
  orders?: Maybe<OrderConnection>;
};


/** An account. */
export type UserOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilterInput>;
};

/** A purchasable variant of a product. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** Lines for a cart. */
export type CartLinesAddInput = {
  /** A guest's cart token; not needed when signed in. */
  cartToken?: InputMaybe<Scalars['String']['input']>;
  /** Lines to add; a variant already there gets more units. */
  lines: Array<CartLineInput>;
  /**
   * What a new or empty cart counts in; what the first line's product is sold in when absent. Another one than the cart's is
   * CURRENCY_MISMATCH, and so is a line that has no price in it.
   */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** Refuse when the cart has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** A line for a cart. */
export type CartLineInput = {
  /** The variant. */
  variantId: Scalars['ID']['input'];
  /** How many units, at least 1. */
  quantity?: Scalars['Int']['input'];
};

/** Result of a change to a cart. */
export type CartPayload = {
  __typename?: 'CartPayload';
  /** The cart now. */
  cart?: Maybe<Cart>;
  /** Guest token to keep. */
  cartToken?: Maybe<Scalars['String']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Progress of a checkout. */
export type CheckoutSaga = {
  __typename?: 'CheckoutSaga';
  /** Id of the saga. */
  id: Scalars['ID']['output'];
  /** State of the whole. */
  status: SagaStatus;
  /** The steps that it began with, in order. */
  steps: Array<SagaStep>;
};

/** States of a saga. */
export type SagaStatus =
  /** Going forward. */
  | 'RUNNING'
  /** All steps are done. */
  | 'COMPLETED'
  /** Undoing what was done. */
  | 'COMPENSATING'
  /** Everything was undone. */
  | 'COMPENSATED'
  /** Needs an operator. */
  | 'STUCK';

/** One step of a saga. */
export type SagaStep = {
  __typename?: 'SagaStep';
  /** Which step. */
  name: CheckoutSagaStep;
  /** State of the step. */
  status: SagaStepStatus;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** Why the last attempt failed. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** When it was done. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Steps of a checkout. */
export type CheckoutSagaStep =
  /** The account may buy. */
  | 'VALIDATE_CUSTOMER'
  /** The units are set aside. */
  | 'RESERVE_STOCK'
  /** The payment is approved. */
  | 'PROCESS_PAYMENT'
  /** The order is confirmed. */
  | 'CONFIRM_ORDER'
  /** The buyer and the sellers are told. */
  | 'NOTIFY_PARTIES';

/** States of a saga step. */
export type SagaStepStatus =
  /** Not begun. */
  | 'PENDING'
  /** Waiting for its answer. */
  | 'RUNNING'
  /** Succeeded. */
  | 'DONE'
  /** Did not succeed. */
  | 'FAILED'
  /** Undone. */
  | 'COMPENSATED';

/** What to buy, and how to pay. */
export type CheckoutCompleteInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** Payment method, for example sandbox-approve. */
  paymentMethodId: Scalars['ID']['input'];
  /** Go on although a price rose. */
  acceptPriceChanges?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of checkoutComplete. */
export type CheckoutCompletePayload = {
  __typename?: 'CheckoutCompletePayload';
  /** The order, PENDING until its saga ends. */
  order?: Maybe<Order>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which order to cancel. */
export type OrderCancelInput = {
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** The buyer's words, the note of the entry in the timeline; 1 to 1,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of orderCancel. */
export type OrderCancelPayload = {
  __typename?: 'OrderCancelPayload';
  /** The order, in its state now. */
  order?: Maybe<Order>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An order. */
export type Order = Node & {
  __typename?: 'Order';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Human number. */
  number: Scalars['String']['output'];
  /** State. */
  status: OrderStatus;
  /** Why it was cancelled; null unless the status is CANCELLED. */
  cancellationReason?: Maybe<OrderCancellationReason>;
  /** Buyer. */
  buyer?: Maybe<User>;
  /** Lines with price and name snapshots. A seller sees the own ones. */
  lines: Array<OrderLine>;
  /** Total. For a seller, that of the own part. */
  total: Money;
  /** Per-seller parts. A seller sees the own one. */
  sellerOrders: Array<SellerOrder>;
  /** Audit timeline, for the buyer and ADMIN. Empty for sellers: all entries are about the whole order. */
  history: OrderHistoryConnection;
  /** Placement time. */
  placedAt: Scalars['DateTime']['output'];
  /** Whether the viewer may cancel it now. */
  viewerCanCancel: Scalars['Boolean']['output'];
  /** Progress of the checkout saga. Buyer and ADMIN; null for sellers. */
  saga?: Maybe<CheckoutSaga>;
};


/** An order. */
export type OrderHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** States of an order. */
export type OrderStatus =
  /** Placed; the checkout saga is running. */
  | 'PENDING'
  /** Stock is reserved and the payment approved. */
  | 'CONFIRMED'
  /** The seller prepares it. */
  | 'PROCESSING'
  /** On its way. */
  | 'SHIPPED'
  /** With the buyer. */
  | 'DELIVERED'
  /** Ended without a sale; see cancellationReason. */
  | 'CANCELLED';

/** Why an order was cancelled. */
export type OrderCancellationReason =
  /** A line could not be reserved. */
  | 'OUT_OF_STOCK'
  /** The payment provider said no. */
  | 'PAYMENT_DECLINED'
  /** The payment provider did not answer in time. */
  | 'PAYMENT_TIMED_OUT'
  /** The account may not buy. */
  | 'CUSTOMER_INVALID'
  /** The buyer cancelled it. */
  | 'BUYER_REQUEST'
  /** The checkout saga did not end in time. */
  | 'SAGA_TIMED_OUT';

/** A variant in an order. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Id of the line. */
  id: Scalars['ID']['output'];
  /** How many units. */
  quantity: Scalars['Int']['output'];
  /** Price of one unit when ordered. */
  unitPrice: Money;
  /** The product's name when ordered. */
  productName: Scalars['String']['output'];
  /** The variant's option values when ordered, e.g. Red / XL; null where it had none. */
  variantName?: Maybe<Scalars['String']['output']>;
  /** Live product, null when gone. */
  product?: Maybe<Product>;
  /** Live variant, null when gone. */
  variant?: Maybe<ProductVariant>;
};

/** One seller's part of an order. */
export type SellerOrder = Node & {
  __typename?: 'SellerOrder';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Seller. */
  seller?: Maybe<User>;
  /** State of this part. */
  status: OrderStatus;
  /** The seller's lines. */
  lines: Array<OrderLine>;
  /** What the seller receives. Seller and ADMIN; null for others. */
  payout?: Maybe<Money>;
};

/** A page of an order's timeline. */
export type OrderHistoryConnection = {
  __typename?: 'OrderHistoryConnection';
  /** The entries of this page with their cursors. */
  edges: Array<OrderHistoryEdge>;
  /** The entries of this page. */
  nodes: Array<OrderHistoryEntry>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of entries in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry and its place in the list. */
export type OrderHistoryEdge = {
  __typename?: 'OrderHistoryEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: OrderHistoryEntry;
};

/** One thing that happened in an order's life. */
export type OrderHistoryEntry = {
  __typename?: 'OrderHistoryEntry';
  /** Id of the entry. */
  id: Scalars['ID']['output'];
  /** Name of what happened, for example payment.approved. */
  kind: Scalars['String']['output'];
  /** The words of who caused it. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who caused it; null for the marketplace itself. */
  actor?: Maybe<User>;
};

/** A change of an order. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** What changed. */
  kind: OrderEventKind;
  /**
   * The order, with the status and the reason of a cancellation that it had right after this event; so is the saga, where the
   * checkout has part in it.
   */
  order: Order;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of order changes. */
export type OrderEventKind =
  /** It was placed. */
  | 'CREATED'
  /** Its state changed. */
  | 'STATUS_CHANGED'
  /** Its payment changed. */
  | 'PAYMENT_CHANGED'
  /** A step of its checkout moved. */
  | 'SAGA_PROGRESSED';

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The orders of this page with their cursors. */
  edges: Array<OrderEdge>;
  /** The orders of this page. */
  nodes: Array<Order>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of orders in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An order and its place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** Order filter; fields are ANDed. */
export type OrderFilterInput = {
  /** In one of these states. */
  statuses?: InputMaybe<Array<OrderStatus>>;
  /** Placed in this range. */
  placedAt?: InputMaybe<DateTimeRangeInput>;
};

/** A product listed by a seller. */
export type Product = {
  __typename?: 'Product';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A way to pay. */
export type PaymentMethod = {
  __typename?: 'PaymentMethod';
  /** Short name, for example sandbox-approve; not a global id. */
  id: Scalars['ID']['output'];
  /** Localised name to show. */
  name: Scalars['String']['output'];
  /** Localised explanation. */
  description?: Maybe<Scalars['String']['output']>;
  /** What it is. */
  kind: PaymentMethodKind;
  /** What the page has to do. */
  flow: PaymentFlow;
  /** Which provider serves it, e.g. sandbox. */
  provider: Scalars['String']['output'];
};


/** A way to pay. */
export type PaymentMethodNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A way to pay. */
export type PaymentMethodDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Kinds of payment methods. */
export type PaymentMethodKind =
  /** Moves no money. */
  | 'TEST';

/** What a page does for a payment method. */
export type PaymentFlow =
  /** Nothing: checkoutComplete with the method's id. */
  | 'DIRECT';



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
  Cart: Cart;
  User: User;
  Order: Order;
  SellerOrder: SellerOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & ( GraphQLRecursivePick<FederationTypes['Order'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Order'], {"number":true}> ) );
  SellerOrder:
    ( { __typename: 'SellerOrder' }
    & GraphQLRecursivePick<FederationTypes['SellerOrder'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CartParent )
    | ( OrderParent )
    | ( SellerOrderParent )
  ;
  UserError:
    | ( GenericUserError )
    | ( VersionMismatchError )
    | ( RetryLaterError )
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
  PostalAddress: ResolverTypeWrapper<PostalAddress>;
  PostalAddressInput: PostalAddressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Cart: ResolverTypeWrapper<CartParent>;
  CartLine: ResolverTypeWrapper<CartLineParent>;
  CartWarning: ResolverTypeWrapper<CartWarning>;
  CartWarningCode: CartWarningCode;
  User: ResolverTypeWrapper<UserParent>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  CartLinesAddInput: CartLinesAddInput;
  CartLineInput: CartLineInput;
  CartPayload: ResolverTypeWrapper<CartPayloadParent>;
  CheckoutSaga: ResolverTypeWrapper<CheckoutSagaParent>;
  SagaStatus: SagaStatus;
  SagaStep: ResolverTypeWrapper<SagaStep>;
  CheckoutSagaStep: CheckoutSagaStep;
  SagaStepStatus: SagaStepStatus;
  CheckoutCompleteInput: CheckoutCompleteInput;
  CheckoutCompletePayload: ResolverTypeWrapper<CheckoutCompletePayloadParent>;
  OrderCancelInput: OrderCancelInput;
  OrderCancelPayload: ResolverTypeWrapper<OrderCancelPayloadParent>;
  Order: ResolverTypeWrapper<OrderParent>;
  OrderStatus: OrderStatus;
  OrderCancellationReason: OrderCancellationReason;
  OrderLine: ResolverTypeWrapper<OrderLineParent>;
  SellerOrder: ResolverTypeWrapper<SellerOrderParent>;
  OrderHistoryConnection: ResolverTypeWrapper<OrderHistoryConnectionParent>;
  OrderHistoryEdge: ResolverTypeWrapper<Omit<OrderHistoryEdge, 'node'> & { node: ResolversTypes['OrderHistoryEntry'] }>;
  OrderHistoryEntry: ResolverTypeWrapper<OrderHistoryEntryParent>;
  OrderEvent: ResolverTypeWrapper<OrderEventParent>;
  OrderEventKind: OrderEventKind;
  OrderConnection: ResolverTypeWrapper<OrderConnectionParent>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilterInput: OrderFilterInput;
  Product: ResolverTypeWrapper<Product>;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodParent>;
  PaymentMethodKind: PaymentMethodKind;
  PaymentFlow: PaymentFlow;
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
  PostalAddress: PostalAddress;
  PostalAddressInput: PostalAddressInput;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Cart: CartParent;
  CartLine: CartLineParent;
  CartWarning: CartWarning;
  User: UserParent;
  ProductVariant: ProductVariant;
  CartLinesAddInput: CartLinesAddInput;
  CartLineInput: CartLineInput;
  CartPayload: CartPayloadParent;
  CheckoutSaga: CheckoutSagaParent;
  SagaStep: SagaStep;
  CheckoutCompleteInput: CheckoutCompleteInput;
  CheckoutCompletePayload: CheckoutCompletePayloadParent;
  OrderCancelInput: OrderCancelInput;
  OrderCancelPayload: OrderCancelPayloadParent;
  Order: OrderParent;
  OrderLine: OrderLineParent;
  SellerOrder: SellerOrderParent;
  OrderHistoryConnection: OrderHistoryConnectionParent;
  OrderHistoryEdge: Omit<OrderHistoryEdge, 'node'> & { node: ResolversParentTypes['OrderHistoryEntry'] };
  OrderHistoryEntry: OrderHistoryEntryParent;
  OrderEvent: OrderEventParent;
  OrderConnection: OrderConnectionParent;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilterInput: OrderFilterInput;
  Product: Product;
  PaymentMethod: PaymentMethodParent;
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
  __resolveType: TypeResolveFn<'Cart' | 'Order' | 'SellerOrder', ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'GenericUserError' | 'VersionMismatchError' | 'RetryLaterError', ParentType, ContextType>;
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
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, Partial<QueryCartArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, Partial<QueryOrderArgs>>;
  paymentMethods?: Resolver<Maybe<Array<ResolversTypes['PaymentMethod']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cartLinesAdd?: Resolver<Maybe<ResolversTypes['CartPayload']>, ParentType, ContextType, RequireFields<MutationCartLinesAddArgs, 'input'>>;
  checkoutComplete?: Resolver<Maybe<ResolversTypes['CheckoutCompletePayload']>, ParentType, ContextType, RequireFields<MutationCheckoutCompleteArgs, 'input'>>;
  orderCancel?: Resolver<Maybe<ResolversTypes['OrderCancelPayload']>, ParentType, ContextType, RequireFields<MutationOrderCancelArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderUpdated?: SubscriptionResolver<ResolversTypes['OrderEvent'], "orderUpdated", ParentType, ContextType, Partial<SubscriptionOrderUpdatedArgs>>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['CartWarning']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CartWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartWarning'] = ResolversParentTypes['CartWarning']> = {
  code?: Resolver<ResolversTypes['CartWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPayload'] = ResolversParentTypes['CartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  cartToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CheckoutSagaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutSaga'] = ResolversParentTypes['CheckoutSaga']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SagaStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['SagaStep']>, ParentType, ContextType>;
};

export type SagaStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SagaStep'] = ResolversParentTypes['SagaStep']> = {
  name?: Resolver<ResolversTypes['CheckoutSagaStep'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SagaStepStatus'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CheckoutCompletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutCompletePayload'] = ResolversParentTypes['CheckoutCompletePayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderCancelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderCancelPayload'] = ResolversParentTypes['OrderCancelPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['OrderCancellationReason']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sellerOrders?: Resolver<Array<ResolversTypes['SellerOrder']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['OrderHistoryConnection'], ParentType, ContextType, RequireFields<OrderHistoryArgs, 'first'>>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerCanCancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  saga?: Resolver<Maybe<ResolversTypes['CheckoutSaga']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type SellerOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerOrder'] = ResolversParentTypes['SellerOrder'], FederationReferenceType extends FederationReferenceTypes['SellerOrder'] = FederationReferenceTypes['SellerOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SellerOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  payout?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderHistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderHistoryConnection'] = ResolversParentTypes['OrderHistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OrderHistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderHistoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderHistoryEdge'] = ResolversParentTypes['OrderHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderHistoryEntry'], ParentType, ContextType>;
};

export type OrderHistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderHistoryEntry'] = ResolversParentTypes['OrderHistoryEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrderEventKind'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PaymentMethodNameArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<PaymentMethodDescriptionArgs>>;
  kind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  flow?: Resolver<ResolversTypes['PaymentFlow'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  Cart?: CartResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartWarning?: CartWarningResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  CartPayload?: CartPayloadResolvers<ContextType>;
  CheckoutSaga?: CheckoutSagaResolvers<ContextType>;
  SagaStep?: SagaStepResolvers<ContextType>;
  CheckoutCompletePayload?: CheckoutCompletePayloadResolvers<ContextType>;
  OrderCancelPayload?: OrderCancelPayloadResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  SellerOrder?: SellerOrderResolvers<ContextType>;
  OrderHistoryConnection?: OrderHistoryConnectionResolvers<ContextType>;
  OrderHistoryEdge?: OrderHistoryEdgeResolvers<ContextType>;
  OrderHistoryEntry?: OrderHistoryEntryResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
