import { expect, test } from '@jest/globals';
import {
  buildSchema,
  executeSync,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { compileResponse } from '../src/response/compile.ts';

const OPERATIONS = 200;
const SEED = Number(process.env.RESPONSE_SEED ?? 4);

const schema = buildSchema(`
  scalar Json
  enum Color { RED GREEN BLUE }
  interface Node { id: ID! name: String next: Node must: Node! }
  interface Sized implements Node { id: ID! name: String next: Node must: Node! size: Int! sizes: [[Float!]] }
  union Any = Item | Box | Part
  type Item implements Node & Sized { id: ID! name: String next: Item must: Box! size: Int! sizes: [[Float!]] color: Color colors: [Color!]! any: Any json: Json }
  type Box implements Node & Sized { id: ID! name: String next: Node must: Node! size: Int! sizes: [[Float!]] items: [Item!] grid: [[Item!]!]! anys: [Any!]! open: Boolean! }
  type Part { width: Float constructor: String! toString: Part of: [Node] all: [[Any]!] }
  type Query { node: Node nodes: [Node!] any: Any anys: [[Any!]]! box: Box! sized: [Sized] part: Part color: Color! }
`);

test(`the response of ${OPERATIONS} random operations over random faulty data is graphql-js’s (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const seen = { operations: 0, invalid: 0, nothing: 0 };
  while (seen.operations < OPERATIONS) {
    const source = operationOf(random);
    const document = parse(source);
    if (validate(schema, document).length > 0) continue;
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('not an operation');
    const variables = { a: random.chance(0.5), b: random.chance(0.5) };

    const data: Record<string, unknown> = {};
    const faults = random.chance(0.2) ? 0 : random.next() * 0.3;
    const expected = executeSync({ schema, document, rootValue: data, variableValues: variables, fieldResolver: invent(random, faults) });

    const writer = compileResponse(schema, { document, operation, plan: null, primary: null, clientKeys: new Map(), pathNames: new Map() });
    const places = new Map(everyObject(data).map((object) => [object, {}]));
    const { text, invalid } = writer.toText(data, variables, null);
    const paths = writer.explain(data, variables).map((error) => error.path?.join('.'));
    const expectedPaths = (expected.errors ?? []).map((error) => error.path?.join('.'));
    const ours = {
      text,
      shared: writer.toText(data, variables, places).text,
      value: JSON.stringify(writer.toValue(data, variables).value),
      invalid,
      firstPath: paths[0],
      // graphql-js leaves a list at its first faulty item
      missingPaths: expectedPaths.filter((path) => !paths.includes(path)),
    };
    const theirs = JSON.stringify(expected.data);
    const wanted = {
      text: theirs,
      shared: theirs,
      value: theirs,
      invalid: expected.errors !== undefined,
      firstPath: expectedPaths[0],
      missingPaths: [],
    };
    expect({ source, variables, ...ours }).toEqual({ source, variables, ...wanted });

    seen.operations++;
    if (invalid) seen.invalid++;
    if (text === 'null') seen.nothing++;
  }
  // so that the test is about what it says
  expect(seen.invalid).toBeGreaterThan(OPERATIONS / 5);
  expect(seen.operations - seen.invalid).toBeGreaterThan(OPERATIONS / 5);
  expect(seen.nothing).toBeGreaterThan(OPERATIONS / 50);
});

/** Mulberry32. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

function operationOf(random: Random): string {
  const fragments: string[] = [];

  const directives = (): string => {
    if (!random.chance(0.2)) return '';
    return ` @${random.pick(['skip', 'include'])}(if: ${random.pick(['$a', '$b', 'true', 'false'])})`;
  };

  const selectionsOf = (type: GraphQLCompositeType, depth: number): string => {
    const selections = Array.from({ length: 1 + random.below(4) }, () => (isUnionType(type) ? '' : fieldOf(type.getFields(), depth)));
    if (random.chance(0.2)) selections.push(`${random.chance(0.5) ? 'kind: ' : ''}__typename${directives()}`);
    for (let i = isObjectType(type) ? 1 : 3; i > 0; i--) if (random.chance(0.4)) selections.push(fragmentOf(type, depth));
    return `{ ${selections.filter(Boolean).join(' ') || '__typename'} }`;
  };

  const fieldOf = (fields: Record<string, { name: string; type: GraphQLOutputType }>, depth: number): string => {
    const leaves = Object.values(fields).filter((field) => isLeafType(getNamedType(field.type)));
    const field = random.pick(depth > 0 || leaves.length === 0 ? Object.values(fields) : leaves);
    const alias = random.chance(0.2) ? `${random.pick(['x', 'y', 'valueOf', 'name'])}: ` : '';
    const type = getNamedType(field.type);
    return `${alias}${field.name}${directives()}${isLeafType(type) || !isComposite(type) ? '' : ` ${selectionsOf(type, depth - 1)}`}`;
  };

  const fragmentOf = (type: GraphQLCompositeType, depth: number): string => {
    if (depth <= 0) return '__typename';
    const on = random.pick(Object.values(schema.getTypeMap()).filter((other) => isComposite(other) && !other.name.startsWith('__')));
    if (!isComposite(on)) return '';
    if (random.chance(0.2) && fragments.length > 0) return `...F${random.below(fragments.length)}${directives()}`;
    if (random.chance(0.5))
      return `... ${random.chance(0.8) ? `on ${on.name}${directives()} ${selectionsOf(on, depth - 1)}` : `${directives()} ${selectionsOf(type, depth - 1)}`}`;
    const body = selectionsOf(on, depth - 1);
    fragments.push(`fragment F${fragments.length} on ${on.name} ${body}`);
    return `...F${fragments.length - 1}${directives()}`;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error('no query type');
  const root = selectionsOf(query, 1 + random.below(4));
  const used = new Set<string>();
  const use = (text: string): void => {
    for (const [, number] of text.matchAll(/\.\.\.F(\d+)/g)) {
      const fragment = fragments[Number(number)];
      if (!fragment || used.has(fragment)) continue;
      used.add(fragment);
      use(fragment);
    }
  };
  use(root);
  const text = [root, ...used].join('\n');
  const variables = ['a', 'b'].filter((name) => text.includes(`$${name}`)).map((name) => `$${name}: Boolean!`);
  return `query${variables.length > 0 ? ` (${variables.join(', ')})` : ''} ${text}`;
}

/** Makes up the value of each field that graphql-js asks for and leaves it in the object, under the key of the response. */
function invent(random: Random, faults: number) {
  const known: object[] = [];
  return (source: Record<string, unknown>, _: unknown, __: unknown, info: GraphQLResolveInfo): unknown => {
    const { key } = info.path;
    if (!Object.hasOwn(source, key))
      Object.defineProperty(source, key, { value: valueOf(info.returnType), enumerable: true, writable: true, configurable: true });
    return source[key];
  };

  function valueOf(type: GraphQLOutputType): unknown {
    const nullable = getNullableType(type);
    if (random.chance(faults)) return random.chance(0.3) ? undefined : random.pick([null, wrong(nullable)]);
    return nullable === type && random.chance(0.15) ? null : possible(nullable);
  }

  function possible(type: GraphQLOutputType): unknown {
    if (isListType(type)) return Array.from({ length: random.below(4) }, () => valueOf(type.ofType));
    const named = getNamedType(type);
    if (isEnumType(named)) return random.pick(named.getValues()).name;
    if (!isComposite(named)) return LEAVES[named.name]?.(random);
    if (known.length > 0 && random.chance(0.1)) {
      const again = random.pick(known);
      if ('__typename' in again && possibleNames(named).includes(String(again.__typename))) return again;
    }
    const object = { __typename: random.chance(faults) && !isObjectType(named) ? 'Secret' : random.pick(possibleNames(named)) };
    known.push(object);
    return object;
  }
}

/** A value that graphql-js doesn't take either. It takes anything for an object of a known type and for a custom scalar. */
function wrong(type: GraphQLOutputType): unknown {
  return isObjectType(type) || (isScalarType(type) && !isSpecifiedScalarType(type)) ? null : Symbol('wrong');
}

const LEAVES: Readonly<Record<string, (random: Random) => unknown>> = {
  ID: (random) => `id ${random.below(100)}`,
  Int: (random) => random.below(1000) - 500,
  Float: (random) => random.next() * 10,
  String: (random) =>
    random.pick(['', 'plain', 'a "quoted" text', 'back\\slash', 'line\nbreak', '😀', '\ud800', '\u0000\u001f\u007f\u2028', 'é']),
  Boolean: (random) => random.chance(0.5),
  Json: (random) => random.pick([1, 'x"', [1, { a: null }], { b: [true] }, false]),
};

function possibleNames(type: GraphQLCompositeType): string[] {
  return (isObjectType(type) ? [type] : schema.getPossibleTypes(type)).map((possible) => possible.name);
}

function isComposite(type: GraphQLNamedType): type is GraphQLCompositeType {
  return isObjectType(type) || isInterfaceType(type) || isUnionType(type);
}

function everyObject(tree: unknown, found = new Set<object>()): object[] {
  if (typeof tree !== 'object' || tree === null || found.has(tree)) return [...found];
  found.add(tree);
  for (const value of Object.values(tree)) everyObject(value, found);
  return [...found];
}
