import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import * as z from 'zod';
import { fetchSuite, isInstalled } from './suite.ts';

const USAGE = `npm run audit [-- [PATH-OF-THE-SUITE] [options]]   the public audit of federation gateways, run against ours

  PATH-OF-THE-SUITE   a checkout of graphql-hive/federation-gateway-audit after "npm ci --omit=dev" there; where it is left
                      out, a fixed commit is fetched and installed in .cache once
  --only A,B          of its suites; all of them where it is left out
  --no-merge          one request for each fetch of a plan, as "npm run gateway" takes it
  --no-share          equal queries that are under way at the same time are asked each for itself`;

const ROOT = path.resolve(import.meta.dirname, '../..');
const ANSWER_WITHIN_MS = 30_000;

const Tests = z.array(
  z.object({ query: z.string(), expected: z.object({ data: z.unknown().optional(), errors: z.boolean().optional() }) }),
);
const Answer = z.object({ data: z.unknown().optional(), errors: z.array(z.unknown()).optional() });
type Test = z.output<typeof Tests>[number];

interface Failure {
  readonly test: Test;
  readonly number: number;
  readonly answer: z.output<typeof Answer>;
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      'no-merge': { type: 'boolean', default: false },
      'no-share': { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = positionals[0] ?? (await fetchSuite(path.join(ROOT, '.cache')));
  if (!isInstalled(folder)) {
    throw new Error(`${folder} is no installed checkout of the audit: clone it, and run "npm ci --omit=dev" in it.`);
  }
  const options = (['no-merge', 'no-share'] as const).filter((option) => values[option]).map((option) => `--${option}`);
  const results = await audit(path.resolve(folder), values.only?.split(','), options);
  const passed = results.filter(({ failures }) => failures.length === 0);
  const [tests, failed] = [sum(results.map(({ tests: count }) => count)), sum(results.map(({ failures }) => failures.length))];
  console.log(`${tests - failed} of ${tests} tests, ${passed.length} of ${results.length} suites`);
  process.exitCode = failed === 0 && tests > 0 ? 0 : 1;
}

interface SuiteResult {
  readonly tests: number;
  readonly failures: readonly Failure[];
}

async function audit(folder: string, only: readonly string[] | undefined, options: readonly string[]): Promise<SuiteResult[]> {
  const server = await startProgram(['e2e/audit/suite-server.ts', folder], /^(http:\S+)$/);
  const scratch = await mkdtemp(path.join(tmpdir(), 'agora-audit-'));
  try {
    const suites = z.array(z.string()).parse(await (await fetch(`${server.url}/ids`)).json());
    const unknown = only?.find((name) => !suites.includes(name));
    if (unknown !== undefined) throw new Error(`There is no suite called ${unknown}; there are ${suites.join(', ')}.`);
    const results: SuiteResult[] = [];
    for (const suite of only ?? suites) {
      const result = await runSuite(`${server.url}/${suite}`, path.join(scratch, `${suite}.graphql`), options);
      console.log(
        `${result.failures.length === 0 ? 'ok    ' : 'FAILED'} ${suite}: ${result.tests - result.failures.length} of ${result.tests}`,
      );
      for (const failure of result.failures) console.log(describe(failure));
      results.push(result);
    }
    return results;
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true });
  }
}

/** Each suite is a graph of its own, so that each has a gateway of its own. */
async function runSuite(suite: string, file: string, options: readonly string[]): Promise<SuiteResult> {
  await writeFile(file, await (await fetch(`${suite}/supergraph`)).text());
  const tests = Tests.parse(await (await fetch(`${suite}/tests`)).json());
  const gateway = await startProgram(
    ['gateway/src/standalone.ts', '--supergraph', file, '--port', '0', '--open', ...options],
    /^The graph of .* is at (\S+)$/,
  );
  try {
    const failures: Failure[] = [];
    for (const [number, test] of tests.entries()) {
      const answer = await ask(gateway.url, test.query);
      if (!isExpected(answer, test)) failures.push({ test, number, answer });
    }
    return { tests: tests.length, failures };
  } finally {
    await gateway.stop();
  }
}

async function ask(url: string, query: string): Promise<z.output<typeof Answer>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return Answer.parse(await response.json());
}

/** As the suite itself judges: the data, and where it says so whether there are errors. */
function isExpected({ data, errors = [] }: z.output<typeof Answer>, { expected }: Test): boolean {
  if (expected.errors !== undefined && expected.errors !== errors.length > 0) return false;
  return isDeepStrictEqual(data ?? null, expected.data ?? null);
}

function describe({ test, number, answer }: Failure): string {
  return `  ${number}: ${test.query.trim()}\n  expected ${JSON.stringify(test.expected)}\n  got      ${JSON.stringify(answer)}`;
}

/** A program of ours that says in a line of its output where it is. */
async function startProgram(args: readonly string[], saying: RegExp): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const env = { ...process.env, AGORA_SUPERVISED: '1' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = saying.exec(line)?.[1];
    if (url !== undefined) return { url, stop: () => end(child) };
  }
  throw new Error(`${args[0]} ended before it said where it is.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
