export type SubgraphName = 'accounts' | 'inventory' | 'products' | 'reviews';

/**
 * The four subgraphs of The Guild's federation benchmark, in Federation 1's words, which every gateway here understands.
 * `batch` is this benchmark's own: each batch has entities of its own, so that requests for different batches have
 * nothing in common that a gateway could share.
 */
export const SUBGRAPHS: Readonly<Record<SubgraphName, string>> = {
  accounts: `
    extend type Query {
      me: User
      user(id: ID!): User
      users(batch: Int = 0): [User]
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String
      birthday: Int
    }`,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `
    extend type Query {
      topProducts(first: Int = 5, batch: Int = 0): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }`,
  reviews: `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      product: Product
      author: User @provides(fields: "username")
    }
    extend type User @key(fields: "id") {
      id: ID! @external
      username: String @external
      reviews: [Review]
    }
    extend type Product @key(fields: "upc") {
      upc: String! @external
      reviews: [Review]
    }`,
};

export const SUBGRAPH_NAMES: readonly SubgraphName[] = ['accounts', 'inventory', 'products', 'reviews'];

/** Where a subgraph answers; all four are one server. */
export function urlOf(origin: string, name: SubgraphName): string {
  return `${origin}/${name}`;
}
