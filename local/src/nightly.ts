import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ROOT } from './repository.ts';

/** A script of package.json that is run for longer than CI has time for. */
interface Step {
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** After which it is ended, and has failed. */
  readonly minutes: number;
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, audit: { type: 'string' }, only: { type: 'string' } } });
const seed = values.seed ?? String(randomInt(1_000_000_000));

const STEPS: Readonly<Record<string, Step>> = {
  fuzz: { script: 'fuzz', args: ['--cases', '100000', '--seed', seed], minutes: 120 },
  'fuzz:door': { script: 'fuzz:door', args: ['--cases', '50000', '--seed', seed], minutes: 60 },
  kills: { script: 'test', args: ['e2e/faults', '-t', 'random process dies'], env: { CHAOS_SEED: seed, CHAOS_KILLS: '200' }, minutes: 90 },
  transfers: { script: 'bench:transfers', args: [], env: { BENCH_SEED: seed }, minutes: 60 },
  audit: { script: 'audit', args: values.audit === undefined ? [] : [values.audit], minutes: 30 },
  bench: { script: 'bench', args: [], minutes: 30 },
};

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endGroup(running, 'SIGKILL');
    process.exit(1);
  });
}

const wanted = values.only?.split(',') ?? Object.keys(STEPS);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`There is no step called ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}

console.log(`--seed ${seed}`);
const outcomes: string[] = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (!wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const failure = await run(step);
  outcomes.push(`${failure === null ? 'ok    ' : 'FAILED'} ${name} (${Math.round((performance.now() - begun) / 1_000)} s)${failure ?? ''}`);
  if (failure !== null) process.exitCode = 1;
}
console.log(`\n${outcomes.join('\n')}`);

/** Why it failed; null where it did not. */
async function run({ script, args, env, minutes }: Step): Promise<string | null> {
  const child = spawn(process.execPath, ['local/launch.mjs', script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    detached: true,
  });
  running = child;
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    endGroup(child, 'SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), 20_000).unref();
  }, minutes * 60_000);
  const [code, signal] = await once(child, 'exit');
  clearTimeout(late);
  if (isLate) return `: not over after ${minutes} minutes`;
  return code === 0 ? null : `: ended with ${String(signal ?? code)}`;
}

/** A step runs in a process group of its own; what it starts in yet another ends with its parent. */
function endGroup(child: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}
