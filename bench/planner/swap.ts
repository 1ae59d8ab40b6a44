import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, round, type Row } from '../table.ts';
import type { Contract } from './contract.ts';
import type { MeasuredGateway } from './gateway.ts';

const ASK_EVERY_MS = 10;
const CALM_MS = 5_000;
const FIELD = 'benchSwapped';

/** A known operation is asked for at a fixed rate, first in calm, then while another supergraph is taken. */
export async function measureSwap(gateway: MeasuredGateway, { supergraphSdl }: Contract, file: string): Promise<Row[]> {
  const calmBlock = await gateway.watchEventLoop();
  const calm = await askSteadily(gateway, () => pause(CALM_MS));
  const longestInCalm = await calmBlock();
  const swapBlock = await gateway.watchEventLoop();
  const begun = performance.now();
  let taken = NaN;
  const swapped = await askSteadily(gateway, async () => {
    await writeFile(file, withOneFieldMore(supergraphSdl));
    while (!(await isServed(gateway))) await pause(50);
    taken = performance.now() - begun;
    await pause(CALM_MS);
  });
  return [
    { what: 'a known operation in calm, p99, ms', value: percentile(calm.times, 0.99), goal: null },
    { what: '  the slowest', value: round(Math.max(...calm.times)), goal: null },
    { what: '  longest block of the event loop, ms', value: round(longestInCalm), goal: null },
    { what: 'a known operation while another supergraph is taken, p99, ms', value: percentile(swapped.times, 0.99), goal: null },
    { what: '  the slowest', value: round(Math.max(...swapped.times)), goal: null },
    { what: '  longest block of the event loop, ms', value: round(await swapBlock()), goal: '<= 50' },
    { what: '  answers that failed', value: calm.failed + swapped.failed, goal: '0' },
    { what: 'from the file to the graph that is served, ms', value: round(taken, 0), goal: null },
  ];
}

function withOneFieldMore(sdl: string): string {
  const graph = /enum join__Graph \{\s*(\w+)/.exec(sdl)?.[1] ?? '';
  return sdl.replace(/\ntype Query\b[^{]*\{/, (head) => `${head}\n  ${FIELD}: String @join__field(graph: ${graph})`);
}

/** What is not there is refused when it is validated, and is not planned. */
async function isServed({ ask }: MeasuredGateway): Promise<boolean> {
  const [, text] = await ask(`{ ${FIELD} }`);
  return !text.includes('GRAPHQL_VALIDATION_FAILED');
}

async function askSteadily({ ask }: MeasuredGateway, during: () => Promise<void>): Promise<{ times: number[]; failed: number }> {
  const times: number[] = [];
  const underWay: Promise<void>[] = [];
  let failed = 0;
  let isOver = false;
  const over = during().finally(() => (isOver = true));
  const askOnce = async () => {
    try {
      const [ms, text] = await ask('{ __typename }');
      times.push(ms);
      if (!text.includes('"data"')) failed++;
    } catch {
      failed++;
    }
  };
  for (let next = performance.now(); !isOver; next += ASK_EVERY_MS) {
    await pause(Math.max(0, next - performance.now()));
    underWay.push(askOnce());
  }
  await over;
  await Promise.all(underWay);
  return { times, failed };
}
