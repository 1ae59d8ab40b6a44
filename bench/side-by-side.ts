import { setTimeout as pause } from 'node:timers/promises';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { median } from './before-after.ts';
import type { Read } from './full-data.ts';
import { paced } from './paced.ts';
import { cpuSeconds } from './processes.ts';
import { cpuOfPostgres, postgresProcesses } from './usage.ts';

const TURNS = Number(process.env['BENCH_SIDE_TURNS'] ?? 5);
const WARMING_TURNS = 2;
const TURN_SECONDS = 2;
const PER_SECOND = 50;
const SERVICES = ['user', 'catalog', 'order', 'forum', 'notification'];

type Settings = Readonly<Record<string, string>>;

/** Of one of two marketplaces: milliseconds of CPU for each page, without what it uses while nobody asks. */
export interface Side {
  readonly agora: Agora;
  readonly ours: number;
  readonly postgres: number;
}

interface Lane {
  readonly agora: Agora;
  readonly ours: number[];
  readonly postgres: number[];
}

/**
 * What each read costs guests of two marketplaces that differ by their settings, on the databases of a third one that runs: they take short turns, there and
 * back again, of which the first ones warm them.
 */
export async function* sideBySide(
  agora: Agora,
  reads: readonly Read[],
  settings: readonly [Settings, Settings],
): AsyncGenerator<{ readonly read: Read; readonly one: Side; readonly other: Side }> {
  const urls = await Promise.all(
    [...SERVICES, 'bus'].map(async (name) => [`${name.toUpperCase()}_DATABASE_URL`, await agora.databaseUrl(name)] as const),
  );
  const [postmaster = 0] = await postgresProcesses(agora);
  const begun: Agora[] = [];
  try {
    for (const own of settings) begun.push(await startAgora('one process', { LOG_LEVEL: 'error', ...Object.fromEntries(urls), ...own }));
    for (const read of reads) {
      const lanes = begun.map((agora): Lane => ({ agora, ours: [], postgres: [] }));
      for (let turn = -WARMING_TURNS; turn < TURNS; turn++) {
        for (const lane of turn % 2 === 0 ? lanes : lanes.toReversed()) {
          const [idle, used] = [await cpuOf(null, lane.agora, postmaster), await cpuOf(read, lane.agora, postmaster)];
          if (turn < 0) continue;
          lane.ours.push(used.ours - idle.ours);
          lane.postgres.push(used.postgres - idle.postgres);
        }
      }
      const [one, other] = lanes.map(sideOf) as [Side, Side];
      yield { read, one, other };
    }
  } finally {
    for (const one of begun) await one.stop();
  }
}

function sideOf({ agora, ours, postgres }: Lane): Side {
  return { agora, ours: median(ours), postgres: median(postgres) };
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
