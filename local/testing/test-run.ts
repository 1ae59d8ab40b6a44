import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives this test run a folder that its workers find; called once before all tests. */
export function nameTestRun(): void {
  process.env['AGORA_TEST_RUN'] = path.join(tmpdir(), `agora-test-${process.pid}`);
}

/** The folder of this test run. */
export function testRun(): string {
  const run = process.env['AGORA_TEST_RUN'];
  if (!run) throw new Error('AGORA_TEST_RUN is not set: tests run through "npm test".');
  return run;
}
