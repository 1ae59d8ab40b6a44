import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MailedToken } from '../model/mailed-token.ts';

/** For all accounts that wait for an address: whoever names somebody else's does not fill their letter box. */
const MAX_PER_HOUR = 10;
export const HOUR_MS = 3_600_000;

/**
 * Where an address was mailed as many links that verify it as it gets in an hour: when the first of them was; an hour later it may get
 * another. Else null.
 */
export async function fullSince(tx: EntityManager, email: string): Promise<Date | null> {
  const [oldest] = await latestMailed(tx, [email, new Date(Date.now() - HOUR_MS)]);
  return oldest ? new Date(oldest.createdAt) : null;
}

export function anHourAfter(instant: Date): Date {
  return new Date(instant.getTime() + HOUR_MS);
}

const latestMailed = statement(
  columnsOf(MailedToken, 'createdAt'),
  (columns) => `select ${columns} from mailed_token
    where email = $1 and created_at > $2 and purpose = 'VERIFY_EMAIL' order by created_at desc offset ${MAX_PER_HOUR - 1} limit 1`,
);
