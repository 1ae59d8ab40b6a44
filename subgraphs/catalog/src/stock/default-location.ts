import { lock } from '@agora/platform/database/advisory-lock';
import { newId } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StockLocation } from './model/stock-location.ts';
import type { KnownLocation } from './model/variant-stock.ts';

const NAME = 'Main location';

/** Where units of a seller go when nothing else is said; made when it is first needed. It stays while the transaction lasts. */
export async function defaultLocation(tx: EntityManager, sellerId: string): Promise<KnownLocation> {
  const [known] = await lockDefault(tx, [sellerId]);
  if (known) return known;
  await lockLocationsOf(tx, sellerId);
  await makeDefault(tx, [newId('loc'), sellerId, NAME]);
  const [made] = await lockDefault(tx, [sellerId]);
  if (!made) throw new Error(`${sellerId} has no default location.`);
  return made;
}

/** Nobody else adds a location of this seller until the transaction ends. */
export async function lockLocationsOf(tx: EntityManager, sellerId: string): Promise<void> {
  await lock(tx, `stock locations of ${sellerId}`);
}

const KNOWN = columnsOf(StockLocation, 'id', 'isActive');

const lockDefault = statement(KNOWN, (columns) => `select ${columns} from stock_location where seller_id = $1 and is_default for share`);

const makeDefault = statement(
  KNOWN,
  (columns) => `insert into stock_location (id, seller_id, name, is_default, is_active, version, created_at)
    values ($1, $2, $3, true, true, 1, now()) on conflict (seller_id) where is_default do nothing returning ${columns}`,
);
