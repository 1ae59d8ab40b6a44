import { fork } from 'node:child_process';
import path from 'node:path';
import { signIn } from '@agora/e2e/shop';
import { ask } from '@agora/e2e/client';
import type { House } from '@agora/e2e/house';
import { CONNECTIONS, onEachForm, processesOf } from './houses.ts';
import { load } from './load.ts';
import { cpuSeconds } from './processes.ts';
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

/** Requests a second, latency and CPU for each query on each form, beside bare node:http with the same answer in the same run. */
export async function benchQueries(): Promise<Row[]> {
  return onEachForm(async (house) => {
    const { token } = await signIn(house, 'buyer');
    const slug = await someSlug(house);
    const rows: Row[] = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const body = JSON.stringify({ query: query.replaceAll('%SLUG%', slug) });
      const request = { url: `${house.url}/graphql`, body, token, connections: CONNECTIONS };
      await load({ ...request, seconds: 2 });
      const floor = await floorOf(request);
      const pids = await processesOf(house, house.form);
      const before = await cpuOf(pids);
      const measured = await load({ ...request, seconds: SECONDS });
      const cpu = micros(before, await cpuOf(pids), measured.requests);
      rows.push({
        form: house.form,
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

async function someSlug(house: House): Promise<string> {
  const { data } = await ask(house, '{ products(first: 1) { nodes { slug } } }');
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
    return { perSecond, cpu: micros(before, await cpuSeconds(pid), requests) };
  } finally {
    child.disconnect();
  }
}

async function cpuOf(pids: readonly number[]): Promise<number | null> {
  const used = await Promise.all(pids.map(cpuSeconds));
  return used.reduce<number | null>((sum, seconds) => (sum === null || seconds === null ? null : sum + seconds), 0);
}

function micros(before: number | null, after: number | null, requests: number): number | null {
  return before === null || after === null ? null : Math.round(((after - before) * 1e6) / requests);
}

if (import.meta.main) {
  const rows = await benchQueries();
  report(`Queries, ${CONNECTIONS} connections, ${SECONDS} s each; CPU of every process of ours, without PostgreSQL`, rows);
  reportJson(rows);
}
