import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery, parse, validate } from 'graphql';
import * as z from 'zod';
import { ask, data } from './client.ts';
import { type KnownIds, randomQuery } from './cost/random-query.ts';
import { type Agora, startAgora } from './agora.ts';
import { inParallel, type Person, signIn } from './shop.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 8);
const CASES = Number(process.env['FUZZ_CASES'] ?? 400);

/** What a unit of cost can be at most: so many bytes, and one value. Only the parts of an order can be ten, see docs/decisions/0011. */
const BYTES_A_UNIT = 4_096;
/** What a root field costs by itself, whatever it answers; `__typename`, which is asked for each time, calls nobody. */
const CALL = 300;
const valuesAUnit = (query: string) => (query.includes('sellerOrders') || query.includes('SellerOrder') ? 10 : 1);

let agora: Agora;
let buyer: Person;
let schema: GraphQLSchema;

beforeAll(async () => {
  agora = await startAgora('one process');
  buyer = await signIn(agora, 'buyer');
  const { data: told } = await ask(agora, getIntrospectionQuery());
  schema = buildClientSchema(told as unknown as IntrospectionQuery);
});
afterAll(() => agora?.stop());

const Cost = z.object({ spent: z.number(), limit: z.number() });
const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.record(z.string(), z.unknown()) })).optional(),
  extensions: z.object({ cost: Cost }).optional(),
});

/** Asks, and asks what it cost. */
async function costed(query: string, variables: object, { token }: Person) {
  const response = await fetch(`${agora.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables, extensions: { cost: true } }),
  });
  const text = await response.text();
  return { bytes: Buffer.byteLength(text), ...Answer.parse(JSON.parse(text)) };
}

test(`no answer holds more than its operation could cost, whatever is asked (seed ${SEED})`, async () => {
  const known = await knownIds();
  const longPost = known['Post']?.[0] ?? '';
  await writeLongTexts(longPost);
  const often = { ...known, Post: [...(known['Post'] ?? []), ...Array<string>(50).fill(longPost)] };
  const random = randomNumbers(SEED);
  const queries = Array.from({ length: CASES }, () => randomQuery(schema, often, random)).filter(
    ({ query }) => validate(schema, parse(query)).length === 0,
  );
  let [answered, refused, values, bytes] = [0, 0, 0, 0];
  await inParallel(queries, 4, async ({ query, variables }) => {
    const answer = await costed(query, variables, buyer);
    if (!answer.data || !answer.extensions) {
      expect({ query, code: answer.errors?.[0]?.extensions['code'] }).toEqual({ query, code: 'QUERY_TOO_COSTLY' });
      refused++;
      return;
    }
    const { spent, limit } = answer.extensions.cost;
    const held = valuesIn(answer.data) - 1;
    const units = spent - CALL * (Object.keys(answer.data).length - 1);
    expect(spent).toBeLessThanOrEqual(limit);
    expect({ query, isBounded: held <= units * valuesAUnit(query) }).toEqual({ query, isBounded: true });
    expect({ query, isBounded: answer.bytes <= units * BYTES_A_UNIT }).toEqual({ query, isBounded: true });
    answered++;
    values = Math.max(values, held / units);
    bytes = Math.max(bytes, answer.bytes / units);
  });
  process.stdout.write(
    `  ${answered} answered, ${refused} refused; at most ${values.toFixed(2)} values and ${Math.round(bytes)} bytes for a unit of cost\n`,
  );
  expect(answered).toBeGreaterThan(CASES / 4);
});

/** Comments as long as they may be, in letters of three bytes. */
async function writeLongTexts(postId: string): Promise<void> {
  await inParallel(Array.from({ length: 25 }), 4, () =>
    data(
      agora,
      { commentCreate: z.object({ comment: z.object({ id: z.string() }) }) },
      'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } } }',
      { input: { postId, body: '語'.repeat(20_000) } },
      { token: buyer.token },
    ),
  );
}

async function knownIds(): Promise<KnownIds> {
  const Nodes = z.object({ nodes: z.array(z.object({ id: z.string() })) });
  const { products, categories, profiles, communities, viewer } = await data(
    agora,
    {
      products: z.object({ nodes: z.array(z.object({ id: z.string(), seller: z.object({ id: z.string() }) })) }),
      categories: Nodes,
      profiles: Nodes,
      communities: z.object({ nodes: z.array(z.object({ id: z.string(), posts: Nodes })) }),
      viewer: z.object({ id: z.string(), orders: Nodes, notifications: Nodes }),
    },
    `{ products(first: 100) { nodes { id seller { id } } } categories { nodes { id } } profiles(first: 100) { nodes { id } }
       communities { nodes { id posts(first: 20) { nodes { id } } } } viewer { id orders { nodes { id } } notifications { nodes { id } } } }`,
    {},
    { token: buyer.token },
  );
  const idsOf = ({ nodes }: z.output<typeof Nodes>) => nodes.map(({ id }) => id);
  const found = {
    Product: products.nodes.map(({ id }) => id),
    Category: idsOf(categories),
    Profile: idsOf(profiles),
    Community: communities.nodes.map(({ id }) => id),
    Post: communities.nodes.flatMap(({ posts }) => idsOf(posts)),
    Order: idsOf(viewer.orders),
    User: [viewer.id, ...products.nodes.map(({ seller }) => seller.id)],
  };
  return { ...found, Node: [...Object.values(found).flat(), ...idsOf(viewer.notifications)] };
}

/** Leaves and objects; a list is what it holds. */
function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((total, item) => total + valuesIn(item), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((total, item) => total + valuesIn(item), 1);
}

/** The same numbers for the same seed, evenly between 0 and 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
