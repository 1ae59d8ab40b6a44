import { newUuid } from '@agora/platform/ids';
import type { Agora } from './agora.ts';
import { onDatabase } from './on-database.ts';
import type { Person } from './shop.ts';

interface AnnouncedByHand {
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  readonly data: object;
  readonly occurredAt?: string;
  readonly traceparent?: string;
}

/** Writes what only a bug of ours could. */
export async function announce(agora: Agora, service: string, event: AnnouncedByHand): Promise<void> {
  const { type, topic, key, data, occurredAt = new Date().toISOString(), traceparent = '' } = event;
  await onDatabase(agora, service, (client) =>
    client.query(
      `insert into platform.event_log (event_id, type, topic, key, data, traceparent, occurred_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newUuid(), type, topic, key, JSON.stringify(data), traceparent, occurredAt],
    ),
  );
}

/** Each event that would tell this person something fails, until `acceptNotices`. */
export async function refuseNoticesTo(agora: Agora, { id }: Pick<Person, 'id'>): Promise<void> {
  await onDatabase(agora, 'notification', (client) =>
    client.query(`alter table notification add constraint broken check (recipient_id <> '${id}') not valid`),
  );
}

export async function acceptNotices(agora: Agora): Promise<void> {
  await onDatabase(agora, 'notification', (client) => client.query('alter table notification drop constraint broken'));
}
