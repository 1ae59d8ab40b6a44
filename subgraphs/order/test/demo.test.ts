import { expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { VariantListed } from '@agora/schema/events/catalog';
import { OrderPlaced } from '@agora/schema/events/order';
import { PAST_ORDERS } from '../src/demo/past-orders.ts';
import { start } from '../src/main.ts';
import { Shop } from './shop.ts';

test('demo data are orders of the past that went the way of all orders, placed once', async () => {
  const demo = await Shop.open();
  try {
    for (const { variantId, id: productId, sku, name: productName, price } of DEMO_PRODUCTS) {
      const terms = { price: { minorUnits: price, currencyCode: 'EUR' }, sellerId: newId('usr'), version: 1 };
      await demo.subgraph.happened(VariantListed, { variantId, productId, sku, productName, ...terms });
    }
    const starting = start({ env: { ...demo.subgraph.env, AGORA_DEMO: 'on', DATABASE_POOL_SIZE: '1' }, listen: false });
    const placed = await eventually(() => {
      const orders = demo.subgraph.heardAll(OrderPlaced);
      return orders.length === PAST_ORDERS.length && orders;
    });
    for (const order of placed) await demo.reachPayment(order);
    await (await starting).stop();

    const endings = await eventually(async () => {
      const statuses = await Promise.all(placed.map(async (order) => (await demo.standing(order)).status));
      return !statuses.includes('PENDING') && statuses;
    });
    expect(endings.filter((status) => status === 'CANCELLED')).toHaveLength(1);
    expect(endings.filter((status) => status === 'CONFIRMED')).toHaveLength(PAST_ORDERS.length - 1);
    for (const { placedAt } of placed) expect(Date.now() - Date.parse(placedAt)).toBeGreaterThan(7 * 86_400_000);

    await (await start({ env: { ...demo.subgraph.env, AGORA_DEMO: 'on' }, listen: false })).stop();
    expect(demo.subgraph.heardAll(OrderPlaced)).toHaveLength(PAST_ORDERS.length);
  } finally {
    await demo.stop();
  }
});
