import { query, unhurried } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import { actorId } from '@agora/platform/observe/trace';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../model/role.ts';
import type { SecurityEventKind } from '../model/security-event.ts';

/** Done by operators alone to others, unless said otherwise. */
const DEEDS_OF_OPERATORS: ReadonlySet<SecurityEventKind> = new Set([
  'TWO_FACTOR_RESET',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'SUSPENDED',
  'RESTORED',
  'SELLER_VERIFIED',
  'SELLER_VERIFICATION_REJECTED',
  'SELLER_VERIFICATION_REVOKED',
]);

/** Somebody did not know what the account's owner knows. */
const FAILURES: readonly SecurityEventKind[] = ['SIGN_IN_FAILED', 'SECOND_FACTOR_FAILED'];

/** Whoever mistypes stops before; the next within a quarter of an hour is somebody who guesses. */
const FAILURES_OF_OWNERS = 4;

const MAX_USER_AGENT = 255;

export interface Happened {
  readonly kind: SecurityEventKind;
  /** Null where no account has the e-mail that was tried. */
  readonly accountId: string | null;
  /** Of the person, or whoever acts as them; an operator's is nobody's to see. */
  readonly client?: { readonly ip: string; readonly userAgent: string | null };
  readonly email?: string;
  readonly role?: Role;
  /** In the words of whoever did it. */
  readonly reason?: string | undefined;
  /** Where the person may do it as well, or time does. */
  readonly isByOperator?: boolean;
  /** Unlike what the account does. */
  readonly isSuspicious?: boolean;
}

/**
 * Notes what happened to the safety of an account with the transaction `tx` is in, or at once outside any. One of many failures in a short time
 * is suspicious, in the same statement for every account and for none.
 */
export async function recordSecurityEvent(tx: EntityManager, happened: Happened): Promise<void> {
  const { kind, accountId, client, email, role, reason, isSuspicious } = happened;
  const isByOperator = happened.isByOperator ?? DEEDS_OF_OPERATORS.has(kind);
  await query(
    tx,
    `insert into security_event
       (id, kind, account_id, actor_id, email, role, reason, ip_address, user_agent, is_suspicious, occurred_at, is_by_operator)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 or ($2::text = any($13::text[]) and $14::bigint = (
       select count(*) from (
         select from security_event
         where account_id = $3 and kind = any($13::text[]) and occurred_at > $11::timestamptz - interval '15 minutes' limit $14::bigint
       ) as earlier
     )), $11, $12)`,
    [
      newId('sev'),
      kind,
      accountId,
      isByOperator ? actorId() : null,
      email ?? null,
      role ?? null,
      reason ?? null,
      client?.ip || null,
      client?.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      isSuspicious ?? false,
      new Date(),
      isByOperator,
      FAILURES,
      FAILURES_OF_OWNERS,
    ],
  );
}

/** Forgets what happened more than 400 days ago. */
export async function forgetOldSecurityEvents(em: EntityManager): Promise<void> {
  await unhurried(em, (tx) => query(tx, `delete from security_event where occurred_at < now() - interval '400 days'`));
}
