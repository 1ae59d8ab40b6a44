import { query } from '@agora/platform/database/database';
import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockStocks } from '../stock/lock-stocks.ts';
import { StockLocation } from '../stock/model/stock-location.ts';
import { receiveFirstUnits } from '../stock/receive-first-units.ts';
import { recordStock } from '../stock/record-stock.ts';

const POTTER = demoId('usr', 'seller');
/** Of what the potter has much of, a part waits at the kiln. */
const MUCH = 30;
const AT_THE_KILN = 10;
const WARNED_BELOW = 12;

const KILN = {
  recipientName: 'Taller del Barro',
  companyName: null,
  line1: 'Carrera 11 # 4-20',
  line2: null,
  city: 'Ráquira',
  region: 'Boyacá',
  postalCode: '153440',
  countryCode: 'CO',
  phone: null,
};

/** Puts what the demo sellers have on their shelves; the potter has a second place, some things that run out, and some that have. */
export async function stockDemo(tx: EntityManager): Promise<void> {
  const units = DEMO_PRODUCTS.flatMap(({ id: productId, sellerId, variants }) =>
    variants.map(({ id, stock }) => ({ variant: { id, productId, sellerId }, quantity: stock })),
  );
  await receiveFirstUnits(tx, units);

  const kiln = StockLocation.of({
    id: demoId('loc', 'kiln'),
    sellerId: POTTER,
    name: 'Kiln',
    address: KILN,
    isDefault: false,
    createdAt: new Date(),
  });
  await tx.persist(kiln).flush();
  const wares = units.filter(({ variant }) => variant.sellerId === POTTER).map(({ variant }) => variant.id);
  const locked = [...(await lockStocks(tx, wares)).values()];
  for (const { stock } of locked) {
    const shelf = stock.levels.find(({ onHand }) => onHand >= MUCH);
    if (!shelf) continue;
    stock.change({ id: shelf.locationId, isActive: true }, 'TRANSFERRED', -AT_THE_KILN, { actorId: POTTER });
    stock.change(kiln, 'TRANSFERRED', AT_THE_KILN, { actorId: POTTER });
  }
  await recordStock(tx, locked);
  await query(tx, 'update product_variant set low_stock_threshold = $2 where id = any($1::text[])', [wares, WARNED_BELOW]);
}
