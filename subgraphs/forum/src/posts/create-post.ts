import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId, prefixOf } from '@agora/platform/ids';
import { PostCreated } from '@agora/schema/events/forum';
import { Community } from '../communities/model.ts';
import { Post } from './model.ts';
import { sentences } from './sentences.ts';

export interface CreatePost {
  readonly communityId: string;
  readonly authorId: string;
  /** Only its form is checked: products are another service's. */
  readonly productId?: string | null;
  readonly title: string;
  readonly body: string;
  /** A new one unless given. */
  readonly id?: string;
  /** Now unless given. */
  readonly createdAt?: Date;
}

/**
 * Answers the post's id.
 * @throws NOT_FOUND for an unknown community, and for a product whose id is of no product.
 */
export async function createPost(em: EntityManager, command: CreatePost): Promise<string> {
  const { communityId, productId = null, id = newId('pst'), createdAt = new Date(), ...said } = command;
  if (productId !== null && prefixOf(productId) !== 'prd') throw new Refusal('NOT_FOUND', sentences.noSuchProduct, ['productId']);

  return transaction(em, async (tx) => {
    const community = prefixOf(communityId) === 'com' ? await tx.findOne(Community, { id: communityId }) : null;
    if (!community) throw new Refusal('NOT_FOUND', sentences.noSuchCommunity, ['communityId']);
    const post = Post.write({ id, community, productId, createdAt, ...said });
    tx.persist(post);
    await tx.flush();
    await announce(tx, PostCreated, {
      postId: id,
      communityId,
      authorId: post.authorId,
      ...(productId !== null && { productId }),
      title: post.title,
      createdAt: createdAt.toISOString(),
    });
    return id;
  });
}
