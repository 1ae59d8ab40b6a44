import { defineEntity, p } from '@mikro-orm/postgresql';
import { newRow, type NewRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { Post } from '../posts/model.ts';

const EXCERPT_LENGTH = 140;

const CommentSchema = defineEntity({
  name: 'Comment',
  properties: {
    ...impersonal({
      id: p.text().primary(),
      post: () => p.manyToOne(Post),
      parent: () => p.manyToOne(Comment).nullable().deleteRule('no action'),
      seq: p.integer(),
    }),
    ...personal('authorId', { authorId: p.text(), body: p.text(), createdAt: p.datetime(3) }),
  },
  uniques: [{ properties: ['post', 'seq'] }],
  indexes: [{ properties: ['parent', 'seq'] }],
});

/** What somebody wrote under a post. `seq` is its place among all comments of the post, and in the post's live feed. */
export class Comment extends CommentSchema.class {
  /** A comment on the post itself, or a reply to `parent`, another comment of that post; both count. */
  static write(given: NewRow<Comment>): Comment {
    given.post.countComment();
    return newRow(Comment, given);
  }
}
CommentSchema.setClass(Comment);

/** Turns of the direction of writing, which a cut could leave open. */
const DIRECTIONS = /[\u202a-\u202c\u2066-\u2069]/g;

/** The first words of a text, on one line; an ellipsis stands for the rest. */
export function excerptOf(body: string): string {
  const line = body.replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= EXCERPT_LENGTH) return line;
  return `${characters
    .slice(0, EXCERPT_LENGTH)
    .join('')
    .replace(/\s\S*$/, '')}…`;
}
