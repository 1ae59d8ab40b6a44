import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { CommentAdded, CommunityCreated } from '@agora/schema/events/forum';
import * as z from 'zod';
import { DEMO_COMMUNITIES } from '../src/demo/communities.ts';
import { entities } from '../src/entities.ts';
import { start } from '../src/main.ts';
import { type Forum, openForum } from './forum.ts';

let forum: Forum;

beforeAll(async () => {
  forum = await openForum();
});
afterAll(() => forum.stop());

test('the entities say what the migrations made', async () => {
  expect(await schemaDrift(forum.databaseUrl, entities)).toBe('');
});

test.each(['first: 20', 'last: 20'])('each level of a query costs one statement for each type, with %s', async (size) => {
  const [author, reader] = [person(), person()];
  const products = [];
  for (let i = 0; i < 10; i++) {
    const productId = newId('prd');
    products.push({ __typename: 'Product', id: productId });
    for (let j = 0; j < 2; j++) {
      const postId = await forum.post(author, { productId });
      await forum.comment(reader, { postId, parentId: await forum.comment(reader, { postId, body: 'Yes.' }), body: 'No.' });
    }
  }
  forum.statements();
  const data = await forum.data(
    `query ($products: [_Any!]!) {
       _entities(representations: $products) {
         ... on Product {
           discussionCount
           discussions(${size}) { totalCount nodes { author { id } community { name } comments(${size}) { nodes { post { title } replies(${size}) { nodes { parent { id } } } } } } }
         }
       }
     }`,
    { products },
  );
  const leaf = { post: { title: expect.any(String) }, replies: { nodes: [{ parent: { id: expect.any(String) } }] } };
  const node = { author: { id: author.id }, community: { name: 'Ceramics and Glazes' }, comments: { nodes: [leaf] } };
  expect(data).toEqual({
    _entities: Array.from({ length: 10 }, () => ({ discussionCount: 2, discussions: { totalCount: 2, nodes: [node, node] } })),
  });
  // Counts, pages and totals of discussions; communities and comments; posts and replies; parents.
  expect(forum.ownStatements()).toHaveLength(8);
});

describe('the demo data', () => {
  const EVERYTHING = `{ communities { totalCount nodes { slug name posts(first: 100) { totalCount nodes { createdAt commentCount author { id } comments { nodes { createdAt author { id } } } } } } } }`;
  const Read = z.object({
    communities: z.object({
      totalCount: z.int(),
      nodes: z.array(
        z.object({
          slug: z.string(),
          name: z.string(),
          posts: z.object({
            nodes: z.array(z.object({ createdAt: z.string(), commentCount: z.int(), author: z.object({ id: z.string() }) })),
          }),
        }),
      ),
    }),
  });
  const people = new Set(DEMO_PEOPLE.map(({ id }) => id));

  test('is a believable forum: five communities by name, thirty posts of months, sixty comments', async () => {
    const { communities } = Read.parse(await forum.data(EVERYTHING));
    expect(communities.totalCount).toBe(5);
    expect(communities.nodes.map(({ name }) => name)).toEqual([
      'Balcony Gardens',
      'Ceramics and Glazes',
      'Coffee and Kitchen',
      'The Repair Table',
      'Wood and Old Chairs',
    ]);
    const posts = communities.nodes.flatMap((community) => community.posts.nodes).filter(({ author }) => people.has(author.id));
    expect(posts.length).toBeGreaterThanOrEqual(30);
    expect(posts.reduce((sum, { commentCount }) => sum + commentCount, 0)).toBeGreaterThanOrEqual(60);
    const ages = posts.map(({ createdAt }) => (Date.now() - Date.parse(createdAt)) / 86_400_000);
    expect(Math.max(...ages)).toBeGreaterThan(90);
    expect(Math.min(...ages)).toBeLessThan(10);
    expect(Math.min(...ages)).toBeGreaterThan(0);
  });

  test('talks about products that the demo sells', async () => {
    const { _entities } = z
      .object({ _entities: z.array(z.object({ discussions: z.object({ nodes: z.array(z.object({ title: z.string() })) }) })) })
      .parse(
        await forum.data('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { discussions { nodes { title } } } } }', {
          r: DEMO_PRODUCTS.map(({ id }) => ({ __typename: 'Product', id })),
        }),
      );
    const titles = _entities.flatMap(({ discussions }) => discussions.nodes.map(({ title }) => title));
    const meant = DEMO_COMMUNITIES.flatMap(({ posts }) => posts.filter(({ product }) => product).map(({ title }) => title));
    expect(meant.length).toBeGreaterThanOrEqual(5);
    expect(titles.sort()).toEqual(meant.sort());
  });

  test('is announced, but for the comments of old', async () => {
    await eventually(() => forum.heardAll(CommunityCreated).length === 5);
    await eventually(() => forum.heardAll(CommentAdded, ({ authorId }) => people.has(authorId)).length >= 3);
    const told = forum.heardAll(CommentAdded, ({ authorId }) => people.has(authorId));
    expect(told.length).toBeLessThan(6);
    expect(new Set(told.map(({ postAuthorId }) => postAuthorId))).toEqual(new Set([demoId('usr', 'buyer')]));
  });

  test('is loaded once, however many replicas start', async () => {
    const before = await forum.data(EVERYTHING);
    const replica = await start({ env: forum.env, listen: false });
    await replica.stop();
    expect(await forum.data(EVERYTHING)).toEqual(before);
  });
});
