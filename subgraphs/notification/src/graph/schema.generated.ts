// Made by "npm run codegen" from schema/subgraphs/notification.graphql.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@agora/platform/money';
import type { EmailLog as EmailLogParent, EmailAttempt as EmailAttemptParent, EmailLogConnection as EmailLogConnectionParent, EmailRetryPayload as EmailRetryPayloadParent } from '../email/mappers.ts';
import type { EventDefinition as EventDefinitionParent } from '../events/mappers.ts';
import type { Notification as NotificationParent, NotificationConnection as NotificationConnectionParent, NotificationEvent as NotificationEventParent, NotificationMarkReadPayload as NotificationMarkReadPayloadParent } from '../notifications/mappers.ts';
import type { User as UserParent } from '../recipients/mappers.ts';
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
  /** Every e-mail that was, or will be, sent, newest first unless a sort says otherwise; kept for 90 days. */
  emailLogs?: Maybe<EmailLogConnection>;
  /** The event catalog: every event, its owner, version, schema and consumers. */
  eventCatalog?: Maybe<Array<EventDefinition>>;
};


/** What can be read. */
export type QueryEmailLogsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmailLogFilterInput>;
  sort?: InputMaybe<EmailLogSortInput>;
};


/** What can be read. */
export type QueryEventCatalogArgs = {
  owner?: InputMaybe<Scalars['String']['input']>;
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Sends failed or dead e-mails again, with new attempts, all or none. CONFLICT for one that was sent, waits, or has come too late.
   * userErrors: CONFLICT, INVALID, NOT_FOUND.
   */
  emailRetry?: Maybe<EmailRetryPayload>;
  /** Marks notifications as read. userErrors: INVALID, NOT_FOUND, REQUIRED. */
  notificationMarkRead?: Maybe<NotificationMarkReadPayload>;
};


/** What can be changed. */
export type MutationEmailRetryArgs = {
  input: EmailRetryInput;
};


/** What can be changed. */
export type MutationNotificationMarkReadArgs = {
  input: NotificationMarkReadInput;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** New notifications of the viewer; pass the last cursor to resume without loss. */
  notificationReceived: NotificationEvent;
};


/** What can be followed live. */
export type SubscriptionNotificationReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An e-mail that was, or will be, sent. Its text is not kept. Visible to ADMIN. */
export type EmailLog = Node & {
  __typename?: 'EmailLog';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Address of the recipient. */
  to: Scalars['String']['output'];
  /** The account, if any. */
  recipient?: Maybe<User>;
  /** Template it was made from. */
  templateKey: Scalars['String']['output'];
  /** Language it was written in. */
  locale: Scalars['Locale']['output'];
  /** Subject line as sent. */
  subject: Scalars['String']['output'];
  /** How far it is. */
  status: EmailStatus;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** Each try that is over, oldest first, the latest 20. */
  attemptLog: Array<EmailAttempt>;
  /** Why the last attempt failed. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** The mail server's own id of it. */
  providerMessageId?: Maybe<Scalars['String']['output']>;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** When it will be tried next; for QUEUED and FAILED. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the mail server took it. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time of the last change. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether emailRetry would take it now. */
  canRetry: Scalars['Boolean']['output'];
};

/** States of an e-mail: QUEUED → SENT; a failed attempt is FAILED until the next, after the 8th, or when the server will never take it, DEAD. */
export type EmailStatus =
  /** Waiting to be sent. */
  | 'QUEUED'
  /** Taken by the mail server. */
  | 'SENT'
  /** Not sent; will be tried again. */
  | 'FAILED'
  /** Given up. */
  | 'DEAD';

/** A try to send an e-mail. */
export type EmailAttempt = {
  __typename?: 'EmailAttempt';
  /** 1 for the first. */
  number: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** What the mail server said, at most 500 characters. */
  response?: Maybe<Scalars['String']['output']>;
  /** Why it failed; null when it did not. */
  error?: Maybe<Scalars['String']['output']>;
};

/** A page of e-mails. */
export type EmailLogConnection = {
  __typename?: 'EmailLogConnection';
  /** The e-mails of this page with their cursors. */
  edges: Array<EmailLogEdge>;
  /** The e-mails of this page. */
  nodes: Array<EmailLog>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of e-mails in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** E-mails by state under the same filter, its statuses left out; at most 4. */
  statusCounts: Array<EmailStatusCount>;
};

/** An e-mail and its place in the list. */
export type EmailLogEdge = {
  __typename?: 'EmailLogEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The e-mail. */
  node: EmailLog;
};

/** How many e-mails are in a state. */
export type EmailStatusCount = {
  __typename?: 'EmailStatusCount';
  /** The state. */
  status: EmailStatus;
  /** E-mails in it. */
  count: Scalars['Int']['output'];
};

/** E-mail filter; fields are ANDed. */
export type EmailLogFilterInput = {
  /** In one of these states. */
  statuses?: InputMaybe<Array<EmailStatus>>;
  /** Made from one of these templates, at most 50. */
  templateKeys?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The address matches. */
  to?: InputMaybe<StringFilterInput>;
  /** To one of these accounts, at most 50. */
  recipientIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Created in this range. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
};

/** E-mail sort. */
export type EmailLogSortInput = {
  /** What to sort by. */
  field: EmailLogSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort e-mails by. */
export type EmailLogSortField =
  /** Creation time. */
  | 'CREATED_AT'
  /** Time of the last change. */
  | 'UPDATED_AT'
  /** When it will be tried next; those that will not come last. */
  | 'NEXT_ATTEMPT_AT';

/** Which e-mails to send again. */
export type EmailRetryInput = {
  /** The e-mails, 1 to 100; all or none. */
  emailLogIds: Array<Scalars['ID']['input']>;
};

/** Result of emailRetry. */
export type EmailRetryPayload = {
  __typename?: 'EmailRetryPayload';
  /** The e-mails, queued again; at most 100. */
  emailLogs?: Maybe<Array<EmailLog>>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An event that a subgraph announces. */
export type EventDefinition = {
  __typename?: 'EventDefinition';
  /** Name, for example order.placed. */
  name: Scalars['String']['output'];
  /** Version of its shape. */
  version: Scalars['Int']['output'];
  /** When it is announced, in a sentence. */
  description: Scalars['String']['output'];
  /** Topic it travels on. */
  topic: Scalars['String']['output'];
  /** Subgraph that announces it. */
  owner: Scalars['String']['output'];
  /** Consumer groups that react to it. */
  consumers: Array<Scalars['String']['output']>;
  /** Shape of its data as JSON Schema. */
  jsonSchema: Scalars['String']['output'];
  /** Whether it will go away. */
  isDeprecated: Scalars['Boolean']['output'];
};

/** A new notification. */
export type NotificationEvent = {
  __typename?: 'NotificationEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  notification: Notification;
  /** Unread notifications, this one included. */
  unreadCount: Scalars['Int']['output'];
};

/** Something that a user was told. */
export type Notification = Node & {
  __typename?: 'Notification';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Why it was sent. */
  kind: NotificationKind;
  /** One line, in the language of the account: English, Spanish or Portuguese. */
  title: Scalars['String']['output'];
  /** The whole text, in the same language. */
  body: Scalars['String']['output'];
  /** Whether the viewer has read it. */
  isRead: Scalars['Boolean']['output'];
  /** When it was read. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who caused it. */
  actor?: Maybe<User>;
  /** What it is about. */
  subject?: Maybe<NotificationSubject>;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
};

/** Reasons to tell a user something. */
export type NotificationKind =
  /** An order that the user bought was confirmed or cancelled. */
  | 'ORDER_UPDATED'
  /** A product of the user was sold. */
  | 'PRODUCT_SOLD'
  /** A product of the user is running out. */
  | 'STOCK_LOW'
  /** A product of the user has run out. */
  | 'SOLD_OUT'
  /** An import or export of the user's products is done, or failed. */
  | 'PRODUCT_JOB_FINISHED'
  /** A delivered product of the user can be reviewed. */
  | 'REVIEW_REQUESTED'
  /** A review waits to be approved (moderators). */
  | 'REVIEW_SUBMITTED'
  /** A product of the user was reviewed. */
  | 'REVIEW_RECEIVED'
  /** A review of the user was approved or rejected. */
  | 'REVIEW_DECIDED'
  /** The seller answered a review of the user. */
  | 'REVIEW_ANSWERED'
  /** A wished product can be bought again. */
  | 'BACK_IN_STOCK'
  /** A wished product became cheaper. */
  | 'PRICE_DROPPED'
  /** A post or comment of the user was answered. */
  | 'COMMENT_ADDED'
  /** A product of the user was not ready when its time to go on sale came. */
  | 'PRODUCT_PUBLICATION_FAILED'
  /** A product of the user was taken off sale by moderators, or put back. */
  | 'PRODUCT_TAKEN_DOWN';

/** What a notification can be about. */
export type NotificationSubject = Order | ProductVariant | ProductImport | ProductExport | Review | Post | Comment | Product;

/** A page of notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The notifications of this page with their cursors. */
  edges: Array<NotificationEdge>;
  /** The notifications of this page. */
  nodes: Array<Notification>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of notifications in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A notification and its place in the list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** Notification filter; fields are ANDed. */
export type NotificationFilterInput = {
  /** Whether it was read. */
  isRead?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<NotificationKind>>;
};

/** Which notifications were read. */
export type NotificationMarkReadInput = {
  /** These. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** All of them, whatever the ids. */
  all?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of notificationMarkRead. */
export type NotificationMarkReadPayload = {
  __typename?: 'NotificationMarkReadPayload';
  /** Those that changed, the newest 100 of them. */
  notifications: Array<Notification>;
  /** Unread notifications left. */
  unreadCount: Scalars['Int']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An order. */
export type Order = {
  __typename?: 'Order';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A product listed by a seller. */
export type Product = {
  __typename?: 'Product';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A purchasable variant of a product. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** Products made and changed from a file. */
export type ProductImport = {
  __typename?: 'ProductImport';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** Products written into a file. */
export type ProductExport = {
  __typename?: 'ProductExport';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A buyer's review of a product. */
export type Review = {
  __typename?: 'Review';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A post in a community. */
export type Post = {
  __typename?: 'Post';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A comment on a post, or a reply to another comment. */
export type Comment = {
  __typename?: 'Comment';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** An account. */
export type User = {
  __typename?: 'User';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Unread notifications (self only). */
  unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
  /** Notifications, newest first (self only). */
  notifications?: Maybe<NotificationConnection>;
};


/** An account. */
export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NotificationFilterInput>;
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
  EmailLog: EmailLog;
  Notification: Notification;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  EmailLog:
    ( { __typename: 'EmailLog' }
    & GraphQLRecursivePick<FederationTypes['EmailLog'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  NotificationSubject:
    | ( Order )
    | ( ProductVariant )
    | ( ProductImport )
    | ( ProductExport )
    | ( Review )
    | ( Post )
    | ( Comment )
    | ( Product )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( EmailLogParent )
    | ( NotificationParent )
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
  EmailLog: ResolverTypeWrapper<EmailLogParent>;
  EmailStatus: EmailStatus;
  EmailAttempt: ResolverTypeWrapper<EmailAttemptParent>;
  EmailLogConnection: ResolverTypeWrapper<EmailLogConnectionParent>;
  EmailLogEdge: ResolverTypeWrapper<Omit<EmailLogEdge, 'node'> & { node: ResolversTypes['EmailLog'] }>;
  EmailStatusCount: ResolverTypeWrapper<EmailStatusCount>;
  EmailLogFilterInput: EmailLogFilterInput;
  EmailLogSortInput: EmailLogSortInput;
  EmailLogSortField: EmailLogSortField;
  EmailRetryInput: EmailRetryInput;
  EmailRetryPayload: ResolverTypeWrapper<EmailRetryPayloadParent>;
  EventDefinition: ResolverTypeWrapper<EventDefinitionParent>;
  NotificationEvent: ResolverTypeWrapper<NotificationEventParent>;
  Notification: ResolverTypeWrapper<NotificationParent>;
  NotificationKind: NotificationKind;
  NotificationSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NotificationSubject']>;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionParent>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationFilterInput: NotificationFilterInput;
  NotificationMarkReadInput: NotificationMarkReadInput;
  NotificationMarkReadPayload: ResolverTypeWrapper<NotificationMarkReadPayloadParent>;
  Order: ResolverTypeWrapper<Order>;
  Product: ResolverTypeWrapper<Product>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  ProductImport: ResolverTypeWrapper<ProductImport>;
  ProductExport: ResolverTypeWrapper<ProductExport>;
  Review: ResolverTypeWrapper<Review>;
  Post: ResolverTypeWrapper<Post>;
  Comment: ResolverTypeWrapper<Comment>;
  User: ResolverTypeWrapper<UserParent>;
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
  EmailLog: EmailLogParent;
  EmailAttempt: EmailAttemptParent;
  EmailLogConnection: EmailLogConnectionParent;
  EmailLogEdge: Omit<EmailLogEdge, 'node'> & { node: ResolversParentTypes['EmailLog'] };
  EmailStatusCount: EmailStatusCount;
  EmailLogFilterInput: EmailLogFilterInput;
  EmailLogSortInput: EmailLogSortInput;
  EmailRetryInput: EmailRetryInput;
  EmailRetryPayload: EmailRetryPayloadParent;
  EventDefinition: EventDefinitionParent;
  NotificationEvent: NotificationEventParent;
  Notification: NotificationParent;
  NotificationSubject: ResolversUnionTypes<ResolversParentTypes>['NotificationSubject'];
  NotificationConnection: NotificationConnectionParent;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationFilterInput: NotificationFilterInput;
  NotificationMarkReadInput: NotificationMarkReadInput;
  NotificationMarkReadPayload: NotificationMarkReadPayloadParent;
  Order: Order;
  Product: Product;
  ProductVariant: ProductVariant;
  ProductImport: ProductImport;
  ProductExport: ProductExport;
  Review: Review;
  Post: Post;
  Comment: Comment;
  User: UserParent;
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
  __resolveType: TypeResolveFn<'EmailLog' | 'Notification', ParentType, ContextType>;
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
  emailLogs?: Resolver<Maybe<ResolversTypes['EmailLogConnection']>, ParentType, ContextType, RequireFields<QueryEmailLogsArgs, 'first' | 'sort'>>;
  eventCatalog?: Resolver<Maybe<Array<ResolversTypes['EventDefinition']>>, ParentType, ContextType, Partial<QueryEventCatalogArgs>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  emailRetry?: Resolver<Maybe<ResolversTypes['EmailRetryPayload']>, ParentType, ContextType, RequireFields<MutationEmailRetryArgs, 'input'>>;
  notificationMarkRead?: Resolver<Maybe<ResolversTypes['NotificationMarkReadPayload']>, ParentType, ContextType, RequireFields<MutationNotificationMarkReadArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationReceived?: SubscriptionResolver<ResolversTypes['NotificationEvent'], "notificationReceived", ParentType, ContextType, Partial<SubscriptionNotificationReceivedArgs>>;
};

export type EmailLogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailLog'] = ResolversParentTypes['EmailLog'], FederationReferenceType extends FederationReferenceTypes['EmailLog'] = FederationReferenceTypes['EmailLog']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EmailLog']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  templateKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attemptLog?: Resolver<Array<ResolversTypes['EmailAttempt']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerMessageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  canRetry?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailAttempt'] = ResolversParentTypes['EmailAttempt']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmailLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailLogConnection'] = ResolversParentTypes['EmailLogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmailLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EmailLog']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  statusCounts?: Resolver<Array<ResolversTypes['EmailStatusCount']>, ParentType, ContextType>;
};

export type EmailLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailLogEdge'] = ResolversParentTypes['EmailLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailLog'], ParentType, ContextType>;
};

export type EmailStatusCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailStatusCount'] = ResolversParentTypes['EmailStatusCount']> = {
  status?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmailRetryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailRetryPayload'] = ResolversParentTypes['EmailRetryPayload']> = {
  emailLogs?: Resolver<Maybe<Array<ResolversTypes['EmailLog']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EventDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventDefinition'] = ResolversParentTypes['EventDefinition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  jsonSchema?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDeprecated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NotificationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEvent'] = ResolversParentTypes['NotificationEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notification?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRead?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['NotificationSubject']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationSubject'] = ResolversParentTypes['NotificationSubject']> = {
  __resolveType: TypeResolveFn<'Order' | 'ProductVariant' | 'ProductImport' | 'ProductExport' | 'Review' | 'Post' | 'Comment' | 'Product', ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationMarkReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationMarkReadPayload'] = ResolversParentTypes['NotificationMarkReadPayload']> = {
  notifications?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductImportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductImport'] = ResolversParentTypes['ProductImport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductExport'] = ResolversParentTypes['ProductExport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unreadNotificationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<UserNotificationsArgs, 'first'>>;
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
  EmailLog?: EmailLogResolvers<ContextType>;
  EmailAttempt?: EmailAttemptResolvers<ContextType>;
  EmailLogConnection?: EmailLogConnectionResolvers<ContextType>;
  EmailLogEdge?: EmailLogEdgeResolvers<ContextType>;
  EmailStatusCount?: EmailStatusCountResolvers<ContextType>;
  EmailRetryPayload?: EmailRetryPayloadResolvers<ContextType>;
  EventDefinition?: EventDefinitionResolvers<ContextType>;
  NotificationEvent?: NotificationEventResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationSubject?: NotificationSubjectResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationMarkReadPayload?: NotificationMarkReadPayloadResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  ProductImport?: ProductImportResolvers<ContextType>;
  ProductExport?: ProductExportResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
