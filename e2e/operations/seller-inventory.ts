import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { eventually } from '@agora/platform/testing/eventually';
import type { Stage } from '../screen.ts';
import { buy, draftProduct, ending, publish, register, signIn } from '../shop.ts';

export async function play({ agora, send, follow }: Stage): Promise<void> {
  const seller = await signIn(agora, 'seller');
  const sku = `SKU-${randomBytes(6).toString('hex')}`;
  const barcode = ean13(`20${randomInt(1e9, 1e10)}`);
  const prices = [{ price: { amount: '12.50', currencyCode: 'EUR' } }];
  const { productId, variantId } = await draftProduct(agora, seller, 'Reed basket', { variants: [{ sku, barcode, prices, stock: 9 }] });
  await publish(agora, seller, productId);
  const live = await follow('InventoryLive', { variantIds: [variantId] }, seller);
  const key = () => randomUUID();

  await send('StockThreshold', { ids: [variantId], threshold: 3 }, seller);
  const name = `Barn ${sku}`;
  const barn = (await send('StockPlaceAdd', { input: { name } }, seller)).text('stockLocationCreate.stockLocation.id');
  const address = { recipientName: 'The weaver', line1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', countryCode: 'DE' };
  await send('StockPlaceSave', { input: { stockLocationId: barn, name: `${name}, upstairs`, address, expectedVersion: 1 } }, seller);
  const filter = { query: 'reed', stockStatuses: ['IN_STOCK'] };
  await send('SellerInventory', { filter, sort: { field: 'AVAILABLE_QUANTITY', direction: 'DESC' } }, seller);
  const adjustments = [{ variantId, quantity: 4, reason: 'RECEIVED', note: 'From the weaver.' }];
  await send('StockAdjust', { input: { adjustments }, key: key() }, seller);
  const counts = [{ variantId, stockLocationId: barn, onHand: 2 }];
  const counted = await send('StockCount', { input: { counts }, key: key() }, seller);
  const home = counted.text('variantStockSet.variants.0.stockLevels.0.location.id');
  const [from, to] = home === barn ? [barn, counted.text('variantStockSet.variants.0.stockLevels.1.location.id')] : [home, barn];
  await send('StockTransfer', { input: { variantId, fromStockLocationId: from, toStockLocationId: to, quantity: 1 }, key: key() }, seller);
  await live.events(2);

  const buyer = await register(agora, 'Leo Haas');
  await ending(agora, buyer, await buy(agora, buyer, variantId));
  await send('BarcodeScan', { barcode }, seller);
  await eventually(async () => {
    const ledger = await send('VariantLedger', { variantId }, seller);
    return ledger.text('productVariant.stockMovements.nodes.0.order.number');
  });
  await send('StockPlaceDrop', { id: await emptied(barn) }, seller);

  async function emptied(stockLocationId: string): Promise<string> {
    await send('StockCount', { input: { counts: [{ variantId, stockLocationId, onHand: 0 }] }, key: key() }, seller);
    return stockLocationId;
  }
}

/** With its check digit. */
function ean13(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
