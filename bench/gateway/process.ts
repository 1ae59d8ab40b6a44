import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds, residentMB } from '../processes.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const TIMEOUT_MS = 5_000;
const KEPT_OUTPUT = 4_000;

/** A program that this benchmark started. Node programs can talk with it over IPC. */
export class Child {
  readonly #process: ChildProcess;
  #output = '';

  constructor({ file, args, env, cwd }: Command) {
    this.#process = spawn(file, args, {
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
    });
    const keep = (text: Buffer) => (this.#output = `${this.#output}${text.toString()}`.slice(-KEPT_OUTPUT));
    this.#process.stdout?.on('data', keep);
    this.#process.stderr?.on('data', keep);
    this.#process.on('error', (error) => (this.#output += error.message));
    running.add(this);
    this.#process.once('exit', () => running.delete(this));
  }

  get ended(): boolean {
    return this.#process.pid === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** The end of what it printed. */
  get output(): string {
    return this.#output.trim();
  }

  /** The next message that it sends. */
  next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`A process of the benchmark ended: ${this.output}`));
      this.#process.once('exit', ended);
      this.#process.once('message', (message) => {
        this.#process.off('exit', ended);
        resolve(message);
      });
      if (this.ended) ended();
    });
  }

  ask(message: string | Readonly<Record<string, string>>): Promise<unknown> {
    const answer = this.next();
    this.#process.send(message);
    return answer;
  }

  /** CPU seconds that it and all its descendants have used. */
  async cpuSeconds(): Promise<number> {
    const used = await Promise.all((await this.#pids()).map(cpuSeconds));
    return used.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
  }

  async residentMB(): Promise<number> {
    const used = await Promise.all((await this.#pids()).map(residentMB));
    return used.reduce<number>((sum, megabytes) => sum + (megabytes ?? 0), 0);
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const pids = await this.#pids();
    const exit = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    const inTime = await Promise.race([exit.then(() => true), pause(TIMEOUT_MS, false, { ref: false })]);
    if (!inTime) for (const pid of pids) killNow(pid);
    await exit;
  }

  /** At once, without a goodbye; for the way out. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async #pids(): Promise<number[]> {
    const root = this.#process.pid;
    if (root === undefined) return [];
    const parents = await parentsOfProcesses();
    const found = [root];
    for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
    return found;
  }
}

const running = new Set<Child>();
process.once('exit', () => running.forEach((child) => child.kill()));

async function parentsOfProcesses(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return new Map(parents);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
