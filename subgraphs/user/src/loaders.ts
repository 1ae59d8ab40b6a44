import type { EntityManager } from '@mikro-orm/postgresql';
import { batch } from '@agora/platform/reading/batch';
import { query } from '@agora/platform/database';
import { prefixOf } from '@agora/platform/ids';
import type DataLoader from 'dataloader';
import type { ProfileKind } from './model/profile.ts';
import type { Role } from './model/role.ts';
import { USERNAME } from './model/username.ts';

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** For the account itself and administrators only; null once somebody else proved it. */
  readonly email: string | null;
  /** For the account itself and administrators only. */
  readonly roles: Role[];
  readonly createdAt: string;
}

export interface ProfileRow {
  readonly id: string;
  readonly accountId: string;
  readonly kind: ProfileKind;
  readonly bio: string | null;
  readonly isVerifiedSeller: boolean;
}

/** A session that has not ended. */
export interface LiveSessionRow {
  /** Of the refresh token that is good now. */
  readonly generation: number;
}

export type Loaders = ReturnType<typeof createLoaders>;

/** The reads of one request, each batched into one statement. What is malformed is not found. */
export function createLoaders(em: EntityManager) {
  return {
    account: loader<AccountRow>(em, hasPrefix('usr'), `select id as key, ${ACCOUNT} from account where id = any($1)`),
    accountByUsername: loader<AccountRow>(em, isUsername, `select username as key, ${ACCOUNT} from account where username = any($1)`),
    profile: loader<ProfileRow>(em, hasPrefix('prf'), `select id as key, ${PROFILE} from profile where id = any($1)`),
    profileOf: loader<ProfileRow>(em, hasPrefix('usr'), `select account_id as key, ${PROFILE} from profile where account_id = any($1)`),
    liveSession: loader<LiveSessionRow>(
      em,
      hasPrefix('ses'),
      'select id as key, generation from session where id = any($1) and revoked_at is null and expires_at > now()',
    ),
  };
}

const ACCOUNT = `id, username, display_name as "displayName", email, roles, created_at as "createdAt"`;

/** The columns of a `ProfileRow`. */
export const PROFILE = `id, account_id as "accountId", kind, bio, is_verified_seller as "isVerifiedSeller"`;

function loader<Row>(em: EntityManager, wellFormed: (key: string) => boolean, sql: string): DataLoader<string, Row | null> {
  return batch<Row>(async (keys) => {
    const askable = keys.filter(wellFormed);
    if (askable.length === 0) return new Map();
    const rows = await query<Row & { readonly key: string }>(em, sql, [askable]);
    return new Map(rows.map((row) => [row.key, row]));
  });
}

function hasPrefix(prefix: string): (id: string) => boolean {
  return (id) => prefixOf(id) === prefix;
}

function isUsername(text: string): boolean {
  return USERNAME.test(text);
}
