import * as z from 'zod';
import { emailRequested } from './email.ts';
import { event, id, instant } from './event.ts';
import { openEnum } from './open-enum.ts';

/** Whatever a role of a newer version allows, an older consumer allows no more than to anybody. */
const role = openEnum(['USER', 'SELLER', 'MODERATOR', 'ADMIN'], { unknownAs: 'USER' });
const roles = z.array(role.schema);

const profileKind = openEnum(['SPECIALIST', 'BUSINESS', 'CONSUMER'], { unknownAs: 'CONSUMER' });

const verificationRejection = openEnum(
  ['DOCUMENT_UNREADABLE', 'DATA_MISMATCH', 'NOT_ELIGIBLE', 'FRAUD_SUSPECTED', 'POLICY_VIOLATION', 'OTHER'],
  { unknownAs: 'OTHER' },
);

const rejection = openEnum(['UNKNOWN', 'SUSPENDED'], { unknownAs: 'OTHER' });

export const UserRegistered = event('user.registered.v1', 'userId', 'An account was made.', {
  userId: id('usr'),
  email: z.string(),
  username: z.string(),
  displayName: z.string(),
  locale: z.string(),
  roles,
  createdAt: instant,
});

export const UserRenamed = event('user.renamed.v1', 'userId', 'Somebody changed how they are called.', {
  userId: id('usr'),
  username: z.string(),
  displayName: z.string(),
});

export const UserPreferencesChanged = event(
  'user.preferences.changed.v1',
  'userId',
  'Somebody changed their language, currency or time zone, or whether they are shown what they may like.',
  {
    userId: id('usr'),
    locale: z.string(),
    currencyCode: z.string(),
    timeZone: z.string(),
    isPersonalised: z.boolean().optional().describe('Whether what they look at may be used to choose what to show them.'),
  },
);

export const UserProfileCreated = event('user.profile.created.v1', 'userId', 'Somebody has a profile, which their account was made with.', {
  userId: id('usr'),
  profileId: id('prf'),
  kind: profileKind.schema,
});

export const UserProfileChanged = event('user.profile.changed.v1', 'userId', 'Somebody changed what they show of themselves.', {
  userId: id('usr'),
  profileId: id('prf'),
  kind: profileKind.schema,
});

export const UserSkillsChanged = event('user.skills.changed.v1', 'userId', 'Somebody said what they can do.', {
  userId: id('usr'),
  skillKeys: z.array(z.string()),
});

export const UserRolesChanged = event('user.roles.changed.v1', 'userId', "An account's roles were granted, or taken, by an operator.", {
  userId: id('usr'),
  roles,
  reason: z.string().optional().describe('In the words of whoever did it.'),
});

export const UserSuspended = event(
  'user.suspended.v1',
  'userId',
  'An account may not be used until it is restored, or is so for another reason.',
  {
    userId: id('usr'),
    reason: z.string().describe('The person reads it.'),
    until: instant.nullable().describe('When it ends by itself.'),
  },
);

export const UserRestored = event('user.restored.v1', 'userId', 'An account that was suspended may be used again.', {
  userId: id('usr'),
  reason: z.string().optional().describe('In the words of whoever did it.'),
});

export const UserBlocked = event('user.blocked.v1', 'userId', 'Somebody does not want to have to do with somebody else.', {
  userId: id('usr'),
  blockedUserId: id('usr'),
});

export const UserUnblocked = event('user.unblocked.v1', 'userId', 'Somebody ended a block.', {
  userId: id('usr'),
  blockedUserId: id('usr'),
});

export const UserMuted = event('user.muted.v1', 'userId', 'Somebody does not want to read what somebody else writes.', {
  userId: id('usr'),
  mutedUserId: id('usr'),
  until: instant.nullable().describe('When it ends by itself; no event tells.'),
});

export const UserUnmuted = event('user.unmuted.v1', 'userId', 'Somebody ended a mute.', {
  userId: id('usr'),
  mutedUserId: id('usr'),
});

export const UserPasswordChanged = event('user.password.changed.v1', 'userId', 'Somebody set a new password of their own.', {
  userId: id('usr'),
});

export const UserTwoFactorChanged = event(
  'user.twofactor.changed.v1',
  'userId',
  'A second factor is asked for from now on when somebody signs in, or is not any more.',
  {
    userId: id('usr'),
    isEnabled: z.boolean(),
    reason: z.string().optional().describe('In the words of the administrator who took it off.'),
  },
);

export const SellerVerified = event('user.seller.verified.v1', 'userId', 'A seller may publish products from now on.', {
  userId: id('usr'),
  storeName: z.string().optional().describe('What the shop is called where its seller has given it no other name.'),
});

export const SellerUnverified = event('user.seller.unverified.v1', 'userId', 'A seller may not sell any more.', {
  userId: id('usr'),
  reason: verificationRejection.schema,
  message: z.string().nullable(),
});

export const SellerChanged = event('user.seller.changed.v1', 'userId', 'A seller changed what their page shows.', {
  userId: id('usr'),
  sellerId: id('sel'),
  storeName: z.string(),
  isOnVacation: z.boolean(),
});

export const VerificationRequested = event('user.verification.requested.v1', 'userId', 'Somebody asked to be verified as a seller.', {
  userId: id('usr'),
  sellerVerificationId: id('svr'),
});

export const VerificationWithdrawn = event('user.verification.withdrawn.v1', 'userId', 'Somebody took back that they want to sell.', {
  userId: id('usr'),
  sellerVerificationId: id('svr'),
});

export const VerificationRejected = event('user.verification.rejected.v1', 'userId', 'A request to be verified was turned down.', {
  userId: id('usr'),
  sellerVerificationId: id('svr'),
  reason: verificationRejection.schema,
  message: z.string().nullable(),
});

export const UserEmailRequested = emailRequested('user');

export const CustomerValidated = event('user.customer.validated.v1', 'orderId', 'The buyer of an order may buy.', {
  orderId: id('ord'),
  sagaId: id('sag'),
  userId: id('usr'),
});

export const CustomerRejected = event('user.customer.rejected.v1', 'orderId', 'The buyer of an order may not buy.', {
  orderId: id('ord'),
  sagaId: id('sag'),
  userId: id('usr'),
  reason: rejection.schema,
});

export const MediaUsed = event('user.media.used.v1', 'userId', 'Something of an account shows these files from now on, and no others.', {
  userId: id('usr'),
  usedBy: z.string().describe('Id of what shows them: of the account for its picture, or of a request to be verified.'),
  mediaIds: z.array(id('med')),
});
