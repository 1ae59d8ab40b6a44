import { query } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Seller, type Standing } from './model.ts';

/** Keeps whether somebody may sell. Their row is locked, so that whoever publishes sees what is kept, or is seen by it. */
export async function rememberStanding(tx: EntityManager, userId: string, standing: Partial<Standing>): Promise<void> {
  await query(tx, 'insert into seller (user_id, is_verified, is_suspended) values ($1, false, false) on conflict do nothing', [userId]);
  const seller = await tx.findOneOrFail(Seller, userId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  seller.stand(standing);
}
