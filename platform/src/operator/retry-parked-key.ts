import type { EntityManager } from '@mikro-orm/postgresql';
import { operatorEvents } from '@agora/schema/events/operator';
import { query, transaction } from '../database/database.ts';
import { Refusal } from '../errors.ts';
import { announce } from '../events/event-log.ts';
import { about } from './dead-letters.ts';
import { parkedHead, type ParkedHead } from './parked.ts';
import { sentences } from './sentences.ts';

/** Tries the first waiting event of a key now, instead of when its pause ends. The key as it is then; null when nothing waits any more. */
export async function retryParkedKey(
  em: EntityManager,
  act: { readonly service: string; readonly group: string; readonly topic: string; readonly key: string },
): Promise<ParkedHead | null> {
  const { service } = act;
  return transaction(em, async (tx) => {
    const head = await parkedHead(tx, service, act);
    if (!head) throw new Refusal('NOT_FOUND', sentences.nothingWaits, ['key']);
    if (head.isDead) throw new Refusal('CONFLICT', sentences.headIsDead, ['key']);
    await query(tx, `update platform.parked_event set next_attempt_at = now() where id = $1 and status = 'WAITING'`, [head.place.number]);
    await announce(tx, operatorEvents(service).parkedKeyRetried, about(head));
    return parkedHead(tx, service, act);
  });
}
