const PASSWORD = 'agora-demo-2026';

interface Door {
  readonly host: string;
  readonly port: number;
}

/** Where a browser on this machine finds the door. */
export function addressOf({ host, port }: Door): string {
  return `http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`;
}

/** Something that listens beside the door, or keeps what the marketplace knows. */
export interface Part {
  readonly name: string;
  readonly address: string;
}

interface Greeting {
  readonly url: string;
  readonly demo: boolean;
  readonly tookMs: number;
  readonly parts?: readonly Part[];
}

/** What is printed once everything is ready: where to go, who one can be, and what to paste. */
export function welcome({ url, demo, tookMs, parts = [] }: Greeting): string {
  return `
Agora is ready (${(tookMs / 1000).toFixed(1)} s): ${url}
${parts.length === 0 ? '' : list(parts)}${demo ? accounts() : EMPTY}
A query, in a shell:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ products(first: 3) { nodes { name priceFrom { amount currencyCode } seller { username } } } }"}'
${demo ? signIn(url) : ''}
A subscription, in the explorer at ${url} (header "authorization": "Bearer <accessToken>"):
  subscription { notificationReceived { unreadCount notification { title body createdAt } } }

Ctrl-C stops everything; the data stays.
`;
}

const EMPTY = `
A new marketplace is empty. In another shell, "npm run seed -- demo" fills it with demo accounts, products and communities.
`;

function list(parts: readonly Part[]): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  return `
${parts.map(({ name, address }) => `  ${name.padEnd(width)}  ${address}`).join('\n')}
`;
}

function accounts(): string {
  const names = ['buyer', 'seller', 'moderator', 'admin'].map((name) => `${name}@agora.example`);
  return `
Demo accounts, all with the password ${PASSWORD}:
  ${names.join('  ')}
  camille@agora.example has a second factor as well; its secret, for an authenticator app: AGORADEMO2AGORADEMO2AGORADEMO2AG
`;
}

function signIn(url: string): string {
  return `
A token to sign in with:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -d '{"query":"mutation { sessionCreate(input: { email: \\"buyer@agora.example\\", password: \\"${PASSWORD}\\" }) { session { accessToken } } }"}'
`;
}
