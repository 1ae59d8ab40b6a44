import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that a test runs, and what it said so far. */
export interface Program {
  readonly pid: number;
  said(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Waits until it has said this. */
  says(text: string | RegExp): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

const TIMEOUT_MS = 300_000;
const running = new Set<ChildProcess>();

interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** Most file descriptors that it may have. */
  readonly maxFiles?: number;
}

/** Runs a program of this Node, as `npm` would. */
export function run(args: readonly string[], { maxFiles, ...options }: RunOptions = {}): Program {
  const command = [process.execPath, ...args];
  const [program = '', ...rest] = maxFiles === undefined ? command : ['sh', '-c', `ulimit -n ${maxFiles}; exec "$@"`, 'sh', ...command];
  const child = spawn(program, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(signal ?? code ?? 0);
    });
  });
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    says: (text) =>
      until(
        () => (typeof text === 'string' ? said.includes(text) : text.test(said)),
        () => `It never said ${String(text)}, but: ${said}`,
      ),
    signal: (signal) => void child.kill(signal),
  };
}

/** Ends what a failed test left running. */
export async function endPrograms(): Promise<void> {
  const alive = [...running].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ended = alive.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of alive) child.kill('SIGKILL');
  await Promise.all(ended);
}

/** Waits for a condition. */
export async function until(condition: () => boolean | Promise<boolean>, complaint: () => string): Promise<void> {
  for (const deadline = Date.now() + TIMEOUT_MS; !(await condition()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(complaint());
  }
}

/** The process environment of a stranger: without what this run of the tests was given. */
export function freshEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AGORA_|npm_|NODE_|PORT$|HOST$|JEST_|CI$|KAFKA_|.*_URL$)/.test(name));
  return { ...Object.fromEntries(kept), ...more };
}
