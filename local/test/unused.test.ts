import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A repository in miniature, in which somebody forgot a file, two exports and a dependency. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'agora', type: 'module', workspaces: ['platform', 'subgraphs/*'] }),
  'platform/package.json': JSON.stringify({ name: '@agora/platform', type: 'module', exports: { './*': './src/*.ts' } }),
  'platform/src/money.ts': 'export const amount = 1;\nexport const forgottenAmount = 2;\n',
  'subgraphs/order/package.json': JSON.stringify({
    name: '@agora/order',
    type: 'module',
    exports: { './main': './src/main.ts' },
    dependencies: { '@agora/platform': '*', forgotten: '1.0.0' },
  }),
  'subgraphs/order/src/main.ts': `import { amount } from '@agora/platform/money';\nimport { total } from './cart.ts';\nexport const start = amount + total;\n`,
  'subgraphs/order/src/cart.ts': 'export const total = 1;\nexport const forgottenTotal = 2;\n',
  'subgraphs/order/src/forgotten-file.ts': 'export {};\n',
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-unused-'));
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file, an export and a dependency that nothing imports are each named by npm run check', async () => {
  const told = await toldOf(folder);
  expect(told).toMatch(/^Unused files \(1\)\nsubgraphs\/order\/src\/forgotten-file\.ts/m);
  expect(told).toMatch(/^Unused dependencies \(1\)\nforgotten /m);
  expect(told).toMatch(/^Unused exports \(2\)\nforgottenAmount .*\nforgottenTotal /m);
});

/** What the check says of a folder under this repository's own rules. */
function toldOf(folder: string): Promise<string> {
  const knip = ['node_modules/knip/bin/knip.js', '--no-progress', '--config', path.join(ROOT, 'knip.json'), '--directory', folder];
  return new Promise((resolve) => {
    execFile(process.execPath, knip, { cwd: ROOT }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
