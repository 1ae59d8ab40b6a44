import type { Profiler } from 'node:inspector/promises';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Coverage } from './coverage.ts';
import { cleanUpGlobals, type Globals, type ProjectConfig, setGlobals } from './globals.ts';

const require = createRequire(import.meta.url);

const GLOBALS = new URL('globals.ts', import.meta.url).href;
/** What circus keeps in the process from file to file. */
const CIRCUS_HANDLERS = Symbol.for('EVENT_HANDLERS');
const ERROR_EVENTS = ['uncaughtException', 'unhandledRejection', 'rejectionHandled'];

// Jest's own module of that name only works inside its own module loader.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});

/** How often a file of tests was read: where jest watches, it comes again. */
const reads = new Map<string, number>();
let coverage: Coverage | undefined;

/**
 * What jest runs a file of tests with: Node's own module loader, so that a worker reads and evaluates a module once for all of its files of
 * tests, and only these themselves afresh. Of circus, which keeps what a file declares, each has its own.
 */
export default class Runtime {
  readonly #config: ProjectConfig;
  readonly #env = { ...process.env };
  readonly #listeners = ERROR_EVENTS.map((event) => ({ event, listeners: process.rawListeners(event) }));
  #covered: readonly Profiler.ScriptCoverage[] = [];

  constructor(config: ProjectConfig) {
    this.#config = config;
  }

  /** Circus, which is asked for once for each file. */
  requireInternalModule(file: string): unknown {
    Reflect.deleteProperty(globalThis, CIRCUS_HANDLERS);
    Reflect.deleteProperty(require.cache, file);
    return require(file);
  }

  requireModule(file: string): unknown {
    return require(file);
  }

  unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  async unstable_importModule(file: string): Promise<void> {
    const before = reads.get(file) ?? 0;
    reads.set(file, before + 1);
    await import(`${pathToFileURL(file).href}${before > 0 ? `?${before}` : ''}`);
  }

  setGlobalsForRuntime(globals: Globals): void {
    setGlobals(globals, this.#config);
  }

  getSourceMaps(): ReadonlyMap<string, string> {
    return new Map();
  }

  enterTestCode(): void {}

  leaveTestCode(): void {}

  async collectV8Coverage(): Promise<void> {
    coverage ??= new Coverage(this.#config.rootDir);
    await coverage.begin();
  }

  async stopCollectingV8Coverage(): Promise<void> {
    this.#covered = (await coverage?.take()) ?? [];
  }

  getAllV8CoverageInfoCopy(): readonly { readonly result: Profiler.ScriptCoverage }[] {
    return this.#covered.map((result) => ({ result }));
  }

  getAllCoverageInfoCopy(): undefined {
    return undefined;
  }

  /** The next file finds the process as this one did: circus leaves its listeners where a file cannot be read. */
  teardown(): void {
    cleanUpGlobals();
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, this.#env);
    for (const { event, listeners } of this.#listeners) {
      process.removeAllListeners(event);
      for (const listener of listeners) process.on(event, listener as (...args: unknown[]) => void);
    }
  }
}
