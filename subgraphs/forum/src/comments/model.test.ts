import { expect, test } from '@jest/globals';
import { Community } from '../communities/model.ts';
import { Comment, excerptOf } from './model.ts';
import { Post } from '../posts/model.ts';

const community = Community.open({ id: 'com_1', slug: 'ceramics', name: 'Ceramics' });
const createdAt = new Date();

test('a post counts the comments on it and the replies to them', () => {
  const post = Post.write({ id: 'pst_1', community, authorId: 'usr_1', productId: null, title: 'A mug', body: 'It holds.', createdAt });
  const comment = commentOn(post, null, 1);
  const reply = commentOn(post, comment, 2);

  expect(post.commentCount).toBe(2);
  expect(reply.parent).toBe(comment);
  expect(reply.post).toBe(post);
});

test('the excerpt of a short comment is the comment, on one line', () => {
  expect(excerptOf('  Two lines,\n\n one   thought. ')).toBe('Two lines, one thought.');
});

test('the excerpt of a long comment ends with a whole word', () => {
  const excerpt = excerptOf('clay '.repeat(100));
  expect(excerpt).toMatch(/^(clay )*clay…$/);
  expect(excerpt.length).toBeLessThanOrEqual(141);
});

test('an excerpt does not cut an emoji in two', () => {
  const excerpt = excerptOf('🍅'.repeat(200));
  expect(excerpt.isWellFormed()).toBe(true);
  expect(Array.from(excerpt)).toHaveLength(141);
});

test('an excerpt leaves no turn of the direction open, wherever it was cut', () => {
  expect(excerptOf(`It is called \u2067${'ספר '.repeat(60)}\u2069.`)).not.toMatch(/[\u2066-\u2069]/);
});

function commentOn(post: Post, parent: Comment | null, seq: number): Comment {
  return Comment.write({ id: `cmt_${seq}`, post, parent, authorId: 'usr_2', body: 'Nice.', seq, createdAt });
}
