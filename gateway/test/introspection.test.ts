import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLSchema,
  graphqlSync,
  introspectionTypes,
  isObjectType,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  stripIgnoredCharacters,
  validateSchema,
} from 'graphql';
import { type RunningGateway, start } from '../src/main.ts';
import { ask, connect, send } from '../testing/client.ts';
import { SECRET } from '../testing/marketplace.ts';
import { eventually } from '@agora/platform/testing/eventually';

/** Agora's own graph, none of whose subgraphs can be reached, with the limits that it has. */
let gateway: RunningGateway;
beforeAll(async () => {
  const nowhere = ['USER', 'CATALOG', 'ORDER', 'FORUM', 'NOTIFICATION'].map((name) => [`${name}_URL`, 'http://127.0.0.1:1/graphql']);
  gateway = await start({ env: { PORT: '0', AGORA_GATEWAY_SECRET: SECRET, LOG_LEVEL: 'silent', ...Object.fromEntries(nowhere) } });
});
afterAll(() => gateway.stop());

const EVERYTHING = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
} as const;

type Options = Parameters<typeof getIntrospectionQuery>[0];

/** graphql-js 17, and Python's graphql-core after it, ask for the kind of the root types too. */
const query17 = (options?: Options) => getIntrospectionQuery(options).replaceAll('Type { name }', 'Type { name kind }');

const GQL_TADA_PROBE = `query IntrospectSupportQuery {
  ${['directive: __Directive', 'field: __Field']
    .map((type) => `${type.replace(/__\w+/, (name) => `__type(name: "${name}")`)} { fields { name args { name } } }`)
    .join(' ')}
  type: __type(name: "__Type") { fields { name } }
  inputValue: __type(name: "__InputValue") { fields { name } }
}`;

/** As the tools send it; what graphql-js makes stands for those that use it. */
const TOOLS: readonly (readonly [tool: string, query: string])[] = [
  ['graphql-js 15', getIntrospectionQuery()],
  ['graphql-js 15 and 16, every option', getIntrospectionQuery({ ...EVERYTHING, oneOf: false })],
  ['graphql-js 16, every option', getIntrospectionQuery(EVERYTHING)],
  ['graphql-js 16, no descriptions', getIntrospectionQuery({ descriptions: false })],
  ['graphql-js 17', query17({ typeDepth: 9 })],
  ['graphql-js 17, every option', query17({ ...EVERYTHING, typeDepth: 9 })],
  ['the GraphQL Code Generator', getIntrospectionQuery({ ...EVERYTHING, oneOf: false })],
  ['gql.tada', getIntrospectionQuery({ ...EVERYTHING, schemaDescription: false, typeDepth: 9 })],
  ['Apollo Rover', getIntrospectionQuery({ inputValueDeprecation: true }).replace('IntrospectionQuery', 'GraphIntrospectQuery')],
  ['GraphiQL', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  ['Altair', getIntrospectionQuery({ inputValueDeprecation: false, schemaDescription: false })],
  ['Postman', getIntrospectionQuery({ ...EVERYTHING, oneOf: false })],
  ['Python gql', query17({ inputValueDeprecation: true, typeDepth: 7 })],
  ['Python graphql-core, every option', query17({ ...EVERYTHING, typeDepth: 9 })],
];

describe.each(TOOLS)('the schema as %s asks for it', (_tool, query) => {
  test('is whole, whichever way it is asked for', async () => {
    const posted = await ask(gateway.url, query);
    expect({ status: posted.status, errors: posted.errors }).toEqual({ status: 200, errors: undefined });
    const schema = schemaIn(posted.data);
    expect(validateSchema(schema)).toEqual([]);
    expect(namesOf(schema)).toEqual(namesOf(await wholeSchema()));

    const got = await send(gateway.url, `/graphql?${new URLSearchParams({ query, operationName: nameOf(query) })}`);
    expect(got).toMatchObject({ status: 200, data: posted.data });
    expect(await overSocket(query)).toEqual({ data: posted.data });
  });
});

test('what gql.tada asks for first says what can be asked for', async () => {
  const { data, errors } = await ask(gateway.url, GQL_TADA_PROBE);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ type: { fields: expect.arrayContaining([{ name: 'isOneOf' }, { name: 'specifiedByURL' }]) } });
});

test.each([
  ['of every type that introspection has, every field', `{ __schema ${everyFieldOf('__Schema', 3)} }`],
  ['of one type, every field', `{ __type(name: "ProductFilterInput") ${everyFieldOf('__Type', 3)} }`],
  ['whether an input takes one of its fields', '{ __type(name: "Query") { isOneOf } }'],
  ['under other names', '{ a: __type(name: "DateTime") { b: specifiedByURL } s: __schema { t: types { n: name } } }'],
  ['in fragments', '{ ...A } fragment A on Query { ... on Query { __type(name: "User") { ...B } } } fragment B on __Type { kind isOneOf }'],
  [
    'under conditions',
    'query ($yes: Boolean = true) { __typename ... @include(if: $yes) { t: __typename __schema { queryType { isOneOf } } } __type(name: "User") @skip(if: $yes) { name } }',
  ],
  ['of what there is not', '{ __type(name: "Nothing") { isOneOf } }'],
])('%s is told as graphql-js tells it', async (_what, query) => {
  const { data, errors } = await ask(gateway.url, query);
  expect(errors).toBeUndefined();
  const told = graphqlSync({ schema: await wholeSchema(), source: query });
  expect(data).toEqual(JSON.parse(JSON.stringify(told.data)));
});

test('the schema tells what its authors said, and nothing of how it is put together', async () => {
  const sdl = printSchema(await wholeSchema());
  expect(sdl).toContain('scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")');
  expect(sdl).toContain('directive @idempotent(');
  expect(sdl).not.toMatch(/join__|link__|@auth|@public|@cost|_entities|_Service/);
});

let whole: Promise<GraphQLSchema> | undefined;
const wholeSchema = () => (whole ??= ask(gateway.url, getIntrospectionQuery(EVERYTHING)).then(({ data }) => schemaIn(data)));

function schemaIn(data: unknown): GraphQLSchema {
  return buildClientSchema(data as Parameters<typeof buildClientSchema>[0]);
}

/** Without what only some tools ask for. */
function namesOf(schema: GraphQLSchema): string {
  const sdl = printSchema(lexicographicSortSchema(schema)).replaceAll(/"""[^]*?"""|@(deprecated|specifiedBy)(\([^)]*\))?/g, '');
  return stripIgnoredCharacters(sdl);
}

function nameOf(query: string): string {
  return /query (\w+)/.exec(query)?.[1] ?? '';
}

/** A selection of all fields of a type of introspection, so many levels deep. */
function everyFieldOf(name: string, levels: number): string {
  const type = introspectionTypes.find((one) => one.name === name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    const all = field.args.some((argument) => argument.name === 'includeDeprecated') ? '(includeDeprecated: true)' : '';
    if (!isObjectType(below)) return [`${field.name}${all}`];
    return levels > 1 ? [`${field.name}${all} ${everyFieldOf(below.name, levels - 1)}`] : [];
  });
  return print(parse(`{ ${fields.join(' ')} }`));
}

async function overSocket(query: string): Promise<unknown> {
  const client = connect(gateway.url);
  const { events, ended } = client.listen(query);
  await eventually(() => ended.completed ?? ended.errors ?? ended.closeCode);
  await client.close();
  return events[0];
}
