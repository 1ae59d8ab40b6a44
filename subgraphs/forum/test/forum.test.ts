import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { CommentAdded, CommunityCreated, PostCreated } from '@agora/schema/events/forum';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { DEMO_COMMUNITIES } from '../src/demo/communities.ts';
import { start } from '../src/main.ts';
import { entities } from '../src/entities.ts';

const CERAMICS = demoId('com', 'ceramics');

let forum: SubgraphUnderTest;
let author: Actor;
let reader: Actor;

beforeAll(async () => {
  forum = await startSubgraph('forum', start, ['forum.events'], { AGORA_DEMO: 'on' });
});
afterAll(() => forum.stop());
beforeEach(() => {
  author = person();
  reader = person();
});

test('the entities say what the migrations made', async () => {
  expect(await schemaDrift(forum.databaseUrl, entities)).toBe('');
});

describe('a post', () => {
  test('is read in its community, newest first, and with the product it is about', async () => {
    const productId = newId('prd');
    const older = await post({ productId, title: 'Does it stack?' });
    const newer = await post({ productId, title: 'It stacks.' });

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
    const id = await post({});
    await forum.heard(PostCreated, ({ postId }) => postId === id);
    expect(forum.heardAll(PostCreated, ({ title }) => title === refused)).toEqual([]);
  });
});

describe('a comment', () => {
  test('is read under its post, replies under what they reply to, oldest first; all of them count', async () => {
    const postId = await post({ title: 'Which glaze?' });
    const first = await comment({ postId, body: 'The blue one.' });
    const second = await comment({ postId, body: 'The white one.' });
    const reply = await comment({ postId, parentId: first, body: 'Why?' }, author);
    const deeper = await comment({ postId, parentId: reply, body: 'Because.' });

    const data = await forum.data(
      `query ($id: ID!) {
         post(id: $id) {
           commentCount
           comments { totalCount nodes { id author { id } parent { id } replies { totalCount nodes { id body parent { id } post { id } replies { nodes { id } } } } } }
         }
       }`,
      { id: postId },
    );
    expect(data).toEqual({
      post: {
        commentCount: 4,
        comments: {
          totalCount: 2,
          nodes: [
            {
              id: first,
              author: { id: reader.id },
              parent: null,
              replies: {
                totalCount: 1,
                nodes: [{ id: reply, body: 'Why?', parent: { id: first }, post: { id: postId }, replies: { nodes: [{ id: deeper }] } }],
              },
            },
            { id: second, author: { id: reader.id }, parent: null, replies: { totalCount: 0, nodes: [] } },
          ],
        },
      },
    });
  });

  test('is announced with whom it concerns', async () => {
    const postId = await post({ title: 'Which glaze?' });
    const first = await comment({ postId, body: 'The blue one.' });
    const reply = await comment({ postId, parentId: first, body: 'Why?' }, author);

    const about = { postId, postTitle: 'Which glaze?', postAuthorId: author.id };
    const { createdAt, ...told } = await forum.heard(CommentAdded, ({ commentId }) => commentId === first);
    expect(told).toEqual({ ...about, commentId: first, authorId: reader.id, excerpt: 'The blue one.' });
    expect(Date.parse(createdAt)).not.toBeNaN();
    expect(await forum.heard(CommentAdded, ({ commentId }) => commentId === reply)).toMatchObject({
      ...about,
      authorId: author.id,
      parentId: first,
      parentAuthorId: reader.id,
    });
  });

  test.each([
    ['on a post that there is not', () => ({ postId: newId('pst') }), 'NOT_FOUND', ['postId']],
    ['on a post whose id is garbage', () => ({ postId: 'pst_\0' }), 'NOT_FOUND', ['postId']],
    ['that replies to a comment that there is not', () => ({ parentId: newId('cmt') }), 'NOT_FOUND', ['parentId']],
    ['without words', () => ({ body: ' ' }), 'INVALID', ['body']],
    ['of a megabyte', () => ({ body: 'x'.repeat(1_000_000) }), 'INVALID', ['body']],
  ])('%s is refused', async (_, wrong, code, field) => {
    const postId = await post({});
    const { data, errors } = await forum.ask(COMMENT_CREATE, { input: { postId, body: 'B', ...wrong() } }, { as: reader });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ commentCreate: { comment: null, userErrors: [{ code, field }] } });
    expect(await forum.data('query ($id: ID!) { post(id: $id) { commentCount } }', { id: postId })).toEqual({ post: { commentCount: 0 } });
  });

  test('cannot reply to a comment on another post', async () => {
    const [here, there] = [await post({}), await post({})];
    const parentId = await comment({ postId: there, body: 'Over there.' });
    const { data } = await forum.ask(COMMENT_CREATE, { input: { postId: here, parentId, body: 'Over here.' } }, { as: reader });
    expect(data).toMatchObject({ commentCreate: { comment: null, userErrors: [{ code: 'NOT_FOUND', field: ['parentId'] }] } });
  });

  test('sent again with the same idempotency key is made once', async () => {
    const postId = await post({});
    const send = () => forum.data(COMMENT_CREATE, { input: { postId, body: 'Once.' } }, { as: reader, idempotencyKey: postId });
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, send));
    for (const other of others) expect(other).toEqual(first);
    expect(await forum.data('query ($id: ID!) { post(id: $id) { commentCount } }', { id: postId })).toEqual({ post: { commentCount: 1 } });
  });

  test('made after another in one request is answered with the count it left behind', async () => {
    const postId = await post({});
    const data = await forum.data(
      `mutation ($input: CommentCreateInput!) {
         a: commentCreate(input: $input) { comment { post { commentCount } } }
         b: commentCreate(input: $input) { comment { post { commentCount } } }
       }`,
      { input: { postId, body: 'Again.' } },
      { as: reader },
    );
    expect(data).toEqual({ a: { comment: { post: { commentCount: 1 } } }, b: { comment: { post: { commentCount: 2 } } } });
  });
});

describe('live', () => {
  const FOLLOW = `subscription ($postId: ID!, $after: String) {
    postCommentAdded(postId: $postId, after: $after) { cursor occurredAt comment { id body author { id } } }
  }`;
  const Told = z.object({
    postCommentAdded: z.object({ cursor: z.string(), occurredAt: z.string(), comment: z.object({ id: z.string() }) }),
  });

  test('a guest who follows a post is told of each comment, replies included, and of no other post’s', async () => {
    const [here, there] = [await post({}), await post({})];
    const stream = await forum.subscribe(FOLLOW, { postId: here });
    await comment({ postId: there, body: 'Elsewhere.' });
    const first = await comment({ postId: here, body: 'First.' });
    const reply = await comment({ postId: here, parentId: first, body: 'Second.' });
    expect((await take(stream, 2)).map((event) => Told.parse(event.data).postCommentAdded.comment.id)).toEqual([first, reply]);
    await stream.return?.();
  });

  test('a page’s cursor resumes the stream, and the stream’s cursor resumes the page', async () => {
    const postId = await post({});
    const ids = [];
    for (const body of ['one', 'two', 'three']) ids.push(await comment({ postId, body }));
    const { post: read } = z
      .object({ post: z.object({ comments: z.object({ edges: z.array(z.object({ cursor: z.string() })) }) }) })
      .parse(await forum.data('query ($id: ID!) { post(id: $id) { comments { edges { cursor } } } }', { id: postId }));

    const stream = await forum.subscribe(FOLLOW, { postId, after: read.comments.edges[0]?.cursor });
    const [second] = (await take(stream, 1)).map((event) => Told.parse(event.data).postCommentAdded);
    await stream.return?.();
    expect(second?.comment.id).toBe(ids[1]);

    const page = await forum.data('query ($id: ID!, $after: String) { post(id: $id) { comments(after: $after) { nodes { id } } } }', {
      id: postId,
      after: second?.cursor,
    });
    expect(page).toEqual({ post: { comments: { nodes: [{ id: ids[2] }] } } });
  });

  test('replies are paged by the same cursors, forward and backward', async () => {
    const postId = await post({});
    const parentId = await comment({ postId, body: 'Ask me anything.' });
    const replies = [];
    for (const body of ['one', 'two', 'three']) replies.push({ id: await comment({ postId, parentId, body }) });
    const read = async (args: Readonly<Record<string, unknown>>) =>
      z.object({ comments: z.tuple([z.object({ replies: PageOfIds })]) }).parse(
        await forum.data(
          `query ($comments: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String) {
             comments: _entities(representations: $comments) {
               ... on Comment { replies(first: $first, after: $after, last: $last, before: $before) { nodes { id } ${PAGE_INFO} } }
             }
           }`,
          { comments: [{ __typename: 'Comment', id: parentId }], ...args },
        ),
      ).comments[0].replies;
    const [first, last] = [await read({ first: 2 }), await read({ last: 2 })];
    expect([first.nodes, last.nodes]).toEqual([replies.slice(0, 2), replies.slice(1)]);
    expect((await read({ first: 2, after: first.pageInfo.endCursor })).nodes).toEqual(replies.slice(2));
    expect((await read({ last: 2, before: last.pageInfo.startCursor })).nodes).toEqual(replies.slice(0, 1));
  });

  test('posts about a product and comments are read from the end, too', async () => {
    const productId = newId('prd');
    const postIds: string[] = [];
    for (const title of ['one', 'two', 'three']) postIds.unshift(await post({ productId, title }));
    const [newest = ''] = postIds;
    const commentIds = [];
    for (const body of ['one', 'two', 'three']) commentIds.push(await comment({ postId: newest, body }));

    const read = async (args: Readonly<Record<string, unknown>>) =>
      z.object({ about: z.tuple([z.object({ discussions: PageOfIds })]), post: z.object({ comments: PageOfIds }) }).parse(
        await forum.data(
          `query ($products: [_Any!]!, $post: ID!, $last: Int, $beforePost: String, $beforeComment: String) {
             about: _entities(representations: $products) {
               ... on Product { discussions(last: $last, before: $beforePost) { nodes { id } ${PAGE_INFO} } }
             }
             post(id: $post) { comments(last: $last, before: $beforeComment) { nodes { id } ${PAGE_INFO} } }
           }`,
          { products: [{ __typename: 'Product', id: productId }], post: newest, ...args },
        ),
      );
    const end = await read({ last: 2 });
    expect(idsOf(end.about[0].discussions)).toEqual(postIds.slice(1));
    expect(idsOf(end.post.comments)).toEqual(commentIds.slice(1));
    expect(end.post.comments.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const rest = await read({
      last: 2,
      beforePost: end.about[0].discussions.pageInfo.startCursor,
      beforeComment: end.post.comments.pageInfo.startCursor,
    });
    expect(idsOf(rest.about[0].discussions)).toEqual(postIds.slice(0, 1));
    expect(idsOf(rest.post.comments)).toEqual(commentIds.slice(0, 1));
    expect(rest.post.comments.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  test('comments that many people make at once reach every reader, in the order in which they are read later', async () => {
    const postId = await post({});
    const streams = await Promise.all([forum.subscribe(FOLLOW, { postId }), forum.subscribe(FOLLOW, { postId })]);
    await Promise.all(Array.from({ length: 25 }, (_, index) => comment({ postId, body: `Number ${index}` }, person())));
    const told = await Promise.all(
      streams.map(async (stream) => (await take(stream, 25)).map((event) => ({ id: Told.parse(event.data).postCommentAdded.comment.id }))),
    );
    const read = await forum.data('query ($id: ID!) { post(id: $id) { commentCount comments(first: 100) { nodes { id } } } }', {
      id: postId,
    });
    for (const nodes of told) expect(read).toEqual({ post: { commentCount: 25, comments: { nodes } } });
  });

  test('a post that there is not cannot be followed, nor one be read with a cursor of another', async () => {
    const refusal = { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] };
    expect(await subscribeToErrors({ postId: newId('pst') })).toMatchObject(refusal);

    const [here, there] = [await post({}), await post({})];
    await comment({ postId: here, body: 'Here.' });
    const { post: read } = z
      .object({ post: z.object({ comments: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }) })
      .parse(await forum.data('query ($id: ID!) { post(id: $id) { comments { pageInfo { endCursor } } } }', { id: here }));
    const after = read.comments.pageInfo.endCursor;
    expect(await subscribeToErrors({ postId: there, after })).toMatchObject(refusal);
    expect(await subscribeToErrors({ postId: here, after: 'garbage' })).toMatchObject(refusal);
    const paged = await forum.ask('query ($id: ID!, $after: String) { post(id: $id) { comments(after: $after) { nodes { id } } } }', {
      id: there,
      after,
    });
    expect(paged).toMatchObject(refusal);
  });

  test('of many posts that are read with the cursor of one, that one is answered, with one statement', async () => {
    const [here, there] = [await post({}), await post({})];
    for (const postId of [here, there]) for (const body of ['one', 'two']) await comment({ postId, body });
    const { post: read } = z
      .object({ post: z.object({ comments: PageOfIds }) })
      .parse(await forum.data(`query ($id: ID!) { post(id: $id) { comments { nodes { id } ${PAGE_INFO} } } }`, { id: here }));
    for (const args of [`after: "${read.comments.pageInfo.startCursor}"`, `last: 1, before: "${read.comments.pageInfo.endCursor}"`]) {
      forum.statements();
      const { data, errors } = await forum.ask(
        `query ($posts: [_Any!]!) { _entities(representations: $posts) { ... on Post { comments(${args}) { nodes { id } } } } }`,
        { posts: [there, here, here].map((id) => ({ __typename: 'Post', id })) },
      );
      const page = { comments: { nodes: [args.startsWith('after') ? read.comments.nodes[1] : read.comments.nodes[0]] } };
      expect(data).toEqual({ _entities: [null, page, page] });
      expect(errors).toMatchObject([{ path: ['_entities', 0, 'comments'], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(ours(forum.statements()).filter((sql) => /from comment\b/.test(sql))).toHaveLength(1);
    }
  });

  async function subscribeToErrors(variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult> {
    const answer = await forum.service.subscribe({ query: FOLLOW, variables, identity: { actor: null, ip: '127.0.0.1' } });
    if (Symbol.asyncIterator in answer) throw new Error('The subscription was accepted.');
    return answer;
  }
});

test.each(['first: 20', 'last: 20'])('each level of a query costs one statement for each type, with %s', async (size) => {
  const products = [];
  for (let i = 0; i < 10; i++) {
    const productId = newId('prd');
    products.push({ __typename: 'Product', id: productId });
    for (let j = 0; j < 2; j++) {
      const postId = await post({ productId });
      await comment({ postId, parentId: await comment({ postId, body: 'Yes.' }), body: 'No.' });
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
  expect(ours(forum.statements())).toHaveLength(8);
});

test('communities are found by id and by slug, never by both or neither, and by no other id', async () => {
  const byId = await forum.data('query ($id: ID!) { community(id: $id) { id slug } }', { id: CERAMICS });
  expect(byId).toEqual({ community: { id: CERAMICS, slug: 'ceramics' } });
  const entities = await forum.data(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Community { slug } ... on Post { title } ... on Comment { body } } }',
    {
      r: [
        { __typename: 'Community', id: CERAMICS },
        { __typename: 'Community', slug: 'coffee-and-kitchen' },
        { __typename: 'Community', slug: "'; drop table community" },
        { __typename: 'Community', id: 'com_\0' },
        { __typename: 'Post', id: CERAMICS },
        { __typename: 'Comment', id: newId('cmt') },
      ],
    },
  );
  expect(entities).toEqual({ _entities: [{ slug: 'ceramics' }, { slug: 'coffee-and-kitchen' }, null, null, null, null] });
  for (const query of [
    '{ community { id } }',
    `{ community(id: "${CERAMICS}", slug: "ceramics") { id } }`,
    '{ communities(first: 101) { nodes { id } } }',
  ]) {
    expect((await forum.ask(query)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
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

const PAGE_INFO = 'pageInfo { startCursor endCursor hasPreviousPage hasNextPage }';
const PageOfIds = z.object({
  nodes: z.array(z.object({ id: z.string() })),
  pageInfo: z.object({
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
    hasPreviousPage: z.boolean(),
    hasNextPage: z.boolean(),
  }),
});

function idsOf({ nodes }: z.output<typeof PageOfIds>): string[] {
  return nodes.map(({ id }) => id);
}

const POST_CREATE = 'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code message field } } }';
const COMMENT_CREATE =
  'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } userErrors { code message field } } }';

async function post(input: Readonly<Record<string, unknown>>): Promise<string> {
  const given = { communityId: CERAMICS, title: 'A mug', body: 'It holds coffee.', ...input };
  const data = await forum.data(POST_CREATE, { input: given }, { as: author });
  return z.object({ postCreate: z.object({ post: z.object({ id: z.string() }) }) }).parse(data).postCreate.post.id;
}

async function comment(input: Readonly<Record<string, unknown>>, as: Actor = reader): Promise<string> {
  const data = await forum.data(COMMENT_CREATE, { input }, { as });
  return z.object({ commentCreate: z.object({ comment: z.object({ id: z.string() }) }) }).parse(data).commentCreate.comment.id;
}

async function take(stream: AsyncIterableIterator<ExecutionResult>, count: number): Promise<ExecutionResult[]> {
  const taken: ExecutionResult[] = [];
  while (taken.length < count) {
    const { done, value } = await stream.next();
    if (done) throw new Error(`The stream ended after ${taken.length}.`);
    taken.push(value);
  }
  return taken;
}

/** Statements of this service; relay, consumer and live feeds work beside it. */
function ours(statements: readonly string[]): string[] {
  return statements.filter((sql) => !sql.includes('platform.'));
}
