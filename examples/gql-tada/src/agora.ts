// node src/agora.ts products|buy [--by-id]
import { createInterface } from 'node:readline/promises';
import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { introspection } from './graphql-env.d.ts';

const graphql = initGraphQLTada<{ introspection: introspection }>();

const {
  AGORA_URL = 'http://localhost:4000/graphql',
  AGORA_EMAIL = 'buyer@agora.example',
  AGORA_PASSWORD = 'agora-demo-2026',
} = process.env;

const SIGN_IN = graphql(`
  mutation SignIn($input: SessionCreateInput!) {
    sessionCreate(input: $input) {
      session {
        accessToken
      }
      user {
        displayName
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const PRODUCTS_TEXT = graphql(`
  query Products($after: String) {
    products(first: 5, after: $after, sort: { field: NAME }) {
      nodes {
        name
        variants {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The id is what the editor's plugin of gql.tada fills in. */
const PRODUCTS = graphql.persisted('sha256:06f13cfdaed6f2a71109b92763604cfc899df89bcf423fc1153502fc29bbb08d', PRODUCTS_TEXT);

const ADD_TO_CART = graphql(`
  mutation AddToCart($input: CartLinesAddInput!) {
    cartLinesAdd(input: $input) {
      cart {
        id
        total {
          amount
          currencyCode
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const CHECK_OUT = graphql(`
  mutation CheckOut($input: CheckoutCompleteInput!) {
    checkoutComplete(input: $input) {
      order {
        number
        status
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const [command, flag] = process.argv.slice(2);
let token = '';

const { sessionCreate } = await send(SIGN_IN, { input: { email: AGORA_EMAIL, password: AGORA_PASSWORD } });
token = sessionCreate?.session?.accessToken ?? '';
console.log(`Signed in as ${sessionCreate?.user?.displayName}`);
await (command === 'buy' ? buy() : products());

async function products(after: string | null = null): Promise<void> {
  const { products: page } = await send(PRODUCTS, { after });
  for (const { name } of page?.nodes ?? []) console.log(name);
  if (page?.pageInfo.hasNextPage) await products(page.pageInfo.endCursor);
}

async function buy(): Promise<void> {
  const { products: page } = await send(PRODUCTS, {});
  const variantId = page?.nodes[0]?.variants[0]?.id ?? '';
  const { cartLinesAdd } = await send(ADD_TO_CART, { input: { lines: [{ variantId }] } });
  const cart = cartLinesAdd?.cart;
  if (!cart) return;
  console.log(`In the cart for ${cart.total.amount} ${cart.total.currencyCode}`);
  const terminal = createInterface(process.stdin, process.stdout);
  await terminal.question('Press Enter to check out.\n');
  terminal.close();
  const { checkoutComplete } = await send(CHECK_OUT, { input: { cartId: cart.id, paymentMethodId: 'sandbox-approve' } });
  console.log(`${checkoutComplete?.order?.number} is ${checkoutComplete?.order?.status}`);
}

/** With `--by-id` the text of what is persisted stays here: a marketplace that has the manifest finds it by its id. */
async function send<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const id = 'documentId' in document ? document.documentId : undefined;
  const asked = flag === '--by-id' && id ? { documentId: id } : { query: print(document) };
  const response = await fetch(AGORA_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ ...asked, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}
