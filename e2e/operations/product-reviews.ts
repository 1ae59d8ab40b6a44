import { randomUUID } from 'node:crypto';
import { uploadPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { demoProduct, register, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [ana, ben, moderator] = [await register(agora, 'Ana Torres'), await register(agora, 'Ben Adler'), await signIn(agora, 'moderator')];
  const { id: productId } = demoProduct('stoneware-bowl-set');
  const picture = await uploadPicture(agora, ana, { purpose: 'REVIEW', altText: 'A blue square' });
  const given = { productId, rating: 4, title: 'Stands well', body: 'Two of them a day.', mediaIds: [picture] };
  const written = await send('ReviewWrite', { input: given, key: randomUUID() }, ana);
  const reviewId = written.text('reviewCreate.review.id');
  await send('ReviewChange', { input: { reviewId, rating: 5, body: 'Three of them a day.', expectedVersion: 1 } }, ana);
  await send('ReviewVote', { reviewId, isHelpful: true }, ben);
  await send('ProductReviews', { productId, sort: { field: 'HELPFUL' } }, ana);
  await send('ProductReviews', { productId, filter: { ratings: [4, 5], query: 'horno' } }, ben);
  const waits = await send('ReviewWrite', { input: { ...given, mediaIds: [], body: 'See www.elsewhere.example' }, key: randomUUID() }, ben);
  await send('ReviewChange', { input: { reviewId: waits.text('reviewCreate.review.id'), title: null } }, ben);
  await send('ReviewLink', { id: reviewId }, moderator);
  await send('ReviewRemove', { reviewId }, ana);
}

const NOT_DECIDED = ['moderation', 'answer'];

/** What a review of today does not have yet is on the screens of who moderates and sells. */
export const notGiven: Screen['notGiven'] = {
  ProductReviews: [
    'product.viewerReview.moderation',
    'product.viewerReview.answer',
    'product.reviews.nodes.moderation',
    'product.reviews.nodes.answer.editedAt',
  ],
  ReviewWrite: [...NOT_DECIDED, 'editedAt'].map((field) => `reviewCreate.review.${field}`),
  ReviewChange: NOT_DECIDED.map((field) => `reviewUpdate.review.${field}`),
  ReviewRemove: ['reviewDelete.product.viewerReview'],
  ReviewLink: NOT_DECIDED.map((field) => `review.${field}`),
};
