import type { TableDeclarations } from '../../database/personal-data.ts';

const impersonal = { kind: 'impersonal' } as const;
/** Whose it is, the fields of the event say. */
const asItsEventSays = { kind: 'personal', of: 'event' } as const;

/** Whether the columns that `schema.sql` makes are personal. */
export const personalData: TableDeclarations = {
  'bus.partition': { id: impersonal, topic: impersonal, number: impersonal, next_offset: impersonal },
  'bus.record': {
    partition_id: impersonal,
    offset: impersonal,
    event_id: impersonal,
    type: impersonal,
    key: asItsEventSays,
    occurred_at: impersonal,
    traceparent: impersonal,
    feeds: asItsEventSays,
    data: asItsEventSays,
    appended_at: impersonal,
  },
  'bus.committed': { consumer_group: impersonal, partition_id: impersonal, next_offset: impersonal },
};
