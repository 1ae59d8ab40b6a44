import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { person } from '@agora/platform/testing/subgraph';
import { PostCreated } from '@agora/schema/events/forum';
import * as z from 'zod';
import { CERAMICS, type Forum, idsOf, openForum, PAGE_INFO, PageOfIds, POST_CREATE } from './forum.ts';

let forum: Forum;
let author: Actor;

beforeAll(async () => {
  forum = await openForum();
});
afterAll(() => forum.stop());
beforeEach(() => {
  author = person();
});

describe('a post', () => {
  test('is read in its community, newest first, and with the product it is about', async () => {
    const productId = newId('prd');
    const older = await forum.post(author, { productId, title: 'Does it stack?' });
    const newer = await forum.post(author, { productId, title: 'It stacks.' });

    const { community, about } = z
      .object({
        community: z.object({ posts: PageOfIds.pick({ nodes: true }).extend({ pageInfo: z.object({ endCursor: z.string() }) }) }),
        about: z.array(z.unknown()),
      })
      .parse(
        await forum.data(
          `query ($products: [_Any!]!) {
             community(slug: "ceramics") { posts(first: 2) { nodes { id } pageInfo { endCursor } } }
             about: _entities(representations: $products) {
               ... on Product { discussionCount discussions { totalCount nodes { id title author { id } product { id } community { slug } } } }
             }
           }`,
          { products: [{ __typename: 'Product', id: productId }] },
        ),
      );

    expect(community.posts.nodes).toEqual([{ id: newer }, { id: older }]);
    expect(
      await forum.data('query ($before: String) { community(slug: "ceramics") { posts(last: 5, before: $before) { nodes { id } } } }', {
        before: community.posts.pageInfo.endCursor,
      }),
    ).toMatchObject({ community: { posts: { nodes: expect.arrayContaining([{ id: newer }]) } } });
    const shared = { author: { id: author.id }, product: { id: productId }, community: { slug: 'ceramics' } };
    const nodes = [
      { id: newer, title: 'It stacks.', ...shared },
      { id: older, title: 'Does it stack?', ...shared },
    ];
    expect(about).toEqual([{ discussionCount: 2, discussions: { totalCount: 2, nodes } }]);
    expect(await forum.heard(PostCreated, ({ postId }) => postId === newer)).toMatchObject({
      communityId: CERAMICS,
      authorId: author.id,
      productId,
      title: 'It stacks.',
    });
  });

  test.each([
    ['to a community that there is not', { communityId: newId('com') }, 'NOT_FOUND', ['communityId']],
    ['to a community whose id is garbage', { communityId: 'com_\0' }, 'NOT_FOUND', ['communityId']],
    ['about something that is no product', { productId: newId('pst') }, 'NOT_FOUND', ['productId']],
    ['without a title', { title: '  \n ' }, 'INVALID', ['title']],
    ['with a title of a megabyte', { title: 'x'.repeat(1_000_000) }, 'INVALID', ['title']],
    ['with a body of a megabyte', { body: 'x'.repeat(1_000_000) }, 'INVALID', ['body']],
    ['with a NUL in its body', { body: 'nothing\0here' }, 'INVALID', ['body']],
    ['with half an emoji in its title', { title: 'A mug \ud83d' }, 'INVALID', ['title']],
    ['with a title of two lines', { title: 'A mug\nfor sale' }, 'INVALID', ['title']],
    ['with a title that nobody sees', { title: '\u2800\u3164' }, 'INVALID', ['title']],
    ['with a body that turns the words behind it', { body: 'It holds \u202eeffoc' }, 'INVALID', ['body']],
  ])('%s is refused', async (_, wrong, code, field) => {
    const { data, errors } = await forum.ask(
      POST_CREATE,
      { input: { communityId: CERAMICS, title: 'T', body: 'B', ...wrong } },
      { as: author },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ postCreate: { post: null, userErrors: [{ code, field }] } });
  });

  test('of a guest is refused', async () => {
    const { data, errors } = await forum.ask(POST_CREATE, { input: { communityId: CERAMICS, title: 'T', body: 'B' } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(data).toEqual({ postCreate: null });
  });

  test('that was refused is not announced, one that comes after it is', async () => {
    const refused = `Refused ${newId('pst')}`;
    await forum.ask(POST_CREATE, { input: { communityId: newId('com'), title: refused, body: 'B' } }, { as: author });
    const id = await forum.post(author);
    await forum.heard(PostCreated, ({ postId }) => postId === id);
    expect(forum.heardAll(PostCreated, ({ title }) => title === refused)).toEqual([]);
  });

  test('about a product is read from the end, too', async () => {
    const productId = newId('prd');
    const ids: string[] = [];
    for (const title of ['one', 'two', 'three']) ids.unshift(await forum.post(author, { productId, title }));
    const read = async (args: Readonly<Record<string, unknown>>) =>
      z.object({ about: z.tuple([z.object({ discussions: PageOfIds })]) }).parse(
        await forum.data(
          `query ($products: [_Any!]!, $last: Int, $before: String) {
             about: _entities(representations: $products) {
               ... on Product { discussions(last: $last, before: $before) { nodes { id } ${PAGE_INFO} } }
             }
           }`,
          { products: [{ __typename: 'Product', id: productId }], ...args },
        ),
      ).about[0].discussions;
    const end = await read({ last: 2 });
    expect(idsOf(end)).toEqual(ids.slice(1));
    expect(idsOf(await read({ last: 2, before: end.pageInfo.startCursor }))).toEqual(ids.slice(0, 1));
  });
});
