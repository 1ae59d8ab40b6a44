import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { type Answer, ask, socket } from './client.ts';
import { type Agora, startAgora } from './agora.ts';
import { type Person, register } from './shop.ts';

let agora: Agora;
let person: Person;
beforeAll(async () => {
  agora = await startAgora('one process');
  person = await register(agora, 'Nils Bar');
});
afterAll(() => agora?.stop());

const NOTHING = 'ord_01kb0000000000000000000000';
const errors = 'userErrors { code message }';

/** Everything in an operation is barred: to a guest, and those of the second list to an account without the role. */
const FOR_ACCOUNTS = [
  `query { order(id: "${NOTHING}") { number } }`,
  `query { a: order(id: "${NOTHING}") { number } b: order(number: "x") { id } }`,
  `query ($id: ID!) { order(id: $id) { number lines { product { name } } } }`,
  `mutation { checkoutComplete(input: { cartId: "x", paymentMethodId: "sandbox-approve" }) { ${errors} } }`,
  `mutation { orderCancel(input: { orderId: "${NOTHING}" }) { ${errors} } }`,
  `mutation { sessionRevoke(input: { sessionId: "x" }) { ${errors} } }`,
  `mutation { postCreate(input: { communityId: "x", title: "T", body: "B" }) { ${errors} } }`,
  `mutation { notificationMarkRead(input: { ids: [] }) { ${errors} } }`,
];
const FOR_SELLERS = [
  `mutation { productPublish(input: { productId: "x" }) { ${errors} } }`,
  `mutation { one: productPublish(input: { productId: "x" }) { ${errors} } two: productPublish(input: { productId: "y" }) { ${errors} } }`,
];

test.each([
  ...[...FOR_ACCOUNTS, ...FOR_SELLERS].map((query) => ['a guest', query, () => undefined] as const),
  ...FOR_SELLERS.map((query) => ['an account that sells nothing', query, () => person.token] as const),
])('%s is told by the gateway what the subgraph would say: %s', async (_who, query, token) => {
  const variables = { id: NOTHING };
  const past = await askedOf(() => ask(agora, query.replace('{', '{ __typename '), variables, { token: token() }));
  expect(past.errors?.map(({ extensions }) => extensions?.['code'])).not.toContain('GRAPHQL_VALIDATION_FAILED');
  const { __typename, ...data } = past.data ?? {};
  expect(__typename).toBeDefined();
  expect(past.calls).toBeGreaterThan(0);

  const before = await askedOf(() => ask(agora, query, variables, { token: token() }));
  expect(before).toEqual({ data, errors: past.errors, calls: 0 });
});

test('whoever may ask is answered by the subgraph, and so is a variable that does not fit', async () => {
  const query = `query ($id: ID!) { order(id: $id) { number } }`;
  expect(await askedOf(() => ask(agora, query, { id: NOTHING }, person))).toMatchObject({
    data: { order: null },
    errors: undefined,
    calls: 1,
  });
  const { errors: [error] = [] } = await ask(agora, query, {});
  expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a barred subscription ends with what its subgraph would say', async () => {
  const client = socket(agora, undefined);
  let ended: unknown;
  client.subscribe(
    { query: 'subscription { mine: orderUpdated { cursor } }' },
    { next: () => {}, error: (error) => (ended = error), complete: () => (ended ??= 'complete') },
  );
  await eventually(() => ended !== undefined);
  expect(ended).toEqual([{ message: 'Sign in first.', path: ['mine'], extensions: { code: 'UNAUTHENTICATED', subgraph: 'order' } }]);
  await client.dispose();
});

/** An answer, and how often subgraphs were asked for it. */
async function askedOf(work: () => Promise<Answer>): Promise<Answer & { readonly calls: number }> {
  const before = await subgraphCalls();
  const { data, errors } = await work();
  return { data, errors, calls: (await subgraphCalls()) - before };
}

async function subgraphCalls(): Promise<number> {
  const metrics = await (await fetch(`${agora.url}/metrics`)).text();
  const counts = [...metrics.matchAll(/^agora_gateway_subgraph_seconds_count\{[^}]*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
