import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeOnRedis } from '@agora/platform/testing/describe-on-redis';
import { startRedis, type TestRedis } from '@agora/platform/testing/redis';
import { eventually } from '@agora/platform/testing/eventually';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { type Agora, startAgora } from '../agora.ts';
import { inParallel, listProduct, signIn } from '../shop.ts';
import { Stranger, type StrangersAnswer } from './stranger.ts';
import { underAttack } from './under-attack.ts';

let agora: Agora;
beforeAll(async () => {
  // So much is spent within moments also where other programs have most of the processor.
  agora = await startAgora('one process', { AGORA_RATE_LIMIT: 'on', NEW_DOCUMENTS_MS_PER_MINUTE: '600' });
});
afterAll(() => agora?.stop());

test('six hundred guesses at one account from sixty addresses are refused, but for a few', async () => {
  await underAttack(agora, async () => {
    const strangers = strangersAt('127.0.1', 60);
    const guesses = await inParallel(upTo(600), 60, (i) => signInFrom(strangers[i % 60], 'buyer@agora.example', `guess number ${i}`));
    expect(guesses.filter(({ code }) => code === undefined).length).toBeLessThan(60);
    expectRateLimited(guesses);

    expect(await signInFrom(strangers[0], 'seller@agora.example', 'agora-demo-2026')).toMatchObject({
      code: undefined,
      data: { sessionCreate: { session: { id: expect.any(String) } } },
    });
    for (const stranger of strangers) stranger.leave();
  });
});

test('a socket of operations that are refused makes nobody wait', async () => {
  await underAttack(agora, async () => {
    const codes = await refusedOperations('127.0.2.1', 20_000);
    expect(codes.get('RATE_LIMITED')).toBeGreaterThan(18_000);
  });
});

test('documents that nobody has sent before take a little of the gateway, whoever sends how many; one in use goes on', async () => {
  await underAttack(agora, async () => {
    const stranger = new Stranger(agora, '127.0.3.1');
    const askAsEver = () => stranger.ask('{ products(first: 1) { nodes { name } } }');
    const answers = await untilRefused(async (i) => {
      if (i % 10 === 0) await askAsEver();
      return stranger.ask(neverSeen(i), {}, `Q${i}`);
    });
    expectRateLimited(answers);
    expect(await askAsEver()).toMatchObject({ code: undefined });
    stranger.leave();
  });
});

test('an address makes some accounts, and no flood of them', async () => {
  await underAttack(agora, async () => {
    const stranger = new Stranger(agora, '127.0.4.1');
    const answers = await inParallel(upTo(150), 20, (i) =>
      stranger.ask('mutation ($input: UserRegisterInput!) { userRegister(input: $input) { user { id } userErrors { code } } }', {
        input: { email: `flood-${i}@people.example`, password: 'correct horse battery', displayName: `Flood ${i}` },
      }),
    );
    expect(answers.filter((answer) => answer.code === undefined).length).toBeLessThan(75);
    expectRateLimited(answers);
    stranger.leave();
  });
});

test('an address makes some carts, and no flood of them', async () => {
  const { variantId } = await listProduct(agora, await signIn(agora, 'seller'), 'Bait', 10);
  await underAttack(agora, async () => {
    const stranger = new Stranger(agora, '127.0.5.1');
    const answers = await inParallel(upTo(400), 20, () =>
      stranger.ask('mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { cartToken userErrors { code } } }', {
        input: { lines: [{ variantId, quantity: 1 }] },
      }),
    );
    expect(answers.filter((answer) => answer.code === undefined).length).toBeLessThan(200);
    expectRateLimited(answers);
    stranger.leave();
  });
});

describeOnRedis('with its budgets in Redis', () => {
  let redis: TestRedis;
  let shared: Agora;
  beforeAll(async () => {
    redis = await startRedis();
    shared = await startAgora('one process', { AGORA_RATE_LIMIT: 'on', REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await shared?.stop();
    await redis?.stop();
  });

  test('answers go on while Redis is killed, limits too, and each service says it once', async () => {
    await underAttack(shared, async () => {
      const strangers = strangersAt('127.0.6', 2, shared);
      await signInFrom(strangers[0], 'buyer@agora.example', 'wrong before');
      await redis.kill();
      const guesses = await inParallel(upTo(100), 10, (i) => signInFrom(strangers[1], 'buyer@agora.example', `guess number ${i}`));
      expect(guesses.filter(({ code }) => code === undefined).length).toBeLessThan(50);
      expectRateLimited(guesses);
      for (const stranger of strangers) stranger.leave();
    });
    const lost = () => [...shared.output().matchAll(/"service":"(\w+)".*Redis does not answer/g)].map(([, service]) => service);
    await eventually(() => lost().length === 4);
    expect(lost().sort()).toEqual(['forum', 'gateway', 'order', 'user']);

    await redis.revive();
    await eventually(() => shared.output().match(/Redis answers again/g)?.length === 4);
  });
});

function strangersAt(network: string, count: number, door = agora): Stranger[] {
  return upTo(count).map((i) => new Stranger(door, `${network}.${i + 1}`));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

async function signInFrom(stranger: Stranger | undefined, email: string, password: string): Promise<StrangersAnswer> {
  if (!stranger) throw new Error('Nobody is there.');
  return stranger.ask('mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { id } userErrors { code } } }', {
    input: { email, password },
  });
}

/** Some were refused, and told when to come back. */
function expectRateLimited(answers: readonly StrangersAnswer[]): void {
  const refused = answers.filter((answer) => answer.code !== undefined);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  }
}

/** Asks twenty at a time until some are refused, or far longer than is allowed. */
async function untilRefused(ask: (i: number) => Promise<StrangersAnswer>): Promise<StrangersAnswer[]> {
  const answers: StrangersAnswer[] = [];
  while (answers.length < 2_000 && !answers.some((answer) => answer.code !== undefined)) {
    const from = answers.length;
    answers.push(...(await Promise.all(upTo(20).map((i) => ask(from + i)))));
  }
  return answers;
}

/** As much as a document may have of what has to be read and checked, and next to nothing to do. */
function neverSeen(i: number): string {
  const fields =
    'nodes { name variants { sku } seller { displayName profile { bio } } discussions(first: 1) { nodes { title author { displayName } } } }';
  const others = upTo(30).map((each) => `query Other${each} { products(first: 1) { ${fields} } }`);
  return `query Q${i} { n${i}: __typename } ${others.join(' ')}`;
}

const Frame = z.object({ type: z.string(), payload: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional() });

/** Sends them as quickly as the socket takes them; how often each was refused with which code. */
function refusedOperations(address: string, count: number): Promise<Map<string, number>> {
  const codes = new Map<string, number>();
  const socket = new WebSocket(`${agora.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { localAddress: address });
  return new Promise((resolve, reject) => {
    let answered = 0;
    socket
      .once('open', () => socket.send('{"type":"connection_init"}'))
      .once('error', reject)
      .once('close', (code) => reject(new Error(`The socket was closed with ${code} after ${answered} answers.`)))
      .on('message', (message: Buffer) => {
        const { type, payload } = Frame.parse(JSON.parse(message.toString('utf8')));
        if (type === 'ping') socket.send('{"type":"pong"}');
        if (type === 'connection_ack')
          for (const i of upTo(count)) socket.send(`{"id":"${i}","type":"subscribe","payload":{"query":"{ nothing${i} }"}}`);
        if (type !== 'error') return;
        const code = payload?.[0]?.extensions.code ?? 'none';
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (++answered < count) return;
        resolve(codes);
        socket.terminate();
      });
  });
}
