import { type Form, formsHere, type Agora, startAgora } from '@agora/e2e/agora';
import { ownKafka } from '@agora/e2e/own-kafka';
import { subgraphsOf } from './subgraphs.ts';

export const CONNECTIONS = 8;

/** Runs `work` on each form that this machine can run, one after the other. */
export async function onEachForm<Result>(work: (agora: Agora) => Promise<readonly Result[]>): Promise<Result[]> {
  const results: Result[] = [];
  for (const form of formsHere()) {
    await using kafka = await ownKafka(form);
    const agora = await startAgora(form, { LOG_LEVEL: 'error', ...kafka.env });
    try {
      results.push(...(await work(agora)));
    } finally {
      await agora.stop();
    }
  }
  return results;
}

/** The processes that answer a query: one, or the gateway and its subgraphs. */
export async function processesOf(agora: Agora, form: Form): Promise<number[]> {
  const names = form === 'one process' ? ['gateway'] : ['gateway', ...(await subgraphsOf())];
  return Promise.all(names.map((name) => agora.pidOf(name)));
}
