import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onDatabase } from '@agora/e2e/on-database';
import type { Agora } from '@agora/e2e/agora';
import { eventually } from '@agora/platform/testing/eventually';

/** What PostgreSQL was asked by a service, or by the bus; on one line. */
export interface Statement {
  readonly database: string;
  readonly sql: string;
}

const PREFIX = 'sql of ';

/** Every statement that a marketplace's PostgreSQL runs while `work` does, as its own log has them. */
export async function statementsDuring(agora: Agora, work: () => Promise<unknown>): Promise<Statement[]> {
  await onDatabase(agora, 'order', async (client) => {
    await client.query(`alter system set log_line_prefix = '${PREFIX}%d '`);
    await client.query(`alter system set log_statement = 'all'`);
    await client.query('select pg_reload_conf()');
  });
  const begin = await mark(agora);
  await work();
  const end = await mark(agora);
  await onDatabase(agora, 'order', async (client) => {
    await client.query('alter system reset log_statement');
    await client.query('select pg_reload_conf()');
  });
  const log = await readLog(agora);
  return statementsIn(log.slice(log.indexOf(begin), log.indexOf(end)));
}

/** A text that stands in the log from now on. */
async function mark(agora: Agora): Promise<string> {
  const text = randomUUID();
  await eventually(async () => {
    await onDatabase(agora, 'order', (client) => client.query(`select '${text}'`));
    return (await readLog(agora)).includes(text);
  });
  return text;
}

function readLog({ data }: Agora): Promise<string> {
  return readFile(path.join(data, 'postgres', 'postgres.log'), 'utf8');
}

/** A line that goes on with the statement of the one before begins with a tab. */
function statementsIn(log: string): Statement[] {
  return log
    .replace(/\n\t/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, database, sql] = /^sql of (\S+) LOG:\s+(?:statement|execute [^:]+): (.*)$/.exec(line) ?? [];
      return database && sql ? [{ database, sql: sql.replace(/\s+/g, ' ').trim() }] : [];
    });
}
