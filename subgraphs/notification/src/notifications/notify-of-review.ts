import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import {
  moderationReason,
  type ReviewAnswered,
  type ReviewApproved,
  type ReviewPosted,
  type ReviewRejected,
  type ReviewRequested,
  type ReviewUpdated,
} from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import { Recipient } from '../recipients/model.ts';
import { moderators } from '../recipients/reads.ts';
import { averseTo } from '../relations/reads.ts';
import { type Notice, notify } from './notify.ts';

/**
 * The seller is told of a review once all can read it, unless they do not want to hear of its author; the author, that moderators have
 * approved it.
 */
export async function notifyOfApproval(tx: EntityManager, approved: DataOf<typeof ReviewApproved>, { eventId }: About): Promise<void> {
  const { reviewId, sellerId, authorId, productName, rating, excerpt, approvedBy, isFirst } = approved;
  const subject = { type: 'Review', id: reviewId } as const;
  const notices: Notice[] = [];
  if (approvedBy !== 'RULES')
    notices.push({ recipientId: authorId, kind: 'REVIEW_DECIDED', subject, say: (words) => words.reviewApproved({ productName }) });
  if (isFirst && !(await isAverse(tx, sellerId, authorId))) {
    const author = (await tx.findOne(Recipient, { id: authorId }))?.displayName ?? null;
    const told = { productName, author, rating, excerpt };
    notices.push({
      recipientId: sellerId,
      kind: 'REVIEW_RECEIVED',
      actorId: authorId,
      subject,
      say: (words) => words.reviewReceived(told),
    });
  }
  await notify(tx, eventId, notices);
}

/** The author is told why. */
export async function notifyOfRejection(tx: EntityManager, rejected: DataOf<typeof ReviewRejected>, { eventId }: About): Promise<void> {
  const { reviewId, authorId, productName, message } = rejected;
  const told = { productName, reason: moderationReason.interpret(rejected.reason), message };
  const subject = { type: 'Review', id: reviewId } as const;
  await notify(tx, eventId, [{ recipientId: authorId, kind: 'REVIEW_DECIDED', subject, say: (words) => words.reviewRejected(told) }]);
}

/** The author is told of the first answer, unless they do not want to hear of the seller. */
export async function notifyOfAnswer(tx: EntityManager, answered: DataOf<typeof ReviewAnswered>, { eventId }: About): Promise<void> {
  const { reviewId, sellerId, authorId, productName, excerpt, isFirst } = answered;
  if (!isFirst || (await isAverse(tx, authorId, sellerId))) return;
  const subject = { type: 'Review', id: reviewId } as const;
  const say: Notice['say'] = (words) => words.reviewAnswered({ productName, excerpt });
  await notify(tx, eventId, [{ recipientId: authorId, kind: 'REVIEW_ANSWERED', actorId: sellerId, subject, say }]);
}

/** Who bought something is asked what they think of it, unless they do not want to hear of its seller. */
export async function notifyOfReviewWanted(tx: EntityManager, wanted: DataOf<typeof ReviewRequested>, { eventId }: About): Promise<void> {
  const { productId, sellerId, buyerId, productName } = wanted;
  if (await isAverse(tx, buyerId, sellerId)) return;
  const subject = { type: 'Product', id: productId } as const;
  await notify(tx, eventId, [
    { recipientId: buyerId, kind: 'REVIEW_REQUESTED', subject, say: (words) => words.reviewWanted({ productName }) },
  ]);
}

/** Moderators are told of a review that waits for them, but for who has a part in it. */
export async function notifyOfPosted(tx: EntityManager, posted: DataOf<typeof ReviewPosted>, about: About): Promise<void> {
  if (posted.status === 'PENDING') await notifyModerators(tx, posted, about);
}

/** As `notifyOfPosted`, once it waits again. */
export async function notifyOfChanged(tx: EntityManager, changed: DataOf<typeof ReviewUpdated>, about: About): Promise<void> {
  const { status, statusBefore } = changed;
  if (status === 'PENDING' && statusBefore !== undefined && statusBefore !== 'PENDING') await notifyModerators(tx, changed, about);
}

async function notifyModerators(
  tx: EntityManager,
  { reviewId, authorId, sellerId, productName }: DataOf<typeof ReviewPosted> | DataOf<typeof ReviewUpdated>,
  { eventId }: About,
): Promise<void> {
  const subject = { type: 'Review', id: reviewId } as const;
  const all = (await moderators(tx, [])).filter(({ id }) => id !== authorId && id !== sellerId);
  const notices = all.map(({ id: recipientId }): Notice => ({
    recipientId,
    kind: 'REVIEW_SUBMITTED',
    subject,
    say: (words) => words.reviewWaits({ productName: productName ?? null }),
  }));
  await notify(tx, eventId, notices);
}

async function isAverse(tx: EntityManager, recipientId: string, actorId: string): Promise<boolean> {
  return (await averseTo(tx, [actorId, [recipientId]])).length > 0;
}
