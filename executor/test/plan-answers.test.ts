import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { Executor } from '../src/index.ts';
import { Planner } from '../src/plan/planner.ts';
import type { ExecutionAnswer, Variables } from '../src/types.ts';
import { composed } from '../testing/subgraphs.ts';

interface Sent {
  readonly id: string;
  readonly weight?: number;
  readonly secret?: number;
  readonly price?: number;
}

/** A subgraph that tells which inputs it got. */
function shop() {
  return composed({
    catalog: {
      typeDefs: `
        type Query { products: [Product!]! shelf: Shelf }
        type Shelf { best: Product }
        type Product @key(fields: "id") {
          id: ID! name: Int secret: Int @inaccessible weight: Int price(currency: String = "USD"): Int
          constructor: Int broken: Int
        }`,
      resolvers: {
        Query: { products: () => [{ id: 'p1' }, { id: 'p2' }], shelf: () => ({ best: { id: 'p3' } }) },
        Product: {
          name: () => 666,
          secret: () => 7,
          weight: () => 5,
          price: (_: unknown, { currency }: { currency: string }) => ({ USD: 10, EUR: 9 })[currency] ?? 1,
          constructor: () => 3,
          broken: ({ id }: Sent) => {
            throw new Error(`${id} is broken`);
          },
        },
      },
    },
    delivery: {
      typeDefs: `
        type Product @key(fields: "id") {
          id: ID! weight: Int @external secret: Int @external price(currency: String = "USD"): Int @external
          constructor: Int @external
          whose: String said(text: String): String
          shipping: String @requires(fields: "weight")
          risk: String @requires(fields: "secret")
          duty: String @requires(fields: "price(currency: \\"USD\\")")
          vat: String @requires(fields: "price(currency: \\"EUR\\")")
          built: String @requires(fields: "constructor")
          late: String @requires(fields: "price(currency: \\"EUR\\")")
        }`,
      resolvers: {
        Product: {
          __resolveReference: (sent: Sent) => sent,
          whose: ({ id }: Sent) => id,
          said: ({ id }: Sent, { text }: { text?: string }) => `${id}: ${text}`,
          shipping: ({ weight }: Sent) => `weight ${weight}`,
          risk: ({ secret }: Sent) => `secret ${secret}`,
          duty: ({ price }: Sent) => `price ${price}`,
          vat: ({ price }: Sent) => `price ${price}`,
          built: (sent: Sent) => `constructor ${JSON.stringify(Object.getOwnPropertyDescriptor(sent, 'constructor')?.value)}`,
          late: ({ id }: Sent) => {
            throw new Error(`${id} is late`);
          },
        },
      },
    },
  });
}

async function answers(text: string, variables: Variables = {}): Promise<ExecutionAnswer> {
  const document = parse(text);
  const given: ExecutionAnswer[] = [];
  for (const mergeFetches of [true, false]) {
    const { supergraphSdl, send } = shop();
    const executor = new Executor({ planner: Planner.of(supergraphSdl), send, mergeFetches });
    expect(validate(executor.schema, document)).toEqual([]);
    given.push(await executor.execute(await executor.compile(document), variables, null));
  }
  const [merged = {}, plain = {}] = given;
  expect(JSON.parse(JSON.stringify(merged))).toEqual(JSON.parse(JSON.stringify(plain)));
  return merged;
}

async function firstProduct(fields: string, variables: Variables = {}): Promise<unknown> {
  const [head = '', body = ''] = fields.includes('|') ? fields.split('|') : ['', fields];
  const { data, errors } = await answers(`query ${head} { products { ${body} } }`, variables);
  expect(errors).toBeUndefined();
  const products: unknown = data?.products;
  return Array.isArray(products) ? products[0] : products;
}

describe('a client cannot forge', () => {
  test.each([
    ['a required field', 'weight: name shipping', { weight: 666, shipping: 'weight 5' }],
    ['a required field that it cannot see', 'secret: name risk', { secret: 666, risk: 'secret 7' }],
    ['a required field with arguments', 'price: name duty', { price: 666, duty: 'price 10' }],
    ['a required field by its private name', 'executor_input_0: name duty', { executor_input_0: 666, duty: 'price 10' }],
    ['a key', 'id: name whose', { id: 666, whose: 'p1' }],
    ['a type', '__typename: name whose', { __typename: 666, whose: 'p1' }],
    ['a required field called constructor', 'constructor: name built', { constructor: 666, built: 'constructor 3' }],
  ])('%s', async (_, fields, product) => {
    expect(await firstProduct(fields)).toEqual(product);
  });
});

describe('a required field with arguments', () => {
  test.each([
    ['the arguments of the client', 'price(currency: "EUR") duty', { price: 9, duty: 'price 10' }],
    ['its variables', '($c: String) | price(currency: $c) duty', { price: 9, duty: 'price 10' }],
    ['the default of the client', 'price vat', { price: 10, vat: 'price 9' }],
    ['what another field requires', 'duty vat', { duty: 'price 10', vat: 'price 9' }],
  ])('is not mixed up with %s', async (_, fields, product) => {
    expect(await firstProduct(fields, { c: 'EUR' })).toEqual(product);
  });
});

test('the path of an error has the keys of the client', async () => {
  const { data, errors } = await answers('{ products { price: broken vat: late duty shipping: vat } }');
  expect(data?.products).toEqual(['p1', 'p2'].map(() => ({ price: null, vat: null, duty: 'price 10', shipping: 'price 9' })));
  const told = errors?.map(({ message, path }) => `${message}: ${path?.join('.')}`);
  expect(told?.sort()).toEqual([
    'p1 is broken: products.0.price',
    'p1 is late: products.0.vat',
    'p2 is broken: products.1.price',
    'p2 is late: products.1.vat',
  ]);
});

test('names that every object has are answered like others', async () => {
  expect(await firstProduct('constructor built hasOwnProperty: name toString: whose')).toEqual({
    constructor: 3,
    built: 'constructor 3',
    hasOwnProperty: 666,
    toString: 'p1',
  });
});

test.each(['r0', 'r1', 'r_0', '_entities', 'e0', 'constructor'])('a variable called $%s is a variable of the client', async (name) => {
  const text = `query ($${name}: String) { products { said(text: $${name}) } shelf { best { said(text: $${name}) whose } } }`;
  expect(await answers(text, { [name]: 'hello' })).toEqual({
    data: { products: [{ said: 'p1: hello' }, { said: 'p2: hello' }], shelf: { best: { said: 'p3: hello', whose: 'p3' } } },
  });
});
