import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { announceEnded } from './end-job.ts';
import { lockJob } from './own-job.ts';

/**
 * Stops an import or export: who works on it finds that out before the next product is written.
 * @throws NOT_FOUND; CONFLICT where it has ended.
 */
export async function cancelJob(em: EntityManager, jobId: string, by: Actor): Promise<void> {
  await transaction(em, async (tx) => {
    const job = await lockJob(tx, jobId, isAdmin(by) ? null : by.id, 'productJobId');
    if (!job.end('CANCELLED', new Date())) throw new Refusal('CONFLICT', sentences.hasEnded, ['productJobId']);
    await announceEnded(tx, job);
  });
}
