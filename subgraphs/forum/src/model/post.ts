import { defineEntity, p } from '@mikro-orm/postgresql';
import { Refusal } from '@agora/platform/errors';
import { Comment } from './comment.ts';
import { Community } from './community.ts';

const PostSchema = defineEntity({
  name: 'Post',
  properties: {
    id: p.text().primary(),
    community: () => p.manyToOne(Community).ref(),
    authorId: p.text(),
    productId: p.text().nullable(),
    title: p.text(),
    body: p.text(),
    commentCount: p.integer(),
    createdAt: p.datetime(3),
  },
  indexes: [
    {
      columns: [
        { name: 'community_id' },
        { name: 'created_at', sort: 'DESC' },
        { name: 'id', sort: 'DESC' },
      ],
      properties: ['community', 'createdAt', 'id'],
    },
    {
      columns: [
        { name: 'product_id' },
        { name: 'created_at', sort: 'DESC' },
        { name: 'id', sort: 'DESC' },
      ],
      properties: ['productId', 'createdAt', 'id'],
    },
  ],
});

export class Post extends PostSchema.class {
  static write(): Post { return new Post(); }
}
PostSchema.setClass(Post);
