import * as z from 'zod';

const Place = z.object({ time: z.string(), number: z.string() });

/** What is said of an event, wherever it lies. */
const EventSeen = z.object({
  id: z.string(),
  place: Place,
  service: z.string(),
  eventId: z.string(),
  eventName: z.string(),
  eventVersion: z.number(),
  key: z.string(),
  traceId: z.string().nullable(),
  occurredAt: z.string().nullable(),
});

/** The event that a parked key waits for. */
export const Head = EventSeen.extend({
  group: z.string(),
  topic: z.string(),
  isDead: z.boolean(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  behind: z.number(),
  parkedAt: z.string(),
  nextAttemptAt: z.string().nullable(),
});
export type Head = z.output<typeof Head>;
export const HeadWithData = Head.extend({ data: z.unknown() });

/** An event of a service's log. */
export const Entry = EventSeen.extend({
  actorId: z.string().nullable(),
  data: z.unknown(),
  publishedAt: z.string().nullable(),
});
export type Entry = z.output<typeof Entry>;

export const Saga = z.object({
  id: z.string(),
  service: z.string(),
  subjectId: z.string(),
  step: z.string().nullable(),
  reason: z.string(),
  stuckAt: z.string(),
  traceId: z.string().nullable(),
});
export type Saga = z.output<typeof Saga>;

export const Projections = z.object({
  consumers: z.array(z.object({ group: z.string() })),
  projections: z.array(z.object({ name: z.string() })),
});

const Difference = z.object({ table: z.string(), rows: z.number(), missing: z.number(), surplus: z.number(), changed: z.number() });

/** Of a projection. */
export const Replay = z.object({
  id: z.string(),
  service: z.string(),
  projection: z.string(),
  since: z.string(),
  isPutInPlace: z.boolean(),
  status: z.enum(['RUNNING', 'DONE', 'FAILED', 'CANCELLED']),
  totalCount: z.number(),
  readCount: z.number(),
  appliedCount: z.number(),
  differences: z.array(Difference).nullable(),
  lastError: z.string().nullable(),
});
export type Replay = z.output<typeof Replay>;

export const Flow = z.object({
  unpublishedCount: z.number(),
  oldestUnpublishedAt: z.string().nullable(),
  consumers: z.array(
    z.object({
      group: z.string(),
      topics: z.array(z.object({ topic: z.string(), lag: z.number() })).nullable(),
      lag: z.number().nullable(),
      parkedKeyCount: z.number(),
      deadLetterCount: z.number(),
    }),
  ),
});
export type Flow = z.output<typeof Flow>;

export const UserErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));
