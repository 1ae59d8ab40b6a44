import path from 'node:path';
import { startKafka } from '../src/kafka.ts';
import { onceInTestRun } from './once-in-test-run.ts';
import { testRun } from './test-run.ts';

/**
 * The broker of this worker of the test run, which two marketplaces never share at a time; it is started when it is asked for
 * first. Name topics and groups so that no other test has them.
 */
export async function testKafka(): Promise<{ readonly brokers: string }> {
  const name = `kafka-${process.env['JEST_WORKER_ID'] ?? '1'}`;
  const brokers = await onceInTestRun(`${name}.brokers`, async () => {
    const kafka = await startKafka({ dir: path.join(testRun(), name), log: (line) => console.warn(line) });
    kafka.unref();
    return kafka.brokers;
  });
  return { brokers };
}
