import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Review } from './review.ts';

const ReviewVoteSchema = defineEntity({
  name: 'ReviewVote',
  properties: personal('voterId', {
    review: () => p.manyToOne(Review).primary().updateRule('no action').deleteRule('cascade'),
    voterId: p.text().primary(),
  }),
});

/** That a review helped somebody. */
export class ReviewVote extends ReviewVoteSchema.class {}
ReviewVoteSchema.setClass(ReviewVote);
