import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { copyOfRepository } from './support/copy-of-repository.ts';
import { endPrograms, freshEnvironment, run } from './support/program.ts';

const Package = z.object({ version: z.string() });
const Lock = Package.extend({ packages: z.object({ '': Package, executor: Package }) });
const FAILING = 'exit 1';
const PASSING = 'exit 0';

const env = freshEnvironment({
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A maintainer',
  GIT_AUTHOR_EMAIL: 'maintainer@people.example',
  GIT_COMMITTER_NAME: 'A maintainer',
  GIT_COMMITTER_EMAIL: 'maintainer@people.example',
});

let copy: ReturnType<typeof copyOfRepository>;
beforeAll(() => {
  copy = copyOfRepository('bench', 'clients', 'e2e', 'CHANGELOG.md', '.npmrc');
  writeFileSync(copy.file('CHANGELOG.md'), '# Changelog\n\n## 0.9.0 — unreleased\n\nMuch is better.\n\n## 0.1.0 — 2026-01-01\n');
  writeFileSync(copy.file('schema', 'released', 'asyncapi.json'), '{}\n');
  git('init', '--quiet');
  checkIs(PASSING);
});
afterAll(async () => {
  await endPrograms();
  copy.delete();
});

test.each([
  ['no version', [], 'Which version?'],
  ['what is no version', ['next'], 'Which version?'],
  ['a version that is not in the changelog', ['0.9.1'], 'CHANGELOG.md has no "## 0.9.1 — unreleased"'],
  ['a version that was released before', ['0.1.0'], 'CHANGELOG.md has no "## 0.1.0 — unreleased"'],
])('%s is refused, and nothing changes', async (_what, args, sentence) => {
  await isRefused(args, sentence);
});

test('what is not committed is not released', async () => {
  writeFileSync(copy.file('schema', 'released', 'asyncapi.json'), '{ "mine": true }\n');
  await isRefused(['0.9.0'], 'Something is changed and not committed.', ' M schema/released/asyncapi.json');
  git('checkout', '--quiet', '.');
});

test('what the check finds fault with is not released', async () => {
  checkIs(FAILING);
  await isRefused(['0.9.0'], 'npm run --silent check failed');
  checkIs(PASSING);
});

test('a release has its version everywhere, a date, the graph and the events as they are, and a tag; then it is no second time', async () => {
  const release = releasing('0.9.0');
  expect([await release.ended, release.said()]).toEqual([0, expect.stringContaining('v0.9.0 is committed and tagged here.')]);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '-1', '--format=%s')).toBe('Agora 0.9.0');
  expect(git('cat-file', '-t', 'v0.9.0')).toBe('tag');
  expect(git('rev-parse', 'v0.9.0^{commit}')).toBe(git('rev-parse', 'HEAD'));

  expect(read('CHANGELOG.md')).toMatch(/^## 0\.9\.0 — \d{4}-\d\d-\d\d$/m);
  expect(read('CHANGELOG.md')).not.toContain('unreleased');
  for (const file of ['package.json', 'executor/package.json']) expect(Package.parse(JSON.parse(read(file)))).toEqual({ version: '0.9.0' });
  expect(Lock.parse(JSON.parse(read('package-lock.json')))).toEqual({
    version: '0.9.0',
    packages: { '': { version: '0.9.0' }, executor: { version: '0.9.0' } },
  });
  expect(read('schema/released/asyncapi.json')).toBe(read('schema/asyncapi.json'));
  expect(read('schema/released/graph.graphql')).toContain('\ntype Query {');

  await isRefused(['0.9.0'], 'CHANGELOG.md has no "## 0.9.0 — unreleased"');
});

async function isRefused(args: readonly string[], sentence: string, status = ''): Promise<void> {
  const [head, tags] = [git('rev-parse', 'HEAD'), git('tag')];
  const release = releasing(...args);
  expect([await release.ended, release.said()]).toEqual([1, expect.stringContaining(sentence)]);
  expect([git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain')]).toEqual([head, tags, status.trim()]);
}

function releasing(...args: readonly string[]) {
  return run(['local/src/release.ts', ...args], { cwd: copy.dir, env });
}

/** The check itself would look at the whole copy for a minute. */
function checkIs(command: string): void {
  const text = read('package.json').replace(/"check": "[^"]+"/, `"check": "${command}"`);
  writeFileSync(copy.file('package.json'), text);
  git('add', '--all');
  git('commit', '--quiet', '--message', `The check is ${command}`);
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: copy.dir, env, encoding: 'utf8' }).trim();
}

function read(file: string): string {
  return readFileSync(copy.file(file), 'utf8');
}
