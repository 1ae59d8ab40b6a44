import { type Agora, startAgora } from '@agora/e2e/agora';
import { signIn } from '@agora/e2e/shop';
import { CONNECTIONS } from './forms.ts';
import { FAR_BUDGETS, inTurns, TURN_SECONDS, TURNS } from './in-turns.ts';
import { report, reportJson, type Row } from './table.ts';

const QUERIES: Readonly<Record<string, string>> = {
  'who asks': '{ viewer { id } }',
  '20 items, 2 subgraphs': '{ products(first: 20) { nodes { id name priceFrom { amount } seller { displayName } } } }',
};

/** What a request costs where a cookie says who asks, beside the header `authorization`. */
export async function benchCookies(): Promise<Row[]> {
  const agora = await startAgora('one process', FAR_BUDGETS);
  try {
    const [{ token }, cookie, pid] = [await signIn(agora, 'buyer'), await cookieOf(agora), await agora.pidOf('gateway')];
    const rows: Row[] = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const request = { pid, url: `${agora.url}/graphql`, body: JSON.stringify({ query }), connections: CONNECTIONS };
      const { ratio, low, high, base, other } = await inTurns({ ...request, token }, { ...request, cookie });
      rows.push({ query: name, 'token µs': base, 'cookies µs': other, 'cookies ÷ token': ratio, from: low, to: high });
    }
    return rows;
  } finally {
    await agora.stop();
  }
}

/** The header of a browser that has signed in. */
async function cookieOf({ url }: Agora): Promise<string> {
  const query = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { id } userErrors { code } } }';
  const input = { email: 'buyer@agora.example', password: 'agora-demo-2026', transport: 'COOKIE' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  if (cookies.length !== 2) throw new Error(`The session has no cookies: ${await response.text()}`);
  return cookies.join('; ');
}

if (import.meta.main) {
  const rows = await benchCookies();
  report(
    `CPU of the one process for a request with cookies beside one with a token: the median ratio of ${TURNS} turns of ${TURN_SECONDS} s, and its 95 % interval`,
    rows,
  );
  reportJson(rows);
}
