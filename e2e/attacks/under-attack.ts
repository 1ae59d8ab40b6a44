import { expect } from '@jest/globals';
import type { Agora } from '../agora.ts';
import { type Experience, GoodClient } from './good-client.ts';

/**
 * Runs an attack beside a client that does nothing wrong, and fails when that one was hurt: an answer that is none or has
 * errors, a live subscription that ended or stayed silent.
 */
export async function underAttack(agora: Agora, attack: () => Promise<unknown>): Promise<Experience> {
  const client = await GoodClient.arrive(agora);
  const [outcome] = await Promise.allSettled([attack()]);
  const experience = await client.leave();
  const { asked, p99Ms } = experience;
  process.stdout.write(`  beside "${expect.getState().currentTestName}": asked ${asked} times, p99 ${p99Ms} ms\n`);
  if (outcome.status === 'rejected') throw outcome.reason;
  expect(experience).toMatchObject({ failures: [], streamEnded: undefined });
  return experience;
}
