import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Form, formsHere, type House, startHouse } from '@agora/e2e/house';
import { startKafka } from '@agora/local/kafka';
import { freePort } from '@agora/local/ports';
import { subgraphsOf } from './subgraphs.ts';

export const CONNECTIONS = 8;

/** Runs `work` on each form that this machine can run, one after the other. */
export async function onEachForm<Result>(work: (house: House) => Promise<readonly Result[]>): Promise<Result[]> {
  const results: Result[] = [];
  for (const form of formsHere()) {
    await using kafka = await kafkaFor(form);
    const house = await startHouse(form, { LOG_LEVEL: 'error', ...kafka.env });
    try {
      results.push(...(await work(house)));
    } finally {
      await house.stop();
    }
  }
  return results;
}

async function kafkaFor(form: Form): Promise<AsyncDisposable & { readonly env: Readonly<Record<string, string>> }> {
  if (form === 'one process') return { env: {}, [Symbol.asyncDispose]: async () => {} };
  const dir = await mkdtemp(path.join(tmpdir(), 'agora-bench-'));
  const kafka = await startKafka({ dir, port: await freePort() });
  return {
    env: { KAFKA_BROKERS: kafka.brokers },
    async [Symbol.asyncDispose]() {
      await kafka.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The processes that answer a query: one, or the gateway and its subgraphs. */
export async function processesOf(house: House, form: Form): Promise<number[]> {
  const names = form === 'one process' ? ['gateway'] : ['gateway', ...(await subgraphsOf())];
  return Promise.all(names.map((name) => house.pidOf(name)));
}
