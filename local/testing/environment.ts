import path from 'node:path';
import { Costs } from './costs.ts';

export interface TestFile {
  readonly console: Console;
  readonly testPath: string;
}

export interface Configs {
  readonly globalConfig: { readonly rootDir: string };
}

/** The worker's own process, for each of its files of tests in turn; says of each what it cost. */
export default class ProcessEnvironment {
  readonly global = new WorkerGlobal();
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  readonly moduleMocker = null;
  /** The file's name without its folder. */
  readonly file: string;
  readonly #testPath: string;
  readonly #costs = new Costs();

  constructor({ globalConfig: { rootDir } }: Configs, { testPath }: TestFile) {
    this.file = path.basename(testPath, '.test.ts');
    this.#testPath = path.relative(rootDir, testPath);
    process.env['AGORA_TEST_FILE'] = this.file;
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {
    this.global.restore();
    this.#costs.add(this.#testPath);
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  getVmContext(): null {
    return null;
  }
}

/** What jest may put in the place of the worker's globals while a file runs. */
class WorkerGlobal {
  readonly #console = globalThis.console;

  get console(): Console {
    return globalThis.console;
  }

  /** Where a file says something, jest says which one. */
  set console(console: Console) {
    globalThis.console = console;
  }

  restore(): void {
    globalThis.console = this.#console;
  }
}
