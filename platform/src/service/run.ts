import { flushCompileCache } from 'node:module';
import { textOf } from '../observe/error-report.ts';
import { messageOf } from '../errors.ts';
import type { Stoppable } from './every.ts';
import { SettingsError } from './settings.ts';

/** A little more than a `Lifecycle` has for each part, so that it can say which one hung. */
const STOP_TIMEOUT_MS = 10_500;

/** How long a stop waits for a start that is not over. Ending it there is as safe as a crash, which every start recovers from. */
const MAX_START_WAIT_MS = 1_000;
const AFTER_START_MS = 200;
const ORPHAN_POLL_MS = 500;

/** Repeats of a signal within this time are one: a terminal's Ctrl-C arrives directly and through every parent. */
const SAME_SIGNAL_MS = 500;

/**
 * Calls `start` when the module is the program that node was given, and does nothing when it is imported. The program
 * stops in order on SIGINT, SIGTERM and SIGHUP, at once on the second one or after 10 s, and after a crash; with
 * AGORA_SUPERVISED=1 also when the process that started it is gone. A `SettingsError` is printed as it is, exit code 1.
 */
export function runAsProgram(meta: ImportMeta, start: () => Promise<Stoppable>): void {
  if (meta.main) new Program(start).run();
}

class Program {
  readonly #start: () => Promise<Stoppable>;
  readonly #parent = process.ppid;
  #program: Promise<Stoppable> | undefined;
  #stoppingSince: number | undefined;

  constructor(start: () => Promise<Stoppable>) {
    this.#start = start;
  }

  run(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#onSignal());
    for (const crash of ['uncaughtException', 'unhandledRejection'] as const) process.on(crash, (error) => this.#onCrash(error));
    if (process.env['AGORA_SUPERVISED'] === '1') this.#watchParent();
    this.#program = this.#start();
    this.#program.then(keepCompiledCode, (error: unknown) => this.#onFailedStart(error));
  }

  #onSignal(): void {
    if (this.#stoppingSince === undefined) return this.#stop(0);
    if (performance.now() - this.#stoppingSince > SAME_SIGNAL_MS) force('Stopped at once, as asked twice');
  }

  #onCrash(error: unknown): void {
    console.error(textOf(error));
    this.#stop(1);
  }

  #onFailedStart(error: unknown): void {
    if (this.#stoppingSince !== undefined) process.exit(1);
    console.error(error instanceof SettingsError ? error.message : (takenPort(error) ?? textOf(error)));
    process.exit(1);
  }

  #watchParent(): void {
    setInterval(() => {
      if (process.ppid !== this.#parent) this.#stop(0);
    }, ORPHAN_POLL_MS).unref();
  }

  #stop(exitCode: number): void {
    if (this.#stoppingSince !== undefined) return;
    this.#stoppingSince = performance.now();
    setTimeout(() => force('Did not stop within 10 s'), STOP_TIMEOUT_MS).unref();
    const cutOff = setTimeout(() => process.exit(exitCode), MAX_START_WAIT_MS);
    void this.#program
      ?.then((program) => {
        clearTimeout(cutOff);
        return program.stop();
      })
      .then(
        () => process.exit(exitCode),
        (error: unknown) => {
          console.error(`Failed to stop: ${messageOf(error)}`);
          process.exit(1);
        },
      );
  }
}

/** Node would write its compile cache at the end, when somebody waits for it. */
function keepCompiledCode(): void {
  setTimeout(flushCompileCache, AFTER_START_MS).unref();
}

function force(why: string): never {
  const open = new Map<string, number>();
  for (const resource of process.getActiveResourcesInfo()) open.set(resource, (open.get(resource) ?? 0) + 1);
  console.error(`${why}; still open: ${[...open].map(([resource, count]) => `${count} ${resource}`).join(', ') || 'nothing'}.`);
  process.exit(1);
}

function takenPort(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return null;
  const port = 'port' in error ? ` ${String(error.port)}` : '';
  return `Port${port} is taken by another program. Stop that one, or choose another port with PORT.`;
}
