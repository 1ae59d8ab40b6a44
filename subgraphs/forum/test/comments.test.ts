import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { newId } from '@agora/platform/ids';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import { CommentAdded } from '@agora/schema/events/forum';
import { UserBlocked, UserMuted, UserUnblocked } from '@agora/schema/events/user';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { COMMENT_CREATE, type Forum, idsOf, openForum, PAGE_INFO, PageOfIds } from './forum.ts';

let forum: Forum;
let author: Actor;
let reader: Actor;

beforeAll(async () => {
  forum = await openForum();
});
afterAll(() => forum.stop());
beforeEach(() => {
  author = person();
  reader = person();
});

describe('between people of whom one has blocked the other', () => {
  const THREAD = `query ($id: ID!) {
    post(id: $id) { comments { totalCount nodes { id state body author { id } replies { totalCount nodes { id state body author { id } } } } } }
  }`;
  const thread = async (id: string, as: Actor | null) => {
    const { post } = await forum.data(THREAD, { id }, { as });
    return z.object({ comments: z.object({ nodes: z.array(z.unknown()) }).loose() }).parse(post).comments;
  };
  const shown = (id: string, by: Actor, body: string, ...replies: readonly object[]) => ({
    id,
    state: 'VISIBLE',
    body,
    author: { id: by.id },
    replies: { totalCount: replies.length, nodes: replies },
  });
  const reply = (id: string, by: Actor, body: string) => ({ id, state: 'VISIBLE', body, author: { id: by.id } });

  test('what each wrote is hidden from the other, and leaves a place where somebody replied; nobody else notices', async () => {
    const [ben, other] = [person(), person()];
    const postId = await forum.post(other);
    const answered = await forum.comment(ben, { postId, body: 'Fire it twice.' });
    const answer = await forum.comment(other, { postId, parentId: answered, body: 'Why?' });
    const lonely = await forum.comment(ben, { postId, body: 'Anybody?' });
    const own = await forum.comment(reader, { postId, body: 'Thank you.' });
    const all = {
      totalCount: 3,
      nodes: [
        shown(answered, ben, 'Fire it twice.', reply(answer, other, 'Why?')),
        shown(lonely, ben, 'Anybody?'),
        shown(own, reader, 'Thank you.'),
      ],
    };
    await forum.happened(UserBlocked, { userId: reader.id, blockedUserId: ben.id });
    await forum.settled();
    expect(await thread(postId, null)).toEqual(all);
    expect(await thread(postId, other)).toEqual(all);
    const place = {
      id: answered,
      state: 'HIDDEN',
      body: '',
      author: null,
      replies: { totalCount: 1, nodes: [reply(answer, other, 'Why?')] },
    };
    expect(await thread(postId, reader)).toEqual({ totalCount: 2, nodes: [place, shown(own, reader, 'Thank you.')] });
    expect(await thread(postId, ben)).toEqual({ totalCount: 2, nodes: all.nodes.slice(0, 2) });

    await forum.happened(UserUnblocked, { userId: reader.id, blockedUserId: ben.id });
    await forum.settled();
    expect(await thread(postId, reader)).toEqual(all);
  });

  test('neither answers the other, which is said in their language', async () => {
    const ben = person();
    const postId = await forum.post(reader);
    const elsewhere = await forum.post(author);
    const parentId = await forum.comment(reader, { postId: elsewhere, body: 'Which glaze?' });
    await forum.happened(UserBlocked, { userId: reader.id, blockedUserId: ben.id });
    await forum.settled();
    for (const [input, field, language, message] of [
      [{ postId }, 'postId', 'en', 'You cannot write to each other: one of you has blocked the other.'],
      [{ postId: elsewhere, parentId }, 'parentId', 'es', 'No podéis escribiros: una de las dos personas ha bloqueado a la otra.'],
    ] as const) {
      const { commentCreate } = await forum.data(
        COMMENT_CREATE,
        { input: { ...input, body: 'Hello.' } },
        { as: ben, acceptLanguage: language },
      );
      expect(commentCreate).toEqual({ comment: null, userErrors: [{ code: 'FORBIDDEN', message, field: [field] }] });
    }
    await forum.comment(ben, { postId: elsewhere, body: 'To everybody.' });
  });

  test('posts are in no list of the other’s, nor of who has muted their author', async () => {
    const [ben, cai] = [person(), person()];
    const productId = newId('prd');
    const posts = [await forum.post(ben, { productId }), await forum.post(reader, { productId })];
    await forum.happened(UserBlocked, { userId: ben.id, blockedUserId: reader.id });
    await forum.happened(UserMuted, { userId: cai.id, mutedUserId: reader.id, until: null });
    await forum.settled();
    const about = async (as: Actor | null) => {
      const list =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { discussions { totalCount nodes { id } } } } }';
      return (await forum.data(list, { of: [{ __typename: 'Product', id: productId }] }, { as }))['_entities'];
    };
    const only = (...ids: readonly (string | undefined)[]) => [
      { discussions: { totalCount: ids.length, nodes: ids.map((id) => ({ id })) } },
    ];
    expect(await about(null)).toEqual(only(posts[1], posts[0]));
    expect(await about(ben)).toEqual(only(posts[0]));
    expect(await about(reader)).toEqual(only(posts[1]));
    expect(await about(cai)).toEqual(only(posts[0]));
  });
});

describe('a comment', () => {
  test('is read under its post, replies under what they reply to, oldest first; all of them count', async () => {
    const postId = await forum.post(author, { title: 'Which glaze?' });
    const first = await forum.comment(reader, { postId, body: 'The blue one.' });
    const second = await forum.comment(reader, { postId, body: 'The white one.' });
    const reply = await forum.comment(author, { postId, parentId: first, body: 'Why?' });
    const deeper = await forum.comment(reader, { postId, parentId: reply, body: 'Because.' });

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
    const postId = await forum.post(author, { title: 'Which glaze?' });
    const first = await forum.comment(reader, { postId, body: 'The blue one.' });
    const reply = await forum.comment(author, { postId, parentId: first, body: 'Why?' });

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
    const postId = await forum.post(author);
    const { data, errors } = await forum.ask(COMMENT_CREATE, { input: { postId, body: 'B', ...wrong() } }, { as: reader });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ commentCreate: { comment: null, userErrors: [{ code, field }] } });
    expect(await forum.data('query ($id: ID!) { post(id: $id) { commentCount } }', { id: postId })).toEqual({ post: { commentCount: 0 } });
  });

  test('cannot reply to a comment on another post', async () => {
    const [here, there] = [await forum.post(author), await forum.post(author)];
    const parentId = await forum.comment(reader, { postId: there, body: 'Over there.' });
    const { data } = await forum.ask(COMMENT_CREATE, { input: { postId: here, parentId, body: 'Over here.' } }, { as: reader });
    expect(data).toMatchObject({ commentCreate: { comment: null, userErrors: [{ code: 'NOT_FOUND', field: ['parentId'] }] } });
  });

  test('sent again with the same idempotency key is made once', async () => {
    const postId = await forum.post(author);
    const send = () => forum.data(COMMENT_CREATE, { input: { postId, body: 'Once.' } }, { as: reader, idempotencyKey: postId });
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, send));
    for (const other of others) expect(other).toEqual(first);
    expect(await forum.data('query ($id: ID!) { post(id: $id) { commentCount } }', { id: postId })).toEqual({ post: { commentCount: 1 } });
  });

  test('made after another in one request is answered with the count it left behind', async () => {
    const postId = await forum.post(author);
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

  test('who follows a post is told of no comment of whom they have muted', async () => {
    const postId = await forum.post(author);
    const [muted, other] = [person(), person()];
    await forum.happened(UserMuted, { userId: reader.id, mutedUserId: muted.id, until: null });
    await forum.settled();
    const stream = await forum.subscribe(FOLLOW, { postId }, { as: reader });
    await forum.comment(muted, { postId, body: 'Look at me.' });
    const told = await forum.comment(other, { postId, body: 'Nice glaze.' });
    expect((await take(stream, 1)).map((event) => Told.parse(event.data).postCommentAdded.comment.id)).toEqual([told]);
    await stream.return?.();
  });

  test('a guest who follows a post is told of each comment, replies included, and of no other post’s', async () => {
    const [here, there] = [await forum.post(author), await forum.post(author)];
    const stream = await forum.subscribe(FOLLOW, { postId: here });
    await forum.comment(reader, { postId: there, body: 'Elsewhere.' });
    const first = await forum.comment(reader, { postId: here, body: 'First.' });
    const reply = await forum.comment(reader, { postId: here, parentId: first, body: 'Second.' });
    expect((await take(stream, 2)).map((event) => Told.parse(event.data).postCommentAdded.comment.id)).toEqual([first, reply]);
    await stream.return?.();
  });

  test('a page’s cursor resumes the stream, and the stream’s cursor resumes the page', async () => {
    const postId = await forum.post(author);
    const ids = [];
    for (const body of ['one', 'two', 'three']) ids.push(await forum.comment(reader, { postId, body }));
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
    const postId = await forum.post(author);
    const parentId = await forum.comment(reader, { postId, body: 'Ask me anything.' });
    const replies = [];
    for (const body of ['one', 'two', 'three']) replies.push({ id: await forum.comment(reader, { postId, parentId, body }) });
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

  test('is read from the end, too', async () => {
    const postId = await forum.post(author);
    const ids: string[] = [];
    for (const body of ['one', 'two', 'three']) ids.push(await forum.comment(reader, { postId, body }));
    const read = async (args: Readonly<Record<string, unknown>>) =>
      z.object({ post: z.object({ comments: PageOfIds }) }).parse(
        await forum.data(
          `query ($id: ID!, $last: Int, $before: String) {
             post(id: $id) { comments(last: $last, before: $before) { nodes { id } ${PAGE_INFO} } }
           }`,
          { id: postId, ...args },
        ),
      ).post.comments;
    const end = await read({ last: 2 });
    expect(idsOf(end)).toEqual(ids.slice(1));
    expect(end.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const rest = await read({ last: 2, before: end.pageInfo.startCursor });
    expect(idsOf(rest)).toEqual(ids.slice(0, 1));
    expect(rest.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  test('comments that many people make at once reach every reader, in the order in which they are read later', async () => {
    const postId = await forum.post(author);
    const streams = await Promise.all([forum.subscribe(FOLLOW, { postId }), forum.subscribe(FOLLOW, { postId })]);
    await Promise.all(Array.from({ length: 25 }, (_, index) => forum.comment(person(), { postId, body: `Number ${index}` })));
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

    const [here, there] = [await forum.post(author), await forum.post(author)];
    await forum.comment(reader, { postId: here, body: 'Here.' });
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
    const [here, there] = [await forum.post(author), await forum.post(author)];
    for (const postId of [here, there]) for (const body of ['one', 'two']) await forum.comment(reader, { postId, body });
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
      expect(forum.ownStatements().filter((sql) => /from comment\b/.test(sql))).toHaveLength(1);
    }
  });

  async function subscribeToErrors(variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult> {
    const answer = await forum.service.subscribe({ query: FOLLOW, variables, identity: { actor: null, ip: '127.0.0.1' } });
    if (Symbol.asyncIterator in answer) throw new Error('The subscription was accepted.');
    return answer;
  }
});
