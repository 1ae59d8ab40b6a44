import { rm } from 'node:fs/promises';
import { KEPT_LOGS } from './logs.ts';
import { startTestPostgres, type TestPostgres } from './postgres.ts';
import { nameTestRun } from './test-run.ts';

declare global {
  var agoraTestPostgres: TestPostgres | undefined;
}

/** Gives every run of the tests a PostgreSQL of its own, unless `AGORA_TEST_POSTGRES` names one. */
export default async function setup(): Promise<void> {
  nameTestRun();
  await rm(KEPT_LOGS, { recursive: true, force: true });
  if (process.env['AGORA_TEST_POSTGRES']) return;
  globalThis.agoraTestPostgres = await startTestPostgres();
  process.env['AGORA_TEST_POSTGRES'] = globalThis.agoraTestPostgres.url;
}
