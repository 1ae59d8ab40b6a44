import { describe, expect, test } from '@jest/globals';
import { buildSchema, execute, parse, print, stripIgnoredCharacters, validate } from 'graphql';
import { liftLiterals } from '../src/operation/lift-literals.ts';
import { normalisedKey } from '../src/operation/normalised-key.ts';
import { operationOf } from '../src/operation/operation-of.ts';

const schema = buildSchema(`
  scalar Any
  enum Order { UP }
  input Filter { id: ID }
  interface Node { echo(text: String): String }
  type Thing implements Node { echo(text: String): String node: Node }
  type Query {
    thing(id: ID, key: ID!): Thing
    echo(
      text: String int: Int float: Float yes: Boolean id: ID needed: Int!
      texts: [String] any: Any order: Order filter: Filter withDefault: Int = 3
    ): String
  }
  type Subscription { ticks(every: Int): Thing }`);

function lifted(text: string, name?: string) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = liftLiterals(schema, document, operationOf(document, name));
  expect(validate(schema, operation.document)).toEqual([]);
  expect(operation.document.definitions).toContain(operation.operation);
  return { ...operation, text: stripIgnoredCharacters(print(operation.document)) };
}

describe('literals', () => {
  test('of different requests make one operation', () => {
    const [one, other] = [lifted('{ thing(key: "1") { echo } }'), lifted('{ thing(key: "2") { echo } }')];
    expect(normalisedKey(one.document, one.operation)).toBe(normalisedKey(other.document, other.operation));
    expect(one.text).toBe('query($executor_value_0:ID!){thing(key:$executor_value_0){echo}}');
    expect([one.values, other.values]).toEqual([{ executor_value_0: '1' }, { executor_value_0: '2' }]);
  });

  test('arrive as they were given', () => {
    const texts = [
      '{ echo(text: "a\\nb" int: -7 float: 2.50 yes: false id: "007" needed: 0) }',
      '{ echo(text: """a "b" """ float: 1e3 yes: true id: 12345678901234567890 needed: -0) }',
      '{ echo(texts: "one" any: "1" order: UP filter: { id: 1 } needed: 1 text: null withDefault: 4) }',
    ];
    const rootValue = { echo: (given: unknown) => JSON.stringify(given) };
    for (const text of texts) {
      const { document, values } = lifted(text);
      const inline = execute({ schema, document: parse(text), rootValue });
      expect(inline).not.toHaveProperty('errors');
      expect(execute({ schema, document, rootValue, variableValues: values })).toEqual(inline);
    }
  });

  test('of one value and type are one variable, of another type another', () => {
    const { text, values } = lifted('{ echo(int: 1 needed: 1 float: 1 id: 1 text: "1") thing(id: "1" key: "1") { echo } }');
    expect(text).toBe(
      'query($executor_value_0:Int!$executor_value_1:Float!$executor_value_2:ID!$executor_value_3:String!)' +
        '{echo(int:$executor_value_0 needed:$executor_value_0 float:$executor_value_1 id:$executor_value_2 text:$executor_value_3)' +
        'thing(id:$executor_value_2 key:$executor_value_2){echo}}',
    );
    expect(values).toEqual({ executor_value_0: 1, executor_value_1: 1, executor_value_2: '1', executor_value_3: '1' });
  });

  test('in fragments still merge with the same field elsewhere', () => {
    const { text } = lifted('{ thing(key: 1) { node { echo(text: "a") ...f } } } fragment f on Thing { echo(text: "a") }');
    expect(text.match(/echo\(text:\$executor_value_1\)/g)).toHaveLength(2);
  });

  test.each([
    [
      'in a list, an object, an enum, a custom scalar or null',
      '{ echo(needed: $x texts: "a" filter: {id: 1} order: UP any: 1 text: null) }',
    ],
    ['of directives', '{ echo(needed: $x) @include(if: true) ... @skip(if: false) { e: echo(needed: $x) } }'],
    ['of introspection', '{ echo(needed: $x) __type(name: "Query") { fields(includeDeprecated: true) { name } } }'],
  ])('%s stay', (_, selections) => {
    const text = `query ($x: Int!) ${selections}`;
    const operation = lifted(text);
    expect(operation.text).toBe(stripIgnoredCharacters(text));
    expect(operation.values).toEqual({});
  });

  test('of the root of a subscription stay, the others do not', () => {
    const { text } = lifted('subscription { ...root } fragment root on Subscription { ticks(every: 5) { echo(text: "a") } }');
    expect(text).toBe(
      'subscription($executor_value_0:String!){...root}fragment root on Subscription{ticks(every:5){echo(text:$executor_value_0)}}',
    );
  });

  test("never take the name of a client's variable", () => {
    const { text, values } = lifted('query ($executor_value_0: Int!) { echo(needed: $executor_value_0 text: "a") }');
    expect(text).toBe('query($executor_value_0:Int!$executor_value1_0:String!){echo(needed:$executor_value_0 text:$executor_value1_0)}');
    expect(values).toEqual({ executor_value1_0: 'a' });
  });

  test('of other operations in the document do not count', () => {
    const { values } = lifted('query A { echo(needed: 1) } query B { echo(needed: 2) }', 'B');
    expect(values).toEqual({ executor_value_0: 2 });
  });
});
