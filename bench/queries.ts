import { fork } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from '@agora/e2e/shop';
import { ask } from '@agora/e2e/client';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { CONNECTIONS, onEachForm, processesOf } from './forms.ts';
import { FAR_BUDGETS, inTurns, TURN_SECONDS, TURNS } from './in-turns.ts';
import { load } from './load.ts';
import { cpuSeconds, microsEach } from './processes.ts';
import { report, reportJson, round, type Row } from './table.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);

const QUERIES: Readonly<Record<string, string>> = {
  'one entity': '{ product(slug: "%SLUG%") { id name priceFrom { amount currencyCode } } }',
  '20 items, 2 subgraphs': '{ products(first: 20) { nodes { id name priceFrom { amount } seller { displayName } } } }',
  'page, 5 subgraphs': `{
    product(slug: "%SLUG%") { name seller { displayName } variants { sku availableQuantity price { amount } } discussions(first: 5) { nodes { title author { displayName } } } }
    viewer { displayName unreadNotificationCount orders(first: 5) { nodes { number total { amount } lines { productName product { name } } } } notifications(first: 5) { nodes { title } } }
    communities(first: 5) { nodes { name posts(first: 3) { nodes { title author { displayName } } } } }
  }`,
};

/**
 * What a request costs here beside another checkout: both marketplaces stand at once, limits and budgets on but far away, and take short
 * turns, there and back again.
 */
async function benchPrice(checkout: string): Promise<Row[]> {
  const marketplaces = [
    await startAgora('one process', FAR_BUDGETS, { checkout: path.resolve(checkout) }),
    await startAgora('one process', FAR_BUDGETS),
  ];
  try {
    const [before = [], after = []] = await Promise.all(marketplaces.map(requestsTo));
    const rows: Row[] = [];
    for (const [at, request] of after.entries()) {
      const { ratio, low, high, base, other } = await inTurns(before[at] ?? request, request);
      rows.push({ query: request.name, 'before µs': base, 'after µs': other, 'after ÷ before': ratio, from: low, to: high });
    }
    return rows;
  } finally {
    await Promise.all(marketplaces.map((agora) => agora.stop()));
  }
}

async function requestsTo(agora: Agora) {
  const { token } = await signIn(agora, 'buyer');
  const [slug, pid] = [await someSlug(agora), await agora.pidOf('gateway')];
  return Object.entries(QUERIES).map(([name, query]) => {
    const body = JSON.stringify({ query: query.replaceAll('%SLUG%', slug) });
    return { name, pid, url: `${agora.url}/graphql`, body, token, connections: CONNECTIONS };
  });
}

/** Requests a second, latency and CPU for each query on each form, beside bare node:http with the same answer in the same run. */
export async function benchQueries(): Promise<Row[]> {
  return onEachForm(async (agora) => {
    const { token } = await signIn(agora, 'buyer');
    const slug = await someSlug(agora);
    const rows: Row[] = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const body = JSON.stringify({ query: query.replaceAll('%SLUG%', slug) });
      const request = { url: `${agora.url}/graphql`, body, token, connections: CONNECTIONS };
      await load({ ...request, seconds: 2 });
      const floor = await floorOf(request);
      const pids = await processesOf(agora, agora.form);
      const before = await cpuOf(pids);
      const measured = await load({ ...request, seconds: SECONDS });
      const cpu = microsEach(before, await cpuOf(pids), measured.requests);
      rows.push({
        form: agora.form,
        query: name,
        'requests/s': measured.perSecond,
        'p50 ms': measured.p50,
        'p99 ms': measured.p99,
        'CPU µs/request': cpu,
        'floor requests/s': floor.perSecond,
        'floor CPU µs': floor.cpu,
        'CPU ÷ floor': cpu !== null && floor.cpu ? round(cpu / floor.cpu) : null,
      });
    }
    return rows;
  });
}

async function someSlug(agora: Agora): Promise<string> {
  const { data } = await ask(agora, '{ products(first: 1) { nodes { slug } } }');
  const slug = /"slug":"([^"]+)"/.exec(JSON.stringify(data))?.[1];
  if (!slug) throw new Error('There is no product to ask for.');
  return slug;
}

async function floorOf(request: { url: string; body: string; token: string }): Promise<{ perSecond: number; cpu: number | null }> {
  const response = await fetch(request.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${request.token}` },
    body: request.body,
  });
  const child = fork(path.join(import.meta.dirname, 'floor.ts'), { env: { ...process.env, FLOOR_ANSWER: await response.text() } });
  try {
    const port = await new Promise<number>((resolve, reject) =>
      child.once('message', (message) => resolve(Number(message))).once('error', reject),
    );
    const pid = child.pid ?? 0;
    const measure = (seconds: number) => load({ ...request, url: `http://127.0.0.1:${port}/graphql`, connections: CONNECTIONS, seconds });
    await measure(1);
    const before = await cpuSeconds(pid);
    const { perSecond, requests } = await measure(3);
    return { perSecond, cpu: microsEach(before, await cpuSeconds(pid), requests) };
  } finally {
    child.disconnect();
  }
}

async function cpuOf(pids: readonly number[]): Promise<number | null> {
  const used = await Promise.all(pids.map(cpuSeconds));
  return used.reduce<number | null>((sum, seconds) => (sum === null || seconds === null ? null : sum + seconds), 0);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { before: { type: 'string' }, json: { type: 'boolean' } } });
  const rows = values.before === undefined ? await benchQueries() : await benchPrice(values.before);
  report(
    values.before === undefined
      ? `Queries, ${CONNECTIONS} connections, ${SECONDS} s each; CPU of every process of ours, without PostgreSQL`
      : `CPU of the one process for a request beside ${values.before}: the median ratio of ${TURNS} turns of ${TURN_SECONDS} s, and its 95 % interval`,
    rows,
  );
  reportJson(rows);
}
