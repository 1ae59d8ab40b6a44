/** An operation that the explorers have ready to be sent. */
export interface Stop {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
}

const WELCOME: Stop = {
  name: 'Welcome',
  query: `# Send this, then 1 to 4: sign in, watch what you are told, and meanwhile buy what was found here.
query Welcome {
  products(first: 5, filter: { isAvailable: true }) {
    nodes {
      name
      priceFrom { amount currencyCode }
      seller { username }
      variants { id }
    }
  }
}
`,
};

export const SIGN_IN: Stop = {
  name: '1 Sign in',
  query: `# 1. In the demo data you may be buyer, seller, moderator or admin@agora.example.
mutation SignIn($email: String!, $password: String!) {
  sessionCreate(input: { email: $email, password: $password }) {
    session { accessToken }
    user { displayName }
    userErrors { code message }
  }
}
`,
  variables: { email: 'buyer@agora.example', password: 'agora-demo-2026' },
};

const WATCH: Stop = {
  name: '2 Watch',
  query: `# 2. Leave it open, and come back when you have bought something.
subscription Watch {
  notificationReceived {
    unreadCount
    notification {
      kind
      title
      subject { ... on Order { number status total { amount currencyCode } } }
    }
  }
}
`,
};

const FILL_CART: Stop = {
  name: '3 Fill the cart',
  query: `# 3. Of the first product found.
mutation FillCart($variantId: ID!) {
  cartLinesAdd(input: { lines: [{ variantId: $variantId, quantity: 1 }] }) {
    cart { id lines { quantity } }
    userErrors { code message }
  }
}
`,
  variables: { variantId: '{{variantId}}' },
};

const BUY: Stop = {
  name: '4 Buy',
  query: `# 4. It ends otherwise with sandbox-decline, sandbox-delay or sandbox-timeout.
mutation Buy($cartId: ID!) {
  checkoutComplete(input: { cartId: $cartId, paymentMethodId: "sandbox-approve" }) {
    order { number status }
    userErrors { code message }
  }
}
`,
  variables: { cartId: '{{cartId}}' },
};

/** The first is where an explorer begins. */
export type Tour = readonly [Stop, ...Stop[]];

/** From an open page to a live notification, by sending one after the other. */
export const TOUR: Tour = [WELCOME, SIGN_IN, WATCH, FILL_CART, BUY];

/** For a graph that nobody has written a tour of. */
export const NO_TOUR: Tour = [{ name: 'Query', query: '{ __typename }\n' }];

/** What one stop learns for the others: `{{cartId}}` stands for it in headers, variables and connection parameters. */
export const LEARNED = { authorization: '', variantId: '', cartId: '' };

/** Runs in the offline explorer after every answer. */
export const LEARN = `const { body } = altair.response;
const { data } = typeof body === 'string' ? JSON.parse(body) : body;
const learn = (name, value) => value && altair.helpers.setEnvironment(name, value, true);
const token = data?.sessionCreate?.session?.accessToken;
learn('authorization', token && 'Bearer ' + token);
learn('variantId', data?.products?.nodes?.[0]?.variants?.[0]?.id);
learn('cartId', data?.cartLinesAdd?.cart?.id);
`;
