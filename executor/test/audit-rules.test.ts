import { describe, expect, test } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { compileMerge } from '../src/data/merge.ts';
import { selectionOf } from '../testing/fuzz/identity.ts';
import {
  BROKEN,
  BROKEN_CALLS,
  CHAINED_KEYS,
  CIRCLE,
  CURRENCIES,
  DELIVERY,
  ECHO,
  GRID,
  HIDDEN_CONTENT,
  HIDDEN_UNION,
  HOLES,
  KEYS,
  MEDIA,
  MEDIA_ANSWERS_ITS_NAME,
  NULL_KEYS,
  NULLS,
  PARCELS,
  PRODUCT_DELIVERY,
  RENAMED,
  SHADES,
  SHARED,
  SHELVES,
  UNREACHABLE,
} from '../testing/rule-graphs.ts';
import { executorOf } from '../testing/shop.ts';
import type { TestSubgraph } from '../testing/subgraphs.ts';
import type { ExecutionAnswer, SubgraphCall } from '../src/types.ts';

type Subgraphs = Readonly<Record<string, TestSubgraph>>;

describe('what clients see and what subgraphs are sent', () => {
  test('a required field that clients cannot see is sent, and stays unseen', async () => {
    const { answer, calls } = await ask(DELIVERY, '{ product { cost } __type(name: "Product") { fields { name } } }');
    expect(answer.data).toMatchObject({ product: { cost: 70 } });
    expect(representations(calls, 'delivery')).toEqual([{ __typename: 'Product', id: 'p', secret: 7 }]);
    expect(JSON.stringify(answer.data)).not.toContain('secret');
  });

  test('types that clients cannot see are types like others to a field that requires them', async () => {
    const { answer, calls } = await ask(HIDDEN_CONTENT, '{ boxes { weight } }');
    expect(answer).toEqual({ data: { boxes: [{ weight: 3 }, { weight: 20 }, { weight: 0 }] } });
    expect(representations(calls, 'scales')).toEqual([
      { __typename: 'Box', id: '1', content: { grams: 3 } },
      { __typename: 'Box', id: '2', content: { grams: 20 } },
      { __typename: 'Box', id: '3', content: {} },
    ]);
  });

  test('all fragments that fit an object make its representation', async () => {
    const { answer, calls } = await ask(MEDIA, '{ media { id views blurb } }');
    expect(answer).toEqual({
      data: {
        media: [
          { id: 'b1', views: 10, blurb: 'All of Book b1' },
          { id: 'f1', views: 10, blurb: 'All of Film f1' },
        ],
      },
    });
    expect(representations(calls, 'counts')).toContainEqual({ __typename: 'Media', id: 'b1', title: 'Book b1' });
  });

  test('a subgraph that takes an interface for an object is sent the name of the interface', async () => {
    const { calls } = await ask(MEDIA, '{ media { views } }');
    expect(representations(calls, 'counts')).toEqual([
      { __typename: 'Media', id: 'b1' },
      { __typename: 'Media', id: 'f1' },
    ]);
  });

  test('what is missing voids the fragment around it and nothing else', async () => {
    const { answer, calls } = await ask(PARCELS, '{ parcels { fits } }');
    expect(answer.data).toEqual({ parcels: [{ fits: '{}' }, { fits: '{"liters":5}' }] });
    expect(representations(calls, 'delivery')).toEqual([
      { __typename: 'Parcel', id: '1', box: {} },
      { __typename: 'Parcel', id: '2', box: { liters: 5 } },
    ]);
  });

  test('what lacks an input of its own is not sent at all', async () => {
    const { answer, calls } = await ask(PARCELS, '{ parcels { cost } }');
    expect(answer.data).toEqual({ parcels: [{ cost: null }, { cost: null }] });
    expect(calls.filter(({ service }) => service === 'delivery')).toEqual([]);
  });

  test('an input in a list of lists is sent', async () => {
    const { answer } = await ask(SHELVES, '{ shelf { total } }');
    expect(answer).toEqual({ data: { shelf: { total: '[[{"weight":1},null],[],[{"weight":3}]]' } } });
  });
});

describe('answers come together', () => {
  test('a field that the planner had to rename is under its own name, even if it is 0 or an empty text', async () => {
    const { answer, calls } = await ask(RENAMED, '{ things { ... on Coin { size label } ... on Note { size label } } }');
    expect(answer).toEqual({
      data: {
        things: [
          { size: 0, label: '' },
          { size: 0, label: '' },
        ],
      },
    });
    expect(calls.map(({ query }) => query).join()).toContain('__alias_');
  });

  test('lists merge item by item at every depth, and a null takes nothing away', async () => {
    const { answer } = await ask(GRID, '{ board { grid { left right } row { left right } } }');
    expect(answer).toEqual({
      data: {
        board: {
          grid: [
            [
              { left: 1, right: 10 },
              { left: 2, right: null },
            ],
            [{ left: 3, right: 30 }],
          ],
          row: [{ left: 1, right: 10 }],
        },
      },
    });
  });

  test('a key that was not asked for is not taken over', async () => {
    const talkative: TestSubgraph = {
      ...PRODUCT_DELIVERY,
      async intercept(_call, answer) {
        return JSON.parse(JSON.stringify(await answer()).replace('"cost"', '"secret":666,"name":"forged","cost"'));
      },
    };
    const { answer } = await ask({ ...DELIVERY, delivery: talkative }, '{ product { cost name } }');
    expect(answer).toEqual({ data: { product: { cost: 70, name: 'Pen' } } });
  });

  test('the name of an interface never stands in for the type of an object, whichever answer is last', async () => {
    const query = '{ media { like { title __typename ... on Book { pages } } views __typename ... on Book { pages } } }';
    const book = { title: 'Book b1', __typename: 'Book', pages: 100 };
    const expected = [
      { like: book, views: 10, __typename: 'Book', pages: 100 },
      { like: book, views: 10, __typename: 'Film' },
    ];
    expect((await ask(MEDIA, query)).answer).toEqual({ data: { media: expected } });
    expect((await ask(MEDIA_ANSWERS_ITS_NAME, query)).answer).toEqual({ data: { media: expected } });
  });

  test('the name of an interface does not stand in for a type when both come at once', () => {
    const { executor } = executorOf(MEDIA);
    const { merge } = compileMerge(executor.schema, { selectionSet: selectionOf('__typename id'), fragments: new Map() });
    const object = { __typename: 'Media', id: 'b1' };
    merge(object, { __typename: 'Book' });
    expect(object).toEqual({ __typename: 'Book', id: 'b1' });
    merge(object, { __typename: 'Media', id: 'b2' });
    expect(object).toEqual({ __typename: 'Book', id: 'b2' });
  });

  test('an object may be known by its interface only, and an alias of __typename has a value of its own', async () => {
    const { answer } = await ask(MEDIA, '{ top { id views kind: __typename ... on Media { likes: like { id } } } }');
    expect(answer).toEqual({ data: { top: { id: 'b1', views: 10, kind: 'Book', likes: { id: 'b1' } } } });
  });

  test('an object that is known by its interface only is what the interface implements', async () => {
    const { answer, calls } = await ask(MEDIA, '{ top { ... on Media { id } views } }');
    expect(answer).toEqual({ data: { top: { id: 'b1', views: 10 } } });
    expect(calls.map(({ service }) => service)).toEqual(['counts']);
  });

  test('what several fragments select under one key is one object', async () => {
    const { answer } = await ask(MEDIA, '{ media { ... on Media { like { id } } ... on Book { like { title } } like { views } } }');
    expect(answer).toEqual({
      data: { media: [{ like: { id: 'b1', title: 'Book b1', views: 10 } }, { like: { id: 'b1', views: 10 } }] },
    });
  });
});

describe('the response keeps to the schema', () => {
  test('an enum’s hidden value is null', async () => {
    const { answer } = await ask(SHADES, '{ shades any { ... on Paint { shade } } }');
    expect(answer.data).toEqual({ shades: ['RED', null], any: [{ shade: 'RED' }, null] });
  });

  test('a type that clients cannot see is null, and nobody tells its name', async () => {
    const { answer } = await ask(SHADES, '{ any { __typename } }');
    expect(answer.data).toEqual({ any: [{ __typename: 'Paint' }, null] });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain('Hidden');
  });

  test('nulls go up to the next place that may be null, and no further', async () => {
    const { answer } = await ask(NULLS, '{ box { id strict { value } } boxes { strict { value } } }');
    expect(answer.data).toEqual({ box: null, boxes: [null, null] });
  });

  test('a fault of a value is told with its path', async () => {
    const { answer } = await ask(NULLS, '{ box { strict { value } } }');
    expect(answer.errors).toMatchObject([{ path: ['box', 'strict', 'value'], message: expect.stringContaining('non-nullable') }]);
  });

  test('where a subgraph has told an error faults of values, which may follow from it, are not told as well', async () => {
    const { answer } = await ask(NULLS, '{ box { broken id } boxes { strict { value } } }');
    expect(answer).toMatchObject({ data: { box: null, boxes: [null, null] }, errors: [{ path: ['box', 'broken'], message: 'broken' }] });
    expect(answer.errors).toHaveLength(1);
  });
});

describe('variables', () => {
  const query = 'query ($on: Boolean! = true, $n: Int = 3, $id: ID) { echo(n: $n, id: $id) @include(if: $on) off: echo @skip(if: $on) }';

  test('have their defaults in conditions; subgraphs get what the client sent', async () => {
    const { answer, calls } = await ask(ECHO, query, { id: 7 });
    expect(answer).toEqual({ data: { echo: '3 7' } });
    expect(calls.map(({ variables }) => variables)).toEqual([{ id: 7 }]);
  });

  test('that do not fit their types are refused before a subgraph is asked', async () => {
    const { answer, calls } = await ask(ECHO, query, { n: 'three' });
    expect(answer.errors).toHaveLength(1);
    expect('data' in answer).toBe(false);
    expect(calls).toEqual([]);
  });
});

describe('errors of entities', () => {
  test('are told once for each place that asked', async () => {
    const { answer } = await ask(BROKEN, '{ list { broken } again: list { broken } one { broken } }');
    const paths = answer.errors?.map(({ path }) => path?.join('.')).sort();
    expect(paths).toEqual(['again.0.broken', 'again.2.broken', 'list.0.broken', 'list.2.broken', 'one.broken']);
  });

  test('are at the place of the entity, also behind places that sent nothing', async () => {
    const { answer } = await ask(HOLES, '{ things { ... on Bag { broken } ... on Nothing { id } } }');
    expect(answer.errors).toMatchObject([{ message: 'bag 2', path: ['things', 3, 'broken'] }]);
  });

  test('have the keys that the client chose', async () => {
    const { answer } = await ask(DELIVERY, '{ product { cost: name id: fails } }');
    expect(answer.data).toEqual({ product: { cost: 'Pen', id: null } });
    expect(answer.errors).toMatchObject([{ path: ['product', 'id'] }]);
  });
});

describe('merged requests', () => {
  test('a fetch does not wait for a later one whose input it is', async () => {
    const { answer, calls } = await ask(CIRCLE, '{ start { first second third } }');
    expect(answer).toEqual({ data: { start: { first: 1, second: 2, third: 3 } } });
    expect(calls.map(({ service }) => service)).toEqual(['root', 'odd', 'even', 'odd']);
  });

  test('a call that one place’s representation breaks is repeated for each place', async () => {
    const { answer, calls } = await ask(BROKEN_CALLS, '{ list { name } one { name } }');
    expect(answer).toMatchObject({
      data: { list: [{ name: null }, { name: null }], one: { name: 'thing 2' } },
      errors: [{ message: 'nobody knows 1' }],
    });
    expect(calls.map(({ service }) => service)).toEqual(['lists', 'names', 'names', 'names']);
  });

  test('a call that only one place needed is not repeated', async () => {
    const { answer, calls } = await ask(BROKEN_CALLS, '{ list { name } nobody { name } }');
    expect(answer).toMatchObject({
      data: { list: [{ name: null }, { name: null }], nobody: null },
      errors: [{ message: 'nobody knows 1' }],
    });
    expect(calls.map(({ service }) => service)).toEqual(['lists', 'names']);
  });

  test('what two places share is not the same object for both', async () => {
    const part = '__typename id';
    const { answer } = await ask(
      SHARED,
      `{ a: node { part { ${part} owner(n: 1) { name } } } b: node { part { ${part} owner(n: 2) { name } } } c: node { part { ${part} } } }`,
    );
    const shared = { __typename: 'Part', id: 'x' };
    expect(answer).toEqual({
      data: {
        a: { part: { ...shared, owner: { name: 'owner 1' } } },
        b: { part: { ...shared, owner: { name: 'owner 2' } } },
        c: { part: shared },
      },
    });
  });
});

describe('what the stock planner or executor gets wrong', () => {
  test('a key that cannot be resolved is not used, though it is the first', async () => {
    const { answer, calls } = await ask(KEYS, '{ item { cost } }');
    expect(answer).toEqual({ data: { item: { cost: 12 } } });
    expect(representations(calls, 'pricing')).toEqual([{ __typename: 'Item', sku: 's', weight: 4 }]);
  });

  test('a required field with arguments does not mix with the client’s own use of it', async () => {
    const { answer } = await ask(CURRENCIES, '{ product { price(currency: "GBP") inDollars } }');
    expect(answer).toEqual({ data: { product: { price: 8, inDollars: 'USD 10' } } });
  });

  test('two fields may require one field with different arguments', async () => {
    const { answer } = await ask(CURRENCIES, '{ product { inDollars inEuros price } }');
    expect(answer).toEqual({ data: { product: { inDollars: 'USD 10', inEuros: 'EUR 9', price: 1 } } });
  });

  test('an interface whose types cannot be reached is refused, and not silently null', async () => {
    const { executor } = executorOf(UNREACHABLE);
    await expect(async () => executor.compile(parse('{ node { title } }'))).rejects.toThrow(GraphQLError);
  });

  test('a union of which a subgraph knows but hidden types is not taken for one that cannot be reached', async () => {
    const { answer } = await ask(HIDDEN_UNION, '{ box { content { ... on Coin { value } } } }');
    expect(answer.data).toEqual({ box: { content: null } });
  });

  test('an alias with the name of a required field does not become its value', async () => {
    const { answer, calls } = await ask(DELIVERY, '{ product { secret: name id: name cost } }');
    expect(answer).toEqual({ data: { product: { secret: 'Pen', id: 'Pen', cost: 70 } } });
    expect(representations(calls, 'delivery')).toEqual([{ __typename: 'Product', id: 'p', secret: 7 }]);
  });

  test('an alias with the name of a key does not become the key', async () => {
    const { answer, calls } = await ask(CHAINED_KEYS, '{ books { id: upc upc: author } }');
    expect(answer.data).toEqual({
      books: [
        { id: 'b1', upc: 'Author 1' },
        { id: 'b2', upc: null },
        { id: 'b3', upc: null },
      ],
    });
    expect(representations(calls, 'authors')).toEqual([
      { __typename: 'Book', id: '1' },
      { __typename: 'Book', id: '3' },
    ]);
    expect(answer.errors).toMatchObject([{ message: 'nobody wrote 3', path: ['books', 2, 'upc'] }]);
  });

  test('keys with null in a list leave error paths where they belong', async () => {
    const { answer } = await ask(NULL_KEYS, '{ books { title author { name } } }');
    expect(answer.data).toEqual({
      books: [
        { title: 'A', author: null },
        { title: 'B', author: { name: null } },
        { title: 'C', author: { name: 'Author 3' } },
      ],
    });
    expect(answer.errors).toMatchObject([{ message: 'nobody knows 2', path: ['books', 1, 'author', 'name'] }]);
  });
});

/** The answer, which is the same with one request for each fetch, and the calls that it took with merged ones. */
async function ask(subgraphs: Subgraphs, query: string, variables: Record<string, unknown> = {}) {
  const merged = executorOf(subgraphs);
  const plain = executorOf(subgraphs, { mergeFetches: false });
  const answer = await merged.ask(query, variables);
  expect(inOrder(await plain.ask(query, variables))).toEqual(inOrder(answer));
  return { answer, calls: merged.calls };
}

function inOrder({ errors, ...answer }: ExecutionAnswer): ExecutionAnswer {
  return errors ? { ...answer, errors: [...errors].sort((a, b) => String(a.path).localeCompare(String(b.path))) } : answer;
}

function representations(calls: readonly SubgraphCall<unknown>[], service: string): unknown[] {
  return calls
    .filter((call) => call.service === service)
    .flatMap(({ variables }) => Object.values(variables))
    .flatMap((value) => (Array.isArray(value) ? value : []));
}
