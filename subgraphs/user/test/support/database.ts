import { type Database, openDatabase } from '@agora/platform/database/database';
import { createLogger } from '@agora/platform/observe/logging';
import { migrationsOf } from '@agora/platform/service/service-files';
import { entities } from '../../src/entities.ts';

/** For what cannot be seen, or brought about, by the front door. */
export async function onDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, entities, migrations: migrationsOf('user'), log: createLogger('test', 'error') });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}
