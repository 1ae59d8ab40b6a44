import { Arena } from './gateway/arena.ts';
import { compileCosts, distinctOperations } from './gateway/cold.ts';
import type { LeftOut } from './gateway/contestants.ts';
import { comparison, goals, prices } from './gateway/goals.ts';
import { distinctOperationsHeld } from './gateway/memory.ts';
import { type Options, readOptions, USAGE } from './gateway/options.ts';
import { race, type Result } from './gateway/race.ts';
import { report } from './table.ts';

/**
 * The federation benchmark of four subgraphs, ours beside other gateways. Every gateway, and the subgraphs, are processes of
 * their own on loopback; all of them end with this one.
 */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(USAGE);
  const options = readOptions(args);
  const arena = await Arena.open(options.data);
  try {
    const results = options.parts.includes('race') ? await showRace(arena, options) : [];
    if (options.parts.includes('cold')) await showCold(arena);
    if (options.parts.includes('memory')) report('Ours after distinct operations, garbage collected', await distinctOperationsHeld(arena));
    if (args.includes('--json')) console.log(json(results));
  } finally {
    await arena.stop();
  }
}

async function showRace(arena: Arena, options: Options): Promise<Result[]> {
  const { rounds, starts, seconds, data } = options;
  const { results, leftOut } = await race(arena, options);
  report(
    `CPU of the gateway's processes for one request; 32 connections, ${rounds * starts} slices of ${seconds} s each in turn, medians; data: ${data}`,
    comparison(results),
  );
  if (options.before !== null)
    report(`What it costs beside ${options.before}: the median ratio of the turns, and its 95 % interval`, prices(results));
  if (results.some(({ gateway }) => gateway === 'agora')) report('Goals: by CPU, identical requests, nothing shared', goals(results));
  tell(leftOut);
  return results;
}

async function showCold(arena: Arena): Promise<void> {
  report('Plan and compile on a fresh executor', await compileCosts());
  const { rows, leftOut } = await distinctOperations(arena);
  report('60 large operations a second for 10 s, each never seen before', rows);
  tell(leftOut);
}

function tell(leftOut: readonly LeftOut[]): void {
  for (const { gateway, reason } of leftOut) console.log(`Left out: ${gateway}: ${reason}`);
}

/** `rows` is the known benchmark, identical requests; `varied` the same with requests that have nothing in common. */
function json(results: readonly Result[]): string {
  const of = (traffic: Result['traffic']) =>
    results
      .filter((result) => result.traffic === traffic)
      .map(({ gateway, query, sharing, cpuMicros, rps, p50, p99, rssMB, calls }) => ({
        ...{ gateway, query, sharing, cpuMicros, rps, p50, p99, rssMB, calls },
      }));
  return JSON.stringify({ rows: of('identical'), varied: of('varied') });
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
