import { readdir, readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import {
  buildSchema,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  isInterfaceType,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { compileOperation } from '../src/graph/compiled/compile-operation.ts';
import { randomOperation } from './compiled/random-operation.ts';
import { buildUnrulySchema, rootValueOf, type UnrulyContext } from './compiled/unruly-schema.ts';

const SEED = process.env['FUZZ_SEED'] ?? 'tea';
const CASES = Number(process.env['FUZZ_CASES'] ?? 200);

const ROOT = new URL('../../', import.meta.url);
const names = await readdir(new URL('subgraphs/', ROOT));

describe.each(names)('%s', (name) => {
  test('compiled operations answer as graphql-js does: data, errors, their order, and what resolvers are given', async () => {
    const sdl = await readFile(new URL(`schema/subgraphs/${name}.graphql`, ROOT), 'utf8');
    let [compared, faulty] = [0, 0];
    for (let batch = 0; batch < 10; batch++) {
      const schema = buildUnrulySchema(sdl, `${SEED} ${name} ${batch}`);
      for (let at = 0; at < CASES / 10; at++) {
        const seed = `${SEED} ${name} ${batch} ${at}`;
        const kind = kindOf(schema, at);
        const { query, variables } = randomOperation(schema, kind, seed);
        const document = parse(query);
        if (validate(schema, document).length > 0) continue;
        const compiled = compileOperation(schema, document);
        const trouble = at % 3 === 0 ? 0 : 0.02 * (1 + (at % 4));
        const ask = (run: (context: UnrulyContext, rootValue: unknown) => ReturnType<typeof execute>) =>
          observed(schema, kind, { seed, trouble, isPrompt: at % 4 === 0, calls: [] }, run);

        const expected = await ask((contextValue, rootValue) =>
          execute({ schema, document, contextValue, variableValues: variables, rootValue }),
        );
        const actual = await ask((contextValue, rootValue) => compiled({ contextValue, variableValues: variables, rootValue }));
        const again = await ask((contextValue, rootValue) => compiled({ contextValue, variableValues: variables, rootValue }));

        expect({ seed, query, ...actual }).toEqual({ seed, query, ...expected });
        expect({ seed, query, ...again }).toEqual({ seed, query, ...expected });
        compared++;
        if (expected.errors.length > 0) faulty++;
      }
    }
    expect(compared).toBeGreaterThan(CASES / 2);
    expect(faulty).toBeGreaterThan(CASES / 20);
  });
});

const TEA_ROOM = `
  type Query { tea(size: Int = 1, kind: [String!]): Tea teas: [Tea!] hot: Boolean must: String! late: String slow: String guest(type: String, number: Int): Guest all: [Tea] }
  interface Guest { id: ID }
  type Member implements Guest { id: ID }
  type Tea { name: String! leaf: String }
  type Mutation { brew: String }
`;

/** Answers what resolvers are given. */
const rootValue = {
  tea: (args: object) => ({ name: JSON.stringify(args) }),
  teas: () => [{ name: () => Promise.reject(new Error('Too late.')) }, { name: null }],
  guest: ({ type, number }: { type?: string; number?: number }) => ({ type: number ?? type }),
  all: 'Not a list.',
  hot: true,
  brew: 'Ready.',
};

test.each([
  ['a condition that is null', 'query ($if: Boolean = true) { hot @include(if: $if) }', { if: null }],
  ['a condition that is not given', 'query ($if: Boolean = false) { tea { name @skip(if: $if) } hot @include(if: $if) }', {}],
  ['more conditions than are planned for', conditions(5), { c0: true, c1: false, c2: true, c3: false, c4: true }],
  ['a variable of the wrong type', 'query ($size: Int) { tea(size: $size) { name } }', { size: 'large' }],
  ['a variable with more faults than are told', 'query ($kind: [String!]) { tea(kind: $kind) { name } }', { kind: Array(60).fill(7) }],
  ['a variable that is missing', 'query ($kind: String!) { tea(kind: [$kind]) { name } }', {}],
  ['the schema', '{ __schema { queryType { name } } hot }', {}],
  ['an object of a type that is none', '{ guest(type: "Nobody") { id } }', {}],
  ['an object of a type that is no object', '{ guest(type: "Guest") { id } }', {}],
  ['an object of a type that does not belong', '{ guest(type: "Tea") { id } }', {}],
  ['an object without a type', '{ guest { id } }', {}],
  ['an object whose type is no name', '{ guest(number: 7) { id } }', {}],
  ['a list that is none', '{ all { name } }', {}],
  ['a mutation', 'mutation { one: brew two: brew }', {}],
  ['two operations without a choice', 'query A { hot } query B { hot }', {}],
])('%s is answered as graphql-js does, however often it is asked', async (_, query, variableValues) => {
  const schema = teaRoom();
  const document = parse(query);
  const run = compileOperation(schema, document);
  const expected = await execute({ schema, document, variableValues, rootValue });
  for (let time = 1; time <= 3; time++) {
    expect(JSON.stringify(await run({ variableValues, rootValue, contextValue: null }))).toBe(JSON.stringify(expected));
  }
});

test('the fields of a mutation are executed one after the other', async () => {
  const run = compileOperation(teaRoom(), parse('mutation { one: brew two: brew }'));
  let brewing = 0;
  const brew = async () => {
    const others = brewing++;
    await setImmediate();
    brewing--;
    return `beside ${others}`;
  };
  for (let time = 1; time <= 3; time++) {
    expect(await run({ rootValue: { brew }, contextValue: null })).toEqual({ data: { one: 'beside 0', two: 'beside 0' } });
  }
});

test('an operation with conditions follows them each time', async () => {
  const run = compileOperation(teaRoom(), parse('query ($if: Boolean!) { hot @include(if: $if) tea { __typename name @skip(if: $if) } }'));
  for (const [given, data] of [
    [true, { hot: true, tea: { __typename: 'Tea' } }],
    [false, { tea: { __typename: 'Tea', name: '{"size":1}' } }],
    [true, { hot: true, tea: { __typename: 'Tea' } }],
    [false, { tea: { __typename: 'Tea', name: '{"size":1}' } }],
  ] as const) {
    expect(await run({ variableValues: { if: given }, rootValue, contextValue: null })).toEqual({ data });
  }
});

test('an operation is run only under its own name', async () => {
  const run = compileOperation(teaRoom(), parse('query Hot { hot }'));
  for (let time = 1; time <= 3; time++) {
    expect(await run({ operationName: 'Hot', rootValue, contextValue: null })).toEqual({ data: { hot: true } });
    expect(await run({ operationName: 'Cold', rootValue, contextValue: null })).toMatchObject({
      errors: [{ message: 'Unknown operation named "Cold".' }],
    });
  }
});

test('a resolver that changes its arguments changes them for itself alone', async () => {
  const run = compileOperation(teaRoom(), parse('{ tea(size: 3) { name } }'));
  const tea = (args: { size: number }) => ({ name: String(args.size++) });
  for (let time = 1; time <= 3; time++) {
    expect(await run({ rootValue: { tea }, contextValue: null })).toEqual({ data: { tea: { name: '3' } } });
  }
});

test.each([
  ['an object', '{ tea { name leaf } slow }'],
  ['the whole answer', '{ must late }'],
])('what fails in %s that is null already is not told', async (_, query) => {
  const run = compileOperation(teaRoom(), parse(query));
  const failing = { name: () => fail(1), must: () => fail(1), leaf: () => fail(2), late: () => fail(2) };
  const answer = await run({ rootValue: { ...failing, tea: failing, slow: () => after(3) }, contextValue: null });
  await after(4);
  expect(answer?.errors).toHaveLength(1);
});

test('what fails in an answer that is null already is no unhandled rejection, which would end the process', async () => {
  const unhandled = jest.fn();
  const run = compileOperation(teaRoom(), parse('{ teas { name } }'));
  process.on('unhandledRejection', unhandled);
  try {
    expect(await run({ rootValue, contextValue: null })).toMatchObject({
      data: { teas: null },
      errors: [{ message: 'Cannot return null for non-nullable field Tea.name.' }],
    });
    await setImmediate();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
  expect(unhandled).not.toHaveBeenCalled();
});

test.each([
  ['long text', '{ slow tea { name } }'],
  ['many objects', '{ slow teas { name } }'],
  ['many keys', '{ slow teas { aVeryLongAliasForNothing: __typename } }'],
  ['a mutation', 'mutation { brew }'],
  [
    'many conditions',
    'query ($a: Boolean = true, $b: Boolean = true, $c: Boolean = true, $d: Boolean = true) { slow @include(if: $a) teas @include(if: $b) { name @include(if: $c) leaf @include(if: $d) } }',
  ],
])('an answer that grows too large by %s ends, wherever nulls are allowed', async (_, query) => {
  const long = 'x'.repeat(3_000);
  const root = {
    teas: () => Array(100).fill({ name: 'x'.repeat(40) }),
    tea: () => ({ name: long }),
    slow: () => after(3),
    brew: () => long,
  };
  const ask = (maxBytes: number) => compileOperation(teaRoom(), parse(query), maxBytes)({ rootValue: root, contextValue: null });
  expect(await ask(2_000)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 2_000 } }], data: null });
  expect(await ask(10_000)).not.toHaveProperty('errors');
});

test.each(['at once', 'later'])('errors count as well: many that come %s end the answer', async (when) => {
  const spill = () => {
    throw new Error('Spilt.');
  };
  const leaf = when === 'later' ? () => after(1).then(spill) : spill;
  const document = parse('{ allThatIsOnTheMenuOfTheRoomToday: teas { leaf } }');
  const ask = (maxBytes: number) =>
    compileOperation(teaRoom(), document, maxBytes)({ rootValue: { teas: () => Array(100).fill({ leaf }) }, contextValue: null });
  expect(await ask(4_000)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 4_000 } }], data: null });
  expect((await ask(50_000)).errors).toHaveLength(100);
});

function teaRoom(): GraphQLSchema {
  const schema = buildSchema(TEA_ROOM);
  const guest = schema.getType('Guest');
  if (isInterfaceType(guest)) guest.resolveType = ({ type }: { type: string | undefined }) => type;
  return schema;
}

async function fail(turns: number): Promise<string> {
  await after(turns);
  throw new Error('Too late.');
}

async function after(turns: number): Promise<string> {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
  return 'At last.';
}

function kindOf(schema: GraphQLSchema, at: number): OperationTypeNode {
  if (at % 10 === 0 && schema.getSubscriptionType()) return OperationTypeNode.SUBSCRIPTION;
  return at % 10 === 1 && schema.getMutationType() ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
}

function conditions(count: number): string {
  const all = Array.from({ length: count }, (_, at) => `$c${at}`);
  return `query (${all.map((name) => `${name}: Boolean!`).join(', ')}) { ${all.map((name, at) => `a${at}: hot @include(if: ${name})`).join(' ')} }`;
}

async function observed(
  schema: GraphQLSchema,
  kind: OperationTypeNode,
  context: UnrulyContext,
  run: (context: UnrulyContext, rootValue: unknown) => ReturnType<typeof execute>,
) {
  const rootValue = rootValueOf(schema, schema.getRootType(kind)?.name ?? '', context);
  const { data, errors = [] }: ExecutionResult = await run(context, rootValue);
  // What is null already may still have resolvers at work.
  await setImmediate();
  return {
    data: JSON.stringify(data),
    errors: errors.map(({ message, path, locations, extensions, originalError }) => ({
      message,
      path,
      locations,
      extensions,
      cause: originalError?.message,
    })),
    calls: context.calls,
  };
}
