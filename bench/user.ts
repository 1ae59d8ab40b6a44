import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { data } from '@agora/e2e/client';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { paced } from './paced.ts';
import { percentile, report, reportJson, round, type Row } from './table.ts';
import { usageDuring } from './usage.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const READS_PER_SECOND = 50;
const SIGN_INS_PER_SECOND = 15;
const ROOT = path.resolve(import.meta.dirname, '..');

interface Read {
  readonly name: string;
  readonly query: string;
  readonly variablesOf?: (n: number) => object;
}

const PROFILES = 'pageInfo { endCursor } nodes { id kind headline countryCode user { id username displayName } }';
const SKILLS = ['pottery', 'garden-design', 'carpentry', 'weaving', 'floristry', 'photography'];
const WORDS = ['lucia', 'garcia bogota', 'silva', 'ceramista madr', 'carpenter', 'sao paulo oliveira'];

/** Reads at a fixed rate, each beside what a process that does nothing else needs for them; then sign-ins beside reads. */
export async function benchUser(people = 20_000): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-bench-user-'));
  const delays = path.join(folder, 'delays');
  const monitor = pathToFileURL(path.join(import.meta.dirname, 'loop-delay.ts')).href;
  const agora = await startAgora('one process', { LOG_LEVEL: 'error', LOOP_DELAY_FILE: delays, NODE_OPTIONS: `--import=${monitor}` });
  try {
    await seed(agora, people);
    const { token } = await signIn(agora, 'buyer');
    const ids = await idsOf(agora);
    const reads: readonly Read[] = [
      { name: 'token check', query: '{ __typename }' },
      {
        name: '_entities of 20 users',
        query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { displayName } } }',
        variablesOf: () => ({ ids }),
      },
      {
        name: 'profiles by skill',
        query: `query ($of: [String!]) { profiles(first: 20, filter: { skillKeys: $of }) { ${PROFILES} } }`,
        variablesOf: (n) => ({ of: [SKILLS[n % SKILLS.length]] }),
      },
      {
        name: 'profiles by text',
        query: `query ($of: String) { profiles(first: 20, filter: { query: $of }, sort: { field: RELEVANCE, direction: DESC }) { ${PROFILES} } }`,
        variablesOf: (n) => ({ of: WORDS[n % WORDS.length] }),
      },
    ];
    const rows: Row[] = [];
    for (const read of reads) rows.push(await measure(agora, delays, read.name, () => readPaced(agora, read, token)));
    const [first] = reads;
    if (!first) throw new Error('There is nothing to read.');
    const besides = async () => {
      const [reading] = await Promise.all([readPaced(agora, first, token), signInsPaced(agora)]);
      return reading;
    };
    rows.push(await measure(agora, delays, `token check beside ${SIGN_INS_PER_SECOND} sign-ins a second`, besides));
    return rows;
  } finally {
    await agora.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As an operator does it, into a marketplace that runs. */
async function seed(agora: Agora, people: number): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], AGORA_DATA: agora.data, LOG_LEVEL: 'error' };
  await promisify(execFile)(process.execPath, ['local/src/seed.ts', 'full', String(people)], { cwd: ROOT, env });
}

async function idsOf(agora: Agora): Promise<string[]> {
  const Page = z.object({ nodes: z.array(z.object({ user: z.object({ id: z.string() }) })) });
  const { profiles } = await data(agora, { profiles: Page }, '{ profiles(first: 20) { nodes { user { id } } } }');
  return profiles.nodes.map(({ user }) => user.id);
}

function readPaced(agora: Agora, { query, variablesOf }: Read, token: string) {
  const bodyOf = (n: number) => ({ query, variables: variablesOf?.(n) });
  return paced({ url: `${agora.url}/graphql`, bodyOf, token, perSecond: READS_PER_SECOND, seconds: SECONDS });
}

function signInsPaced(agora: Agora) {
  const query = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { id } userErrors { code } } }';
  const variables = { input: { email: 'buyer@agora.example', password: 'agora-demo-2026' } };
  return paced({ url: `${agora.url}/graphql`, bodyOf: () => ({ query, variables }), perSecond: SIGN_INS_PER_SECOND, seconds: SECONDS });
}

async function measure(agora: Agora, delays: string, what: string, work: () => ReturnType<typeof paced>): Promise<Row> {
  const warm = await work();
  const begun = Date.now();
  let measured = warm;
  const used = await usageDuring(agora, async () => {
    measured = await work();
  });
  const late = await delaysSince(delays, begun);
  return {
    what,
    'a second': READS_PER_SECOND,
    'p50 ms': measured.p50,
    'p99 ms': measured.p99,
    'CPU ms each': round((used.ours * 1_000) / measured.count, 2),
    'PostgreSQL ms each': round((used.postgres * 1_000) / measured.count, 2),
    'event loop late p99 ms': percentile(
      late.map(({ p99 }) => p99),
      0.5,
    ),
    'at most ms': Math.max(...late.map(({ max }) => max)),
  };
}

const Delay = z.object({ at: z.number(), p99: z.number(), max: z.number() });

async function delaysSince(file: string, begun: number): Promise<z.output<typeof Delay>[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => Delay.parse(JSON.parse(line))).filter(({ at }) => at > begun + 1_000);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { people: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } } });
  const rows = await benchUser(Number(values.people));
  report(`Reads of people, ${values.people} of them, in one process with its PostgreSQL`, rows);
  reportJson(rows);
}
