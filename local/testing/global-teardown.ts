import { rm } from 'node:fs/promises';
import { logFolder, toldSecrets } from './logs.ts';
import { stopTestKafka } from './stop-kafka.ts';
import { testRun } from './test-run.ts';

/** Stops what the tests shared, and fails the run when a log of it tells a secret. */
export default async function teardown(): Promise<void> {
  await globalThis.agoraTestPostgres?.stop();
  await stopTestKafka();
  const told = await toldSecrets(logFolder());
  await rm(testRun(), { recursive: true, force: true });
  if (told.length > 0) throw new Error(`Logs of this run tell secrets.\n${told.slice(0, 20).join('\n')}`);
}
