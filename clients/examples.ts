import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '@agora/platform/errors';
import { finished, type ProgramOptions } from './program.ts';

/**
 * The clients' libraries are 450 packages: a package of their own with a lock file of its own, so that nobody installs them
 * who only wants the marketplace, and that their versions of shared packages are not ours.
 */
export const EXAMPLES = path.resolve(import.meta.dirname, '../examples');

const ROOT = path.resolve(import.meta.dirname, '..');
const CACHE = path.join(ROOT, '.cache/clients');
const INSTALL_MS = 10 * 60_000;
const STAMP = path.join(EXAMPLES, 'node_modules/.installed');

export async function installExamples(): Promise<void> {
  const wanted = createHash('sha256')
    .update(await readFile(path.join(EXAMPLES, 'package-lock.json')))
    .digest('hex');
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === wanted) return;
  console.error('Installing the libraries of the examples (once; half a minute).');
  await npm(['ci'], { cwd: EXAMPLES, timeoutMs: INSTALL_MS });
  await writeFile(STAMP, wanted);
}

/** Runs a script of an example's package.json. */
export async function runScript(example: string, script: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  await npm(['run', '--silent', script], { cwd: path.join(EXAMPLES, example), env });
}

/** Of the examples whose pages need no schema first. */
export async function buildPages(): Promise<void> {
  await Promise.all(['apollo-client', 'urql', 'urql-4', 'urql-cookies', 'graphql-ws'].map((example) => runScript(example, 'build')));
}

/** Makes a folder with a page of `pages/` that has the client of an example as `ask(text, extensions)`. */
export async function buildAsking(example: string, page: string): Promise<string> {
  const folder = path.join(CACHE, `asking-with-${example}`);
  await mkdir(folder, { recursive: true });
  await cp(path.join(EXAMPLES, example, 'public/index.html'), path.join(folder, 'index.html'));
  const entry = path.join(import.meta.dirname, 'pages', `${page}.mjs`);
  await npm(['run', '--silent', 'esbuild', '--', entry, `--outfile=${folder}/main.js`, '--log-level=error'], {
    cwd: path.join(EXAMPLES, example),
    env: { NODE_PATH: path.join(EXAMPLES, 'node_modules') },
  });
  return folder;
}

/** What the compiler has against them, with all that their generators have made; null where nothing. */
export async function typeProblems(): Promise<string | null> {
  try {
    await finished(process.execPath, [path.join(ROOT, 'node_modules/typescript7/bin/tsc'), '-p', EXAMPLES]);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function npm(args: readonly string[], options: ProgramOptions): Promise<void> {
  const cli = process.env['npm_execpath'];
  const [file, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  await finished(file, [...before, ...args], options);
}
