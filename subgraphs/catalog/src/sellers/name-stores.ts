import { leaveWork } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { SellerChanged, SellerVerified } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockSellers } from './remember-standing.ts';

/** What the products of these shops are found by is written anew. */
const STORE_NAMES = 'store names';

/** Keeps what shops are called. */
export async function nameStores(
  tx: EntityManager,
  named: readonly Pick<DataOf<typeof SellerChanged>, 'userId' | 'storeName'>[],
): Promise<void> {
  const nameOf = new Map(named.map(({ userId, storeName }) => [userId, storeName]));
  for (const seller of await lockSellers(tx, [...nameOf.keys()])) seller.call(nameOf.get(seller.userId) ?? null);
  leaveWork(tx, STORE_NAMES);
}

/** Keeps what shops are called whose sellers gave them no name yet. */
export async function nameNewStores(tx: EntityManager, verified: readonly DataOf<typeof SellerVerified>[]): Promise<void> {
  const nameOf = new Map(verified.map(({ userId, storeName }) => [userId, storeName]));
  for (const seller of await lockSellers(tx, [...nameOf.keys()])) seller.call(seller.storeName ?? nameOf.get(seller.userId) ?? null);
  leaveWork(tx, STORE_NAMES);
}
