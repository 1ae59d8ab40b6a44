import { nameTestRun } from './test-run.ts';

/** Gives every test run a PostgreSQL of its own, unless `AGORA_TEST_POSTGRES` names one. */
export default async function setup(): Promise<void> {
  nameTestRun();
  if (process.env['AGORA_TEST_POSTGRES']) return;
  throw new Error('not yet');
}
