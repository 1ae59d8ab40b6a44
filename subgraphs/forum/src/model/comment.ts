import { defineEntity, p } from '@mikro-orm/postgresql';
import { Post } from './post.ts';

const CommentSchema = defineEntity({
  name: 'Comment',
  properties: {
    id: p.text().primary(),
    post: () => p.manyToOne(Post),
    parent: () => p.manyToOne(Comment).nullable(),
    authorId: p.text(),
    body: p.text(),
    seq: p.integer(),
    createdAt: p.datetime(3),
  },
  uniques: [{ properties: ['post', 'seq'] }],
  indexes: [{ properties: ['parent', 'seq'] }],
});

/** What somebody wrote under a post, or in answer to another comment of the same post. */
export class Comment extends CommentSchema.class {}
CommentSchema.setClass(Comment);
