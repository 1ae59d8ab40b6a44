import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Stoppable } from '@agora/platform/service/every';
import { runAsProgram } from '@agora/platform/service/run';
import { ROOT } from './repository.ts';
import { watchFolder } from './watch-folder.ts';

/** What belongs together, like the files that a checkout of another branch writes, is one change. */
const SETTLED_MS = 150;
const STOP_TIMEOUT_MS = 10_000;
const SOURCES = ['schema', 'platform', 'executor', 'gateway', 'subgraphs', 'local'];
const GENERATED = /^schema\/(subgraphs\/|supergraph\.graphql$|released\/)|\.generated\.ts$/;
const NOT_RUNNING = /(^|\/)(test|testing|node_modules)\//;

/** What Node takes to let a debugger in, as `--inspect`, `--inspect-brk` and `--inspect=PORT`. */
const DEBUGGING = process.argv.slice(2).filter((argument) => /^--inspect(-brk|-wait)?(=.+)?$/.test(argument));

/**
 * Runs `npm start` again after each change of what it runs. After a change of a schema the supergraph and the types of the
 * resolvers are made anew first; while they cannot be, what ran before goes on.
 */
export function start(): Promise<Stoppable> {
  return Promise.resolve(new Development());
}

class Development implements Stoppable {
  readonly #watching = new AbortController();
  readonly #changed = new Set<string>();
  #settling: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #marketplace: ChildProcess = startMarketplace();

  constructor() {
    for (const folder of SOURCES) {
      watchFolder(path.join(ROOT, folder), this.#watching.signal, (file) => {
        this.#note(path.relative(ROOT, file).replaceAll(path.sep, '/'));
      });
    }
  }

  async stop(): Promise<void> {
    this.#watching.abort();
    clearTimeout(this.#settling);
    await this.#working;
    await end(this.#marketplace);
  }

  #note(file: string): void {
    if (!/\.(ts|mjs|graphql|sql|lua)$/.test(file) || GENERATED.test(file) || NOT_RUNNING.test(file)) return;
    this.#changed.add(file);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#working = this.#working.then(() => this.#takeUp());
    }, SETTLED_MS);
  }

  async #takeUp(): Promise<void> {
    const files = [...this.#changed];
    this.#changed.clear();
    console.log(`\nChanged: ${files.join(', ')}`);
    const isSchema = files.some((file) => file.endsWith('.graphql'));
    if (isSchema && !((await makes('schema/compose.ts')) && (await makes('schema/codegen.ts')))) {
      return console.error('The schemas do not fit together; what ran before goes on until they do.');
    }
    await end(this.#marketplace);
    if (!this.#watching.signal.aborted) this.#marketplace = startMarketplace();
  }
}

function startMarketplace(): ChildProcess {
  const env = { ...process.env, AGORA_SUPERVISED: '1' };
  return spawn(process.execPath, [...DEBUGGING, 'local/src/main.ts'], { cwd: ROOT, env, detached: true, stdio: 'inherit' });
}

async function makes(program: string): Promise<boolean> {
  const [code] = await once(spawn(process.execPath, [program], { cwd: ROOT, stdio: 'inherit' }), 'exit');
  return code === 0;
}

async function end(marketplace: ChildProcess): Promise<void> {
  if (marketplace.exitCode !== null || marketplace.signalCode !== null) return;
  const ended = once(marketplace, 'exit');
  const late = setTimeout(() => marketplace.kill('SIGKILL'), STOP_TIMEOUT_MS);
  marketplace.kill('SIGTERM');
  await ended;
  clearTimeout(late);
}

runAsProgram(import.meta, start);
