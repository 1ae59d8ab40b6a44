import { parseArgs } from 'node:util';
import { data } from '@agora/e2e/client';
import type { Agora } from '@agora/e2e/agora';
import { signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { onFullData, type Read, SECONDS } from './full-data.ts';
import { paced } from './paced.ts';
import { report, reportJson, type Row } from './table.ts';

const SIGN_INS_PER_SECOND = 15;

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
    for (const read of reads) rows.push(await measure(read.name, () => readPaced(read, token)));
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
}
