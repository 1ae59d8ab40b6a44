import type { Money } from '@agora/platform/money';
import type { Order } from '../model/order.ts';

export function totalOf({ totalMinorUnits, currencyCode }: Order): Money {
  return { minorUnits: totalMinorUnits, currencyCode };
}

/** What an event says that must make sense without asking order: who buys what from whom. */
export async function factsOf(order: Order) {
  const lines = await order.lines.loadItems();
  return {
    orderId: order.id,
    number: order.number,
    buyerId: order.buyerId,
    lines: lines.map(({ variantId, productId, sellerId, productName, quantity, unitPriceMinorUnits }) => ({
      variantId,
      productId,
      sellerId,
      productName,
      quantity,
      unitPrice: { minorUnits: unitPriceMinorUnits, currencyCode: order.currencyCode },
    })),
    total: totalOf(order),
  };
}
