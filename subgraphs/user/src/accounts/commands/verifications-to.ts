import { HOUR_MS } from '@agora/platform/durations';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MailedToken } from '../model/mailed-token.ts';

/**
 * For all accounts that wait for an address: whoever names somebody else's does not fill their letter box. Who asks for many from one
 * network leaves some for whose address it is.
 */
const MAX_PER_HOUR = 40;
const MAX_PER_HOUR_FROM_NETWORK = 10;

/**
 * Where an address was mailed as many links that verify it as it gets in an hour, at all or because somebody in this network asked: when
 * the first of them was; an hour later it may get another. Else null.
 */
export async function fullSince(tx: EntityManager, { email, network }: { email: string; network: string }): Promise<Date | null> {
  const [full] = await latestMailed(tx, [email, new Date(Date.now() - HOUR_MS), network]);
  return full ? new Date(full.createdAt) : null;
}

export function anHourAfter(instant: Date): Date {
  return new Date(instant.getTime() + HOUR_MS);
}

const latestMailed = statement(
  columnsOf(MailedToken, 'createdAt'),
  (columns) => `with mailed as (
      select *, row_number() over (order by created_at desc) as place,
        row_number() over (partition by asked_from order by created_at desc) as place_in_network
      from mailed_token where email = $1 and created_at > $2 and purpose = 'VERIFY_EMAIL'
    )
    select ${columns} from mailed as mailed_token
    where place = ${MAX_PER_HOUR} or (asked_from = $3 and place_in_network = ${MAX_PER_HOUR_FROM_NETWORK})
    order by created_at desc limit 1`,
);
