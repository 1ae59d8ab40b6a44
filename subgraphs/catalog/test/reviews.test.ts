import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { randomFrom } from '@agora/platform/testing/random';
import { person } from '@agora/platform/testing/subgraph';
import {
  ReviewAnswered,
  ReviewApproved,
  ReviewDeleted,
  ReviewPosted,
  ReviewRejected,
  ReviewRequested,
  ReviewUnanswered,
  ReviewUpdated,
  ReviewVoted,
} from '@agora/schema/events/catalog';
import { OrderConfirmed, OrderDelivered } from '@agora/schema/events/order';
import { UserBlocked, UserMuted, UserRestored, UserSuspended } from '@agora/schema/events/user';
import * as z from 'zod';
import { errorsOf, reviewersOf } from './reviewers.ts';
import { newOrder, type Shop } from './shop.ts';
import { openUploads, picture, type Uploads } from './uploads.ts';

const LINK = 'Cheaper at https://elsewhere.example.';

let uploads: Uploads;
let shop: Shop;
let seller: Actor;
let reviewers: ReturnType<typeof reviewersOf>;
const [moderator, admin] = [person('MODERATOR'), person('ADMIN')];

beforeAll(async () => {
  uploads = await openUploads({ FORBIDDEN_WORDS: 'Estafa, worst ever' });
  shop = uploads.shop;
  reviewers = reviewersOf(shop);
  seller = await shop.verifiedSeller();
});
afterAll(() => uploads.stop());

const deliver = (buyer: Actor, { id: productId, variantId }: { readonly id: string; readonly variantId: string }) =>
  shop.happened(OrderDelivered, {
    orderId: newId('ord'),
    buyerId: buyer.id,
    lines: [{ variantId, productId, quantity: 1 }],
    deliveredAt: new Date().toISOString(),
  });

describe('a review', () => {
  test('is shown at once, counts for its product, and everybody hears of it', async () => {
    const { id: productId } = await shop.list(seller, { name: 'Clay jug' });
    const ana = person();
    const review = await reviewers.posted(ana, productId, {
      rating: 4,
      title: ' Holds  water ',
      body: 'And looks\r\ngood.\u0301',
      locale: 'es-CO',
    });
    expect(review).toMatchObject({
      rating: 4,
      title: 'Holds  water',
      body: 'And looks\ngood.\u0301'.normalize('NFC'),
      locale: 'es-CO',
      status: 'APPROVED',
      version: 1,
      helpfulCount: 0,
      isVerifiedPurchase: false,
      editedAt: null,
      author: { id: ana.id },
      product: { id: productId },
      variant: null,
      moderation: null,
      answer: null,
      viewerCanVote: false,
      viewerCanEdit: true,
      viewerCanAnswer: false,
      viewerCanModerate: false,
    });
    expect(await reviewers.seen(null, review.id)).toMatchObject({ rating: 4, viewerCanEdit: false, viewerCanVote: false });
    expect(await reviewers.seen(seller, review.id)).toMatchObject({ viewerCanAnswer: true, viewerCanVote: true });
    expect(await reviewers.seen(moderator, review.id)).toMatchObject({ viewerCanModerate: true, viewerCanAnswer: false });
    expect(await reviewers.rating(productId)).toEqual({ average: 4, count: 1, histogram: [0, 0, 0, 1, 0] });
    const about = { reviewId: review.id, productId, sellerId: seller.id, authorId: ana.id };
    expect(await shop.heard(ReviewPosted, ({ reviewId }) => reviewId === review.id)).toMatchObject({
      ...about,
      rating: 4,
      status: 'APPROVED',
    });
    expect(await shop.heard(ReviewApproved, ({ reviewId }) => reviewId === review.id)).toEqual({
      ...about,
      productName: 'Clay jug',
      rating: 4,
      excerpt: 'Holds water',
      approvedBy: 'RULES',
      isFirst: true,
    });
  });

  test('is of each buyer one, also of twenty at once; another may be written when that is gone', async () => {
    const { id: productId } = await shop.list(seller);
    const ana = person();
    const may = async (as: Actor | null) =>
      (await shop.data('query ($id: ID!) { product(id: $id) { viewerCanReview viewerReview { rating } } }', { id: productId }, { as }))[
        'product'
      ];
    expect([await may(null), await may(seller), await may(ana)]).toEqual([
      { viewerCanReview: false, viewerReview: null },
      { viewerCanReview: false, viewerReview: null },
      { viewerCanReview: true, viewerReview: null },
    ]);
    const all = await Promise.all(Array.from({ length: 20 }, () => reviewers.post(ana, productId, { rating: 2 })));
    expect(all.filter(({ review }) => review)).toHaveLength(1);
    expect(new Set(all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toEqual(new Set(['ALREADY_EXISTS']));
    expect(await may(ana)).toEqual({ viewerCanReview: false, viewerReview: { rating: 2 } });

    const id = all.find(({ review }) => review)?.review?.id ?? '';
    expect(errorsOf(await reviewers.remove(person(), id))).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(await reviewers.remove(ana, id)).toMatchObject({
      deletedReviewId: id,
      product: { id: productId, rating: { count: 0 }, viewerCanReview: true },
      userErrors: [],
    });
    expect(await shop.heard(ReviewDeleted, ({ reviewId }) => reviewId === id)).toMatchObject({ authorId: ana.id, productId });
    expect(await reviewers.seen(ana, id)).toBeNull();
    expect((await reviewers.posted(ana, productId)).status).toBe('APPROVED');
  });

  test('is changed by its author; what is absent stays, null clears, and what changes nothing counts no version', async () => {
    const { id: productId } = await shop.list(seller);
    const ana = person();
    const { id: reviewId } = await reviewers.posted(ana, productId, { rating: 5, title: 'Good', body: 'Stands well.' });
    expect((await reviewers.change(ana, 'Update', { reviewId, rating: 5, body: ' Stands well. ' })).review).toMatchObject({
      version: 1,
      editedAt: null,
    });
    const { review } = await reviewers.change(ana, 'Update', { reviewId, rating: 3, title: null, expectedVersion: 1 });
    expect(review).toMatchObject({ rating: 3, title: null, body: 'Stands well.', version: 2, editedAt: expect.any(String) });
    expect(await reviewers.rating(productId)).toEqual({ average: 3, count: 1, histogram: [0, 0, 1, 0, 0] });
    expect(await shop.heard(ReviewUpdated, (heard) => heard.reviewId === reviewId)).toMatchObject({
      rating: 3,
      status: 'APPROVED',
      version: 2,
    });
    expect(errorsOf(await reviewers.change(ana, 'Update', { reviewId, rating: 1, expectedVersion: 1 }))).toEqual([
      ['VERSION_MISMATCH', 'expectedVersion'],
    ]);
    expect(errorsOf(await reviewers.change(person(), 'Update', { reviewId, rating: 1 }))).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(shop.heardAll(ReviewApproved, (heard) => heard.reviewId === reviewId)).toHaveLength(1);
  });

  test.each([
    ['of six stars', { rating: 6 }, 'INVALID', 'rating'],
    ['of none', { rating: 0 }, 'INVALID', 'rating'],
    ['with a headline of two lines', { title: 'a\nb' }, 'INVALID', 'title'],
    ['with a headline that is too long', { title: 'x'.repeat(121) }, 'INVALID', 'title'],
    ['with a text that is too long', { body: 'x'.repeat(5_001) }, 'INVALID', 'body'],
    ['with control characters', { body: 'a\u0007b' }, 'INVALID', 'body'],
    ['with eleven pictures', { mediaIds: Array.from({ length: 11 }, () => newId('med')) }, 'LIMIT_REACHED', 'mediaIds'],
    ["with another's picture", { mediaIds: [newId('med')] }, 'NOT_FOUND', 'mediaIds.0'],
    ['of nothing', { productId: newId('prd') }, 'NOT_FOUND', 'productId'],
    ['of what is no product', { productId: '\0' }, 'NOT_FOUND', 'productId'],
  ])('%s is refused with its place', async (_, wrong, code, field) => {
    const { id: productId } = await shop.list(seller);
    expect(errorsOf(await reviewers.post(person(), productId, wrong))).toEqual([[code, field]]);
    expect(await reviewers.rating(productId)).toMatchObject({ count: 0 });
  });

  test('may be stars alone', async () => {
    const { id } = await shop.list(seller);
    expect(await reviewers.posted(person(), id, { body: ' ' })).toMatchObject({ body: '', title: null, status: 'APPROVED' });
  });

  test.each([
    ['en', 'Your own product is reviewed by others.'],
    ['es', 'Tu propio producto lo reseñan otros.'],
    ['pt', 'O seu próprio produto é avaliado por outros.'],
  ])('is not of the seller’s own product, which is said in %s', async (acceptLanguage, message) => {
    const { id: productId } = await shop.list(seller);
    expect((await reviewers.change(seller, 'Create', { productId, rating: 5, body: '' }, { acceptLanguage })).userErrors).toEqual([
      { code: 'FORBIDDEN', message, field: ['productId'] },
    ]);
  });

  test('that is sent again with its key is written once', async () => {
    const { id: productId } = await shop.list(seller);
    const ana = person();
    const again = () => reviewers.change(ana, 'Create', { productId, rating: 4, body: '' }, { idempotencyKey: 'the same review' });
    const [first, second] = [await again(), await again()];
    expect(second).toEqual(first);
    expect(first.userErrors).toEqual([]);
  });

  test('shows pictures of its author, in their order, as long as it says so', async () => {
    const { id: productId } = await shop.list(seller);
    const ana = person();
    const file = { purpose: 'REVIEW' };
    const [first, second] = [await uploads.upload(ana, await picture(8, 8), file), await uploads.upload(ana, await picture(9, 9), file)];
    const other = await uploads.upload(ana, await picture(8, 8), { purpose: 'AVATAR' });
    expect(errorsOf(await reviewers.post(ana, productId, { mediaIds: [first.id, other.id] }))).toEqual([['MEDIA_REJECTED', 'mediaIds.1']]);
    const { id: reviewId } = await reviewers.posted(ana, productId, { mediaIds: [second.id, first.id] });
    expect(await reviewers.seen(null, reviewId)).toMatchObject({ media: [{ id: second.id }, { id: first.id }] });
    expect(await reviewers.listed(null, productId, ', filter: { hasMedia: true }')).toEqual([reviewId]);
    const { review } = await reviewers.change(ana, 'Update', { reviewId, mediaIds: [first.id] });
    expect(review).toMatchObject({ media: [{ id: first.id }], version: 2 });
    expect((await reviewers.change(ana, 'Update', { reviewId, mediaIds: null })).review).toMatchObject({ media: [] });
    expect(await reviewers.listed(null, productId, ', filter: { hasMedia: true }')).toEqual([]);
  });
});

describe('a verified purchase', () => {
  test('is what arrived at the author, whether before the review or after it, once', async () => {
    const jug = await shop.list(seller);
    const [ana, ben] = [person(), person()];
    await deliver(ana, jug);
    await shop.settled();
    expect(await reviewers.posted(ana, jug.id)).toMatchObject({ isVerifiedPurchase: true, variant: { id: jug.variantId } });
    const { id } = await reviewers.posted(ben, jug.id);
    expect(await reviewers.seen(null, id)).toMatchObject({ isVerifiedPurchase: false, variant: null });
    await deliver(ben, jug);
    await shop.settled();
    expect(await reviewers.seen(null, id)).toMatchObject({ isVerifiedPurchase: true, variant: { id: jug.variantId } });
    expect(await reviewers.listed(null, jug.id, ', filter: { isVerifiedPurchase: true }')).toHaveLength(2);
  });

  test('is asked for when it arrives, of who can review it and has not', async () => {
    const [buyer, reviewed, gone] = [person(), await shop.list(seller), await shop.list(seller)];
    const jug = await shop.list(seller, { name: 'Jug' });
    await reviewers.posted(buyer, reviewed.id, { rating: 4 });
    await shop.data(
      'mutation ($id: ID!) { productUnpublish(input: { productId: $id }) { userErrors { code } } }',
      { id: gone.id },
      { as: seller },
    );
    const lines = [jug, jug, reviewed, gone].map(({ id: productId, variantId }) => ({ variantId, productId, quantity: 1 }));
    const delivered = { orderId: newId('ord'), lines, deliveredAt: new Date().toISOString() };
    for (const buyerId of [buyer.id, seller.id]) await shop.happened(OrderDelivered, { ...delivered, buyerId });
    await shop.settled();
    await shop.heard(ReviewRequested, ({ buyerId }) => buyerId === buyer.id);
    const asked = shop.heardAll(ReviewRequested, ({ buyerId }) => [buyer.id, seller.id].includes(buyerId));
    expect(asked).toEqual([{ productId: jug.id, sellerId: seller.id, productName: 'Jug', buyerId: buyer.id }]);
  });

  test('is not what was only paid', async () => {
    const jug = await shop.list(seller);
    const ana = person();
    const { orderId } = newOrder();
    const line = { variantId: jug.variantId, productId: jug.id, sellerId: seller.id, productName: 'Jug', quantity: 1, unitPrice: EUR };
    await shop.happened(OrderConfirmed, { orderId, number: 'AG-1', buyerId: ana.id, lines: [line], total: EUR });
    await shop.settled();
    expect(await reviewers.posted(ana, jug.id)).toMatchObject({ isVerifiedPurchase: false });
  });
});

const EUR = { minorUnits: 1_000, currencyCode: 'EUR' };

describe('who may see a review', () => {
  test('while it waits: its author and moderators, who decide; its author reads why, and changes it', async () => {
    const { id: productId } = await shop.list(seller, { name: 'Ash bowl' });
    const ana = person();
    const { id: reviewId, status } = await reviewers.posted(ana, productId, { body: LINK });
    expect(status).toBe('PENDING');
    const readers = [null, person(), seller, ana, moderator, admin];
    const seenBy = () => Promise.all(readers.map(async (as) => (await reviewers.seen(as, reviewId)) !== null));
    expect(await seenBy()).toEqual([false, false, false, true, true, true]);
    expect(await Promise.all([null, seller, ana].map((as) => reviewers.listed(as, productId)))).toEqual([[], [], [reviewId]]);
    expect(await reviewers.queue(moderator)).toContain(reviewId);
    expect(await reviewers.rating(productId)).toEqual({ average: null, count: 0, histogram: [0, 0, 0, 0, 0] });
    expect(shop.heardAll(ReviewApproved, (heard) => heard.reviewId === reviewId)).toEqual([]);

    const rejected = await reviewers.change(moderator, 'Reject', {
      reviewId,
      reason: 'SPAM',
      message: 'No links, please.',
      expectedVersion: 1,
    });
    expect(rejected.review).toMatchObject({
      status: 'REJECTED',
      version: 2,
      moderation: { reason: 'SPAM', message: 'No links, please.', decidedBy: { id: moderator.id } },
    });
    expect(await seenBy()).toEqual([false, false, false, true, true, true]);
    expect((await reviewers.seen(ana, reviewId))?.['moderation']).toEqual({
      reason: 'SPAM',
      message: 'No links, please.',
      decidedBy: null,
    });
    expect(await reviewers.queue(moderator)).not.toContain(reviewId);
    expect(await reviewers.queue(moderator, ', filter: { statuses: [REJECTED] }')).toContain(reviewId);
    expect(await shop.heard(ReviewRejected, (heard) => heard.reviewId === reviewId)).toMatchObject({
      productName: 'Ash bowl',
      reason: 'SPAM',
    });

    expect((await reviewers.change(ana, 'Update', { reviewId, body: 'A fine bowl.' })).review).toMatchObject({
      status: 'PENDING',
      version: 3,
    });
    expect((await reviewers.change(moderator, 'Approve', { reviewId, expectedVersion: 3 })).review).toMatchObject({
      status: 'APPROVED',
      moderation: { reason: null, message: null },
    });
    expect(await seenBy()).toEqual([true, true, true, true, true, true]);
    expect((await reviewers.seen(null, reviewId))?.['moderation']).toBeNull();
    expect(await reviewers.rating(productId)).toMatchObject({ average: 5, count: 1 });
    expect(await shop.heard(ReviewApproved, (heard) => heard.reviewId === reviewId)).toMatchObject({
      approvedBy: 'MODERATOR',
      isFirst: true,
    });
  });

  test('what is shown can be taken off again, and returns without being new', async () => {
    const { id: productId } = await shop.list(seller);
    const { id: reviewId } = await reviewers.posted(person(), productId, { rating: 1 });
    await reviewers.change(admin, 'Reject', { reviewId, reason: 'OTHER', message: 'About another shop.' });
    expect(await reviewers.rating(productId)).toMatchObject({ count: 0 });
    await reviewers.change(moderator, 'Approve', { reviewId });
    expect(await reviewers.rating(productId)).toMatchObject({ histogram: [1, 0, 0, 0, 0] });
    const heard = await eventually(() => {
      const approved = shop.heardAll(ReviewApproved, (one) => one.reviewId === reviewId);
      return approved.length === 2 && approved;
    });
    expect(heard.map(({ isFirst }) => isFirst)).toEqual([true, false]);
  });

  test('a decision is made once, with words where no reason fits, and by nobody who has a part in it', async () => {
    const { id: productId } = await shop.list(seller);
    const writes = person('MODERATOR');
    const { id: reviewId } = await reviewers.posted(writes, productId);
    const approve = async (as: Actor, input: object = {}) => errorsOf(await reviewers.change(as, 'Approve', { reviewId, ...input }));
    const reject = async (as: Actor, input: object = {}) =>
      errorsOf(await reviewers.change(as, 'Reject', { reviewId, reason: 'SPAM', ...input }));
    expect(await approve(moderator)).toEqual([['CONFLICT', 'reviewId']]);
    expect(await reject(writes)).toEqual([['FORBIDDEN', 'reviewId']]);
    expect(await reject({ ...seller, roles: ['USER', 'SELLER', 'MODERATOR'] })).toEqual([['FORBIDDEN', 'reviewId']]);
    expect(await reject(moderator, { reason: 'OTHER' })).toEqual([['INVALID', 'message']]);
    expect(await reject(moderator, { expectedVersion: 7 })).toEqual([['VERSION_MISMATCH', 'expectedVersion']]);
    expect(await approve(moderator, { reviewId: newId('rev') })).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(await approve(moderator, { reviewId: 'nonsense' })).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(await reject(moderator)).toEqual([]);
    expect(await reject(moderator)).toEqual([['CONFLICT', 'reviewId']]);
    const { errors } = await shop.ask('{ reviews { totalCount } }', {}, { as: seller });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test.each([
    ['a link', { body: LINK }],
    ['a telephone number', { title: 'Call 612 34 56 78' }],
    ['shouting', { body: 'NOBODY SHOULD EVER BUY THIS HERE' }],
    ['a word that the marketplace does not want', { body: 'Una estáfa.' }],
    ['a phrase of that kind', { title: 'Worst ever' }],
  ])('%s makes a review wait', async (_, words) => {
    const { id } = await shop.list(seller);
    expect((await reviewers.posted(person(), id, words)).status).toBe('PENDING');
  });

  test('a review is seen where its product is', async () => {
    const { id: productId } = await shop.list(seller);
    const [ana, ben] = [person(), person()];
    const { id: reviewId } = await reviewers.posted(ana, productId);
    const productTo = (verb: string) =>
      shop.data(
        `mutation ($id: ID!) { product${verb}(input: { productId: $id }) { userErrors { code } } }`,
        { id: productId },
        { as: seller },
      );
    const seenBy = () => Promise.all([ben, ana, moderator, seller, admin].map(async (as) => (await reviewers.seen(as, reviewId)) !== null));
    await productTo('Unpublish');
    expect(await seenBy()).toEqual([false, false, false, true, true]);
    expect(errorsOf(await reviewers.post(ben, productId))).toEqual([['NOT_FOUND', 'productId']]);
    expect(errorsOf(await reviewers.change(ana, 'Update', { reviewId, rating: 1 }))).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(errorsOf(await reviewers.change(ben, 'HelpfulSet', { reviewId, isHelpful: true }))).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(await productTo('Delete')).toMatchObject({ productDelete: { userErrors: [{ code: 'IN_USE' }] } });
    await productTo('Archive');
    expect(await seenBy()).toEqual([false, true, false, true, true]);
    expect((await reviewers.remove(ana, reviewId)).userErrors).toEqual([]);
  });

  test('what a suspended seller sells is not reviewed, and who is suspended reviews, votes and answers nothing', async () => {
    const [other, ana] = [await shop.verifiedSeller(), person()];
    const { id: productId } = await shop.list(other);
    const { id: reviewId } = await reviewers.posted(ana, productId);
    const suspended = { userId: other.id, reason: 'Unpaid.', until: null };
    await shop.happened(UserSuspended, suspended);
    await shop.settled();
    expect(await reviewers.seen(null, reviewId)).toBeNull();
    expect(errorsOf(await reviewers.post(person(), productId))).toEqual([['NOT_FOUND', 'productId']]);
    await shop.happened(UserRestored, { userId: other.id });
    await shop.happened(UserSuspended, { ...suspended, userId: ana.id });
    await shop.settled();
    const { id: another } = await shop.list(seller);
    const { id: elses } = await reviewers.posted(person(), another);
    expect(errorsOf(await reviewers.post(ana, another))).toEqual([['FORBIDDEN', null]]);
    expect(errorsOf(await reviewers.change(ana, 'Update', { reviewId, rating: 1 }))).toEqual([['FORBIDDEN', null]]);
    expect(errorsOf(await reviewers.change(ana, 'HelpfulSet', { reviewId: elses, isHelpful: true }))).toEqual([['FORBIDDEN', null]]);
    expect(await reviewers.seen(null, reviewId)).toMatchObject({ rating: 5 });
  });

  test('whom a reader has blocked or muted, or was blocked by, is in no list; by id, and to moderators, they are shown', async () => {
    const { id: productId } = await shop.list(seller);
    const [author, blocks, blocked, mutes] = [person(), person(), person(), person()];
    const { id } = await reviewers.posted(author, productId);
    await shop.happened(UserBlocked, { userId: blocks.id, blockedUserId: author.id });
    await shop.happened(UserBlocked, { userId: author.id, blockedUserId: blocked.id });
    await shop.happened(UserMuted, { userId: mutes.id, mutedUserId: author.id, until: null });
    await shop.happened(UserBlocked, { userId: moderator.id, blockedUserId: author.id });
    await shop.settled();
    for (const reader of [blocks, blocked, mutes]) {
      expect(await reviewers.listed(reader, productId)).toEqual([]);
      expect(await reviewers.seen(reader, id)).not.toBeNull();
    }
    for (const reader of [null, author, moderator]) expect(await reviewers.listed(reader, productId)).toEqual([id]);
    expect(await reviewers.rating(productId)).toMatchObject({ count: 1 });
  });
});

describe('what others say of a review', () => {
  test('that it helped: each once, not its author, and it can be taken back', async () => {
    const { id: productId } = await shop.list(seller);
    const [author, ana] = [person(), person()];
    const { id: reviewId } = await reviewers.posted(author, productId);
    const vote = (as: Actor, isHelpful: boolean) => reviewers.change(as, 'HelpfulSet', { reviewId, isHelpful });
    expect(errorsOf(await vote(author, true))).toEqual([['FORBIDDEN', 'reviewId']]);
    await Promise.all(Array.from({ length: 10 }, () => vote(ana, true)));
    expect((await vote(person(), true)).review).toMatchObject({ helpfulCount: 2, viewerHasFoundHelpful: true, version: 1 });
    expect(await reviewers.seen(ana, reviewId)).toMatchObject({ helpfulCount: 2, viewerHasFoundHelpful: true });
    expect((await vote(ana, false)).review).toMatchObject({ helpfulCount: 1, viewerHasFoundHelpful: false });
    expect((await vote(ana, false)).review).toMatchObject({ helpfulCount: 1 });
    const counts = await eventually(() => {
      const heard = shop.heardAll(ReviewVoted, (one) => one.reviewId === reviewId);
      return heard.length === 3 && heard;
    });
    expect(counts.map(({ helpfulCount }) => helpfulCount)).toEqual([1, 2, 1]);
    const waits = await reviewers.posted(person(), productId, { body: LINK });
    expect(errorsOf(await reviewers.change(ana, 'HelpfulSet', { reviewId: waits.id, isHelpful: true }))).toEqual([
      ['NOT_FOUND', 'reviewId'],
    ]);
  });

  test('the seller answers, and changes the answer; the seller and moderators remove it', async () => {
    const { id: productId } = await shop.list(seller, { name: 'Oak tray' });
    const ana = person();
    const { id: reviewId } = await reviewers.posted(ana, productId);
    const answer = (as: Actor, body: string) => reviewers.change(as, 'AnswerSet', { reviewId, body });
    expect(errorsOf(await answer(await shop.verifiedSeller(), 'Mine!'))).toEqual([['NOT_FOUND', 'reviewId']]);
    expect(errorsOf(await answer(seller, ' '))).toEqual([['INVALID', 'body']]);
    expect((await answer(seller, 'Thank you.')).review).toMatchObject({
      version: 1,
      answer: { body: 'Thank you.', author: { id: seller.id }, createdAt: expect.any(String), editedAt: null },
    });
    expect((await answer(seller, 'Thank you, Ana.')).review).toMatchObject({
      answer: { body: 'Thank you, Ana.', editedAt: expect.any(String) },
    });
    const heard = await eventually(() => {
      const all = shop.heardAll(ReviewAnswered, (one) => one.reviewId === reviewId);
      return all.length === 2 && all;
    });
    expect(heard).toMatchObject([
      { productName: 'Oak tray', authorId: ana.id, excerpt: 'Thank you.', isFirst: true },
      { excerpt: 'Thank you, Ana.', isFirst: false },
    ]);
    expect(await reviewers.listed(null, productId, ', filter: { hasAnswer: true }')).toEqual([reviewId]);
    expect(errorsOf(await reviewers.change(await shop.verifiedSeller(), 'AnswerDelete', { reviewId }))).toEqual([
      ['NOT_FOUND', 'reviewId'],
    ]);
    expect((await reviewers.change(moderator, 'AnswerDelete', { reviewId })).review).toMatchObject({ answer: null });
    expect(errorsOf(await reviewers.change(seller, 'AnswerDelete', { reviewId }))).toEqual([['NOT_FOUND', 'reviewId']]);
    await shop.heard(ReviewUnanswered, (one) => one.reviewId === reviewId);
    expect(await reviewers.listed(seller, productId, ', filter: { hasAnswer: false }')).toEqual([reviewId]);
  });
});

describe('lists of reviews', () => {
  test('are sorted by newest, stars and helpfulness, page by page, and narrowed', async () => {
    const own = await shop.verifiedSeller();
    const { id: productId } = await shop.list(own);
    const authors = Array.from({ length: 6 }, () => person());
    const ids: string[] = [];
    for (const [index, author] of authors.entries()) {
      const words = {
        title: index % 2 ? 'Un plato hondo' : null,
        body: index % 2 ? 'Cabe todo.' : 'Fine bowls.',
        locale: index % 2 ? 'es-CO' : 'en',
      };
      ids.push((await reviewers.posted(author, productId, { rating: 1 + (index % 3), ...words })).id);
    }
    const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = ids;
    for (const reviewId of [third, third, second]) await reviewers.change(person(), 'HelpfulSet', { reviewId, isHelpful: true });
    const sorted = (field: string, direction: string) =>
      reviewers.listed(null, productId, `, sort: { field: ${field}, direction: ${direction} }`);
    expect(await reviewers.listed(null, productId)).toEqual([sixth, fifth, fourth, third, second, first]);
    expect(await sorted('CREATED_AT', 'ASC')).toEqual(ids);
    expect(await sorted('RATING', 'DESC')).toEqual([sixth, third, fifth, second, fourth, first]);
    expect((await sorted('HELPFUL', 'DESC')).slice(0, 2)).toEqual([third, second]);

    const Page = z.object({
      product: z.object({
        reviews: z.object({
          pageInfo: z.object({ endCursor: z.string(), hasNextPage: z.boolean() }),
          nodes: z.array(z.object({ id: z.string() })),
        }),
      }),
    });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = `query ($id: ID!, $after: String) { product(id: $id) {
        reviews(first: 2, after: $after, sort: { field: RATING }) { pageInfo { endCursor hasNextPage } nodes { id } } } }`;
      const { product } = Page.parse(await shop.data(page, { id: productId, after }));
      paged.push(...product.reviews.nodes.map(({ id }) => id));
      [after, more] = [product.reviews.pageInfo.endCursor, product.reviews.pageInfo.hasNextPage];
    }
    expect(paged).toEqual(await sorted('RATING', 'DESC'));

    const found = (filter: string, as: Actor | null = null) => reviewers.listed(as, productId, `, filter: { ${filter} }`);
    expect(await found('ratings: [3, 1]')).toEqual([sixth, fourth, third, first]);
    expect(await found('locales: ["es"]')).toEqual([sixth, fourth, second]);
    expect(await found('query: "platos"')).toEqual([sixth, fourth, second]);
    expect(await found('query: "bowl -fine"')).toEqual([]);
    expect(await found(`authorId: "${authors[0]?.id}"`)).toEqual([first]);
    expect(await found(`productId: "${newId('prd')}"`)).toHaveLength(6);
    expect(await found('statuses: [PENDING, REJECTED]')).toEqual([]);
    expect(await found('createdAt: { lt: "2020-01-01T00:00:00.000Z" }')).toEqual([]);

    const People = `query ($seller: ID!, $author: ID!) {
      _entities(representations: [{ __typename: "User", id: $seller }, { __typename: "User", id: $author }]) {
        ... on User { id sellerRating { average count histogram } reviews { nodes { id } } receivedReviews { totalCount } }
      }
    }`;
    const author = authors[1]?.id;
    expect((await shop.data(People, { seller: own.id, author }))['_entities']).toEqual([
      {
        id: own.id,
        sellerRating: { average: 2, count: 6, histogram: [2, 2, 2, 0, 0] },
        reviews: { nodes: [] },
        receivedReviews: { totalCount: 6 },
      },
      { id: author, sellerRating: null, reviews: { nodes: [{ id: second }] }, receivedReviews: { totalCount: 0 } },
    ]);
  });

  test('cost one statement for each type and level, and a rating none', async () => {
    const own = await shop.verifiedSeller();
    const products = await Promise.all([shop.list(own), shop.list(own), shop.list(own)]);
    for (const { id } of products) for (let n = 0; n < 3; n++) await reviewers.posted(person(), id);
    const list = (fields: string) =>
      shop.data(
        `query ($seller: ID!) { products(first: 3, filter: { sellerIds: [$seller] }) { nodes { id ${fields} } } }`,
        { seller: own.id },
        { as: person() },
      );
    const statementsOf = async (fields: string) => {
      shop.ownStatements();
      await list(fields);
      return shop.ownStatements();
    };
    expect(await statementsOf('rating { average count histogram }')).toHaveLength(1);
    const deep = await statementsOf(`viewerCanReview viewerReview { id } reviews(first: 3) {
      nodes { isVerifiedPurchase variant { id } author { id } media { id } answer { body } viewerHasFoundHelpful product { rating { count } reviews(first: 2) { nodes { body } } } } }`);
    expect(deep.filter((sql) => /from review join product/.test(sql))).toHaveLength(3);
    expect(deep).toHaveLength(7);
  });
});

describe('the rating of a product', () => {
  test('sorts, narrows and counts products, and a few reviews weigh less than many', async () => {
    const own = await shop.verifiedSeller();
    const [one, many, none] = await Promise.all([shop.list(own), shop.list(own), shop.list(own)]);
    await reviewers.posted(person(), one.id, { rating: 5 });
    await Promise.all(Array.from({ length: 6 }, () => reviewers.posted(person(), many.id, { rating: 4 })));
    const Found = z.object({ products: z.object({ nodes: z.array(z.object({ id: z.string() })), facets: z.array(z.unknown()) }) });
    const found = async (filter: object, direction = 'DESC') => {
      const list = `query ($filter: ProductFilterInput, $direction: SortDirection!) {
        products(filter: $filter, sort: { field: RATING, direction: $direction }) {
          nodes { id } facets(keys: ["rating"]) { key name kind values { value label count isSelected } } } }`;
      const listed = [one, many, none].map(({ id }) => id);
      const { products } = Found.parse(await shop.data(list, { filter: { sellerIds: [own.id], ...filter }, direction }));
      return { ids: products.nodes.map(({ id }) => id).filter((id) => listed.includes(id)), facets: products.facets };
    };
    expect((await found({})).ids).toEqual([many.id, one.id, none.id]);
    expect((await found({}, 'ASC')).ids).toEqual([none.id, one.id, many.id]);
    expect((await found({ query: 'useful' })).ids).toEqual([many.id, one.id, none.id]);
    const { ids, facets } = await found({ minRating: 4.5 });
    expect(ids).toEqual([one.id]);
    expect((await found({ minRating: 4 })).facets).toEqual([
      {
        key: 'rating',
        name: 'Rating',
        kind: 'VALUES',
        values: [
          { value: '4', label: '4 stars and more', count: 2, isSelected: true },
          { value: '3', label: '3 stars and more', count: 2, isSelected: false },
          { value: '2', label: '2 stars and more', count: 2, isSelected: false },
          { value: '1', label: '1 star and more', count: 2, isSelected: false },
        ],
      },
    ]);
    expect(facets).toHaveLength(1);
    shop.ownStatements();
    await shop.data(`{ products(filter: { minRating: 4 }, sort: { field: RATING, direction: DESC }) { nodes { rating { average } } } }`);
    expect(shop.ownStatements()).toHaveLength(1);
    const { errors } = await shop.ask('{ products(filter: { minRating: 6 }) { totalCount } }');
    expect(errors ?? []).toHaveLength(1);
  });

  test('is right when thirty people review it at once', async () => {
    const { id } = await shop.list(seller);
    await Promise.all(Array.from({ length: 30 }, (_, n) => reviewers.posted(person(), id, { rating: 1 + (n % 5) })));
    expect(await reviewers.rating(id)).toEqual({ average: 3, count: 30, histogram: [6, 6, 6, 6, 6] });
  });

  test('equals its reviews after a thousand changes in any order, at once', async () => {
    const numbers = randomFrom(15);
    const random = (below: number) => Math.floor(numbers() * below);
    const listed = await Promise.all(Array.from({ length: 5 }, () => shop.list(seller)));
    const people = Array.from({ length: 25 }, () => person());
    const known = new Map<string, string>();
    const one = async (author: Actor, productId: string, what: number, rating: number): Promise<void> => {
      const key = `${author.id} ${productId}`;
      const reviewId = known.get(key) ?? newId('rev');
      if (what < 3) {
        const { review } = await reviewers.post(author, productId, { rating, body: what === 0 ? LINK : 'Good.' });
        if (review) known.set(key, review.id);
      } else if (what < 5) await reviewers.change(author, 'Update', { reviewId, rating, body: what === 3 ? LINK : `Good, ${rating}.` });
      else if (what < 6) await reviewers.remove(author, reviewId);
      else if (what < 8) await reviewers.change(moderator, 'Approve', { reviewId });
      else await reviewers.change(moderator, 'Reject', { reviewId, reason: 'SPAM' });
    };
    const steps = Array.from({ length: 1_000 }, () => [random(25), random(5), random(10), 1 + random(5)] as const);
    for (let first = 0; first < steps.length; first += 20)
      await Promise.all(
        steps.slice(first, first + 20).map(([who, which, what, rating]) => {
          const [author, product] = [people[who], listed[which]];
          if (!author || !product) throw new Error('Nobody, or nothing.');
          return one(author, product.id, what, rating);
        }),
      );
    const Rows = z.object({ product: z.object({ reviews: z.object({ nodes: z.array(z.object({ rating: z.int() })) }) }) });
    let total = 0;
    for (const { id } of listed) {
      const { product } = Rows.parse(
        await shop.data(
          'query ($id: ID!) { product(id: $id) { reviews(first: 100, filter: { statuses: [APPROVED] }) { nodes { rating } } } }',
          { id },
        ),
      );
      const stars = product.reviews.nodes.map(({ rating }) => rating);
      total += stars.length;
      expect(await reviewers.rating(id)).toEqual({
        average: stars.length === 0 ? null : stars.reduce((sum, rating) => sum + rating, 0) / stars.length,
        count: stars.length,
        histogram: [1, 2, 3, 4, 5].map((star) => stars.filter((rating) => rating === star).length),
      });
    }
    expect(total).toBeGreaterThan(10);
  });
});
