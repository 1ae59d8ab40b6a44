import { createServer } from 'node:http';
import { Pool } from 'undici';
import { urlOf, type SubgraphName } from '../graph.ts';
import { bodyOf, QUERY_NAMES, type QueryName, type Traffic } from '../queries.ts';

/**
 * What somebody would write by hand for exactly these three queries: 1, 2 and 4 calls (6 where no entity comes twice).
 * No schema, no validation, no plan: the practical limit of a gateway on node:http and undici. Arguments: the subgraphs'
 * origin, port.
 */
interface User {
  id: string;
  username: string;
  name?: string;
  reviews?: Review[];
}
interface Product {
  upc: string;
  name?: string;
  price?: number;
  weight?: number;
  inStock?: boolean;
  shippingEstimate?: number;
  reviews?: Review[];
}
interface Review {
  id: string;
  body: string;
  author?: User;
  product?: Product;
}
interface Request {
  readonly query: string;
  readonly variables?: { readonly batch: number };
}

const [origin = '', port] = process.argv.slice(2);
const pool = new Pool(origin, { connections: 128, pipelining: 1 });
const handlers: Readonly<Record<QueryName, (batch: number) => Promise<unknown>>> = { small, medium, large };
const TRAFFICS: readonly Traffic[] = ['identical', 'varied'];
const byText = new Map(
  QUERY_NAMES.flatMap((name) =>
    TRAFFICS.map((traffic) => {
      const { query }: Request = JSON.parse(bodyOf(name, traffic, 0));
      return [query, handlers[name]] as const;
    }),
  ),
);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query, variables }: Request = JSON.parse(Buffer.concat(chunks).toString());
    const handler = byText.get(query);
    if (handler)
      handler(variables?.batch ?? 0).then(
        (data) => send(200, { data }),
        (error: unknown) => send(502, { errors: [{ message: String(error) }] }),
      );
    else send(400, { errors: [{ message: 'Not one of the three queries.' }] });
  });
  const send = (status: number, answer: unknown) => {
    const body = JSON.stringify(answer);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  };
});
server.listen(Number(port), '127.0.0.1');

const USERS = 'query($batch:Int!){users(batch:$batch){id username name}}';
const TOP_PRODUCTS = 'query($batch:Int!){topProducts(batch:$batch){upc name price weight}}';
const REVIEWS = entities('...on User{reviews{id body}}');
const AUTHORED = 'reviews{id body author{id username reviews{id body product{upc}}}}';
const REVIEW_TREE = entities(`...on User{reviews{id body product{upc ${AUTHORED}}}}...on Product{${AUTHORED}}`);
const USER_NAMES = entities('...on User{name}');
const PRODUCT_DETAILS = entities('...on Product{name price weight}');
const STOCK = entities('...on Product{inStock shippingEstimate}');

async function small(batch: number): Promise<unknown> {
  return call<{ users: User[] }>('accounts', USERS, { batch });
}

async function medium(batch: number): Promise<unknown> {
  const { users } = await call<{ users: User[] }>('accounts', USERS, { batch });
  const found = await lookUp<User>(
    'reviews',
    REVIEWS,
    users.map(({ id }) => ({ __typename: 'User', id })),
  );
  users.forEach((user, i) => (user.reviews = found[i]?.reviews ?? []));
  return { users };
}

async function large(batch: number): Promise<unknown> {
  const [{ users }, { topProducts }] = await Promise.all([
    call<{ users: User[] }>('accounts', USERS, { batch }),
    call<{ topProducts: Product[] }>('products', TOP_PRODUCTS, { batch }),
  ]);
  const knownUsers = new Map(users.map((user) => [user.id, user.name]));
  const knownProducts = new Map(topProducts.map(({ upc, name, price, weight }) => [upc, { upc, name, price, weight }]));
  const tree = await lookUp<User | Product>('reviews', REVIEW_TREE, [
    ...users.map(({ id }) => ({ __typename: 'User', id })),
    ...topProducts.map(({ upc }) => ({ __typename: 'Product', upc })),
  ]);
  users.forEach((user, i) => (user.reviews = tree[i]?.reviews ?? []));
  topProducts.forEach((product, i) => (product.reviews = tree[users.length + i]?.reviews ?? []));

  const seen = { users: new Set<User>(), products: new Set<Product>(topProducts) };
  for (const { reviews } of [...users, ...topProducts]) for (const review of reviews ?? []) collect(review, seen);
  await Promise.all([nameUsers(seen.users, knownUsers), describeProducts(seen.products, knownProducts)]);

  const described = [...knownProducts.values()];
  const stock = await lookUp<Product>(
    'inventory',
    STOCK,
    described.map(({ upc, price, weight }) => ({ __typename: 'Product', upc, price, weight })),
  );
  const all = new Map(described.map((product, i) => [product.upc, { ...product, ...stock[i] }]));
  for (const product of seen.products) Object.assign(product, all.get(product.upc));
  return { users, topProducts };
}

function collect(review: Review, seen: { users: Set<User>; products: Set<Product> }): void {
  if (review.author) {
    seen.users.add(review.author);
    for (const written of review.author.reviews ?? []) collect(written, seen);
  }
  if (review.product) {
    seen.products.add(review.product);
    for (const about of review.product.reviews ?? []) collect(about, seen);
  }
}

async function nameUsers(users: ReadonlySet<User>, known: Map<string, string | undefined>): Promise<void> {
  const unknown = new Set<string>();
  for (const { id } of users) if (!known.has(id)) unknown.add(id);
  if (unknown.size > 0) {
    const ids = [...unknown];
    const found = await lookUp<User>(
      'accounts',
      USER_NAMES,
      ids.map((id) => ({ __typename: 'User', id })),
    );
    ids.forEach((id, i) => known.set(id, found[i]?.name));
  }
  for (const user of users) user.name = known.get(user.id);
}

async function describeProducts(products: ReadonlySet<Product>, known: Map<string, Product>): Promise<void> {
  const unknown = new Set<string>();
  for (const { upc } of products) if (!known.has(upc)) unknown.add(upc);
  if (unknown.size === 0) return;
  const upcs = [...unknown];
  const found = await lookUp<Product>(
    'products',
    PRODUCT_DETAILS,
    upcs.map((upc) => ({ __typename: 'Product', upc })),
  );
  upcs.forEach((upc, i) => known.set(upc, { ...found[i], upc }));
}

function entities(selection: string): string {
  return `query($representations:[_Any!]!){_entities(representations:$representations){${selection}}}`;
}

async function lookUp<Entity>(subgraph: SubgraphName, query: string, representations: readonly object[]): Promise<Entity[]> {
  const { _entities } = await call<{ _entities: Entity[] }>(subgraph, query, { representations });
  return _entities;
}

async function call<Answer>(subgraph: SubgraphName, query: string, variables: object): Promise<Answer> {
  const response = await pool.request({
    method: 'POST',
    path: urlOf('', subgraph),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data: Answer; errors?: unknown } = JSON.parse(await response.body.text());
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
