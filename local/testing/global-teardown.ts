import { rm } from 'node:fs/promises';
import { stopTestKafka } from './stop-kafka.ts';
import { testRun } from './test-run.ts';

export default async function teardown(): Promise<void> {
  await globalThis.agoraTestPostgres?.stop();
  await stopTestKafka();
  await rm(testRun(), { recursive: true, force: true });
}
