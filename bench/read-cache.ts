import { setTimeout as pause } from 'node:timers/promises';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { median } from './before-after.ts';
import type { Read } from './full-data.ts';
import { paced } from './paced.ts';
import { cpuSeconds } from './processes.ts';
import { round, type Row } from './table.ts';
import { cpuOfPostgres, postgresProcesses } from './usage.ts';

const TURNS = Number(process.env['BENCH_CACHE_TURNS'] ?? 5);
const WARMING_TURNS = 2;
const TURN_SECONDS = 2;
const PER_SECOND = 50;
const SERVICES = ['user', 'catalog', 'order', 'forum', 'notification'];

interface Lane {
  readonly agora: Agora;
  readonly ours: number[];
  readonly postgres: number[];
}

/**
 * What the read cache spares, of pages that guests ask for: two marketplaces that began alike on the same databases, one of which keeps nothing, take
 * short turns, there and back again. Milliseconds of CPU for each page, without what they use while nobody asks.
 */
export async function gainOfCache(agora: Agora, reads: readonly Read[]): Promise<Row[]> {
  const urls = await Promise.all(
    [...SERVICES, 'bus'].map(async (name) => [`${name.toUpperCase()}_DATABASE_URL`, await agora.databaseUrl(name)] as const),
  );
  const begun: Agora[] = [];
  try {
    for (const READ_CACHE of ['off', 'memory'])
      begun.push(await startAgora('one process', { LOG_LEVEL: 'error', READ_CACHE, ...Object.fromEntries(urls) }));
    const [plain, keeping] = begun as [Agora, Agora];
    const [postmaster = 0] = await postgresProcesses(agora);
    const rows: Row[] = [];
    for (const read of reads) rows.push(await gainOf(read, { plain, keeping, postmaster }));
    return rows;
  } finally {
    for (const one of begun) await one.stop();
  }
}

async function gainOf(read: Read, { plain, keeping, postmaster }: { plain: Agora; keeping: Agora; postmaster: number }): Promise<Row> {
  const lanes: readonly [Lane, Lane] = [
    { agora: plain, ours: [], postgres: [] },
    { agora: keeping, ours: [], postgres: [] },
  ];
  let before = await outcomes(keeping);
  for (let turn = -WARMING_TURNS; turn < TURNS; turn++) {
    if (turn === 0) before = await outcomes(keeping);
    for (const lane of turn % 2 === 0 ? lanes : lanes.toReversed()) {
      const [idle, used] = [await cpuOf(null, lane.agora, postmaster), await cpuOf(read, lane.agora, postmaster)];
      if (turn < 0) continue;
      lane.ours.push(used.ours - idle.ours);
      lane.postgres.push(used.postgres - idle.postgres);
    }
  }
  const after = await outcomes(keeping);
  const [without, withIt] = lanes;
  const [hits, asked] = [after.hits - before.hits, after.asked - before.asked];
  return {
    what: read.name,
    'CPU ms without': round(median(without.ours), 2),
    'with it': round(median(withIt.ours), 2),
    'PostgreSQL ms without': round(median(without.postgres), 2),
    'with it ': round(median(withIt.postgres), 2),
    'hits %': asked === 0 ? null : round((100 * hits) / asked),
  };
}

/** Of each page of a turn; null asks for none. */
async function cpuOf(read: Read | null, agora: Agora, postmaster: number): Promise<{ ours: number; postgres: number }> {
  const pid = await agora.pidOf('gateway');
  const now = async () => ({ ours: (await cpuSeconds(pid)) ?? NaN, postgres: await cpuOfPostgres(postmaster) });
  const before = await now();
  const count = PER_SECOND * TURN_SECONDS;
  if (read === null) await pause(TURN_SECONDS * 1_000);
  else
    await paced({
      url: `${agora.url}/graphql`,
      bodyOf: (n) => ({ query: read.query, variables: read.variablesOf?.(n) }),
      perSecond: PER_SECOND,
      seconds: TURN_SECONDS,
    });
  const after = await now();
  const each = (seconds: number) => (seconds * 1_000) / count;
  return { ours: each(after.ours - before.ours), postgres: each(after.postgres - before.postgres) };
}

/** What the cache has told of itself so far. */
async function outcomes({ url }: Agora): Promise<{ hits: number; asked: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = [...text.matchAll(/^agora_read_cache_reads_total\{.*outcome="(\w+)"\} (\d+)/gm)];
  const sum = (found: typeof counts) => found.reduce((total, [, , count]) => total + Number(count), 0);
  return { hits: sum(counts.filter(([, outcome]) => outcome !== 'miss')), asked: sum(counts) };
}
