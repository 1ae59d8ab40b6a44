import { postReview } from '../reviews.ts';
import { uploadPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { demoProduct, register, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [seller, ana] = [await signIn(agora, 'seller'), await register(agora, 'Ana Torres')];
  const mediaIds = [await uploadPicture(agora, ana, { purpose: 'REVIEW' })];
  const id = await postReview(agora, ana, {
    productId: demoProduct('moon-vase').id,
    rating: 4,
    title: 'Calm',
    body: 'Holds one branch.',
    mediaIds,
  });
  await send('ReviewAnswer', { id, body: 'Thank you.' }, seller);
  await send('ReviewAnswer', { id, body: 'Thank you, Ana.' }, seller);
  await send('SellerReviews', { filter: { hasAnswer: true }, sort: { field: 'CREATED_AT' } }, seller);
  await send('ReviewAnswerDrop', { id }, seller);
  await send('SellerReviews', { filter: { hasAnswer: false } }, seller);
}

export const notGiven: Screen['notGiven'] = { ReviewAnswerDrop: ['reviewAnswerDelete.review.answer'] };
