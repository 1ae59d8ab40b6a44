import { defineEntity, p } from '@mikro-orm/postgresql';
import { Comment } from './comment.ts';
import { Community } from './community.ts';

const PostSchema = defineEntity({
  name: 'Post',
  properties: {
    id: p.text().primary(),
    community: () => p.manyToOne(Community),
    authorId: p.text(),
    productId: p.text().nullable(),
    title: p.text(),
    body: p.text(),
    commentCount: p.integer(),
    createdAt: p.datetime(3),
  },
  indexes: [{ properties: ['community', 'createdAt', 'id'] }, { properties: ['productId', 'createdAt', 'id'] }],
});

/** What somebody wrote in a community, perhaps about a product. */
export class Post extends PostSchema.class {
  static write(
    community: Community,
    given: { id: string; authorId: string; productId: string | null; title: string; body: string; createdAt: Date },
  ): Post {
    return Object.assign(new Post(), { ...given, community, commentCount: 0 });
  }

  /** A comment on the post itself, or a reply to `parent`, another comment of this post; both count. */
  addComment(given: { id: string; parent: Comment | null; authorId: string; body: string; seq: number; createdAt: Date }): Comment {
    this.commentCount += 1;
    return Object.assign(new Comment(), { ...given, post: this });
  }
}
PostSchema.setClass(Post);
