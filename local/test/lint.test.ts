import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import * as z from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What each rule is there to find. */
const FAULTS: Readonly<Record<string, string>> = {
  'typescript(await-thenable)': 'export async function f() { await 1; }',
  'typescript(consistent-type-imports)': "import { Stats } from './types.ts'; export const f = (stats: Stats) => stats;",
  'typescript(no-explicit-any)': 'export const f = (x: any) => String(x);',
  'typescript(no-floating-promises)': 'declare function save(): Promise<void>; export function f() { save(); }',
  'typescript(no-misused-promises)':
    'declare function save(): Promise<boolean>; export const f = () => { if (save()) return 1; return 2; };',
  'typescript(no-non-null-assertion)': 'export const f = (x: string | null) => x!.length;',
  'typescript(no-unnecessary-type-assertion)': 'export const f = (x: string) => x as string;',
  'eslint(no-unused-vars)': 'const unused = 1; export {};',
  'typescript(only-throw-error)': "export function f() { throw 'a text'; }",
  'typescript(prefer-promise-reject-errors)': "export const f = () => Promise.reject('a text');",
  'typescript(return-await)':
    'declare function save(): Promise<void>; export async function f() { try { return save(); } catch { return; } }',
  'typescript(switch-exhaustiveness-check)': "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
  'eslint(eqeqeq)': 'export const f = (x: number, y: number) => x == y;',
  'eslint(prefer-const)': 'let x = 1; export const f = () => x;',
};

const folder = mkdtempSync(path.join(tmpdir(), 'agora-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every rule of the linter finds what it is there for', () => {
  const rules = Object.keys(FAULTS).map((code) => code.replace(/^eslint\((.*)\)$/, '$1').replace(/^typescript\((.*)\)$/, 'typescript/$1'));
  const configured = [...readFileSync(path.join(ROOT, '.oxlintrc.json'), 'utf8').matchAll(/^ {4}"([\w/-]+)":/gm)].map((match) => match[1]);
  expect(configured.sort()).toEqual(rules.sort());
  const compilerOptions = { strict: true, noEmit: true, target: 'es2024', module: 'nodenext', allowImportingTsExtensions: true, types: [] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  writeFileSync(path.join(folder, 'types.ts'), 'export interface Stats { readonly size: number }');
  const files = Object.entries(FAULTS).map(([code, source], number) => ({ code, source, name: `fault-${number}.ts` }));
  for (const { name, source } of files) writeFileSync(path.join(folder, name), source);

  const found = Report.parse(JSON.parse(lint())).diagnostics.map(({ code, filename }) => `${path.basename(filename)} ${code}`);
  expect(found.sort()).toEqual(files.map(({ name, code }) => `${name} ${code}`).sort());
});

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

function lint(): string {
  const program = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const args = [program, '--config', path.join(ROOT, '.oxlintrc.json'), '--type-aware', '--format', 'json', folder];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }).stdout;
}
