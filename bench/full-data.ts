import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Agora, startAgora } from '@agora/e2e/agora';
import * as z from 'zod';
import { paced } from './paced.ts';
import { percentile, round, type Row } from './table.ts';
import { usageDuring } from './usage.ts';

/** How long each thing is measured. */
export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);

const READS_PER_SECOND = 50;
const ROOT = path.resolve(import.meta.dirname, '..');

export interface Read {
  readonly name: string;
  readonly query: string;
  readonly variablesOf?: (n: number) => object;
}

type Paced = ReturnType<typeof paced>;

/** A marketplace of one process with much in it, and what is measured there. */
export interface FullData {
  readonly agora: Agora;
  /** Reads at a fixed rate. */
  readPaced(read: Read, token: string): Paced;
  /** Of work at that rate, done twice, the second time. */
  measure(what: string, work: () => Paced): Promise<Row>;
}

/** `counts` are the words of `npm run seed -- full`. */
export async function onFullData<Result>(counts: readonly string[], work: (full: FullData) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-bench-'));
  const delays = path.join(folder, 'delays');
  const monitor = pathToFileURL(path.join(import.meta.dirname, 'loop-delay.ts')).href;
  const agora = await startAgora('one process', { LOG_LEVEL: 'error', LOOP_DELAY_FILE: delays, NODE_OPTIONS: `--import=${monitor}` });
  try {
    await seed(agora, counts);
    return await work({
      agora,
      readPaced: ({ query, variablesOf }, token) =>
        paced({
          url: `${agora.url}/graphql`,
          bodyOf: (n) => ({ query, variables: variablesOf?.(n) }),
          token,
          perSecond: READS_PER_SECOND,
          seconds: SECONDS,
        }),
      measure: (what, paced) => measure(agora, delays, what, paced),
    });
  } finally {
    await agora.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As an operator does it, into a marketplace that runs. */
async function seed(agora: Agora, counts: readonly string[]): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], AGORA_DATA: agora.data, LOG_LEVEL: 'error' };
  await promisify(execFile)(process.execPath, ['local/src/seed.ts', 'full', ...counts], { cwd: ROOT, env });
}

async function measure(agora: Agora, delays: string, what: string, work: () => Paced): Promise<Row> {
  const warm = await work();
  const begun = Date.now();
  let measured = warm;
  const used = await usageDuring(agora, async () => {
    measured = await work();
  });
  const late = await delaysSince(delays, begun);
  return {
    what,
    'a second': READS_PER_SECOND,
    'p50 ms': measured.p50,
    'p99 ms': measured.p99,
    'CPU ms each': round((used.ours * 1_000) / measured.count, 2),
    'PostgreSQL ms each': round((used.postgres * 1_000) / measured.count, 2),
    'event loop late p99 ms': percentile(
      late.map(({ p99 }) => p99),
      0.5,
    ),
    'at most ms': Math.max(...late.map(({ max }) => max)),
  };
}

const Delay = z.object({ at: z.number(), p99: z.number(), max: z.number() });

async function delaysSince(file: string, begun: number): Promise<z.output<typeof Delay>[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => Delay.parse(JSON.parse(line))).filter(({ at }) => at > begun + 1_000);
}
