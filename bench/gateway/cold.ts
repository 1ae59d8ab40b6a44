import { setTimeout as pause } from 'node:timers/promises';
import { Executor } from '@agora/executor';
import { Planner } from '@agora/executor/planner';
import { parse } from 'graphql';
import * as z from 'zod';
import { median } from '../before-after.ts';
import { percentile, round, type Row } from '../table.ts';
import { type Arena, post, type Running } from './arena.ts';
import { contestants, type LeftOut } from './contestants.ts';
import { distinctOperation, queryText, QUERY_NAMES } from './queries.ts';
import { refusal } from './race.ts';
import { supergraphOf } from './supergraph.ts';

const FRESH = 15;
const PER_SECOND = 60;
const SECONDS = 10;
const EventLoop = z.object({ p50: z.number(), p99: z.number(), max: z.number() });

/** Milliseconds to plan and compile each query on an executor that has seen none before; medians of `FRESH` ones. */
export async function compileCosts(): Promise<Row[]> {
  const supergraphSdl = supergraphOf('http://127.0.0.1');
  const send = () => Promise.reject(new Error('Nothing is sent here.'));
  const documents = QUERY_NAMES.map((query) => [query, parse(queryText(query))] as const);
  const sample = async () => {
    const started = performance.now();
    const executor = new Executor({ planner: Planner.of(supergraphSdl), send });
    const made = performance.now() - started;
    const costs = new Map<string, number>([['the executor itself', made]]);
    for (const [query, document] of documents) {
      const before = performance.now();
      await executor.compile(document);
      costs.set(query, performance.now() - before);
    }
    return costs;
  };
  const samples: ReadonlyMap<string, number>[] = [];
  for (let n = 0; n < FRESH; n++) samples.push(await sample());
  return ['the executor itself', ...QUERY_NAMES].map((what) => ({
    what,
    'median ms': round(median(samples.map((sample) => sample.get(what) ?? NaN)), 2),
    'first ms': round(samples[0]?.get(what) ?? NaN, 2),
  }));
}

/** How late the event loop gets while each request is an operation that was never seen: ours beside stock. */
export async function distinctOperations(arena: Arena): Promise<{ rows: Row[]; leftOut: LeftOut[] }> {
  const rows: Row[] = [];
  const leftOut: LeftOut[] = [];
  const { contestants: found } = await contestants(['agora', 'apollo-gateway']);
  for (const contestant of found.filter(({ sharing }) => sharing === 'off')) {
    try {
      const running = await arena.start(contestant);
      rows.push(await steadily(running));
      await running.child.stop();
    } catch (error) {
      leftOut.push(refusal(contestant, error));
    }
  }
  return { rows, leftOut };
}

/** An open loop: the next operation leaves in time, whether or not the earlier ones are answered. */
async function steadily({ contestant, child, url }: Running): Promise<Row> {
  for (let n = 0; n < PER_SECOND; n++) await post(url, distinctOperation('large', `warm${n}`));
  await child.ask('watch the event loop');
  const cpuBefore = await child.cpuSeconds();
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  let failed = 0;

  const started = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    await pause(Math.max(0, started + (n * 1_000) / PER_SECOND - performance.now()));
    const sent = performance.now();
    const answered = post(url, distinctOperation('large', `n${n}`)).then(
      (text) => {
        latencies.push(performance.now() - sent);
        if (text.includes('"errors"')) failed++;
      },
      () => void failed++,
    );
    underWay.push(answered);
  }
  await Promise.all(underWay);

  const delay = EventLoop.parse(await child.ask('event loop'));
  return {
    gateway: contestant.gateway,
    operations: latencies.length,
    failed,
    'event loop p50 ms': round(delay.p50),
    'event loop p99 ms': round(delay.p99),
    'event loop max ms': round(delay.max),
    'answer p50 ms': percentile(latencies, 0.5),
    'answer p99 ms': percentile(latencies, 0.99),
    'CPU ms an operation': round((((await child.cpuSeconds()) - cpuBefore) * 1_000) / underWay.length),
  };
}
