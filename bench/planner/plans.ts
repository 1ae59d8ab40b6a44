import { Executor, PlannerThread } from '@agora/executor';
import { GraphQLError, parse, validate } from 'graphql';
import { percentile, report, round, type Row } from '../table.ts';
import type { Contract } from './contract.ts';

/** Prints what each operation costs to be planned and compiled for the first time: CPU, which hardly depends on who else is at work. */
export async function showPlans({ supergraphSdl, operations }: Contract): Promise<Row[]> {
  const planner = await PlannerThread.open({ supergraphSdl });
  const executor = new Executor<unknown>({ planner, send: () => Promise.reject(new Error('Nothing is sent here.')) });
  const rows: { screen: string; operation: string; type: string; 'CPU ms': number; problem: string }[] = [];
  for (const { screen, name, type, query } of operations) {
    let cpuMs = 0;
    const account = { asker: '', refusal: () => null, spent: (ms: number) => void (cpuMs += ms), lost: () => {} };
    const problem = await problemOf(executor, query, account);
    rows.push({ screen, operation: name, type, 'CPU ms': round(cpuMs), problem });
  }
  await planner.stop();
  report('Each operation planned for the first time', rows);
  const costs = rows.map((row) => row['CPU ms']);
  return [
    { what: 'operations that do not plan', value: rows.filter(({ problem }) => problem !== '').length, goal: '0' },
    { what: 'CPU to plan an operation, p50, ms', value: percentile(costs, 0.5), goal: null },
    { what: 'CPU to plan an operation, p99, ms', value: percentile(costs, 0.99), goal: '<= 25' },
    { what: 'CPU to plan an operation, most, ms', value: Math.max(...costs), goal: null },
  ];
}

async function problemOf(executor: Executor, query: string, account: NonNullable<Parameters<Executor['compile']>[2]>): Promise<string> {
  const document = parse(query, { noLocation: true });
  const [invalid] = validate(executor.schema, document);
  if (invalid) return invalid.message;
  try {
    await executor.compile(document, null, account);
    return '';
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
