import { codeOf, isConnectionFailure } from './database-errors.ts';
import type { Logger } from '../observe/logging.ts';
import { onOwnConnection } from './own-connection.ts';
import { StartupWait } from '../service/startup-wait.ts';

/** Resolves when the database answers; a PostgreSQL that is not up yet is waited for. `setting` is the name of the one with the URL. */
export async function databaseAnswers(options: { url: string; setting: string; startTimeoutMs: number; log: Logger }): Promise<void> {
  const { url, setting, startTimeoutMs: timeoutMs, log } = options;
  const place = withoutPassword(url);
  const startup = new StartupWait({ whom: 'PostgreSQL', setting, place, timeoutMs, isPassing, log });
  await startup.until('answer', () =>
    onOwnConnection(
      url,
      () => {},
      (client) => client.query('select 1'),
    ),
  );
}

/** A name that is not known yet may be given a moment later. */
function isPassing(error: unknown): boolean {
  return isConnectionFailure(error) || ['ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error));
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
