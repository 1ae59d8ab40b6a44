import { FEDERATION_LINK } from '../subgraphs.ts';
import { composedSdl, type RandomGraph } from './supergraph.ts';

/** By hand: what random graphs seldom have together. */
export function tortureGraph(): RandomGraph {
  const supergraphSdl = composedSdl(TYPE_DEFS);
  if (supergraphSdl === null) throw new Error('The torture graph does not compose.');
  return { typeDefs: TYPE_DEFS, supergraphSdl };
}

const TYPE_DEFS: Readonly<Record<string, string>> = {
  alpha: `${FEDERATION_LINK}
    enum Color { RED GREEN SECRET @inaccessible }
    scalar Raw
    interface Thing @key(fields: "id") { id: ID! name: String }
    union Any = Item | Box
    type Query {
      grid: [[Item!]!]! gaps: [[Item]] things: [Thing!] any: [Any] item(id: ID! = "1"): Item box: Box! deep: Deep self: Query
      strict: Item! maybe(n: Int): [[Any!]] shared: [Item] @shareable
    }
    type Deep { rows: [Row!]! one: Row! }
    type Row @shareable { cells: [[Item!]!] head: Item! label: String! n: Int }
    type Item implements Thing @key(fields: "id") {
      id: ID! name: String color: Color colors: [Color!] parts: [[Part!]] bits: [Part!] box: Box raw: Raw weight: Int!
      price(currency: String = "EUR"): Int
    }
    type Part @shareable { w: Int h: Int! }
    type Box implements Thing @key(fields: "id") { id: ID! name: String items: [Item!]! size: Part! inner: [[Box]] }
    type Mutation { add(n: Int): Item touch: Box! }`,
  beta: `${FEDERATION_LINK}
    type Query { beta: Beta! shared: [Item] @shareable }
    type Beta { items: [Item!] pick(ids: [ID!]): [Item] }
    type Item @key(fields: "id") {
      id: ID! cost: Int @shareable weight: Int! @external bits: [Part!] @external
      price(currency: String = "EUR"): Int @external
      ship: Int! @requires(fields: "weight") volume: String @requires(fields: "bits { w h }")
      dollars: String @requires(fields: "price(currency: \\"USD\\")") euros: String @requires(fields: "price(currency: \\"EUR\\")")
      next: Item chain: [[Item!]]
    }
    type Part @shareable { w: Int h: Int! }
    type Box @key(fields: "id") {
      id: ID! cost: Float! items: [Item!]! @external total: String @requires(fields: "items { weight }")
      size: Part! @external area: String! @requires(fields: "size { w h }")
    }
    type Mutation { move(id: ID!): Item clear: [Box!] }`,
  gamma: `${FEDERATION_LINK}
    interface Thing @key(fields: "id") { id: ID! rank: Int }
    type Query { tops: [Thing] }
    type Item implements Thing @key(fields: "id") { id: ID! rank: Int note: String! cost: Int @shareable }
    type Box implements Thing @key(fields: "id") { id: ID! rank: Int notes: [String!]! }`,
};
