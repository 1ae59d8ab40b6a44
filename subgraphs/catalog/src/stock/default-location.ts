import { newId } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StockLocation } from './model/stock-location.ts';

const NAME = 'Main location';

export interface KnownLocation {
  readonly id: string;
  readonly isActive: boolean;
}

/** Where units of a seller go when nothing else is said; made when it is first needed. It stays while the transaction lasts. */
export async function defaultLocation(tx: EntityManager, sellerId: string): Promise<KnownLocation> {
  const [known] = await lockDefault(tx, [sellerId]);
  if (known) return known;
  // Another transaction may be making it too: then its row is waited for.
  await makeDefault(tx, [newId('loc'), sellerId, NAME]);
  const [made] = await lockDefault(tx, [sellerId]);
  if (!made) throw new Error(`${sellerId} has no default location.`);
  return made;
}

const KNOWN = columnsOf(StockLocation, 'id', 'isActive');

const lockDefault = statement(KNOWN, (columns) => `select ${columns} from stock_location where seller_id = $1 and is_default for share`);

const makeDefault = statement(
  KNOWN,
  (columns) => `insert into stock_location (id, seller_id, name, is_default, is_active, version, created_at)
    values ($1, $2, $3, true, true, 1, now()) on conflict (seller_id) where is_default do nothing returning ${columns}`,
);
