import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, GraphQLError, OperationTypeNode } from 'graphql';
import { createServer } from 'node:http';
import { type ServerGateway, withExecutor } from '../src/apollo-gateway.ts';
import { type ComposedSubgraphs, composed } from '../testing/subgraphs.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const AUTHORS = {
  typeDefs: `type Query { me: Author broken: Int strict: Int! }
    type Mutation { rename(name: String!): Author }
    type Author @key(fields: "id") { id: ID! name(upper: Boolean = false): String secret: String }
    enum Mood { GOOD BAD }`,
  resolvers: {
    Query: {
      me: () => ({ id: '1' }),
      broken: () => {
        throw new GraphQLError('It broke.', { extensions: { code: 'BROKEN' } });
      },
      strict: () => {
        throw new Error('Strictly.');
      },
    },
    Mutation: { rename: () => ({ id: '1' }) },
    Author: {
      name: ({ id }: { id: string }, { upper }: { upper: boolean }) => (upper ? `AUTHOR ${id}` : `author ${id}`),
      secret: () => {
        throw new GraphQLError('Not yours.', { extensions: { code: 'FORBIDDEN' } });
      },
    },
  },
};
const BOOKS = {
  typeDefs: `type Query { books(first: Int): [Book] }
    type Book { title: String author: Author }
    type Author @key(fields: "id") { id: ID! books: [Book] }`,
  resolvers: {
    Query: { books: (_: unknown, { first = 2 }: { first?: number }) => [{ title: 'A' }, { title: 'B' }, { title: 'C' }].slice(0, first) },
    Book: { author: ({ title }: { title: string }) => ({ id: title }) },
    Author: { books: ({ id }: { id: string }) => [{ title: `by ${id}` }] },
  },
};

const operations: readonly (readonly [string, { query: string; variables?: Record<string, unknown>; operationName?: string }])[] = [
  ['a query', { query: '{ me { id name books { title } } books { title author { name } } }' }],
  ['a mutation', { query: 'mutation { rename(name: "n") { name books { title } } }' }],
  ['variables', { query: 'query($n: Int, $u: Boolean = true) { books(first: $n) { author { name(upper: $u) } } }', variables: { n: 1 } }],
  ['variables of the wrong type', { query: 'query($n: Int!) { books(first: $n) { title } }', variables: { n: 'x' } }],
  ['variables that are missing', { query: 'query($n: Int!) { books(first: $n) { title } }' }],
  ['an operation by its name', { query: 'query A { me { id } } query B { me { name } }', operationName: 'B' }],
  ['errors of resolvers', { query: '{ broken me { name } }' }],
  ['errors of entities', { query: '{ books { author { name secret } } }' }],
  ['an error that voids everything', { query: '{ strict }' }],
  ['introspection', { query: getIntrospectionQuery() }],
  ['introspection beside data', { query: '{ __type(name: "Author") { name } me { __typename } }' }],
  ['an invalid document', { query: '{ nothing }' }],
];

const graph = composed({ authors: AUTHORS, books: BOOKS });

/** A data source of the gateway, as `buildService` makes them. */
const inProcess = (name: string, { send }: ComposedSubgraphs = graph): GraphQLDataSource => ({
  process: async ({ request, context }) =>
    send({
      service: name,
      type: OperationTypeNode.QUERY,
      query: request.query ?? '',
      operationName: request.operationName,
      variables: request.variables ?? {},
      body: JSON.stringify({ variables: request.variables }),
      context,
      signal: undefined,
    }),
});

const serverOf = (gateway: ServerGateway) =>
  new ApolloServer({ gateway, stopOnTerminationSignals: false, includeStacktraceInErrorResponses: false });
const gatewayOf = () =>
  new ApolloGateway({ supergraphSdl: graph.supergraphSdl, buildService: ({ name }) => inProcess(name), logger: silent });
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('under Apollo Server', () => {
  const stock = serverOf(gatewayOf());
  const ours = serverOf(withExecutor(gatewayOf()));
  beforeAll(async () => {
    await stock.start();
    await ours.start();
  });
  afterAll(async () => {
    await stock.stop();
    await ours.stop();
  });

  test.each(operations)('%s is answered as by the gateway’s own executor', async (_, operation) => {
    const [expected, answer] = [await stock.executeOperation(operation), await ours.executeOperation(operation)];
    expect(answer.body).toEqual(expected.body);
    expect(answer.http.status).toBe(expected.http.status);
  });

  test('an operation that the document does not name is the client’s fault', async () => {
    const { http, body } = await ours.executeOperation({ query: 'query A { me { id } } query B { me { id } }', operationName: 'C' });
    expect(http.status).toBe(400);
    expect(body).toMatchObject({ singleResult: { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] } });
  });
});

test('subgraphs are asked through the hooks of RemoteGraphQLDataSource, with the context of the request', async () => {
  const headers: unknown[] = [];
  const subgraph = createServer((request, response) => {
    headers.push(request.headers['x-user']);
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"data":{"me":{"name":"remote"}}}');
    });
  });
  await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  const address = subgraph.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  class Remote extends RemoteGraphQLDataSource {
    override willSendRequest({ request, context }: Parameters<NonNullable<RemoteGraphQLDataSource['willSendRequest']>>[0]) {
      request.http?.headers.set('x-user', String('user' in context && context['user']));
    }
  }
  const gateway = new ApolloGateway({ supergraphSdl: graph.supergraphSdl, buildService: () => new Remote({ url }), logger: silent });
  const server = serverOf(withExecutor(gateway));
  try {
    const { body } = await server.executeOperation({ query: '{ me { name } }' }, { contextValue: { user: 'u1' } });
    expect(body).toMatchObject({ singleResult: { data: { me: { name: 'remote' } } } });
    expect(headers).toEqual(['u1']);
  } finally {
    await server.stop();
    await new Promise((resolve) => subgraph.close(resolve));
  }
});

test('a new supergraph takes over, with the operations of the old one, and a bad one does not', async () => {
  const before = composed({ authors: AUTHORS });
  let update: (sdl: string) => void = () => {};
  const gateway = new ApolloGateway({
    supergraphSdl: async (manager) => {
      update = manager.update;
      return { supergraphSdl: before.supergraphSdl };
    },
    buildService: ({ name }) => inProcess(name),
    logger: silent,
  });
  const server = serverOf(withExecutor(gateway));
  const dataOf = async (query: string) => {
    const { body } = await server.executeOperation({ query });
    return body.kind === 'single' ? (body.singleResult.data ?? null) : undefined;
  };
  try {
    expect(await dataOf('{ me { name } }')).toEqual({ me: { name: 'author 1' } });
    expect(await dataOf('{ me { books { title } } }')).toBeNull();
    update(graph.supergraphSdl);
    expect(await dataOf('{ me { books { title } } }')).toEqual({ me: { books: [{ title: 'by 1' }] } });
    expect(() => update('type Query { nonsense: Int }')).toThrow();
    expect(await dataOf('{ me { name books { title } } }')).toEqual({ me: { name: 'author 1', books: [{ title: 'by 1' }] } });
  } finally {
    await server.stop();
  }
});
