import { setTimeout as pause } from 'node:timers/promises';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { statementsDuring } from './statements.ts';
import { report, reportJson, round, type Row } from './table.ts';
import { postgresProcesses, usageDuring } from './usage.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
/** A start has caught up, and what it opened and nobody needs is closed. */
const SETTLED_AFTER_MS = 45_000;

/** What the one process and its PostgreSQL do while nobody asks for anything. */
export async function benchIdle(): Promise<Row[]> {
  const agora = await startAgora('one process', { LOG_LEVEL: 'error' });
  try {
    await pause(SETTLED_AFTER_MS);
    const idle = () => pause(SECONDS * 1000);
    const { ours, postgres } = await usageDuring(agora, idle);
    const processes = (await postgresProcesses(agora)).length;
    return [
      { what: 'CPU of the one process, ms a second', value: perSecond(ours * 1000), goal: null },
      { what: 'CPU of PostgreSQL, ms a second', value: perSecond(postgres * 1000), goal: null },
      { what: 'CPU in all, ms a second', value: perSecond((ours + postgres) * 1000), goal: 5 },
      { what: 'processes of PostgreSQL', value: processes, goal: 20 },
      ...(await statementsPerSecond(agora, idle)),
    ];
  } finally {
    await agora.stop();
  }
}

async function statementsPerSecond(agora: Agora, idle: () => Promise<void>): Promise<Row[]> {
  const statements = await statementsDuring(agora, idle);
  const byDatabase = Map.groupBy(statements, ({ database }) => database);
  return [...byDatabase].map(([database, { length }]) => ({
    what: `statements in ${database}, a second`,
    value: perSecond(length),
    goal: null,
  }));
}

function perSecond(value: number): number {
  return round(value / SECONDS, 2);
}

if (import.meta.main) {
  const rows = await benchIdle();
  report(`The one process and its PostgreSQL while nobody asks for anything, for ${SECONDS} s`, rows);
  reportJson(rows);
}
