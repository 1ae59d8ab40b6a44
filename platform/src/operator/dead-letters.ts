import type { EntityManager } from '@mikro-orm/postgresql';
import { operatorEvents } from '@agora/schema/events/operator';
import { query, transaction } from '../database/database.ts';
import { Refusal } from '../errors.ts';
import { announce } from '../events/event-log.ts';
import { storable } from '../events/fit-message.ts';
import { actorId } from '../observe/trace.ts';
import { number } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { deadLetter, type ParkedHead } from './parked.ts';
import { checkedReason } from './reason.ts';
import { sentences } from './sentences.ts';
import { numberIn } from './service-ids.ts';
import { shellUserIn } from './shell.ts';

/** Has dead events tried again within seconds, each in its place before those behind it; all of them or none. */
export async function retryDeadLetters(
  em: EntityManager,
  act: { readonly service: string; readonly ids: readonly string[] },
): Promise<string[]> {
  const ids = [...new Set(act.ids)];
  return transaction(em, async (tx) => {
    for (const id of ids) {
      const field = ['deadLetterIds', String(act.ids.indexOf(id))];
      const letter = await change(tx, act.service, id, field, {
        incoming: "update platform.parked_event set status = 'WAITING', attempts = 0, next_attempt_at = now()",
        outgoing: 'update platform.event_log set parked_at = null, park_error = null',
      });
      await announce(tx, operatorEvents(act.service).deadLetterRetried, { deadLetterId: id, ...about(letter) });
    }
    return ids;
  });
}

/** Drops a dead event for good and lets those behind it go on. One that could not leave stays in the log, with why it was parked. */
export async function skipDeadLetter(
  em: EntityManager,
  act: { readonly service: string; readonly id: string; readonly reason: string },
): Promise<string> {
  const { service, id } = act;
  const reason = checkedReason(act.reason);
  return transaction(em, async (tx) => {
    const letter = await change(tx, service, id, ['deadLetterId'], {
      incoming: 'delete from platform.parked_event',
      outgoing: 'update platform.event_log set published_at = now()',
    });
    await query(tx, 'update platform.inbox set skipped_at = now() where consumer = $1 and event_id = $2', [letter.group, letter.eventId]);
    await announce(tx, operatorEvents(service).deadLetterSkipped, { deadLetterId: id, ...about(letter), reason });
    return id;
  });
}

/** What an event about an operator's act says of the event that it was about. */
export function about({ eventId, eventName, eventVersion, group, topic, key }: ParkedHead) {
  const shellUser = shellUserIn(actorId());
  return {
    eventId,
    eventType: storable(`${eventName}.v${eventVersion}`, MAX_TEXT_LENGTH),
    group,
    topic: storable(topic, MAX_TEXT_LENGTH),
    key: storable(key, MAX_TEXT_LENGTH),
    ...(shellUser !== undefined && { shellUser }),
  };
}

const MAX_TEXT_LENGTH = 500;

/** The letter as it was; who comes second waits for the first, and is refused. */
async function change(
  tx: EntityManager,
  service: string,
  id: string,
  field: readonly string[],
  statements: { readonly incoming: string; readonly outgoing: string },
): Promise<ParkedHead> {
  const place = Number(numberIn('dlt', service, id) ?? NaN);
  const letter = await deadLetter(tx, service, id);
  const changed =
    place < 0
      ? await query(tx, `${statements.outgoing} where id = $1 and parked_at is not null and published_at is null returning id`, [-place])
      : await query(tx, `${statements.incoming} where id = $1 and status = 'DEAD' returning id`, [place || null]);
  if (letter && changed.length > 0) return letter;
  throw refusal((await wasThere(tx, place)) ? 'CONFLICT' : 'NOT_FOUND', field);
}

async function wasThere(tx: EntityManager, place: number): Promise<boolean> {
  const [row] = await lastNumber(tx, [place < 0 ? 'platform.event_log' : 'platform.parked_event']);
  return Math.abs(place) <= (row?.last ?? 0);
}

const lastNumber = statement(
  { last: number("coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, 'id')), 0)") },
  (columns) => `select ${columns}`,
);

function refusal(code: 'CONFLICT' | 'NOT_FOUND', field: readonly string[]): Refusal {
  return new Refusal(code, code === 'CONFLICT' ? sentences.notDeadAnyMore : sentences.noSuchEvent, field);
}
