import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate, type DocumentNode } from 'graphql';
import type { PlannedOperation } from '../src/plan/planned.ts';
import { compileResponse } from '../src/response/compile.ts';
import { compileIntrospection } from '../src/response/introspection.ts';
import type { DataTree, SharedObjects } from '../src/response/response.ts';

const schema = buildSchema(`
  scalar Json
  enum Color { RED GREEN v }
  interface Node { id: ID! name: String! }
  interface Priced implements Node { id: ID! name: String! price: Int }
  union Found = Book | Shop
  type Book implements Node & Priced { id: ID! name: String! price: Int author: Person! related: [Book!] }
  type Shop implements Node { id: ID! name: String! city: String }
  type Person { id: ID! name: String! bestFriend: Person friends: [Person!]! books: [Book!] }
  type Grid {
    all: [[Int!]!]!
    rows: [[Int!]!]
    cells: [[Int!]]
    loose: [[Int]]
    people: [[Person!]]
  }
  type Leaves { int: Int float: Float string: String id: ID boolean: Boolean color: Color json: Json jsons: [Json] flags: [Boolean!] ids: [ID] colors: [Color!] mustJson: Json! }
  interface Owned { owner: Person tags: [Int] }
  type Car implements Owned { owner: Person! tags: [Int]! }
  type Bike implements Owned { owner: Person tags: [Int] }
  type Odd { constructor: String toString: Person hasOwnProperty: Int! valueOf: [String!] }
  type Query { book: Book books: [Book!] person: Person! maybe: Person node: Node nodes: [Node] priced: Priced found: [Found!] grid: Grid leaves: Leaves odd: Odd owned: [Owned] constructor: Int }
`);

function planned(source: string, clientKeys: Record<string, string> = {}): PlannedOperation {
  const document: DocumentNode = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  if (!operation) throw new Error('no operation');
  return { document, operation, plan: null, primary: null, clientKeys: new Map(Object.entries(clientKeys)), pathNames: new Map() };
}

/** What a client gets: as text, which is checked to be the same as the objects, with the errors that explain it. */
function respond(source: string, data: DataTree, variables: Record<string, unknown> = {}, clientKeys: Record<string, string> = {}) {
  const writer = compileResponse(schema, planned(source, clientKeys));
  const text = writer.toText(data, variables, null);
  const value = writer.toValue(data, variables);
  const errors = writer.explain(data, variables);
  expect(text.text).toBe(JSON.stringify(value.value));
  expect(text.invalid).toBe(value.invalid);
  expect(errors.length > 0).toBe(text.invalid);
  return { text: text.text, data: value.value, errors: errors.map((error) => `${error.path?.join('.')}: ${error.message}`) };
}

const book = (id: string, more: object = {}) => ({ __typename: 'Book', id, name: `Book ${id}`, ...more });
const shop = (id: string, more: object = {}) => ({ __typename: 'Shop', id, name: `Shop ${id}`, ...more });

describe('the shape of the response', () => {
  test('it has the fields of the operation in the operation’s order, and nothing else that was fetched', () => {
    const tree = { person: { secret: 1, name: 'Ada', id: 'p1', friends: [{ id: 'p2', name: 'Bob', __typename: 'Person' }] } };
    expect(respond('{ person { __typename id friends { name } called: __typename } }', tree).text).toBe(
      '{"person":{"__typename":"Person","id":"p1","friends":[{"name":"Bob"}],"called":"Person"}}',
    );
  });

  test('a private key becomes the client’s own, in data and in paths', () => {
    const { text, errors } = respond(
      '{ person { private_1: name name: id private_2: bestFriend { id } } }',
      { person: { private_1: 'Ada', name: 'p1', private_2: { id: true } } },
      {},
      { private_1: 'id', private_2: 'name2' },
    );
    expect(text).toBe('{"person":{"id":"Ada","name":"p1","name2":null}}');
    expect(errors).toEqual(['person.name2.id: Invalid value found for field Person.id.']);
  });

  test('fragments apply by the type that an object turns out to have', () => {
    const source = `query { nodes { id ...P ... on Shop { city } ... on Found { ... on Book { name } } ... { n: name } } } fragment P on Priced { price ...N } fragment N on Node { nn: name }`;
    expect(
      respond(source, { nodes: [book('b', { price: 3, n: 'n', nn: 'nn' }), shop('s', { city: 'Rome', n: 'm', nn: 'mm' }), null] }).text,
    ).toBe('{"nodes":[{"id":"b","price":3,"nn":"nn","name":"Book b","n":"n"},{"id":"s","city":"Rome","n":"m"},null]}');
  });

  test('a field that is selected in several places has what all of them select', () => {
    const source = `query { person { bestFriend { id } ...F ...F ... on Person { bestFriend { bestFriend { name } } } } } fragment F on Person { bestFriend { bestFriend { id } name } }`;
    const friend = { id: 'p2', name: 'Bob', bestFriend: { id: 'p1', name: 'Ada' } };
    expect(respond(source, { person: { bestFriend: friend } }).text).toBe(
      '{"person":{"bestFriend":{"id":"p2","bestFriend":{"id":"p1","name":"Ada"},"name":"Bob"}}}',
    );
  });

  test('fragments that spread each other twice do not double the work', () => {
    const last = 40;
    const chain = Array.from({ length: last }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ');
    expect(respond(`{ ...F0 } ${chain} fragment F${last} on Query { constructor }`, { constructor: 1 }).text).toBe('{"constructor":1}');
  });
});

describe('@skip and @include', () => {
  const person = { id: 'p1', name: 'Ada', bestFriend: { id: 'p2', name: 'Bob' } };

  test.each([
    [true, true, '{"person":{"id":"p1"}}'],
    [true, false, '{"person":{"id":"p1","name":"Ada"}}'],
    [false, false, '{"person":{"name":"Ada"}}'],
    [false, true, '{"person":{}}'],
  ])('with a = %s and b = %s', (a, b, text) => {
    expect(
      respond('query ($a: Boolean!, $b: Boolean!) { person { id @include(if: $a) name @skip(if: $b) } }', { person }, { a, b }).text,
    ).toBe(text);
  });

  test('literal conditions leave no trace', () => {
    const source = '{ person { id @include(if: false) name @skip(if: false) ... @skip(if: true) { bestFriend { id } } } }';
    expect(respond(source, { person }).text).toBe('{"person":{"name":"Ada"}}');
  });

  test('both on one selection must let it pass', () => {
    const source = 'query ($a: Boolean!, $b: Boolean!) { person { name id @include(if: $a) @skip(if: $b) } }';
    expect(respond(source, { person }, { a: true, b: true }).text).toBe('{"person":{"name":"Ada"}}');
    expect(respond(source, { person }, { a: true, b: false }).text).toBe('{"person":{"name":"Ada","id":"p1"}}');
  });

  test('a field stands where it is first selected and not left out', () => {
    const source = 'query ($a: Boolean!) { person { id @include(if: $a) name id } }';
    expect(respond(source, { person }, { a: true }).text).toBe('{"person":{"id":"p1","name":"Ada"}}');
    expect(respond(source, { person }, { a: false }).text).toBe('{"person":{"name":"Ada","id":"p1"}}');
  });

  test('of a field that is selected twice, only the selections that count add theirs', () => {
    const source =
      'query ($a: Boolean!, $b: Boolean!) { person { bestFriend @include(if: $a) { id } bestFriend @include(if: $b) { name } } }';
    expect(respond(source, { person }, { a: true, b: false }).text).toBe('{"person":{"bestFriend":{"id":"p2"}}}');
    expect(respond(source, { person }, { a: false, b: true }).text).toBe('{"person":{"bestFriend":{"name":"Bob"}}}');
    expect(respond(source, { person }, { a: true, b: true }).text).toBe('{"person":{"bestFriend":{"id":"p2","name":"Bob"}}}');
    expect(respond(source, { person }, { a: false, b: false }).text).toBe('{"person":{}}');
  });

  test('a fragment that is spread twice counts if either spread does', () => {
    const source =
      'query ($a: Boolean!, $b: Boolean!) { person { ...F @include(if: $a) ...F @include(if: $b) } } fragment F on Person { bestFriend { id } }';
    expect(respond(source, { person }, { a: false, b: true }).text).toBe('{"person":{"bestFriend":{"id":"p2"}}}');
    expect(respond(source, { person }, { a: false, b: false }).text).toBe('{"person":{}}');

    const merged = source.replace('...F @', 'bestFriend { name } ...F @');
    expect(respond(merged, { person }, { a: false, b: true }).text).toBe('{"person":{"bestFriend":{"name":"Bob","id":"p2"}}}');
    expect(respond(merged, { person }, { a: true, b: false }).text).toBe('{"person":{"bestFriend":{"name":"Bob","id":"p2"}}}');
    expect(respond(merged, { person }, { a: false, b: false }).text).toBe('{"person":{"bestFriend":{"name":"Bob"}}}');
  });

  test('one fragment may stand under other conditions elsewhere', () => {
    const source = `query ($a: Boolean!, $b: Boolean!) { person { ...F @include(if: $a) ...G } maybe { ...F @include(if: $b) ...G } }
      fragment F on Person { bestFriend { id } } fragment G on Person { bestFriend { name } }`;
    expect(respond(source, { person, maybe: person }, { a: true, b: false }).text).toBe(
      '{"person":{"bestFriend":{"id":"p2","name":"Bob"}},"maybe":{"bestFriend":{"name":"Bob"}}}',
    );
  });

  test('a field is there once, however many selections of it count', () => {
    const source = 'query ($a: Boolean!, $b: Boolean!) { person { id @include(if: $a) name id @include(if: $b) bestFriend { id } id } }';
    const friend = '"bestFriend":{"id":"p2"}';
    expect(respond(source, { person }, { a: true, b: true }).text).toBe(`{"person":{"id":"p1","name":"Ada",${friend}}}`);
    expect(respond(source, { person }, { a: true, b: false }).text).toBe(`{"person":{"id":"p1","name":"Ada",${friend}}}`);
    expect(respond(source, { person }, { a: false, b: true }).text).toBe(`{"person":{"name":"Ada","id":"p1",${friend}}}`);
    expect(respond(source, { person }, { a: false, b: false }).text).toBe(`{"person":{"name":"Ada",${friend},"id":"p1"}}`);
  });

  test('a private key becomes the client’s own here too', () => {
    const source = 'query ($a: Boolean!) { person { private: name @include(if: $a) } }';
    expect(respond(source, { person: { private: 'Ada' } }, { a: true }, { private: 'id' }).text).toBe('{"person":{"id":"Ada"}}');
  });

  test('a variable that is called as every object’s own members are is false when it is absent', () => {
    const source = 'query ($constructor: Boolean = true) { person { name id @include(if: $constructor) } }';
    expect(respond(source, { person }, {}).text).toBe('{"person":{"name":"Ada"}}');
  });

  test('what is left out is not checked', () => {
    const source = 'query ($a: Boolean!) { person { name id @include(if: $a) } }';
    expect(respond(source, { person: { name: 'Ada' } }, { a: false }).errors).toEqual([]);
  });
});

describe('abstract types', () => {
  test('an object may be known only by an interface', () => {
    const tree = {
      nodes: [{ __typename: 'Node', id: '1' }, { __typename: 'Priced', id: '2', price: 5 }, { id: '3' }, { __typename: null, id: '4' }],
    };
    expect(respond('{ nodes { id ... on Priced { price } ... on Book { name } } }', tree).data).toEqual({
      nodes: [{ id: '1' }, { id: '2', price: 5 }, { id: '3' }, { id: '4' }],
    });
  });

  test('the type name of such an object comes from the alias’s own key, if the plan fetched one', () => {
    const tree = { nodes: [{ __typename: 'Node', kind: 'Shop' }, { __typename: 'Node', kind: 'Node' }, { kind: { toString: 1 } }] };
    expect(respond('{ nodes { kind: __typename } }', tree)).toMatchObject({
      data: { nodes: [{ kind: 'Shop' }, null, null] },
      errors: ['nodes.1: The type of the object is not known.', 'nodes.2: The type of the object is not known.'],
    });
  });

  test('an object whose type name is asked for and not known is null', () => {
    expect(respond('{ node { id __typename } }', { node: { __typename: 'Node', id: '1' } })).toMatchObject({
      data: { node: null },
      errors: ['node: The type of the object is not known.'],
    });
  });

  test.each(['Secret', 'Person', '__proto__', 'constructor', '', 7, {}, ['Book']])(
    'an object of the type %p is null and its type is not told',
    (name) => {
      const { data, errors } = respond('{ node { id } nodes { id } }', {
        node: { __typename: name, id: '1' },
        nodes: [{ __typename: name, id: '2' }, book('3')],
      });
      expect(data).toEqual({ node: null, nodes: [null, { id: '3' }] });
      expect(errors).toEqual([
        'node: Invalid __typename found for object at field Query.node.',
        'nodes.0: Invalid __typename found for object at array element of type Node at index 0.',
      ]);
    },
  );

  test('a union’s objects go by their type too', () => {
    expect(
      respond('{ found { __typename ... on Shop { city } ... on Priced { price } } }', {
        found: [shop('1', { city: 'Rome' }), book('2', { price: 1 })],
      }).data,
    ).toEqual({
      found: [
        { __typename: 'Shop', city: 'Rome' },
        { __typename: 'Book', price: 1 },
      ],
    });
  });
});

describe('nulls', () => {
  const source = '{ maybe { id friends { id friends { id name } books { author { id } } } } }';
  const person = (more: object = {}) => ({ id: 'p', name: 'P', friends: [], books: null, ...more });

  test.each([
    ['the field itself', null, { maybe: null }, []],
    [
      'a missing non-null leaf',
      person({ id: undefined }),
      { maybe: null },
      ['maybe.id: Cannot return null for non-nullable field Person.id.'],
    ],
    [
      'a non-null list',
      person({ friends: null }),
      { maybe: null },
      ['maybe.friends: Cannot return null for non-nullable field Person.friends.'],
    ],
    [
      'an item of a non-null list',
      person({ friends: [person(), null] }),
      { maybe: null },
      ['maybe.friends.1: Cannot return null for non-nullable array element of type Person at index 1.'],
    ],
    [
      'a leaf four levels below',
      person({ friends: [person({ friends: [person({ name: null })] })] }),
      { maybe: null },
      ['maybe.friends.0.friends.0.name: Cannot return null for non-nullable field Person.name.'],
    ],
    [
      'a non-null object in a list that may be null',
      person({ friends: [person({ books: [{ author: null }] })] }),
      { maybe: { id: 'p', friends: [{ id: 'p', friends: [], books: null }] } },
      ['maybe.friends.0.books.0.author: Cannot return null for non-nullable field Book.author.'],
    ],
  ])('%s stops at the next position that may be null', (_, maybe, data, errors) => {
    expect(respond(source, { maybe })).toMatchObject({ data, errors });
  });

  test('up to the top, if nothing on the way may be null', () => {
    expect(respond('{ person { id } }', { person: { id: null } }).text).toBe('null');
    expect(respond('{ person { id } }', {})).toMatchObject({
      text: 'null',
      errors: ['person: Cannot return null for non-nullable field Query.person.'],
    });
  });

  test('one fault is one error, and a list names each of its faulty items', () => {
    const { data, errors } = respond('{ books { id author { id } } }', {
      books: [{ id: '1' }, { id: '2', author: { id: null } }, book('3', { author: { id: '4' } })],
    });
    expect(data).toEqual({ books: null });
    expect(errors).toEqual([
      'books.0.author: Cannot return null for non-nullable field Book.author.',
      'books.1.author.id: Cannot return null for non-nullable field Person.id.',
    ]);
  });

  test('what follows a fault in an object that is null by it is not looked at', () => {
    expect(respond('{ maybe { id name friends { id } } leaves { int } }', { maybe: {}, leaves: { int: 'x' } }).errors).toEqual([
      'maybe.id: Cannot return null for non-nullable field Person.id.',
      'leaves.int: Invalid value found for field Leaves.int.',
    ]);
  });

  test('a field may be null in one type and not in another', () => {
    const { data, errors } = respond('{ owned { owner { id } tags } }', {
      owned: [{ __typename: 'Bike' }, { __typename: 'Car', tags: [] }, { __typename: 'Car', owner: { id: '1' } }, { __typename: 'Owned' }],
    });
    expect(data).toEqual({ owned: [{ owner: null, tags: null }, null, null, { owner: null, tags: null }] });
    expect(errors).toEqual([
      'owned.1.owner: Cannot return null for non-nullable field Car.owner.',
      'owned.2.tags: Cannot return null for non-nullable field Car.tags.',
    ]);
  });

  test('a faulty item that may be null leaves the rest of the object to be looked at', () => {
    const { errors } = respond('{ owned { ... on Car { tags owner { id } } } }', { owned: [{ __typename: 'Car', tags: [1, 'x'] }] });
    expect(errors).toEqual([
      'owned.0.tags.1: Invalid value found for array element of type Int at index 1.',
      'owned.0.owner: Cannot return null for non-nullable field Car.owner.',
    ]);
  });

  test('an invalid response leaves no trace in the next one', () => {
    const writer = compileResponse(schema, planned('{ maybe { id } }'));
    expect(writer.toText({ maybe: {} }, {}, null)).toEqual({ text: '{"maybe":null}', invalid: true });
    expect(writer.toText({ maybe: { id: '1' } }, {}, null)).toEqual({ text: '{"maybe":{"id":"1"}}', invalid: false });
    expect(writer.toValue({ maybe: {} }, {})).toEqual({ value: { maybe: null }, invalid: true });
    expect(writer.toValue({ maybe: { id: '1' } }, {})).toEqual({ value: { maybe: { id: '1' } }, invalid: false });
  });
});

describe('lists of lists', () => {
  const source = '{ grid { all rows cells loose people { id } } }';
  const grid = {
    all: [[1], []],
    rows: [[2, 3]],
    cells: [[4], null],
    loose: [[5, null], null, []],
    people: [[{ id: '1' }, { id: '2' }], []],
  };

  test('are written as they are', () => {
    expect(respond(source, { grid }).text).toBe(JSON.stringify({ grid }));
  });

  test.each([
    ['all', [[1], [2, null]], null, 'grid.all.1.1: Cannot return null for non-nullable array element of type Int at index 1.'],
    ['all', [[1], null], null, 'grid.all.1: Cannot return null for non-nullable array element of type [Int!] at index 1.'],
    [
      'rows',
      [[1], [null]],
      { ...grid, rows: null },
      'grid.rows.1.0: Cannot return null for non-nullable array element of type Int at index 0.',
    ],
    [
      'cells',
      [[1], [null], [2]],
      { ...grid, cells: [[1], null, [2]] },
      'grid.cells.1.0: Cannot return null for non-nullable array element of type Int at index 0.',
    ],
    [
      'loose',
      [['1', 2], 3],
      { ...grid, loose: [[null, 2], null] },
      'grid.loose.0.0: Invalid value found for array element of type Int at index 0.',
    ],
    [
      'people',
      [[{ id: '1' }], [{}]],
      { ...grid, people: [[{ id: '1' }], null] },
      'grid.people.1.0.id: Cannot return null for non-nullable field Person.id.',
    ],
  ])('a fault in %s (%j) stops at the right level', (field, list, expected, error) => {
    const { data, errors } = respond(source, { grid: { ...grid, [field]: list } });
    expect(data).toEqual({ grid: expected });
    expect(errors[0]).toBe(error);
  });
});

describe('leaves', () => {
  test.each([
    ['int', [0, -0, 7, -7, 2147483648, 9007199254740991], ['7', 1.5, true, NaN, Infinity, {}, [1], 10n]],
    ['float', [0, 1.5, -1e300, 7], ['1.5', true, NaN, -Infinity, {}]],
    ['string', ['', 'x', 'null'], [1, true, {}, ['x']]],
    ['id', ['', 'x', '7'], [1.5, true, {}, ['x'], NaN]],
    ['boolean', [true, false], ['true', 0, 1, {}, []]],
    ['color', ['RED', 'GREEN', 'v'], ['red', 'BLUE', '', 'constructor', '__proto__', 0, true, {}, ['RED']]],
  ])('%s', (field, valid, invalid) => {
    const source = `{ leaves { ${field} } }`;
    for (const value of valid)
      expect(respond(source, { leaves: { [field]: value } }).text).toBe(`{"leaves":{"${field}":${JSON.stringify(value)}}}`);
    for (const value of invalid) {
      expect(respond(source, { leaves: { [field]: value } })).toMatchObject({
        text: `{"leaves":{"${field}":null}}`,
        errors: [`leaves.${field}: Invalid value found for field Leaves.${field}.`],
      });
    }
    for (const value of [null, undefined])
      expect(respond(source, { leaves: { [field]: value } })).toMatchObject({ text: `{"leaves":{"${field}":null}}`, errors: [] });
  });

  test('an ID is a text, also where a subgraph counts', () => {
    for (const id of [7, -0, 9007199254740991]) {
      expect(respond('{ leaves { id ids } }', { leaves: { id, ids: [id, 'x'] } }).data).toEqual({
        leaves: { id: String(id), ids: [String(id), 'x'] },
      });
    }
  });

  test('in lists', () => {
    const { text, errors } = respond('{ leaves { flags ids colors } }', {
      leaves: { flags: [true, false], ids: ['a', null, 1, {}], colors: ['RED', 'PINK'] },
    });
    expect(text).toBe('{"leaves":{"flags":[true,false],"ids":["a",null,"1",null],"colors":null}}');
    expect(errors).toEqual([
      'leaves.ids.3: Invalid value found for array element of type ID at index 3.',
      'leaves.colors.1: Invalid value found for array element of type Color at index 1.',
    ]);
  });

  test('a custom scalar passes as JSON says', () => {
    const values = ['a"b', 7, NaN, true, false, null, undefined, [1, undefined, { a: 'x\n' }], { b: undefined, c: null }, new Date(0), {}];
    const { text } = compileResponse(schema, planned('{ leaves { jsons } }')).toText({ leaves: { jsons: values } }, {}, null);
    expect(text).toBe(JSON.stringify({ leaves: { jsons: values } }));
    expect(respond('{ leaves { json } }', { leaves: { json: new Date(0) } }).text).toBe('{"leaves":{"json":"1970-01-01T00:00:00.000Z"}}');
    expect(
      compileResponse(schema, planned('{ leaves { json } }')).toText({ leaves: { json: { toJSON: () => undefined } } }, {}, null).text,
    ).toBe('{"leaves":{"json":null}}');
  });

  test.each([() => 1, Symbol('s'), 1n])('a custom scalar that JSON has no word for is invalid', (value) => {
    expect(respond('{ leaves { json } }', { leaves: { json: value } })).toMatchObject({
      text: '{"leaves":{"json":null}}',
      errors: ['leaves.json: Invalid value found for field Leaves.json.'],
    });
  });

  test('a custom scalar that must not be null is not', () => {
    expect(respond('{ leaves { mustJson } }', { leaves: { mustJson: false } }).text).toBe('{"leaves":{"mustJson":false}}');
    expect(respond('{ leaves { mustJson } }', { leaves: { mustJson: null } })).toMatchObject({
      text: '{"leaves":null}',
      errors: ['leaves.mustJson: Cannot return null for non-nullable field Leaves.mustJson.'],
    });
  });

  test('every character is written as JSON.stringify writes it', () => {
    const wrap = (string: string) => ({ leaves: { string, id: string, json: string, ids: [string] } });
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const writer = compileResponse(schema, planned('{ leaves { string id json ids } }'));
    const strings = [
      ...characters.map((c) => `a${c}b`),
      '😀',
      'a\ud83d',
      '\ude00b',
      '\ude00\ud83d',
      '"',
      '\\"',
      '\u2028',
      '\\u0041',
      '</script>',
    ];
    const wrong = strings.filter((string) => writer.toText(wrap(string), {}, null).text !== JSON.stringify(wrap(string)));
    expect(wrong).toEqual([]);
  });
});

describe('values of the wrong kind', () => {
  test.each(['text', 7, true, [], [book('1')]])('%j in place of an object is invalid', (wrong) => {
    expect(respond('{ book { price } node { ... on Priced { price } } }', { book: wrong, node: wrong })).toMatchObject({
      data: { book: null, node: null },
      errors: ['book: Invalid value found for field Query.book.', 'node: Invalid value found for field Query.node.'],
    });
  });

  test.each(['text', 7, {}, { length: 1, 0: book('1') }])('%j in place of a list is invalid', (wrong) => {
    expect(respond('{ books { name } maybe { friends { id } } }', { books: wrong, maybe: { friends: wrong } })).toMatchObject({
      data: { books: null, maybe: null },
      errors: ['books: Invalid value found for field Query.books.', 'maybe.friends: Invalid value found for field Person.friends.'],
    });
  });

  test('the error has a code', () => {
    const writer = compileResponse(schema, planned('{ leaves { int } }'));
    expect(writer.explain({ leaves: { int: 'x' } }, {})).toEqual([
      { message: 'Invalid value found for field Leaves.int.', path: ['leaves', 'int'], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } },
    ]);
  });
});

describe('names that every object has', () => {
  test('are null where the data has no such property of its own', () => {
    expect(
      respond('{ constructor odd { constructor toString { id } valueOf } book { valueOf: name } }', { odd: {}, book: { id: '1' } }),
    ).toMatchObject({
      data: { constructor: null, odd: { constructor: null, toString: null, valueOf: null }, book: null },
      errors: ['book.valueOf: Cannot return null for non-nullable field Book.name.'],
    });
    expect(respond('{ odd { hasOwnProperty } }', { odd: {} }).errors).toEqual([
      'odd.hasOwnProperty: Cannot return null for non-nullable field Odd.hasOwnProperty.',
    ]);
  });

  test('are read where it has', () => {
    const odd = { constructor: 'c', toString: { id: '1' }, hasOwnProperty: 2, valueOf: ['v'] };
    expect(respond('{ odd { constructor toString { id } hasOwnProperty valueOf } }', { odd }).text).toBe(JSON.stringify({ odd }));
  });

  test('are keys like any other', () => {
    const source = 'query ($a: Boolean!) { maybe { toString: name @include(if: $a) constructor: id } }';
    expect(respond(source, { maybe: { toString: 'Ada', constructor: '1' } }, { a: true }).text).toBe(
      '{"maybe":{"toString":"Ada","constructor":"1"}}',
    );
  });
});

describe('objects that stand at several places', () => {
  const counted = () => {
    const person = {
      reads: 0,
      get name() {
        this.reads++;
        return 'Ada';
      },
    };
    return person;
  };
  const share = (...objects: object[]): SharedObjects => new Map(objects.map((object) => [object, {}]));

  test('are written once for each selection', () => {
    const ada = counted();
    const tree = { person: { bestFriend: ada, friends: [ada, ada, { name: 'Bob' }] } };
    const writer = compileResponse(schema, planned('{ person { friends { name } bestFriend { called: __typename name } } }'));
    const text = '{"person":{"friends":[{"name":"Ada"},{"name":"Ada"},{"name":"Bob"}],"bestFriend":{"called":"Person","name":"Ada"}}}';

    expect(writer.toText(tree, {}, share(ada)).text).toBe(text);
    expect(ada.reads).toBe(2);
    expect(writer.toText(tree, {}, null).text).toBe(text);
    expect(ada.reads).toBe(5);
  });

  test('are as invalid at the second place as at the first', () => {
    const bob = { id: 'p2', bestFriend: { id: null } };
    const tree = { person: { id: 'p1', bestFriend: bob, friends: [bob, bob] } };
    const writer = compileResponse(schema, planned('{ person { bestFriend { id bestFriend { id } } friends { id bestFriend { id } } } }'));
    const shared = share(bob);
    const expected = {
      text: '{"person":{"bestFriend":{"id":"p2","bestFriend":null},"friends":[{"id":"p2","bestFriend":null},{"id":"p2","bestFriend":null}]}}',
      invalid: true,
    };

    expect(writer.toText(tree, {}, shared)).toEqual(expected);
    expect(writer.toText(tree, {}, shared)).toEqual(expected);
  });

  test('may be of several types of one interface', () => {
    const [b, s] = [book('1'), shop('2')];
    const writer = compileResponse(schema, planned('{ nodes { id __typename } node { id __typename } }'));
    const { text } = writer.toText({ nodes: [b, s, b, s], node: s }, {}, share(b, s));
    expect(JSON.parse(text)).toEqual({
      nodes: [
        { id: '1', __typename: 'Book' },
        { id: '2', __typename: 'Shop' },
        { id: '1', __typename: 'Book' },
        { id: '2', __typename: 'Shop' },
      ],
      node: { id: '2', __typename: 'Shop' },
    });
  });
});

describe('data without escapes', () => {
  test('is written the same without a look at each string', () => {
    const tree = { leaves: { string: 'plain', id: 7, ids: ['a', null], json: { a: 'b' }, jsons: ['c'], color: 'RED' } };
    const writer = compileResponse(schema, planned('{ leaves { string id ids json jsons color } }'));
    expect(writer.toText(tree, {}, null, true)).toEqual(writer.toText(tree, {}, null));
  });

  test('the look at each string is what the promise spares', () => {
    const writer = compileResponse(schema, planned('{ leaves { string } }'));
    expect(writer.toText({ leaves: { string: 'a"b' } }, {}, null, true).text).toBe('{"leaves":{"string":"a"b"}}');
  });

  test('the promise says nothing of the schema’s own strings', () => {
    const operation = planned('{ __schema { description } leaves { string } }');
    const tree = { __schema: { description: 'a "schema"' }, leaves: { string: 'plain' } };
    expect(compileResponse(schema, operation).toText(tree, {}, null, true).text).toBe(JSON.stringify(tree));
  });
});

describe('introspection', () => {
  const introspect = (source: string, variables = {}) => {
    const operation = planned(source);
    const answer = compileIntrospection(schema, operation)?.(variables);
    return { answer, text: answer && compileResponse(schema, operation).toText({ ...answer.data }, {}, null).text };
  };

  test('there is none to answer in an operation that does not ask', () => {
    expect(introspect('{ __typename book { id } }').answer).toBeUndefined();
  });

  test('is answered from the API schema, under the client’s keys', () => {
    const { answer, text } = introspect(
      'query ($name: String!) { t: __type(name: $name) { name kind fields { name } } none: __type(name: "Nobody") { name } book { id } }',
      { name: 'Person' },
    );
    expect(answer?.errors).toBeUndefined();
    expect(JSON.parse(text ?? '')).toEqual({
      t: { name: 'Person', kind: 'OBJECT', fields: ['id', 'name', 'bestFriend', 'friends', 'books'].map((name) => ({ name })) },
      none: null,
      book: null,
    });
    expect(Object.keys(answer?.data ?? {})).toEqual(['t', 'none']);
  });

  test('is found in fragments, whose other fields it leaves alone', () => {
    const source = `query { ...Q ... on Query { __schema { mutationType { name } } maybe { id } } } fragment Q on Query { books { id } __schema { queryType { ...T } } ...R } fragment R on Query { odd { constructor } } fragment T on __Type { name }`;
    const { answer } = introspect(source);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({ data: { __schema: { queryType: { name: 'Query' }, mutationType: null } } });
  });

  test.each([
    '{ ... { ... on Query { __schema { queryType { name } } } } }',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { __schema { queryType { name } } }',
  ])('is found in %s', (source) => {
    expect(introspect(source).text).toBe('{"__schema":{"queryType":{"name":"Query"}}}');
  });

  test('is looked for once in a fragment', () => {
    const last = 40;
    const chain = Array.from({ length: last }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ');
    expect(introspect(`{ ...F0 } ${chain} fragment F${last} on Query { constructor }`).answer).toBeUndefined();
  });

  test('conditions count', () => {
    const source = 'query ($a: Boolean!) { __schema @include(if: $a) { queryType { name } } __typename }';
    expect(JSON.parse(JSON.stringify(introspect(source, { a: false }).answer))).toEqual({ data: {} });
  });
});
