import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKafka } from '@agora/local/kafka';
import { freePort } from '@agora/platform/free-port';
import type { Form } from './agora.ts';

/** A broker for a marketplace that no test run has one for, where its form needs one; `env` is what the marketplace is started with. */
export async function ownKafka(form: Form): Promise<AsyncDisposable & { readonly env: Readonly<Record<string, string>> }> {
  if (form === 'one process') return { env: {}, [Symbol.asyncDispose]: async () => {} };
  const dir = await mkdtemp(path.join(tmpdir(), 'agora-kafka-'));
  const kafka = await startKafka({ dir, port: await freePort() });
  return {
    env: { KAFKA_BROKERS: kafka.brokers },
    async [Symbol.asyncDispose]() {
      await kafka.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
