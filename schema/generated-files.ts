import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes generated files; with `--check` on the command line it writes nothing, and ends with exit code 1 and the names
 * of the files that are out of date.
 */
export async function emit(files: Readonly<Record<string, string>>, command: string): Promise<void> {
  const stale: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    stale.push(file);
    if (process.argv.includes('--check')) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  if (!process.argv.includes('--check')) return console.log(`${command}: ${stale.length} of ${Object.keys(files).length} files changed.`);
  if (stale.length === 0) return console.log(`${command}: ${Object.keys(files).length} files are up to date.`);
  console.error(`Out of date: ${stale.join(', ')}. Run "npm run ${command}" and commit the result.`);
  process.exitCode = 1;
}
