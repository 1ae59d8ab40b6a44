import { type Agora, startAgora } from '@agora/e2e/agora';
import { median } from './before-after.ts';
import type { Read } from './full-data.ts';
import { paced } from './paced.ts';
import { cpuSeconds } from './processes.ts';
import { round, type Row } from './table.ts';
import { cpuOfPostgres, postgresProcesses } from './usage.ts';

const TURNS = Number(process.env['BENCH_CACHE_TURNS'] ?? 5);
const TURN_SECONDS = 2;
const PER_SECOND = 50;
const SERVICES = ['user', 'catalog', 'order', 'forum', 'notification'];

interface Lane {
  readonly agora: Agora;
  readonly ours: number[];
  readonly postgres: number[];
}

/**
 * What the read cache spares, of pages that guests ask for: two marketplaces on the same databases, one of which keeps nothing, take short turns,
 * there and back again. Milliseconds of CPU for each page.
 */
export async function gainOfCache(agora: Agora, reads: readonly Read[]): Promise<Row[]> {
  const urls = await Promise.all(
    [...SERVICES, 'bus'].map(async (name) => [`${name.toUpperCase()}_DATABASE_URL`, await agora.databaseUrl(name)] as const),
  );
  const plain = await startAgora('one process', { LOG_LEVEL: 'error', READ_CACHE: 'off', ...Object.fromEntries(urls) });
  try {
    const [postmaster = 0] = await postgresProcesses(agora);
    const rows: Row[] = [];
    for (const read of reads) rows.push(await gainOf(read, { agora, plain, postmaster }));
    return rows;
  } finally {
    await plain.stop();
  }
}

async function gainOf(read: Read, { agora, plain, postmaster }: { agora: Agora; plain: Agora; postmaster: number }): Promise<Row> {
  const lanes: readonly [Lane, Lane] = [
    { agora: plain, ours: [], postgres: [] },
    { agora, ours: [], postgres: [] },
  ];
  let before = await outcomes(agora);
  for (let turn = 0; turn <= TURNS; turn++) {
    // The first turn warms both up.
    if (turn === 1) before = await outcomes(agora);
    for (const lane of turn % 2 === 0 ? lanes : lanes.toReversed()) {
      const used = await cpuOf(read, lane.agora, postmaster);
      if (turn === 0) continue;
      lane.ours.push(used.ours);
      lane.postgres.push(used.postgres);
    }
  }
  const after = await outcomes(agora);
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

async function cpuOf({ query, variablesOf }: Read, agora: Agora, postmaster: number): Promise<{ ours: number; postgres: number }> {
  const pid = await agora.pidOf('gateway');
  const now = async () => ({ ours: (await cpuSeconds(pid)) ?? NaN, postgres: await cpuOfPostgres(postmaster) });
  const before = await now();
  const { count } = await paced({
    url: `${agora.url}/graphql`,
    bodyOf: (n) => ({ query, variables: variablesOf?.(n) }),
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
