import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { data } from '../client.ts';
import { uploadPicture } from '../pictures.ts';
import { postReview } from '../reviews.ts';
import type { Screen, Stage } from '../screen.ts';
import { postAbout, register, signIn, wishFor } from '../shop.ts';

export async function play({ agora, send, follow }: Stage): Promise<void> {
  const [seller, ana] = await Promise.all([signIn(agora, 'seller'), register(agora, 'Ana Torres')]);
  const sold = DEMO_PRODUCTS.filter(({ sellerId }) => sellerId === seller.id);
  const [first] = sold;
  if (!first) throw new Error('The demo seller sells nothing.');
  await postAbout(agora, ana, first.id, `About ${first.name}`);
  await wishFor(agora, ana, { productId: first.id });
  const mediaIds = [await uploadPicture(agora, ana, { purpose: 'REVIEW', altText: 'A blue square' })];
  const reviewId = await postReview(agora, ana, { productId: first.id, rating: 5, body: 'Good.', mediaIds });
  await postReview(agora, ana, { reviewId, body: 'Very good.' });
  for (const { slug } of sold) await send('ProductPage', { slug }, ana);

  await send('ProductPageViewed', { productId: first.id, source: 'SEARCH' }, ana);

  const live = await follow('ProductPageLive', { variantIds: [first.variantId] }, ana);
  const adjustments = [{ variantId: first.variantId, quantity: 1, reason: 'FOUND' }];
  await data(
    agora,
    { variantStockAdjust: z.object({ userErrors: z.array(z.unknown()).length(0) }) },
    'mutation ($input: VariantStockAdjustInput!) { variantStockAdjust(input: $input) { userErrors { code } } }',
    { input: { adjustments } },
    { token: seller.token, headers: { 'idempotency-key': randomUUID() } },
  );
  await live.events(1);
}

/** What a shop says of itself is on its own screen; nothing was delivered yet. */
export const notGiven: Screen['notGiven'] = {
  ProductPage: [
    ...['returnPolicy', 'vacationMessage'].map((field) => `product.seller.seller.${field}`),
    'product.reviews.nodes.variant',
    'product.media.durationSeconds',
  ],
};
