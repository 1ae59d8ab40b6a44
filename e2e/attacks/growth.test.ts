import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { type Answer, ask, data, openSubscriptions, socket } from '../client.ts';
import { type Agora, startAgora } from '../agora.ts';
import { inParallel, register } from '../shop.ts';
import { residentBytes } from './memory.ts';
import { underAttack } from './under-attack.ts';

const MEGABYTE = 1024 * 1024;
const LIVE = 300;

let agora: Agora;
beforeAll(async () => {
  agora = await startAgora('one process', { AGORA_RATE_LIMIT: 'on', NODE_OPTIONS: '--max-old-space-size=256' });
});
afterAll(() => agora?.stop());

test.each([
  ['a query', 'query ($values: [ID!]!) { nodes(ids: $values) { id } }'],
  ['what is barred', 'mutation ($values: [ID!]!) { notificationMarkRead(input: { ids: $values }) { userErrors { code } } }'],
  ['a subscription', 'subscription ($values: [ID!]!) { variantStockChanged(variantIds: $values) { cursor } }'],
])('a list of wrong values in the variables of %s is refused, not each for itself', async (_what, query) => {
  await underAttack(agora, async () => {
    const values = Array.from({ length: 150_000 }, () => ({}));
    const { errors = [] } = query.startsWith('subscription') ? await overSocket(query, { values }) : await ask(agora, query, { values });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors.length).toBeLessThanOrEqual(51);
  });
});

test('a long name does not come back a hundred times', async () => {
  await underAttack(agora, async () => {
    const query = `{ ${'x'.repeat(500_000)}: products(first: 100) { nodes { seller { email } } } }`;
    const answer = await ask(agora, query);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', nameLength: 500_000, limit: 256 } }] });
  });
});

test('hundreds who ask for the explorer and do not read it share one copy', async () => {
  const before = await residentBytes(agora);
  await underAttack(agora, async () => {
    const readers = await Promise.all(Array.from({ length: 300 }, () => opened('GET /altair/main.js HTTP/1.1\r\nhost: agora\r\n\r\n')));
    for (const reader of readers) await eventually(() => reader.readableLength > 0 || reader.destroyed);
    expect(await residentBytes(agora)).toBeLessThan(before + 400 * MEGABYTE);
    for (const reader of readers) reader.destroy();
  });
});

test('costly live operations are so few that one event of all of them does no harm', async () => {
  const { postId, comment } = await busyPost();
  const follow = `subscription ($n: Int!) { postCommentAdded(postId: "${postId}") { comment { post { comments(first: $n) { nodes {
    ALIAS: id body author { username } post { community { posts(first: 15) { nodes { id title } } } }
  } } } } } }`;
  let heard = 0;
  const refused: unknown[] = [];
  const clients = Array.from({ length: LIVE / 50 }, () => socket(agora, undefined));
  await underAttack(agora, async () => {
    for (let i = 0; i < LIVE; i++) {
      clients[i % clients.length]?.subscribe(
        { query: follow.replace('ALIAS', `a${i % 10}`), variables: { n: 100 - Math.floor(i / 10) } },
        { next: () => heard++, error: (errors) => refused.push(errors), complete: () => {} },
      );
    }
    await eventually(async () => (await openSubscriptions(agora)) + refused.length > LIVE);
    expect(refused.length).toBeGreaterThan(LIVE / 2);
    for (const errors of refused) expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await comment();
    await eventually(() => heard >= LIVE - refused.length);
    for (const client of clients) await client.dispose();
  });
});

test('whoever is refused a socket does not keep the connection', async () => {
  const refused = await opened('GET /nothing HTTP/1.1\r\nhost: agora\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  let isLost = false;
  refused.on('error', () => (isLost = true)).resume();
  await eventually(() => refused.readableEnded);
  await eventually(() => {
    if (!isLost) refused.write('still here');
    return isLost;
  });
});

/** A post with 100 comments, and how somebody comments on it. */
async function busyPost() {
  const people = await Promise.all(Array.from({ length: 5 }, (_, i) => register(agora, `Talker ${i}`)));
  const [author = { token: '' }] = people;
  const created = z.object({ id: z.string() });
  const { communities } = await data(
    agora,
    { communities: z.object({ nodes: z.array(created).min(1) }) },
    '{ communities(first: 1) { nodes { id } } }',
  );
  const { postCreate } = await data(
    agora,
    { postCreate: z.object({ post: created }) },
    'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } } }',
    { input: { communityId: communities.nodes[0]?.id, title: 'Much to say', body: 'Say it.' } },
    author,
  );
  const postId = postCreate.post.id;
  const comment = ({ token } = author) =>
    data(
      agora,
      { commentCreate: z.object({ comment: created }) },
      'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } } }',
      { input: { postId, body: 'So do I.' } },
      { token },
    );
  for (const person of people.slice(1)) await inParallel(Array.from({ length: 25 }), 5, () => comment(person));
  return { postId, comment };
}

function opened(request: string): Promise<Socket> {
  const { hostname, port } = new URL(agora.url);
  return new Promise((resolve) => {
    const connection = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      connection.write(request);
      resolve(connection);
    });
    connection.on('error', () => {});
  });
}

async function overSocket(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const client = socket(agora, undefined);
  const refused = await client
    .iterate({ query, variables })
    .next()
    .then(
      ({ value }) => value as Answer,
      (errors: Answer['errors']) => ({ errors }),
    );
  await client.dispose();
  return refused;
}
