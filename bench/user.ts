import { parseArgs } from 'node:util';
import { data } from '@agora/e2e/client';
import type { Agora } from '@agora/e2e/agora';
import { signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { onFullData, type Read, SECONDS } from './full-data.ts';
import { paced } from './paced.ts';
import { rowsScanned } from './rows-scanned.ts';
import { report, reportJson, round, type Row } from './table.ts';

const SIGN_INS_PER_SECOND = 15;
/** `measure` does its work this often. */
const TIMES_MEASURED = 2;
/** Of all people, how many a read may look at without an index. */
const MOST_WITHOUT_INDEX = 0.05;

/** How long the slowest hundredth of these may take, in milliseconds. */
const SLOWEST_MS: Readonly<Record<string, number>> = { 'token check': 50, '_entities of 20 users': 100 };

const PROFILES = 'pageInfo { endCursor } nodes { id kind headline countryCode user { id username displayName } }';
const SKILLS = ['pottery', 'garden-design', 'carpentry', 'weaving', 'floristry', 'photography'];
const WORDS = ['lucia', 'garcia bogota', 'silva', 'ceramista madr', 'carpenter', 'sao paulo oliveira'];

/** Reads at a fixed rate, each beside what a process that does nothing else needs for them; then sign-ins beside reads. */
export async function benchUser(people = 20_000): Promise<Row[]> {
  return onFullData([String(people), '0'], async ({ agora, measure, readPaced }) => {
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
    for (const read of reads) {
      const before = await rowsScanned(agora, 'user');
      const row = await measure(read.name, () => readPaced(read, token));
      const scanned = (await rowsScanned(agora, 'user')) - before;
      rows.push({ ...row, 'rows without index each': round(scanned / (TIMES_MEASURED * Number(row['a second']) * SECONDS)) });
    }
    const [first] = reads;
    if (!first) throw new Error('There is nothing to read.');
    const besides = async () => {
      const [reading] = await Promise.all([readPaced(first, token), signInsPaced(agora)]);
      return reading;
    };
    rows.push(await measure(`token check beside ${SIGN_INS_PER_SECOND} sign-ins a second`, besides));
    return rows;
  });
}

async function idsOf(agora: Agora): Promise<string[]> {
  const Page = z.object({ nodes: z.array(z.object({ user: z.object({ id: z.string() }) })) });
  const { profiles } = await data(agora, { profiles: Page }, '{ profiles(first: 20) { nodes { user { id } } } }');
  return profiles.nodes.map(({ user }) => user.id);
}

function signInsPaced(agora: Agora) {
  const query = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { id } userErrors { code } } }';
  const variables = { input: { email: 'buyer@agora.example', password: 'agora-demo-2026' } };
  return paced({ url: `${agora.url}/graphql`, bodyOf: () => ({ query, variables }), perSecond: SIGN_INS_PER_SECOND, seconds: SECONDS });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { people: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } } });
  const rows = await benchUser(Number(values.people));
  report(`Reads of people, ${values.people} of them, in one process with its PostgreSQL`, rows);
  reportJson(rows);
  const unindexed = rows.filter((row) => Number(row['rows without index each']) > MOST_WITHOUT_INDEX * Number(values.people));
  for (const { what } of unindexed) console.error(`${what} goes through whole tables.`);
  const slow = rows.filter((row) => Number(row['p99 ms']) > (SLOWEST_MS[String(row.what)] ?? Infinity));
  for (const { what } of slow) console.error(`${what} takes too long.`);
  process.exitCode = unindexed.length + slow.length > 0 ? 1 : 0;
}
