import { impersonal, personal } from '@agora/platform/database/personal-data';
import { newRow, type NewRow } from '@agora/platform/database/new-row';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Community } from '../communities/model.ts';

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

  countComment(): void {
    this.commentCount += 1;
  }
}
PostSchema.setClass(Post);
