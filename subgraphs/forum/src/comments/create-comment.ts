import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announceLive } from '@agora/platform/events/event-log';
import { newId, prefixOf } from '@agora/platform/ids';
import { CommentAdded } from '@agora/schema/events/forum';
import { commentEntry } from './feed.ts';
import { Comment, excerptOf } from './model.ts';
import { Post } from '../posts/model.ts';
import { areApart } from '../relations/reads.ts';
import { sentences } from './sentences.ts';

export interface CreateComment {
  readonly postId: string;
  /** The comment of the same post that it replies to. */
  readonly parentId?: string | null;
  readonly authorId: string;
  readonly body: string;
  /** A new one unless given. */
  readonly id?: string;
}

/**
 * Answers the comment's id. Comments of one post wait for each other, so that its live feed has them in order.
 * @throws NOT_FOUND for an unknown post, and for a `parentId` that is of no comment on it; FORBIDDEN where the author, and whom they
 * would answer, are kept apart by a block.
 */
export async function createComment(em: EntityManager, command: CreateComment): Promise<string> {
  const { postId, parentId = null, authorId, body, id = newId('cmt') } = command;
  return transaction(em, async (tx) => {
    const post = await lockPost(tx, postId);
    const parent = parentId === null ? null : await commentOn(tx, post, parentId);
    await mustNotBeApart(tx, authorId, post.authorId, 'postId');
    if (parent) await mustNotBeApart(tx, authorId, parent.authorId, 'parentId');
    const createdAt = new Date();
    const event = {
      commentId: id,
      postId,
      postTitle: post.title,
      postAuthorId: post.authorId,
      authorId,
      ...(parent && { parentId: parent.id, parentAuthorId: parent.authorId }),
      excerpt: excerptOf(body),
      createdAt: createdAt.toISOString(),
    };
    const { seqs } = await announceLive(tx, CommentAdded, event, [commentEntry(postId, id)]);
    tx.persist(Comment.write({ id, post, parent, authorId, body, seq: seqOf(seqs), createdAt }));
    return id;
  });
}

async function lockPost(tx: EntityManager, id: string): Promise<Post> {
  const post = prefixOf(id) === 'pst' ? await tx.findOne(Post, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!post) throw new Refusal('NOT_FOUND', sentences.noSuchPost, ['postId']);
  return post;
}

async function commentOn(tx: EntityManager, post: Post, id: string): Promise<Comment> {
  const comment = prefixOf(id) === 'cmt' ? await tx.findOne(Comment, { id, post }) : null;
  if (!comment) throw new Refusal('NOT_FOUND', sentences.noSuchComment, ['parentId']);
  return comment;
}

async function mustNotBeApart(tx: EntityManager, authorId: string, otherId: string, field: string): Promise<void> {
  const [found] = await areApart(tx, [authorId, otherId]);
  if (found?.areApart) throw new Refusal('FORBIDDEN', sentences.apart, [field]);
}

function seqOf([seq]: readonly number[]): number {
  if (seq === undefined) throw new Error('A comment was given no place in the feed.');
  return seq;
}
