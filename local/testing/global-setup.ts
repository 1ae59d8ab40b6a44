import { startTestPostgres, type TestPostgres } from './postgres.ts';
import { nameTestRun } from './test-run.ts';

declare global {
  var agoraTestPostgres: TestPostgres | undefined;
}

/** Gives every run of the tests a PostgreSQL of its own, unless `AGORA_TEST_POSTGRES` names one. */
export default async function setup(): Promise<void> {
  nameTestRun();
  if (process.env['AGORA_TEST_POSTGRES']) return;
  globalThis.agoraTestPostgres = await startTestPostgres();
  process.env['AGORA_TEST_POSTGRES'] = globalThis.agoraTestPostgres.url;
}
