import { reasonsFor, withMessage } from './product-words.ts';
import type { CancellationReason, LineTold, ModerationReason, Obstacle, Voice, Words } from './vocabulary.ts';

const BECAUSE: Readonly<Record<CancellationReason, string>> = {
  OUT_OF_STOCK: 'Something in it sold out before we could set it aside for you.',
  PAYMENT_DECLINED: 'The payment was declined.',
  PAYMENT_TIMED_OUT: 'The payment provider did not answer in time.',
  CUSTOMER_INVALID: 'Your account may not buy at the moment.',
  BUYER_REQUEST: 'You asked us to cancel it.',
  SAGA_TIMED_OUT: 'We could not complete it in time.',
  OTHER: 'It could not be completed.',
};

const TAKEN_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'Moderators took it for advertising or noise.',
  OFFENSIVE: 'Moderators found it insulting or hateful.',
  ILLEGAL: 'It may not be sold here.',
  COUNTERFEIT: 'Moderators took it for a fake.',
  MISLEADING: 'What it says is untrue, or about something else.',
  PERSONAL_DATA: 'It tells private things about somebody.',
  CONFLICT_OF_INTEREST: 'It was written for, or paid by, somebody concerned.',
  OTHER: 'It breaks the rules of the marketplace.',
};

const OBSTACLES: Readonly<Record<Exclude<Obstacle, 'ATTRIBUTE_MISSING'>, string>> = {
  SELLER_NOT_VERIFIED: 'You are not verified as a seller.',
  SELLER_SUSPENDED: 'Your account is suspended.',
  TAKEN_DOWN: 'Moderators took it off sale.',
  VARIANT_MISSING: 'None of its variants is enabled.',
  OTHER: 'Look at it to see what is to be mended.',
};

const product = (name: string | null) => (name === null ? 'One of your products' : `“${name}”`);

/** Of a review. */
const TURNED_DOWN: Readonly<Record<ModerationReason, string>> = {
  SPAM: 'It reads like advertising or noise.',
  OFFENSIVE: 'It insults somebody.',
  ILLEGAL: 'It says something that may not be said.',
  COUNTERFEIT: 'It is about a fake.',
  MISLEADING: 'It is untrue, or about something else.',
  PERSONAL_DATA: 'It tells private things about somebody.',
  CONFLICT_OF_INTEREST: 'It was written for, or paid by, somebody concerned.',
  OTHER: 'It breaks the rules of the marketplace.',
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
    productTakenDown: ({ productName, reason, message }) => ({
      title: `${product(productName)} was taken off sale`,
      body: withMessage(TAKEN_DOWN[reason], message),
    }),
    productReinstated: ({ productName, message }) => ({
      title: `${product(productName)} may go on sale again`,
      body: withMessage('Moderators have reinstated it: publish it when you like.', message),
    }),
    publicationFailed: ({ productName, problems }) => ({
      title: `${product(productName)} did not go on sale`,
      body: `It stays a draft. ${reasonsFor(problems, OBSTACLES, (names) => `It has to tell: ${list(names)}.`, 'en')}`,
    }),
    importDone: ({ isDryRun, created, updated, wrong }) => ({
      title: isDryRun ? 'Your file with products was checked' : 'Your import of products is done',
      body: `Products made: ${created}. Changed: ${updated}. Wrong lines: ${wrong}.`,
    }),
    exportDone: ({ lines }) => ({ title: 'Your export of products is ready', body: `Lines in its file: ${lines}.` }),
    importFailed: () => ({ title: 'Your import of products failed', body: 'See what was wrong, and let it go on or begin another one.' }),
    exportFailed: () => ({ title: 'Your export of products failed', body: 'Begin another one a little later.' }),
    reviewReceived: ({ productName, author, rating, excerpt }) => ({
      title: `${author ?? 'Somebody'} gave “${productName}” ${rating} of 5 stars`,
      body: excerpt === '' ? 'There are no words beside the stars.' : excerpt,
    }),
    reviewWanted: ({ productName }) => ({
      title: `How is “${productName}”?`,
      body: 'Tell others how you find what you bought.',
    }),
    reviewWaits: ({ productName }) => ({
      title: productName === null ? 'A review waits' : `A review of “${productName}” waits`,
      body: 'Approve it, or turn it down.',
    }),
    reviewApproved: ({ productName }) => ({
      title: `Your review of “${productName}” was approved`,
      body: 'Everybody can read it from now on.',
    }),
    reviewRejected: ({ productName, reason, message }) => ({
      title: `Your review of “${productName}” was not approved`,
      body: withMessage(TURNED_DOWN[reason], message),
    }),
    reviewAnswered: ({ productName, excerpt }) => ({
      title: `The seller of “${productName}” answered your review`,
      body: excerpt,
    }),
    priceDropped: ({ productName, priceBefore, price }) => ({
      title: `“${productName}” costs less`,
      body: `It costs ${money(price)} now. It was ${money(priceBefore)} when you wished for it.`,
    }),
    backInStock: ({ productName }) => ({
      title: `“${productName}” is back`,
      body: 'What you wished for can be bought again.',
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
