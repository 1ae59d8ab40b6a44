import { randomBytes } from 'node:crypto';
import type { Screen, Stage } from '../screen.ts';
import { draftProduct, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const seller = await signIn(agora, 'seller');
  const price = { amount: '12.50', currencyCode: 'EUR' };
  const draft = (name: string, more: object = {}) =>
    draftProduct(agora, seller, name, { sku: `SKU-${randomBytes(6).toString('hex')}`, price, ...more });
  // A vase tells what it is made of, or is not on sale.
  await draft('Half a vase', { categorySlug: 'vases' });
  const sort = { field: 'CREATED_AT', direction: 'DESC' };
  const first = await send('SellerProducts', { filter: { statuses: ['DRAFT', 'PUBLISHED', 'ARCHIVED'] }, sort }, seller);
  await send('SellerProducts', { after: first.text('viewer.products.pageInfo.endCursor') }, seller);

  const { productId: id } = await draft('Reed basket');
  for (const step of ['ProductOnSale', 'ProductOffSale', 'ProductPutAway', 'ProductBroughtBack', 'ProductRemoved'])
    await send(step, { id }, seller);
}

/** Nothing keeps it off sale. */
export const notGiven: Screen['notGiven'] = Object.fromEntries(
  ['Publish', 'Unpublish', 'Archive', 'Restore'].map((done, index) => [
    ['ProductOnSale', 'ProductOffSale', 'ProductPutAway', 'ProductBroughtBack'][index],
    [`product${done}.product.publishProblems`],
  ]),
);
