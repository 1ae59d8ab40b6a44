import type { EntityManager } from '@mikro-orm/postgresql';
import { HOUR_MS } from '@agora/platform/durations';
import { query, transaction } from '@agora/platform/database/database';
import { lock } from '@agora/platform/database/advisory-lock';
import { backfill } from '@agora/platform/events/event-log';
import { demoId } from '@agora/schema/demo/ids';
import { createComment } from '../comments/create-comment.ts';
import { createPost } from '../posts/create-post.ts';
import { openCommunity } from '../communities/open-community.ts';
import { commentEntry } from '../comments/feed.ts';
import { Comment } from '../comments/model.ts';
import { Post } from '../posts/model.ts';
import { DEMO_COMMUNITIES } from './communities.ts';
import type { DemoComment, DemoPost } from './post.ts';
import { RECENT_COMMENTS } from './recent.ts';

/**
 * Loads communities and discussions where there are none yet. Communities, posts and a few recent comments are
 * announced as in real life; the older comments only get their place in the live feeds, so that the demo accounts do not
 * begin with a flood of notifications about last summer.
 */
export async function loadDemo(em: EntityManager): Promise<void> {
  await transaction(em, async (tx) => {
    await lock(tx, 'demo data');
    const [some] = await query(tx, 'select from community limit 1');
    if (!some) await loadAll(tx, Date.now());
  });
}

async function loadAll(tx: EntityManager, now: number): Promise<void> {
  for (const { slug, name, posts } of DEMO_COMMUNITIES) {
    await openCommunity(tx, { id: demoId('com', slug), slug, name });
    for (const post of posts) await loadPost(tx, slug, post, now);
  }
  for (const { post, by, body } of RECENT_COMMENTS) {
    await createComment(tx, { id: demoId('cmt', `${post} now`), postId: demoId('pst', post), authorId: demoId('usr', by), body });
  }
}

async function loadPost(tx: EntityManager, community: string, demo: DemoPost, now: number): Promise<void> {
  const createdAt = new Date(now - demo.daysAgo * 24 * HOUR_MS);
  const id = await createPost(tx, {
    id: demoId('pst', demo.key),
    communityId: demoId('com', community),
    authorId: demoId('usr', demo.author),
    productId: demo.product ? demoId('prd', demo.product) : null,
    title: demo.title,
    body: demo.body,
    createdAt,
  });
  const post = await tx.findOneOrFail(Post, { id });
  const loaded = new Map<string, Comment>();
  for (const { key, by, body, parent, at } of inOrderOfTime(demo, createdAt.getTime())) {
    const commentId = demoId('cmt', key);
    const [seq = 0] = await backfill(tx, at, [commentEntry(id, commentId)]);
    const comment = { id: commentId, post, parent: loaded.get(parent) ?? null, authorId: demoId('usr', by), body, seq, createdAt: at };
    loaded.set(key, Comment.write(comment));
  }
  tx.persist([...loaded.values()]);
  await tx.flush();
}

interface TimedComment {
  readonly key: string;
  readonly by: string;
  readonly body: string;
  /** Key of what it replies to; of the post where that is the post. */
  readonly parent: string;
  readonly at: Date;
}

function inOrderOfTime(post: DemoPost, createdAt: number): TimedComment[] {
  return timed(post.comments, post.key, createdAt).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function timed(comments: readonly DemoComment[], parent: string, since: number): TimedComment[] {
  return comments.flatMap(({ by, body, hoursLater, replies = [] }, index) => {
    const key = `${parent}/${index}`;
    const at = since + hoursLater * HOUR_MS;
    return [{ key, by, body, parent, at: new Date(at) }, ...timed(replies, key, at)];
  });
}
