import { type ChildProcess, spawn } from 'node:child_process';
import type { Stoppable } from '@agora/platform/service/every';
import type { Environment } from '@agora/platform/service/settings';
import { ROOT } from './repository.ts';

const YOUNG_MS = 2_000;
const MIN_WAIT_MS = 100;
const MAX_WAIT_MS = 2_000;
const STOP_TIMEOUT_MS = 8_000;

interface ChildOptions {
  readonly name: string;
  /** From the repository's folder, so that the process list tells what it is. */
  readonly program: string;
  readonly env: Environment;
  readonly log: (line: string) => void;
}

/**
 * Keeps a program running: one that ends is started again at once, one that ends young after a wait that doubles. It
 * has a session of its own, so that a terminal's Ctrl-C reaches it through `stop` alone, in its turn.
 */
export function keepAlive(options: ChildOptions): Stoppable {
  return new Child(options);
}

class Child implements Stoppable {
  readonly #options: ChildOptions;
  #process: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #wait = 0;
  #stopped: Promise<void> | undefined;

  constructor(options: ChildOptions) {
    this.#options = options;
    process.once('exit', () => this.#process?.kill('SIGTERM'));
    this.#start();
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#end());
  }

  #start(): number | undefined {
    const { program, env } = this.#options;
    const started = performance.now();
    const child = spawn(process.execPath, [program], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
    this.#process = child;
    child.once('error', (error) => this.#onEnd(child, error.message, performance.now() - started));
    child.once('exit', (code, signal) => this.#onEnd(child, signal ?? `exit code ${code}`, performance.now() - started));
    return child.pid;
  }

  #onEnd(child: ChildProcess, how: string, livedMs: number): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    if (this.#stopped) return;
    this.#wait = livedMs > YOUNG_MS ? 0 : Math.min(Math.max(this.#wait * 2, MIN_WAIT_MS), MAX_WAIT_MS);
    this.#restart = setTimeout(() => {
      const { name, log } = this.#options;
      const pid = this.#start();
      log(`${name} (process ${child.pid ?? '?'}) ended: ${how}. Started again as process ${pid ?? '?'}.`);
    }, this.#wait);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#restart);
    const child = this.#process;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const late = setTimeout(() => {
      this.#options.log(`${this.#options.name} (process ${child.pid}) did not stop within ${STOP_TIMEOUT_MS / 1000} s; it is killed.`);
      child.kill('SIGKILL');
    }, STOP_TIMEOUT_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(late);
  }
}
