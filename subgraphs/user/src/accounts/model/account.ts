import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ROLES, type Role } from './role.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  indexes: [{ properties: ['email', 'createdAt'] }],
  uniques: [{ name: 'account_verified_email', properties: ['email'], where: 'email_verified_at is not null' }],
  properties: personal('id', {
    id: p.text().primary(),
    /** Null once somebody else has proved it. */
    email: p.text().nullable(),
    emailVerifiedAt: p.datetime(3).nullable(),
    username: p.text().unique(),
    displayName: p.text(),
    passwordHash: p.text(),
    roles: p.array().$type<Role[]>(),
    locale: p.text(),
    suspendedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  }),
});

export interface Registration {
  readonly id: string;
  /** As `emailFrom` gives it: spellings of an address that differ in case alone are one person's. */
  readonly email: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly locale: string;
}

/** Somebody who can sign in. */
export class Account extends AccountSchema.class {
  static register({ id, email, username, displayName, passwordHash, locale }: Registration, now: Date): Account {
    const given = { id, email, username, displayName, passwordHash, locale };
    return newRow(Account, { ...given, roles: ['USER'], emailVerifiedAt: null, suspendedAt: null, createdAt: now });
  }

  get isSuspended(): boolean {
    return this.suspendedAt !== null;
  }

  grant(role: Role): boolean {
    if (this.roles.includes(role)) return false;
    this.roles = ROLES.filter((known) => known === role || this.roles.includes(known));
    return true;
  }

  changePassword(hash: string): void {
    this.passwordHash = hash;
  }

  /** Whether the e-mail was not known to be theirs yet. */
  verifyEmail(now: Date): boolean {
    if (this.email === null || this.emailVerifiedAt !== null) return false;
    this.emailVerifiedAt = now;
    return true;
  }

  /** Stops waiting for an e-mail that is not known to be theirs. */
  loseEmail(): void {
    if (this.emailVerifiedAt === null) this.email = null;
  }

  suspend(now: Date): boolean {
    if (this.isSuspended) return false;
    this.suspendedAt = now;
    return true;
  }

  restore(): boolean {
    if (!this.isSuspended) return false;
    this.suspendedAt = null;
    return true;
  }
}
AccountSchema.setClass(Account);
