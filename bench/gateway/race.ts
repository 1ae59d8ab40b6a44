import { median } from '../before-after.ts';
import { percentile, round } from '../table.ts';
import { type Arena, exchangesOf, post, type Running } from './arena.ts';
import { type Contestant, contestants, type LeftOut, type Sharing } from './contestants.ts';
import { CONNECTIONS, type Exchange, load } from './load.ts';
import type { Options } from './options.ts';
import type { QueryName, Traffic } from './queries.ts';

export interface Result {
  readonly gateway: string;
  readonly kind: Contestant['kind'];
  readonly query: QueryName;
  readonly sharing: Sharing;
  readonly traffic: Traffic;
  /** CPU of the gateway's processes for one request; medians of the rounds, but the highest memory. */
  readonly cpuMicros: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMB: number;
  readonly calls: number;
  /** CPU of each round: those of one round were measured within the same half minute. */
  readonly cpuOfRounds: readonly number[];
}

interface Lane {
  readonly running: Running;
  readonly query: QueryName;
  readonly traffic: Traffic;
  readonly exchanges: readonly Exchange[];
  readonly rounds: Omit<Result, 'gateway' | 'kind' | 'query' | 'sharing' | 'traffic' | 'cpuOfRounds'>[];
}

/** Turns that do not count. A fresh process needs about 20,000 requests before its code is compiled to the end. */
const FIRST_WARM_UPS = 4;

/**
 * All gateways stand ready at once and take turns in short slices, so that a machine that slows down slows down all of
 * them. Whoever answers wrongly, or not at all, is left out with the reason.
 */
export async function race(arena: Arena, options: Options): Promise<{ results: Result[]; leftOut: LeftOut[] }> {
  const lanes: Lane[] = [];
  const leftOut: LeftOut[] = [];
  for (let start = 0; start < options.starts; start++) {
    const raced = await raceOnce(arena, options);
    for (const lane of raced.lanes) {
      const known = lanes.find((other) => isSameLane(lane, other));
      if (known) known.rounds.push(...lane.rounds);
      else lanes.push(lane);
    }
    leftOut.push(...raced.leftOut);
  }
  return { results: lanes.map(resultOf), leftOut };
}

function isSameLane(one: Lane, other: Lane): boolean {
  const [a, b] = [one.running.contestant, other.running.contestant];
  return a.gateway === b.gateway && a.sharing === b.sharing && one.query === other.query && one.traffic === other.traffic;
}

async function raceOnce(arena: Arena, options: Options): Promise<{ lanes: Lane[]; leftOut: LeftOut[] }> {
  const { contestants: entered, leftOut } = await contestants(options.only, options.before);
  const truth = await arena.start(fanoutOf((await contestants(['fanout'])).contestants));
  const running: Running[] = [];
  for (const contestant of entered) {
    if (contestant.gateway === 'fanout') running.push(truth);
    else
      await arena.start(contestant).then(
        (one) => running.push(one),
        (error: unknown) => leftOut.push(refusal(contestant, error)),
      );
  }

  const raced: Lane[] = [];
  for (const query of options.queries) {
    for (const traffic of options.traffic) {
      const lanes: Lane[] = [];
      for (const one of running) {
        try {
          if (one.contestant.gateway === 'floor') await teachFloor(one, truth, query, traffic);
          const exchanges = await exchangesOf(one, truth, query, traffic, CONNECTIONS);
          lanes.push({ running: one, query, traffic, exchanges, rounds: [] });
        } catch (error) {
          leftOut.push(refusal(one.contestant, error));
        }
      }
      const warmUps = raced.length === 0 ? FIRST_WARM_UPS : 1;
      raced.push(...(await takeTurns(arena, lanes, options, warmUps, leftOut)));
    }
  }
  for (const one of new Set([truth, ...running])) await arena.end(one);
  return { lanes: raced, leftOut };
}

async function takeTurns(arena: Arena, lanes: readonly Lane[], options: Options, warmUps: number, leftOut: LeftOut[]): Promise<Lane[]> {
  const broken = new Set<Lane>();
  for (let turn = 0; turn < warmUps + options.rounds; turn++) {
    // There and back again, so that nobody always comes after the same one.
    for (const lane of turn % 2 === 0 ? lanes : lanes.toReversed()) {
      if (broken.has(lane)) continue;
      try {
        const round = await slice(arena, lane, options.seconds);
        if (turn >= warmUps) lane.rounds.push(round);
      } catch (error) {
        broken.add(lane);
        leftOut.push(refusal(lane.running.contestant, error));
      }
    }
  }
  return lanes.filter((lane) => !broken.has(lane));
}

async function slice(arena: Arena, { running, exchanges }: Lane, seconds: number): Promise<Lane['rounds'][number]> {
  const [cpuBefore, callsBefore] = [await running.child.cpuSeconds(), await arena.calls()];
  const { requests, seconds: took, latencies } = await load(running.url, exchanges, seconds);
  const cpu = (await running.child.cpuSeconds()) - cpuBefore;
  return {
    cpuMicros: (cpu * 1e6) / requests,
    rps: requests / took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    rssMB: await running.child.residentMB(),
    calls: ((await arena.calls()) - callsBefore) / requests,
  };
}

function resultOf({ running, query, traffic, rounds }: Lane): Result {
  const { gateway, kind, sharing } = running.contestant;
  const middle = (field: keyof Lane['rounds'][number]) => median(rounds.map((round) => round[field]));
  return {
    gateway,
    kind,
    query,
    sharing,
    traffic,
    cpuMicros: round(middle('cpuMicros')),
    rps: Math.round(middle('rps')),
    p50: round(middle('p50')),
    p99: round(middle('p99')),
    rssMB: Math.max(...rounds.map(({ rssMB }) => rssMB)),
    calls: round(middle('calls'), 2),
    cpuOfRounds: rounds.map(({ cpuMicros }) => cpuMicros),
  };
}

async function teachFloor(floor: Running, truth: Running, query: QueryName, traffic: Traffic): Promise<void> {
  const answers = await exchangesOf(truth, truth, query, traffic, CONNECTIONS);
  const texts = await Promise.all(answers.map(async ({ body }) => [body, await post(truth.url, body)] as const));
  await floor.child.ask(Object.fromEntries(texts));
}

function fanoutOf([fanout]: readonly Contestant[]): Contestant {
  if (!fanout) throw new Error('The fan-out, which says what is right, is not there.');
  return fanout;
}

export function refusal({ gateway, sharing }: Contestant, error: unknown): LeftOut {
  return { gateway: `${gateway} (sharing ${sharing})`, reason: error instanceof Error ? error.message : String(error) };
}
