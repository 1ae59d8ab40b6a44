import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { Executor } from '../src/index.ts';
import { Planner } from '../src/plan/planner.ts';
import { executorOf, SHOP } from '../testing/shop.ts';
import type { TestSubgraph } from '../testing/subgraphs.ts';

const EVERYTHING = `
  fragment U on User { id username name }
  fragment R on Review { id body }
  fragment P on Product { inStock name price shipping upc weight }
  {
    users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
    top { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } }
  }`;

test('sixteen fetches of a deep query become five requests with the same answer', async () => {
  const plain = executorOf(SHOP, { mergeFetches: false });
  const merged = executorOf(SHOP);
  const expected = await plain.ask(EVERYTHING);
  expect(await merged.ask(EVERYTHING)).toEqual(expected);
  expect(expected.errors).toBeUndefined();
  expect(plain.calls).toHaveLength(16);
  expect(merged.calls).toHaveLength(5);
});

test('text and objects are the same answer', async () => {
  const { executor } = executorOf(SHOP);
  const operation = await executor.compile(parse(EVERYTHING));
  const { data } = await executor.execute(operation, {}, undefined);
  const text = await executor.executeToText(operation, {}, undefined);
  expect(JSON.parse(text.data ?? '')).toEqual(data);
});

test.each([true, false])('each distinct entity is asked for once in a request (merged: %s)', async (mergeFetches) => {
  const { ask, calls } = executorOf(SHOP, { mergeFetches });
  await ask('{ users { reviews { author { name } product { name } } } }');
  const sent = calls.map(({ service, variables }) => [service, representationsIn(variables).length]);
  expect(sent).toContainEqual(['products', 3]);
  expect(sent).toContainEqual(['accounts', 3]);
  for (const { variables } of calls) {
    const texts = representationsIn(variables).map((representation) => JSON.stringify(representation));
    expect(new Set(texts).size).toBe(texts.length);
  }
});

describe.each([true, false])('a variable that is called $representations (merged: %s)', (mergeFetches) => {
  test.each([
    [
      'query ($representations: String) { things { echo(text: $representations) } }',
      { representations: 'hi' },
      [{ echo: 'a hi' }, { echo: 'b hi' }],
    ],
    ['query ($representations: String = "or") { things { echo(text: $representations) } }', {}, [{ echo: 'a or' }, { echo: 'b or' }]],
    [
      'query ($representations: [ID!], $executor_representations: String) { things(ids: $representations) { echo(text: $executor_representations) } }',
      { representations: ['c'], executor_representations: 'hi' },
      [{ echo: 'c hi' }],
    ],
    [
      'query ($representations: Boolean!) { things { id echo @include(if: $representations) other: echo(text: "hi") @skip(if: $representations) } }',
      { representations: false },
      [
        { id: 'a', other: 'a hi' },
        { id: 'b', other: 'b hi' },
      ],
    ],
    [
      'query ($representations: String) { things { echo(text: $representations) } more: things(ids: ["d"]) { other: echo(text: $representations) } }',
      { representations: 'hi' },
      [{ echo: 'a hi' }, { echo: 'b hi' }],
    ],
  ])('is a variable like others: %s', async (text, variables, things) => {
    const { ask } = executorOf(ECHOES, { mergeFetches });
    const { data, errors } = await ask(text, variables);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ things });
  });

  test('never takes the place of the representations', async () => {
    const { ask, calls } = executorOf(ECHOES, { mergeFetches });
    const text = 'query ($representations: [ID!]) { things(ids: $representations) { echo } }';
    await ask(text, { representations: ['x'] });
    expect(representationsIn(calls.at(-1)?.variables ?? {})).toEqual([{ __typename: 'Thing', id: 'x' }]);
  });
});

test('an entity that one request has brought is not asked for again by a later one', async () => {
  const { ask, calls } = executorOf(CHAIN);
  const { data } = await ask('{ first { label next { label next { label } } } }');
  expect(data).toEqual({ first: { label: 'a', next: { label: 'b', next: { label: 'a' } } } });
  const labelled = calls.filter(({ service }) => service === 'labels').map(({ variables }) => representationsIn(variables));
  expect(labelled.flat()).toEqual([
    { __typename: 'Node', id: 'a' },
    { __typename: 'Node', id: 'b' },
  ]);
});

test('what a list of a subgraph has said of an entity is not asked of the same subgraph again', async () => {
  const { ask, calls } = executorOf(oneAfterTheOther(SHOP, 'accounts', 'reviews'));
  const { data } = await ask('{ users { id name } top { reviews { author { name } } } }');
  expect(data).toMatchObject({ top: [{ reviews: [{ author: { name: 'Name 1' } }, {}, {}] }, {}] });
  expect(calls.filter(({ service }) => service === 'accounts')).toHaveLength(1);
});

test('a list that does not say everything, or not of everybody, leaves the rest to be asked', async () => {
  const other = executorOf(oneAfterTheOther(SHOP, 'accounts', 'reviews'));
  await other.ask('{ users { id username } top { reviews { author { name } } } }');
  expect(other.calls.filter(({ service }) => service === 'accounts')).toHaveLength(2);

  const { ask, calls } = executorOf(oneAfterTheOther(SHOP, 'products', 'reviews'));
  const { data } = await ask('{ top { upc name } users { reviews { product { name } } } }');
  expect(data).toMatchObject({ users: [{}, {}, { reviews: [{ product: { name: 'Product 1' } }, { product: { name: 'Product 3' } }] }] });
  const asked = calls.filter(({ service }) => service === 'products').map(({ variables }) => representationsIn(variables));
  expect(asked).toEqual([[], [{ __typename: 'Product', upc: '3' }]]);
});

test('what an event says of an entity is as of the event, so it is not taken for what the subgraph says now', async () => {
  const { executor } = executorOf({
    items: {
      typeDefs: 'type Query { now: Int } type Subscription { changed: Item } type Item @key(fields: "id") { id: ID! name: String }',
      resolvers: { Item: { name: () => 'new' } },
    },
    twins: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! twin: Item }',
      resolvers: { Item: { twin: ({ id }: { id: string }) => ({ id }) } },
    },
  });
  const operation = await executor.compile(parse('subscription { changed { id name twin { id name } } }'));
  const firstAnswer = { data: { changed: { __typename: 'Item', id: '1', name: 'old' } } };
  const { data } = await executor.execute(operation, {}, undefined, { firstAnswer });
  expect(data).toEqual({ changed: { id: '1', name: 'old', twin: { id: '1', name: 'new' } } });
});

test('an entity that was answered with an error is asked for again, so that each place has its own error', async () => {
  const { ask } = executorOf({
    ...CHAIN,
    labels: { ...labels, resolvers: { Node: { label: () => Promise.reject(new Error('No label.')) } } },
  });
  const { data, errors } = await ask('{ first { label next { label next { label } } } }');
  expect(data).toEqual({ first: { label: null, next: { label: null, next: { label: null } } } });
  expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['first.label', 'first.next.label', 'first.next.next.label']);
});

test('objects of one entity that a subgraph answers differently stay different', async () => {
  const { ask } = executorOf(LINES);
  const { data } = await ask('{ lines { product { id quantity tags { word } name } } }');
  const product = { id: '1', name: 'Lamp' };
  expect(data).toEqual({
    lines: [
      { product: { ...product, quantity: 1, tags: [{ word: 'x' }] } },
      { product: { ...product, quantity: 2, tags: [{ word: 'x' }] } },
      { product: { ...product, quantity: 1, tags: [{ word: 'y' }] } },
      { product: { ...product, quantity: 1, tags: [{ word: 'x' }] } },
    ],
  });
});

test('an error at one object of a list is told at every place of it', async () => {
  const { ask } = executorOf({
    ...LINES,
    names: { ...LINES.names, resolvers: { Product: { name: () => Promise.reject(new Error('No name.')) } } },
  });
  const { errors } = await ask('{ lines { product { id name } } }');
  expect(errors?.map(({ path }) => path)).toEqual([0, 1, 2, 3].map((line) => ['lines', line, 'product', 'name']));
});

test('a merged request that fails as a whole is repeated with a request for each field', async () => {
  const refusing: TestSubgraph = {
    ...LINES.names,
    intercept: async (call, answer) =>
      call.query.includes('e0:') && call.query.includes('e1:') ? { data: null, errors: [{ message: 'Too much at once.' }] } : answer(),
  };
  const { ask, calls } = executorOf({ ...LINES, names: refusing });
  const { data, errors } = await ask('{ lines { product { name } other { slogan } } }');
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ lines: [{ product: { name: 'Lamp' }, other: { slogan: 'Buy Lamp!' } }, {}, {}, {}] });
  expect(calls.filter(({ service }) => service === 'names')).toHaveLength(3);
});

test('a field that fails by itself in the repetition takes nothing from the other', async () => {
  const failing: TestSubgraph = {
    ...LINES.names,
    intercept: async (call, answer) =>
      call.query.includes('slogan') ? { data: null, errors: [{ message: 'No slogans.', path: ['e1', 0] }] } : answer(),
  };
  const { ask } = executorOf({ ...LINES, names: failing });
  const { data, errors } = await ask('{ lines { product { name } other { slogan } } }');
  expect(data).toMatchObject({ lines: [{ product: { name: 'Lamp' }, other: { slogan: null } }, {}, {}, {}] });
  expect(new Set(errors?.map(({ message }) => message))).toEqual(new Set(['No slogans.']));
});

test('a request waits only for those whose answers it needs', async () => {
  const slow = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const { ask } = executorOf({
    ...SHOP,
    accounts: {
      ...SHOP['accounts'],
      typeDefs: SHOP['accounts']?.typeDefs ?? '',
      intercept: async (call, answer) => {
        if (call.query.includes('users')) await slow.promise;
        return answer();
      },
    },
    inventory: {
      ...SHOP['inventory'],
      typeDefs: SHOP['inventory']?.typeDefs ?? '',
      intercept: async (_, answer) => {
        asked.resolve();
        return answer();
      },
    },
  });
  const answer = ask('{ users { name } top { inStock } }');
  await asked.promise; // would wait for ever if `top` were held up by `users`
  slow.resolve();
  expect((await answer).errors).toBeUndefined();
});

test('mutations run one after the other, in the order of the operation', async () => {
  const log: string[] = [];
  const noting = (name: string): TestSubgraph => ({
    typeDefs: `type Query { ${name}: String } type Mutation { set${name}: String }`,
    intercept: async (_, answer) => {
      log.push(`begin ${name}`);
      const answered = await answer();
      log.push(`end ${name}`);
      return answered;
    },
  });
  const { ask } = executorOf({ a: noting('A'), b: noting('B') });
  await ask('mutation { one: setA two: setB three: setA }');
  expect(log).toEqual(['begin A', 'end A', 'begin B', 'end B', 'begin A', 'end A']);
});

test('equal operations are compiled once, however they are written', async () => {
  const { executor } = executorOf(SHOP);
  const one = await executor.compile(parse('query Q { users { ...N } } fragment N on User { name }'));
  const other = await executor.compile(
    parse('fragment N on User{name} # a comment\n query Other { top { upc } } query Q{users{...N}}'),
    'Q',
  );
  expect(one).not.toBe(other);
  expect(executor.held.entries).toBe(1);
});

test('operations that differ in the literals of their arguments share a plan, and each has its own', async () => {
  const { executor, ask } = executorOf(PAGES);
  expect((await ask('{ page(number: 1, size: 2) page2: page(number: 3, size: 2) }')).data).toEqual({ page: '1 of 2', page2: '3 of 2' });
  expect((await ask('{ page(number: 7, size: 3) page2: page(number: 8, size: 3) }')).data).toEqual({ page: '7 of 3', page2: '8 of 3' });
  expect(executor.held.entries).toBe(1);
});

test('a client cannot set the variables that stand for literals', async () => {
  const { calls, ask } = executorOf(PAGES);
  await ask('{ page(number: 1, size: 2) }');
  const [name = ''] = Object.keys(calls[0]?.variables ?? {});
  expect(calls[0]?.query).toContain(`$${name}`);
  expect((await ask('{ page(number: 1, size: 2) }', { [name]: 99 })).data).toEqual({ page: '1 of 2' });
});

test('compiled operations are bounded; those that were used last are kept, and warm a successor', async () => {
  const { executor, supergraphSdl, send } = executorOf(SHOP, { maxOperationBytes: 200_000 });
  const documents = Array.from({ length: 100 }, (_, n) => parse(`query Q${n} { users { name } }`));
  for (const document of documents) await executor.compile(document);
  await executor.compile(parse('query Q90 { users { name } }'));
  expect(documents.flatMap((document, n) => (executor.holds(document) ? [n] : []))).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);

  const successor = new Executor<unknown>({ planner: Planner.of(supergraphSdl), send });
  await successor.warm(executor, 3);
  for (const n of [98, 99, 90]) await successor.compile(parse(`query Q${n} { users { name } }`));
  expect(successor.held.entries).toBe(3);
});

test('an operation that is not valid any more does not keep a successor from being warmed', async () => {
  const { executor } = executorOf(SHOP);
  await executor.compile(parse('{ users { name } }'));
  await executor.compile(parse('{ top { inStock } }'));
  const { inventory, ...others } = SHOP;
  expect(inventory).toBeDefined();
  const successor = executorOf(others).executor;
  await successor.warm(executor, 100);
  expect(successor.held.entries).toBe(1);
});

/** The second subgraph answers only after the first has answered once. */
function oneAfterTheOther(subgraphs: typeof SHOP, first: string, second: string): typeof SHOP {
  const answered = Promise.withResolvers<void>();
  const intercepted = (name: string, intercept: TestSubgraph['intercept']) => ({ [name]: { typeDefs: '', ...subgraphs[name], intercept } });
  return {
    ...subgraphs,
    ...intercepted(first, async (_, answer) => {
      const answers = await answer();
      answered.resolve();
      return answers;
    }),
    ...intercepted(second, async (_, answer) => {
      await answered.promise;
      return answer();
    }),
  };
}

function representationsIn({ ...variables }: Record<string, unknown>): unknown[] {
  return Object.values(variables).flatMap((value) => (Array.isArray(value) ? value : []));
}

const labels: TestSubgraph = {
  typeDefs: 'type Node @key(fields: "id") { id: ID! label: String }',
  resolvers: { Node: { label: ({ id }: { id: string }) => id } },
};

/** Things whose echo says back what it was given. */
const ECHOES = {
  things: {
    typeDefs: 'type Query { things(ids: [ID!]): [Thing] } type Thing @key(fields: "id") { id: ID! }',
    resolvers: { Query: { things: (_: unknown, { ids }: { ids?: string[] }) => (ids ?? ['a', 'b']).map((id) => ({ id })) } },
  },
  echoes: {
    typeDefs: 'type Thing @key(fields: "id") { id: ID! echo(text: String, isLoud: Boolean): String }',
    resolvers: { Thing: { echo: ({ id }: { id: string }, { text }: { text?: string }) => `${id} ${text}` } },
  },
} satisfies Record<string, TestSubgraph>;

/** Two nodes that follow each other in a circle; each step is another fetch. */
const CHAIN = {
  labels,
  nodes: {
    typeDefs: 'type Query { first: Node } type Node @key(fields: "id") { id: ID! }',
    resolvers: { Query: { first: () => ({ id: 'a' }) } },
  },
  links: {
    typeDefs: 'type Node @key(fields: "id") { id: ID! label: String @external next: Node @requires(fields: "label") }',
    resolvers: { Node: { next: ({ id }: { id: string }) => ({ id: id === 'a' ? 'b' : 'a' }) } },
  },
} satisfies Record<string, TestSubgraph>;

const PAGES: Record<string, TestSubgraph> = {
  book: {
    typeDefs: 'type Query { page(number: Int!, size: Int): String }',
    resolvers: { Query: { page: (_: unknown, { number, size }: { number: number; size: number }) => `${number} of ${size}` } },
  },
};

/** Lines of a cart with one product each, of which their subgraph says what depends on the line. */
const LINES = {
  carts: {
    typeDefs: `
      type Query { lines: [Line] }
      type Line { product: Product other: Brand }
      type Product @key(fields: "id") { id: ID! quantity: Int tags: [Tag] }
      type Brand @key(fields: "id") { id: ID! }
      type Tag { word: String }`,
    resolvers: {
      Query: {
        lines: () =>
          [
            { quantity: 1, tags: [{ word: 'x' }] },
            { quantity: 2, tags: [{ word: 'x' }] },
            { quantity: 1, tags: [{ word: 'y' }] },
            { quantity: 1, tags: [{ word: 'x' }] },
          ].map((own) => ({ product: { id: '1', ...own }, other: { id: '7' } })),
      },
    },
  },
  names: {
    typeDefs: 'type Product @key(fields: "id") { id: ID! name: String } type Brand @key(fields: "id") { id: ID! slogan: String }',
    resolvers: { Product: { name: () => 'Lamp' }, Brand: { slogan: () => 'Buy Lamp!' } },
  },
} satisfies Record<string, TestSubgraph>;
