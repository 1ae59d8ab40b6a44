import { query } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Seller, type Standing } from './model.ts';

/** Those of whom nothing was heard yet too. Their rows are locked, in one order. */
export async function lockSellers(tx: EntityManager, userIds: readonly string[]): Promise<Seller[]> {
  const distinct = [...new Set(userIds)];
  await query(
    tx,
    `insert into seller (user_id, is_verified, is_suspended)
     select user_id, false, false from unnest($1::text[]) as user_id order by user_id on conflict do nothing`,
    [distinct],
  );
  return tx.find(Seller, { userId: distinct }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { userId: 'asc' } });
}

/** Keeps whether people may sell. Their rows are locked, so that whoever publishes sees what is kept, or is seen by it. */
export async function rememberStanding(tx: EntityManager, userIds: readonly string[], standing: Partial<Standing>): Promise<void> {
  const sellers = await lockSellers(tx, userIds);
  for (const seller of sellers) seller.stand(standing);
}
