import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { foldExtensions } from '../fold-extensions.ts';

const folded = (...files: string[]) => foldExtensions(files.map((file) => parse(file)));

test('what the files of a subgraph add to a type and to the roots is one type and one root', () => {
  const sdl = folded(
    'extend type Query { "By id." order(id: ID!): Order } "Who buys." type User @key(fields: "id") { "Who." id: ID! }',
    'extend type Query { "Of the viewer." cart: Cart } extend type User @tag(name: "carts") { "Theirs." cart: Cart }',
  );
  expect(sdl.match(/type Query/g)).toHaveLength(1);
  expect(sdl).toContain('"""What can be read."""');
  expect(sdl).toMatch(/order\(id: ID!\): Order[^}]*cart: Cart/);
  expect(sdl).toMatch(/type User @key\(fields: "id"\) @tag\(name: "carts"\) \{[^}]*cart: Cart/);
  expect(sdl).not.toMatch(/extend|Mutation|Subscription/);
});

test('a type that two files define is refused, and so is one that is extended and never defined', () => {
  expect(() => folded('type Cart { id: ID! }', 'type Cart { total: Int }')).toThrow('Cart is defined twice');
  expect(() => folded('type Query { cart: Int }')).toThrow('Query is defined twice');
  expect(() => folded('extend type Order { total: Int }')).toThrow('Order is extended, and no file defines it.');
});
