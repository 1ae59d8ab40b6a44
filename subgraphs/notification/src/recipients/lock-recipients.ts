import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';
import { Recipient } from './model.ts';

/** The recipients, locked; always in the order of their ids, so that two transactions never wait for each other. */
export async function lockRecipients(tx: EntityManager, ids: readonly string[]): Promise<Recipient[]> {
  const distinct = [...new Set(ids)];
  await query(tx, 'insert into recipient (id) select id from unnest($1::text[]) as id order by id on conflict do nothing', [distinct]);
  return tx.find(Recipient, { id: distinct }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
}
