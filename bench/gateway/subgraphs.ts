import { createServer } from 'node:http';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import * as z from 'zod';
import { type Data, type Product, type Review, type User, worldOf } from './data.ts';
import { SUBGRAPH_NAMES, SUBGRAPHS, type SubgraphName, urlOf } from './graph.ts';

/**
 * The four subgraphs, in a process of their own. They answer a request text that they know with the bytes of the first
 * time, so that no gateway waits for them. The parent gets the port, and the number of calls so far whenever it asks.
 */
const MAX_ANSWERS = 20_000;
const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
interface Subgraph {
  readonly schema: GraphQLSchema;
  /** By request text. */
  readonly answers: Map<string, Buffer>;
}

const data: Data = process.argv[2] === 'distinct' ? 'distinct' : 'repeated';
const subgraphs = new Map<string, Subgraph>(
  SUBGRAPH_NAMES.map((name) => [urlOf('', name), { schema: schemaOf(name), answers: new Map() }]),
);
let calls = 0;

const server = createServer((request, response) => {
  const subgraph = subgraphs.get(request.url ?? '');
  if (!subgraph) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    calls++;
    const text = Buffer.concat(chunks).toString();
    const known = subgraph.answers.get(text);
    if (known) send(known);
    else void answer(subgraph, text).then(send);
  });
  const send = (body: Buffer) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.on('message', () => process.send?.(calls));
process.once('disconnect', () => process.exit(0));

async function answer(subgraph: Subgraph, text: string): Promise<Buffer> {
  const { query, variables, operationName } = Body.parse(JSON.parse(text));
  const result = await execute({
    schema: subgraph.schema,
    document: parse(query),
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  });
  const body = Buffer.from(JSON.stringify(result));
  if (subgraph.answers.size >= MAX_ANSWERS) subgraph.answers.clear();
  subgraph.answers.set(text, body);
  return body;
}

function schemaOf(name: SubgraphName): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(SUBGRAPHS[name]), resolvers: resolversOf(name) }]);
}

function resolversOf(name: SubgraphName): GraphQLSchemaModule['resolvers'] {
  const world = worldOf(data);
  const ALL: Readonly<Record<SubgraphName, GraphQLSchemaModule['resolvers']>> = {
    accounts: {
      Query: {
        me: () => world.users(0)[0],
        user: (_: unknown, { id }: { id: string }) => world.user(id),
        users: (_: unknown, { batch }: { batch: number }) => world.users(batch),
      },
      User: { __resolveReference: ({ id }: Pick<User, 'id'>) => world.user(id) },
    },
    inventory: {
      Product: {
        __resolveReference: (product: Product) => product,
        inStock: ({ upc }: Product) => world.inStock(upc),
        shippingEstimate: ({ price, weight }: Product) => (price > 1_000 ? 0 : Math.round(weight / 2)),
      },
    },
    products: {
      Query: {
        topProducts: (_: unknown, { batch, first }: { batch: number; first: number }) => world.topProducts(batch, first),
      },
      Product: { __resolveReference: ({ upc }: Pick<Product, 'upc'>) => world.product(upc) },
    },
    reviews: {
      Review: {
        __resolveReference: ({ id }: Pick<Review, 'id'>) => world.review(id),
        product: ({ upc }: Review) => ({ upc }),
        author: ({ authorId }: Review) => world.user(authorId),
      },
      User: { __resolveReference: ({ id }: Pick<User, 'id'>) => ({ id }), reviews: ({ id }: User) => world.reviewsBy(id) },
      Product: { __resolveReference: ({ upc }: Pick<Product, 'upc'>) => ({ upc }), reviews: ({ upc }: Product) => world.reviewsOf(upc) },
    },
  };
  return ALL[name];
}
