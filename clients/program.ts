import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { eventually } from '@agora/platform/testing/eventually';
import type { Feed } from './reader.ts';

/** A busy machine takes a minute for what else takes two seconds. */
const TIMEOUT_MS = 5 * 60_000;

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take to come to its end. */
  readonly timeoutMs?: number;
}

/** A program in a terminal, as one sees it and types into it. */
export class Program implements Feed {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: string[] = [];
  readonly #ended: Promise<number | null>;
  readonly #timeoutMs: number;
  #complaints = '';

  constructor(file: string, args: readonly string[], { cwd, env, timeoutMs = TIMEOUT_MS }: ProgramOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#child = spawn(file, args, { cwd, env: { ...process.env, ...env } });
    createInterface(this.#child.stdout).on('line', (line) => this.#lines.push(line));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text));
    this.#ended = new Promise((resolve, reject) => this.#child.once('error', reject).once('close', resolve));
    this.#ended.catch(() => {});
  }

  /** What it wrote to stderr. */
  get complaints(): string {
    return this.#complaints;
  }

  /** What it writes from its first line on that fits. */
  line(fits: RegExp): Promise<string> {
    return eventually(() => {
      const found = this.#lines.find((line) => fits.test(line));
      if (found === undefined) throw new Error(`No line fits ${fits}:\n${this.#lines.join('\n')}\n${this.#complaints}`);
      return found;
    }, TIMEOUT_MS);
  }

  async titles(): Promise<readonly string[]> {
    return this.#lines;
  }

  pressEnter(): void {
    this.#child.stdin.write('\n');
  }

  /** All that it wrote, once it has ended well. */
  async finished(): Promise<readonly string[]> {
    const timeout = setTimeout(() => this.#child.kill('SIGKILL'), this.#timeoutMs);
    const code = await this.#ended.finally(() => clearTimeout(timeout));
    if (code !== 0) throw new Error(`${this.#child.spawnargs.join(' ')} ended with ${code}:\n${this.#complaints}${this.#lines.join('\n')}`);
    return this.#lines;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}

export function finished(file: string, args: readonly string[], options?: ProgramOptions): Promise<readonly string[]> {
  return new Program(file, args, options).finished();
}
