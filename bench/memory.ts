import { setTimeout as pause } from 'node:timers/promises';
import { startAgora } from '@agora/e2e/agora';
import { load } from './load.ts';
import { residentMB } from './processes.ts';
import { report, reportJson, type Row } from './table.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 20);
const BODY = JSON.stringify({
  query: '{ products(first: 20) { nodes { id name seller { displayName } discussions(first: 3) { nodes { title } } } } }',
});

/** Resident memory of the one process: idle after its start, at its highest under load, and some seconds after. */
export async function benchMemory(): Promise<Row[]> {
  const agora = await startAgora('one process', { LOG_LEVEL: 'error' });
  try {
    const pid = await agora.pidOf('gateway');
    await pause(5_000);
    const idle = await residentMB(pid);
    let highest = 0;
    const watch = setInterval(() => void residentMB(pid).then((now) => (highest = Math.max(highest, now ?? 0))), 200);
    await load({ url: `${agora.url}/graphql`, body: BODY, connections: 32, seconds: SECONDS });
    clearInterval(watch);
    await pause(10_000);
    return [{ form: agora.form, 'idle MB': idle, 'highest under load MB': highest, 'after load MB': await residentMB(pid) }];
  } finally {
    await agora.stop();
  }
}

if (import.meta.main) {
  const rows = await benchMemory();
  report(`Resident memory of the one process, without PostgreSQL; load: 32 connections, ${SECONDS} s`, rows);
  reportJson(rows);
}
