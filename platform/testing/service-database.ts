import { openDatabase } from '../src/database/database.ts';
import { createLogger } from '../src/observe/logging.ts';
import { migrationsOf } from '../src/service/service-files.ts';
import { copyDatabase, createDatabase, type TestDatabase } from './databases.ts';

/** By service; they stay until the PostgreSQL of this test run is deleted. */
const templates = new Map<string, Promise<TestDatabase>>();

/** A fresh database of a service with its tables in it, empty: a copy of the first one of this worker. */
export async function serviceDatabase(service: string): Promise<TestDatabase> {
  const template = templates.get(service) ?? migrated(service);
  templates.set(service, template);
  return copyDatabase(service, (await template).url);
}

async function migrated(service: string): Promise<TestDatabase> {
  const template = await createDatabase(`${service}_template`);
  const log = createLogger('test', 'error');
  const database = await openDatabase({ url: template.url, entities: [], migrations: migrationsOf(service), log });
  await database.stop();
  return template;
}
