import { type Profiler, Session } from 'node:inspector/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Which lines of a folder this process runs. */
export class Coverage {
  readonly #session = new Session();
  readonly #root: string;
  #begun: Promise<unknown> | undefined;

  constructor(folder: string) {
    this.#root = pathToFileURL(folder).href;
  }

  /** Counts from the first call on: what was read before V8 counts, it never counts by line. */
  begin(): Promise<unknown> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  /** Since the last call. */
  async take(): Promise<readonly Profiler.ScriptCoverage[]> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    return result.filter(({ url }) => this.#isOurs(url)).map((script) => ({ ...script, url: fileURLToPath(script.url) }));
  }

  async #begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  #isOurs(url: string): boolean {
    return url.startsWith(this.#root) && !url.includes('/node_modules/') && !url.includes('.test.ts');
  }
}
