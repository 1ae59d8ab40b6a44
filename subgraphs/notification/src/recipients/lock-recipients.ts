import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';
import { Recipient } from './model.ts';

/** The recipients, made where they are missing, and locked; always in the order of their ids, so that two transactions never wait for each other. */
export async function lockRecipients(tx: EntityManager, ids: readonly string[]): Promise<Recipient[]> {
  const distinct = [[...new Set(ids)]];
  const [, rows] = await Promise.all([
    query(tx, 'insert into recipient (id) select id from unnest($1::text[]) as id order by id on conflict do nothing', distinct),
    query(tx, 'select * from recipient where id = any($1::text[]) order by id for update', distinct),
  ]);
  return rows.map((row) => tx.map(Recipient, row));
}
