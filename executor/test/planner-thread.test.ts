import { subscribe } from 'node:diagnostics_channel';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { Executor, PlannerThread, type PlanningAccount } from '../src/index.ts';
import { Planner } from '../src/plan/planner.ts';
import { SHOP } from '../testing/shop.ts';
import { composed } from '../testing/subgraphs.ts';

const QUERY = '{ users { name reviews { body product { name shipping } } } }';
/** Each is another document. */
const named = (name: string | number) => `query Q${name} ${QUERY}`;
const { supergraphSdl, send } = composed(SHOP);

const threads: Worker[] = [];
subscribe('worker_threads', (message) => threads.push((message as { worker: Worker }).worker));
const alive = () => threads.filter(({ threadId }) => threadId !== -1);

let open: PlannerThread[] = [];
afterEach(async () => {
  await Promise.all(open.map((planner) => planner.stop()));
  open = [];
  expect(alive()).toEqual([]);
});
const openPlanner = async (options: Partial<Parameters<typeof PlannerThread.open>[0]> = {}) => {
  const planner = await PlannerThread.open({ supergraphSdl, ...options });
  open.push(planner);
  return planner;
};
const accountOf = (asker: string, changed: Partial<PlanningAccount> = {}): PlanningAccount => ({
  asker,
  refusal: () => null,
  spent: () => {},
  lost: () => {},
  ...changed,
});

test('a thread plans by the planner of @apollo/gateway as the planner in this one does', async () => {
  const planner = await openPlanner();
  let cpuMs = 0;
  const planned = await planner.planText(QUERY, [], accountOf('a', { spent: (ms) => void (cpuMs += ms) }));
  expect(planned).toEqual(Planner.of(supergraphSdl).planText(QUERY, []));
  expect(cpuMs).toBeGreaterThan(0);
  const executor = new Executor<unknown>({ planner, send });
  const { data, errors } = await executor.execute(await executor.compile(parse(QUERY)), {}, undefined);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ users: [{ name: 'Name 1' }, {}, {}] });
});

test('what is no supergraph is refused in words of its own, and leaves no thread', async () => {
  await expect(PlannerThread.open({ supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow('must be a core schema');
});

test('a thread that does not begin in time is given up with a sentence, and the next one may', async () => {
  await expect(openPlanner({ beginTimeoutMs: 1 })).rejects.toThrow('The thread that plans has not begun within 1 ms.');
  expect(alive()).toEqual([]);
  expect((await (await openPlanner()).planText(QUERY, [])).plan).not.toBeNull();
});

test('askers take turns, however much one of them has sent', async () => {
  const planner = await openPlanner();
  const order: string[] = [];
  const ask = (asker: string, n = 0) => planner.planText(named(`${asker}${n}`), [], accountOf(asker)).then(() => order.push(asker));
  await Promise.all([...Array.from({ length: 10 }, (_, n) => ask('many', n)), ask('one'), ask('another')]);
  expect(order.slice(0, 4)).toEqual(['many', 'many', 'one', 'another']); // the first was begun before anybody else had asked
});

test('who asks for what waits in the queue of another gets it at their own turn, and it is planned once', async () => {
  const planner = await openPlanner();
  const executor = new Executor<unknown>({ planner, send });
  const order: string[] = [];
  let plans = 0;
  const ask = async (asker: string, text: string, name = asker) => {
    await executor.compile(parse(text), null, accountOf(asker, { refusal: () => (plans++, null) }));
    order.push(name);
  };
  const many = Array.from({ length: 10 }, (_, n) => ask('many', `{ users { a${n}: name } }`));
  await Promise.all([...many, ask('many', QUERY, 'popular'), ask('one', QUERY)]);
  expect(order.slice(0, 4).toSorted()).toEqual(['many', 'many', 'one', 'popular']);
  expect(plans).toBe(11);
});

test('what an asker has spent meanwhile is asked for when its turn comes', async () => {
  const planner = await openPlanner();
  let left = 2;
  const account = accountOf('a', { refusal: () => (left > 0 ? null : new Error('Spent.')), spent: () => void left-- });
  const asked = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => planner.planText(named(n), [], account)));
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
});

test('what one asker is refused is planned for another who asked for the same', async () => {
  const executor = new Executor<unknown>({ planner: await openPlanner(), send });
  const refused = executor.compile(parse(QUERY), null, accountOf('a', { refusal: () => new Error('Spent.') }));
  const planned = executor.compile(parse(QUERY), null, accountOf('b'));
  await expect(refused).rejects.toThrow('Spent.');
  expect(await planned).toMatchObject({ type: 'query' });
});

test('a document that takes too long to plan is refused and paid for, and the next is planned by another thread', async () => {
  const lost: string[] = [];
  const planner = await openPlanner({ timeoutMs: 1, onLost: ({ message }) => lost.push(message) });
  let lostMs = 0;
  const slow = planner.planText(deepQuery(300), [], accountOf('a', { lost: (ms) => void (lostMs += ms) }));
  await expect(slow).rejects.toMatchObject({ extensions: { code: 'QUERY_PLANNING_FAILED' } });
  expect(lost).toEqual(['A document was not planned within 1 ms.']);
  expect(lostMs).toBeGreaterThan(0);
});

test('a document that took too long is not planned again for whoever looks at it next or waits for it', async () => {
  const lost: string[] = [];
  const planner = await openPlanner({ timeoutMs: 1, onLost: ({ message }) => lost.push(message) });
  const slow = (asker: string) => planner.planText(deepQuery(300), [], accountOf(asker)).catch(({ message }: Error) => message);
  const [first, second] = await Promise.all([slow('a'), slow('b')]);
  expect([first, second, await slow('a')]).toEqual(Array.from({ length: 3 }, () => 'This operation takes too long to plan.'));
  expect(lost).toHaveLength(1);
});

test('documents that wait while the thread is killed are planned by another one', async () => {
  const lost: Error[] = [];
  const planner = await openPlanner({ onLost: (reason) => lost.push(reason) });
  const planned = Array.from({ length: 10 }, (_, n) => planner.planText(named(n), []));
  await kill();
  for (const { plan } of await Promise.all(planned)) expect(plan).not.toBeNull();
  expect(lost).toHaveLength(1);
  expect(alive()).toHaveLength(1);
});

test('a document on which two threads are lost is refused, and the next one is planned', async () => {
  const lost: Error[] = [];
  const killSecond = async () => {
    const known = threads.length;
    while (threads.length === known) await new Promise(setImmediate);
    await kill();
  };
  const planner = await openPlanner({ onLost: (reason) => void (lost.push(reason) === 1 && killSecond()) });
  const refused = expect(planner.planText(QUERY, [])).rejects.toMatchObject({ message: 'This operation cannot be planned.' });
  const next = planner.planText('{ top { upc } }', []);
  await kill();
  await refused;
  expect((await next).plan).not.toBeNull();
  expect(lost).toHaveLength(2);
});

test('a planner that is retired amid work has no thread when that is done, and another one for whoever asks', async () => {
  const planner = await openPlanner();
  const planned = Array.from({ length: 3 }, (_, n) => planner.planText(named(n), []));
  await planner.retire();
  for (const { plan } of await Promise.all(planned)) expect(plan).not.toBeNull();
  await noThread();
  expect((await planner.planText(QUERY, [])).plan).not.toBeNull();
  await noThread();
});

test('what cannot be planned is told with the place where that came out, in the other thread', async () => {
  const nobodysId = (field: string) => `type Query { node: Node @shareable }
    interface Node { id: ID! }
    type Account implements Node @key(fields: "id") { id: ID! ${field === 'name' ? '' : '@external'} ${field}: String }
    type Chat implements Node @key(fields: "id") { id: ID! ${field === 'name' ? '@external' : ''} ${field}: String }`;
  const graph = composed({ a: { typeDefs: nobodysId('name') }, b: { typeDefs: nobodysId('text') } });
  const planner = await openPlanner({ supergraphSdl: graph.supergraphSdl });
  const failed: unknown = await planner.planText('{ node { id } }', []).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    message: 'This operation cannot be planned.',
    extensions: { code: 'QUERY_PLANNING_FAILED' },
    originalError: { message: expect.stringContaining('Was not able to find any options'), stack: expect.stringContaining('buildPlan') },
  });
});

test('a planner that is stopped refuses what it is asked', async () => {
  const planner = await openPlanner();
  const waiting = expect(planner.planText(deepQuery(100), [])).rejects.toThrow('Nothing is planned any more.');
  await planner.stop();
  await waiting;
  await expect(planner.planText(QUERY, [])).rejects.toThrow('Nothing is planned any more.');
});

async function kill(): Promise<void> {
  await Promise.all(alive().map((thread) => thread.terminate()));
}

async function noThread(): Promise<void> {
  for (const end = performance.now() + 60_000; alive().length > 0 && performance.now() < end;) await new Promise(setImmediate);
  expect(alive()).toEqual([]);
}

function deepQuery(fields: number): string {
  const aliased = Array.from({ length: fields }, (_, n) => `a${n}: reviews { body product { name shipping } }`);
  return `{ users { ${aliased.join(' ')} } }`;
}
