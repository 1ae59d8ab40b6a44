import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLES } from './examples.ts';
import { finished } from './program.ts';

const REQUIREMENTS = path.join(EXAMPLES, 'python-gql/requirements.txt');
/** A folder of their own: the machine's Python is not changed. */
export const PYTHON_PACKAGES = path.resolve(import.meta.dirname, '../.cache/clients/python');
const INSTALL_MS = 5 * 60_000;
const STAMP = path.join(PYTHON_PACKAGES, '.installed');

/** Why gql cannot be tried; null once its packages are installed. */
export async function pythonMissing(): Promise<string | null> {
  const wanted = await readFile(REQUIREMENTS, 'utf8');
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === wanted) return null;
  try {
    await finished('python3', ['-m', 'pip', '--version']);
  } catch {
    return 'There is no Python 3 with pip on the PATH. Install it; on Debian: apt-get install python3-pip.';
  }
  await mkdir(PYTHON_PACKAGES, { recursive: true });
  await finished('python3', ['-m', 'pip', 'install', '--quiet', '--upgrade', '--target', PYTHON_PACKAGES, '--requirement', REQUIREMENTS], {
    timeoutMs: INSTALL_MS,
  });
  await writeFile(STAMP, wanted);
  return null;
}
