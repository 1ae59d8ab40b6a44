import type { TableDeclarations } from './personal-data.ts';

const impersonal = { kind: 'impersonal' } as const;
/** The fields of the event say whose data it is. */
const asItsEventSays = { kind: 'personal', of: 'event' } as const;
const ofFeed = { kind: 'personal', of: 'feed_key' } as const;

/** Whether the columns that the migrations of `platform/migrations/` make in every service's database are personal. */
export const personalData: TableDeclarations = {
  'platform.event_log': {
    id: impersonal,
    event_id: impersonal,
    type: impersonal,
    topic: impersonal,
    key: asItsEventSays,
    data: asItsEventSays,
    feeds: asItsEventSays,
    traceparent: impersonal,
    occurred_at: impersonal,
    published_at: impersonal,
    parked_at: impersonal,
    park_error: asItsEventSays,
    actor_id: { kind: 'personal', of: 'actor_id' },
  },
  'platform.inbox': { consumer: impersonal, event_id: impersonal, received_at: impersonal, skipped_at: impersonal },
  'platform.parked_event': {
    id: impersonal,
    consumer: impersonal,
    event_id: impersonal,
    topic: impersonal,
    key: asItsEventSays,
    message: asItsEventSays,
    status: impersonal,
    attempts: impersonal,
    last_error: asItsEventSays,
    parked_at: impersonal,
    next_attempt_at: impersonal,
  },
  'platform.feed_head': { feed_key: ofFeed, seq: ofFeed },
  'platform.feed': { feed_key: ofFeed, seq: ofFeed, event_id: impersonal, payload: ofFeed, occurred_at: ofFeed },
  'platform.idempotency': {
    scope: { kind: 'personal', of: 'scope' },
    key: { kind: 'personal', of: 'scope' },
    request_hash: { kind: 'personal', of: 'scope' },
    payload: { kind: 'personal', of: 'scope' },
    created_at: impersonal,
  },
  'platform.replay': {
    id: impersonal,
    mode: impersonal,
    projection: impersonal,
    topics: impersonal,
    holds_group: impersonal,
    since: impersonal,
    is_put_in_place: impersonal,
    reason: { kind: 'personal', of: 'actor_id' },
    actor_id: { kind: 'personal', of: 'actor_id' },
    status: impersonal,
    total_count: impersonal,
    read_count: impersonal,
    applied_count: impersonal,
    differences: impersonal,
    last_error: impersonal,
    started_at: impersonal,
    beat_at: impersonal,
    finished_at: impersonal,
  },
};
