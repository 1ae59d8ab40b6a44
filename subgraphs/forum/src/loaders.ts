import type { EntityManager } from '@mikro-orm/postgresql';
import { batch, batchAll, byArgs } from '@agora/platform/batch';
import { type Connection, list, listOne, type PageArgs, positionIn, type SortKey } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { query } from '@agora/platform/database';
import { byPlaces, feedPosition } from '@agora/platform/feed-pages';
import { prefixOf } from '@agora/platform/ids';
import { feedOf } from './feed.ts';
import type { CommentRow, CommunityRow, PostRow } from './rows.ts';

export type Loaders = ReturnType<typeof loadersOf>;

const COMMUNITY = 'id, slug, name';
const POST = `id, community_id as "communityId", author_id as "authorId", product_id as "productId", title, body,
  comment_count as "commentCount", created_at as "createdAt"`;
const COMMENT = 'id, post_id as "postId", parent_id as "parentId", author_id as "authorId", body, created_at as "createdAt"';

const BY_NAME: readonly SortKey[] = [
  { sql: 'name', type: 'text', direction: 'ASC' },
  { sql: 'id', type: 'text', direction: 'ASC' },
];
const NEWEST_FIRST: readonly SortKey[] = [
  { sql: 'created_at', type: 'timestamptz', direction: 'DESC' },
  { sql: 'id', type: 'text', direction: 'DESC' },
];
const OLDEST_FIRST: readonly SortKey[] = [
  { sql: 'post_id', type: 'text', direction: 'ASC' },
  { sql: 'seq', type: 'bigint', direction: 'ASC' },
];

/** The reads of one request: each level of a query is one statement for each type. */
export function loadersOf(em: EntityManager, cursors: Cursors) {
  return {
    community: batch<CommunityRow>((ids) => readById(em, `select ${COMMUNITY} from community`, 'com', ids)),
    communityBySlug: batch((slugs) => readCommunitiesBySlug(em, slugs)),
    post: batch<PostRow>((ids) => readById(em, `select ${POST} from post`, 'pst', ids)),
    comment: batch<CommentRow>((ids) => readById(em, `select ${COMMENT} from comment`, 'cmt', ids)),
    communities: (args: PageArgs) => listCommunities(em, cursors, args),
    postsIn: byArgs((args: PageArgs) => batchAll((ids) => listPosts(em, cursors, 'community_id', ids, args))),
    postsAbout: byArgs((args: PageArgs) => batchAll((ids) => listPosts(em, cursors, 'product_id', ids, args))),
    postCountAbout: batch((productIds) => countPostsAbout(em, productIds)),
    /** Both have their cursors from the feed of the post. */
    commentsOn: byPlaces(cursors, feedOf, (args: PageArgs) => batchAll((postIds) => listComments(em, cursors, 'post', postIds, args))),
    repliesTo: byPlaces(cursors, feedOf, (args: PageArgs) => batchAll((ids) => listComments(em, cursors, 'parent', ids, args))),
  };
}

async function readById<Row extends { readonly id: string }>(
  em: EntityManager,
  select: string,
  prefix: string,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const rows = await query<Row>(em, `${select} where id = any($1::text[])`, [ids.filter((id) => prefixOf(id) === prefix)]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function readCommunitiesBySlug(em: EntityManager, slugs: readonly string[]): Promise<Map<string, CommunityRow>> {
  const wellFormed = slugs.filter((slug) => /^[a-z0-9-]+$/.test(slug));
  const rows = await query<CommunityRow>(em, `select ${COMMUNITY} from community where slug = any($1::text[])`, [wellFormed]);
  return new Map(rows.map((row) => [row.slug, row]));
}

function listCommunities(em: EntityManager, cursors: Cursors, args: PageArgs): Promise<Connection<CommunityRow>> {
  const position = positionIn(cursors, 'communities', BY_NAME.length);
  return listOne({ em, select: COMMUNITY, from: 'community', where: [], order: BY_NAME, position, args });
}

function listPosts(
  em: EntityManager,
  cursors: Cursors,
  parent: 'community_id' | 'product_id',
  parents: readonly string[],
  args: PageArgs,
): Promise<Map<string, Connection<PostRow>>> {
  const position = positionIn(cursors, `posts by ${parent}`, NEWEST_FIRST.length);
  return list({ em, parents, select: POST, from: 'post', where: [`${parent} = parent.id`], order: NEWEST_FIRST, position, args });
}

async function countPostsAbout(em: EntityManager, productIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ id: string; count: number }>(
    em,
    `select id, (select count(*) from post where product_id = product.id)::int as count from unnest($1::text[]) as product(id)`,
    [productIds.filter((id) => prefixOf(id) === 'prd')],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function listComments(
  em: EntityManager,
  cursors: Cursors,
  of: 'post' | 'parent',
  parents: readonly string[],
  args: PageArgs,
): Promise<Map<string, Connection<CommentRow>>> {
  const where = of === 'post' ? ['post_id = parent.id', 'parent_id is null'] : ['parent_id = parent.id'];
  const position = feedPosition(cursors, feedOf);
  return list({ em, parents, select: COMMENT, from: 'comment', where, order: OLDEST_FIRST, position, args });
}
