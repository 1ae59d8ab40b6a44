import { randomBytes, randomUUID } from 'node:crypto';
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
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  await send('ProductScheduled', { input: { productId: id, publishAt: inDays(1), unpublishAt: inDays(8) } }, seller);
  await send('ProductCopied', { id, key: randomUUID() }, seller);
  for (const step of ['ProductOnSale', 'ProductOffSale', 'ProductPutAway', 'ProductBroughtBack', 'ProductRemoved'])
    await send(step, { id }, seller);
}

const NOT_SCHEDULED = ['publishAt', 'unpublishAt'];

/** Nothing keeps it off sale; whoever acts by hand ends the schedule. */
export const notGiven: Screen['notGiven'] = Object.fromEntries(
  [
    ['ProductOnSale', 'productPublish', ...NOT_SCHEDULED],
    ['ProductOffSale', 'productUnpublish', ...NOT_SCHEDULED],
    ['ProductPutAway', 'productArchive', ...NOT_SCHEDULED],
    ['ProductBroughtBack', 'productRestore', ...NOT_SCHEDULED],
    ['ProductScheduled', 'productPublicationSchedule', 'publishedAt'],
    ['ProductCopied', 'productDuplicate', 'publishedAt', ...NOT_SCHEDULED],
  ].map(([operation, mutation, ...fields]) => [operation, ['publishProblems', ...fields].map((field) => `${mutation}.product.${field}`)]),
);
