import { describe, expect, test } from '@jest/globals';
import { setTimeout as later } from 'node:timers/promises';
import { parse } from 'graphql';
import { executorOf } from '../testing/shop.ts';
import type { TestSubgraph } from '../testing/subgraphs.ts';
import { parseExactly } from '../src/index.ts';
import type { SubgraphAnswer, SubgraphCall } from '../src/types.ts';

describe.each([true, false])('an error that is not what it should be leaves the data (merged: %s)', (mergeFetches) => {
  const unnamed = 'Error while fetching subquery from service "shelves"';
  test.each<[errors: unknown, told: object]>([
    [[{ message: 'odd', path: null, locations: null, extensions: null }], { message: 'odd' }],
    [[{ message: 'odd', path: 'books.0', locations: 'here', extensions: ['x'] }], { message: 'odd' }],
    [[{ message: 'odd', path: ['books', 1, null, 'title'] }], { message: 'odd', path: ['books', 1] }],
    [[{ message: 'odd', path: ['books', 0.5] }], { message: 'odd', path: ['books'] }],
    [[{ path: ['books', 0] }], { message: unnamed, path: ['books', 0] }],
    [[{ message: null, extensions: { code: 'ODD' } }], { message: unnamed, extensions: { code: 'ODD', serviceName: 'shelves' } }],
    [[{ message: 404 }], { message: '404' }],
    [['odd'], { message: 'odd' }],
    [[null], { message: unnamed }],
    [{ message: 'odd' }, { message: 'odd' }],
    ['odd', { message: 'odd' }],
  ])('at the root: %j', async (errors, told) => {
    const { ask } = executorOf(library({ shelves: (answer) => ({ ...answer, ...untyped({ errors }) }) }), { mergeFetches });
    const { data, errors: all } = await ask('{ books { title copies } }');
    expect(data).toEqual({ books: [book('a', 2), book('b', 2)] });
    expect(all).toMatchObject([told]);
    expect(all).toHaveLength(1);
  });

  test.each<[path: unknown, told: unknown]>([
    [
      ['_entities', 1, 'copies'],
      ['books', 1, 'copies'],
    ],
    [
      ['_entities', '1', 'copies'],
      ['books', 1, 'copies'],
    ],
    [
      ['_entities', 1, { odd: true }],
      ['books', 1],
    ],
    [['_entities'], undefined],
    [['elsewhere', 1], undefined],
    [null, undefined],
  ])('of an entity: %j', async (path, told) => {
    const { ask } = executorOf(library({ desk: (answer) => ({ ...answer, ...untyped({ errors: [{ message: 'odd', path }] }) }) }), {
      mergeFetches,
    });
    const { data, errors } = await ask('{ books { title copies } }');
    expect(data).toEqual({ books: [book('a', 2), book('b', 2)] });
    expect(errors?.map(({ path: place }) => place)).toEqual([told]);
  });

  test.each<[entities: object, errors: object[] | undefined]>([
    [{ _entities: null }, undefined],
    [{ _entities: null, errors: [{ message: 'none' }] }, [{ message: 'none' }]],
    [{ errors: [{ message: 'none' }] }, [{ message: 'none' }]],
    [{ _entities: [null, null] }, undefined],
  ])('null entities are an answer: %j', async ({ errors, ...data }: { errors?: unknown }, told) => {
    const { ask } = executorOf(library({ desk: () => untyped({ data, ...(errors ? { errors } : {}) }) }), { mergeFetches });
    const answer = await ask('{ books { title copies } }');
    expect(answer.data).toEqual({ books: [book('a', null), book('b', null)] });
    if (told) expect(answer.errors).toMatchObject(told);
    expect(answer.errors?.length).toBe(told?.length);
  });

  test.each<[answer: object]>([[{}], [{ errors: [] }], [{ data: [] }], [{ data: { _entities: [null] } }]])(
    'what is no answer is none: %j',
    async (answer) => {
      const { ask } = executorOf(library({ desk: () => untyped(answer) }), { mergeFetches });
      const { data, errors } = await ask('{ books { title copies } }');
      expect(data).toEqual({ books: [book('a', null), book('b', null)] });
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'desk' } }]);
    },
  );
});

describe.each(['left', 'right'])('a null never takes away what another subgraph knows, although %s answers last', (last) => {
  const known: Record<'left' | 'right', object | null> = { left: { left: 1 }, right: { right: 2 } };
  const joined = ({ left, right }: Record<'left' | 'right', object | null>) => Object.assign({ left: null, right: null }, left, right);
  test.each(['left', 'right'] as const)('at the root, where %s has null', async (silent) => {
    const given = { ...known, [silent]: null };
    const { ask } = executorOf(sides({ left: { shop: given.left }, right: { shop: given.right } }, last));
    expect(await ask('{ shop { left right } }')).toEqual({ data: { shop: joined(given) } });
  });

  test('at the root, where both have null', async () => {
    const { ask } = executorOf(sides({ left: { shop: null }, right: { shop: null } }, last));
    expect(await ask('{ shop { left right } }')).toEqual({ data: { shop: null } });
  });

  test.each(['left', 'right'] as const)('in an object within, where %s has null', async (silent) => {
    const given = { ...known, [silent]: null };
    const { ask } = executorOf(sides({ left: { shop: { inner: given.left } }, right: { shop: { inner: given.right } } }, last));
    expect(await ask('{ shop { inner { left right } } }')).toEqual({ data: { shop: { inner: joined(given) } } });
  });

  test('as an item, a list or a list of a list', async () => {
    const lists = {
      left: { list: [{ left: 1 }, null], gone: null, grid: [[{ left: 1 }, null], null] },
      right: { list: [null, { right: 2 }], gone: [{ right: 2 }], grid: [[null, { right: 2 }], [{ right: 2 }]] },
    };
    const { ask } = executorOf(sides({ left: { shop: lists.left }, right: { shop: lists.right } }, last));
    const answer = await ask('{ shop { list { left right } gone { left right } grid { left right } } }');
    const [one, two] = [
      { left: 1, right: null },
      { left: null, right: 2 },
    ];
    expect(answer).toEqual({ data: { shop: { list: [one, two], gone: [two], grid: [[one, two], [two]] } } });
  });
});

test('below an entity, a null of the owner or of another subgraph leaves the object', async () => {
  for (const place of ['shelves', 'desk'] as const) {
    const without = (answer: SubgraphAnswer) => untyped(JSON.parse(JSON.stringify(answer).replace(/"room":\{[^}]*\}/g, '"room":null')));
    const { ask } = executorOf(library({ [place]: without }));
    const room = place === 'desk' ? { number: 7, seats: null } : { number: null, seats: 9 };
    expect((await ask('{ books { room { number seats } } }')).data).toEqual({ books: [{ room }, { room }] });
  }
});

const BIG = ['9007199254740993', '-9007199254740993', '123456789012345678901234567890', '12345678901.12345678', '1e400', '-1E+400'];

describe('numbers that JavaScript has no value for keep their text', () => {
  test.each(BIG)('in answers, as text and as objects: %s', async (number) => {
    const fields = [`any:${number}`, `list:[1,${number}]`, `object:{"a":[${number}]}`, `float:${number}`, `none:null`];
    const text = `{${fields.map((field) => field.replace(/^(\w+)/, '"$1"')).join()}}`;
    const { executor } = executorOf(counting(`{"data":{"numbers":${text}}}`));
    const operation = await executor.compile(parse('{ numbers { any list object float none } }'));
    expect(await executor.executeToText(operation, {}, undefined)).toEqual({ data: `{"numbers":${text}}` });
    const { data } = await executor.execute(operation, {}, undefined);
    expect(JSON.stringify(data)).toBe(`{"numbers":${text}}`);
  });

  test('in whole numbers and ids of answers', async () => {
    const { executor } = executorOf(counting('{"data":{"numbers":{"whole":9007199254740993,"id":9007199254740993}}}'));
    const { data } = await executor.executeToText(await executor.compile(parse('{ numbers { whole id } }')), {}, undefined);
    expect(data).toBe('{"numbers":{"whole":9007199254740993,"id":"9007199254740993"}}');
    const value = await executor.execute(await executor.compile(parse('{ numbers { id } }')), {}, undefined);
    expect(value).toEqual({ data: { numbers: { id: '9007199254740993' } } });
  });

  test('but a fraction is no whole number', async () => {
    const { ask } = executorOf(counting('{"data":{"numbers":{"whole":12345678901.12345678,"id":1e400}}}'));
    expect(await ask('{ numbers { whole id } }')).toMatchObject({ data: { numbers: { whole: null, id: null } }, errors: [{}, {}] });
  });

  test.each(BIG)('in variables: %s', async (number) => {
    const { executor, calls } = executorOf(counting('{"data":{"take":1}}'));
    const operation = await executor.compile(
      parse('query ($any: Any, $float: Float, $in: In) { take(any: $any, float: $float, in: $in) }'),
    );
    const sent = `{"any":{"a":[${number}]},"float":1,"in":{"any":${number}}}`;
    expect(await executor.execute(operation, untyped(parseExactly(sent)), undefined)).toEqual({ data: { take: 1 } });
    expect(calls[0]?.body).toContain(`"variables":${sent}}`);
  });

  test('in variables of built-in types, as far as they may hold them', async () => {
    const { executor, calls } = executorOf(counting('{"data":{"take":1}}'));
    const operation = await executor.compile(
      parse('query ($float: Float, $id: ID, $whole: Int) { take(float: $float, id: $id, whole: $whole) }'),
    );
    const take = (text: string) => executor.execute(operation, untyped(parseExactly(text)), undefined);
    expect(await take('{"float":9007199254740993,"id":9007199254740993}')).toEqual({ data: { take: 1 } });
    expect(calls[0]?.body).toContain('"variables":{"float":9007199254740993,"id":"9007199254740993"}}');
    expect(await take('{"float":1e400}')).toMatchObject({ errors: [{ message: expect.stringContaining('Infinity') }] });
    expect(await take('{"whole":9007199254740993}')).toMatchObject({ errors: [{ message: expect.stringContaining('32-bit') }] });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['{"id":9007199254740993}', '{"id":"9007199254740993"}'],
    ['{"ids":[1,9007199254740993,null,"9007199254740993"]}', '{"ids":[1,"9007199254740993",null,"9007199254740993"]}'],
    ['{"ids":9007199254740993}', '{"ids":"9007199254740993"}'],
    [
      '{"in":{"all":[{"id":-9007199254740993,"any":9007199254740993}]}}',
      '{"in":{"all":[{"id":"-9007199254740993","any":9007199254740993}]}}',
    ],
  ])('in ids, as text, which whoever reads numbers as JavaScript does keeps: %s', async (sent, told) => {
    const { executor, calls } = executorOf(counting('{"data":{"take":1}}'));
    const operation = await executor.compile(parse('query ($id: ID, $ids: [ID], $in: In) { take(id: $id, ids: $ids, in: $in) }'));
    expect(await executor.execute(operation, untyped(parseExactly(sent)), undefined)).toEqual({ data: { take: 1 } });
    expect(calls[0]?.body).toContain(`"variables":${told}}`);
  });

  test.each(BIG)('at every place that JSON has for a number: %s', (number) => {
    for (const [before, after] of [
      ['', ''],
      [' ', '\n'],
      ['[', ']'],
      ['[1, ', ' ]'],
      ['{"a":', '}'],
      ['{"a":[ ', ',"e400"]}'],
      ['{"e":\n', '\n}'],
    ] as const)
      expect(JSON.stringify(parseExactly(before + number + after))).toBe((before + number + after).replace(/\s/g, ''));
  });

  test.each([
    '{"12345678901234567890":"x:12345678901234567890","a\\"":9007199254740993,"b\\\\":[1,"9007199254740993"]}',
    '{"a":{"__proto__":9007199254740993,"constructor":1e400}}',
  ])('beside what only looks like one: %s', (text) => {
    expect(JSON.stringify(parseExactly(text))).toBe(text);
  });

  test('below more lists than the stack holds', () => {
    let value = parseExactly(`${'['.repeat(200_000)}9007199254740993${']'.repeat(200_000)}`);
    while (Array.isArray(value)) [value] = untyped<unknown[]>(value);
    expect(value).toEqual({ rawJSON: '9007199254740993' });
  });

  test.each(['[01234567890123456789]', '[1.2.34567890123456789]', '[--12345678901234567890]', '[12345678901234567890x]'])(
    'but what is no number is no JSON: %s',
    (text) => {
      expect(() => parseExactly(text)).toThrow(SyntaxError);
    },
  );

  test.each(BIG)('in literals: %s', async (number) => {
    const { ask, calls, executor } = executorOf(counting('{"data":{"take":1}}'));
    const text = `query ($d: Any = ${number}) {
      take(any: ${number}, float: ${number}, in: { any: { a: [${number}] }, float: ${number} }) other: take(any: [${number}, $d])
    }`;
    expect(await ask(text)).toMatchObject({ data: { take: 1 } });
    const { query = '', body = '' } = calls[0] ?? {};
    expect(query.split(number)).toHaveLength(6);
    expect(body).toContain(`"executor_value_0":${number}`);
    const { primary } = await executor.compile(parse(`subscription { taken(any: ${number}, float: ${number}) }`));
    expect(primary?.query).toBe(`subscription{taken(any:${number} float:${number})}`);
  });

  test.each([true, false])('in keys, so that two entities stay two (merged: %s)', async (mergeFetches) => {
    const ids = ['9007199254740993', '9007199254740992', '9007199254740993'];
    const keyed = counting(`{"data":{"things":[${ids.map((id) => `{"__typename":"Thing","id":${id}}`).join()}]}}`, ({ body }) => {
      const sent = [...body.matchAll(/"id":(\d+)/g)].map(([, id]) => id);
      return `{"data":{"${/e0:/.test(body) ? 'e0' : '_entities'}":[${sent.map((id) => `{"name":"thing ${id}"}`).join()}]}}`;
    });
    const { ask, calls } = executorOf(keyed, { mergeFetches });
    const { data } = await ask('{ things { name } }');
    expect(data).toEqual({ things: ids.map((id) => ({ name: `thing ${id}` })) });
    expect(calls.at(-1)?.body.match(/"id":\d+/g)).toEqual(['"id":9007199254740993', '"id":9007199254740992']);
  });
});

describe('a value that is nested deeper than anybody means', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  test.each(['any', 'list', 'object'])('is null with an error, and costs nothing else: %s', async (field) => {
    const { executor } = executorOf(counting(`{"data":{"numbers":{"${field}":${deep},"whole":1}}}`));
    const operation = await executor.compile(parse(`{ numbers { ${field} whole } }`));
    const data = { numbers: { [field]: null, whole: 1 } };
    const errors = [{ path: ['numbers', field], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } }];
    expect(await executor.execute(operation, {}, undefined)).toMatchObject({ data, errors });
    expect(await executor.executeToText(operation, {}, undefined)).toMatchObject({ data: JSON.stringify(data), errors });
  });

  test.each([true, false])('as a key takes its entity away, and no other (merged: %s)', async (mergeFetches) => {
    const things = [deep, '7', deep].map((id) => `{"__typename":"Thing","id":${id}}`).join();
    const named = counting(`{"data":{"things":[${things}]}}`, () => '{"data":{"_entities":[{"name":"seven"}]}}');
    const { ask, calls } = executorOf(named, { mergeFetches });
    expect((await ask('{ things { name } }')).data).toEqual({ things: [{ name: null }, { name: 'seven' }, { name: null }] });
    expect(calls.at(-1)?.variables).toEqual({ representations: [{ __typename: 'Thing', id: 7 }] });
  });

  test.each([true, false])('beside a key, in objects that are equal, keeps nothing from being asked (merged: %s)', async (mergeFetches) => {
    const things = ['7', '7'].map((id) => `{"__typename":"Thing","id":${id},"more":${deep}}`).join();
    const named = counting(`{"data":{"things":[${things}]}}`, () => '{"data":{"_entities":[{"name":"seven"}]}}');
    const { data } = await executorOf(named, { mergeFetches }).ask('{ things { more name } }');
    expect(data).toEqual({ things: Array(2).fill({ more: null, name: 'seven' }) });
  });

  test('beside the message of an error is not told', async () => {
    const text = `{"data":{"numbers":{"whole":1}},"errors":[{"message":"odd","extensions":{"code":"ODD","more":${deep}}}]}`;
    const { data, errors } = await executorOf(counting(text)).ask('{ numbers { whole } }');
    expect({ data, errors: JSON.parse(JSON.stringify(errors)) }).toEqual({
      data: { numbers: { whole: 1 } },
      errors: [{ message: 'odd', extensions: { code: 'ODD', serviceName: 'counts' } }],
    });
  });
});

describe.each([true, false])('errors of a subgraph (merged: %s)', (mergeFetches) => {
  const everywhere = (count: number, path: unknown) =>
    counting(
      `{"data":{"things":[${Array(count).fill('{"__typename":"Thing","id":7}').join()}]}}`,
      () =>
        `{"data":{"_entities":[null]},"errors":[${Array(count)
          .fill(`{"message":"odd","path":${JSON.stringify(path)}}`)
          .join()}]}`,
    );

  test('are told of every place, and of no more places than a client reads', async () => {
    const told = async (count: number) =>
      (await executorOf(everywhere(count, ['_entities', 0]), { mergeFetches }).ask('{ things { name } }')).errors ?? [];
    expect(await told(30)).toHaveLength(900);
    const errors = await told(3_000);
    expect(errors).toHaveLength(10_001);
    expect(errors.at(-1)?.message).toBe('There are more errors than 10000.');
  });

  test('that concern nobody take no longer for there being many places', async () => {
    const { errors } = await executorOf(everywhere(40_000, ['_entities', 1]), { mergeFetches }).ask('{ things { name } }');
    expect(errors).toHaveLength(10_001);
  });

  test.each([99, 204, 401, 1e9, 3.5, null])('decide about no answer over HTTP: %j', async (status) => {
    const extensions = { code: 'ODD', http: { status } };
    const { ask } = executorOf(library({ desk: (answer) => ({ ...answer, errors: [{ message: 'odd', extensions }] }) }), { mergeFetches });
    const { errors } = await ask('{ books { title copies } }');
    expect(errors).toEqual([{ message: 'odd', extensions: { code: 'ODD', serviceName: 'desk' } }]);
  });
});

describe.each([true, false])('a call says whether its answer may hold more than whole numbers (merged: %s)', (mergeFetches) => {
  test.each([
    ['{ books { pages } }', [false]],
    ['{ books { price } }', [true]],
    ['{ books { pages kind } }', [false, false]],
    ['{ books { ... on Book { box { weight } } kind } }', [false, true]],
    ['query { ...Root } fragment Root on Query { books { kind note } }', [false, true]],
  ])('%s', async (text, told) => {
    const { ask, calls } = executorOf(WEIGHED, { mergeFetches });
    expect((await ask(text)).errors).toBeUndefined();
    expect(calls.map(({ selectsFloats }) => selectsFloats)).toEqual(told);
  });
});

describe('a field that is overridden by a label', () => {
  const asked = async (label: string, text = '{ thing { name } }') => {
    const { executor, calls } = executorOf(moving(label));
    const document = parse(text);
    for (let i = 0; i < 60; i++) await executor.execute(await executor.compile(document), {}, undefined);
    return new Set(calls.filter(({ query }) => /\bname\b/.test(query)).map(({ service }) => service));
  };

  test.each([
    ['percent(0)', ['before']],
    ['percent(100)', ['after']],
    ['percent(50)', ['after', 'before']],
    ['somebodys-flag', ['before']],
  ])('is asked where the label says, request by request: %s', async (label, services) => {
    expect([...(await asked(label))].sort()).toEqual(services);
  });

  test('is so below a mutation, too', async () => {
    expect([...(await asked('percent(50)', 'mutation { change { name } }'))].sort()).toEqual(['after', 'before']);
  });
});

type Change = (answer: SubgraphAnswer) => SubgraphAnswer;

/** Two books: their titles from the shelves, and from the desk how many there are. */
function library(changes: { readonly shelves?: Change; readonly desk?: Change }): Record<string, TestSubgraph> {
  const changed = (change: Change | undefined): Pick<TestSubgraph, 'intercept'> =>
    change ? { intercept: async (_call, answer) => change(await answer()) } : {};
  const known = ({ id }: { id: string }) => ({ id, title: `title ${id}`, room: { number: 7, seats: 9 }, copies: 2 });
  return {
    shelves: {
      typeDefs: `
        type Query { books: [Book] }
        type Book @key(fields: "id") { id: ID! title: String room: Room @shareable }
        type Room @shareable { number: Int }`,
      resolvers: { Query: { books: () => [known({ id: 'a' }), known({ id: 'b' })] } },
      ...changed(changes.shelves),
    },
    desk: {
      typeDefs: `
        type Book @key(fields: "id") { id: ID! copies: Int room: Room @shareable }
        type Room @shareable { seats: Int }`,
      resolvers: { Book: { __resolveReference: known } },
      ...changed(changes.desk),
    },
  };
}

function book(id: string, copies: number | null) {
  return { title: `title ${id}`, copies };
}

/** Both know the shop, and each another side of it. */
function sides(data: Readonly<Record<'left' | 'right', object>>, last: string): Record<string, TestSubgraph> {
  const side = (name: 'left' | 'right'): TestSubgraph => ({
    typeDefs: `
      type Query { shop: Shop @shareable }
      type Shop @shareable { inner: Side list: [Side] gone: [Side] grid: [[Side]] ${name}: Int }
      type Side @shareable { ${name}: Int }`,
    async intercept(_call: SubgraphCall) {
      if (name === last) await later(5);
      return { data: structuredClone({ ...data[name] }) };
    },
  });
  return { left: side('left'), right: side('right') };
}

/** The name of a thing moves from one subgraph to the other. */
function moving(label: string): Record<string, TestSubgraph> {
  const thing = () => ({ id: '1', name: 'thing' });
  return {
    before: {
      typeDefs: `type Query { thing: Thing } type Mutation { change: Thing } type Thing @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Query: { thing }, Mutation: { change: thing }, Thing: { __resolveReference: thing } },
    },
    after: {
      typeDefs: `type Thing @key(fields: "id") { id: ID! name: String @override(from: "before", label: "${label}") }`,
      resolvers: { Thing: { __resolveReference: thing } },
    },
  };
}

/** One answers what the text says; the other knows things by their numbers. */
function counting(text: string, names: (call: SubgraphCall) => string = () => ''): Record<string, TestSubgraph> {
  return {
    counts: {
      typeDefs: `
        scalar Any
        type Query { numbers: Numbers things: [Thing] take(any: Any, float: Float, id: ID, ids: [ID], whole: Int, in: In): Int }
        type Subscription { taken(any: Any, float: Float): Int }
        type Numbers { any: Any list: Any object: Any float: Float none: Int whole: Int id: ID }
        type Thing @key(fields: "id") { id: Any! more: Any }
        input In { any: Any float: Float id: ID all: [In] }`,
      intercept: async () => untyped(parseExactly(text)),
    },
    names: {
      typeDefs: 'scalar Any type Thing @key(fields: "id") { id: Any! name: String }',
      intercept: async (call) => untyped(parseExactly(names(call))),
    },
  };
}

/** A book, and what it weighs. */
const WEIGHED: Record<string, TestSubgraph> = {
  shelf: {
    typeDefs: 'type Query { books: [Book] } type Book @key(fields: "id") { id: ID! pages: Int price: Float }',
    resolvers: { Query: { books: () => [{ id: '1', pages: 3, price: 1.5 }] } },
  },
  scale: {
    typeDefs: `
      scalar Any
      type Book @key(fields: "id") { id: ID! box: Box kind: String note: Any }
      type Box { weight: Float }`,
    resolvers: { Book: { __resolveReference: ({ id }: { id: string }) => ({ id, box: { weight: 0.5 }, kind: 'novel', note: 1 }) } },
  },
};

/** What is not what its type says. */
function untyped<Type>(value: unknown): Type {
  return value as Type;
}
