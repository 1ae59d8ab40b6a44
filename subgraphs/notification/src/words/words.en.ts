import type { CancellationReason, LineTold, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Something in it sold out before we could set it aside for you.',
  PAYMENT_DECLINED: 'The payment was declined.',
  PAYMENT_TIMED_OUT: 'The payment provider did not answer in time.',
  CUSTOMER_INVALID: 'Your account may not buy at the moment.',
  BUYER_REQUEST: 'You asked us to cancel it.',
  SAGA_TIMED_OUT: 'We could not complete it in time.',
  OTHER: 'It could not be completed.',
};

export function english({ money, list }: Voice): Words {
  const products = (lines: readonly LineTold[]) => list(lines.map(({ quantity, productName }) => `${quantity} × ${productName}`));
  return {
    orderConfirmed: ({ number, lines, total }) => ({
      title: `Order ${number} is confirmed`,
      body: `${products(lines)} for ${money(total)} in all. Thank you for buying here.`,
    }),
    orderCancelled: ({ number, reason, total }) => ({
      title: `Order ${number} was cancelled`,
      body: `${BECAUSE[reason]} You do not owe the ${money(total)}; what was taken already goes back to you.`,
    }),
    productSold: ({ number, lines, total }) => ({
      title: `You sold ${products(lines)}`,
      body: `Order ${number} is paid: ${money(total)} of it are yours.`,
    }),
    stockLow: ({ productName, sku, available }) => ({
      title: `“${productName}” is running out`,
      body: available === 1 ? `One unit of ${sku} is left.` : `${available} units of ${sku} are left.`,
    }),
    soldOut: ({ productName, sku }) => ({
      title: `“${productName}” has run out`,
      body: `No unit of ${sku} is left.`,
    }),
    postCommented: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Somebody'} commented on “${postTitle}”`,
      body: excerpt,
    }),
    commentAnswered: ({ author, postTitle, excerpt }) => ({
      title: `${author ?? 'Somebody'} replied to you in “${postTitle}”`,
      body: excerpt,
    }),
  };
}
