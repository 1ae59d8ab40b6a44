import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { demoId } from '@agora/schema/demo/ids';
import * as z from 'zod';
import { start } from '../src/main.ts';

let forum: SubgraphUnderTest;

beforeAll(async () => {
  forum = await startSubgraph('forum', start, ['forum.events'], { AGORA_DEMO: 'on', AGORA_RATE_LIMIT: 'on' });
});
afterAll(() => forum.stop());

test('who floods a community with posts or comments is asked to wait, and nobody else', async () => {
  const [flooder, other] = [person(), person()];
  const { postId } = await post(other);

  const posts = await Promise.all(Array.from({ length: 40 }, () => post(flooder)));
  const comments = await Promise.all(Array.from({ length: 80 }, () => comment(flooder, postId)));

  for (const [answers, max] of [[posts, 20] as const, [comments, 40] as const]) {
    expect(answers.filter(({ code }) => code === undefined).length).toBeGreaterThanOrEqual(max);
    expect(answers.filter(({ code }) => code === 'RATE_LIMITED').length).toBeGreaterThan(0);
  }
  expect(await post(other)).toMatchObject({ code: undefined });
  expect(await comment(other, postId)).toMatchObject({ code: undefined });
});

const Answer = z.object({
  data: z.object({ postCreate: z.object({ post: z.object({ id: z.string() }) }).nullish() }).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

async function post(as: Actor) {
  const input = { communityId: demoId('com', 'ceramics'), title: 'A mug', body: 'It holds coffee.' };
  return ask('mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code } } }', input, as);
}

async function comment(as: Actor, postId: string | undefined) {
  return ask(
    'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { userErrors { code } } }',
    { postId, body: 'Nice.' },
    as,
  );
}

async function ask(query: string, input: object, as: Actor) {
  const { data, errors } = Answer.parse(await forum.ask(query, { input }, { as }));
  return { code: errors?.[0]?.extensions.code, postId: data?.postCreate?.post.id };
}
