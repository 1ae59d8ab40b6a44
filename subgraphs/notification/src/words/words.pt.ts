import type { CancellationReason, LineTold, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Algo do que você pediu esgotou antes que pudéssemos separá-lo para você.',
  PAYMENT_DECLINED: 'O pagamento foi recusado.',
  PAYMENT_TIMED_OUT: 'O provedor de pagamentos não respondeu a tempo.',
  CUSTOMER_INVALID: 'A sua conta não pode comprar no momento.',
  BUYER_REQUEST: 'Você nos pediu que o cancelássemos.',
  SAGA_TIMED_OUT: 'Não conseguimos concluí-lo a tempo.',
  OTHER: 'Não foi possível concluí-lo.',
};

export function portuguese({ money, list }: Voice): Words {
  const products = (lines: readonly LineTold[]) => list(lines.map(({ quantity, productName }) => `${quantity} × ${productName}`));
  return {
    orderConfirmed: ({ number, lines, total }) => ({
      title: `Pedido ${number} confirmado`,
      body: `${products(lines)} por ${money(total)} no total. Obrigado pela compra.`,
    }),
    orderCancelled: ({ number, reason, total }) => ({
      title: `O pedido ${number} foi cancelado`,
      body: `${BECAUSE[reason]} Você não deve os ${money(total)}; o que já foi cobrado volta para você.`,
    }),
    productSold: ({ number, lines, total }) => ({
      title: `Você vendeu ${products(lines)}`,
      body: `O pedido ${number} está pago: ${money(total)} são seus.`,
    }),
    stockLow: ({ productName, sku, available }) => ({
      title: `“${productName}” está acabando`,
      body: available === 1 ? `Resta uma unidade de ${sku}.` : `Restam ${available} unidades de ${sku}.`,
    }),
    soldOut: ({ productName, sku }) => ({
      title: `“${productName}” esgotou`,
      body: `Não resta nenhuma unidade de ${sku}.`,
    }),
    postCommented: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguém'} comentou em “${postTitle}”`,
      body: excerpt,
    }),
    commentAnswered: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Alguém'} respondeu a você em “${postTitle}”`,
      body: excerpt,
    }),
  };
}
