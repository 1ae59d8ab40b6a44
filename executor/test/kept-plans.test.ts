import { subscribe } from 'node:diagnostics_channel';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { Executor, KeptPlans, PlannerThread } from '../src/index.ts';
import { SHOP } from '../testing/shop.ts';
import { composed } from '../testing/subgraphs.ts';

const QUERY = '{ users { name reviews { body product { name shipping } } } }';
const { supergraphSdl, send } = composed(SHOP);

let begun = 0;
subscribe('worker_threads', () => void begun++);

let folder: string;
let problems: string[] = [];
const open: PlannerThread[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-plans-'));
  problems = [];
  begun = 0;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((planner) => planner.stop()));
  await rm(folder, { recursive: true });
});

const openKept = (sdl = supergraphSdl) =>
  KeptPlans.open({ folder, supergraphSdl: sdl, onProblem: (reason) => void problems.push(String(reason)) });

async function openPlanner(sdl = supergraphSdl): Promise<PlannerThread> {
  const planner = await PlannerThread.open({ supergraphSdl: sdl, kept: await openKept(sdl) });
  open.push(planner);
  return planner;
}

async function answerOf(planner: PlannerThread): Promise<unknown> {
  const executor = new Executor<unknown>({ planner, send });
  return executor.execute(await executor.compile(parse(QUERY)), {}, undefined);
}

/** A plan is written while its operation is answered already. */
async function filesKept(number: number): Promise<string[]> {
  for (;;) {
    const [own = ''] = await readdir(folder);
    const files = (await readdir(path.join(folder, own))).filter((name) => !name.includes('.'));
    if (files.length === number) return files.toSorted().map((name) => path.join(folder, own, name));
    await new Promise(setImmediate);
  }
}

test('a gateway that starts again answers what was planned before, and begins no thread for it', async () => {
  const answer = await answerOf(await openPlanner());
  await filesKept(2);
  expect(begun).toBe(1);

  const again = await openPlanner();
  expect(await answerOf(again)).toEqual(answer);
  expect(answer).toMatchObject({ data: { users: [{ name: 'Name 1' }, {}, {}] } });
  expect(begun).toBe(1);
  expect((await again.planText('{ users { name } }', [])).plan).not.toBeNull();
  expect(begun).toBe(2);
  expect(problems).toEqual([]);
});

test('what a crash has cut off is told of, and made anew', async () => {
  const answer = await answerOf(await openPlanner());
  for (const file of await filesKept(2)) await writeFile(file, (await readFile(file)).subarray(0, -9));
  expect(await answerOf(await openPlanner())).toEqual(answer);
  expect(problems).toEqual([expect.stringMatching(/beginning is damaged/), expect.stringMatching(/is damaged/)]);
});

test('another supergraph has plans of its own', async () => {
  await answerOf(await openPlanner());
  const { supergraphSdl: other } = composed({ ...SHOP, offices: { typeDefs: 'type Query { offices: [String] }' } });
  await answerOf(await openPlanner(other));
  expect(begun).toBe(2);
  expect(await readdir(folder)).toHaveLength(2);
});

test('plans that were not asked for in a long time make room, and so do those of supergraphs that nobody serves', async () => {
  await answerOf(await openPlanner());
  const [plan = ''] = (await filesKept(2)).filter((file) => path.basename(file) !== 'beginning');
  const own = path.dirname(plan);
  await Promise.all(Array.from({ length: 2_000 }, (_, n) => writeFile(path.join(own, `f${n}`), '')));
  const longAgo = new Date(Date.now() - 40 * 86_400_000);
  await Promise.all([utimes(plan, longAgo, longAgo), utimes(own, longAgo, longAgo)]);
  await openKept();
  const left = await readdir(own);
  expect(left).toHaveLength(1_001);
  expect(left.includes('beginning')).toBe(true);
  expect(left.includes(path.basename(plan))).toBe(false);

  await utimes(own, longAgo, longAgo);
  await openKept(`${supergraphSdl}\n`);
  expect(await readdir(folder)).toHaveLength(1);
});
