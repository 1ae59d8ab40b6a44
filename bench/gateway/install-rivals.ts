import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * The other JavaScript gateways are 800 packages: a package of their own with a lock file of its own, so that nobody
 * installs them who doesn't measure them, and that their versions of shared packages are not ours.
 */
export const RIVALS = path.join(import.meta.dirname, 'rivals');

const STAMP = path.join(RIVALS, 'node_modules/.installed');

/** Why they can't be installed; null once they are. */
export async function installRivals(): Promise<string | null> {
  const lock = await readFile(path.join(RIVALS, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === wanted) return null;

  console.error('Installing the other gateways (once; one to two minutes).');
  try {
    await npm(['ci', '--no-audit', '--no-fund']);
    await writeFile(STAMP, wanted);
    return null;
  } catch (error) {
    return `npm could not install it: ${error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)}`;
  }
}

async function npm(args: readonly string[]): Promise<void> {
  const cli = process.env['npm_execpath'];
  const [file, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  await promisify(execFile)(file, [...before, ...args], { cwd: RIVALS, timeout: 10 * 60_000, maxBuffer: 2 ** 26 });
}
