import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import * as z from 'zod';
import { ROOT } from './repository.ts';

const Row = z.discriminatedUnion('state', [
  z
    .strictObject({
      state: z.enum(['works', 'avoided']),
      id: z.string(),
      what: z.string(),
      by: z.string().optional(),
      test: z.string().optional(),
      /** In place of a test where the feature is a bound on time: the line of a benchmark, which fails above it. */
      benchmark: z.string().optional(),
    })
    .refine(({ test, benchmark }) => (test === undefined) !== (benchmark === undefined), {
      path: ['test'],
      error: 'Invalid input: a test, or a benchmark',
    }),
  z.strictObject({ state: z.literal('partial'), id: z.string(), what: z.string(), missing: z.string() }),
  z.strictObject({ state: z.literal('absent'), id: z.string(), what: z.string() }),
]);
type Row = z.output<typeof Row>;
const Rows = z.record(z.string(), z.array(Row));

/** The repository's own, or those that a test made. */
export interface FeatureFiles {
  /** The folder that names of tests begin in. */
  readonly root: string;
  /** What there is to say, in YAML. */
  readonly rows: string;
  /** Every id that must have a row, one a line. */
  readonly ids: string;
}

/** What is wrong with the rows, and the document that they make. */
export function readFeatures({ root, rows, ids }: FeatureFiles): { readonly problems: readonly string[]; readonly document: string } {
  const parsed = Rows.safeParse(parse(rows));
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`), document: '' };
  const all = Object.values(parsed.data).flat();
  return { problems: [...problemsOfIds(all, ids), ...problemsOfProofs(all, root)], document: documentOf(parsed.data) };
}

function problemsOfIds(rows: readonly Row[], ids: string): string[] {
  const wanted = new Set(ids.trim().split('\n'));
  const found = rows.map(({ id }) => id);
  return [
    ...[...wanted].filter((id) => !found.includes(id)).map((id) => `${id}: has no row`),
    ...found.filter((id) => !wanted.has(id)).map((id) => `${id}: is no feature`),
    ...found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${id}: has two rows`),
  ];
}

interface Proofs {
  /** The names of a file's tests as they are written, with the places of a table. */
  readonly tests: ReadonlySet<string>;
  /** What a benchmark has a bound for: the names in its `SLOWEST_MS`. */
  readonly bounds: ReadonlySet<string>;
}

function problemsOfProofs(rows: readonly Row[], root: string): string[] {
  const known = new Map<string, Proofs | null>();
  return rows.flatMap((row) => {
    const proof = proofOf(row);
    if (proof === undefined) return [];
    const [file, name] = namesIn(proof);
    const proofs = known.get(file) ?? proofsIn(path.join(root, file));
    known.set(file, proofs);
    if (!proofs) return [`${row.id}: there is no file ${file}`];
    if ('benchmark' in row && row.benchmark !== undefined)
      return proofs.bounds.has(name) ? [] : [`${row.id}: ${file} has no bound for "${name}"`];
    return proofs.tests.has(name) ? [] : [`${row.id}: ${file} has no test "${name}"`];
  });
}

function proofOf(row: Row): string | undefined {
  return row.state === 'works' || row.state === 'avoided' ? (row.test ?? row.benchmark) : undefined;
}

function namesIn(proof: string): readonly [file: string, name: string] {
  const [file = '', name = ''] = proof.split(' › ');
  return [file, name];
}

/** Null where there is no such file. */
function proofsIn(file: string): Proofs | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const tests = new Set<string>();
  const bounds = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteralLike(name)) tests.add(name.text);
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === 'SLOWEST_MS' && node.initializer)
      for (const name of keysOf(node.initializer)) bounds.add(name);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return { tests, bounds };
}

function keysOf(value: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap(({ name }) => (name && (ts.isStringLiteralLike(name) || ts.isIdentifier(name)) ? [name.text] : []));
}

/** `test(…)` and `test.each(…)(…)`, and not `test.skip(…)` or `test.todo(…)`. */
function isTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'test';
  return (
    ts.isCallExpression(called) &&
    ts.isPropertyAccessExpression(called.expression) &&
    called.expression.name.text === 'each' &&
    isTest(called.expression.expression)
  );
}

function documentOf(sections: z.output<typeof Rows>): string {
  const all = Object.values(sections).flat();
  const count = (state: Row['state']) => all.filter((row) => row.state === state).length;
  return `<!-- Made by "npm run features" of docs/features/rows.yaml. -->

# What is there, and what is not yet

Each row is one thing that a marketplace before this one does or plans, and is judged by its purpose: where that one names NATS,
it is the delivery of messages that is meant. Of ${all.length}, ${count('works')} work, each with a test that
fails when it does not, or a benchmark that fails where it is too slow; ${count('avoided')} are defects of theirs that are none here; of ${count('partial')} a part is missing, and ${count('absent')} are not there yet.
${Object.entries(sections)
  .map(
    ([name, rows]) =>
      `\n## ${name}\n\n| id | what | state | by | test or benchmark, or what is missing |\n|---|---|---|---|---|\n${rows.map(lineOf).join('\n')}\n`,
  )
  .join('')}`;
}

function lineOf(row: Row): string {
  const by = 'by' in row && row.by !== undefined ? `\`${row.by}\`` : '';
  const proof = row.state === 'partial' ? row.missing : linkTo(proofOf(row));
  return `| ${row.id} | ${cell(row.what)} | ${row.state} | ${by} | ${cell(proof)} |`;
}

function linkTo(proof: string | undefined): string {
  if (proof === undefined) return '';
  const [file, name] = namesIn(proof);
  return `[${name}](../${file})`;
}

/** What a table of Markdown would take for its own. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('_', '\\_');
}

if (import.meta.main) {
  const read = (file: string) => readFileSync(path.join(ROOT, 'docs', file), 'utf8');
  const { problems, document } = readFeatures({ root: ROOT, rows: read('features/rows.yaml'), ids: read('features/ids.txt') });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else if (!process.argv.includes('--check')) writeFileSync(path.join(ROOT, 'docs', 'coverage.md'), document);
  else if (document !== read('coverage.md')) {
    console.error('docs/coverage.md is out of date; "npm run features" writes it.');
    process.exitCode = 1;
  }
}
