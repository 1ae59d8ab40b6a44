import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { endPrograms, freshEnvironment, run } from './support/program.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Files of tests of which each goes wrong in its own way, or would where another has left something. */
const FILES: Readonly<Record<string, string>> = {
  'cannot be read': `throw new Error('It is broken.');`,
  'imports nothing': `import { nothing } from './nowhere.ts'; test('waits', () => nothing);`,
  'fails in a hook': `describe('a hook', () => { beforeAll(() => { throw new Error('It is early.'); }); test('comes too late', () => {}); });`,
  'fails at its end': `test('ends', () => {}); afterAll(() => { throw new Error('It is late.'); });`,
  'leaves a promise': `test('does not look', async () => { void Promise.reject(new Error('Nobody looks.')); await new Promise((done) => setTimeout(done, 50)); });`,
  hangs: `test('waits for nothing', () => new Promise(() => {}), 200);`,
  'ends its process': `test('exits', () => process.exit(0));`,
  'changes the process': `test('spies', () => { process.env['LEFT'] = 'here'; jest.spyOn(Date, 'now').mockReturnValue(1); expect(Date.now()).toBe(1); });`,
  'finds the process unchanged': `test('looks', () => { expect([process.env['LEFT'], Date.now() > 1]).toEqual([undefined, true]); });`,
  'is of several': `describe.each(['one', 'two'])('of %s', () => { test.each([1])('%d', (n) => expect(n).toBe(1)); test.skip('left out', () => {}); });`,
};
const FAIL = ['cannot be read', 'ends its process', 'fails at its end', 'fails in a hook', 'hangs', 'imports nothing', 'leaves a promise'];

const Report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), message: z.string() })),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'agora-runs-'));
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(
      path.join(folder, `${name}.test.ts`),
      `import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';\n${text}\n`,
    );
  const project = { runtime: `${ROOT}/local/testing/runtime.ts`, testEnvironment: `${ROOT}/local/testing/environment.ts` };
  const settings = { ...project, injectGlobals: false, transform: {}, extensionsToTreatAsEsm: ['.ts'], rootDir: folder, maxWorkers: 2 };
  writeFileSync(path.join(folder, 'jest.config.json'), JSON.stringify({ ...settings, testMatch: ['<rootDir>/*.test.ts'] }));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
});
afterAll(async () => {
  await endPrograms();
  rmSync(folder, { recursive: true });
});

test('a run of tests fails where a file of them does in any way, and no file hears of the one before', async () => {
  const report = path.join(folder, 'report.json');
  const args = ['--config', path.join(folder, 'jest.config.json'), '--json', '--outputFile', report];
  const tests = run([path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], { cwd: folder, env: freshEnvironment() });
  expect(await tests.ended).toBe(1);
  const { testResults, ...counts } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => path.basename(name, '.test.ts'));
  expect(failed.toSorted()).toEqual(FAIL);
  expect(counts).toEqual({ numPassedTests: 5, numPendingTests: 2 });
});
