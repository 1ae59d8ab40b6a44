import { expect, test } from '@jest/globals';
import { buildSchema, parse, printSchema } from 'graphql';
import { atOnce, inSlices } from '../src/slices.ts';
import { buildSchemaOf } from '../src/supergraph/build-schema.ts';
import { parseSdl } from '../src/supergraph/parse-sdl.ts';

const SDL = `"What may be asked." schema { query: Root mutation: Change }
"Since when." directive @since("Of the graph." version: Int = 1) repeatable on FIELD_DEFINITION | ENUM_VALUE
scalar Url @specifiedBy(url: "https://url.spec.whatwg.org/")
enum Size { SMALL @deprecated(reason: "Too small.") "For most." LARGE }
input Filter { sizes: [Size!]! = [LARGE], inner: Inner = { most: 3 } }
input Inner @oneOf { most: Int, text: String }
interface Node { id: ID! }
interface Named implements Node { id: ID! name: String }
type Thing implements Named & Node { id: ID! name: String url: Url @deprecated size(in: Filter = { sizes: [SMALL] }): Size }
union Found = Thing | Change
type Root { things("How many." first: Int = 10): [Thing!]! found: Found node: Node }
type Change { thing: Thing }`;

test('a schema that is built in steps is what graphql-js builds at once, in one slice or several', async () => {
  const expected = printSchema(buildSchema(SDL));
  expect(printSchema(atOnce(buildSchemaOf(SDL)))).toBe(expected);
  expect(printSchema(await inSlices(buildSchemaOf(SDL)))).toBe(expected);
  const named = SDL.slice(SDL.indexOf('\n')).replaceAll('Root', 'Query').replaceAll('Change', 'Subscription');
  const schema = atOnce(buildSchemaOf(named));
  expect(printSchema(schema)).toBe(printSchema(buildSchema(named)));
  expect([schema.getQueryType()?.name, schema.getMutationType(), schema.getSubscriptionType()?.name]).toEqual([
    'Query',
    undefined,
    'Subscription',
  ]);
});

test('a text that is read part by part is what graphql-js reads at once, and what is wrong with it is said in the same words', () => {
  const long = Array.from({ length: 3_000 }, (_, n) => `"""\nNumber\n\ntype T\n"""\ntype T${n} { a: Int }\n`).join('# "\n');
  expect(atOnce(parseSdl(long))).toEqual(parse(long, { noLocation: true }));
  for (const wrong of ['', 'type', `${long} }`, `${long} """`])
    expect(problemOf(() => atOnce(parseSdl(wrong)))).toBe(problemOf(() => parse(wrong)));
});

test('others in the thread have their turn while a large schema is built', async () => {
  const large = ['type Query { a: Int }', ...Array.from({ length: 5_000 }, (_, n) => `type T${n} { a: Int b(c: Int = 1): [T${n}!] }`)].join(
    '\n',
  );
  let turns = 0;
  let isBuilt = false;
  const others = (async () => {
    for (; !isBuilt; turns++) await new Promise(setImmediate);
  })();
  await inSlices(buildSchemaOf(large)).finally(() => (isBuilt = true));
  await others;
  expect(turns).toBeGreaterThan(5);
});

function problemOf(read: () => unknown): string {
  try {
    read();
    return 'nothing';
  } catch (error) {
    return String(error).split('\n', 1)[0] ?? '';
  }
}
