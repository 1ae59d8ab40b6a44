import { createHash, randomBytes } from 'node:crypto';
import { query } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Lifetimes } from '../../config.ts';
import type { RequestEmail } from '../request-email.ts';
import { MailedToken, type TokenPurpose } from '../model/mailed-token.ts';

const TOKEN_BYTES = 32;

export interface Mailed {
  /** Null where it was asked for an address that nobody has: then it is good for nothing. */
  readonly accountId: string | null;
  /** To which it is mailed, and which it proves. */
  readonly email: string;
  /** The network of whoever asked, where that counts. */
  readonly askedFrom?: string;
}

/** What mailing a link needs beside the database. */
export interface LinkMeans {
  readonly requestEmail: RequestEmail;
  readonly lifetimes: Pick<Lifetimes, 'link'>;
}

/** Makes a token that works once. */
export async function issueToken(
  tx: EntityManager,
  { lifetimes }: Pick<LinkMeans, 'lifetimes'>,
  purpose: TokenPurpose,
  { accountId, email, askedFrom }: Mailed,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const now = new Date();
  const expiresAt = new Date(now.getTime() + lifetimes.link[purpose]);
  await query(
    tx,
    'insert into mailed_token (hash, account_id, purpose, email, asked_from, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [hashOf(token), accountId, purpose, email, askedFrom ?? null, now, expiresAt],
  );
  return { token, expiresAt };
}

/** What a token was mailed for; null for one that is not ours, was used or has ended. It may be used by somebody else meanwhile. */
export async function findToken(em: EntityManager, purpose: TokenPurpose, token: string): Promise<OfAccount | null> {
  const [found] = await find(em, [hashOf(token), purpose, new Date()]);
  return ofAccount(found);
}

/** The same, and nobody uses it again: not at the same time, and not if this transaction commits. */
export async function useToken(tx: EntityManager, purpose: TokenPurpose, token: string): Promise<OfAccount | null> {
  const [used] = await use(tx, [hashOf(token), purpose, new Date()]);
  return ofAccount(used);
}

/** Ends what was mailed to an account for these purposes; answers how many. */
export async function endTokens(tx: EntityManager, accountId: string, purposes: readonly TokenPurpose[]): Promise<number> {
  const ended = await query(tx, 'delete from mailed_token where account_id = $1 and purpose = any($2::text[]) returning hash', [
    accountId,
    purposes,
  ]);
  return ended.length;
}

/** Deletes those that have ended. */
export async function forgetOldTokens(em: EntityManager): Promise<void> {
  await query(em, 'delete from mailed_token where expires_at < now()');
}

interface OfAccount {
  readonly accountId: string;
  readonly email: string;
}

function ofAccount(found: Mailed | undefined): OfAccount | null {
  return found?.accountId == null ? null : { accountId: found.accountId, email: found.email };
}

const GOOD = 'hash = $1 and purpose = $2 and expires_at > $3 and account_id is not null';
const FACTS = columnsOf(MailedToken, 'account', 'email');

const find = statement(FACTS, (columns) => `select ${columns} from mailed_token where ${GOOD}`);
const use = statement(FACTS, (columns) => `delete from mailed_token where ${GOOD} returning ${columns}`);

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
