import type { Money } from '@agora/platform/money';
import type { Order } from '../model/order.ts';

export function totalOf({ totalMinorUnits, currencyCode }: Order): Money {
  return { minorUnits: totalMinorUnits, currencyCode };
}

/** Who buys what from whom: whoever hears of the order need not ask for more. */
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
