import { readdir, readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isInterfaceType, isScalarType, isSpecifiedScalarType, parse, printSchema } from 'graphql';
import * as z from 'zod';
import { asyncApi, jsonSchemaOf, readNamedEvents } from '../asyncapi.ts';
import { breakingEventChanges } from '../event-changes.ts';
import { StockChanged } from '../events/catalog.ts';
import { event, type EventType } from '../events/event.ts';
import { openEnum } from '../events/open-enum.ts';
import { listProblems } from '../lint-lists.ts';
import { TYPE_BY_PREFIX } from '../ids.ts';
import { lint } from '../lint.ts';
import { nodeStubs } from '../node-stubs.ts';
import { relayProblems } from '../relay-problems.ts';

const described = (sdl: string) => lint(buildSchema(sdl)).problems;

test('a graph that keeps every convention has no problems', () => {
  expect(
    described(`
      """Q""" type Query { """A cup.""" cup("""Id.""" id: ID!): Cup }
      """M""" type Mutation { """Buys. userErrors: NOT_FOUND.""" cupBuy("""What.""" input: CupBuyInput!): CupBuyPayload }
      """I""" input CupBuyInput { """Id.""" id: ID! }
      """P""" type CupBuyPayload { """Cup.""" cup: Cup """Why not.""" userErrors: [UserError!]! }
      """E""" interface UserError { """Text.""" message: String! }
      """C""" type Cup { """Id.""" id: ID! }`),
  ).toEqual([]);
});

test('the graph keeps every convention', async () => {
  const { problems, coverage } = lint(await api());
  expect(problems).toEqual([]);
  expect(coverage.total).toBeGreaterThan(500);
});

test('node finds every Node of the graph, by the prefix of its id', async () => {
  const graph = await api();
  const node = graph.getType('Node');
  const types = isInterfaceType(node) ? graph.getPossibleTypes(node).map(({ name }) => name) : [];
  expect(types.sort()).toEqual(Object.values(TYPE_BY_PREFIX).sort());
});

test('root knows each Node of a new subgraph from its schema, and no type that it only adds to', () => {
  const stubs = nodeStubs([
    `"""A card.""" type Card implements Node @key(fields: "id") @key(fields: "number") { """Id.""" id: ID! number: String! holder: User }
     type User @key(fields: "id") { id: ID! card: Card }`,
  ]);
  expect(stubs.replaceAll(/\s+/g, ' ')).toBe(
    '"""A card.""" type Card implements Node @key(fields: "id", resolvable: false) { """Id.""" id: ID! }',
  );
});

test('whoever begins to react to an event changes nothing of what its announcer publishes', async () => {
  const events = await readNamedEvents();
  const heard = events.map((one) => (one.event.type === 'order.placed.v1' ? { ...one, consumers: [...one.consumers, 'forum'] } : one));
  const { 'forum.receive.order.events': received, ...operations } = published(heard).operations;
  expect(received).toEqual({
    action: 'receive',
    channel: { $ref: '#/channels/order.events' },
    messages: [{ $ref: '#/channels/order.events/messages/order.placed.v1' }],
  });
  const { components, ...rest } = published(heard);
  const message = components.messages['order.placed.v1'];
  expect(message?.['x-consumers']).toEqual(['user', 'forum']);
  const messages = { ...components.messages, 'order.placed.v1': { ...message, 'x-consumers': ['user'] } };
  expect({ ...rest, operations, components: { messages } }).toEqual(published(events));
});

/** Catalog hears it already; it is announced once orders are shipped. */
const AWAITED = ['order.delivered.v1'];

test('each event that is declared is announced by the subgraph that it names', async () => {
  const sources = new Map<string, string>();
  for (const owner of await readdir(SUBGRAPHS)) sources.set(owner, await sourceOf(owner));
  const declared: [string, EventType][] = [];
  for (const file of await readdir(EVENTS)) {
    const exported = (await import(new URL(file, EVENTS).href)) as Record<string, unknown>;
    declared.push(...Object.entries(exported).filter((entry): entry is [string, EventType] => isEvent(entry[1])));
  }
  expect(declared.length).toBeGreaterThan(30);
  const silent = declared.filter(([name, { owner }]) => !new RegExp(`\\b${name}\\b`).test(sources.get(owner) ?? ''));
  expect(silent.map(([, { type }]) => type)).toEqual(AWAITED);
});

test('the published map tells code generators of every scalar, and of no other', async () => {
  const published: unknown = JSON.parse(await readFile(new URL('../scalars.json', import.meta.url), 'utf8'));
  const scalars = Object.values((await api()).getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  expect(Object.keys(z.record(z.string(), z.enum(['string', 'number', 'unknown'])).parse(published)).sort()).toEqual(
    scalars.map(({ name }) => name).sort(),
  );
});

async function api(): Promise<GraphQLSchema> {
  const supergraph = await readFile(new URL('../supergraph.graphql', import.meta.url), 'utf8');
  return buildSchema(printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema()));
}

test.each([
  ['a field without a description', '"""Q""" type Query { cup: ID }', 'Query.cup has no description.'],
  ['an argument without a description', '"""Q""" type Query { """C""" cup(id: ID): ID }', 'Query.cup(id) has no description.'],
  [
    'an enum value that is not in capitals',
    '"""Q""" type Query { """C""" c: Colour } """E""" enum Colour { """R""" red }',
    'Colour.red is not in capitals.',
  ],
  ['a root field that nulls the whole answer', '"""Q""" type Query { """C""" cup: ID! }', 'Query.cup must be nullable.'],
  [
    'a mutation without a payload',
    '"""Q""" type Query { """C""" c: ID } """M""" type Mutation { """B""" buy("""I""" id: ID!): ID }',
    'Mutation.buy takes one argument, input.',
  ],
  [
    'a mutation that does not say what it may refuse',
    '"""Q""" type Query { """C""" c: ID } """M""" type Mutation { """Buys.""" cupBuy("""I""" input: ID!): ID }',
    'Mutation.cupBuy must say which codes it may answer, as "userErrors: CONFLICT, NOT_FOUND.".',
  ],
  [
    'a subscription that cannot be resumed',
    '"""Q""" type Query { """C""" c: ID } """S""" type Subscription { """P""" poured: ID }',
    'Subscription.poured needs the argument after.',
  ],
  [
    'a list that has no pages backward',
    '"""Q""" type Query { """C""" cups("""F""" first: Int """A""" after: String """L""" last: Int): CupConnection } """C""" type CupConnection { """N""" nodes: [ID!]! }',
    'Query.cups needs the argument before.',
  ],
])('%s is found', (_what, sdl, problem) => {
  expect(described(sdl)).toContain(problem);
});

const stockChanged = {
  variantId: 'var_01arz3ndektsv4rrffq69g5fav',
  productId: 'prd_01arz3ndektsv4rrffq69g5fav',
  quantity: 1,
  availableQuantity: 0,
  changedAt: '2026-11-30T07:00:00Z',
};

const before = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    reason: { type: 'string', enum: ['A'] },
    lines: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] } },
  },
  required: ['id', 'reason', 'lines'],
};
const changed = (change: object, required = before.required) =>
  breakingEventChanges('x', before, { ...before, properties: { ...before.properties, ...change }, required });

test('an event may gain a field, and nothing else may change about it', () => {
  expect(changed({ more: { type: 'string' } })).toEqual([]);
  expect(breakingEventChanges('x', before, { ...before, properties: { id: before.properties.id } })).toEqual([
    'x.reason is gone.',
    'x.lines is gone.',
  ]);
  expect(changed({ id: { type: 'integer' } })).toEqual(['x.id changed its type.']);
  expect(changed({ reason: { type: 'string', enum: ['A', 'B'] } })).toEqual(['x.reason may now be "B", which nobody expects.']);
  expect(changed({}, ['id', 'lines'])).toEqual(['x.reason is no longer always there.']);
  expect(changed({ lines: { type: 'array', items: { type: 'object', properties: {} } } })).toEqual(['x.lines[].n is gone.']);
});

test('an open enum of an event may get more values, a closed one may not', () => {
  const enums = (values: [string, ...string[]], unknownAs = 'OTHER') => ({
    open: event('cup.sold.v1', 'cupId', 'A cup was sold.', { cupId: z.string(), reason: openEnum(values, { unknownAs }).schema }),
    closed: event('cup.sold.v1', 'cupId', 'A cup was sold.', { cupId: z.string(), reason: z.enum(values) }),
  });
  const changes = (then: EventType, now: EventType) => breakingEventChanges('cup.sold.v1', jsonSchemaOf(then), jsonSchemaOf(now));
  const before = enums(['GIFT']);
  const after = enums(['GIFT', 'THEFT']);

  expect(changes(before.open, after.open)).toEqual([]);
  expect(changes(before.closed, after.closed)).toEqual(['cup.sold.v1.reason may now be "THEFT", which nobody expects.']);
  expect(changes(before.closed, before.open)).toContain('cup.sold.v1.reason changed its values.');
  expect(changes(before.open, before.closed)).toContain('cup.sold.v1.reason changed its values.');
  expect(changes(before.open, enums(['GIFT'], 'GIFT').open)).toEqual([
    'cup.sold.v1.reason takes what is unknown for GIFT, and no longer for OTHER.',
  ]);
});

test('what may be null is compared as what never is, and may be never null later, but not the other way round', () => {
  const reasons = (values: [string, ...string[]]) => ({ open: openEnum(values, { unknownAs: 'OTHER' }).schema, closed: z.enum(values) });
  const changes = (then: z.ZodType, now: z.ZodType) => {
    const [before, after] = [then, now].map((reason) =>
      jsonSchemaOf(event('cup.sold.v1', 'cupId', 'Sold.', { cupId: z.string(), reason })),
    );
    return breakingEventChanges('cup.sold.v1', before ?? {}, after ?? {});
  };
  const textOr = (other: z.ZodType) => z.union([z.string(), other]);
  const [before, after] = [reasons(['GIFT']), reasons(['GIFT', 'THEFT'])];

  expect(changes(before.open.nullable(), after.open.nullable())).toEqual([]);
  expect(changes(before.closed.nullable(), after.closed.nullable())).toEqual([
    'cup.sold.v1.reason may now be "THEFT", which nobody expects.',
  ]);
  expect(changes(z.string().nullable(), z.int().nullable())).toEqual(['cup.sold.v1.reason changed its type.']);
  expect(changes(before.closed.nullable(), before.closed)).toEqual([]);
  expect(changes(before.closed, before.closed.nullable())).toEqual(['cup.sold.v1.reason may now be null, which nobody expects.']);
  expect(changes(textOr(z.int()), textOr(z.int()))).toEqual([]);
  expect(changes(textOr(z.array(z.int())), textOr(z.array(z.string())))).toEqual(['cup.sold.v1.reason changed its choices.']);
});

test('an unknown value of an open enum is handed on as it is and taken for what the declaration says; one of a closed enum fits no event', () => {
  const reason = openEnum(['GIFT', 'THEFT'], { unknownAs: 'GIFT' });
  expect(['THEFT', 'LOAN'].map((value) => reason.schema.parse(value))).toEqual(['THEFT', 'LOAN']);
  expect(['THEFT', 'LOAN'].map((value) => reason.interpret(reason.schema.parse(value)))).toEqual(['THEFT', 'GIFT']);
  expect(['not a word', '', 3, null].map((value) => reason.schema.safeParse(value).success)).toEqual([false, false, false, false]);
  expect(StockChanged.data.safeParse({ ...stockChanged, operation: 'DECREASE' }).success).toBe(true);
  expect(StockChanged.data.safeParse({ ...stockChanged, operation: 'VANISH' }).success).toBe(false);
});

test('every list tells how long it can be, or is a page of a connection', () => {
  const lists = (sdl: string) => listProblems(parse(sdl));
  expect(lists('type Product { variants: [Variant!]! @listSize(assumedSize: 50) name: String! }')).toEqual([]);
  expect(lists('type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! }')).toEqual([]);
  expect(lists('type Product { variants: [Variant!]! }')).toEqual(['Product.variants is a list and needs @listSize.']);
  expect(lists('interface UserError { field: [String!] }')).toEqual(['UserError.field is a list and needs @listSize.']);
});

describe('by the rules of graphql-eslint for Relay', () => {
  const RELAY = `
    type Query { cups(first: Int, after: String, last: Int, before: String): CupConnection }
    type CupConnection { edges: [CupEdge!]! pageInfo: PageInfo! }
    type CupEdge { cursor: String! node: Cup! }
    type Cup implements Node { id: ID! }
    interface Node { id: ID! }
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;

  test('a graph that Relay can use has no problems', () => {
    expect(relayProblems(RELAY)).toEqual([]);
  });

  test.each([
    ['a page that cannot be gone back from', [', before: String', ''], 'Query: Field `cups` must contain an argument `before`'],
    ['an edge whose node nobody can fetch again', ['type Cup implements Node', 'type Cup'], 'CupEdge: Edge type'],
    ['a connection without its place', [' pageInfo: PageInfo!', ''], 'CupConnection: Connection type must contain'],
    ['a place that does not say whether more comes', ['hasNextPage: Boolean!', ''], 'PageInfo: `PageInfo` must contain'],
  ])('%s is found', (_what, [right = '', wrong = ''], problem) => {
    expect(relayProblems(RELAY.replace(right, wrong))).toEqual([expect.stringContaining(problem)]);
  });
});

const SUBGRAPHS = new URL('../../subgraphs/', import.meta.url);
const EVENTS = new URL('../events/', import.meta.url);

/** Everything a subgraph does on its own account; whoever only reacts to an event does not announce it. */
async function sourceOf(subgraph: string): Promise<string> {
  const folder = new URL(`${subgraph}/src/`, SUBGRAPHS);
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/(reactions|projection)\.ts$/.test(file),
  );
  return (await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))).join('\n');
}

function isEvent(value: unknown): value is EventType {
  return typeof value === 'object' && value !== null && 'keyOf' in value;
}

const Published = z.looseObject({
  operations: z.record(z.string(), z.unknown()),
  components: z.object({ messages: z.record(z.string(), z.looseObject({ 'x-consumers': z.array(z.string()) })) }),
});

function published(events: Parameters<typeof asyncApi>[0]): z.output<typeof Published> {
  return Published.parse(JSON.parse(asyncApi(events)));
}
