import type { CancellationReason, LineTold, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Algo de lo que pediste se agotó antes de que pudiéramos apartarlo para ti.',
  PAYMENT_DECLINED: 'El pago fue rechazado.',
  PAYMENT_TIMED_OUT: 'El proveedor de pagos no respondió a tiempo.',
  CUSTOMER_INVALID: 'Tu cuenta no puede comprar en este momento.',
  BUYER_REQUEST: 'Nos pediste que lo canceláramos.',
  SAGA_TIMED_OUT: 'No pudimos completarlo a tiempo.',
  OTHER: 'No se pudo completar.',
};

export function spanish({ money, list }: Voice): Words {
  const products = (lines: readonly LineTold[]) => list(lines.map(({ quantity, productName }) => `${quantity} × ${productName}`));
  return {
    orderConfirmed: ({ number, lines, total }) => ({
      title: `Pedido ${number} confirmado`,
      body: `${products(lines)}, ${money(total)} en total. Gracias por tu compra.`,
    }),
    orderCancelled: ({ number, reason, total }) => ({
      title: `Pedido ${number} cancelado`,
      body: `${BECAUSE[reason]} No debes los ${money(total)}; si ya se cobraron, te los devolvemos.`,
    }),
    productSold: ({ number, lines, total }) => ({
      title: `Vendiste ${products(lines)}`,
      body: `El pedido ${number} está pagado: ${money(total)} son tuyos.`,
    }),
    stockLow: ({ productName, sku, available }) => ({
      title: `«${productName}» se está agotando`,
      body: available === 1 ? `Queda una unidad de ${sku}.` : `Quedan ${available} unidades de ${sku}.`,
    }),
    soldOut: ({ productName, sku }) => ({
      title: `«${productName}» se agotó`,
      body: `No queda ninguna unidad de ${sku}.`,
    }),
    postCommented: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguien'} comentó en «${postTitle}»`,
      body: excerpt,
    }),
    commentAnswered: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguien'} te respondió en «${postTitle}»`,
      body: excerpt,
    }),
  };
}
