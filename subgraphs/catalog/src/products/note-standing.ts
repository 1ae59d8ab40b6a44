import { query, transaction } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Seller, type Standing } from '../sellers/model.ts';
import { returnProducts, withholdProducts } from './withhold-products.ts';

/** Remembers whether somebody may sell: what they have on sale goes when they may not, and returns when they may again. */
export async function noteStanding(em: EntityManager, userId: string, standing: Partial<Standing>): Promise<void> {
  await transaction(em, async (tx) => {
    const seller = await lockSeller(tx, userId);
    seller.stand(standing);
    await tx.flush();
    await (seller.maySell ? returnProducts(tx, userId) : withholdProducts(tx, userId));
  });
}

/** Locked, so that whoever publishes sees what is noted, or is seen by it. */
async function lockSeller(tx: EntityManager, userId: string): Promise<Seller> {
  await query(tx, 'insert into seller (user_id, is_verified, is_suspended) values ($1, false, false) on conflict do nothing', [userId]);
  return tx.findOneOrFail(Seller, userId, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
