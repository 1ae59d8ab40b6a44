import { postReview } from '../reviews.ts';
import { uploadPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { demoProduct, listProduct, register, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [seller, moderator, ana] = [await signIn(agora, 'seller'), await signIn(agora, 'moderator'), await register(agora, 'Ana Torres')];
  const mediaIds = [await uploadPicture(agora, ana, { purpose: 'REVIEW' })];
  const title = 'Cheaper elsewhere';
  const about = { productId: demoProduct('moon-vase').id, rating: 1, title, body: 'At www.elsewhere.example', mediaIds };
  const id = await postReview(agora, ana, about);
  await postReview(agora, ana, { reviewId: id, body: 'At www.elsewhere.example, I say.' });
  const filter = { productId: about.productId };
  await send('ReviewQueue', { filter }, moderator);
  await send(
    'ReviewReject',
    { input: { reviewId: id, reason: 'SPAM', message: 'No advertising, please.', expectedVersion: 2 } },
    moderator,
  );
  await send('ReviewQueue', { filter: { ...filter, statuses: ['REJECTED'] } }, moderator);
  await send('ReviewApprove', { id, version: 3 }, moderator);

  const { productId } = await listProduct(agora, seller, 'Signed lithograph', 3);
  await send('ProductTakeDown', { input: { productId, reason: 'COUNTERFEIT', message: 'The signature is printed.' } }, moderator);
  await send('TakenDownProducts', {}, moderator);
  // A moderator does not see the draft that it is then.
  await send('ProductReinstate', { input: { productId } }, await signIn(agora, 'admin'));
}

/** What was approved was approved without a reason, and what was reinstated has none any more. */
export const notGiven: Screen['notGiven'] = {
  ReviewApprove: ['reason', 'message'].map((field) => `reviewApprove.review.moderation.${field}`),
  ProductReinstate: ['productReinstate.product.takedown'],
};
