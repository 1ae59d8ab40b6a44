// Made by "npm run codegen" from schema/subgraphs/forum.graphql.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@agora/platform/money';
import type { Comment as CommentParent, CommentConnection as CommentConnectionParent, CommentEvent as CommentEventParent, CommentCreatePayload as CommentCreatePayloadParent } from '../comments/mappers.ts';
import type { Community as CommunityParent, CommunityConnection as CommunityConnectionParent } from '../communities/mappers.ts';
import type { Post as PostParent, PostConnection as PostConnectionParent, PostCreatePayload as PostCreatePayloadParent, Product as ProductParent } from '../posts/mappers.ts';
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
  /** A community by id or slug. */
  community?: Maybe<Community>;
  /** Communities the viewer may see, by name. */
  communities?: Maybe<CommunityConnection>;
  /** A post. */
  post?: Maybe<Post>;
};


/** What can be read. */
export type QueryCommunityArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryCommunitiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryPostArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Comments on a post, or replies to a comment; FORBIDDEN where its author and the viewer are kept apart by a block. userErrors:
   * FORBIDDEN, INVALID, NOT_FOUND.
   */
  commentCreate?: Maybe<CommentCreatePayload>;
  /** Posts in a community. userErrors: INVALID, NOT_FOUND. */
  postCreate?: Maybe<PostCreatePayload>;
};


/** What can be changed. */
export type MutationCommentCreateArgs = {
  input: CommentCreateInput;
};


/** What can be changed. */
export type MutationPostCreateArgs = {
  input: PostCreateInput;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** New comments on a post, but for those of people whom the viewer has blocked or muted, or was blocked by. */
  postCommentAdded: CommentEvent;
};


/** What can be followed live. */
export type SubscriptionPostCommentAddedArgs = {
  postId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A comment on a post, or a reply to another comment. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Text in Markdown; empty unless the state is VISIBLE. */
  body: Scalars['String']['output'];
  /** Author; null when deleted, and unless the state is VISIBLE. */
  author?: Maybe<User>;
  /** The post commented on. */
  post: Post;
  /** The comment it replies to, if any. */
  parent?: Maybe<Comment>;
  /** Whether it can be seen. */
  state: ContentState;
  /** Replies, oldest first; left out as in Post.comments. */
  replies: CommentConnection;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
};


/** A comment on a post, or a reply to another comment. */
export type CommentRepliesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Whether something that was written can be seen. */
export type ContentState =
  /** Everybody who may read here sees it. */
  | 'VISIBLE'
  /**
   * The viewer has blocked or muted its author, or was blocked by them. In a tree with replies its place stays: no author, empty
   * texts.
   */
  | 'HIDDEN';

/** A page of comments. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The comments of this page with their cursors. */
  edges: Array<CommentEdge>;
  /** The comments of this page. */
  nodes: Array<Comment>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of comments in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A comment and its place in the list. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The comment. */
  node: Comment;
};

/** A new comment. */
export type CommentEvent = {
  __typename?: 'CommentEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** The comment. */
  comment: Comment;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** A new comment. */
export type CommentCreateInput = {
  /** The post to comment on. */
  postId: Scalars['ID']['input'];
  /** The comment to reply to, if any. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Text in Markdown, 1 to 20,000 characters. */
  body: Scalars['String']['input'];
};

/** Result of commentCreate. */
export type CommentCreatePayload = {
  __typename?: 'CommentCreatePayload';
  /** The new comment. */
  comment?: Maybe<Comment>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A place where people post about one subject. */
export type Community = Node & {
  __typename?: 'Community';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** URL slug. */
  slug: Scalars['String']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Posts, newest first. */
  posts: PostConnection;
};


/** A place where people post about one subject. */
export type CommunityPostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of communities. */
export type CommunityConnection = {
  __typename?: 'CommunityConnection';
  /** The communities of this page with their cursors. */
  edges: Array<CommunityEdge>;
  /** The communities of this page. */
  nodes: Array<Community>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of communities in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A community and its place in the list. */
export type CommunityEdge = {
  __typename?: 'CommunityEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The community. */
  node: Community;
};

/** A post in a community. */
export type Post = Node & {
  __typename?: 'Post';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Headline. */
  title: Scalars['String']['output'];
  /** Text in Markdown. */
  body: Scalars['String']['output'];
  /** Author; null when deleted. */
  author?: Maybe<User>;
  /** Where it was posted. */
  community: Community;
  /** The product it is about, if any. */
  product?: Maybe<Product>;
  /** Number of comments, replies included. */
  commentCount: Scalars['Int']['output'];
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * Comments on the post itself, oldest first. Those of people whom the viewer has blocked or muted, or was blocked by, are left
   * out where nobody replied to them.
   */
  comments: CommentConnection;
};


/** A post in a community. */
export type PostCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of posts. */
export type PostConnection = {
  __typename?: 'PostConnection';
  /** The posts of this page with their cursors. */
  edges: Array<PostEdge>;
  /** The posts of this page. */
  nodes: Array<Post>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of posts in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A post and its place in the list. */
export type PostEdge = {
  __typename?: 'PostEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The post. */
  node: Post;
};

/** A new post. */
export type PostCreateInput = {
  /** Where to post. */
  communityId: Scalars['ID']['input'];
  /** Headline, 1 to 200 characters on one line. */
  title: Scalars['String']['input'];
  /** Text in Markdown, 1 to 20,000 characters. */
  body: Scalars['String']['input'];
  /** The product it is about, if any. */
  productId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of postCreate. */
export type PostCreatePayload = {
  __typename?: 'PostCreatePayload';
  /** The new post. */
  post?: Maybe<Post>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An account. */
export type User = {
  __typename?: 'User';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A product listed by a seller. */
export type Product = {
  __typename?: 'Product';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Posts about this product. */
  discussions?: Maybe<PostConnection>;
  /** Number of posts about this product. */
  discussionCount?: Maybe<Scalars['Int']['output']>;
};


/** A product listed by a seller. */
export type ProductDiscussionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  Comment: Comment;
  Community: Community;
  Post: Post;
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}> );
  Community:
    ( { __typename: 'Community' }
    & ( GraphQLRecursivePick<FederationTypes['Community'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Community'], {"slug":true}> ) );
  Post:
    ( { __typename: 'Post' }
    & GraphQLRecursivePick<FederationTypes['Post'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CommentParent )
    | ( CommunityParent )
    | ( PostParent )
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
  Comment: ResolverTypeWrapper<CommentParent>;
  ContentState: ContentState;
  CommentConnection: ResolverTypeWrapper<CommentConnectionParent>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  CommentEvent: ResolverTypeWrapper<CommentEventParent>;
  CommentCreateInput: CommentCreateInput;
  CommentCreatePayload: ResolverTypeWrapper<CommentCreatePayloadParent>;
  Community: ResolverTypeWrapper<CommunityParent>;
  CommunityConnection: ResolverTypeWrapper<CommunityConnectionParent>;
  CommunityEdge: ResolverTypeWrapper<Omit<CommunityEdge, 'node'> & { node: ResolversTypes['Community'] }>;
  Post: ResolverTypeWrapper<PostParent>;
  PostConnection: ResolverTypeWrapper<PostConnectionParent>;
  PostEdge: ResolverTypeWrapper<Omit<PostEdge, 'node'> & { node: ResolversTypes['Post'] }>;
  PostCreateInput: PostCreateInput;
  PostCreatePayload: ResolverTypeWrapper<PostCreatePayloadParent>;
  User: ResolverTypeWrapper<User>;
  Product: ResolverTypeWrapper<ProductParent>;
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
  Comment: CommentParent;
  CommentConnection: CommentConnectionParent;
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  CommentEvent: CommentEventParent;
  CommentCreateInput: CommentCreateInput;
  CommentCreatePayload: CommentCreatePayloadParent;
  Community: CommunityParent;
  CommunityConnection: CommunityConnectionParent;
  CommunityEdge: Omit<CommunityEdge, 'node'> & { node: ResolversParentTypes['Community'] };
  Post: PostParent;
  PostConnection: PostConnectionParent;
  PostEdge: Omit<PostEdge, 'node'> & { node: ResolversParentTypes['Post'] };
  PostCreateInput: PostCreateInput;
  PostCreatePayload: PostCreatePayloadParent;
  User: User;
  Product: ProductParent;
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
  __resolveType: TypeResolveFn<'Comment' | 'Community' | 'Post', ParentType, ContextType>;
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
  community?: Resolver<Maybe<ResolversTypes['Community']>, ParentType, ContextType, Partial<QueryCommunityArgs>>;
  communities?: Resolver<Maybe<ResolversTypes['CommunityConnection']>, ParentType, ContextType, RequireFields<QueryCommunitiesArgs, 'first'>>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType, RequireFields<QueryPostArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  commentCreate?: Resolver<Maybe<ResolversTypes['CommentCreatePayload']>, ParentType, ContextType, RequireFields<MutationCommentCreateArgs, 'input'>>;
  postCreate?: Resolver<Maybe<ResolversTypes['PostCreatePayload']>, ParentType, ContextType, RequireFields<MutationPostCreateArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  postCommentAdded?: SubscriptionResolver<ResolversTypes['CommentEvent'], "postCommentAdded", ParentType, ContextType, RequireFields<SubscriptionPostCommentAddedArgs, 'postId'>>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  post?: Resolver<ResolversTypes['Post'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ContentState'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<CommentRepliesArgs, 'first'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CommentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEvent'] = ResolversParentTypes['CommentEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CommentCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentCreatePayload'] = ResolversParentTypes['CommentCreatePayload']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommunityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Community'] = ResolversParentTypes['Community'], FederationReferenceType extends FederationReferenceTypes['Community'] = FederationReferenceTypes['Community']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Community']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['PostConnection'], ParentType, ContextType, RequireFields<CommunityPostsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommunityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommunityConnection'] = ResolversParentTypes['CommunityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommunityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Community']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommunityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommunityEdge'] = ResolversParentTypes['CommunityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Community'], ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  community?: Resolver<ResolversTypes['Community'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  commentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<PostCommentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostConnection'] = ResolversParentTypes['PostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Post']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PostEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostEdge'] = ResolversParentTypes['PostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Post'], ParentType, ContextType>;
};

export type PostCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostCreatePayload'] = ResolversParentTypes['PostCreatePayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discussions?: Resolver<Maybe<ResolversTypes['PostConnection']>, ParentType, ContextType, RequireFields<ProductDiscussionsArgs, 'first'>>;
  discussionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  CommentEvent?: CommentEventResolvers<ContextType>;
  CommentCreatePayload?: CommentCreatePayloadResolvers<ContextType>;
  Community?: CommunityResolvers<ContextType>;
  CommunityConnection?: CommunityConnectionResolvers<ContextType>;
  CommunityEdge?: CommunityEdgeResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PostConnection?: PostConnectionResolvers<ContextType>;
  PostEdge?: PostEdgeResolvers<ContextType>;
  PostCreatePayload?: PostCreatePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
