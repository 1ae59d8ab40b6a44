import { newId } from '@agora/platform/ids';
import { createLogger } from '@agora/platform/observe/logging';
import { type Server, serveSubgraph } from '@agora/platform/graph/http';
import { mapAsync } from '@agora/platform/live/map-async';
import { withStartCursor } from '@agora/platform/live/start-cursor';
import type { Subgraph, SubgraphRequest } from '@agora/platform/graph/subgraph';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createSourceEventStream, type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { readFile } from 'node:fs/promises';
import type { LocalSubgraph } from '../src/links/open-links.ts';
import { type GatewayOptions, type RunningGateway, start } from '../src/main.ts';
import { LiveFeed } from './live-feed.ts';
import { TokenIssuer } from './token-issuer.ts';

export const SECRET = 'a secret that only tests know, long enough';

/** A well-formed id that its owner does not know. */
export const UNKNOWN_PRODUCT = newId('prd');

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const NODE = 'interface Node { id: ID! }';

const USER = `${LINK} ${NODE}
  type Query { viewer: User }
  type Mutation { userRename(name: String!): User }
  type User implements Node @key(fields: "id") { id: ID! name: String }`;

const CATALOG = `${LINK} ${NODE}
  type Query { product(id: ID!): Product }
  type Product implements Node @key(fields: "id") { id: ID! sku: String! name: String price(currency: String): Int seller: User }
  type User @key(fields: "id", resolvable: false) { id: ID! }`;

const ORDER = `${LINK} ${NODE}
  type Query { order(id: ID!): Order asker: Asker broken(how: String!): Int strict: Int }
  type Mutation { orderPlace: Order placedFrom: String }
  type Subscription {
    orderUpdated(orderId: ID, after: String): OrderEvent!
    orderTicked(above: Float): Int
  }
  type Asker { actorId: ID roles: [String!] ip: String key: String locale: String traceparent: String }
  type Order implements Node @key(fields: "id") { id: ID! status: String lines: [OrderLine!] buyer: User previous: Order }
  type OrderLine { product: Product quantity: Int }
  type OrderEvent { cursor: String! number: Int! note: String orderId: ID order: Order }
  type User @key(fields: "id", resolvable: false) { id: ID! }
  type Product @key(fields: "id", resolvable: false) { id: ID! }`;

export interface OrderEvent {
  readonly number: number;
  readonly note?: string;
}

/** A marketplace of three tiny subgraphs and the gateway's own, with what a test may turn. */
export interface Marketplace {
  readonly gateway: RunningGateway;
  readonly tokens: TokenIssuer;
  readonly updates: LiveFeed<OrderEvent>;
  /** Operations that each subgraph was asked. */
  readonly asked: Record<string, SubgraphRequest[]>;
  /** Where a subgraph listens, when it does. */
  urlOf(subgraph: string): string;
  /** The subgraph takes requests, and answers none and begins no stream before it is called again with false. */
  hang(subgraph: string, hanging?: boolean): void;
  /** Stops a subgraph's server as a crash would: connections break. */
  kill(subgraph: string): Promise<void>;
  /** Starts it again where it was. */
  revive(subgraph: string): Promise<void>;
  stop(): Promise<void>;
}

export type Mode = 'in one process' | 'over HTTP';

export interface MarketplaceOptions extends Pick<GatewayOptions, 'expressLane'> {
  /** What operators are answered by each subgraph; those of which there is nothing do not answer. */
  readonly operatorGraphs?: Readonly<Record<string, Subgraph['execute']>>;
}

export async function openMarketplace(
  mode: Mode,
  env: Readonly<Record<string, string>> = {},
  { operatorGraphs = {}, ...options }: MarketplaceOptions = {},
): Promise<Marketplace> {
  const tokens = await TokenIssuer.create();
  const updates = new LiveFeed<OrderEvent>();
  const asked: Record<string, SubgraphRequest[]> = { user: [], catalog: [], order: [] };
  const hanging = new Map<string, PromiseWithResolvers<void>>();
  const watched = (name: string, subgraph: Subgraph): LocalSubgraph => ({
    schema: subgraph.schema,
    async subscribe(request) {
      asked[name]?.push(request);
      await hanging.get(name)?.promise;
      return subgraph.subscribe(request);
    },
    async execute(request) {
      if (request.query !== '{ __typename }') asked[name]?.push(request);
      await hanging.get(name)?.promise;
      return subgraph.execute(request);
    },
    ...(operatorGraphs[name] && { operatorGraph: async () => ({ ...subgraph, execute: operatorGraphs[name] ?? subgraph.execute }) }),
    routes: name === 'user' ? { '/.well-known/jwks.json': () => tokens.jwks(), '/sessions/ended': (search) => tokens.ended(search) } : {},
  });
  const subgraphs: Record<string, LocalSubgraph> = {
    user: watched('user', createUser()),
    catalog: watched('catalog', createCatalog()),
    order: watched('order', createOrder(updates)),
  };

  const servers = new Map<string, Server>();
  const running = new Set<string>();
  const serve = async (name: string, port = 0) => {
    const subgraph = subgraphs[name];
    if (!subgraph) throw new Error(`No subgraph ${name}.`);
    const log = createLogger(name, 'silent');
    const { routes = {} } = subgraph;
    servers.set(name, await serveSubgraph({ subgraph, host: '127.0.0.1', port, secret: SECRET, check: async () => {}, routes, log }));
    running.add(name);
  };
  if (mode === 'over HTTP') for (const name of Object.keys(subgraphs)) await serve(name);
  const urls = Object.fromEntries([...servers].map(([name, { url }]) => [`${name.toUpperCase()}_URL`, url]));

  const gateway = await start({
    env: {
      PORT: '0',
      AGORA_GATEWAY_SECRET: SECRET,
      AGORA_RATE_LIMIT: 'off',
      LOG_LEVEL: 'silent',
      // On a busy machine a subgraph may take its time, and is not down.
      SUBGRAPH_CONNECT_TIMEOUT_MS: '60000',
      SUBGRAPH_TIMEOUT_MS: '240000',
      ...urls,
      ...env,
    },
    subgraphs: mode === 'in one process' ? subgraphs : {},
    supergraphSdl: await (composed ??= supergraph()),
    ...options,
  });
  return {
    gateway,
    tokens,
    updates,
    asked,
    urlOf: (name) => servers.get(name)?.url ?? '',
    hang(name, on = true) {
      if (on) return void hanging.set(name, Promise.withResolvers());
      hanging.get(name)?.resolve();
      hanging.delete(name);
    },
    async kill(name) {
      running.delete(name);
      await servers.get(name)?.stop();
    },
    revive: (name) => serve(name, Number(new URL(servers.get(name)?.url ?? '').port)),
    async stop() {
      await gateway.stop();
      for (const name of running) await servers.get(name)?.stop();
    },
  };
}

/** Once for all marketplaces of a file. */
let composed: Promise<string> | undefined;

async function supergraph(): Promise<string> {
  const root = await readFile(new URL('../../schema/subgraphs/root.graphql', import.meta.url), 'utf8');
  const sources = { user: USER, catalog: CATALOG, order: ORDER, root };
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sources).map(([name, sdl]) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new AggregateError(errors ?? [], errors?.join('\n'));
  return supergraphSdl;
}

function createUser(): Subgraph {
  return createSubgraph(USER, {
    Query: { viewer: (_: unknown, __: unknown, { identity }: SubgraphRequest) => identity.actor && { id: identity.actor.id } },
    Mutation: { userRename: (_: unknown, { name }: { name: string }) => ({ id: 'renamed', name }) },
    User: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id, name }: { id: string; name?: string }) => name ?? `name of ${id}`,
    },
  });
}

function createCatalog(): Subgraph {
  return createSubgraph(CATALOG, {
    Query: { product: (_: unknown, { id }: { id: string }) => ({ id }) },
    Product: {
      __resolveReference: ({ id }: { id: string }) => (id === UNKNOWN_PRODUCT ? null : { id }),
      sku: ({ id }: { id: string }) => `sku of ${id}`,
      name: ({ id }: { id: string }) => `name of ${id}`,
      price: (_: unknown, { currency }: { currency?: string }) => (currency === 'COP' ? 4_000_000 : 1_000),
      seller: () => ({ id: 'seller' }),
    },
  });
}

function createOrder(updates: LiveFeed<OrderEvent>): Subgraph {
  const order = (id: string) => ({ id });
  return createSubgraph(ORDER, {
    Query: {
      order: (_: unknown, { id }: { id: string }) => order(id),
      asker: (_: unknown, __: unknown, { identity, ...request }: SubgraphRequest) => ({
        actorId: identity.actor?.id,
        roles: identity.actor?.roles,
        ip: identity.ip,
        key: request.idempotencyKey,
        locale: request.acceptLanguage,
        traceparent: request.traceparent,
      }),
      broken: (_: unknown, { how }: { how: string }) => {
        const http = how === 'FORBIDDEN' ? {} : { http: { status: 418 } };
        throw Object.assign(new Error('password of the database is hunter2'), how === 'bug' ? {} : { extensions: { code: how, ...http } });
      },
    },
    Mutation: {
      orderPlace: () => order('placed'),
      placedFrom: (_: unknown, __: unknown, { userAgent }: SubgraphRequest) => userAgent,
    },
    Order: {
      status: () => 'PENDING',
      lines: ({ id }: { id: string }) => [
        { product: { id: `${id}-a` }, quantity: 1 },
        { product: { id: `${id}-b` }, quantity: 2 },
      ],
      buyer: () => ({ id: 'buyer' }),
      previous: ({ id }: { id: string }) => order(`${id}-`),
    },
    Subscription: {
      orderUpdated: {
        subscribe: (_: unknown, { after }: { after?: string | null }, { identity }: SubgraphRequest) => {
          if (identity.actor?.roles.includes('MODERATOR'))
            throw Object.assign(new Error('Not for you.'), { extensions: { code: 'FORBIDDEN' } });
          return updates.follow(after ?? null);
        },
        resolve: ({ cursor, event }: { cursor: string; event: OrderEvent }, { orderId }: { orderId?: string }) => ({
          cursor,
          ...event,
          orderId,
          order: order(`order-${event.number}`),
        }),
      },
      orderTicked: {
        subscribe: () => updates.follow(null),
        resolve: ({ event }: { event: OrderEvent }, { above }: { above?: number }) => event.number - (above ?? 0),
      },
    },
  });
}

/** Whatever the gateway sends must be valid, like at any subgraph. */
function validated(schema: GraphQLSchema, query: string): DocumentNode {
  const document = parse(query);
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  return document;
}

function createSubgraph(sdl: string, resolvers: object): Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const argsOf = (request: SubgraphRequest) => ({
    schema,
    document: validated(schema, request.query),
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue: request,
  });
  return {
    schema,
    execute: async (request) => execute(argsOf(request)),
    async subscribe(request) {
      const source = await createSourceEventStream(argsOf(request));
      if (!(Symbol.asyncIterator in source)) return source;
      const results = mapAsync(source[Symbol.asyncIterator](), async (event) => execute({ ...argsOf(request), rootValue: event }));
      return request.wantsStart ? withStartCursor(results) : results;
    },
  };
}
