import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './repository.ts';

/** What holds the version, beside the lock file, which npm writes. */
const PACKAGES = ['package.json', 'executor/package.json'];
const [version = ''] = process.argv.slice(2);

try {
  const changelog = datedChangelog();
  if (run('git', 'status', '--porcelain') !== '') throw new Error('Something is changed and not committed.');
  if (run('git', 'tag', '--list', `v${version}`) !== '') throw new Error(`There is a v${version} already.`);
  run('npm', 'run', '--silent', 'check');
  run(process.execPath, 'schema/release.ts');
  writeFileSync(inRepository('CHANGELOG.md'), changelog);
  for (const file of PACKAGES) {
    const text = readFileSync(inRepository(file), 'utf8');
    writeFileSync(inRepository(file), text.replace(/"version": "[^"]+"/, `"version": "${version}"`));
  }
  run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
  run('git', 'commit', '--all', '--quiet', '--message', `Agora ${version}`);
  run('git', 'tag', '--annotate', '--message', `Agora ${version}`, `v${version}`);
  console.log(`v${version} is committed and tagged here. To publish it: git push --follow-tags`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function datedChangelog(): string {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Which version? npm run release -- 1.2.3');
  const text = readFileSync(inRepository('CHANGELOG.md'), 'utf8');
  const heading = `## ${version} — unreleased`;
  if (!text.includes(heading)) throw new Error(`CHANGELOG.md has no "${heading}": say there what is new.`);
  return text.replace(heading, `## ${version} — ${new Date().toISOString().slice(0, 10)}`);
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout.trim();
}

function inRepository(file: string): string {
  return path.join(ROOT, file);
}
