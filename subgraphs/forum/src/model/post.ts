import { impersonal, personal } from '@agora/platform/database/personal-data';
import { newRow, type NewRow } from '@agora/platform/database/new-row';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Comment } from './comment.ts';
import { Community } from './community.ts';

const PostSchema = defineEntity({
  name: 'Post',
  properties: {
    ...impersonal({ id: p.text().primary(), community: () => p.manyToOne(Community), commentCount: p.integer() }),
    ...personal('authorId', {
      authorId: p.text(),
      productId: p.text().nullable(),
      title: p.text(),
      body: p.text(),
      createdAt: p.datetime(3),
    }),
  },
  indexes: [{ properties: ['community', 'createdAt', 'id'] }, { properties: ['productId', 'createdAt', 'id'] }],
});

/** What somebody wrote in a community, perhaps about a product. */
export class Post extends PostSchema.class {
  static write(given: Omit<NewRow<Post>, 'commentCount'>): Post {
    return newRow(Post, { ...given, commentCount: 0 });
  }

  /** A comment on the post itself, or a reply to `parent`, another comment of this post; both count. */
  addComment(given: Omit<NewRow<Comment>, 'post'>): Comment {
    this.commentCount += 1;
    return newRow(Comment, { ...given, post: this });
  }
}
PostSchema.setClass(Post);
