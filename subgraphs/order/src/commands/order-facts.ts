import type { CheckoutSaga } from '../model/checkout-saga.ts';
import type { Money } from '@agora/platform/money';

/** What each event about an order says of it. */
export function about({ id, order }: CheckoutSaga): { orderId: string; sagaId: string } {
  return { orderId: order.id, sagaId: id };
}

export function totalOf({ order }: CheckoutSaga): Money {
  return { minorUnits: order.totalMinorUnits, currencyCode: order.currencyCode };
}

/** What an event says that must make sense without asking order: who buys what from whom. */
export async function factsOf(saga: CheckoutSaga) {
  const { order } = saga;
  const lines = await order.lines.loadItems();
  return {
    ...about(saga),
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
    total: totalOf(saga),
  };
}
