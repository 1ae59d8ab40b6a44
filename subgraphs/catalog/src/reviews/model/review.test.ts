import { expect, test } from '@jest/globals';
import { Product } from '../../products/model/product.ts';
import { Review } from './review.ts';

const at = new Date('2026-11-30T22:00:00Z');
const written = (passes = true) =>
  Review.write(
    {
      id: 'rev_1',
      product: Object.assign(new Product(), { id: 'prd_1' }),
      sellerId: 'usr_seller',
      authorId: 'usr_author',
      rating: 4,
      title: null,
      body: 'Good.',
      locale: 'en',
      createdAt: at,
    },
    passes,
  );

test('its stars count while it is shown', () => {
  const review = written();
  expect([review.status, review.counted]).toEqual(['APPROVED', 4]);
  expect(review.reject({ reason: 'SPAM', message: null }, 'usr_moderator', at)).toBe(true);
  expect([review.status, review.counted, review.version]).toEqual(['REJECTED', null, 2]);
  expect(review.reject({ reason: 'SPAM', message: null }, 'usr_moderator', at)).toBe(false);
  expect(review.approve('usr_moderator', at)).toBe(true);
  expect([review.status, review.counted, review.rejectionReason, review.version]).toEqual(['APPROVED', 4, null, 3]);
  expect(review.approve('usr_moderator', at)).toBe(false);
});

test('what was turned down is not shown again by a change, however harmless', () => {
  const review = written();
  review.reject({ reason: 'OFFENSIVE', message: null }, 'usr_moderator', at);
  expect(review.edit({ body: 'Very good.' }, true, at)).toBe(true);
  expect(review.status).toBe('PENDING');
});

test('what waits because of its words is shown once they are others, and what is shown waits because of new ones', () => {
  const review = written(false);
  expect([review.status, review.shownAt]).toEqual(['PENDING', null]);
  review.edit({ body: 'Fine.' }, true, at);
  expect([review.status, review.shownAt]).toEqual(['APPROVED', at]);
  review.edit({ body: 'www.elsewhere.example' }, false, at);
  expect([review.status, review.counted]).toEqual(['PENDING', null]);
});

test('a change that changes nothing is none', () => {
  const review = written();
  expect(review.edit({ rating: 4, body: 'Good.' }, true, at)).toBe(false);
  expect([review.version, review.editedAt]).toEqual([1, null]);
  expect(review.edit({}, true, at, true)).toBe(true);
  expect([review.version, review.editedAt]).toEqual([2, at]);
});

test('an answer is written once, then changed, then gone', () => {
  const review = written();
  const later = new Date(at.getTime() + 1_000);
  expect([review.respond('Thank you.', at), review.respond('Thank you.', later), review.answerEditedAt]).toEqual([true, false, null]);
  expect([review.respond('Thank you!', later), review.answeredAt, review.answerEditedAt]).toEqual([true, at, later]);
  expect([review.withdrawAnswer(), review.withdrawAnswer(), review.answeredAt]).toEqual([true, false, null]);
});
