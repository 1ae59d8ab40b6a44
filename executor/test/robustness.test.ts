import { describe, expect, test } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { executorOf } from '../testing/shop.ts';
import type { TestSubgraph } from '../testing/subgraphs.ts';
import type { SubgraphAnswer } from '../src/types.ts';

const MODES = [{ mergeFetches: true }, { mergeFetches: false }];
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString'];

describe.each(MODES)('a client ($mergeFetches)', (options) => {
  test.each([
    '{ things { size: label id: label total } }',
    '{ things { size: id total } }',
    '{ things { ... on Thing { size: label } ... { id: size } total } }',
    '{ things { ...Forged total } } fragment Forged on Thing { id: label __size: label size: id }',
    '{ things { inner: id size: id id: size total } }',
  ])('cannot forge a key or what a field requires: %s', async (query) => {
    const { ask, calls } = executorOf(THINGS, options);
    const { data } = await ask(query);
    expect(data).toMatchObject({ things: [{ total: 'a 10' }, { total: 'b 20' }] });
    expect(calls.at(-1)?.variables).toEqual({
      representations: [
        { __typename: 'Thing', id: 'a', size: 10 },
        { __typename: 'Thing', id: 'b', size: 20 },
      ],
    });
  });

  test.each([
    '{ __proto__: things { id } }',
    '{ things { __proto__: label } }',
    'query ($__proto__: ID) { thing(id: $__proto__) { id } }',
    '{ ...__proto__ } fragment __proto__ on Query { things { id } }',
    'query __proto__ { things { id } }',
  ])('cannot use the name __proto__: %s', async (query) => {
    const { executor, calls } = executorOf(THINGS, options);
    await expect(async () => executor.compile(parse(query))).rejects.toThrow(GraphQLError);
    expect(calls).toEqual([]);
  });

  test.each(INHERITED)('may use %s as an alias, a variable, a value and the name of an operation and a fragment', async (name) => {
    const { ask, calls } = executorOf(THINGS, options);
    const query = `
      query ${name}($${name}: ID, $yes: Boolean = true) {
        ${name}: thing(id: $${name}) { id ${name}: total ...${name} }
        second: thing(id: "${name}") @include(if: $yes) { id }
      }
      fragment ${name} on Thing { label }`;
    const { data, errors } = await ask(query, { [name]: name });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ [name]: { id: name, [name]: `${name} 10`, label: `label ${name}` }, second: { id: name } });
    expect(calls[0]?.variables).toMatchObject({ [name]: name });
  });

  test.each(INHERITED)('that does not send the variable %s sends none', async (name) => {
    const { ask, calls } = executorOf(THINGS, options);
    const { data } = await ask(`query ($${name}: ID, $on: Boolean = false) { thing(id: $${name}) { id } things @include(if: $on) { id } }`);
    expect(data).toEqual({ thing: { id: 'nothing' } });
    expect(calls.map(({ variables }) => Object.keys(variables))).toEqual([[]]);
  });

  test('that goes away ends the execution: subgraphs are told, nothing more is asked, and nothing is left hanging', async () => {
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    const slow: TestSubgraph = {
      ...TOTALS,
      intercept({ signal }) {
        asked.resolve(signal);
        return new Promise(() => {});
      },
    };
    const { executor, calls } = executorOf({ ...THINGS, totals: slow }, options);
    const client = new AbortController();
    const running = executor.execute(await executor.compile(parse('{ things { total } }')), {}, undefined, { signal: client.signal });
    const told = await asked.promise;
    client.abort();
    expect(await running).toMatchObject({ data: null, errors: [{ extensions: { code: 'CANCELLED' } }] });
    expect(told?.aborted).toBe(true);
    expect(calls).toHaveLength(2);
  });

  test('that is away already is not worked for', async () => {
    const { executor, calls } = executorOf(THINGS, options);
    const operation = await executor.compile(parse('{ things { label total } }'));
    const answer = await executor.executeToText(operation, {}, undefined, { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ data: 'null', errors: [{ extensions: { code: 'CANCELLED' } }] });
    expect(calls.length).toBeLessThanOrEqual(1);
  });
});

describe.each(MODES)('a subgraph ($mergeFetches)', (options) => {
  const query = '{ things { label total } }';

  test('that does not answer costs its own part of the answer', async () => {
    const { ask } = executorOf(
      failing(() => Promise.reject(new Error('connection to 10.0.0.7 refused'))),
      options,
    );
    const { data, errors } = await ask(query);
    expect(data).toEqual({
      things: [
        { label: 'label a', total: null },
        { label: 'label b', total: null },
      ],
    });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'totals' } }]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });

  test('may be refused by an error with words for the client', async () => {
    const refusal = new GraphQLError('Too many requests.', { extensions: { code: 'RATE_LIMITED' } });
    const { ask } = executorOf(
      failing(() => Promise.reject(refusal)),
      options,
    );
    expect((await ask(query)).errors).toMatchObject([{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED' } }]);
  });

  test.each<[string, unknown]>([
    ['too few entities', { data: { _entities: [{ total: 'x' }] } }],
    ['too many entities', { data: { _entities: [{}, {}, {}] } }],
    ['no entities', { data: {} }],
    ['entities that are no list', { data: { _entities: { 0: { total: 'x' }, length: 2 } } }],
    ['entities that are text', { data: { _entities: ['x', 'y'] } }],
    ['data that is text', { data: 'things' }],
    ['data that is a list', { data: [{ total: 'x' }] }],
    ['nothing at all', {}],
    ['null', null],
    ['text', 'Bad Gateway'],
    ['errors that are text', { data: null, errors: 'broken' }],
    ['errors without a message', { data: null, errors: [{}] }],
    ['errors that are null', { data: null, errors: [null] }],
    ['an error with an odd path', { data: null, errors: [{ message: 'broken', path: ['_entities', 99, {}, null] }] }],
    ['an error whose path is no list', { data: null, errors: [{ message: 'broken', path: '_entities' }] }],
  ])('that answers %s costs no more than one that does not answer', async (_, answer) => {
    const { executor } = executorOf(
      failing(() => Promise.resolve(answer as SubgraphAnswer)),
      options,
    );
    const operation = await executor.compile(parse(query));
    const { data } = await executor.execute(operation, {}, undefined);
    expect(data).toEqual({
      things: [
        { label: 'label a', total: null },
        { label: 'label b', total: null },
      ],
    });
    const text = await executor.executeToText(operation, {}, undefined);
    expect(JSON.parse(text.data ?? '')).toEqual(data);
  });

  test.each<[string, unknown]>([
    ['data that is text', { data: 'things' }],
    ['a list that is none', { data: { things: 'x' } }],
    ['objects that are none', { data: { things: ['x', 1, true] } }],
    ['lists in place of objects', { data: { things: [[], [[]]] } }],
    ['types that are no text', { data: { things: [{ __typename: {}, id: 'a', size: 1 }] } }],
    ['null', null],
  ])('that answers first and answers %s does not break the execution', async (_, answer) => {
    const { executor } = executorOf({ ...THINGS, things: { ...ROOT, intercept: async () => answer as SubgraphAnswer } }, options);
    const { data, errors } = await executor.execute(await executor.compile(parse(query)), {}, undefined);
    expect(JSON.stringify({ data, errors })).not.toContain('label a');
    expect(Object.keys(data ?? { things: null })).toEqual(['things']);
  });

  test('cannot reach the prototype of all objects, whatever its answer has', async () => {
    const answer = '{"data":{"_entities":[{"total":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},null]}}';
    const { ask } = executorOf(
      failing(async () => JSON.parse(answer)),
      options,
    );
    const { data } = await ask(query);
    expect(data).toMatchObject({ things: [{ total: 'x' }, { total: null }] });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([...INHERITED, '__proto__', '__typename', ''])('that calls a type %j makes that object null', async (typeName) => {
    const named = JSON.parse(`[{"__typename":${JSON.stringify(typeName)},"id":"1"},{"__typename":"Cup","id":"2"}]`);
    const { ask } = executorOf({ any: { ...ANYTHING, intercept: async () => ({ data: { any: named } }) } }, options);
    const { data, errors } = await ask('{ any { __typename ... on Cup { id } ... on Bowl { id } } }');
    expect(data).toEqual({ any: [null, { __typename: 'Cup', id: '2' }] });
    expect(errors).toHaveLength(1);
  });
});

describe.each(MODES)('a graph with fields that are called as every object’s own members are ($mergeFetches)', (options) => {
  test.each(INHERITED)('%s is a field, a required field and a key like any other', async (name) => {
    const { ask } = executorOf(inherited(name), options);
    expect(await ask(`{ node { ${name} told other: ${name} } }`)).toEqual({
      data: { node: { [name]: 'value', told: 'told value', other: 'value' } },
    });
  });

  test.each(INHERITED)('%s that a subgraph leaves out is null, and not what every object has', async (name) => {
    const subgraphs = inherited(name);
    const { ask, calls } = executorOf(
      { ...subgraphs, nodes: { ...subgraphs.nodes, intercept: async () => ({ data: { node: { __typename: 'Node' } } }) } },
      options,
    );
    expect(await ask(`{ node { ${name} told } }`)).toEqual({ data: { node: { [name]: null, told: null } } });
    expect(calls).toHaveLength(1);
  });
});

const TOTALS: TestSubgraph = {
  typeDefs: 'type Thing @key(fields: "id") { id: ID! size: Int @external total: String @requires(fields: "size") }',
  resolvers: { Thing: { total: ({ id, size }: { id: string; size: number }) => `${id} ${size}` } },
};

const ROOT: TestSubgraph = {
  typeDefs: `
    type Query { things: [Thing] thing(id: ID): Thing }
    type Thing @key(fields: "id") { id: ID! size: Int label: String }`,
  resolvers: {
    Query: {
      things: () => [thing('a', 10), thing('b', 20)],
      thing: (_: unknown, { id }: { id?: string }) => thing(id ?? 'nothing', 10),
    },
  },
};

/** A thing's size is required for its total. */
const THINGS: Readonly<Record<string, TestSubgraph>> = { things: ROOT, totals: TOTALS };

function thing(id: string, size: number) {
  return { id, size, label: `label ${id}` };
}

function failing(intercept: () => Promise<SubgraphAnswer>): Readonly<Record<string, TestSubgraph>> {
  return { ...THINGS, totals: { ...TOTALS, intercept } };
}

const ANYTHING: TestSubgraph = {
  typeDefs: 'type Query { any: [Any] } union Any = Cup | Bowl type Cup { id: ID } type Bowl { id: ID }',
};

function inherited(name: string) {
  return {
    nodes: {
      typeDefs: `type Query { node: Node } type Node @key(fields: "${name}") { ${name}: String }`,
      resolvers: { Query: { node: () => ({ [name]: 'value' }) } },
    },
    tales: {
      typeDefs: `type Node @key(fields: "${name}") { ${name}: String told: String }`,
      resolvers: { Node: { told: (given: Readonly<Record<string, string>>) => `told ${given[name]}` } },
    },
  } satisfies Record<string, TestSubgraph>;
}
