import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { MODERATION_REASONS, Product, type Takedown } from '../../products/model/product.ts';

export const REVIEW_STATUSES = ['PENDING', 'APPROVED', 'REJECTED'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What its author says. */
export interface ReviewFacts {
  /** Stars, 1 to 5. */
  readonly rating: number;
  readonly title: string | null;
  /** May be empty. */
  readonly body: string;
}

/** Why a review is turned down; its author reads both. */
export type Rejection = Takedown;

const ReviewSchema = defineEntity({
  name: 'Review',
  uniques: [{ properties: ['product', 'authorId'] }],
  checks: [
    { name: 'review_rating_check', expression: 'rating >= 1 and rating <= 5' },
    { name: 'review_helpful_count_check', expression: 'helpful_count >= 0' },
  ],
  indexes: [
    { properties: ['product', 'createdAt', 'id'] },
    { properties: ['product', 'helpfulCount', 'id'] },
    { properties: ['authorId', 'createdAt', 'id'] },
    { properties: ['sellerId', 'createdAt', 'id'] },
    {
      name: 'review_pending_index',
      expression: "create index review_pending_index on review (created_at, id) where status = 'PENDING'",
    },
    { name: 'review_words_index', expression: 'create index review_words_index on review using gin (words)' },
  ],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      product: () => p.manyToOne(Product).updateRule('no action').deleteRule('no action'),
      status: p.enum(REVIEW_STATUSES),
      /** When everybody could first read it. */
      shownAt: p.datetime(3).nullable(),
      /** Counts up with each change by its author and each decision about it. */
      version: p.integer(),
      helpfulCount: p.integer(),
    }),
    ...personal('authorId', {
      authorId: p.text(),
      rating: p.integer(),
      title: p.text().nullable(),
      body: p.text(),
      /** The language that it is written in: BCP 47. */
      locale: p.text(),
      createdAt: p.datetime(3),
      /** Of the last change by its author. */
      editedAt: p.datetime(3).nullable(),
      rejectionReason: p.enum(MODERATION_REASONS).nullable(),
      decisionMessage: p.text().nullable(),
      /** What it is found by. */
      words: p.type('tsvector').$type<Opt<string>>().generated("search.words_of(coalesce(title, '') || ' ' || body) stored").lazy(),
    }),
    ...personal('sellerId', {
      /** The product's. */
      sellerId: p.text(),
      answer: p.text().nullable(),
      answeredAt: p.datetime(3).nullable(),
      answerEditedAt: p.datetime(3).nullable(),
    }),
    ...personal('decidedBy', { decidedBy: p.text().nullable(), decidedAt: p.datetime(3).nullable() }),
  },
});

export interface NewReview extends ReviewFacts {
  readonly id: string;
  readonly product: Product;
  readonly sellerId: string;
  readonly authorId: string;
  readonly locale: string;
  readonly createdAt: Date;
}

/** What a buyer says of a product; there is one of each of them. */
export class Review extends ReviewSchema.class {
  /** `passes`: whether it may be shown before anybody has looked at it. */
  static write(given: NewReview, passes: boolean): Review {
    const review = newRow(Review, {
      ...given,
      status: 'PENDING',
      shownAt: null,
      version: 1,
      helpfulCount: 0,
      editedAt: null,
      decidedAt: null,
      decidedBy: null,
      rejectionReason: null,
      decisionMessage: null,
      answer: null,
      answeredAt: null,
      answerEditedAt: null,
    });
    if (passes) show(review, given.createdAt);
    return review;
  }

  /** Whether anything differs from before, or something beside did; what is absent stays. What was turned down is looked at again. */
  edit(given: Partial<ReviewFacts>, passes: boolean, at: Date, isOtherwiseChanged = false): boolean {
    const names = Object.keys(given) as (keyof ReviewFacts)[];
    const isSame = names.every((name) => given[name] === undefined || given[name] === this[name]);
    if (isSame && !isOtherwiseChanged) return false;
    Object.assign(this, given);
    this.editedAt = at;
    this.version += 1;
    if (passes && this.status !== 'REJECTED') show(this, at);
    else this.status = 'PENDING';
    return true;
  }

  /** Shows it to everybody; false where it is shown already. */
  approve(by: string, at: Date): boolean {
    if (this.status === 'APPROVED') return false;
    show(this, at);
    decide(this, by, at, { reason: null, message: null });
    return true;
  }

  /** Shows it to nobody but its author; false where that is so already. */
  reject(rejection: Rejection, by: string, at: Date): boolean {
    if (this.status === 'REJECTED') return false;
    this.status = 'REJECTED';
    decide(this, by, at, rejection);
    return true;
  }

  /** By the seller; whether it is another answer than before. */
  respond(answer: string, at: Date): boolean {
    if (this.answer === answer) return false;
    if (this.answeredAt === null) this.answeredAt = at;
    else this.answerEditedAt = at;
    this.answer = answer;
    return true;
  }

  /** Whether there was an answer. */
  withdrawAnswer(): boolean {
    if (this.answer === null) return false;
    Object.assign(this, { answer: null, answeredAt: null, answerEditedAt: null });
    return true;
  }

  /** The stars that count for the product; null where it is not shown. */
  get counted(): number | null {
    return this.status === 'APPROVED' ? this.rating : null;
  }
}
ReviewSchema.setClass(Review);

function show(review: Review, at: Date): void {
  review.status = 'APPROVED';
  review.shownAt ??= at;
}

function decide(
  review: Review,
  by: string,
  at: Date,
  { reason, message }: { readonly reason: Rejection['reason'] | null; readonly message: string | null },
): void {
  Object.assign(review, { decidedBy: by, decidedAt: at, rejectionReason: reason, decisionMessage: message });
  review.version += 1;
}
