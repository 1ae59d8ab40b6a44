import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Contract, readContract } from './planner/contract.ts';
import { type MeasuredGateway, startGateway } from './planner/gateway.ts';
import { showPlans } from './planner/plans.ts';
import { serveStubSubgraphs } from './planner/stub-subgraphs.ts';
import { measureSwap } from './planner/swap.ts';
import { percentile, report, reportJson, round, type Row } from './table.ts';

const STARTS = 5;
const IDLE_AFTER_MS = 20_000;

const { values: given } = parseArgs({ options: { contract: { type: 'string' }, json: { type: 'boolean' } } });

/** What the gateway takes for a graph of the size that is to come, before subgraphs that answer nothing. */
const folder = await mkdtemp(path.join(tmpdir(), 'agora-planner-'));
const subgraphs = await serveStubSubgraphs();
try {
  const contract = await readContract(subgraphs.origin, given.contract);
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(file, contract.supergraphSdl);
  const rows = [...(await showPlans(contract)), ...(await measureStarts(file)), ...(await measureScreens(contract, file))];
  report(`The gateway with a graph of ${typesIn(contract)} types and ${contract.operations.length} operations`, rows);
  reportJson(rows);
} finally {
  await subgraphs.stop();
  await rm(folder, { recursive: true });
}

/** All stay: an idle one takes nothing from those that start after it. */
async function measureStarts(file: string): Promise<Row[]> {
  const gateways: MeasuredGateway[] = [];
  for (let n = 0; n < STARTS; n++) gateways.push(await startGateway(file));
  const [cold = NaN, ...warm] = gateways.map(({ readyMs }) => readyMs);
  const cpu = await Promise.all(gateways.map(({ child }) => child.cpuSeconds()));
  await pause(IDLE_AFTER_MS);
  const idle = await Promise.all(gateways.map(({ child }) => child.residentMB()));
  await Promise.all(gateways.map(({ child }) => child.stop()));
  return [
    { what: 'ready, first start, ms', value: round(cold, 0), goal: null },
    { what: 'ready, later starts, median, ms', value: round(percentile(warm, 0.5), 0), goal: '<= 3000' },
    { what: 'CPU until the last is ready, in both threads, median, ms', value: round(percentile(cpu, 0.5) * 1000, 0), goal: null },
    { what: 'idle memory, median, MB', value: percentile(idle, 0.5), goal: '<= 350' },
    { what: 'idle memory, most, MB', value: Math.max(...idle), goal: null },
  ];
}

/** How long each operation takes when it is asked for over HTTP the first time, and the second; then another supergraph. */
async function measureScreens(contract: Contract, file: string): Promise<Row[]> {
  const gateway = await startGateway(file);
  const longestBlock = await gateway.watchEventLoop();
  const first: number[] = [];
  const again: number[] = [];
  for (const { query, type } of contract.operations) {
    if (type === 'subscription') continue;
    first.push((await gateway.ask(query))[0]);
    again.push((await gateway.ask(query))[0]);
  }
  const rows: Row[] = [
    { what: 'first answer of an operation, p50, ms', value: percentile(first, 0.5), goal: null },
    { what: 'first answer of an operation, p99, ms', value: percentile(first, 0.99), goal: '<= 25' },
    { what: 'second answer, p50, ms', value: percentile(again, 0.5), goal: null },
    { what: 'second answer, p99, ms', value: percentile(again, 0.99), goal: null },
    { what: 'longest block of the event loop meanwhile, ms', value: round(await longestBlock()), goal: '<= 50' },
    { what: 'memory with all of them planned, MB', value: await gateway.child.residentMB(), goal: null },
  ];
  const swap = await measureSwap(gateway, contract, file);
  await gateway.child.stop();
  return [...rows, ...swap];
}

function typesIn({ supergraphSdl }: Contract): number {
  return supergraphSdl.match(/^(?:type|interface|union|enum|input|scalar) /gm)?.length ?? 0;
}
