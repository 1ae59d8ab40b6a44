import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { getIntrospectionQuery } from 'graphql';
import { type Answer, ask, socket } from '../client.ts';
import { type Agora, startAgora } from '../agora.ts';
import { inParallel } from '../shop.ts';
import { MAX_COMMENT_LENGTH, longPost } from './long-post.ts';
import { growthDuring, residentBytes } from './memory.ts';
import { underAttack } from './under-attack.ts';

const COMMENTS = 100;

let agora: Agora;
/** A post with 100 comments, each as long as a comment may be. */
let postId: string;

beforeAll(async () => {
  agora = await startAgora('one process', { NODE_OPTIONS: '--max-old-space-size=256' });
  postId = await longPost(agora, COMMENTS);
});
afterAll(() => agora?.stop());

const refusals = (answers: readonly Answer[]) =>
  answers.map(({ errors, data: given }) => ({ ...errors?.[0]?.extensions, data: given ?? null }));

/** `comments → post → comments …`, so many levels of comments; `first` of the outermost. */
function circle(levels: number, inside: string, first = COMMENTS): string {
  const below = levels === 1 ? inside : `post { ${circle(levels - 1, inside)} }`;
  return `comments(first: ${first}) { nodes { ${below} } }`;
}

test.each([
  ['126 bytes that were 40 MB', 3],
  ['160 bytes that were more than the memory of a machine', 4],
])('%s are refused, and nobody waits', async (_, levels) => {
  await underAttack(agora, async () => {
    const query = `{ post(id: "${postId}") { ${circle(levels, 'id')} } }`;
    const answers = await inParallel(Array.from({ length: 100 }), 10, () => ask(agora, query));
    for (const refusal of refusals(answers)) {
      expect(refusal).toEqual({ code: 'QUERY_TOO_COSTLY', cost: expect.any(Number), limit: 100_000, data: null });
    }
  });
});

test.each([
  ['one text under many names', () => circle(1, Array.from({ length: 30 }, (_, i) => `a${i}: body`).join(' '))],
  ['few objects at many places', () => circle(2, 'body', 35)],
])('%s, which costs little and would be larger than the memory, ends while it is made', async (_, selection) => {
  const before = await residentBytes(agora);
  await underAttack(agora, async () => {
    const query = `{ post(id: "${postId}") { ${selection()} } }`;
    const answers = await inParallel(Array.from({ length: 40 }), 8, () => ask(agora, query));
    const overSocket = await askOverSocket(query);
    for (const refusal of refusals([...answers, overSocket])) {
      expect(refusal).toMatchObject({ code: 'QUERY_TOO_COSTLY', limit: 4 * 1024 * 1024, data: null });
      expect(refusal).not.toHaveProperty('cost');
    }
  });
  expect(await residentBytes(agora)).toBeLessThan(before + 250 * 1024 * 1024);
});

test('the same texts, as far as an answer may be large, are answered', async () => {
  const { data: answer, errors } = await ask(agora, `{ post(id: "${postId}") { ${circle(1, 'body')} } }`);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(answer).length).toBeGreaterThan(COMMENTS * MAX_COMMENT_LENGTH);
});

test.each([
  ['four hundred equal answers of 4 MB, ready at the same moment, for clients that do not read', 400, () => ['a']],
  ['a hundred answers of 4 MB that wait for each other', 1, () => Array.from({ length: 100 }, (_, i) => `a${i}`)],
])('%s, take little memory', async (_, count, names) => {
  const requests = names().map((name) => {
    const body = JSON.stringify({ query: `{ post(id: "${postId}") { ${circle(1, `body ${name}: body`)} } }` });
    const head = 'POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n';
    return `${head}content-length: ${body.length}\r\n\r\n${body}`;
  });
  const cutOff = await metric('agora_gateway_slow_connections_total');
  const grown = await growthDuring(agora, () =>
    underAttack(agora, async () => {
      const connections = Array.from({ length: count }, () => connect(Number(new URL(agora.url).port), '127.0.0.1').on('error', () => {}));
      await Promise.all(connections.map((connection) => once(connection, 'connect')));
      for (const connection of connections) connection.pause().write(requests.join(''));
      await eventually(async () => (await metric('agora_gateway_slow_connections_total')) > cutOff);
      for (const connection of connections) connection.destroy();
      await eventually(async () => (await metric('agora_gateway_held{what="requests"}')) === 1);
    }),
  );
  process.stdout.write(`  memory: at most ${Math.round(grown / 1_048_576)} MB more than before\n`);
  expect(grown).toBeLessThan(600 * 1024 * 1024);
});

async function metric(name: string): Promise<number> {
  const line = (await (await fetch(`${agora.url}/metrics`)).text()).split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

test('who asks a hundred times what can be asked is refused, and who asks once is told all', async () => {
  const [, body = '', fragments = ''] = /__schema \{([^]*?)\}\s*\}\s*(fragment[^]*)/.exec(getIntrospectionQuery()) ?? [];
  const times = (count: number) => {
    const aliased = Array.from({ length: count }, (_, i) => `a${i}: __schema { ...Whole }`).join(' ');
    return `{ ${aliased} } fragment Whole on __Schema {${body}} ${fragments}`;
  };
  await underAttack(agora, async () => {
    const answers = await inParallel([...Array(50).fill(100), ...Array(50).fill(30)], 5, (count: number) => ask(agora, times(count)));
    for (const refusal of refusals(answers)) expect(refusal).toMatchObject({ code: 'QUERY_TOO_COSTLY', data: null });
  });
  const { errors, data: told } = await ask(agora, times(1));
  expect(errors).toBeUndefined();
  expect(JSON.stringify(told).length).toBeGreaterThan(100_000);
});

test('one socket of operations that are refused keeps nobody waiting', async () => {
  await underAttack(agora, async () => {
    const client = socket(agora, undefined);
    const isRefused = async (query: string) => {
      const answers = client.iterate({ query });
      return answers.next().then(
        ({ value }) => Boolean(value?.errors),
        (errors: unknown) => Array.isArray(errors),
      );
    };
    const refused = await inParallel(Array.from({ length: 200 }), 50, (_item) => {
      const fields = 'viewer { id } '.repeat(Math.random() < 0.5 ? 100 : 900);
      return isRefused(`{ ${fields} nothing(of: ${Math.random()}) }`);
    });
    expect(new Set(refused)).toEqual(new Set([true]));
    await client.dispose();
  });
});

async function askOverSocket(query: string): Promise<Answer> {
  const client = socket(agora, undefined);
  const { value } = await client.iterate({ query }).next();
  await client.dispose();
  return value as Answer;
}
