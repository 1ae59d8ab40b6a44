import { FEDERATION_LINK, type TestSubgraph } from './subgraphs.ts';

type Subgraphs = Readonly<Record<string, TestSubgraph>>;

interface Identified {
  readonly id: string;
}

export const PRODUCT_DELIVERY: TestSubgraph = {
  typeDefs: 'type Product @key(fields: "id") { id: ID! secret: Int @external cost: Int @requires(fields: "secret") }',
  resolvers: { Product: { cost: ({ secret }: { secret: number }) => secret * 10 } },
};

/** The cost of a product follows from what clients cannot see. */
export const DELIVERY: Subgraphs = {
  catalog: {
    typeDefs: `
      type Query { product: Product }
      type Product @key(fields: "id") { id: ID! name: String secret: Int @inaccessible fails: Int }`,
    resolvers: {
      Query: { product: () => ({ id: 'p', name: 'Pen', secret: 7 }) },
      Product: {
        __resolveReference: () => ({ id: 'p', name: 'Pen', secret: 7 }),
        fails: () => {
          throw new Error('fails');
        },
      },
    },
  },
  delivery: PRODUCT_DELIVERY,
};

const MEDIA_COUNTS: TestSubgraph = {
  typeDefs: `
    type Query { top: Media }
    type Media @interfaceObject @key(fields: "id") {
      id: ID! views: Int like: Media title: String @external blurb: String @requires(fields: "title")
    }`,
  resolvers: {
    Query: { top: () => ({ id: 'b1' }) },
    Media: { views: () => 10, like: () => ({ id: 'b1' }), blurb: ({ title }: { title: string }) => `All of ${title}` },
  },
};

/** Books and films; `counts` takes them for objects of one type. */
export const MEDIA: Subgraphs = {
  library: {
    typeDefs: `
      type Query { media: [Media] }
      interface Node { id: ID! }
      interface Media implements Node @key(fields: "id") { id: ID! title: String }
      type Book implements Node & Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Node & Media @key(fields: "id") { id: ID! title: String minutes: Int }`,
    resolvers: {
      Query: { media: () => [medium('b1'), medium('f1')] },
      Media: { __resolveReference: ({ id }: Identified) => medium(id), __resolveType: ({ id }: Identified) => typeOf(id) },
      Book: { __resolveReference: ({ id }: Identified) => medium(id) },
      Film: { __resolveReference: ({ id }: Identified) => medium(id) },
    },
  },
  counts: MEDIA_COUNTS,
};

/** The same; `counts` tells the name of its type with every object, asked or not, and is the slowest. */
export const MEDIA_ANSWERS_ITS_NAME: Subgraphs = {
  ...MEDIA,
  counts: {
    ...MEDIA_COUNTS,
    async intercept({ query }, answer) {
      const given = await answer();
      const entities = given.data?.['_entities'];
      if (!query.includes('__typename') || !Array.isArray(entities)) return given;
      return { ...given, data: { _entities: entities.map((entity) => ({ ...entity, __typename: 'Media' })) } };
    },
  },
};

function medium(id: string) {
  return { __typename: typeOf(id), id, title: `${typeOf(id)} ${id}`, pages: 100, minutes: 90 };
}

function typeOf(id: string): string {
  return id.startsWith('b') ? 'Book' : 'Film';
}

/** What a crate weighs, and how heavy a parcel is, only a subgraph knows that cannot be reached. */
export const PARCELS: Subgraphs = {
  parcels: {
    typeDefs: `
      type Query { parcels: [Parcel] }
      type Parcel @key(fields: "id") { id: ID! box: Box }
      union Box = Crate | Bag
      type Crate @key(fields: "id") { id: ID! }
      type Bag { liters: Int }`,
    resolvers: {
      Query: { parcels: () => [parcel('1'), parcel('2')] },
      Parcel: { __resolveReference: ({ id }: Identified) => parcel(id) },
      Box: { __resolveType: ({ type }: { type: string }) => type },
    },
  },
  scales: {
    typeDefs: `
      type Crate @key(fields: "id") { id: ID! weight: Int }
      type Parcel @key(fields: "id") { id: ID! weight: Int }`,
    intercept: () => Promise.reject(new Error('out of reach')),
  },
  delivery: {
    typeDefs: `
      type Parcel @key(fields: "id") {
        id: ID! box: Box @external weight: Int @external
        fits: String @requires(fields: "box { ... on Crate { weight } ... on Bag { liters } }")
        cost: Int @requires(fields: "weight")
      }
      union Box = Crate | Bag
      type Crate @key(fields: "id") { id: ID! weight: Int @external }
      type Bag { liters: Int @external }`,
    resolvers: { Parcel: { fits: ({ box }: { box: unknown }) => JSON.stringify(box), cost: () => 1 } },
  },
};

function parcel(id: string) {
  return { id, box: id === '1' ? { type: 'Crate', id } : { type: 'Bag', liters: 5 } };
}

export const SHELVES: Subgraphs = {
  shelves: {
    typeDefs: `
      type Query { shelf: Shelf }
      type Shelf @key(fields: "id") { id: ID! rows: [[Thing]!] }
      type Thing @shareable { weight: Int }`,
    resolvers: { Query: { shelf: () => ({ id: '1', rows: [[{ weight: 1 }, null], [], [{ weight: 3 }]] }) } },
  },
  sums: {
    typeDefs: `
      type Shelf @key(fields: "id") { id: ID! rows: [[Thing]!] @external total: String @requires(fields: "rows { weight }") }
      type Thing @shareable { weight: Int }`,
    resolvers: { Shelf: { total: ({ rows }: { rows: unknown }) => JSON.stringify(rows) } },
  },
};

/** One subgraph must have a size where another may, so that the planner cannot ask for both under one name. */
export const RENAMED: Subgraphs = {
  purse: {
    typeDefs: `
      type Query { things: [Thing] }
      union Thing = Coin | Note
      type Coin @shareable { size: Int! label: String! }
      type Note @shareable { size: Int label: String }`,
    resolvers: {
      Query: { things: () => ['Coin', 'Note'].map((type) => ({ type, size: 0, label: '' })) },
      Thing: { __resolveType: ({ type }: { type: string }) => type },
    },
  },
  mint: { typeDefs: 'type Query { coin: Coin } type Coin @shareable { size: Int label: String }' },
};

export const GRID: Subgraphs = {
  left: {
    typeDefs: `
      type Query { board: Board }
      type Board @key(fields: "id") { id: ID! grid: [[Cell]] @shareable row: [Cell] @shareable }
      type Cell { left: Int }`,
    resolvers: { Query: { board: () => ({ id: '1', grid: [[{ left: 1 }, { left: 2 }], [{ left: 3 }]], row: [{ left: 1 }] }) } },
  },
  right: {
    typeDefs: `
      type Board @key(fields: "id") { id: ID! grid: [[Cell]] @shareable row: [Cell] @shareable }
      type Cell { right: Int }`,
    resolvers: { Board: { grid: () => [[{ right: 10 }, null], [{ right: 30 }]], row: () => [{ right: 10 }] } },
  },
};

export const SHADES: Subgraphs = {
  paints: {
    typeDefs: `
      type Query { shades: [Shade] any: [Any] }
      enum Shade { RED ULTRAVIOLET @inaccessible }
      union Any = Paint | Hidden
      type Paint { shade: Shade }
      type Hidden @inaccessible { shade: Shade }`,
    resolvers: {
      Query: { shades: () => ['RED', 'ULTRAVIOLET'], any: () => [{ type: 'Paint', shade: 'RED' }, { type: 'Hidden' }] },
      Any: { __resolveType: ({ type }: { type: string }) => type },
    },
  },
};

/** A value that must not be null is, and the subgraph does not say so. */
export const NULLS: Subgraphs = {
  boxes: {
    typeDefs: `
      type Query { box: Box boxes: [Box]! }
      type Box { id: ID! strict: Strict! broken: Int! }
      type Strict { value: Int! }`,
    async intercept({ query }) {
      const box = { id: '1', strict: { value: null } };
      const boxes = [box, { strict: null }];
      if (query.includes('broken')) return { data: { box: null, boxes }, errors: [{ message: 'broken', path: ['box', 'broken'] }] };
      return { data: { box, boxes } };
    },
  },
};

export const ECHO: Subgraphs = {
  echo: {
    typeDefs: 'type Query { echo(n: Int, id: ID): String }',
    resolvers: { Query: { echo: (_: unknown, { n, id }: { n?: number; id?: string }) => `${n} ${id}` } },
  },
};

/** Thing 1 is broken wherever it is met. */
export const BROKEN: Subgraphs = {
  lists: {
    typeDefs: 'type Query { list: [Thing] one: Thing } type Thing @key(fields: "id") { id: ID! }',
    resolvers: { Query: { list: () => ['1', '2', '1'].map((id) => ({ id })), one: () => ({ id: '1' }) } },
  },
  faults: {
    typeDefs: 'type Thing @key(fields: "id") { id: ID! broken: Int }',
    resolvers: {
      Thing: {
        broken: ({ id }: Identified) => {
          if (id === '1') throw new Error('thing 1');
          return 0;
        },
      },
    },
  },
};

/** A call that has thing 1 in it fails as a whole. */
export const BROKEN_CALLS: Subgraphs = {
  lists: {
    typeDefs: 'type Query { list: [Thing] one: Thing nobody: Thing } type Thing @key(fields: "id") { id: ID! }',
    resolvers: { Query: { list: () => ['1', '2'].map((id) => ({ id })), one: () => ({ id: '2' }), nobody: () => null } },
  },
  names: {
    typeDefs: 'type Thing @key(fields: "id") { id: ID! name: String }',
    resolvers: {
      Thing: {
        __resolveReference({ id }: Identified) {
          if (id === '1') throw new Error('nobody knows 1');
          return { id, name: `thing ${id}` };
        },
      },
    },
  },
};

/** Only bags are asked for in the other subgraph. */
export const HOLES: Subgraphs = {
  things: {
    typeDefs: `
      type Query { things: [Thing] }
      union Thing = Bag | Nothing
      type Bag @key(fields: "id") { id: ID! }
      type Nothing { id: ID! }`,
    resolvers: {
      Query: { things: () => [{ type: 'Nothing', id: '0' }, null, { type: 'Bag', id: '1' }, { type: 'Bag', id: '2' }] },
      Thing: { __resolveType: ({ type }: { type: string }) => type },
    },
  },
  faults: {
    typeDefs: 'type Bag @key(fields: "id") { id: ID! broken: Int }',
    resolvers: {
      Bag: {
        broken: ({ id }: Identified) => {
          if (id === '2') throw new Error('bag 2');
          return 0;
        },
      },
    },
  },
};

/** Each subgraph needs what the other one has said before. */
export const CIRCLE: Subgraphs = {
  root: {
    typeDefs: 'type Query { start: Node } type Node @key(fields: "id") { id: ID! }',
    resolvers: { Query: { start: () => ({ id: '1' }) } },
  },
  odd: {
    typeDefs: `
      type Node @key(fields: "id") { id: ID! first: Int second: Int @external third: Int @requires(fields: "second") }`,
    resolvers: { Node: { first: () => 1, third: ({ second }: { second: number }) => second + 1 } },
  },
  even: {
    typeDefs: 'type Node @key(fields: "id") { id: ID! first: Int @external second: Int @requires(fields: "first") }',
    resolvers: { Node: { second: ({ first }: { first: number }) => first + 1 } },
  },
};

/** One node, met at several places, whose parts have an owner in a third subgraph. */
export const SHARED: Subgraphs = {
  nodes: {
    typeDefs: 'type Query { node: Node } type Node @key(fields: "id") { id: ID! }',
    resolvers: { Query: { node: () => ({ id: '1' }) } },
  },
  parts: {
    typeDefs: `
      type Node @key(fields: "id") { id: ID! part: Part }
      type Part @key(fields: "id") { id: ID! name: String }`,
    resolvers: { Node: { part: () => ({ id: 'x', name: 'part' }) } },
  },
  owners: {
    typeDefs: 'type Part @key(fields: "id") { id: ID! owner(n: Int): Owner } type Owner { name: String }',
    resolvers: { Part: { owner: (_: unknown, { n }: { n: number }) => ({ name: `owner ${n}` }) } },
  },
};

/** `pricing` cannot resolve its first key. */
export const KEYS: Subgraphs = {
  catalog: {
    typeDefs: 'type Query { item: Item } type Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! weight: Int }',
    resolvers: { Query: { item: () => ({ id: '1', sku: 's', weight: 4 }) } },
  },
  pricing: {
    typeDefs: `
      type Item @key(fields: "id", resolvable: false) @key(fields: "sku") {
        id: ID! sku: ID! weight: Int @external cost: Int @requires(fields: "weight")
      }`,
    resolvers: { Item: { cost: ({ weight }: { weight: number }) => weight * 3 } },
  },
};

export const CURRENCIES: Subgraphs = {
  catalog: {
    typeDefs: `
      type Query { product: Product }
      type Product @key(fields: "id") { id: ID! price(currency: String): Int }`,
    resolvers: {
      Query: { product: () => ({ id: '1' }) },
      Product: { price: (_: unknown, { currency }: { currency?: string }) => ({ USD: 10, EUR: 9, GBP: 8 })[currency ?? ''] ?? 1 },
    },
  },
  tags: {
    typeDefs: `
      type Product @key(fields: "id") {
        id: ID! price(currency: String): Int @external
        inDollars: String @requires(fields: "price(currency: \\"USD\\")")
        inEuros: String @requires(fields: "price(currency: \\"EUR\\")")
      }`,
    resolvers: {
      Product: {
        inDollars: ({ price }: { price: number }) => `USD ${price}`,
        inEuros: ({ price }: { price: number }) => `EUR ${price}`,
      },
    },
  },
};

/** `titles` cannot be entered with a node of `nodes`, whose interface nothing implements. */
export const UNREACHABLE: Subgraphs = {
  nodes: { typeDefs: 'type Query { node: Node } interface Node @key(fields: "id") { id: ID! }' },
  titles: {
    typeDefs: 'type Query { other: Node } type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! title: String }',
  },
};

/** Where a box is from, its content is never anything that clients can see. */
export const HIDDEN_UNION: Subgraphs = {
  boxes: {
    typeDefs: `
      type Query { box: Box }
      type Box { content: Content }
      union Content = Dust
      type Dust @shareable @inaccessible { grams: Int }`,
    resolvers: { Query: { box: () => ({ content: { grams: 1 } }) }, Content: { __resolveType: () => 'Dust' } },
  },
  coins: {
    typeDefs: `
      type Query { content: Content }
      union Content = Coin | Dust
      type Coin { value: Int }
      type Dust @shareable @inaccessible { grams: Int }`,
  },
};

/** What weighs something, and how much, only subgraphs can see. */
export const HIDDEN_CONTENT: Subgraphs = {
  boxes: {
    typeDefs: `
      type Query { boxes: [Box] }
      type Box @key(fields: "id") { id: ID! content: Content }
      union Content = Dust | Purse | Air
      interface Heavy @inaccessible { grams: Int }
      type Dust implements Heavy @shareable @inaccessible { grams: Int }
      type Purse implements Heavy @shareable { grams: Int }
      type Air @shareable { liters: Int }`,
    resolvers: {
      Query: {
        boxes: () => [
          { id: '1', content: { type: 'Dust', grams: 3 } },
          { id: '2', content: { type: 'Purse', grams: 20 } },
          { id: '3', content: { type: 'Air', liters: 1 } },
        ],
      },
      Content: { __resolveType: ({ type }: { type: string }) => type },
    },
  },
  scales: {
    typeDefs: `
      type Box @key(fields: "id") {
        id: ID! content: Content @external weight: Int @requires(fields: "content { ... on Heavy { grams } }")
      }
      union Content = Dust | Purse | Air
      interface Heavy @inaccessible { grams: Int }
      type Dust implements Heavy @shareable @inaccessible { grams: Int }
      type Purse implements Heavy @shareable { grams: Int }
      type Air @shareable { liters: Int }`,
    resolvers: { Box: { weight: ({ content }: { content: { grams?: number } }) => content.grams ?? 0 } },
  },
};

/** As in the audit's suite null-keys: the one key leads to the other, the other to the author. */
export const CHAINED_KEYS: Subgraphs = {
  containers: {
    typeDefs: 'type Query { books: [Book] } type Book @key(fields: "upc") { upc: ID! }',
    resolvers: { Query: { books: () => ['b1', 'b2', 'b3'].map((upc) => ({ upc })) } },
  },
  keys: {
    typeDefs: 'type Book @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }',
    resolvers: {
      Book: {
        __resolveReference({ upc }: { upc: string }) {
          if (!upc.startsWith('b')) throw new Error('Invalid reference');
          return upc === 'b2' ? null : { id: upc.slice(1), upc };
        },
      },
    },
  },
  authors: {
    typeDefs: 'type Book @key(fields: "id") { id: ID! author: String }',
    resolvers: {
      Book: {
        author({ id }: Identified) {
          if (id === '3') throw new Error('nobody wrote 3');
          return `Author ${id}`;
        },
      },
    },
  },
};

/** The first book has no author, the second one nobody knows. */
export const NULL_KEYS: Subgraphs = {
  books: {
    typeDefs: `${FEDERATION_LINK}
      type Query { books: [Book] }
      type Book { title: String author: Author }
      type Author @key(fields: "id") { id: ID }`,
    resolvers: {
      Query: {
        books: () => [
          { title: 'A', author: null },
          { title: 'B', author: { id: '2' } },
          { title: 'C', author: { id: '3' } },
        ],
      },
    },
  },
  authors: {
    typeDefs: 'type Author @key(fields: "id") { id: ID name: String }',
    resolvers: {
      Author: {
        name: ({ id }: Identified) => {
          if (id === '2') throw new Error('nobody knows 2');
          return `Author ${id}`;
        },
      },
    },
  },
};
