import { describe, expect, test } from '@jest/globals';
import { GraphQLError, parse, print, stripIgnoredCharacters, validate } from 'graphql';
import { normalisedKey } from '../src/operation/normalised-key.ts';
import { operationOf } from '../src/operation/operation-of.ts';
import { eachFetch } from '../src/plan/each-fetch.ts';
import type { InputSelection } from '../src/plan/nodes.ts';
import type { PlannedOperation } from '../src/plan/planned.ts';
import { Planner } from '../src/plan/planner.ts';
import { composed, type TestSubgraph } from '../testing/subgraphs.ts';

function plannerOf(subgraphs: Record<string, string>): Planner {
  const services = Object.entries(subgraphs).map(([name, typeDefs]): [string, TestSubgraph] => [name, { typeDefs }]);
  return Planner.of(composed(Object.fromEntries(services)).supergraphSdl);
}

function planned(planner: Planner, text: string): PlannedOperation {
  const document = parse(text);
  expect(validate(planner.schema, document)).toEqual([]);
  return planner.plan(document, operationOf(document));
}

/** Each fetch in a line: subgraph, path, what it sends (`sentAs: key` where they differ), what it asks for. */
function fetchesOf({ plan }: PlannedOperation): string[] {
  const lines: string[] = [];
  eachFetch(plan, ({ serviceName, operation, requires }, path) => {
    const at = path.length > 0 ? ` at ${path.join('.')}` : '';
    const sends = requires ? ` sends ${requires.map(inputText).join(' ')}` : '';
    lines.push(`${serviceName}${at}${sends} asks ${selectionsOf(operation)}`);
  });
  return lines;
}

function inputText(input: InputSelection): string {
  const inner = input.selections ? `{${input.selections.map(inputText).join(' ')}}` : '';
  if (input.kind === 'InlineFragment') return `...on ${input.typeCondition}${inner}`;
  return `${input.sentAs === input.key ? '' : `${input.sentAs}: `}${input.key}${inner}`;
}

function selectionsOf(operation: string): string {
  const { selectionSet } = operationOf(parse(operation));
  const text = stripIgnoredCharacters(print(selectionSet));
  return text.replace(/^\{_entities\(representations:\$representations\)(.*)\}$/, '$1');
}

function refusal(plan: () => unknown): GraphQLError {
  try {
    plan();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('It was planned.');
}

const SHOP = {
  catalog: `
    type Query { products: [Product!]! product(id: ID!, rank: Int): Product }
    type Product @key(fields: "id") {
      id: ID! name: String weight: Int secret: Int @inaccessible
      price(currency: String = "USD"): Int size: Size
    }
    type Size { width(unit: String): Int }`,
  delivery: `
    type Subscription { shipped: Product }
    type Product @key(fields: "id") {
      id: ID! weight: Int @external secret: Int @external price(currency: String = "USD"): Int @external size: Size @external
      shipping: Int @requires(fields: "weight")
      risk: Int @requires(fields: "secret")
      duty: Int @requires(fields: "price(currency: \\"US  D\\")")
      vat: Int @requires(fields: "price(currency: \\"EUR\\")")
      fits: Boolean @requires(fields: "size { width(unit: \\"cm\\") }")
      note(text: String): String
    }
    type Size { width(unit: String): Int @external }`,
};
const shop = plannerOf(SHOP);

describe('what the planner sees', () => {
  test('a subgraph is entered by a key that it can resolve, whichever it names first', () => {
    const planner = plannerOf({
      a: `type Product @key(fields: "id") { id: ID! name: String }`,
      b: `
        type Query { product: Product }
        type Product @key(fields: "sku", resolvable: false) @key(fields: "id") {
          id: ID! sku: ID! name: String @external label: String @requires(fields: "name")
        }`,
    });
    expect(fetchesOf(planned(planner, '{ product { label } }'))).toEqual([
      'b asks {product{__typename id}}',
      'a at product sends ...on Product{__typename id} asks {...on Product{name}}',
      'b at product sends ...on Product{__typename name id} asks {...on Product{label}}',
    ]);
  });

  test('an input with arguments is fetched beside the same field of the client, and sent under its own name', () => {
    expect(fetchesOf(planned(shop, '{ products { price duty } }'))).toEqual([
      'catalog asks {products{__typename id price executor_input_0:price(currency:"US  D")}}',
      'delivery at products.@ sends ...on Product{__typename id price: executor_input_0} asks {...on Product{duty}}',
    ]);
  });

  test('an input with arguments may be deep in what is required', () => {
    expect(fetchesOf(planned(shop, '{ products { size { width(unit: "mm") } fits } }'))).toEqual([
      'catalog asks {products{__typename id size{width(unit:"mm")executor_input_2:width(unit:"cm")}}}',
      'delivery at products.@ sends ...on Product{__typename id size{width: executor_input_2}} asks {...on Product{fits}}',
    ]);
  });

  test('an input of an interface is one field for all its types', () => {
    const planner = plannerOf({
      a: `
        type Query { shelves: [Shelf] }
        interface Media { title(lang: String): String }
        type Book implements Media { title(lang: String): String pages(unit: String): Int }
        type Film implements Media { title(lang: String): String }
        type Shelf @key(fields: "id") { id: ID! best: Media }`,
      b: `
        interface Media { title(lang: String): String }
        type Book implements Media { title(lang: String): String @external pages(unit: String): Int @external }
        type Film implements Media { title(lang: String): String @external }
        type Shelf @key(fields: "id") {
          id: ID! best: Media @external
          label: String @requires(fields: "best { title(lang: \\"en\\") ... on Book { title(lang: \\"en\\") pages(unit: \\"cm\\") } }")
        }`,
    });
    const [first, second] = fetchesOf(planned(planner, '{ shelves { label best { title(lang: "fr") } } }'));
    expect(first).toContain('executor_input_0:title(lang:"en")');
    expect(first).toContain('title(lang:"fr")');
    expect(first).toContain('executor_input_1:pages(unit:"cm")');
    expect(second).toBe(
      'b at shelves.@ sends ...on Shelf{__typename id best{title: executor_input_0 ...on Book{title: executor_input_0 pages: executor_input_1}}} asks {...on Shelf{label}}',
    );
  });

  test('inputs of different types do not part a request', () => {
    const planner = plannerOf({
      a: `
        type Query { things: [Thing] }
        union Thing = Item | Box
        type Item @key(fields: "id") { id: ID! price(currency: String): Int }
        type Box @key(fields: "id") { id: ID! price(currency: String): Int }`,
      b: `
        type Item @key(fields: "id") { id: ID! price(currency: String): Int @external duty: Int @requires(fields: "price(currency: \\"USD\\")") }
        type Box @key(fields: "id") { id: ID! price(currency: String): Int @external duty: Int @requires(fields: "price(currency: \\"EUR\\")") }`,
    });
    expect(fetchesOf(planned(planner, '{ things { ... on Item { duty } ... on Box { duty } } }'))).toHaveLength(2);
  });

  test('two inputs that would be sent under one name are sent in requests of their own', () => {
    const text = 'query ($text: String) { products { duty vat note(text: $text) shipping } }';
    const operation = planned(shop, text);
    expect(fetchesOf(operation)).toEqual([
      'catalog asks {products{__typename id weight executor_input_1:price(currency:"EUR")executor_input_0:price(currency:"US  D")}}',
      'delivery at products.@ sends ...on Product{__typename id weight price: executor_input_0} asks {...on Product{duty note(text:$text)shipping}}',
      'delivery at products.@ sends ...on Product{__typename id weight price: executor_input_1} asks {...on Product{vat}}',
    ]);
    const variables: (readonly string[])[] = [];
    eachFetch(operation.plan, (fetch) => {
      variables.push(fetch.variableUsages);
      expect(fetch.operation.includes('$text')).toBe(fetch.variableUsages.includes('text'));
    });
    expect(variables).toEqual([[], ['text'], []]);
  });

  test('inputs that are sent at different places do not part a request', () => {
    const planner = plannerOf({
      a: `
        type Query { parcels: [Parcel] }
        type Parcel @key(fields: "id") { id: ID! front: Side back: Side }
        type Side { width(unit: String): Int }`,
      b: `
        type Parcel @key(fields: "id") {
          id: ID! front: Side @external back: Side @external
          one: Int @requires(fields: "front { width(unit: \\"cm\\") }")
          two: Int @requires(fields: "back { width(unit: \\"mm\\") }")
        }
        type Side { width(unit: String): Int @external }`,
    });
    expect(fetchesOf(planned(planner, '{ parcels { one two } }'))).toHaveLength(2);
  });

  test('private names give way to a graph that has them already', () => {
    const planner = plannerOf({
      a: `
        type Query { products: [Product] }
        type Product @key(fields: "id") { id: ID! executor_input_0: Int executor_alias_0: Int price(currency: String): Int }`,
      b: `
        type Product @key(fields: "id") {
          id: ID! price(currency: String): Int @external duty: Int @requires(fields: "price(currency: \\"USD\\")")
        }`,
    });
    const [first] = fetchesOf(planned(planner, '{ products { executor_input_0 executor_alias_0 id: duty duty } }'));
    expect(first).toBe('a asks {products{__typename id executor_input_0 executor_alias_0 executor_input1_0:price(currency:"USD")}}');
  });

  test('clients never see the fields that only the planner needs', () => {
    expect(validate(shop.schema, parse('{ products { executor_input_0 } }'))).toHaveLength(1);
    expect(validate(shop.schema, parse('{ products { secret } }'))).toHaveLength(1);
    expect(shop.fullSchema.getType('Product')).toMatchObject({ name: 'Product' });
    expect(validate(shop.fullSchema, parse('{ products { executor_input_0 secret } }'))).toEqual([]);
  });

  test('a graph that is no supergraph is refused in words of its own', () => {
    expect(() => Planner.of('type Query { a: Int }')).toThrow('must be a core schema');
    expect(() => Planner.of('type Query {')).toThrow('Syntax Error');
  });
});

describe('names of a client', () => {
  test('an alias that is the name of a required field does not become its value', () => {
    const operation = planned(shop, '{ products { weight: name shipping } }');
    expect(fetchesOf(operation)).toEqual([
      'catalog asks {products{__typename id executor_alias_0:name weight}}',
      'delivery at products.@ sends ...on Product{__typename id weight} asks {...on Product{shipping}}',
    ]);
    expect([...operation.clientKeys]).toEqual([['executor_alias_0', 'weight']]);
  });

  test.each([
    ['a key', '{ products { id: name note } }', 'executor_alias_0:name'],
    ['a required field that clients cannot see', '{ products { secret: name risk } }', 'executor_alias_0:name'],
    ['the name of the type', '{ products { __typename: name note } }', 'executor_alias_0:name'],
    ['a required field with arguments', '{ products { executor_input_0: name duty } }', 'executor_alias_0:name'],
    ['a name that the planner makes up', '{ products { id__alias_0: name note } }', 'executor_alias_0:name'],
    ['an input of another type', '{ products { size { executor_input_0: width } } }', 'executor_alias_0:width'],
    ['a private alias', '{ products { executor_alias_7: name note } }', 'executor_alias_0:name'],
  ])('an alias does not stand in for %s', (_, text, alias) => {
    const [first] = fetchesOf(planned(shop, text));
    expect(first).toContain(alias);
  });

  test('an alias in a fragment on an interface does not stand in for a field of its types', () => {
    const planner = plannerOf({
      a: `
        type Query { things: [Thing] }
        interface Thing { name: String }
        type Item implements Thing @key(fields: "id") { id: ID! name: String }`,
      b: `type Item @key(fields: "id") { id: ID! cost: Int }`,
    });
    const operation = planned(planner, '{ things { id: name ... on Item { id: name cost } } }');
    expect([...operation.clientKeys]).toEqual([['executor_alias_0', 'id']]);
    expect(planned(planner, '{ things { id: name ... on Item { cost } } }').clientKeys.size).toBe(1);
    expect(fetchesOf(operation)).toEqual([
      'a asks {things{__typename executor_alias_0:name ...on Item{__typename id executor_alias_0:name}}}',
      'b at things.@ sends ...on Item{__typename id} asks {...on Item{cost}}',
    ]);
  });

  test('other aliases, and introspection, stay as they are', () => {
    const text =
      '{ product: __schema { types { kind: name } } products { label: name name: name } __type(name: "Product") { kind: name } }';
    const { document, clientKeys } = planned(shop, text);
    expect(clientKeys.size).toBe(0);
    expect(stripIgnoredCharacters(print(document))).toBe(stripIgnoredCharacters(text));
  });

  test('an error path tells nothing of private names', () => {
    const { pathNames } = planned(shop, '{ products { weight: name duty } }');
    expect(pathNames.get('executor_alias_0')).toBe('weight');
    expect(pathNames.get('executor_input_0')).toBe('price');
  });

  test("an error path has the client's key where the planner made up another", () => {
    const planner = plannerOf({
      a: `
        type Query { things: [Thing] }
        union Thing = Item | Box
        type Item @key(fields: "id") { id: ID! size: Int name: String }
        type Box @key(fields: "id") { id: String! size: String name: Int }`,
      b: `
        type Item @key(fields: "id") { id: ID! cost: Int }
        type Box @key(fields: "id") { id: String! cost: Int }`,
    });
    const { pathNames, plan } = planned(planner, '{ things { ... on Item { size: name cost } ... on Box { label: size cost } } }');
    const rewritten: string[] = [];
    eachFetch(plan, ({ outputRewrites }) => rewritten.push(...outputRewrites.map(({ path }) => path.at(-1) ?? '')));
    expect(rewritten).toEqual(['id__alias_0']);
    expect(pathNames.get('id__alias_0')).toBe('id');
    expect(pathNames.get('executor_alias_0')).toBe('size');
  });

  test('an error path has it too where both made up a name', () => {
    const planner = plannerOf({
      a: `
        type Query { things: [Thing] }
        union Thing = Item | Box
        type Item @key(fields: "id") { id: ID! size: Int @shareable }
        type Box @key(fields: "id") { id: ID! size: Int! @shareable }`,
      b: `type Box @key(fields: "id") { id: ID! size: Int @shareable }`,
    });
    const { pathNames } = planned(planner, '{ things { ... on Item { id: size } ... on Box { id: size } } }');
    expect(pathNames.get('executor_alias_0__alias_0')).toBe('id');
  });

  test.each([
    ['an alias', '{ products { __proto__: name } }'],
    ['a variable', 'query ($__proto__: Int) { product(id: 1, rank: $__proto__) { name } }'],
    ['a fragment', '{ products { ...__proto__ } } fragment __proto__ on Product { name }'],
    ['an operation', 'query __proto__ { products { name } }'],
  ])('__proto__ is refused as the name of %s', (_, text) => {
    const { message, extensions } = refusal(() => planned(shop, text));
    expect([message, extensions]).toEqual(['The name "__proto__" is not allowed.', { code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });

  test('names that every object has are names like others', () => {
    const planner = plannerOf({
      constructor: `
        type Query { toString(valueOf: Int): [constructor!] }
        type constructor @key(fields: "valueOf") { valueOf: ID! toString(constructor: Int): Int hasOwnProperty: Int }`,
      toString: `
        type constructor @key(fields: "valueOf") {
          valueOf: ID! toString(constructor: Int): Int @external isPrototypeOf: Int @requires(fields: "toString(constructor: 1)")
        }`,
    });
    const text = `query constructor($toString: Int) { toString(valueOf: $toString) { ...valueOf } }
      fragment valueOf on constructor { constructor: hasOwnProperty isPrototypeOf toString: hasOwnProperty }`;
    expect(fetchesOf(planned(planner, text))).toEqual([
      'constructor asks {toString(valueOf:$toString){__typename constructor:hasOwnProperty executor_alias_0:hasOwnProperty ' +
        'valueOf executor_input_0:toString(constructor:1)}}',
      'toString at toString.@ sends ...on constructor{__typename valueOf toString: executor_input_0} asks {...on constructor{isPrototypeOf}}',
    ]);
  });
});

describe('a plan', () => {
  const nodes = plannerOf({
    a: `
      type Query { a: Node product: Product! holder: Holder }
      interface HasNode { node: Node }
      type Holder implements HasNode { node: Node name: String }
      interface Node @key(fields: "id") { id: ID! }
      type Product @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
    b: `
      type Query { b: Node }
      type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }
      interface Product @key(fields: "id") { id: ID! }
      type Bread implements Product @key(fields: "id") { id: ID! name: String! }`,
  });

  test.each([
    ['{ a { field } }', 'Query.a'],
    ['{ b { field } left: a { ... on Node { field } } }', 'Query.a'],
    ['{ b @include(if: false) { id } a { field } }', 'Query.a'],
    ['{ holder { name ... on HasNode { node { field } } } }', 'HasNode.node'],
  ])('that leaves out a field is refused: %s', (text, field) => {
    const error = refusal(() => planned(nodes, text));
    expect(error.message).toBe(`No subgraph can resolve "${field}" here.`);
    expect(error.extensions).toEqual({ code: 'QUERY_PLANNING_FAILED' });
  });

  test.each([
    '{ name ... @include(if: $yes) { ... @skip(if: $yes) { note } } }',
    '{ name note @include(if: $yes) @skip(if: $yes) }',
    '@include(if: $yes) { ... on Product @skip(if: $yes) { note size { width } } }',
    '@include(if: false) { name }',
    '{ name size @include(if: $yes) { width @skip(if: $yes) } }',
  ])('may leave out what is never asked for: %s', (selections) => {
    const { plan } = planned(shop, `query ($yes: Boolean!) { products ${selections} product(id: 1) @include(if: $yes) { name } }`);
    expect(plan).not.toBeNull();
  });

  test('may leave out types that the subgraph never answers', () => {
    const planner = plannerOf({
      a: `
        type Query { thing: Thing @shareable }
        union Thing = Item
        type Item @shareable { name: String }`,
      b: `
        type Query { thing: Thing @shareable }
        union Thing = Item | Box
        type Item @shareable { name: String }
        type Box { size: Int }`,
    });
    expect(fetchesOf(planned(planner, '{ thing { ... on Item { name } ... on Box { size } } }'))).toHaveLength(1);
  });

  test('is null where there is nothing to fetch', () => {
    for (const nothing of [
      '{ __typename __schema { queryType { name } } }',
      'query ($yes: Boolean!) { ...I ... @include(if: $yes) { n: __typename } } fragment I on Query { __type(name: "Query") { isOneOf } }',
    ]) {
      expect(planned(shop, nothing).plan).toBeNull();
    }
    expect(planned(shop, '{ products @include(if: false) { name } }').plan).toBeNull();
    const never = 'query ($yes: Boolean!) { products @include(if: $yes) { ... on Product @skip(if: $yes) { name } } }';
    expect(planned(shop, never).plan).toBeNull();
  });

  test('has branches for the conditions of a client', () => {
    const { plan } = planned(shop, 'query ($yes: Boolean!) { products { name ... @include(if: $yes) { duty vat } } }');
    expect(plan).toMatchObject({ kind: 'Sequence', nodes: [{ kind: 'Fetch' }, { kind: 'Condition', condition: 'yes', ifClause: {} }] });
  });

  test('of a subscription begins with the operation that is streamed', () => {
    const { plan, primary } = planned(shop, 'subscription { shipped { name: shipping note } }');
    if (plan?.kind !== 'Sequence') throw new Error('It is no sequence.');
    expect(plan.nodes[0]).toBe(primary);
    expect(primary).toMatchObject({ serviceName: 'delivery', operation: 'subscription{shipped{__typename id note}}' });
    expect(fetchesOf({ ...planned(shop, '{ products { name } }'), plan }).map((line) => line.split(' ')[0])).toEqual([
      'delivery',
      'catalog',
      'delivery',
    ]);
    const { plan: alone, primary: only } = planned(shop, 'subscription { shipped { note } }');
    expect(alone).toEqual({ kind: 'Sequence', nodes: [only] });
    expect(planned(shop, '{ products { name } }').primary).toBeNull();
  });

  test('that the planner cannot make is refused without telling of subgraphs', () => {
    const planner = plannerOf({
      a: `
        type Query { node: Node @shareable }
        interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! name: String }
        type Chat implements Node @key(fields: "id") { id: ID! @external account: Account }`,
      b: `
        type Query { node: Node @shareable }
        interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! @external chats: [Chat] }
        type Chat implements Node @key(fields: "id") { id: ID! text: String }`,
    });
    const error = refusal(() => planned(planner, '{ node { id } }'));
    expect(error.message).toBe('This operation cannot be planned.');
    expect(error.extensions).toEqual({ code: 'QUERY_PLANNING_FAILED' });
    expect(error.originalError?.message).toContain('Was not able to find any options');
  });

  test('is made at once of fragments that double at each level', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n + 1} on Product { ...f${n} ...f${n} size { ...s${n} } }
      fragment s${n + 1} on Size { ...s${n} ...s${n} }`,
    );
    const document = parse(`{ products { ...f40 } } fragment f0 on Product { name } fragment s0 on Size { width } ${fragments.join()}`);
    expect(fetchesOf(shop.plan(document, operationOf(document)))).toEqual(['catalog asks {products{name size{width}}}']);
  });

  test('has no paths with type conditions, whatever the configuration asks for', () => {
    const { supergraphSdl } = composed({
      a: {
        typeDefs: `
          type Query { things: [Thing] }
          union Thing = Item | Box
          type Item { part: Part }
          type Box { part: Part }
          type Part @key(fields: "id") { id: ID! }`,
      },
      b: { typeDefs: `type Part @key(fields: "id") { id: ID! name: String }` },
    });
    const planner = Planner.of(supergraphSdl, { typeConditionedFetching: true });
    const paths: (readonly string[])[] = [];
    eachFetch(planned(planner, '{ things { ... on Item { part { name } } } }').plan, (_, path) => paths.push(path));
    expect(paths).toEqual([[], ['things', '@', 'part']]);
  });

  test('is of the operation that was asked for and of nothing else in its document', () => {
    const document = parse(
      'query A { products { ...a } } query B { products { ...b } } fragment a on Product { name } fragment b on Product { weight }',
    );
    const operation = shop.plan(document, operationOf(document, 'B'));
    expect(fetchesOf(operation)).toEqual(['catalog asks {products{weight}}']);
    expect(print(operation.document)).not.toContain('query A');
    expect(operation.document.definitions).toContain(operation.operation);
  });
});

describe('an operation', () => {
  test.each([
    ['{ a } { b }', undefined, 'Must provide operation name if query contains multiple operations.'],
    ['query A { a }', 'B', 'Unknown operation named "B".'],
    ['query A { a }', '', 'Unknown operation named "".'],
    ['fragment f on Query { a }', undefined, 'Must provide an operation.'],
    ['fragment f on Query { a }', 'A', 'Unknown operation named "A".'],
  ])('of %s called %s is refused: %s', (text, name, message) => {
    expect(refusal(() => operationOf(parse(text), name)).message).toBe(message);
  });

  test('is found by its name, or is the only one', () => {
    expect(operationOf(parse('query A { a } query B { b }'), 'B').name?.value).toBe('B');
    expect(operationOf(parse('query A { a } fragment f on Query { a }'), null).name?.value).toBe('A');
  });

  const key = (text: string, name?: string) => normalisedKey(parse(text), operationOf(parse(text), name));

  test('has one key, whatever surrounds it', () => {
    const one = key('query A($x: Int) { ...f ...g } fragment f on Query { a(x: $x, y: "t") } fragment g on Query { b }');
    const other = `
      # the same
      fragment unused on Query { c }
      query B { ...unused }
      fragment g on Query { b }
      query A($x: Int) { ...f, ...g }
      fragment f on Query {
        a(x: $x, y: """t""")
      }`;
    expect(key(other, 'A').replaceAll('"""', '"')).toBe(one);
    expect(key('{ a }')).toBe(key('query { a }'));
  });

  test('has another key where it means something else', () => {
    const texts = [
      '{ a }',
      'query A { a }',
      'mutation { a }',
      '{ a(x: 1) }',
      '{ a(x: 2) }',
      '{ a(x: "1") }',
      '{ b: a }',
      '{ a @include(if: true) }',
      '{ ...f } fragment f on Query { a }',
      '{ ...f } fragment f on Query { b }',
    ];
    expect(new Set(texts.map((text) => key(text))).size).toBe(texts.length);
  });
});
