import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import type { DataOf } from '@agora/schema/events/event';
import type { CommentAdded } from '@agora/schema/events/forum';
import { type Notice, notify } from './notify.ts';
import { averseTo } from '../relations/reads.ts';
import { Recipient } from '../recipients/model.ts';
import type { Text, Words } from '../words/vocabulary.ts';

/**
 * The author of the post is told, and the author of the comment that it replies to: each once, and nobody of what they
 * said themselves, nor of what somebody did whom they have blocked or muted, or who has blocked them.
 */
export async function notifyOfComment(tx: EntityManager, comment: DataOf<typeof CommentAdded>, { eventId }: About): Promise<void> {
  const { commentId, postTitle, postAuthorId, authorId, parentAuthorId, excerpt } = comment;
  const author = (await tx.findOne(Recipient, { id: authorId }))?.displayName ?? null;
  const told = { author, postTitle, excerpt };
  const notice = (recipientId: string, say: (words: Words) => Text): [string, Notice] => [
    recipientId,
    { recipientId, kind: 'COMMENT_ADDED', actorId: authorId, subject: { type: 'Comment', id: commentId }, say },
  ];

  const notices = new Map([
    notice(postAuthorId, (words) => words.postCommented(told)),
    ...(parentAuthorId ? [notice(parentAuthorId, (words) => words.commentAnswered(told))] : []),
  ]);
  notices.delete(authorId);
  for (const { id } of await averseTo(tx, [authorId, [...notices.keys()]])) notices.delete(id);
  await notify(tx, eventId, [...notices.values()]);
}
