// Made by "npm run codegen" from schema/subgraphs/user.graphql.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyParent } from '@agora/platform/money';
import type { User as UserParent, ViewerEvent as ViewerEventParent, UserContact as UserContactParent, UserPreferences as UserPreferencesParent, UserUpdatePayload as UserUpdatePayloadParent, UserContactUpdatePayload as UserContactUpdatePayloadParent, UserPreferencesUpdatePayload as UserPreferencesUpdatePayloadParent, UserEmailVerifyPayload as UserEmailVerifyPayloadParent, UserEmailVerificationResendPayload as UserEmailVerificationResendPayloadParent } from '../accounts/mappers.ts';
import type { Address as AddressParent, PostalAddress as PostalAddressParent, AddressCreatePayload as AddressCreatePayloadParent, AddressUpdatePayload as AddressUpdatePayloadParent, AddressDeletePayload as AddressDeletePayloadParent } from '../addresses/mappers.ts';
import type { IdentityProvider as IdentityProviderParent, Identity as IdentityParent, SessionProviderStartPayload as SessionProviderStartPayloadParent, IdentityLinkStartPayload as IdentityLinkStartPayloadParent, IdentityLinkCompletePayload as IdentityLinkCompletePayloadParent, IdentityUnlinkPayload as IdentityUnlinkPayloadParent } from '../identities/mappers.ts';
import type { UserConnection as UserConnectionParent, UserSuspension as UserSuspensionParent, UserRoleGrantPayload as UserRoleGrantPayloadParent, UserRoleRevokePayload as UserRoleRevokePayloadParent, UserSuspendPayload as UserSuspendPayloadParent, UserRestorePayload as UserRestorePayloadParent } from '../people/mappers.ts';
import type { Profile as ProfileParent, ProfileConnection as ProfileConnectionParent, SpecialistDetails as SpecialistDetailsParent, BusinessDetails as BusinessDetailsParent, ConsumerDetails as ConsumerDetailsParent, Category as CategoryParent, ProfileUpdatePayload as ProfileUpdatePayloadParent, ProfileKindChangePayload as ProfileKindChangePayloadParent } from '../profiles/mappers.ts';
import type { UserBlock as UserBlockParent, UserBlockConnection as UserBlockConnectionParent, UserMute as UserMuteParent, UserMuteConnection as UserMuteConnectionParent, UserBlockPayload as UserBlockPayloadParent, UserUnblockPayload as UserUnblockPayloadParent, UserMutePayload as UserMutePayloadParent, UserUnmutePayload as UserUnmutePayloadParent, UserNoteUpdatePayload as UserNoteUpdatePayloadParent } from '../relations/mappers.ts';
import type { SecurityEvent as SecurityEventParent, SecurityEventConnection as SecurityEventConnectionParent } from '../security-events/mappers.ts';
import type { Seller as SellerParent, SellerUpdatePayload as SellerUpdatePayloadParent } from '../seller-pages/mappers.ts';
import type { SellerVerification as SellerVerificationParent, SellerVerificationConnection as SellerVerificationConnectionParent, SellerVerificationRequestPayload as SellerVerificationRequestPayloadParent, SellerVerificationWithdrawPayload as SellerVerificationWithdrawPayloadParent, SellerVerificationApprovePayload as SellerVerificationApprovePayloadParent, SellerVerificationRejectPayload as SellerVerificationRejectPayloadParent, SellerVerificationRevokePayload as SellerVerificationRevokePayloadParent } from '../sellers/mappers.ts';
import type { Device as DeviceParent, DeviceSession as DeviceSessionParent, DeviceSessionConnection as DeviceSessionConnectionParent, SessionCreatePayload as SessionCreatePayloadParent, SessionChallenge as SessionChallengeParent, SessionRevokePayload as SessionRevokePayloadParent } from '../sessions/mappers.ts';
import type { UserRegisterPayload as UserRegisterPayloadParent, UserPasswordResetRequestPayload as UserPasswordResetRequestPayloadParent, UserPasswordResetPayload as UserPasswordResetPayloadParent, UserEmailChangeRequestPayload as UserEmailChangeRequestPayloadParent, UserEmailChangeConfirmPayload as UserEmailChangeConfirmPayloadParent, UserEmailChangeCancelPayload as UserEmailChangeCancelPayloadParent, UserPasswordChangePayload as UserPasswordChangePayloadParent } from '../sign-in/mappers.ts';
import type { Skill as SkillParent, SkillConnection as SkillConnectionParent, UserSkillsUpdatePayload as UserSkillsUpdatePayloadParent, SkillCreatePayload as SkillCreatePayloadParent, SkillUpdatePayload as SkillUpdatePayloadParent, SkillDeletePayload as SkillDeletePayloadParent } from '../skills/mappers.ts';
import type { TwoFactor as TwoFactorParent, TwoFactorSetupStartPayload as TwoFactorSetupStartPayloadParent, TwoFactorSetupConfirmPayload as TwoFactorSetupConfirmPayloadParent, TwoFactorDisablePayload as TwoFactorDisablePayloadParent, TwoFactorRecoveryCodesRenewPayload as TwoFactorRecoveryCodesRenewPayloadParent, TwoFactorResetPayload as TwoFactorResetPayloadParent } from '../two-factor/mappers.ts';
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
  /** The signed-in account, null for a guest. */
  viewer?: Maybe<User>;
  /** A public account by id or username. */
  user?: Maybe<User>;
  /** Who one can sign in with besides a password, in the order to show them; at most 20. */
  identityProviders?: Maybe<Array<IdentityProvider>>;
  /**
   * Every account, newest first by default: the people search of those who operate the marketplace. Moderators see what
   * everybody sees of each and whether it is suspended; ADMIN sees all.
   */
  users?: Maybe<UserConnection>;
  /** Public profiles, newest first by default; those whose owner does not want to be listed, or is suspended, are left out. */
  profiles?: Maybe<ProfileConnection>;
  /** What happened to the safety of all accounts, newest first; kept for 400 days. */
  securityEvents?: Maybe<SecurityEventConnection>;
  /** Requests to be verified as a seller, the longest waiting first: the review queue. */
  sellerVerifications?: Maybe<SellerVerificationConnection>;
  /** The catalogue of skills, by name in the language of the request. */
  skills?: Maybe<SkillConnection>;
};


/** What can be read. */
export type QueryUserArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  username?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. */
export type QueryUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilterInput>;
  sort?: InputMaybe<UserSortInput>;
};


/** What can be read. */
export type QueryProfilesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProfileFilterInput>;
  sort?: InputMaybe<ProfileSortInput>;
};


/** What can be read. */
export type QuerySecurityEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecurityEventFilterInput>;
};


/** What can be read. */
export type QuerySellerVerificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SellerVerificationFilterInput>;
};


/** What can be read. */
export type QuerySkillsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SkillFilterInput>;
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Verifies an address with the token that was mailed to it; it need not be the browser that registered. userErrors: INVALID,
   * TOKEN_EXPIRED.
   */
  userEmailVerify?: Maybe<UserEmailVerifyPayload>;
  /**
   * Mails the link once more, at most 5 times an hour, and 10 to one address (RetryLaterError); CONFLICT when the address is verified already.
   * userErrors: CONFLICT, INVALID, RATE_LIMITED.
   */
  userEmailVerificationResend?: Maybe<UserEmailVerificationResendPayload>;
  /**
   * Changes the viewer's name, handle or picture. What is absent stays. CONFLICT when the handle was changed less than 30 days
   * ago. Emits user.renamed. userErrors: CONFLICT, INVALID, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, REQUIRED,
   * USERNAME_TAKEN, VERSION_MISMATCH.
   */
  userUpdate?: Maybe<UserUpdatePayload>;
  /** Changes how the marketplace reaches the viewer. What is absent stays; null clears. userErrors: INVALID. */
  userContactUpdate?: Maybe<UserContactUpdatePayload>;
  /**
   * Changes the viewer's preferences. What is absent stays. UNSUPPORTED for a language that the marketplace does not speak.
   * Emits user.preferences.changed. userErrors: REQUIRED, UNSUPPORTED.
   */
  userPreferencesUpdate?: Maybe<UserPreferencesUpdatePayload>;
  /**
   * Adds to the viewer's address book, at most 50; the first one becomes the default of both kinds. userErrors: INVALID,
   * LIMIT_REACHED.
   */
  addressCreate?: Maybe<AddressCreatePayload>;
  /** Changes an address. Orders that used it do not change. userErrors: INVALID, NOT_FOUND, REQUIRED, VERSION_MISMATCH. */
  addressUpdate?: Maybe<AddressUpdatePayload>;
  /** Removes an address; the newest one left takes over what it was the default of. userErrors: NOT_FOUND. */
  addressDelete?: Maybe<AddressDeletePayload>;
  /**
   * Begins a sign-in with a provider (OpenID Connect, authorization code with PKCE): send the browser to authorizationUrl; the
   * provider sends it back to returnUrl with state and code. userErrors: INVALID, NOT_FOUND, PROVIDER_FAILED.
   */
  sessionProviderStart?: Maybe<SessionProviderStartPayload>;
  /**
   * Ends a sign-in with a provider, and makes an account for who has none; their e-mail is proved where the provider says so. An
   * account with a second factor gets a challenge instead of a session. A code works once, with or without an idempotency key. EMAIL_TAKEN: an account with this address exists; sign in to it and
   * link the provider. userErrors: ACCOUNT_SUSPENDED, EMAIL_TAKEN, INVALID, NOT_FOUND, PROVIDER_FAILED, TOKEN_EXPIRED.
   */
  sessionProviderComplete?: Maybe<SessionCreatePayload>;
  /**
   * Begins to link a provider to the viewer's account; goes on like sessionProviderStart. userErrors: INVALID, NOT_FOUND,
   * PROVIDER_FAILED, REAUTHENTICATION_REQUIRED.
   */
  identityLinkStart?: Maybe<IdentityLinkStartPayload>;
  /**
   * Ends it, in the session that began it: from now on the viewer can sign in with it. ALREADY_EXISTS when it is linked already,
   * or the account is linked to another person of the provider. userErrors: ALREADY_EXISTS, INVALID, NOT_FOUND,
   * PROVIDER_FAILED, TOKEN_EXPIRED.
   */
  identityLinkComplete?: Maybe<IdentityLinkCompletePayload>;
  /** Unlinks a provider; CONFLICT when no way to sign in would be left. userErrors: CONFLICT, NOT_FOUND, REAUTHENTICATION_REQUIRED. */
  identityUnlink?: Maybe<IdentityUnlinkPayload>;
  /**
   * Gives a role; CONFLICT where the account has it. It shows in the account's next access token, at most 15 minutes later.
   * Kept in the audit trail. userErrors: CONFLICT, INVALID, NOT_FOUND, REAUTHENTICATION_REQUIRED.
   */
  userRoleGrant?: Maybe<UserRoleGrantPayload>;
  /**
   * Takes a role away, but USER (INVALID), one's own ADMIN, the last ADMIN and SELLER of a verified seller (CONFLICT). SELLER does
   * not come back by a change of the profile's kind, and a request to be verified is turned down. Ends the account's sessions:
   * access tokens already given are refused, and WebSockets opened with them closed, about a second later. Kept in the audit
   * trail. userErrors: CONFLICT, INVALID, NOT_FOUND, REAUTHENTICATION_REQUIRED.
   */
  userRoleRevoke?: Maybe<UserRoleRevokePayload>;
  /**
   * Suspends an account: its sessions end, it cannot sign in or buy, and what it sells is taken off sale. Again: the words and
   * the end are these. FORBIDDEN for oneself and other administrators. Kept in the audit trail. userErrors: FORBIDDEN,
   * INVALID, NOT_FOUND.
   */
  userSuspend?: Maybe<UserSuspendPayload>;
  /** Ends a suspension; CONFLICT where there is none. Kept in the audit trail. userErrors: CONFLICT, INVALID, NOT_FOUND. */
  userRestore?: Maybe<UserRestorePayload>;
  /**
   * Changes the viewer's public profile. What is absent stays; null clears. Details are accepted for the profile's own kind
   * only. Emits user.profile.changed. userErrors: INVALID, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND, VERSION_MISMATCH.
   */
  profileUpdate?: Maybe<ProfileUpdatePayload>;
  /**
   * Changes the kind of the viewer's profile; BUSINESS gives the role SELLER, unless an administrator took it, and drafts can
   * be published once verified. Details of the old kind are kept for a way back. CONFLICT for a verified seller, who is a
   * BUSINESS. Emits user.profile.changed. userErrors: CONFLICT, VERSION_MISMATCH.
   */
  profileKindChange?: Maybe<ProfileKindChangePayload>;
  /**
   * Blocks somebody: neither can write to the other from now on, and what each wrote is hidden from the other. Orders between the
   * two go on. Blocking again changes nothing. FORBIDDEN for oneself. Emits user.blocked. userErrors: FORBIDDEN, LIMIT_REACHED,
   * NOT_FOUND.
   */
  userBlock?: Maybe<UserBlockPayload>;
  /** Ends a block. Emits user.unblocked. userErrors: NOT_FOUND. */
  userUnblock?: Maybe<UserUnblockPayload>;
  /**
   * Hides what somebody writes from the viewer, who is not told of it any more; the other does not notice. Muting again sets the
   * new end. FORBIDDEN for oneself. Emits user.muted. userErrors: FORBIDDEN, INVALID, LIMIT_REACHED, NOT_FOUND.
   */
  userMute?: Maybe<UserMutePayload>;
  /** Ends a mute. Emits user.unmuted. userErrors: NOT_FOUND. */
  userUnmute?: Maybe<UserUnmutePayload>;
  /** Keeps a private note about somebody, seen by the viewer alone; null or empty removes it. userErrors: INVALID, LIMIT_REACHED, NOT_FOUND. */
  userNoteUpdate?: Maybe<UserNoteUpdatePayload>;
  /**
   * Changes the viewer's public seller page. What is absent stays; null clears. FORBIDDEN after an administrator took the role.
   * Emits user.seller.changed. userErrors: FORBIDDEN, INVALID, MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND,
   * VERSION_MISMATCH.
   */
  sellerUpdate?: Maybe<SellerUpdatePayload>;
  /**
   * Asks to be verified; CONFLICT while another request waits, when verified already, after an administrator took the role, and
   * before the e-mail is known to be the viewer's. Emits user.verification.requested. userErrors: CONFLICT, INVALID,
   * MEDIA_NOT_READY, MEDIA_REJECTED, NOT_FOUND.
   */
  sellerVerificationRequest?: Maybe<SellerVerificationRequestPayload>;
  /** Takes a request back that was not decided. Emits user.verification.withdrawn. userErrors: CONFLICT, NOT_FOUND. */
  sellerVerificationWithdraw?: Maybe<SellerVerificationWithdrawPayload>;
  /**
   * Verifies the seller, who may publish from now on; CONFLICT where it is decided, FORBIDDEN for one's own. Emits
   * user.seller.verified. Kept in the audit trail. userErrors: CONFLICT, FORBIDDEN, NOT_FOUND, VERSION_MISMATCH.
   */
  sellerVerificationApprove?: Maybe<SellerVerificationApprovePayload>;
  /**
   * Turns the request down with a reason that the seller reads; a new one may follow; FORBIDDEN for one's own. Emits
   * user.verification.rejected. Kept in the audit trail. userErrors: CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, VERSION_MISMATCH.
   */
  sellerVerificationReject?: Maybe<SellerVerificationRejectPayload>;
  /**
   * Takes the verification away: the seller's products go off sale, sales under way go on; CONFLICT where there is none. They
   * return when it is given again. Emits user.seller.unverified. Kept in the audit trail. userErrors: CONFLICT, INVALID,
   * NOT_FOUND.
   */
  sellerVerificationRevoke?: Maybe<SellerVerificationRevokePayload>;
  /**
   * Exchanges a refresh token (rotation). For 30 seconds, while the new one is unused, a repeat gets the same pair; later
   * it ends its session. Where the one of a cookie is refused, the cookies are taken away. userErrors: INVALID, REQUIRED,
   * TOKEN_EXPIRED.
   */
  sessionRefresh?: Maybe<SessionCreatePayload>;
  /**
   * Revokes one session, all with allSessions, or all but the current one with otherSessions. Access tokens already given
   * are refused, and WebSockets opened with them closed, about a second later. Takes the cookies away when the session that asks
   * is in them and ends. But for signing out oneself, a change of the e-mail that waits goes too. ADMIN may
   * end those of others, which the audit trail keeps. userErrors: FORBIDDEN, INVALID, NOT_FOUND.
   */
  sessionRevoke?: Maybe<SessionRevokePayload>;
  /**
   * Creates an account, emits user.registered, returns a session, and mails a link that verifies the address, if it did not get
   * 10 within the last hour. EMAIL_TAKEN is answered for an e-mail that somebody has
   * proved to be theirs. userErrors: EMAIL_TAKEN, INVALID, PASSWORD_WEAK, USERNAME_TAKEN.
   */
  userRegister?: Maybe<UserRegisterPayload>;
  /**
   * Signs in with e-mail and password: to the account that has proved the e-mail, else to the newest that waits for it.
   * An account with a second factor gets a challenge instead of a session. ACCOUNT_SUSPENDED is told only to who knows the
   * password. userErrors: ACCOUNT_SUSPENDED, INVALID, INVALID_CREDENTIALS.
   */
  sessionCreate?: Maybe<SessionCreatePayload>;
  /**
   * Proves again who is there, for what answers REAUTHENTICATION_REQUIRED: that wants a sign-in, or this, within the last 10
   * minutes. Gives the same session new tokens, and ends the refresh token that it had. userErrors: CODE_INVALID, INVALID,
   * INVALID_CREDENTIALS.
   */
  sessionReauthenticate?: Maybe<SessionCreatePayload>;
  /**
   * Mails a link that sets a new password, valid for 1 hour. The answer, and the time it takes, are the same for an address
   * that nobody has. userErrors: INVALID.
   */
  userPasswordResetRequest?: Maybe<UserPasswordResetRequestPayload>;
  /**
   * Sets a new password with the token that was mailed, and ends every session; the address is verified by it. A second factor
   * stays and is asked for at the next sign-in. Emits user.password.changed. userErrors: INVALID, PASSWORD_WEAK, TOKEN_EXPIRED.
   */
  userPasswordReset?: Maybe<UserPasswordResetPayload>;
  /**
   * Mails a link to a new address and a warning to the old one. Nothing changes until the link is used. The answer is the
   * same when the address belongs to somebody else, who is told instead. userErrors: INVALID, REAUTHENTICATION_REQUIRED.
   */
  userEmailChangeRequest?: Maybe<UserEmailChangeRequestPayload>;
  /**
   * Makes the new address the account's, verified, with the token that was mailed to it; ends every other session.
   * userErrors: EMAIL_TAKEN, INVALID, TOKEN_EXPIRED.
   */
  userEmailChangeConfirm?: Maybe<UserEmailChangeConfirmPayload>;
  /** Withdraws a change of the viewer's address that was not confirmed. userErrors: NOT_FOUND. */
  userEmailChangeCancel?: Maybe<UserEmailChangeCancelPayload>;
  /**
   * Sets a new password, and ends every other session. Emits user.password.changed. userErrors: INVALID,
   * INVALID_CREDENTIALS, PASSWORD_WEAK, REAUTHENTICATION_REQUIRED.
   */
  userPasswordChange?: Maybe<UserPasswordChangePayload>;
  /** Sets the viewer's skills, all at once. Emits user.skills.changed. userErrors: LIMIT_REACHED, NOT_FOUND. */
  userSkillsUpdate?: Maybe<UserSkillsUpdatePayload>;
  /** Adds to the catalogue of skills. userErrors: ALREADY_EXISTS, INVALID. */
  skillCreate?: Maybe<SkillCreatePayload>;
  /** Changes the names of a skill; its key stays. userErrors: INVALID, NOT_FOUND. */
  skillUpdate?: Maybe<SkillUpdatePayload>;
  /**
   * Removes a skill from the catalogue and from everybody, or gives those who have it another one; emits user.skills.changed
   * for each. userErrors: INVALID, NOT_FOUND.
   */
  skillDelete?: Maybe<SkillDeletePayload>;
  /**
   * Answers the challenge of sessionCreate or sessionProviderComplete with the second factor. A code works once. After 5 wrong codes, or 10 minutes, sign in again
   * (TOKEN_EXPIRED). userErrors: ACCOUNT_SUSPENDED, CODE_INVALID, INVALID, TOKEN_EXPIRED.
   */
  sessionChallengeComplete?: Maybe<SessionCreatePayload>;
  /**
   * Begins to add a second factor: a new secret for an authenticator app (TOTP: SHA-1, 6 digits, 30 seconds). Nothing is
   * asked for until it is confirmed; CONFLICT when there is one, and before the e-mail is known to be the viewer's. userErrors: CONFLICT,
   * INVALID, REAUTHENTICATION_REQUIRED.
   */
  twoFactorSetupStart?: Maybe<TwoFactorSetupStartPayload>;
  /**
   * Turns the second factor on with a first code, and gives the recovery codes, shown this once. Emits user.twofactor.changed.
   * userErrors: CODE_INVALID, INVALID, NOT_FOUND.
   */
  twoFactorSetupConfirm?: Maybe<TwoFactorSetupConfirmPayload>;
  /**
   * Turns the second factor off. Emits user.twofactor.changed. userErrors: CODE_INVALID, INVALID, NOT_FOUND,
   * REAUTHENTICATION_REQUIRED.
   */
  twoFactorDisable?: Maybe<TwoFactorDisablePayload>;
  /**
   * Gives 10 new recovery codes, shown this once; the old ones end. userErrors: CODE_INVALID, INVALID, NOT_FOUND,
   * REAUTHENTICATION_REQUIRED.
   */
  twoFactorRecoveryCodesRenew?: Maybe<TwoFactorRecoveryCodesRenewPayload>;
  /**
   * Takes the second factor off somebody who lost it, once the person was recognised some other way; ends every session of
   * the account. FORBIDDEN for oneself. Emits user.twofactor.changed; kept in the audit trail. userErrors: FORBIDDEN, INVALID, NOT_FOUND,
   * REAUTHENTICATION_REQUIRED.
   */
  twoFactorReset?: Maybe<TwoFactorResetPayload>;
};


/** What can be changed. */
export type MutationUserEmailVerifyArgs = {
  input: UserEmailVerifyInput;
};


/** What can be changed. */
export type MutationUserEmailVerificationResendArgs = {
  input: UserEmailVerificationResendInput;
};


/** What can be changed. */
export type MutationUserUpdateArgs = {
  input: UserUpdateInput;
};


/** What can be changed. */
export type MutationUserContactUpdateArgs = {
  input: UserContactUpdateInput;
};


/** What can be changed. */
export type MutationUserPreferencesUpdateArgs = {
  input: UserPreferencesUpdateInput;
};


/** What can be changed. */
export type MutationAddressCreateArgs = {
  input: AddressCreateInput;
};


/** What can be changed. */
export type MutationAddressUpdateArgs = {
  input: AddressUpdateInput;
};


/** What can be changed. */
export type MutationAddressDeleteArgs = {
  input: AddressDeleteInput;
};


/** What can be changed. */
export type MutationSessionProviderStartArgs = {
  input: SessionProviderStartInput;
};


/** What can be changed. */
export type MutationSessionProviderCompleteArgs = {
  input: SessionProviderCompleteInput;
};


/** What can be changed. */
export type MutationIdentityLinkStartArgs = {
  input: IdentityLinkStartInput;
};


/** What can be changed. */
export type MutationIdentityLinkCompleteArgs = {
  input: IdentityLinkCompleteInput;
};


/** What can be changed. */
export type MutationIdentityUnlinkArgs = {
  input: IdentityUnlinkInput;
};


/** What can be changed. */
export type MutationUserRoleGrantArgs = {
  input: UserRoleGrantInput;
};


/** What can be changed. */
export type MutationUserRoleRevokeArgs = {
  input: UserRoleRevokeInput;
};


/** What can be changed. */
export type MutationUserSuspendArgs = {
  input: UserSuspendInput;
};


/** What can be changed. */
export type MutationUserRestoreArgs = {
  input: UserRestoreInput;
};


/** What can be changed. */
export type MutationProfileUpdateArgs = {
  input: ProfileUpdateInput;
};


/** What can be changed. */
export type MutationProfileKindChangeArgs = {
  input: ProfileKindChangeInput;
};


/** What can be changed. */
export type MutationUserBlockArgs = {
  input: UserBlockInput;
};


/** What can be changed. */
export type MutationUserUnblockArgs = {
  input: UserUnblockInput;
};


/** What can be changed. */
export type MutationUserMuteArgs = {
  input: UserMuteInput;
};


/** What can be changed. */
export type MutationUserUnmuteArgs = {
  input: UserUnmuteInput;
};


/** What can be changed. */
export type MutationUserNoteUpdateArgs = {
  input: UserNoteUpdateInput;
};


/** What can be changed. */
export type MutationSellerUpdateArgs = {
  input: SellerUpdateInput;
};


/** What can be changed. */
export type MutationSellerVerificationRequestArgs = {
  input: SellerVerificationRequestInput;
};


/** What can be changed. */
export type MutationSellerVerificationWithdrawArgs = {
  input: SellerVerificationWithdrawInput;
};


/** What can be changed. */
export type MutationSellerVerificationApproveArgs = {
  input: SellerVerificationApproveInput;
};


/** What can be changed. */
export type MutationSellerVerificationRejectArgs = {
  input: SellerVerificationRejectInput;
};


/** What can be changed. */
export type MutationSellerVerificationRevokeArgs = {
  input: SellerVerificationRevokeInput;
};


/** What can be changed. */
export type MutationSessionRefreshArgs = {
  input: SessionRefreshInput;
};


/** What can be changed. */
export type MutationSessionRevokeArgs = {
  input: SessionRevokeInput;
};


/** What can be changed. */
export type MutationUserRegisterArgs = {
  input: UserRegisterInput;
};


/** What can be changed. */
export type MutationSessionCreateArgs = {
  input: SessionCreateInput;
};


/** What can be changed. */
export type MutationSessionReauthenticateArgs = {
  input: SessionReauthenticateInput;
};


/** What can be changed. */
export type MutationUserPasswordResetRequestArgs = {
  input: UserPasswordResetRequestInput;
};


/** What can be changed. */
export type MutationUserPasswordResetArgs = {
  input: UserPasswordResetInput;
};


/** What can be changed. */
export type MutationUserEmailChangeRequestArgs = {
  input: UserEmailChangeRequestInput;
};


/** What can be changed. */
export type MutationUserEmailChangeConfirmArgs = {
  input: UserEmailChangeConfirmInput;
};


/** What can be changed. */
export type MutationUserEmailChangeCancelArgs = {
  input: UserEmailChangeCancelInput;
};


/** What can be changed. */
export type MutationUserPasswordChangeArgs = {
  input: UserPasswordChangeInput;
};


/** What can be changed. */
export type MutationUserSkillsUpdateArgs = {
  input: UserSkillsUpdateInput;
};


/** What can be changed. */
export type MutationSkillCreateArgs = {
  input: SkillCreateInput;
};


/** What can be changed. */
export type MutationSkillUpdateArgs = {
  input: SkillUpdateInput;
};


/** What can be changed. */
export type MutationSkillDeleteArgs = {
  input: SkillDeleteInput;
};


/** What can be changed. */
export type MutationSessionChallengeCompleteArgs = {
  input: SessionChallengeCompleteInput;
};


/** What can be changed. */
export type MutationTwoFactorSetupStartArgs = {
  input: TwoFactorSetupStartInput;
};


/** What can be changed. */
export type MutationTwoFactorSetupConfirmArgs = {
  input: TwoFactorSetupConfirmInput;
};


/** What can be changed. */
export type MutationTwoFactorDisableArgs = {
  input: TwoFactorDisableInput;
};


/** What can be changed. */
export type MutationTwoFactorRecoveryCodesRenewArgs = {
  input: TwoFactorRecoveryCodesRenewInput;
};


/** What can be changed. */
export type MutationTwoFactorResetArgs = {
  input: TwoFactorResetInput;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Whatever changes about the viewer's account, on whichever device: so that all of them show the same. */
  viewerUpdated: ViewerEvent;
};


/** What can be followed live. */
export type SubscriptionViewerUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An account. */
export type User = Node & {
  __typename?: 'User';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Unique handle. */
  username: Scalars['String']['output'];
  /** Name shown to others. */
  displayName: Scalars['String']['output'];
  /** Picture, a public image; null when there is none. */
  avatar?: Maybe<Media>;
  /** Visible to self and ADMIN; null for others. */
  email?: Maybe<Scalars['String']['output']>;
  /** When the address was verified; null before, and for others than self and ADMIN. */
  emailVerifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Roles granted by the server. Visible to self and ADMIN; null for others. */
  roles?: Maybe<Array<Role>>;
  /** How the marketplace reaches the person (self or ADMIN). */
  contact?: Maybe<UserContact>;
  /** Language, currency, time zone and the like (self only). */
  preferences?: Maybe<UserPreferences>;
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change of the name or handle. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with each change of the name or handle. */
  version: Scalars['Int']['output'];
  /** Where viewerUpdated stands now; pass it as after, and nothing between this answer and the subscription is missed. Self only. */
  liveCursor?: Maybe<Scalars['String']['output']>;
  /** Whether it is the viewer's own account. */
  isViewer: Scalars['Boolean']['output'];
  /** Whether the viewer may change its name and profile. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** Address book, defaults first, then newest first; at most 50 (self only). */
  addresses?: Maybe<Array<Address>>;
  /** Where to ship by default (self only). */
  defaultShippingAddress?: Maybe<Address>;
  /** Whom to bill by default (self only). */
  defaultBillingAddress?: Maybe<Address>;
  /** Whether a password is set; not so where only a provider was used (self only). */
  hasPassword?: Maybe<Scalars['Boolean']['output']>;
  /** Linked providers, at most 20 (self only). */
  identities?: Maybe<Array<Identity>>;
  /** Whether the account may be used (self, MODERATOR or ADMIN). */
  status?: Maybe<UserStatus>;
  /** Why and until when it is suspended (self, MODERATOR or ADMIN). */
  suspension?: Maybe<UserSuspension>;
  /** Whether the viewer may suspend or restore it. */
  viewerCanSuspend: Scalars['Boolean']['output'];
  /** Whether the viewer may give it roles and take them. */
  viewerCanGrantRoles: Scalars['Boolean']['output'];
  /** Public profile. */
  profile?: Maybe<Profile>;
  /** Whom this account has blocked, last first (self only). */
  blockedUsers?: Maybe<UserBlockConnection>;
  /** Whom this account has muted, last first (self only). */
  mutedUsers?: Maybe<UserMuteConnection>;
  /** Whether the viewer has blocked it. */
  viewerHasBlocked: Scalars['Boolean']['output'];
  /** Whether the viewer has muted it. */
  viewerHasMuted: Scalars['Boolean']['output'];
  /** The viewer's private note about it. */
  viewerNote?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer may block or mute it: signed in, and not one's own. */
  viewerCanBlock: Scalars['Boolean']['output'];
  /** Sign-ins, failed ones too, and what changed about the account's safety, newest first; kept for 400 days (self or ADMIN). */
  securityEvents?: Maybe<SecurityEventConnection>;
  /** Public seller page; null for who does not sell. */
  seller?: Maybe<Seller>;
  /** The latest request to be verified as a seller (self or ADMIN). */
  sellerVerification?: Maybe<SellerVerification>;
  /** Devices that are signed in, last used first (self only). */
  sessions?: Maybe<DeviceSessionConnection>;
  /** When somebody last signed in to it (self or ADMIN). */
  lastSignedInAt?: Maybe<Scalars['DateTime']['output']>;
  /** New address that waits for its confirmation (self only). */
  pendingEmail?: Maybe<Scalars['String']['output']>;
  /** Skills, in the person's own order; at most 50. */
  skills: Array<Skill>;
  /** State of the second factor (self or ADMIN). */
  twoFactor?: Maybe<TwoFactor>;
};


/** An account. */
export type UserBlockedUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An account. */
export type UserMutedUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An account. */
export type UserSecurityEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SecurityEventFilterInput>;
};


/** An account. */
export type UserSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How the marketplace reaches a person; not public. */
export type UserContact = {
  __typename?: 'UserContact';
  /** Phone, E.164, e.g. +573001234567. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Second address for urgent matters. */
  alternateEmail?: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a person likes, on every device. */
export type UserPreferences = {
  __typename?: 'UserPreferences';
  /** Language of texts, mails and notifications. */
  locale: Scalars['Locale']['output'];
  /** Currency of prices where there is a choice. */
  currencyCode: Scalars['CurrencyCode']['output'];
  /** For quiet hours, due dates and the days of metrics. */
  timeZone: Scalars['TimeZone']['output'];
  /** Look of the pages. */
  theme: ThemePreference;
  /** Whether the profile appears in profiles. */
  isListed: Scalars['Boolean']['output'];
  /** Whether what the person looks at, wishes for and buys may be used to choose what to show them. */
  isPersonalised: Scalars['Boolean']['output'];
};

/** Looks of the pages. */
export type ThemePreference =
  /** As the device. */
  | 'SYSTEM'
  /** Dark on light. */
  | 'LIGHT'
  /** Light on dark. */
  | 'DARK';

/** Changes of an account. */
export type UserUpdateInput = {
  /** Name shown to others, 1 to 80 characters as people count them. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** Unique handle, 3 to 32 small letters, digits, hyphens and underscores; at most one change in 30 days. */
  username?: InputMaybe<Scalars['String']['input']>;
  /** An image of the viewer's with purpose AVATAR; null takes the picture off. */
  avatarId?: InputMaybe<Scalars['ID']['input']>;
  /** Refuse when it has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of userUpdate. */
export type UserUpdatePayload = {
  __typename?: 'UserUpdatePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of contact information. */
export type UserContactUpdateInput = {
  /** Phone, E.164, e.g. +573001234567. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Second address for urgent matters, at most 254 characters. */
  alternateEmail?: InputMaybe<Scalars['String']['input']>;
};

/** Result of userContactUpdate. */
export type UserContactUpdatePayload = {
  __typename?: 'UserContactUpdatePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of preferences. */
export type UserPreferencesUpdateInput = {
  /** Language of texts, mails and notifications; one the marketplace has: English, Spanish or Portuguese. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Currency of prices where there is a choice. */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** Time zone. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Look of the pages. */
  theme?: InputMaybe<ThemePreference>;
  /** Whether the profile appears in profiles. */
  isListed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether what the person looks at, wishes for and buys may be used to choose what to show them. */
  isPersonalised?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of userPreferencesUpdate. */
export type UserPreferencesUpdatePayload = {
  __typename?: 'UserPreferencesUpdatePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which address to verify. */
export type UserEmailVerifyInput = {
  /** The token from the mail, at most 512 characters; valid for 24 hours, used once. */
  token: Scalars['String']['input'];
};

/** Result of userEmailVerify. */
export type UserEmailVerifyPayload = {
  __typename?: 'UserEmailVerifyPayload';
  /** The account; null when somebody else, or nobody, is signed in. */
  user?: Maybe<User>;
  /** Whether the address is verified now. */
  isVerified: Scalars['Boolean']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Another mail. */
export type UserEmailVerificationResendInput = {
  /** Language of the mail; the account's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Result of userEmailVerificationResend. */
export type UserEmailVerificationResendPayload = {
  __typename?: 'UserEmailVerificationResendPayload';
  /** When another mail may be asked for. */
  nextAllowedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A change of the viewer's account. */
export type ViewerEvent = {
  __typename?: 'ViewerEvent';
  /** Pass it as after to resume behind this event. */
  cursor: Scalars['String']['output'];
  /** What changed. */
  kind: ViewerEventKind;
  /** The account, in its state now. */
  user: User;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Kinds of changes of an account. */
export type ViewerEventKind =
  /** Name, handle, profile, skills or seller page. */
  | 'PROFILE_CHANGED'
  /** Language, currency, time zone or the like, and how the person is reached. */
  | 'PREFERENCES_CHANGED'
  /** The address was verified, replaced or lost, or another one waits. */
  | 'EMAIL_CHANGED'
  /** The address book. */
  | 'ADDRESSES_CHANGED'
  /** The password, the second factor and its recovery codes, linked providers, or sessions that ended. */
  | 'SECURITY_CHANGED'
  /** A role was given or taken: refresh the session to use it. */
  | 'ROLES_CHANGED'
  /** Somebody was blocked, muted, or no longer. */
  | 'BLOCKS_CHANGED'
  /** The request to be verified was made, taken back or decided, or the verification taken away. */
  | 'SELLER_VERIFICATION_CHANGED';

/** An uploaded file. */
export type Media = {
  __typename?: 'Media';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** An entry of an address book. Seen by its owner alone. */
export type Address = Node & {
  __typename?: 'Address';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** What its owner calls it, for example Home. */
  label?: Maybe<Scalars['String']['output']>;
  /** Where it is; the same shape as in a cart and an order. */
  postalAddress: PostalAddress;
  /** Whether things are shipped there by default. */
  isDefaultShipping: Scalars['Boolean']['output'];
  /** Whether it is billed by default. */
  isDefaultBilling: Scalars['Boolean']['output'];
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change of the address itself. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with each change of the address itself; what it is the default of is no part of it. */
  version: Scalars['Int']['output'];
};

/** A new address. */
export type AddressCreateInput = {
  /** What its owner calls it, at most 40 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** Where it is. */
  postalAddress: PostalAddressInput;
  /** Ship there by default. */
  isDefaultShipping?: InputMaybe<Scalars['Boolean']['input']>;
  /** Bill it by default. */
  isDefaultBilling?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of addressCreate. */
export type AddressCreatePayload = {
  __typename?: 'AddressCreatePayload';
  /** The new address. */
  address?: Maybe<Address>;
  /** The account, with its address book. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of an address. What is absent stays. */
export type AddressUpdateInput = {
  /** The address. */
  addressId: Scalars['ID']['input'];
  /** What its owner calls it, at most 40 characters; null clears. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** Where it is; replaces all of it. */
  postalAddress?: InputMaybe<PostalAddressInput>;
  /** True: ship there by default, and no longer to the one before. */
  isDefaultShipping?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: bill it by default, and no longer the one before. */
  isDefaultBilling?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refuse when the address has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of addressUpdate. */
export type AddressUpdatePayload = {
  __typename?: 'AddressUpdatePayload';
  /** The address now. */
  address?: Maybe<Address>;
  /** The account, with its address book. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which address to remove. */
export type AddressDeleteInput = {
  /** The address. */
  addressId: Scalars['ID']['input'];
};

/** Result of addressDelete. */
export type AddressDeletePayload = {
  __typename?: 'AddressDeletePayload';
  /** The address that is gone. */
  deletedAddressId?: Maybe<Scalars['ID']['output']>;
  /** The account, with its address book. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A company that vouches for people (OpenID Connect). */
export type IdentityProvider = {
  __typename?: 'IdentityProvider';
  /** Short name, e.g. google; not a global id. */
  id: Scalars['ID']['output'];
  /** Name to show. */
  name: Scalars['String']['output'];
  /** Picture for the button. */
  iconUrl?: Maybe<Scalars['URL']['output']>;
};

/** A provider that is linked to an account. */
export type Identity = {
  __typename?: 'Identity';
  /** Id of the link. */
  id: Scalars['ID']['output'];
  /** Who vouches. */
  provider: IdentityProvider;
  /** Address the provider gave. */
  email?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  linkedAt: Scalars['DateTime']['output'];
  /** Last sign-in with it. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether another way to sign in is left. */
  viewerCanUnlink: Scalars['Boolean']['output'];
};

/** Whom to sign in with. */
export type SessionProviderStartInput = {
  /** Id of the provider. */
  providerId: Scalars['ID']['input'];
  /** Where the provider sends the browser back to, at most 1,000 characters; its origin must be one that the marketplace allows. */
  returnUrl: Scalars['URL']['input'];
};

/** Result of sessionProviderStart. */
export type SessionProviderStartPayload = {
  __typename?: 'SessionProviderStartPayload';
  /** Where to send the browser. */
  authorizationUrl?: Maybe<Scalars['URL']['output']>;
  /**
   * A secret of this browser, for session storage: only with it can this sign-in be completed, so nobody can be signed in
   * by a link from elsewhere.
   */
  browserKey?: Maybe<Scalars['String']['output']>;
  /** When it ends, after 10 minutes. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What the provider sent back. */
export type SessionProviderCompleteInput = {
  /** As in the address the browser came back to, at most 2,048 characters. */
  state: Scalars['String']['input'];
  /** As in the address the browser came back to, at most 2,048 characters. */
  code: Scalars['String']['input'];
  /** As in the address the browser came back to, where it is there: who says that it has sent the code. */
  iss?: InputMaybe<Scalars['String']['input']>;
  /** The secret from the start, at most 512 characters. */
  browserKey: Scalars['String']['input'];
  /** Language of a new account; the request's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** How the tokens of the session travel. */
  transport?: InputMaybe<SessionTransport>;
};

/** Which provider to link. */
export type IdentityLinkStartInput = {
  /** Id of the provider. */
  providerId: Scalars['ID']['input'];
  /** Where the provider sends the browser back to, at most 1,000 characters; its origin must be one that the marketplace allows. */
  returnUrl: Scalars['URL']['input'];
};

/** Result of identityLinkStart. */
export type IdentityLinkStartPayload = {
  __typename?: 'IdentityLinkStartPayload';
  /** Where to send the browser. */
  authorizationUrl?: Maybe<Scalars['URL']['output']>;
  /** A secret of this browser, for session storage: only with it can the link be completed. */
  browserKey?: Maybe<Scalars['String']['output']>;
  /** When it ends, after 10 minutes. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** What the provider sent back. */
export type IdentityLinkCompleteInput = {
  /** As in the address the browser came back to, at most 2,048 characters. */
  state: Scalars['String']['input'];
  /** As in the address the browser came back to, at most 2,048 characters. */
  code: Scalars['String']['input'];
  /** As in the address the browser came back to, where it is there: who says that it has sent the code. */
  iss?: InputMaybe<Scalars['String']['input']>;
  /** The secret from the start, at most 512 characters. */
  browserKey: Scalars['String']['input'];
};

/** Result of identityLinkComplete. */
export type IdentityLinkCompletePayload = {
  __typename?: 'IdentityLinkCompletePayload';
  /** The link. */
  identity?: Maybe<Identity>;
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which provider to unlink. */
export type IdentityUnlinkInput = {
  /** Id of the link. */
  identityId: Scalars['ID']['input'];
};

/** Result of identityUnlink. */
export type IdentityUnlinkPayload = {
  __typename?: 'IdentityUnlinkPayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whether an account may be used. */
export type UserStatus =
  /** In use. */
  | 'ACTIVE'
  /** Closed by an administrator for now. */
  | 'SUSPENDED';

/** Why an account is suspended. */
export type UserSuspension = {
  __typename?: 'UserSuspension';
  /** The administrator's words, which the person reads at sign-in. */
  reason: Scalars['String']['output'];
  /** When it ends by itself; null for not. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Since when. */
  suspendedAt: Scalars['DateTime']['output'];
  /** Who did it (ADMIN only); null where it was done at a shell. */
  suspendedBy?: Maybe<User>;
};

/** A page of accounts. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The accounts of this page with their cursors. */
  edges: Array<UserEdge>;
  /** The accounts of this page. */
  nodes: Array<User>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of accounts in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An account and its place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The account. */
  node: User;
};

/** Account filter; fields are ANDed. */
export type UserFilterInput = {
  /** Beginning of a name, username or (for ADMIN) e-mail, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** With one of these roles; FORBIDDEN but for ADMIN, who alone sees roles. */
  roles?: InputMaybe<Array<Role>>;
  /** In one of these states. */
  statuses?: InputMaybe<Array<UserStatus>>;
  /** With a profile of one of these kinds. */
  profileKinds?: InputMaybe<Array<ProfileKind>>;
  /** Whether verified as a seller. */
  isVerifiedSeller?: InputMaybe<Scalars['Boolean']['input']>;
  /** Created in this range. */
  createdAt?: InputMaybe<DateTimeRangeInput>;
  /** Last signed in in this range; FORBIDDEN but for ADMIN, who alone sees that. */
  lastSignedInAt?: InputMaybe<DateTimeRangeInput>;
};

/** Account sort. */
export type UserSortInput = {
  /** What to sort by. */
  field: UserSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort accounts by. */
export type UserSortField =
  /** Creation time. */
  | 'CREATED_AT'
  /** Unique handle. */
  | 'USERNAME'
  /** Last sign-in; those who never did come last. FORBIDDEN but for ADMIN. */
  | 'LAST_SIGNED_IN_AT';

/** Which role to give. */
export type UserRoleGrantInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
  /** SELLER, MODERATOR or ADMIN. */
  role: Role;
  /** Why, for the audit trail, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** Result of userRoleGrant. */
export type UserRoleGrantPayload = {
  __typename?: 'UserRoleGrantPayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which role to take. */
export type UserRoleRevokeInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
  /** SELLER, MODERATOR or ADMIN. */
  role: Role;
  /** Why, for the audit trail, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** Result of userRoleRevoke. */
export type UserRoleRevokePayload = {
  __typename?: 'UserRoleRevokePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whom to suspend. */
export type UserSuspendInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
  /** Why, which the person reads, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** When it ends by itself; null for not. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of userSuspend. */
export type UserSuspendPayload = {
  __typename?: 'UserSuspendPayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whose suspension to end. */
export type UserRestoreInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
  /** Why, for the audit trail, at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of userRestore. */
export type UserRestorePayload = {
  __typename?: 'UserRestorePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Public profile of an account. */
export type Profile = Node & {
  __typename?: 'Profile';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Kind of profile. */
  kind: ProfileKind;
  /** Whose profile it is. */
  user: User;
  /** One line under the name. */
  headline?: Maybe<Scalars['String']['output']>;
  /** Free text. */
  bio?: Maybe<Scalars['String']['output']>;
  /** Where the person is, in their own words. */
  location?: Maybe<Scalars['String']['output']>;
  /** Country. */
  countryCode?: Maybe<Scalars['CountryCode']['output']>;
  /** Own site. */
  websiteUrl?: Maybe<Scalars['URL']['output']>;
  /** Elsewhere on the web, at most 10. */
  links: Array<ProfileLink>;
  /** Languages spoken, best first; at most 20. */
  languages: Array<Scalars['Locale']['output']>;
  /** What this kind of profile tells besides. */
  details: ProfileDetails;
  /** Verified sellers may publish products. */
  isVerifiedSeller: Scalars['Boolean']['output'];
  /** Creation time. */
  createdAt: Scalars['DateTime']['output'];
  /** Last change. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
};

/** A link on a profile. */
export type ProfileLink = {
  __typename?: 'ProfileLink';
  /** What to show. */
  label: Scalars['String']['output'];
  /** Where it leads. */
  url: Scalars['URL']['output'];
};

/** What a kind of profile tells; one type for each kind. */
export type ProfileDetails = SpecialistDetails | BusinessDetails | ConsumerDetails;

/** What a specialist tells. */
export type SpecialistDetails = {
  __typename?: 'SpecialistDetails';
  /** Trade or title. */
  profession?: Maybe<Scalars['String']['output']>;
  /** Years in it. */
  experienceYears?: Maybe<Scalars['Int']['output']>;
  /** Price of an hour. */
  hourlyRate?: Maybe<Money>;
  /** Whether work is welcome now. */
  isAvailable: Scalars['Boolean']['output'];
  /** Certificates, newest first; at most 20. */
  certificates: Array<Certificate>;
  /** Pictures and videos of work done, at most 20. */
  portfolio: Array<Maybe<Media>>;
};

/** A certificate, as its holder tells it. */
export type Certificate = {
  __typename?: 'Certificate';
  /** What it certifies. */
  name: Scalars['String']['output'];
  /** Who gave it. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** When. */
  issuedOn?: Maybe<Scalars['Date']['output']>;
  /** Where it can be checked. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** What a business tells. */
export type BusinessDetails = {
  __typename?: 'BusinessDetails';
  /** Name in the register. */
  legalName?: Maybe<Scalars['String']['output']>;
  /** Number in the register. */
  registrationNumber?: Maybe<Scalars['String']['output']>;
  /** What it does. */
  industry?: Maybe<Scalars['String']['output']>;
  /** Since when. */
  foundedYear?: Maybe<Scalars['Int']['output']>;
  /** How many work there. */
  size?: Maybe<BusinessSize>;
  /** Its seat. */
  address?: Maybe<PostalAddress>;
  /** Tax number (self or ADMIN). */
  taxId?: Maybe<Scalars['String']['output']>;
};

/** How many people work in a business. */
export type BusinessSize =
  /** One person. */
  | 'SOLO'
  /** 2 to 10. */
  | 'UP_TO_10'
  /** 11 to 50. */
  | 'UP_TO_50'
  /** 51 to 250. */
  | 'UP_TO_250'
  /** More than 250. */
  | 'OVER_250';

/** What a consumer tells. */
export type ConsumerDetails = {
  __typename?: 'ConsumerDetails';
  /** Branches of the catalogue to be shown more of, at most 20. */
  interests: Array<Maybe<Category>>;
  /** Birthday (self only). */
  birthDate?: Maybe<Scalars['Date']['output']>;
};

/** Kinds of profiles. */
export type ProfileKind =
  /** Offers skills. */
  | 'SPECIALIST'
  /** Sells as a company. */
  | 'BUSINESS'
  /** Buys and takes part. */
  | 'CONSUMER';

/** Profile filter; fields are ANDed. */
export type ProfileFilterInput = {
  /** Of this kind. */
  kind?: InputMaybe<ProfileKind>;
  /** Words in name, username, headline or bio; the last may be a beginning. At most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** With all of these skills, at most 20. */
  skillKeys?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In one of these countries. */
  countryCodes?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Who speak one of these languages, wherever: es finds es-CO, es-CO does not find es. */
  languages?: InputMaybe<Array<Scalars['Locale']['input']>>;
  /** Whether verified as a seller. */
  isVerifiedSeller?: InputMaybe<Scalars['Boolean']['input']>;
  /** Specialists for whom work is welcome now. */
  isAvailable?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Profile sort. */
export type ProfileSortInput = {
  /** What to sort by. */
  field: ProfileSortField;
  /** In which direction. */
  direction?: SortDirection;
};

/** Fields to sort profiles by. */
export type ProfileSortField =
  /** Creation time. */
  | 'CREATED_AT'
  /** Name shown to others. */
  | 'NAME'
  /** How well the words of the query match, DESC for the best first; without a query the same as CREATED_AT. */
  | 'RELEVANCE';

/** A page of profiles. */
export type ProfileConnection = {
  __typename?: 'ProfileConnection';
  /** The profiles of this page with their cursors. */
  edges: Array<ProfileEdge>;
  /** The profiles of this page. */
  nodes: Array<Profile>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of profiles in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A profile and its place in the list. */
export type ProfileEdge = {
  __typename?: 'ProfileEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The profile. */
  node: Profile;
};

/** Changes of a profile. */
export type ProfileUpdateInput = {
  /** One line under the name, at most 120 characters. */
  headline?: InputMaybe<Scalars['String']['input']>;
  /** Free text, at most 2,000 characters. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** Where the person is, at most 100 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  countryCode?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Own site. */
  websiteUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Elsewhere on the web, at most 10; replaces all. */
  links?: InputMaybe<Array<ProfileLinkInput>>;
  /** Languages spoken, best first, at most 20; replaces all. */
  languages?: InputMaybe<Array<Scalars['Locale']['input']>>;
  /** Details of a SPECIALIST. */
  specialist?: InputMaybe<SpecialistDetailsInput>;
  /** Details of a BUSINESS. */
  business?: InputMaybe<BusinessDetailsInput>;
  /** Details of a CONSUMER. */
  consumer?: InputMaybe<ConsumerDetailsInput>;
  /** Refuse when it has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** A link on a profile. */
export type ProfileLinkInput = {
  /** What to show, 1 to 40 characters. */
  label: Scalars['String']['input'];
  /** Where it leads. */
  url: Scalars['URL']['input'];
};

/** What a specialist tells. What is absent stays; null clears. */
export type SpecialistDetailsInput = {
  /** Trade or title, at most 100 characters. */
  profession?: InputMaybe<Scalars['String']['input']>;
  /** Years in it, 0 to 80. */
  experienceYears?: InputMaybe<Scalars['Int']['input']>;
  /** Price of an hour. */
  hourlyRate?: InputMaybe<MoneyInput>;
  /** Whether work is welcome now. */
  isAvailable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Certificates, at most 20; replaces all. */
  certificates?: InputMaybe<Array<CertificateInput>>;
  /** Own public pictures and videos in the order to show them, uploaded as AVATAR or PRODUCT, at most 20; replaces all. */
  portfolioIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A certificate. */
export type CertificateInput = {
  /** What it certifies, 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** Who gave it, at most 120 characters. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** When. */
  issuedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it can be checked. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** What a business tells. What is absent stays; null clears. */
export type BusinessDetailsInput = {
  /** Name in the register, at most 200 characters. */
  legalName?: InputMaybe<Scalars['String']['input']>;
  /** Number in the register, at most 60 characters. */
  registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** What it does, at most 100 characters. */
  industry?: InputMaybe<Scalars['String']['input']>;
  /** Since when, 1000 to this year. */
  foundedYear?: InputMaybe<Scalars['Int']['input']>;
  /** How many work there. */
  size?: InputMaybe<BusinessSize>;
  /** Its seat. */
  address?: InputMaybe<PostalAddressInput>;
  /** Tax number, at most 40 characters; kept encrypted. */
  taxId?: InputMaybe<Scalars['String']['input']>;
};

/** What a consumer tells. What is absent stays; null clears. */
export type ConsumerDetailsInput = {
  /** Categories to be shown more of, at most 20; replaces all. */
  interestIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Birthday, in the past. */
  birthDate?: InputMaybe<Scalars['Date']['input']>;
};

/** Result of profileUpdate. */
export type ProfileUpdatePayload = {
  __typename?: 'ProfileUpdatePayload';
  /** The profile now. */
  profile?: Maybe<Profile>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Another kind of profile. */
export type ProfileKindChangeInput = {
  /** The kind to change to. */
  kind: ProfileKind;
  /** Refuse when it has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of profileKindChange. */
export type ProfileKindChangePayload = {
  __typename?: 'ProfileKindChangePayload';
  /** The profile now. */
  profile?: Maybe<Profile>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A branch of the catalogue that products are sorted into. */
export type Category = {
  __typename?: 'Category';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
};

/** Somebody who is blocked. */
export type UserBlock = {
  __typename?: 'UserBlock';
  /** Who; null when the account has ended. */
  user?: Maybe<User>;
  /** Since when. */
  blockedAt: Scalars['DateTime']['output'];
};

/** A page of blocks. */
export type UserBlockConnection = {
  __typename?: 'UserBlockConnection';
  /** The blocks of this page with their cursors. */
  edges: Array<UserBlockEdge>;
  /** The blocks of this page. */
  nodes: Array<UserBlock>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of blocks in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A block and its place in the list. */
export type UserBlockEdge = {
  __typename?: 'UserBlockEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The block. */
  node: UserBlock;
};

/** Somebody who is muted. */
export type UserMute = {
  __typename?: 'UserMute';
  /** Who; null when the account has ended. */
  user?: Maybe<User>;
  /** Since when. */
  mutedAt: Scalars['DateTime']['output'];
  /** When it ends by itself; null for not. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of mutes. */
export type UserMuteConnection = {
  __typename?: 'UserMuteConnection';
  /** The mutes of this page with their cursors. */
  edges: Array<UserMuteEdge>;
  /** The mutes of this page. */
  nodes: Array<UserMute>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of mutes in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A mute and its place in the list. */
export type UserMuteEdge = {
  __typename?: 'UserMuteEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The mute. */
  node: UserMute;
};

/** Whom to block. */
export type UserBlockInput = {
  /** The account; at most 1,000 may be blocked. */
  userId: Scalars['ID']['input'];
};

/** Result of userBlock. */
export type UserBlockPayload = {
  __typename?: 'UserBlockPayload';
  /** The account that is blocked. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whom to unblock. */
export type UserUnblockInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
};

/** Result of userUnblock. */
export type UserUnblockPayload = {
  __typename?: 'UserUnblockPayload';
  /** The account that is no longer blocked. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whom to mute. */
export type UserMuteInput = {
  /** The account; at most 1,000 may be muted. */
  userId: Scalars['ID']['input'];
  /** When it ends by itself; null for not. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of userMute. */
export type UserMutePayload = {
  __typename?: 'UserMutePayload';
  /** The account that is muted. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whom to unmute. */
export type UserUnmuteInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
};

/** Result of userUnmute. */
export type UserUnmutePayload = {
  __typename?: 'UserUnmutePayload';
  /** The account that is no longer muted. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A private note. */
export type UserNoteUpdateInput = {
  /** Whom it is about. */
  userId: Scalars['ID']['input'];
  /** The note, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of userNoteUpdate. */
export type UserNoteUpdatePayload = {
  __typename?: 'UserNoteUpdatePayload';
  /** The account, with the note. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** An entry of the audit trail. */
export type SecurityEvent = {
  __typename?: 'SecurityEvent';
  /** Id of the entry. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: SecurityEventKind;
  /** Whose account; null when no account has the e-mail that was tried. */
  user?: Maybe<User>;
  /** Whether an administrator did it, not the person. */
  isByAdministrator: Scalars['Boolean']['output'];
  /** Which administrator did it (ADMIN only); null where it was done at a shell. */
  actor?: Maybe<User>;
  /** The e-mail that was tried; for failed sign-ins (ADMIN only). */
  email?: Maybe<Scalars['String']['output']>;
  /** The role that was given or taken. */
  role?: Maybe<Role>;
  /** The words of who did it. */
  reason?: Maybe<Scalars['String']['output']>;
  /** With which device. */
  device?: Maybe<Device>;
  /** From where. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** Roughly where that is, e.g. Bogotá, Colombia; null when not known. */
  place?: Maybe<Scalars['String']['output']>;
  /**
   * Whether it is unlike what this account does: a country that it was not used from before, or a device and network where no
   * country is known; a copied token; the fifth wrong answer, of password or second factor, within 15 minutes, and those after it.
   */
  isSuspicious: Scalars['Boolean']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** What an audit trail tells. */
export type SecurityEventKind =
  /** The account was made. */
  | 'REGISTERED'
  /** Somebody signed in. */
  | 'SIGNED_IN'
  /** E-mail or password was wrong, where somebody signed in or proved again who is there. */
  | 'SIGN_IN_FAILED'
  /** The second factor was wrong. */
  | 'SECOND_FACTOR_FAILED'
  /** A recovery code was used up. */
  | 'RECOVERY_CODE_USED'
  /** A session was ended. */
  | 'SIGNED_OUT'
  /** All, or all other, sessions were ended. */
  | 'SESSIONS_REVOKED'
  /** A refresh token came twice, so its session was ended. */
  | 'REFRESH_TOKEN_REUSED'
  /** The address was verified. */
  | 'EMAIL_VERIFIED'
  /** Another address was asked for. */
  | 'EMAIL_CHANGE_REQUESTED'
  /** The address was replaced. */
  | 'EMAIL_CHANGED'
  /** A link to set a new password was mailed. */
  | 'PASSWORD_RESET_REQUESTED'
  /** The password was set anew. */
  | 'PASSWORD_CHANGED'
  /** A second factor was added. */
  | 'TWO_FACTOR_ENABLED'
  /** It was taken off by the person. */
  | 'TWO_FACTOR_DISABLED'
  /** It was taken off by an administrator. */
  | 'TWO_FACTOR_RESET'
  /** New recovery codes were given. */
  | 'RECOVERY_CODES_RENEWED'
  /** A provider was linked. */
  | 'IDENTITY_LINKED'
  /** A provider was unlinked. */
  | 'IDENTITY_UNLINKED'
  /** A role was given. */
  | 'ROLE_GRANTED'
  /** A role was taken. */
  | 'ROLE_REVOKED'
  /** The account was suspended. */
  | 'SUSPENDED'
  /** The suspension was ended. */
  | 'RESTORED'
  /** The seller was verified. */
  | 'SELLER_VERIFIED'
  /** The request to be verified was turned down. */
  | 'SELLER_VERIFICATION_REJECTED'
  /** The verification was taken away. */
  | 'SELLER_VERIFICATION_REVOKED';

/** Filter of the audit trail; fields are ANDed. */
export type SecurityEventFilterInput = {
  /** Of this account. */
  userId?: InputMaybe<Scalars['ID']['input']>;
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<SecurityEventKind>>;
  /** From this address, at most 45 characters. */
  ipAddress?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is unlike the account. */
  isSuspicious?: InputMaybe<Scalars['Boolean']['input']>;
  /** Happened in this range. */
  occurredAt?: InputMaybe<DateTimeRangeInput>;
};

/** A page of entries. */
export type SecurityEventConnection = {
  __typename?: 'SecurityEventConnection';
  /** The entries of this page with their cursors. */
  edges: Array<SecurityEventEdge>;
  /** The entries of this page. */
  nodes: Array<SecurityEvent>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of entries in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry and its place in the list. */
export type SecurityEventEdge = {
  __typename?: 'SecurityEventEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: SecurityEvent;
};

/** The public page of somebody who sells. */
export type Seller = Node & {
  __typename?: 'Seller';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Whose page it is. */
  user: User;
  /** Name of the shop; the account's name until set. */
  storeName: Scalars['String']['output'];
  /** One line under it. */
  tagline?: Maybe<Scalars['String']['output']>;
  /** Text in Markdown. */
  about?: Maybe<Scalars['String']['output']>;
  /** Small picture. */
  logo?: Maybe<Media>;
  /** Wide picture. */
  banner?: Maybe<Media>;
  /** Where it is, in the seller's words. */
  location?: Maybe<Scalars['String']['output']>;
  /** Country it ships from. */
  countryCode?: Maybe<Scalars['CountryCode']['output']>;
  /** Public address for questions. */
  contactEmail?: Maybe<Scalars['String']['output']>;
  /** Public phone, E.164. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** How it ships; text in Markdown. */
  shippingPolicy?: Maybe<Scalars['String']['output']>;
  /** How it takes things back; text in Markdown. */
  returnPolicy?: Maybe<Scalars['String']['output']>;
  /** Whether the marketplace has checked who this is. */
  isVerified: Scalars['Boolean']['output'];
  /** Since when. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether nothing is shipped now; products stay visible. */
  isOnVacation: Scalars['Boolean']['output'];
  /** What buyers read meanwhile. */
  vacationMessage?: Maybe<Scalars['String']['output']>;
  /** Since when it sells. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
};

/** Changes of a seller page. */
export type SellerUpdateInput = {
  /** Name of the shop, 1 to 80 characters. */
  storeName?: InputMaybe<Scalars['String']['input']>;
  /** One line under it, at most 120 characters. */
  tagline?: InputMaybe<Scalars['String']['input']>;
  /** Text in Markdown, at most 10,000 characters. */
  about?: InputMaybe<Scalars['String']['input']>;
  /** An own public picture, uploaded as AVATAR or PRODUCT. */
  logoId?: InputMaybe<Scalars['ID']['input']>;
  /** An own public picture, wide, uploaded as AVATAR or PRODUCT. */
  bannerId?: InputMaybe<Scalars['ID']['input']>;
  /** Where it is, at most 100 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** Country it ships from. */
  countryCode?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Public address for questions, at most 254 characters. */
  contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** Public phone, E.164. */
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** How it ships; Markdown, at most 10,000 characters. */
  shippingPolicy?: InputMaybe<Scalars['String']['input']>;
  /** How it takes things back; Markdown, at most 10,000 characters. */
  returnPolicy?: InputMaybe<Scalars['String']['input']>;
  /** Whether nothing is shipped now. */
  isOnVacation?: InputMaybe<Scalars['Boolean']['input']>;
  /** What buyers read meanwhile, at most 500 characters. */
  vacationMessage?: InputMaybe<Scalars['String']['input']>;
  /** Refuse when it has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of sellerUpdate. */
export type SellerUpdatePayload = {
  __typename?: 'SellerUpdatePayload';
  /** The page now. */
  seller?: Maybe<Seller>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A request to be verified as a seller. Seen by the seller and ADMIN. */
export type SellerVerification = Node & {
  __typename?: 'SellerVerification';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Who asks. */
  user: User;
  /** State. */
  status: SellerVerificationStatus;
  /** Name in the register, or of the person. */
  legalName: Scalars['String']['output'];
  /** Country of the register. */
  countryCode: Scalars['CountryCode']['output'];
  /** Number in the register. */
  registrationNumber?: Maybe<Scalars['String']['output']>;
  /** Tax number. */
  taxId?: Maybe<Scalars['String']['output']>;
  /** Seat. */
  address?: Maybe<PostalAddress>;
  /** The seller's words. */
  note?: Maybe<Scalars['String']['output']>;
  /** Proofs, private files; at most 10. One that was removed is null. */
  documents: Array<Maybe<Media>>;
  /** Why it was turned down, or taken away. */
  rejection?: Maybe<SellerVerificationRejection>;
  /** When it was asked. */
  submittedAt: Scalars['DateTime']['output'];
  /** When it was decided. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided (ADMIN only). */
  decidedBy?: Maybe<User>;
  /** Counts up with each change. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may take it back now. */
  viewerCanWithdraw: Scalars['Boolean']['output'];
  /** Whether the viewer may approve or reject it now. */
  viewerCanDecide: Scalars['Boolean']['output'];
};

/** States of a request to be verified. */
export type SellerVerificationStatus =
  /** Waits for a decision. */
  | 'PENDING'
  /** The seller is verified. */
  | 'APPROVED'
  /** Turned down. */
  | 'REJECTED'
  /** Taken back by the seller. */
  | 'WITHDRAWN'
  /** Approved once, taken away later. */
  | 'REVOKED';

/** Why a verification was turned down or taken away. */
export type SellerVerificationRejection = {
  __typename?: 'SellerVerificationRejection';
  /** Kind of reason. */
  reason: SellerVerificationRejectionReason;
  /** The administrator's words to the seller. */
  message?: Maybe<Scalars['String']['output']>;
};

/** Kinds of reasons not to verify a seller. */
export type SellerVerificationRejectionReason =
  /** A proof cannot be read or has run out. */
  | 'DOCUMENT_UNREADABLE'
  /** The proofs say something else. */
  | 'DATA_MISMATCH'
  /** This seller may not sell here. */
  | 'NOT_ELIGIBLE'
  /** Something is wrong. */
  | 'FRAUD_SUSPECTED'
  /** The rules of the marketplace were broken. */
  | 'POLICY_VIOLATION'
  /** See the message. */
  | 'OTHER';

/** Filter of requests; fields are ANDed. */
export type SellerVerificationFilterInput = {
  /** In one of these states; PENDING when absent. */
  statuses?: InputMaybe<Array<SellerVerificationStatus>>;
  /** Beginning of a legal name, registration number or username, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** From one of these countries. */
  countryCodes?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Asked in this range. */
  submittedAt?: InputMaybe<DateTimeRangeInput>;
};

/** A page of requests. */
export type SellerVerificationConnection = {
  __typename?: 'SellerVerificationConnection';
  /** The requests of this page with their cursors. */
  edges: Array<SellerVerificationEdge>;
  /** The requests of this page. */
  nodes: Array<SellerVerification>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of requests in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A request and its place in the list. */
export type SellerVerificationEdge = {
  __typename?: 'SellerVerificationEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The request. */
  node: SellerVerification;
};

/** A request to be verified. */
export type SellerVerificationRequestInput = {
  /** Name in the register, or of the person, 1 to 200 characters. */
  legalName: Scalars['String']['input'];
  /** Country of the register. */
  countryCode: Scalars['CountryCode']['input'];
  /** Number in the register, at most 60 characters. */
  registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** Tax number, at most 40 characters; kept encrypted. */
  taxId?: InputMaybe<Scalars['String']['input']>;
  /** Seat. */
  address?: InputMaybe<PostalAddressInput>;
  /** Own files with purpose DOCUMENT, at most 10. */
  documentIds?: Array<Scalars['ID']['input']>;
  /** Anything else, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of sellerVerificationRequest. */
export type SellerVerificationRequestPayload = {
  __typename?: 'SellerVerificationRequestPayload';
  /** The new request. */
  sellerVerification?: Maybe<SellerVerification>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which request to take back. */
export type SellerVerificationWithdrawInput = {
  /** The request. */
  sellerVerificationId: Scalars['ID']['input'];
};

/** Result of sellerVerificationWithdraw. */
export type SellerVerificationWithdrawPayload = {
  __typename?: 'SellerVerificationWithdrawPayload';
  /** The request now. */
  sellerVerification?: Maybe<SellerVerification>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which request to approve. */
export type SellerVerificationApproveInput = {
  /** The request. */
  sellerVerificationId: Scalars['ID']['input'];
  /** Refuse when the seller verification has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of sellerVerificationApprove. */
export type SellerVerificationApprovePayload = {
  __typename?: 'SellerVerificationApprovePayload';
  /** The request now. */
  sellerVerification?: Maybe<SellerVerification>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which request to turn down. */
export type SellerVerificationRejectInput = {
  /** The request. */
  sellerVerificationId: Scalars['ID']['input'];
  /** Kind of reason. */
  reason: SellerVerificationRejectionReason;
  /** Words to the seller, at most 2,000 characters; required for OTHER. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Refuse when the seller verification has another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of sellerVerificationReject. */
export type SellerVerificationRejectPayload = {
  __typename?: 'SellerVerificationRejectPayload';
  /** The request now. */
  sellerVerification?: Maybe<SellerVerification>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whose verification to take away. */
export type SellerVerificationRevokeInput = {
  /** The seller's account. */
  userId: Scalars['ID']['input'];
  /** Kind of reason. */
  reason: SellerVerificationRejectionReason;
  /** Words to the seller, at most 2,000 characters; required for OTHER. */
  message?: InputMaybe<Scalars['String']['input']>;
};

/** Result of sellerVerificationRevoke. */
export type SellerVerificationRevokePayload = {
  __typename?: 'SellerVerificationRevokePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A device that is signed in. */
export type DeviceSession = {
  __typename?: 'DeviceSession';
  /** Session id. */
  id: Scalars['ID']['output'];
  /** What the browser says it is. */
  device: Device;
  /** Where it was last used from. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** Roughly where that is, e.g. Bogotá, Colombia; null when not known. */
  place?: Maybe<Scalars['String']['output']>;
  /** How it was signed in. */
  method: SignInMethod;
  /** Whether it is the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When it was signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last refreshed. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** When it ends unless used. */
  expiresAt: Scalars['DateTime']['output'];
  /** With whom, when the method is PROVIDER. */
  provider?: Maybe<IdentityProvider>;
};

/** What a browser or app says of itself. */
export type Device = {
  __typename?: 'Device';
  /** To show, e.g. Firefox on Windows, in the language of the request. */
  label: Scalars['String']['output'];
  /** Kind of device. */
  kind: DeviceKind;
  /** Name of the browser or app. */
  browser?: Maybe<Scalars['String']['output']>;
  /** Name of the system. */
  operatingSystem?: Maybe<Scalars['String']['output']>;
};

/** Kinds of devices. */
export type DeviceKind =
  /** A computer. */
  | 'DESKTOP'
  /** A phone. */
  | 'MOBILE'
  /** A tablet. */
  | 'TABLET'
  /** A program, or not known. */
  | 'OTHER';

/** Ways to sign in. */
export type SignInMethod =
  /** E-mail and password. */
  | 'PASSWORD'
  /** Another company vouches. */
  | 'PROVIDER'
  /** The session that a registration began. */
  | 'REGISTRATION';

/** A page of sessions. */
export type DeviceSessionConnection = {
  __typename?: 'DeviceSessionConnection';
  /** The sessions of this page with their cursors. */
  edges: Array<DeviceSessionEdge>;
  /** The sessions of this page. */
  nodes: Array<DeviceSession>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of sessions in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A session and its place in the list. */
export type DeviceSessionEdge = {
  __typename?: 'DeviceSessionEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The session. */
  node: DeviceSession;
};

/** Refresh input. */
export type SessionRefreshInput = {
  /** The token of the last answer, at most 512 characters. Absent when it travels in a cookie; REQUIRED when it is in neither. */
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** Revoke input. */
export type SessionRevokeInput = {
  /** Whose sessions; the viewer's when absent. Another's: ADMIN only. */
  userId?: InputMaybe<Scalars['ID']['input']>;
  /** The session to end; the current one when absent. Of another's sessions, give it, or say all. */
  sessionId?: InputMaybe<Scalars['ID']['input']>;
  /** End every session of the account. */
  allSessions?: InputMaybe<Scalars['Boolean']['input']>;
  /** End every session of the account but the current one; of another's, all. */
  otherSessions?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tokens of a session. */
export type Session = {
  __typename?: 'Session';
  /** Session id. */
  id: Scalars['ID']['output'];
  /** JWT; null when it travels in a cookie. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** Rotating token; null when it travels in a cookie. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Expiry of the access token. */
  expiresAt: Scalars['DateTime']['output'];
  /** How the tokens travel. */
  transport: SessionTransport;
  /** When the session ends unless it is refreshed, by default 30 days after the last time. */
  sessionExpiresAt: Scalars['DateTime']['output'];
};

/** How the tokens of a session travel. */
export type SessionTransport =
  /** In the answer: keep the access token in memory and send it as "Authorization: Bearer …". */
  | 'BEARER'
  /**
   * In cookies of the gateway's site that scripts cannot read (HttpOnly, Secure, SameSite=Strict): the answer has no
   * tokens, sessionRefresh needs none, and every HTTP request must carry the header apollo-require-preflight: 1 or a JSON
   * content type, so that no other site can make one. WebSockets are signed in by the cookie, from allowed origins only.
   * A session in cookies begins over HTTP; INVALID over a WebSocket.
   */
  | 'COOKIE';

/** Result of sessionCreate and sessionRefresh, and of the other ways to sign in. */
export type SessionCreatePayload = {
  __typename?: 'SessionCreatePayload';
  /** Tokens; null for a repeat that comes after they were exchanged. */
  session?: Maybe<Session>;
  /** Account. */
  user?: Maybe<User>;
  /** Whether the account was made just now. */
  isNewAccount: Scalars['Boolean']['output'];
  /** Why nothing was changed; empty on success. A refresh token that comes back too late is TOKEN_EXPIRED, and ends its session. */
  userErrors: Array<UserError>;
  /** What is asked for first; session and user are null then, and userErrors empty. */
  challenge?: Maybe<SessionChallenge>;
};

/** Result of sessionRevoke. */
export type SessionRevokePayload = {
  __typename?: 'SessionRevokePayload';
  /** Revoked ids, at most 100 of them. */
  revokedSessionIds: Array<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Registration input. Role is never accepted from the client. */
export type UserRegisterInput = {
  /** E-mail to sign in with, at most 254 characters. */
  email: Scalars['String']['input'];
  /** Password to sign in with, 10 to 200 characters. */
  password: Scalars['String']['input'];
  /** Name shown to others, 1 to 80 characters as people count them. */
  displayName: Scalars['String']['input'];
  /** Unique handle, 3 to 32 small letters, digits, hyphens and underscores; made from the display name when absent. */
  username?: InputMaybe<Scalars['String']['input']>;
  /** Language of the account; the request's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Currency of the account; the marketplace's when absent. */
  currencyCode?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** Time zone of the account; UTC when absent. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Kind of profile to begin with. */
  profileKind?: InputMaybe<ProfileKind>;
  /** How the tokens of the session travel. */
  transport?: InputMaybe<SessionTransport>;
};

/** Result of userRegister. */
export type UserRegisterPayload = {
  __typename?: 'UserRegisterPayload';
  /** New account. */
  user?: Maybe<User>;
  /** Tokens; null for a repeat that comes after they were exchanged. */
  session?: Maybe<Session>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Sign-in input. */
export type SessionCreateInput = {
  /** E-mail of the account. */
  email: Scalars['String']['input'];
  /** Password of the account. */
  password: Scalars['String']['input'];
  /** How the tokens of the session travel. */
  transport?: InputMaybe<SessionTransport>;
};

/** Who is there. */
export type SessionReauthenticateInput = {
  /** Password of the account, at most 200 characters. */
  password: Scalars['String']['input'];
  /** A code of the second factor, or a recovery code, at most 32 characters; CODE_INVALID without it where there is one. */
  code?: InputMaybe<Scalars['String']['input']>;
};

/** Change of the password. */
export type UserPasswordChangeInput = {
  /** The old one; not needed within 10 minutes of a sign-in or of sessionReauthenticate, and not enough where there is a second factor. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** Password to sign in with, 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
  /** End every session but this one. */
  otherSessions?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of userPasswordChange. */
export type UserPasswordChangePayload = {
  __typename?: 'UserPasswordChangePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Sessions that were ended, at most 100 of them. */
  revokedSessionIds: Array<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Whose password was forgotten. */
export type UserPasswordResetRequestInput = {
  /** The account's address, at most 254 characters. */
  email: Scalars['String']['input'];
  /** Language of the mail; the account's when absent. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** Result of userPasswordResetRequest. */
export type UserPasswordResetRequestPayload = {
  __typename?: 'UserPasswordResetRequestPayload';
  /** True for every well-formed address, known or not. */
  isAccepted: Scalars['Boolean']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A new password. */
export type UserPasswordResetInput = {
  /** The token from the mail, at most 512 characters; used once. */
  token: Scalars['String']['input'];
  /** Password to sign in with, 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

/** Result of userPasswordReset. */
export type UserPasswordResetPayload = {
  __typename?: 'UserPasswordResetPayload';
  /** Whether the new password holds now. */
  isReset: Scalars['Boolean']['output'];
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Another address. */
export type UserEmailChangeRequestInput = {
  /** The new address, at most 254 characters. */
  newEmail: Scalars['String']['input'];
};

/** Result of userEmailChangeRequest. */
export type UserEmailChangeRequestPayload = {
  __typename?: 'UserEmailChangeRequestPayload';
  /** The account, with the pending address. */
  user?: Maybe<User>;
  /** When the mailed link ends, after 1 hour. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which address to make the account's. */
export type UserEmailChangeConfirmInput = {
  /** The token from the mail, at most 512 characters; used once. */
  token: Scalars['String']['input'];
};

/** Result of userEmailChangeConfirm. */
export type UserEmailChangeConfirmPayload = {
  __typename?: 'UserEmailChangeConfirmPayload';
  /** The account; null when somebody else, or nobody, is signed in. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Keep the old address. */
export type UserEmailChangeCancelInput = {
  /** The account; the viewer's when absent. Another's: ADMIN only. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of userEmailChangeCancel. */
export type UserEmailChangeCancelPayload = {
  __typename?: 'UserEmailChangeCancelPayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A named skill. */
export type Skill = Node & {
  __typename?: 'Skill';
  /** Global id, opaque to clients. */
  id: Scalars['ID']['output'];
  /** Slug, unique among skills; it never changes. */
  key: Scalars['String']['output'];
  /** Label. */
  name: Scalars['String']['output'];
  /** Label in every language it has, at most 30. */
  names: Array<LocalisedText>;
  /** How many people have it (recounted every few minutes). */
  userCount: Scalars['Int']['output'];
};


/** A named skill. */
export type SkillNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A page of skills. */
export type SkillConnection = {
  __typename?: 'SkillConnection';
  /** The skills of this page with their cursors. */
  edges: Array<SkillEdge>;
  /** The skills of this page. */
  nodes: Array<Skill>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** Number of skills in the whole list, counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A skill and its place in the list. */
export type SkillEdge = {
  __typename?: 'SkillEdge';
  /** Position in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The skill. */
  node: Skill;
};

/** Skill filter; fields are ANDed. */
export type SkillFilterInput = {
  /** Beginning of a word of the label in any language, at most 100 characters. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** One of these keys, at most 100. */
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The skills somebody has. */
export type UserSkillsUpdateInput = {
  /** Keys of the catalogue in the order to show them, at most 50; what is not among them goes. */
  skillKeys: Array<Scalars['String']['input']>;
};

/** Result of userSkillsUpdate. */
export type UserSkillsUpdatePayload = {
  __typename?: 'UserSkillsUpdatePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** A new skill. */
export type SkillCreateInput = {
  /** Slug, 2 to 60 small letters, digits and hyphens. */
  key: Scalars['String']['input'];
  /** Label in each language, 1 to 30, each 1 to 80 characters; the first is the fallback. */
  names: Array<LocalisedTextInput>;
};

/** Result of skillCreate. */
export type SkillCreatePayload = {
  __typename?: 'SkillCreatePayload';
  /** The new skill. */
  skill?: Maybe<Skill>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Changes of a skill. */
export type SkillUpdateInput = {
  /** The skill. */
  skillId: Scalars['ID']['input'];
  /** Label in each language, 1 to 30, each 1 to 80 characters; replaces all. */
  names: Array<LocalisedTextInput>;
};

/** Result of skillUpdate. */
export type SkillUpdatePayload = {
  __typename?: 'SkillUpdatePayload';
  /** The skill now. */
  skill?: Maybe<Skill>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Which skill to remove. */
export type SkillDeleteInput = {
  /** The skill. */
  skillId: Scalars['ID']['input'];
  /** The skill to give those who have it; none when absent. */
  replaceById?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of skillDelete. */
export type SkillDeletePayload = {
  __typename?: 'SkillDeletePayload';
  /** The skill that is gone. */
  deletedSkillId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** State of a second factor. */
export type TwoFactor = {
  __typename?: 'TwoFactor';
  /** Whether it is asked for at sign-in. */
  isEnabled: Scalars['Boolean']['output'];
  /** Since when. */
  enabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Recovery codes not used, at most 10. */
  recoveryCodesLeft: Scalars['Int']['output'];
};

/** The second factor that is asked for before a session is given. */
export type SessionChallenge = {
  __typename?: 'SessionChallenge';
  /** Give it to sessionChallengeComplete. */
  token: Scalars['String']['output'];
  /** What may be answered, at most 2. */
  methods: Array<SecondFactorMethod>;
  /** Wrong codes left. */
  attemptsLeft: Scalars['Int']['output'];
  /** When the challenge ends. */
  expiresAt: Scalars['DateTime']['output'];
};

/** Second factors. */
export type SecondFactorMethod =
  /** A code of an authenticator app. */
  | 'TOTP'
  /** One of the recovery codes, each of which works once. */
  | 'RECOVERY_CODE';

/** The second factor. */
export type SessionChallengeCompleteInput = {
  /** Token of the challenge, at most 512 characters. */
  token: Scalars['String']['input'];
  /** What is answered. */
  method?: SecondFactorMethod;
  /** The code, at most 32 characters; spaces and hyphens do not matter. */
  code: Scalars['String']['input'];
};

/** A second factor. */
export type TwoFactorSetupStartInput = {
  /** Name of the account in the app, at most 100 characters; its e-mail when absent. */
  label?: InputMaybe<Scalars['String']['input']>;
};

/** Result of twoFactorSetupStart. */
export type TwoFactorSetupStartPayload = {
  __typename?: 'TwoFactorSetupStartPayload';
  /** The secret in base32, to type in by hand. */
  secret?: Maybe<Scalars['String']['output']>;
  /** The same for an authenticator app: show it as a QR code. */
  otpauthUri?: Maybe<Scalars['String']['output']>;
  /** When the set-up ends unless confirmed, after 15 minutes. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** The first code. */
export type TwoFactorSetupConfirmInput = {
  /** Code of the authenticator app, 6 digits. */
  code: Scalars['String']['input'];
};

/** Result of twoFactorSetupConfirm. */
export type TwoFactorSetupConfirmPayload = {
  __typename?: 'TwoFactorSetupConfirmPayload';
  /** 10 codes to keep on paper, at most 10; each works once, and they are not shown again. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** No second factor any more. */
export type TwoFactorDisableInput = {
  /** Code of the authenticator app, or a recovery code; at most 32 characters. */
  code: Scalars['String']['input'];
};

/** Result of twoFactorDisable. */
export type TwoFactorDisablePayload = {
  __typename?: 'TwoFactorDisablePayload';
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** New recovery codes. */
export type TwoFactorRecoveryCodesRenewInput = {
  /** Code of the authenticator app, 6 digits. */
  code: Scalars['String']['input'];
};

/** Result of twoFactorRecoveryCodesRenew. */
export type TwoFactorRecoveryCodesRenewPayload = {
  __typename?: 'TwoFactorRecoveryCodesRenewPayload';
  /** 10 codes to keep on paper, at most 10; each works once, and they are not shown again. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** The account now. */
  user?: Maybe<User>;
  /** Why nothing was changed; empty on success. */
  userErrors: Array<UserError>;
};

/** Who has lost the second factor. */
export type TwoFactorResetInput = {
  /** The account. */
  userId: Scalars['ID']['input'];
  /** How the person was recognised, for the audit trail, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** Result of twoFactorReset. */
export type TwoFactorResetPayload = {
  __typename?: 'TwoFactorResetPayload';
  /** The account now. */
  user?: Maybe<User>;
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
  User: User;
  Address: Address;
  Profile: Profile;
  Seller: Seller;
  SellerVerification: SellerVerification;
  Skill: Skill;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Address:
    ( { __typename: 'Address' }
    & GraphQLRecursivePick<FederationTypes['Address'], {"id":true}> );
  Profile:
    ( { __typename: 'Profile' }
    & GraphQLRecursivePick<FederationTypes['Profile'], {"id":true}> );
  Seller:
    ( { __typename: 'Seller' }
    & GraphQLRecursivePick<FederationTypes['Seller'], {"id":true}> );
  SellerVerification:
    ( { __typename: 'SellerVerification' }
    & GraphQLRecursivePick<FederationTypes['SellerVerification'], {"id":true}> );
  Skill:
    ( { __typename: 'Skill' }
    & ( GraphQLRecursivePick<FederationTypes['Skill'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Skill'], {"key":true}> ) );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ProfileDetails:
    | ( SpecialistDetailsParent )
    | ( BusinessDetailsParent )
    | ( ConsumerDetailsParent )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( UserParent )
    | ( AddressParent )
    | ( ProfileParent )
    | ( SellerParent )
    | ( SellerVerificationParent )
    | ( SkillParent )
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
  PostalAddress: ResolverTypeWrapper<PostalAddressParent>;
  PostalAddressInput: PostalAddressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserParent>;
  UserContact: ResolverTypeWrapper<UserContactParent>;
  UserPreferences: ResolverTypeWrapper<UserPreferencesParent>;
  ThemePreference: ThemePreference;
  UserUpdateInput: UserUpdateInput;
  UserUpdatePayload: ResolverTypeWrapper<UserUpdatePayloadParent>;
  UserContactUpdateInput: UserContactUpdateInput;
  UserContactUpdatePayload: ResolverTypeWrapper<UserContactUpdatePayloadParent>;
  UserPreferencesUpdateInput: UserPreferencesUpdateInput;
  UserPreferencesUpdatePayload: ResolverTypeWrapper<UserPreferencesUpdatePayloadParent>;
  UserEmailVerifyInput: UserEmailVerifyInput;
  UserEmailVerifyPayload: ResolverTypeWrapper<UserEmailVerifyPayloadParent>;
  UserEmailVerificationResendInput: UserEmailVerificationResendInput;
  UserEmailVerificationResendPayload: ResolverTypeWrapper<UserEmailVerificationResendPayloadParent>;
  ViewerEvent: ResolverTypeWrapper<ViewerEventParent>;
  ViewerEventKind: ViewerEventKind;
  Media: ResolverTypeWrapper<Media>;
  Address: ResolverTypeWrapper<AddressParent>;
  AddressCreateInput: AddressCreateInput;
  AddressCreatePayload: ResolverTypeWrapper<AddressCreatePayloadParent>;
  AddressUpdateInput: AddressUpdateInput;
  AddressUpdatePayload: ResolverTypeWrapper<AddressUpdatePayloadParent>;
  AddressDeleteInput: AddressDeleteInput;
  AddressDeletePayload: ResolverTypeWrapper<AddressDeletePayloadParent>;
  IdentityProvider: ResolverTypeWrapper<IdentityProviderParent>;
  Identity: ResolverTypeWrapper<IdentityParent>;
  SessionProviderStartInput: SessionProviderStartInput;
  SessionProviderStartPayload: ResolverTypeWrapper<SessionProviderStartPayloadParent>;
  SessionProviderCompleteInput: SessionProviderCompleteInput;
  IdentityLinkStartInput: IdentityLinkStartInput;
  IdentityLinkStartPayload: ResolverTypeWrapper<IdentityLinkStartPayloadParent>;
  IdentityLinkCompleteInput: IdentityLinkCompleteInput;
  IdentityLinkCompletePayload: ResolverTypeWrapper<IdentityLinkCompletePayloadParent>;
  IdentityUnlinkInput: IdentityUnlinkInput;
  IdentityUnlinkPayload: ResolverTypeWrapper<IdentityUnlinkPayloadParent>;
  UserStatus: UserStatus;
  UserSuspension: ResolverTypeWrapper<UserSuspensionParent>;
  UserConnection: ResolverTypeWrapper<UserConnectionParent>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserFilterInput: UserFilterInput;
  UserSortInput: UserSortInput;
  UserSortField: UserSortField;
  UserRoleGrantInput: UserRoleGrantInput;
  UserRoleGrantPayload: ResolverTypeWrapper<UserRoleGrantPayloadParent>;
  UserRoleRevokeInput: UserRoleRevokeInput;
  UserRoleRevokePayload: ResolverTypeWrapper<UserRoleRevokePayloadParent>;
  UserSuspendInput: UserSuspendInput;
  UserSuspendPayload: ResolverTypeWrapper<UserSuspendPayloadParent>;
  UserRestoreInput: UserRestoreInput;
  UserRestorePayload: ResolverTypeWrapper<UserRestorePayloadParent>;
  Profile: ResolverTypeWrapper<ProfileParent>;
  ProfileLink: ResolverTypeWrapper<ProfileLink>;
  ProfileDetails: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ProfileDetails']>;
  SpecialistDetails: ResolverTypeWrapper<SpecialistDetailsParent>;
  Certificate: ResolverTypeWrapper<Certificate>;
  BusinessDetails: ResolverTypeWrapper<BusinessDetailsParent>;
  BusinessSize: BusinessSize;
  ConsumerDetails: ResolverTypeWrapper<ConsumerDetailsParent>;
  ProfileKind: ProfileKind;
  ProfileFilterInput: ProfileFilterInput;
  ProfileSortInput: ProfileSortInput;
  ProfileSortField: ProfileSortField;
  ProfileConnection: ResolverTypeWrapper<ProfileConnectionParent>;
  ProfileEdge: ResolverTypeWrapper<Omit<ProfileEdge, 'node'> & { node: ResolversTypes['Profile'] }>;
  ProfileUpdateInput: ProfileUpdateInput;
  ProfileLinkInput: ProfileLinkInput;
  SpecialistDetailsInput: SpecialistDetailsInput;
  CertificateInput: CertificateInput;
  BusinessDetailsInput: BusinessDetailsInput;
  ConsumerDetailsInput: ConsumerDetailsInput;
  ProfileUpdatePayload: ResolverTypeWrapper<ProfileUpdatePayloadParent>;
  ProfileKindChangeInput: ProfileKindChangeInput;
  ProfileKindChangePayload: ResolverTypeWrapper<ProfileKindChangePayloadParent>;
  Category: ResolverTypeWrapper<CategoryParent>;
  UserBlock: ResolverTypeWrapper<UserBlockParent>;
  UserBlockConnection: ResolverTypeWrapper<UserBlockConnectionParent>;
  UserBlockEdge: ResolverTypeWrapper<Omit<UserBlockEdge, 'node'> & { node: ResolversTypes['UserBlock'] }>;
  UserMute: ResolverTypeWrapper<UserMuteParent>;
  UserMuteConnection: ResolverTypeWrapper<UserMuteConnectionParent>;
  UserMuteEdge: ResolverTypeWrapper<Omit<UserMuteEdge, 'node'> & { node: ResolversTypes['UserMute'] }>;
  UserBlockInput: UserBlockInput;
  UserBlockPayload: ResolverTypeWrapper<UserBlockPayloadParent>;
  UserUnblockInput: UserUnblockInput;
  UserUnblockPayload: ResolverTypeWrapper<UserUnblockPayloadParent>;
  UserMuteInput: UserMuteInput;
  UserMutePayload: ResolverTypeWrapper<UserMutePayloadParent>;
  UserUnmuteInput: UserUnmuteInput;
  UserUnmutePayload: ResolverTypeWrapper<UserUnmutePayloadParent>;
  UserNoteUpdateInput: UserNoteUpdateInput;
  UserNoteUpdatePayload: ResolverTypeWrapper<UserNoteUpdatePayloadParent>;
  SecurityEvent: ResolverTypeWrapper<SecurityEventParent>;
  SecurityEventKind: SecurityEventKind;
  SecurityEventFilterInput: SecurityEventFilterInput;
  SecurityEventConnection: ResolverTypeWrapper<SecurityEventConnectionParent>;
  SecurityEventEdge: ResolverTypeWrapper<Omit<SecurityEventEdge, 'node'> & { node: ResolversTypes['SecurityEvent'] }>;
  Seller: ResolverTypeWrapper<SellerParent>;
  SellerUpdateInput: SellerUpdateInput;
  SellerUpdatePayload: ResolverTypeWrapper<SellerUpdatePayloadParent>;
  SellerVerification: ResolverTypeWrapper<SellerVerificationParent>;
  SellerVerificationStatus: SellerVerificationStatus;
  SellerVerificationRejection: ResolverTypeWrapper<SellerVerificationRejection>;
  SellerVerificationRejectionReason: SellerVerificationRejectionReason;
  SellerVerificationFilterInput: SellerVerificationFilterInput;
  SellerVerificationConnection: ResolverTypeWrapper<SellerVerificationConnectionParent>;
  SellerVerificationEdge: ResolverTypeWrapper<Omit<SellerVerificationEdge, 'node'> & { node: ResolversTypes['SellerVerification'] }>;
  SellerVerificationRequestInput: SellerVerificationRequestInput;
  SellerVerificationRequestPayload: ResolverTypeWrapper<SellerVerificationRequestPayloadParent>;
  SellerVerificationWithdrawInput: SellerVerificationWithdrawInput;
  SellerVerificationWithdrawPayload: ResolverTypeWrapper<SellerVerificationWithdrawPayloadParent>;
  SellerVerificationApproveInput: SellerVerificationApproveInput;
  SellerVerificationApprovePayload: ResolverTypeWrapper<SellerVerificationApprovePayloadParent>;
  SellerVerificationRejectInput: SellerVerificationRejectInput;
  SellerVerificationRejectPayload: ResolverTypeWrapper<SellerVerificationRejectPayloadParent>;
  SellerVerificationRevokeInput: SellerVerificationRevokeInput;
  SellerVerificationRevokePayload: ResolverTypeWrapper<SellerVerificationRevokePayloadParent>;
  DeviceSession: ResolverTypeWrapper<DeviceSessionParent>;
  Device: ResolverTypeWrapper<DeviceParent>;
  DeviceKind: DeviceKind;
  SignInMethod: SignInMethod;
  DeviceSessionConnection: ResolverTypeWrapper<DeviceSessionConnectionParent>;
  DeviceSessionEdge: ResolverTypeWrapper<Omit<DeviceSessionEdge, 'node'> & { node: ResolversTypes['DeviceSession'] }>;
  SessionRefreshInput: SessionRefreshInput;
  SessionRevokeInput: SessionRevokeInput;
  Session: ResolverTypeWrapper<Session>;
  SessionTransport: SessionTransport;
  SessionCreatePayload: ResolverTypeWrapper<SessionCreatePayloadParent>;
  SessionRevokePayload: ResolverTypeWrapper<SessionRevokePayloadParent>;
  UserRegisterInput: UserRegisterInput;
  UserRegisterPayload: ResolverTypeWrapper<UserRegisterPayloadParent>;
  SessionCreateInput: SessionCreateInput;
  SessionReauthenticateInput: SessionReauthenticateInput;
  UserPasswordChangeInput: UserPasswordChangeInput;
  UserPasswordChangePayload: ResolverTypeWrapper<UserPasswordChangePayloadParent>;
  UserPasswordResetRequestInput: UserPasswordResetRequestInput;
  UserPasswordResetRequestPayload: ResolverTypeWrapper<UserPasswordResetRequestPayloadParent>;
  UserPasswordResetInput: UserPasswordResetInput;
  UserPasswordResetPayload: ResolverTypeWrapper<UserPasswordResetPayloadParent>;
  UserEmailChangeRequestInput: UserEmailChangeRequestInput;
  UserEmailChangeRequestPayload: ResolverTypeWrapper<UserEmailChangeRequestPayloadParent>;
  UserEmailChangeConfirmInput: UserEmailChangeConfirmInput;
  UserEmailChangeConfirmPayload: ResolverTypeWrapper<UserEmailChangeConfirmPayloadParent>;
  UserEmailChangeCancelInput: UserEmailChangeCancelInput;
  UserEmailChangeCancelPayload: ResolverTypeWrapper<UserEmailChangeCancelPayloadParent>;
  Skill: ResolverTypeWrapper<SkillParent>;
  SkillConnection: ResolverTypeWrapper<SkillConnectionParent>;
  SkillEdge: ResolverTypeWrapper<Omit<SkillEdge, 'node'> & { node: ResolversTypes['Skill'] }>;
  SkillFilterInput: SkillFilterInput;
  UserSkillsUpdateInput: UserSkillsUpdateInput;
  UserSkillsUpdatePayload: ResolverTypeWrapper<UserSkillsUpdatePayloadParent>;
  SkillCreateInput: SkillCreateInput;
  SkillCreatePayload: ResolverTypeWrapper<SkillCreatePayloadParent>;
  SkillUpdateInput: SkillUpdateInput;
  SkillUpdatePayload: ResolverTypeWrapper<SkillUpdatePayloadParent>;
  SkillDeleteInput: SkillDeleteInput;
  SkillDeletePayload: ResolverTypeWrapper<SkillDeletePayloadParent>;
  TwoFactor: ResolverTypeWrapper<TwoFactorParent>;
  SessionChallenge: ResolverTypeWrapper<SessionChallengeParent>;
  SecondFactorMethod: SecondFactorMethod;
  SessionChallengeCompleteInput: SessionChallengeCompleteInput;
  TwoFactorSetupStartInput: TwoFactorSetupStartInput;
  TwoFactorSetupStartPayload: ResolverTypeWrapper<TwoFactorSetupStartPayloadParent>;
  TwoFactorSetupConfirmInput: TwoFactorSetupConfirmInput;
  TwoFactorSetupConfirmPayload: ResolverTypeWrapper<TwoFactorSetupConfirmPayloadParent>;
  TwoFactorDisableInput: TwoFactorDisableInput;
  TwoFactorDisablePayload: ResolverTypeWrapper<TwoFactorDisablePayloadParent>;
  TwoFactorRecoveryCodesRenewInput: TwoFactorRecoveryCodesRenewInput;
  TwoFactorRecoveryCodesRenewPayload: ResolverTypeWrapper<TwoFactorRecoveryCodesRenewPayloadParent>;
  TwoFactorResetInput: TwoFactorResetInput;
  TwoFactorResetPayload: ResolverTypeWrapper<TwoFactorResetPayloadParent>;
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
  User: UserParent;
  UserContact: UserContactParent;
  UserPreferences: UserPreferencesParent;
  UserUpdateInput: UserUpdateInput;
  UserUpdatePayload: UserUpdatePayloadParent;
  UserContactUpdateInput: UserContactUpdateInput;
  UserContactUpdatePayload: UserContactUpdatePayloadParent;
  UserPreferencesUpdateInput: UserPreferencesUpdateInput;
  UserPreferencesUpdatePayload: UserPreferencesUpdatePayloadParent;
  UserEmailVerifyInput: UserEmailVerifyInput;
  UserEmailVerifyPayload: UserEmailVerifyPayloadParent;
  UserEmailVerificationResendInput: UserEmailVerificationResendInput;
  UserEmailVerificationResendPayload: UserEmailVerificationResendPayloadParent;
  ViewerEvent: ViewerEventParent;
  Media: Media;
  Address: AddressParent;
  AddressCreateInput: AddressCreateInput;
  AddressCreatePayload: AddressCreatePayloadParent;
  AddressUpdateInput: AddressUpdateInput;
  AddressUpdatePayload: AddressUpdatePayloadParent;
  AddressDeleteInput: AddressDeleteInput;
  AddressDeletePayload: AddressDeletePayloadParent;
  IdentityProvider: IdentityProviderParent;
  Identity: IdentityParent;
  SessionProviderStartInput: SessionProviderStartInput;
  SessionProviderStartPayload: SessionProviderStartPayloadParent;
  SessionProviderCompleteInput: SessionProviderCompleteInput;
  IdentityLinkStartInput: IdentityLinkStartInput;
  IdentityLinkStartPayload: IdentityLinkStartPayloadParent;
  IdentityLinkCompleteInput: IdentityLinkCompleteInput;
  IdentityLinkCompletePayload: IdentityLinkCompletePayloadParent;
  IdentityUnlinkInput: IdentityUnlinkInput;
  IdentityUnlinkPayload: IdentityUnlinkPayloadParent;
  UserSuspension: UserSuspensionParent;
  UserConnection: UserConnectionParent;
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserFilterInput: UserFilterInput;
  UserSortInput: UserSortInput;
  UserRoleGrantInput: UserRoleGrantInput;
  UserRoleGrantPayload: UserRoleGrantPayloadParent;
  UserRoleRevokeInput: UserRoleRevokeInput;
  UserRoleRevokePayload: UserRoleRevokePayloadParent;
  UserSuspendInput: UserSuspendInput;
  UserSuspendPayload: UserSuspendPayloadParent;
  UserRestoreInput: UserRestoreInput;
  UserRestorePayload: UserRestorePayloadParent;
  Profile: ProfileParent;
  ProfileLink: ProfileLink;
  ProfileDetails: ResolversUnionTypes<ResolversParentTypes>['ProfileDetails'];
  SpecialistDetails: SpecialistDetailsParent;
  Certificate: Certificate;
  BusinessDetails: BusinessDetailsParent;
  ConsumerDetails: ConsumerDetailsParent;
  ProfileFilterInput: ProfileFilterInput;
  ProfileSortInput: ProfileSortInput;
  ProfileConnection: ProfileConnectionParent;
  ProfileEdge: Omit<ProfileEdge, 'node'> & { node: ResolversParentTypes['Profile'] };
  ProfileUpdateInput: ProfileUpdateInput;
  ProfileLinkInput: ProfileLinkInput;
  SpecialistDetailsInput: SpecialistDetailsInput;
  CertificateInput: CertificateInput;
  BusinessDetailsInput: BusinessDetailsInput;
  ConsumerDetailsInput: ConsumerDetailsInput;
  ProfileUpdatePayload: ProfileUpdatePayloadParent;
  ProfileKindChangeInput: ProfileKindChangeInput;
  ProfileKindChangePayload: ProfileKindChangePayloadParent;
  Category: CategoryParent;
  UserBlock: UserBlockParent;
  UserBlockConnection: UserBlockConnectionParent;
  UserBlockEdge: Omit<UserBlockEdge, 'node'> & { node: ResolversParentTypes['UserBlock'] };
  UserMute: UserMuteParent;
  UserMuteConnection: UserMuteConnectionParent;
  UserMuteEdge: Omit<UserMuteEdge, 'node'> & { node: ResolversParentTypes['UserMute'] };
  UserBlockInput: UserBlockInput;
  UserBlockPayload: UserBlockPayloadParent;
  UserUnblockInput: UserUnblockInput;
  UserUnblockPayload: UserUnblockPayloadParent;
  UserMuteInput: UserMuteInput;
  UserMutePayload: UserMutePayloadParent;
  UserUnmuteInput: UserUnmuteInput;
  UserUnmutePayload: UserUnmutePayloadParent;
  UserNoteUpdateInput: UserNoteUpdateInput;
  UserNoteUpdatePayload: UserNoteUpdatePayloadParent;
  SecurityEvent: SecurityEventParent;
  SecurityEventFilterInput: SecurityEventFilterInput;
  SecurityEventConnection: SecurityEventConnectionParent;
  SecurityEventEdge: Omit<SecurityEventEdge, 'node'> & { node: ResolversParentTypes['SecurityEvent'] };
  Seller: SellerParent;
  SellerUpdateInput: SellerUpdateInput;
  SellerUpdatePayload: SellerUpdatePayloadParent;
  SellerVerification: SellerVerificationParent;
  SellerVerificationRejection: SellerVerificationRejection;
  SellerVerificationFilterInput: SellerVerificationFilterInput;
  SellerVerificationConnection: SellerVerificationConnectionParent;
  SellerVerificationEdge: Omit<SellerVerificationEdge, 'node'> & { node: ResolversParentTypes['SellerVerification'] };
  SellerVerificationRequestInput: SellerVerificationRequestInput;
  SellerVerificationRequestPayload: SellerVerificationRequestPayloadParent;
  SellerVerificationWithdrawInput: SellerVerificationWithdrawInput;
  SellerVerificationWithdrawPayload: SellerVerificationWithdrawPayloadParent;
  SellerVerificationApproveInput: SellerVerificationApproveInput;
  SellerVerificationApprovePayload: SellerVerificationApprovePayloadParent;
  SellerVerificationRejectInput: SellerVerificationRejectInput;
  SellerVerificationRejectPayload: SellerVerificationRejectPayloadParent;
  SellerVerificationRevokeInput: SellerVerificationRevokeInput;
  SellerVerificationRevokePayload: SellerVerificationRevokePayloadParent;
  DeviceSession: DeviceSessionParent;
  Device: DeviceParent;
  DeviceSessionConnection: DeviceSessionConnectionParent;
  DeviceSessionEdge: Omit<DeviceSessionEdge, 'node'> & { node: ResolversParentTypes['DeviceSession'] };
  SessionRefreshInput: SessionRefreshInput;
  SessionRevokeInput: SessionRevokeInput;
  Session: Session;
  SessionCreatePayload: SessionCreatePayloadParent;
  SessionRevokePayload: SessionRevokePayloadParent;
  UserRegisterInput: UserRegisterInput;
  UserRegisterPayload: UserRegisterPayloadParent;
  SessionCreateInput: SessionCreateInput;
  SessionReauthenticateInput: SessionReauthenticateInput;
  UserPasswordChangeInput: UserPasswordChangeInput;
  UserPasswordChangePayload: UserPasswordChangePayloadParent;
  UserPasswordResetRequestInput: UserPasswordResetRequestInput;
  UserPasswordResetRequestPayload: UserPasswordResetRequestPayloadParent;
  UserPasswordResetInput: UserPasswordResetInput;
  UserPasswordResetPayload: UserPasswordResetPayloadParent;
  UserEmailChangeRequestInput: UserEmailChangeRequestInput;
  UserEmailChangeRequestPayload: UserEmailChangeRequestPayloadParent;
  UserEmailChangeConfirmInput: UserEmailChangeConfirmInput;
  UserEmailChangeConfirmPayload: UserEmailChangeConfirmPayloadParent;
  UserEmailChangeCancelInput: UserEmailChangeCancelInput;
  UserEmailChangeCancelPayload: UserEmailChangeCancelPayloadParent;
  Skill: SkillParent;
  SkillConnection: SkillConnectionParent;
  SkillEdge: Omit<SkillEdge, 'node'> & { node: ResolversParentTypes['Skill'] };
  SkillFilterInput: SkillFilterInput;
  UserSkillsUpdateInput: UserSkillsUpdateInput;
  UserSkillsUpdatePayload: UserSkillsUpdatePayloadParent;
  SkillCreateInput: SkillCreateInput;
  SkillCreatePayload: SkillCreatePayloadParent;
  SkillUpdateInput: SkillUpdateInput;
  SkillUpdatePayload: SkillUpdatePayloadParent;
  SkillDeleteInput: SkillDeleteInput;
  SkillDeletePayload: SkillDeletePayloadParent;
  TwoFactor: TwoFactorParent;
  SessionChallenge: SessionChallengeParent;
  SessionChallengeCompleteInput: SessionChallengeCompleteInput;
  TwoFactorSetupStartInput: TwoFactorSetupStartInput;
  TwoFactorSetupStartPayload: TwoFactorSetupStartPayloadParent;
  TwoFactorSetupConfirmInput: TwoFactorSetupConfirmInput;
  TwoFactorSetupConfirmPayload: TwoFactorSetupConfirmPayloadParent;
  TwoFactorDisableInput: TwoFactorDisableInput;
  TwoFactorDisablePayload: TwoFactorDisablePayloadParent;
  TwoFactorRecoveryCodesRenewInput: TwoFactorRecoveryCodesRenewInput;
  TwoFactorRecoveryCodesRenewPayload: TwoFactorRecoveryCodesRenewPayloadParent;
  TwoFactorResetInput: TwoFactorResetInput;
  TwoFactorResetPayload: TwoFactorResetPayloadParent;
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
  __resolveType: TypeResolveFn<'User' | 'Address' | 'Profile' | 'Seller' | 'SellerVerification' | 'Skill', ParentType, ContextType>;
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
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, Partial<QueryUserArgs>>;
  identityProviders?: Resolver<Maybe<Array<ResolversTypes['IdentityProvider']>>, ParentType, ContextType>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first' | 'sort'>>;
  profiles?: Resolver<Maybe<ResolversTypes['ProfileConnection']>, ParentType, ContextType, RequireFields<QueryProfilesArgs, 'first' | 'sort'>>;
  securityEvents?: Resolver<Maybe<ResolversTypes['SecurityEventConnection']>, ParentType, ContextType, RequireFields<QuerySecurityEventsArgs, 'first'>>;
  sellerVerifications?: Resolver<Maybe<ResolversTypes['SellerVerificationConnection']>, ParentType, ContextType, RequireFields<QuerySellerVerificationsArgs, 'first'>>;
  skills?: Resolver<Maybe<ResolversTypes['SkillConnection']>, ParentType, ContextType, RequireFields<QuerySkillsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  userEmailVerify?: Resolver<Maybe<ResolversTypes['UserEmailVerifyPayload']>, ParentType, ContextType, RequireFields<MutationUserEmailVerifyArgs, 'input'>>;
  userEmailVerificationResend?: Resolver<Maybe<ResolversTypes['UserEmailVerificationResendPayload']>, ParentType, ContextType, RequireFields<MutationUserEmailVerificationResendArgs, 'input'>>;
  userUpdate?: Resolver<Maybe<ResolversTypes['UserUpdatePayload']>, ParentType, ContextType, RequireFields<MutationUserUpdateArgs, 'input'>>;
  userContactUpdate?: Resolver<Maybe<ResolversTypes['UserContactUpdatePayload']>, ParentType, ContextType, RequireFields<MutationUserContactUpdateArgs, 'input'>>;
  userPreferencesUpdate?: Resolver<Maybe<ResolversTypes['UserPreferencesUpdatePayload']>, ParentType, ContextType, RequireFields<MutationUserPreferencesUpdateArgs, 'input'>>;
  addressCreate?: Resolver<Maybe<ResolversTypes['AddressCreatePayload']>, ParentType, ContextType, RequireFields<MutationAddressCreateArgs, 'input'>>;
  addressUpdate?: Resolver<Maybe<ResolversTypes['AddressUpdatePayload']>, ParentType, ContextType, RequireFields<MutationAddressUpdateArgs, 'input'>>;
  addressDelete?: Resolver<Maybe<ResolversTypes['AddressDeletePayload']>, ParentType, ContextType, RequireFields<MutationAddressDeleteArgs, 'input'>>;
  sessionProviderStart?: Resolver<Maybe<ResolversTypes['SessionProviderStartPayload']>, ParentType, ContextType, RequireFields<MutationSessionProviderStartArgs, 'input'>>;
  sessionProviderComplete?: Resolver<Maybe<ResolversTypes['SessionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSessionProviderCompleteArgs, 'input'>>;
  identityLinkStart?: Resolver<Maybe<ResolversTypes['IdentityLinkStartPayload']>, ParentType, ContextType, RequireFields<MutationIdentityLinkStartArgs, 'input'>>;
  identityLinkComplete?: Resolver<Maybe<ResolversTypes['IdentityLinkCompletePayload']>, ParentType, ContextType, RequireFields<MutationIdentityLinkCompleteArgs, 'input'>>;
  identityUnlink?: Resolver<Maybe<ResolversTypes['IdentityUnlinkPayload']>, ParentType, ContextType, RequireFields<MutationIdentityUnlinkArgs, 'input'>>;
  userRoleGrant?: Resolver<Maybe<ResolversTypes['UserRoleGrantPayload']>, ParentType, ContextType, RequireFields<MutationUserRoleGrantArgs, 'input'>>;
  userRoleRevoke?: Resolver<Maybe<ResolversTypes['UserRoleRevokePayload']>, ParentType, ContextType, RequireFields<MutationUserRoleRevokeArgs, 'input'>>;
  userSuspend?: Resolver<Maybe<ResolversTypes['UserSuspendPayload']>, ParentType, ContextType, RequireFields<MutationUserSuspendArgs, 'input'>>;
  userRestore?: Resolver<Maybe<ResolversTypes['UserRestorePayload']>, ParentType, ContextType, RequireFields<MutationUserRestoreArgs, 'input'>>;
  profileUpdate?: Resolver<Maybe<ResolversTypes['ProfileUpdatePayload']>, ParentType, ContextType, RequireFields<MutationProfileUpdateArgs, 'input'>>;
  profileKindChange?: Resolver<Maybe<ResolversTypes['ProfileKindChangePayload']>, ParentType, ContextType, RequireFields<MutationProfileKindChangeArgs, 'input'>>;
  userBlock?: Resolver<Maybe<ResolversTypes['UserBlockPayload']>, ParentType, ContextType, RequireFields<MutationUserBlockArgs, 'input'>>;
  userUnblock?: Resolver<Maybe<ResolversTypes['UserUnblockPayload']>, ParentType, ContextType, RequireFields<MutationUserUnblockArgs, 'input'>>;
  userMute?: Resolver<Maybe<ResolversTypes['UserMutePayload']>, ParentType, ContextType, RequireFields<MutationUserMuteArgs, 'input'>>;
  userUnmute?: Resolver<Maybe<ResolversTypes['UserUnmutePayload']>, ParentType, ContextType, RequireFields<MutationUserUnmuteArgs, 'input'>>;
  userNoteUpdate?: Resolver<Maybe<ResolversTypes['UserNoteUpdatePayload']>, ParentType, ContextType, RequireFields<MutationUserNoteUpdateArgs, 'input'>>;
  sellerUpdate?: Resolver<Maybe<ResolversTypes['SellerUpdatePayload']>, ParentType, ContextType, RequireFields<MutationSellerUpdateArgs, 'input'>>;
  sellerVerificationRequest?: Resolver<Maybe<ResolversTypes['SellerVerificationRequestPayload']>, ParentType, ContextType, RequireFields<MutationSellerVerificationRequestArgs, 'input'>>;
  sellerVerificationWithdraw?: Resolver<Maybe<ResolversTypes['SellerVerificationWithdrawPayload']>, ParentType, ContextType, RequireFields<MutationSellerVerificationWithdrawArgs, 'input'>>;
  sellerVerificationApprove?: Resolver<Maybe<ResolversTypes['SellerVerificationApprovePayload']>, ParentType, ContextType, RequireFields<MutationSellerVerificationApproveArgs, 'input'>>;
  sellerVerificationReject?: Resolver<Maybe<ResolversTypes['SellerVerificationRejectPayload']>, ParentType, ContextType, RequireFields<MutationSellerVerificationRejectArgs, 'input'>>;
  sellerVerificationRevoke?: Resolver<Maybe<ResolversTypes['SellerVerificationRevokePayload']>, ParentType, ContextType, RequireFields<MutationSellerVerificationRevokeArgs, 'input'>>;
  sessionRefresh?: Resolver<Maybe<ResolversTypes['SessionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSessionRefreshArgs, 'input'>>;
  sessionRevoke?: Resolver<Maybe<ResolversTypes['SessionRevokePayload']>, ParentType, ContextType, RequireFields<MutationSessionRevokeArgs, 'input'>>;
  userRegister?: Resolver<Maybe<ResolversTypes['UserRegisterPayload']>, ParentType, ContextType, RequireFields<MutationUserRegisterArgs, 'input'>>;
  sessionCreate?: Resolver<Maybe<ResolversTypes['SessionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSessionCreateArgs, 'input'>>;
  sessionReauthenticate?: Resolver<Maybe<ResolversTypes['SessionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSessionReauthenticateArgs, 'input'>>;
  userPasswordResetRequest?: Resolver<Maybe<ResolversTypes['UserPasswordResetRequestPayload']>, ParentType, ContextType, RequireFields<MutationUserPasswordResetRequestArgs, 'input'>>;
  userPasswordReset?: Resolver<Maybe<ResolversTypes['UserPasswordResetPayload']>, ParentType, ContextType, RequireFields<MutationUserPasswordResetArgs, 'input'>>;
  userEmailChangeRequest?: Resolver<Maybe<ResolversTypes['UserEmailChangeRequestPayload']>, ParentType, ContextType, RequireFields<MutationUserEmailChangeRequestArgs, 'input'>>;
  userEmailChangeConfirm?: Resolver<Maybe<ResolversTypes['UserEmailChangeConfirmPayload']>, ParentType, ContextType, RequireFields<MutationUserEmailChangeConfirmArgs, 'input'>>;
  userEmailChangeCancel?: Resolver<Maybe<ResolversTypes['UserEmailChangeCancelPayload']>, ParentType, ContextType, RequireFields<MutationUserEmailChangeCancelArgs, 'input'>>;
  userPasswordChange?: Resolver<Maybe<ResolversTypes['UserPasswordChangePayload']>, ParentType, ContextType, RequireFields<MutationUserPasswordChangeArgs, 'input'>>;
  userSkillsUpdate?: Resolver<Maybe<ResolversTypes['UserSkillsUpdatePayload']>, ParentType, ContextType, RequireFields<MutationUserSkillsUpdateArgs, 'input'>>;
  skillCreate?: Resolver<Maybe<ResolversTypes['SkillCreatePayload']>, ParentType, ContextType, RequireFields<MutationSkillCreateArgs, 'input'>>;
  skillUpdate?: Resolver<Maybe<ResolversTypes['SkillUpdatePayload']>, ParentType, ContextType, RequireFields<MutationSkillUpdateArgs, 'input'>>;
  skillDelete?: Resolver<Maybe<ResolversTypes['SkillDeletePayload']>, ParentType, ContextType, RequireFields<MutationSkillDeleteArgs, 'input'>>;
  sessionChallengeComplete?: Resolver<Maybe<ResolversTypes['SessionCreatePayload']>, ParentType, ContextType, RequireFields<MutationSessionChallengeCompleteArgs, 'input'>>;
  twoFactorSetupStart?: Resolver<Maybe<ResolversTypes['TwoFactorSetupStartPayload']>, ParentType, ContextType, RequireFields<MutationTwoFactorSetupStartArgs, 'input'>>;
  twoFactorSetupConfirm?: Resolver<Maybe<ResolversTypes['TwoFactorSetupConfirmPayload']>, ParentType, ContextType, RequireFields<MutationTwoFactorSetupConfirmArgs, 'input'>>;
  twoFactorDisable?: Resolver<Maybe<ResolversTypes['TwoFactorDisablePayload']>, ParentType, ContextType, RequireFields<MutationTwoFactorDisableArgs, 'input'>>;
  twoFactorRecoveryCodesRenew?: Resolver<Maybe<ResolversTypes['TwoFactorRecoveryCodesRenewPayload']>, ParentType, ContextType, RequireFields<MutationTwoFactorRecoveryCodesRenewArgs, 'input'>>;
  twoFactorReset?: Resolver<Maybe<ResolversTypes['TwoFactorResetPayload']>, ParentType, ContextType, RequireFields<MutationTwoFactorResetArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  viewerUpdated?: SubscriptionResolver<ResolversTypes['ViewerEvent'], "viewerUpdated", ParentType, ContextType, Partial<SubscriptionViewerUpdatedArgs>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<Array<ResolversTypes['Role']>>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['UserContact']>, ParentType, ContextType>;
  preferences?: Resolver<Maybe<ResolversTypes['UserPreferences']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  liveCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  addresses?: Resolver<Maybe<Array<ResolversTypes['Address']>>, ParentType, ContextType>;
  defaultShippingAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  defaultBillingAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  hasPassword?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  identities?: Resolver<Maybe<Array<ResolversTypes['Identity']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['UserStatus']>, ParentType, ContextType>;
  suspension?: Resolver<Maybe<ResolversTypes['UserSuspension']>, ParentType, ContextType>;
  viewerCanSuspend?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanGrantRoles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  blockedUsers?: Resolver<Maybe<ResolversTypes['UserBlockConnection']>, ParentType, ContextType, RequireFields<UserBlockedUsersArgs, 'first'>>;
  mutedUsers?: Resolver<Maybe<ResolversTypes['UserMuteConnection']>, ParentType, ContextType, RequireFields<UserMutedUsersArgs, 'first'>>;
  viewerHasBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerHasMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCanBlock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  securityEvents?: Resolver<Maybe<ResolversTypes['SecurityEventConnection']>, ParentType, ContextType, RequireFields<UserSecurityEventsArgs, 'first'>>;
  seller?: Resolver<Maybe<ResolversTypes['Seller']>, ParentType, ContextType>;
  sellerVerification?: Resolver<Maybe<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ResolversTypes['DeviceSessionConnection']>, ParentType, ContextType, RequireFields<UserSessionsArgs, 'first'>>;
  lastSignedInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pendingEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  twoFactor?: Resolver<Maybe<ResolversTypes['TwoFactor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserContact'] = ResolversParentTypes['UserContact']> = {
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alternateEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPreferences'] = ResolversParentTypes['UserPreferences']> = {
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['ThemePreference'], ParentType, ContextType>;
  isListed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPersonalised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserUpdatePayload'] = ResolversParentTypes['UserUpdatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserContactUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserContactUpdatePayload'] = ResolversParentTypes['UserContactUpdatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserPreferencesUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPreferencesUpdatePayload'] = ResolversParentTypes['UserPreferencesUpdatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserEmailVerifyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEmailVerifyPayload'] = ResolversParentTypes['UserEmailVerifyPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserEmailVerificationResendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEmailVerificationResendPayload'] = ResolversParentTypes['UserEmailVerificationResendPayload']> = {
  nextAllowedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ViewerEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViewerEvent'] = ResolversParentTypes['ViewerEvent']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerEventKind'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address'], FederationReferenceType extends FederationReferenceTypes['Address'] = FederationReferenceTypes['Address']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Address']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalAddress?: Resolver<ResolversTypes['PostalAddress'], ParentType, ContextType>;
  isDefaultShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDefaultBilling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressCreatePayload'] = ResolversParentTypes['AddressCreatePayload']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddressUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressUpdatePayload'] = ResolversParentTypes['AddressUpdatePayload']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddressDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressDeletePayload'] = ResolversParentTypes['AddressDeletePayload']> = {
  deletedAddressId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IdentityProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityProvider'] = ResolversParentTypes['IdentityProvider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  iconUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['IdentityProvider'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  viewerCanUnlink?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SessionProviderStartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionProviderStartPayload'] = ResolversParentTypes['SessionProviderStartPayload']> = {
  authorizationUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  browserKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IdentityLinkStartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityLinkStartPayload'] = ResolversParentTypes['IdentityLinkStartPayload']> = {
  authorizationUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  browserKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IdentityLinkCompletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityLinkCompletePayload'] = ResolversParentTypes['IdentityLinkCompletePayload']> = {
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IdentityUnlinkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityUnlinkPayload'] = ResolversParentTypes['IdentityUnlinkPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserSuspensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSuspension'] = ResolversParentTypes['UserSuspension']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  suspendedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  suspendedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserRoleGrantPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserRoleGrantPayload'] = ResolversParentTypes['UserRoleGrantPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserRoleRevokePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserRoleRevokePayload'] = ResolversParentTypes['UserRoleRevokePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserSuspendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSuspendPayload'] = ResolversParentTypes['UserSuspendPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserRestorePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserRestorePayload'] = ResolversParentTypes['UserRestorePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile'], FederationReferenceType extends FederationReferenceTypes['Profile'] = FederationReferenceTypes['Profile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Profile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProfileKind'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  websiteUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['ProfileLink']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  details?: Resolver<ResolversTypes['ProfileDetails'], ParentType, ContextType>;
  isVerifiedSeller?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProfileLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileLink'] = ResolversParentTypes['ProfileLink']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type ProfileDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileDetails'] = ResolversParentTypes['ProfileDetails']> = {
  __resolveType: TypeResolveFn<'SpecialistDetails' | 'BusinessDetails' | 'ConsumerDetails', ParentType, ContextType>;
};

export type SpecialistDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpecialistDetails'] = ResolversParentTypes['SpecialistDetails']> = {
  profession?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  experienceYears?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hourlyRate?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  certificates?: Resolver<Array<ResolversTypes['Certificate']>, ParentType, ContextType>;
  portfolio?: Resolver<Array<Maybe<ResolversTypes['Media']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type BusinessDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BusinessDetails'] = ResolversParentTypes['BusinessDetails']> = {
  legalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  foundedYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['BusinessSize']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsumerDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsumerDetails'] = ResolversParentTypes['ConsumerDetails']> = {
  interests?: Resolver<Array<Maybe<ResolversTypes['Category']>>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProfileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileConnection'] = ResolversParentTypes['ProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProfileEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Profile']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProfileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileEdge'] = ResolversParentTypes['ProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Profile'], ParentType, ContextType>;
};

export type ProfileUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileUpdatePayload'] = ResolversParentTypes['ProfileUpdatePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProfileKindChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProfileKindChangePayload'] = ResolversParentTypes['ProfileKindChangePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['Profile']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserBlockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserBlock'] = ResolversParentTypes['UserBlock']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  blockedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserBlockConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserBlockConnection'] = ResolversParentTypes['UserBlockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserBlockEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UserBlock']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserBlockEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserBlockEdge'] = ResolversParentTypes['UserBlockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserBlock'], ParentType, ContextType>;
};

export type UserMuteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMute'] = ResolversParentTypes['UserMute']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mutedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserMuteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMuteConnection'] = ResolversParentTypes['UserMuteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserMuteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UserMute']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserMuteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMuteEdge'] = ResolversParentTypes['UserMuteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserMute'], ParentType, ContextType>;
};

export type UserBlockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserBlockPayload'] = ResolversParentTypes['UserBlockPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserUnblockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserUnblockPayload'] = ResolversParentTypes['UserUnblockPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserMutePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserMutePayload'] = ResolversParentTypes['UserMutePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserUnmutePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserUnmutePayload'] = ResolversParentTypes['UserUnmutePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserNoteUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserNoteUpdatePayload'] = ResolversParentTypes['UserNoteUpdatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SecurityEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEvent'] = ResolversParentTypes['SecurityEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SecurityEventKind'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  isByAdministrator?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSuspicious?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SecurityEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEventConnection'] = ResolversParentTypes['SecurityEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SecurityEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SecurityEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SecurityEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityEventEdge'] = ResolversParentTypes['SecurityEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityEvent'], ParentType, ContextType>;
};

export type SellerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Seller'] = ResolversParentTypes['Seller'], FederationReferenceType extends FederationReferenceTypes['Seller'] = FederationReferenceTypes['Seller']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Seller']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  storeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tagline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  banner?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippingPolicy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returnPolicy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isOnVacation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  vacationMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SellerUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerUpdatePayload'] = ResolversParentTypes['SellerUpdatePayload']> = {
  seller?: Resolver<Maybe<ResolversTypes['Seller']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SellerVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerification'] = ResolversParentTypes['SellerVerification'], FederationReferenceType extends FederationReferenceTypes['SellerVerification'] = FederationReferenceTypes['SellerVerification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SellerVerification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SellerVerificationStatus'], ParentType, ContextType>;
  legalName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<Array<Maybe<ResolversTypes['Media']>>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['SellerVerificationRejection']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanWithdraw?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanDecide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SellerVerificationRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationRejection'] = ResolversParentTypes['SellerVerificationRejection']> = {
  reason?: Resolver<ResolversTypes['SellerVerificationRejectionReason'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SellerVerificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationConnection'] = ResolversParentTypes['SellerVerificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SellerVerificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SellerVerificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationEdge'] = ResolversParentTypes['SellerVerificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SellerVerification'], ParentType, ContextType>;
};

export type SellerVerificationRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationRequestPayload'] = ResolversParentTypes['SellerVerificationRequestPayload']> = {
  sellerVerification?: Resolver<Maybe<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SellerVerificationWithdrawPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationWithdrawPayload'] = ResolversParentTypes['SellerVerificationWithdrawPayload']> = {
  sellerVerification?: Resolver<Maybe<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SellerVerificationApprovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationApprovePayload'] = ResolversParentTypes['SellerVerificationApprovePayload']> = {
  sellerVerification?: Resolver<Maybe<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SellerVerificationRejectPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationRejectPayload'] = ResolversParentTypes['SellerVerificationRejectPayload']> = {
  sellerVerification?: Resolver<Maybe<ResolversTypes['SellerVerification']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SellerVerificationRevokePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SellerVerificationRevokePayload'] = ResolversParentTypes['SellerVerificationRevokePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeviceSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSession'] = ResolversParentTypes['DeviceSession']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['Device'], ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['SignInMethod'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['IdentityProvider']>, ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeviceKind'], ParentType, ContextType>;
  browser?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operatingSystem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeviceSessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSessionConnection'] = ResolversParentTypes['DeviceSessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeviceSessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeviceSession']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeviceSessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceSessionEdge'] = ResolversParentTypes['DeviceSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeviceSession'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  transport?: Resolver<ResolversTypes['SessionTransport'], ParentType, ContextType>;
  sessionExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SessionCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionCreatePayload'] = ResolversParentTypes['SessionCreatePayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  isNewAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  challenge?: Resolver<Maybe<ResolversTypes['SessionChallenge']>, ParentType, ContextType>;
};

export type SessionRevokePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionRevokePayload'] = ResolversParentTypes['SessionRevokePayload']> = {
  revokedSessionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserRegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserRegisterPayload'] = ResolversParentTypes['UserRegisterPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserPasswordChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPasswordChangePayload'] = ResolversParentTypes['UserPasswordChangePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  revokedSessionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserPasswordResetRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPasswordResetRequestPayload'] = ResolversParentTypes['UserPasswordResetRequestPayload']> = {
  isAccepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserPasswordResetPayload'] = ResolversParentTypes['UserPasswordResetPayload']> = {
  isReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserEmailChangeRequestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEmailChangeRequestPayload'] = ResolversParentTypes['UserEmailChangeRequestPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserEmailChangeConfirmPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEmailChangeConfirmPayload'] = ResolversParentTypes['UserEmailChangeConfirmPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserEmailChangeCancelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEmailChangeCancelPayload'] = ResolversParentTypes['UserEmailChangeCancelPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill'], FederationReferenceType extends FederationReferenceTypes['Skill'] = FederationReferenceTypes['Skill']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Skill']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SkillNameArgs>>;
  names?: Resolver<Array<ResolversTypes['LocalisedText']>, ParentType, ContextType>;
  userCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SkillConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillConnection'] = ResolversParentTypes['SkillConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SkillEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SkillEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillEdge'] = ResolversParentTypes['SkillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
};

export type UserSkillsUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserSkillsUpdatePayload'] = ResolversParentTypes['UserSkillsUpdatePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SkillCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillCreatePayload'] = ResolversParentTypes['SkillCreatePayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SkillUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillUpdatePayload'] = ResolversParentTypes['SkillUpdatePayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SkillDeletePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillDeletePayload'] = ResolversParentTypes['SkillDeletePayload']> = {
  deletedSkillId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TwoFactorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactor'] = ResolversParentTypes['TwoFactor']> = {
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SessionChallengeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionChallenge'] = ResolversParentTypes['SessionChallenge']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['SecondFactorMethod']>, ParentType, ContextType>;
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TwoFactorSetupStartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactorSetupStartPayload'] = ResolversParentTypes['TwoFactorSetupStartPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otpauthUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TwoFactorSetupConfirmPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactorSetupConfirmPayload'] = ResolversParentTypes['TwoFactorSetupConfirmPayload']> = {
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TwoFactorDisablePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactorDisablePayload'] = ResolversParentTypes['TwoFactorDisablePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TwoFactorRecoveryCodesRenewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactorRecoveryCodesRenewPayload'] = ResolversParentTypes['TwoFactorRecoveryCodesRenewPayload']> = {
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TwoFactorResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TwoFactorResetPayload'] = ResolversParentTypes['TwoFactorResetPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
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
  User?: UserResolvers<ContextType>;
  UserContact?: UserContactResolvers<ContextType>;
  UserPreferences?: UserPreferencesResolvers<ContextType>;
  UserUpdatePayload?: UserUpdatePayloadResolvers<ContextType>;
  UserContactUpdatePayload?: UserContactUpdatePayloadResolvers<ContextType>;
  UserPreferencesUpdatePayload?: UserPreferencesUpdatePayloadResolvers<ContextType>;
  UserEmailVerifyPayload?: UserEmailVerifyPayloadResolvers<ContextType>;
  UserEmailVerificationResendPayload?: UserEmailVerificationResendPayloadResolvers<ContextType>;
  ViewerEvent?: ViewerEventResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  AddressCreatePayload?: AddressCreatePayloadResolvers<ContextType>;
  AddressUpdatePayload?: AddressUpdatePayloadResolvers<ContextType>;
  AddressDeletePayload?: AddressDeletePayloadResolvers<ContextType>;
  IdentityProvider?: IdentityProviderResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  SessionProviderStartPayload?: SessionProviderStartPayloadResolvers<ContextType>;
  IdentityLinkStartPayload?: IdentityLinkStartPayloadResolvers<ContextType>;
  IdentityLinkCompletePayload?: IdentityLinkCompletePayloadResolvers<ContextType>;
  IdentityUnlinkPayload?: IdentityUnlinkPayloadResolvers<ContextType>;
  UserSuspension?: UserSuspensionResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserRoleGrantPayload?: UserRoleGrantPayloadResolvers<ContextType>;
  UserRoleRevokePayload?: UserRoleRevokePayloadResolvers<ContextType>;
  UserSuspendPayload?: UserSuspendPayloadResolvers<ContextType>;
  UserRestorePayload?: UserRestorePayloadResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  ProfileLink?: ProfileLinkResolvers<ContextType>;
  ProfileDetails?: ProfileDetailsResolvers<ContextType>;
  SpecialistDetails?: SpecialistDetailsResolvers<ContextType>;
  Certificate?: CertificateResolvers<ContextType>;
  BusinessDetails?: BusinessDetailsResolvers<ContextType>;
  ConsumerDetails?: ConsumerDetailsResolvers<ContextType>;
  ProfileConnection?: ProfileConnectionResolvers<ContextType>;
  ProfileEdge?: ProfileEdgeResolvers<ContextType>;
  ProfileUpdatePayload?: ProfileUpdatePayloadResolvers<ContextType>;
  ProfileKindChangePayload?: ProfileKindChangePayloadResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  UserBlock?: UserBlockResolvers<ContextType>;
  UserBlockConnection?: UserBlockConnectionResolvers<ContextType>;
  UserBlockEdge?: UserBlockEdgeResolvers<ContextType>;
  UserMute?: UserMuteResolvers<ContextType>;
  UserMuteConnection?: UserMuteConnectionResolvers<ContextType>;
  UserMuteEdge?: UserMuteEdgeResolvers<ContextType>;
  UserBlockPayload?: UserBlockPayloadResolvers<ContextType>;
  UserUnblockPayload?: UserUnblockPayloadResolvers<ContextType>;
  UserMutePayload?: UserMutePayloadResolvers<ContextType>;
  UserUnmutePayload?: UserUnmutePayloadResolvers<ContextType>;
  UserNoteUpdatePayload?: UserNoteUpdatePayloadResolvers<ContextType>;
  SecurityEvent?: SecurityEventResolvers<ContextType>;
  SecurityEventConnection?: SecurityEventConnectionResolvers<ContextType>;
  SecurityEventEdge?: SecurityEventEdgeResolvers<ContextType>;
  Seller?: SellerResolvers<ContextType>;
  SellerUpdatePayload?: SellerUpdatePayloadResolvers<ContextType>;
  SellerVerification?: SellerVerificationResolvers<ContextType>;
  SellerVerificationRejection?: SellerVerificationRejectionResolvers<ContextType>;
  SellerVerificationConnection?: SellerVerificationConnectionResolvers<ContextType>;
  SellerVerificationEdge?: SellerVerificationEdgeResolvers<ContextType>;
  SellerVerificationRequestPayload?: SellerVerificationRequestPayloadResolvers<ContextType>;
  SellerVerificationWithdrawPayload?: SellerVerificationWithdrawPayloadResolvers<ContextType>;
  SellerVerificationApprovePayload?: SellerVerificationApprovePayloadResolvers<ContextType>;
  SellerVerificationRejectPayload?: SellerVerificationRejectPayloadResolvers<ContextType>;
  SellerVerificationRevokePayload?: SellerVerificationRevokePayloadResolvers<ContextType>;
  DeviceSession?: DeviceSessionResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  DeviceSessionConnection?: DeviceSessionConnectionResolvers<ContextType>;
  DeviceSessionEdge?: DeviceSessionEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionCreatePayload?: SessionCreatePayloadResolvers<ContextType>;
  SessionRevokePayload?: SessionRevokePayloadResolvers<ContextType>;
  UserRegisterPayload?: UserRegisterPayloadResolvers<ContextType>;
  UserPasswordChangePayload?: UserPasswordChangePayloadResolvers<ContextType>;
  UserPasswordResetRequestPayload?: UserPasswordResetRequestPayloadResolvers<ContextType>;
  UserPasswordResetPayload?: UserPasswordResetPayloadResolvers<ContextType>;
  UserEmailChangeRequestPayload?: UserEmailChangeRequestPayloadResolvers<ContextType>;
  UserEmailChangeConfirmPayload?: UserEmailChangeConfirmPayloadResolvers<ContextType>;
  UserEmailChangeCancelPayload?: UserEmailChangeCancelPayloadResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillConnection?: SkillConnectionResolvers<ContextType>;
  SkillEdge?: SkillEdgeResolvers<ContextType>;
  UserSkillsUpdatePayload?: UserSkillsUpdatePayloadResolvers<ContextType>;
  SkillCreatePayload?: SkillCreatePayloadResolvers<ContextType>;
  SkillUpdatePayload?: SkillUpdatePayloadResolvers<ContextType>;
  SkillDeletePayload?: SkillDeletePayloadResolvers<ContextType>;
  TwoFactor?: TwoFactorResolvers<ContextType>;
  SessionChallenge?: SessionChallengeResolvers<ContextType>;
  TwoFactorSetupStartPayload?: TwoFactorSetupStartPayloadResolvers<ContextType>;
  TwoFactorSetupConfirmPayload?: TwoFactorSetupConfirmPayloadResolvers<ContextType>;
  TwoFactorDisablePayload?: TwoFactorDisablePayloadResolvers<ContextType>;
  TwoFactorRecoveryCodesRenewPayload?: TwoFactorRecoveryCodesRenewPayloadResolvers<ContextType>;
  TwoFactorResetPayload?: TwoFactorResetPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
