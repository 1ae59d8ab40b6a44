import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { type Preferences, STANDARD_PREFERENCES, THEMES } from './preferences.ts';
import { ROLES, type Role } from './role.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  checks: [{ name: 'account_suspension_check', expression: '(suspended_at is null) = (suspension_reason is null)' }],
  indexes: [
    { properties: ['email', 'createdAt'] },
    { properties: ['createdAt', 'id'] },
    { name: 'account_roles_index', properties: ['roles'], type: 'gin' },
    {
      name: 'account_last_sign_in_newest',
      expression: `create index account_last_sign_in_newest on account (coalesce(last_signed_in_at, '-infinity'), id)`,
    },
    {
      name: 'account_last_sign_in_oldest',
      expression: `create index account_last_sign_in_oldest on account (coalesce(last_signed_in_at, 'infinity'), id)`,
    },
    { name: 'account_suspended_until_index', properties: ['suspendedUntil'], where: 'suspended_until is not null' },
    { name: 'account_name_beginning', expression: 'create index account_name_beginning on account (lower(display_name) text_pattern_ops)' },
    { name: 'account_username_beginning', expression: 'create index account_username_beginning on account (username text_pattern_ops)' },
    { name: 'account_email_beginning', expression: 'create index account_email_beginning on account (email text_pattern_ops)' },
  ],
  uniques: [{ name: 'account_verified_email', properties: ['email'], where: 'email_verified_at is not null' }],
  properties: {
    ...personal('id', {
      id: p.text().primary(),
      /** Null once somebody else has proved it. */
      email: p.text().nullable(),
      emailVerifiedAt: p.datetime(3).nullable(),
      username: p.text().unique(),
      displayName: p.text(),
      /** A file of theirs that everybody may see. */
      avatarId: p.text().nullable(),
      /** Null where a provider alone vouches for the person. */
      passwordHash: p.text().nullable(),
      roles: p.array().$type<Role[]>(),
      locale: p.text(),
      currencyCode: p.text(),
      timeZone: p.text(),
      theme: p.enum(THEMES),
      /** Whether the profile appears in lists. */
      isListed: p.boolean(),
      /** Whether what they look at may be used to choose what to show them. */
      isPersonalised: p.boolean().$type<Opt<boolean>>().default(true),
      phone: p.text().nullable(),
      alternateEmail: p.text().nullable(),
      contactUpdatedAt: p.datetime(3).nullable(),
      usernameChangedAt: p.datetime(3).nullable(),
      /** Since when signing in asks for a second factor. */
      twoFactorEnabledAt: p.datetime(3).nullable(),
      /** Since when an operator has it taken; it does not come back by itself. */
      sellerRoleTakenAt: p.datetime(3).nullable(),
      /** When the role SELLER was first given. */
      sellerSince: p.datetime(3).nullable(),
      suspendedAt: p.datetime(3).nullable(),
      suspensionReason: p.text().nullable(),
      /** Null: until somebody ends it. */
      suspendedUntil: p.datetime(3).nullable(),
      /** Null for whoever never did. */
      lastSignedInAt: p.datetime(3).nullable(),
      createdAt: p.datetime(3),
      updatedAt: p.datetime(3),
      version: p.integer(),
    }),
    /** The administrator; null where it was done at a shell. */
    ...personal('suspendedBy', { suspendedBy: p.text().nullable() }),
  },
});

export interface Registration {
  readonly id: string;
  /** As `emailFrom` gives it: spellings of an address that differ in case alone are one person's. */
  readonly email: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  readonly locale: string;
  /** The marketplace's where absent. */
  readonly currencyCode?: string;
  /** UTC where absent. */
  readonly timeZone?: string;
}

export interface Names {
  readonly displayName: string;
  readonly username: string;
}

/** How the marketplace reaches a person besides the e-mail that they sign in with. */
export interface Contact {
  readonly phone: string | null;
  readonly alternateEmail: string | null;
}

export interface Suspension {
  /** The person reads it. */
  readonly reason: string;
  readonly until: Date | null;
  readonly by: string | null;
}

const USERNAME_KEPT_MS = 30 * 24 * 3_600_000;

/** Somebody who can sign in. */
export class Account extends AccountSchema.class {
  static register({ id, email, username, displayName, passwordHash, locale, currencyCode, timeZone }: Registration, now: Date): Account {
    return newRow(Account, {
      ...STANDARD_PREFERENCES,
      id,
      email,
      username,
      displayName,
      avatarId: null,
      passwordHash,
      locale,
      currencyCode: currencyCode ?? STANDARD_PREFERENCES.currencyCode,
      timeZone: timeZone ?? STANDARD_PREFERENCES.timeZone,
      roles: ['USER'],
      emailVerifiedAt: null,
      phone: null,
      alternateEmail: null,
      contactUpdatedAt: null,
      usernameChangedAt: null,
      twoFactorEnabledAt: null,
      sellerRoleTakenAt: null,
      sellerSince: null,
      suspendedAt: null,
      suspensionReason: null,
      suspendedUntil: null,
      suspendedBy: null,
      lastSignedInAt: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
  }

  /** Whether anything differs from before; so do the other verbs answer. */
  rename({ displayName = this.displayName, username = this.username }: Partial<Names>, now: Date): boolean {
    if (displayName === this.displayName && username === this.username) return false;
    if (username !== this.username) this.usernameChangedAt = now;
    Object.assign(this, { displayName, username, updatedAt: now, version: this.version + 1 });
    return true;
  }

  portray(avatarId: string | null, now: Date): boolean {
    if (avatarId === this.avatarId) return false;
    Object.assign(this, { avatarId, updatedAt: now, version: this.version + 1 });
    return true;
  }

  /** A handle that changes often would let somebody answer under names that others had. */
  mayChangeUsername(now: Date): boolean {
    return !this.usernameChangedAt || now.getTime() - this.usernameChangedAt.getTime() >= USERNAME_KEPT_MS;
  }

  prefer(preferences: Partial<Preferences>): boolean {
    return assignDifferent(this, preferences);
  }

  beReachedAt(contact: Partial<Contact>, now: Date): boolean {
    if (!assignDifferent(this, contact)) return false;
    this.contactUpdatedAt = now;
    return true;
  }

  signIn(now: Date): void {
    this.lastSignedInAt = now;
  }

  get isSuspended(): boolean {
    return this.suspendedAt !== null;
  }

  /** By an operator, who may give back what one took. */
  grant(role: Role, now: Date): boolean {
    if (role === 'SELLER') {
      this.sellerRoleTakenAt = null;
      this.sellerSince ??= now;
    }
    if (this.roles.includes(role)) return false;
    this.roles = ROLES.filter((known) => known === role || this.roles.includes(known));
    return true;
  }

  /** By what its owner does: not after an operator took the role. */
  becomeSeller(now: Date): boolean {
    return this.sellerRoleTakenAt === null && this.grant('SELLER', now);
  }

  /** By an operator; USER stays. */
  revoke(role: Role, now: Date): void {
    if (role === 'USER') return;
    if (role === 'SELLER') this.sellerRoleTakenAt = now;
    this.roles = this.roles.filter((kept) => kept !== role);
  }

  /** For good: an e-mail that was not proved, which they sign in with, may be lost to whoever proves it. */
  get canSignInByPassword(): boolean {
    return this.passwordHash != null && this.emailVerifiedAt != null;
  }

  changePassword(hash: string): void {
    this.passwordHash = hash;
  }

  get hasTwoFactor(): boolean {
    return this.twoFactorEnabledAt !== null;
  }

  /** Signing in asks for a second factor from now on. */
  protect(now: Date): void {
    this.twoFactorEnabledAt = now;
  }

  unprotect(): void {
    this.twoFactorEnabledAt = null;
  }

  /** Whether the e-mail was not known to be theirs yet. */
  verifyEmail(now: Date): boolean {
    if (this.email === null || this.emailVerifiedAt !== null) return false;
    this.emailVerifiedAt = now;
    return true;
  }

  /** Whoever asked for it has shown that the new one is theirs; answers the old one. */
  changeEmail(email: string, now: Date): string | null {
    const old = this.email ?? null;
    Object.assign(this, { email, emailVerifiedAt: now });
    return old;
  }

  /** Stops waiting for an e-mail that is not known to be theirs. */
  loseEmail(): void {
    if (this.emailVerifiedAt === null) this.email = null;
  }

  /** A suspension that stands gets other words, and another end. */
  suspend({ reason, until, by }: Suspension, now: Date): boolean {
    if (this.isSuspended && this.suspensionReason === reason && this.suspendedUntil?.getTime() === until?.getTime()) return false;
    Object.assign(this, { suspensionReason: reason, suspendedUntil: until, suspendedBy: by });
    this.suspendedAt ??= now;
    return true;
  }

  restore(): boolean {
    if (!this.isSuspended) return false;
    Object.assign(this, { suspendedAt: null, suspensionReason: null, suspendedUntil: null, suspendedBy: null });
    return true;
  }
}
AccountSchema.setClass(Account);

function assignDifferent<Given extends object>(target: { readonly [Name in keyof Given]: unknown }, given: Given): boolean {
  const names = Object.keys(given) as (keyof Given)[];
  if (names.every((name) => target[name] === given[name])) return false;
  Object.assign(target, given);
  return true;
}
