import { describe, expect, test } from '@jest/globals';
import { setTimeout as later } from 'node:timers/promises';
import { executorOf } from '../testing/shop.ts';
import type { TestSubgraph } from '../testing/subgraphs.ts';
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
    [{ _entities: [null, null] }, undefined],
  ])('null entities are an answer: %j', async ({ errors, ...data }: { errors?: unknown }, told) => {
    const { ask } = executorOf(library({ desk: () => untyped({ data, ...(errors ? { errors } : {}) }) }), { mergeFetches });
    const answer = await ask('{ books { title copies } }');
    expect(answer.data).toEqual({ books: [book('a', null), book('b', null)] });
    if (told) expect(answer.errors).toMatchObject(told);
    else expect(answer.errors).toBeUndefined();
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

/** An answer that is none by its type. */
function untyped(answer: unknown): SubgraphAnswer {
  return answer as SubgraphAnswer;
}
