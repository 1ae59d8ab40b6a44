import type { Actor } from '@agora/platform/security/actor';
import { startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { demoId } from '@agora/schema/demo/ids';
import * as z from 'zod';
import { start } from '../src/main.ts';

/** A community of the demo. */
export const CERAMICS = demoId('com', 'ceramics');

export const POST_CREATE =
  'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code message field } } }';
export const COMMENT_CREATE =
  'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } userErrors { code message field } } }';

/** Forum under test on its demo data, with what people do in it. */
export interface Forum extends SubgraphUnderTest {
  /** Posts in CERAMICS unless told otherwise, and answers the post's id. */
  post(author: Actor, differently?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Answers the comment's id. */
  comment(author: Actor, input: Readonly<Record<string, unknown>>): Promise<string>;
}

export async function openForum(): Promise<Forum> {
  const forum = await startSubgraph('forum', start, ['user.events', 'forum.events'], { AGORA_DEMO: 'on' });
  return {
    ...forum,
    async post(author, differently = {}) {
      const input = { communityId: CERAMICS, title: 'A mug', body: 'It holds coffee.', ...differently };
      return Posted.parse(await forum.data(POST_CREATE, { input }, { as: author })).postCreate.post.id;
    },
    async comment(author, input) {
      return Commented.parse(await forum.data(COMMENT_CREATE, { input }, { as: author })).commentCreate.comment.id;
    },
  };
}

const Posted = z.object({ postCreate: z.object({ post: z.object({ id: z.string() }) }) });
const Commented = z.object({ commentCreate: z.object({ comment: z.object({ id: z.string() }) }) });

export const PAGE_INFO = 'pageInfo { startCursor endCursor hasPreviousPage hasNextPage }';
export const PageOfIds = z.object({
  nodes: z.array(z.object({ id: z.string() })),
  pageInfo: z.object({
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
    hasPreviousPage: z.boolean(),
    hasNextPage: z.boolean(),
  }),
});

export function idsOf({ nodes }: z.output<typeof PageOfIds>): string[] {
  return nodes.map(({ id }) => id);
}
