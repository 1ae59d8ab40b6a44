import { expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { resolvedSchema, type ResolverModules } from '../src/graph/resolved-schema.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { cup(id: ID!): Cup teas: [String!] }
  type Mutation { cupBuy: Cup }
  type Subscription { cupPoured: Cup }
  type Cup @key(fields: "id") { id: ID! size(unit: String): Int owner: Guest }
  type Guest @key(fields: "id", resolvable: false) { id: ID! }`;

const CUPS = {
  Query: { cup: () => ({ id: 'cup_1' }) },
  Mutation: { cupBuy: () => null },
  Subscription: { cupPoured: { subscribe: () => null } },
  Cup: { __resolveReference: () => null, size: () => 3 },
};
const TEAS = { Query: { teas: () => ['oolong'] } };

const opened = (modules: ResolverModules) => resolvedSchema('tearoom', SDL, modules);

test('every module of a subgraph answers its own fields, also of a type that others resolve too', async () => {
  const schema = opened({ cups: CUPS, teas: TEAS });
  const { data } = await graphql({ schema, source: '{ cup(id: "cup_1") { id size } teas }' });
  expect(data).toEqual({ cup: { id: 'cup_1', size: 3 }, teas: ['oolong'] });
});

test('what many requests are given is found by reference and stays as it is', async () => {
  const cup = Object.freeze({ id: 'cup_1' });
  const schema = opened({ cups: { ...CUPS, Cup: { ...CUPS.Cup, __resolveReference: () => cup } }, teas: TEAS });
  const source = '{ _entities(representations: [{ __typename: "Cup", id: "cup_1" }]) { ... on Cup { id size } } }';
  expect(await graphql({ schema, source })).toEqual({ data: { _entities: [{ id: 'cup_1', size: 3 }] } });
  expect(cup).toEqual({ id: 'cup_1' });
});

test.each<[string, ResolverModules, string]>([
  [
    'a field that two modules resolve',
    { cups: CUPS, teas: TEAS, offers: { Query: { teas: () => [] } } },
    'Query.teas is resolved by more than one module: teas, offers.',
  ],
  [
    'a type whose references two modules resolve',
    { cups: CUPS, teas: TEAS, offers: { Cup: { __resolveReference: () => null } } },
    'Cup.__resolveReference is resolved by more than one module: cups, offers.',
  ],
  ['a query that nobody resolves', { cups: CUPS }, 'Query.teas is resolved by none of the modules: cups.'],
  [
    'a mutation that nobody resolves',
    { cups: { ...CUPS, Mutation: {} }, teas: TEAS },
    'Mutation.cupBuy is resolved by none of the modules: cups, teas.',
  ],
  [
    'a live field that nobody resolves',
    { cups: { ...CUPS, Subscription: {} }, teas: TEAS },
    'Subscription.cupPoured is resolved by none of the modules: cups, teas.',
  ],
  [
    'a field with arguments that nobody resolves',
    { cups: { ...CUPS, Cup: { __resolveReference: () => null } }, teas: TEAS },
    'Cup.size is resolved by none of the modules: cups, teas.',
  ],
  [
    'an object that others refer to and nobody finds',
    { cups: { ...CUPS, Cup: { size: () => 3 } }, teas: TEAS },
    'Cup.__resolveReference is resolved by none of the modules: cups, teas.',
  ],
  [
    'a resolver of a field that is not there',
    { cups: CUPS, teas: TEAS, offers: { Query: { tees: () => [] } } },
    'Query.tees is resolved by the module offers and is not in the schema.',
  ],
  [
    'a resolver of a type that is not there',
    { cups: CUPS, teas: TEAS, offers: { Offer: { price: () => 3 } } },
    'Offer.price is resolved by the module offers and is not in the schema.',
  ],
  [
    'a scalar of everybody that a module would read in a way of its own',
    { cups: CUPS, teas: TEAS, offers: { DateTime: { serialize: String } } },
    'DateTime.serialize is resolved by more than one module: platform, offers.',
  ],
])('%s is refused before anything is served', (_what, modules, problem) => {
  expect(() => opened(modules)).toThrow(problem);
});
