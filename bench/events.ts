import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kafkaMissing, startKafka } from '@agora/local/kafka';
import { type Postgres, startPostgres } from '@agora/local/postgres';
import { bareCopy, bareKafkajs, bareTransactions, type Carried } from './events/floors.ts';
import type { Answer, Order, Place, Reacting } from './events/messages.ts';
import { cpuSeconds } from './processes.ts';
import { percentile, report, round, type Row } from './table.ts';
import { cpuOfPostgres } from './usage.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 2);
/** How long a run waits for the last event. */
const MAX_LATE_MS = 30_000;
const GROUPS = [1, 3];
const REACTIONS: readonly Reacting[] = ['each', 'all'];
/** Events a second that are offered, by how many a transaction announces; of one at a time, more than two cores carry. */
const OFFERED: ReadonlyMap<number, number> = new Map([
  [1, 5_000],
  [10, 6_000],
  [50, 10_000],
]);

const BARE_TRANSACTIONS = 'bare transactions';

interface EventRow {
  /** `postgres` and `kafka`, or a floor beside them. */
  readonly bus: string;
  readonly groups: number;
  readonly perTx: number;
  /** Whether each event is reacted to by itself, or all that came together. */
  readonly reaction: Reacting | null;
  readonly offered: number | null;
  /** Events a second, until the last group had reacted to the last of them. */
  readonly rate: number;
  /** Milliseconds from the announcement to the reaction. */
  readonly p50: number;
  readonly p99: number;
  /** CPU microseconds an event, by process. */
  readonly cpuMicros: Readonly<Record<string, number>>;
}

/** Which of them to measure; all where absent. */
export interface Chosen {
  readonly bus?: string | undefined;
  readonly groups?: number | undefined;
  readonly perTx?: number | undefined;
  readonly reaction?: string | undefined;
}

/** What it takes to announce an event and to react to it, beside what carries as much without any promise, in the same run. */
export async function benchEvents(chosen: Chosen = {}): Promise<EventRow[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'agora-bench-'));
  const databases = ['announcer', 'bus', 'floor', ...Array.from({ length: Math.max(...GROUPS) }, (_, n) => `consumer_${n}`)];
  const postgres = await startPostgres({ dir: path.join(dir, 'postgres'), databases });
  const kafka = kafkaMissing() ? null : await startKafka({ dir: path.join(dir, 'kafka') });
  const rows: EventRow[] = [];
  try {
    const buses = [
      { bus: 'postgres', place: { busDatabaseUrl: postgres.url('bus') }, broker: null },
      ...(kafka ? [{ bus: 'kafka', place: { kafkaBrokers: [kafka.brokers] }, broker: kafka.pid }] : []),
    ];
    for (const { bus, place, broker } of buses) {
      if (bus !== (chosen.bus ?? bus)) continue;
      const measure = (groups: number, reaction: Reacting) => measured(postgres, { bus, place, broker, groups, reaction }, chosen);
      for (const groups of GROUPS.filter((count) => count === (chosen.groups ?? count)))
        for (const reaction of REACTIONS.filter((each) => each === (chosen.reaction ?? each)))
          rows.push(...(await measure(groups, reaction)));
    }
    rows.push(...(await floors(postgres, kafka)));
  } finally {
    await kafka?.stop();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
  return rows;
}

interface Setting {
  readonly bus: string;
  readonly place: Omit<Place, 'databaseUrl' | 'reaction'>;
  readonly broker: number | null;
  readonly groups: number;
  readonly reaction: Reacting;
}

async function measured(postgres: Postgres, { bus, place, broker, groups, reaction }: Setting, chosen: Chosen): Promise<EventRow[]> {
  const parts: Part[] = [];
  const start = async (role: string, database: string) => {
    const part = await Part.start(role, { ...place, reaction, databaseUrl: postgres.url(database) });
    parts.push(part);
    return part;
  };
  try {
    const announcer = await start('announcer', 'announcer');
    const consumers: Part[] = [];
    for (let n = 0; n < groups; n++) consumers.push(await start(`consumer_${n}`, `consumer_${n}`));
    const rows: EventRow[] = [];
    await caughtUp(consumers);
    await carry(announcer, consumers, 10, 1_000, 1);
    for (const [perTx, offered] of OFFERED) {
      if (perTx !== (chosen.perTx ?? perTx)) continue;
      const spent = await cpuDuring(
        { announcer: [announcer.pid], consumers: consumers.map(({ pid }) => pid), ...(broker !== null && { broker: [broker] }) },
        postgres,
        () => carry(announcer, consumers, perTx, offered, SECONDS),
      );
      rows.push(rowOf({ bus, groups, perTx, reaction, offered }, spent));
    }
    return rows;
  } finally {
    for (const part of parts) await part.stop();
  }
}

/** A new group begins with what earlier runs announced. */
async function caughtUp(consumers: readonly Part[]): Promise<void> {
  for (const consumer of consumers) {
    while ((await consumer.ask({ kind: 'look' }, 'behind')).messages > 0) await pause(50);
    await consumer.ask({ kind: 'report' }, 'latencies');
  }
}

/** Announces for so long, and waits until every group has reacted to all of it. */
async function carry(announcer: Part, consumers: readonly Part[], perTx: number, perSecond: number, seconds: number): Promise<Carried> {
  const begun = performance.now();
  const { events } = await announcer.ask({ kind: 'announce', perTx, perSecond, seconds }, 'announced');
  for (const consumer of consumers) {
    while ((await consumer.ask({ kind: 'count' }, 'counted')).events < events) {
      if (performance.now() - begun > seconds * 1000 + MAX_LATE_MS) throw new Error(`Events did not arrive within ${MAX_LATE_MS} ms.`);
      await pause(20);
    }
  }
  const took = (performance.now() - begun) / 1000;
  const reports = await Promise.all(consumers.map((consumer) => consumer.ask({ kind: 'report' }, 'latencies')));
  return { events, seconds: took, latencies: reports.flatMap(({ latencies }) => latencies) };
}

async function floors(postgres: Postgres, kafka: { readonly brokers: string; readonly pid: number } | null): Promise<EventRow[]> {
  const offered = Math.max(...OFFERED.values());
  const self = { driver: [process.pid] };
  const rows: EventRow[] = [];
  const url = postgres.url('announcer');
  const transactions = await cpuDuring(self, postgres, () => bareTransactions(url, SECONDS));
  rows.push(rowOf({ bus: BARE_TRANSACTIONS, groups: 0, perTx: 1, reaction: null, offered: null }, transactions));
  const copied = await cpuDuring(self, postgres, () => bareCopy(url, offered, SECONDS));
  rows.push(rowOf({ bus: 'bare COPY and select', groups: 1, perTx: 50, reaction: null, offered }, copied));
  if (kafka) {
    const sent = await cpuDuring({ ...self, broker: [kafka.pid] }, postgres, () => bareKafkajs([kafka.brokers], offered, SECONDS));
    rows.push(rowOf({ bus: 'bare kafkajs', groups: 1, perTx: 50, reaction: null, offered }, sent));
  }
  return rows;
}

interface Spent extends Carried {
  readonly cpuSeconds: Readonly<Record<string, number>>;
}

async function cpuDuring(
  pids: Readonly<Record<string, readonly number[]>>,
  { pid }: Postgres,
  work: () => Promise<Carried>,
): Promise<Spent> {
  const now = async () => {
    const used = Object.entries(pids).map(async ([name, ofName]) => {
      const seconds = await Promise.all(ofName.map(cpuSeconds));
      return [name, seconds.reduce<number>((sum, each) => sum + (each ?? NaN), 0)] as const;
    });
    return new Map([...(await Promise.all(used)), ['postgres', await cpuOfPostgres(pid)] as const]);
  };
  const before = await now();
  const carried = await work();
  const after = await now();
  return { ...carried, cpuSeconds: Object.fromEntries([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? NaN)])) };
}

function rowOf(
  of: Pick<EventRow, 'bus' | 'groups' | 'perTx' | 'reaction' | 'offered'>,
  { events, seconds, latencies, cpuSeconds: spent }: Spent,
): EventRow {
  return {
    ...of,
    rate: round(events / seconds, 0),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpuMicros: Object.fromEntries(Object.entries(spent).map(([name, cpu]) => [name, round((cpu * 1e6) / events)])),
  };
}

/** A process of its own. */
class Part {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(role: string, place: Place): Promise<Part> {
    const child = fork(path.join(import.meta.dirname, 'events/part.ts'), [role, JSON.stringify(place)], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const part = new Part(child);
    await part.#answer('ready');
    return part;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  ask<Kind extends Answer['kind']>(order: Order, kind: Kind): Promise<Extract<Answer, { kind: Kind }>> {
    const answer = this.#answer(kind);
    this.#child.send(order);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  async #answer<Kind extends Answer['kind']>(kind: Kind): Promise<Extract<Answer, { kind: Kind }>> {
    const answered = new AbortController();
    const { signal } = answered;
    const first = Promise.race([once(this.#child, 'message', { signal }), once(this.#child, 'exit', { signal })]);
    const [answer] = (await first.finally(() => answered.abort())) as [Answer | number | null];
    if (typeof answer !== 'object' || answer?.kind !== kind) throw new Error(`A part of the benchmark did not answer "${kind}".`);
    return answer as Extract<Answer, { kind: Kind }>;
  }
}

/** For a table: a column for each process, and how the rate of single announcements compares to that of bare transactions. */
export function flatRows(rows: readonly EventRow[]): Row[] {
  const bare = rows.find(({ bus }) => bus === BARE_TRANSACTIONS)?.rate ?? NaN;
  return rows.map(({ cpuMicros, ...row }) => ({
    ...row,
    '% of bare transactions': row.perTx === 1 ? round((row.rate / bare) * 100, 0) : null,
    ...Object.fromEntries(Object.entries(cpuMicros).map(([name, micros]) => [`${name} µs`, micros])),
    'all but the broker µs': round(Object.entries(cpuMicros).reduce((sum, [name, micros]) => sum + (name === 'broker' ? 0 : micros), 0)),
  }));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      bus: { type: 'string' },
      groups: { type: 'string' },
      'per-tx': { type: 'string' },
      reaction: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { bus, reaction } = values;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const rows = await benchEvents({ bus, reaction, groups: number(values.groups), perTx: number(values['per-tx']) });
  report(`Events, offered for ${SECONDS} s; milliseconds from the announcement to the reaction, CPU microseconds an event`, flatRows(rows));
  if (values.json) console.log(JSON.stringify({ rows }));
}
