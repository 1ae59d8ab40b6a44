import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../../src/postgres.ts';

const STARVING_MS = 1_500;

/** Keeps a PostgreSQL while this process has no file descriptor left for a while, and prints what became of it. */
const [dir = ''] = process.argv.slice(2);
const postgres = await startPostgres({ dir, databases: [], log: (line) => console.log(`noted: ${line}`) });
const { pid } = postgres;
const taken: number[] = [];
try {
  for (;;) taken.push(openSync('/dev/null', 'r'));
} catch (error) {
  console.log(`starving: ${String(error)}`);
}
await sleep(STARVING_MS);
for (const file of taken) closeSync(file);
console.log(postgres.pid === pid ? 'kept' : 'replaced');
await postgres.stop();
