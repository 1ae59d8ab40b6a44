import { parse } from 'graphql';
import { Executor, type ExecutorOptions } from '../src/index.ts';
import { Planner } from '../src/plan/planner.ts';
import { composed, type TestSubgraph } from './subgraphs.ts';

const PEOPLE = ['1', '2', '3'];

/** A shop whose reviews go round in circles: people have reviews, these have products, and products have reviews of people. */
export const SHOP: Readonly<Record<string, TestSubgraph>> = {
  accounts: {
    typeDefs: `
      type Query { users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable }`,
    resolvers: {
      Query: { users: () => PEOPLE.map((id) => user(id)) },
      User: { __resolveReference: ({ id }: { id: string }) => user(id) },
    },
  },
  reviews: {
    typeDefs: `
      type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      User: { reviews: ({ id }: { id: string }) => [review(`u${id}a`, id, '1'), review(`u${id}b`, id, id)] },
      Product: { reviews: ({ upc }: { upc: string }) => PEOPLE.map((id) => review(`p${upc}${id}`, id, upc)) },
    },
  },
  products: {
    typeDefs: `
      type Query { top: [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { top: () => ['1', '2'].map((upc) => product(upc)) },
      Product: { __resolveReference: ({ upc }: { upc: string }) => product(upc) },
    },
  },
  inventory: {
    typeDefs: `
      type Product @key(fields: "upc") {
        upc: String! price: Int @external weight: Int @external inStock: Boolean
        shipping: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Product: {
        __resolveReference: (given: { upc: string }) => ({ inStock: true, ...given }),
        shipping: ({ price, weight }: { price: number; weight: number }) => price * weight,
      },
    },
  },
};

function user(id: string) {
  return { id, name: `Name ${id}`, username: `user-${id}` };
}

function product(upc: string) {
  return { upc, name: `Product ${upc}`, price: Number(upc) * 10, weight: Number(upc) };
}

function review(id: string, author: string, upc: string) {
  return { id, body: `Review ${id}`, author: { id: author, username: `user-${author}` }, product: { upc } };
}

/** An executor over subgraphs of this process, and what it sent them. */
export function executorOf(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  options: Partial<Pick<ExecutorOptions<unknown>, 'mergeFetches' | 'maxOperationBytes'>> = {},
) {
  const { supergraphSdl, send, calls } = composed(subgraphs);
  const executor = new Executor<unknown>({ planner: Planner.of(supergraphSdl), send, ...options });
  const ask = async (query: string, variables: Record<string, unknown> = {}) =>
    executor.execute(await executor.compile(parse(query)), variables, undefined);
  return { executor, supergraphSdl, send, calls, ask };
}
