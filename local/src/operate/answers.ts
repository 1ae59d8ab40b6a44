import * as z from 'zod';

const Place = z.object({ time: z.string(), number: z.string() });

export const Head = z.object({
  id: z.string(),
  place: Place,
  service: z.string(),
  group: z.string(),
  topic: z.string(),
  key: z.string(),
  eventId: z.string(),
  eventName: z.string(),
  eventVersion: z.number(),
  traceId: z.string().nullable(),
  isDead: z.boolean(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  behind: z.number(),
  occurredAt: z.string().nullable(),
  parkedAt: z.string(),
  nextAttemptAt: z.string().nullable(),
});
export type Head = z.output<typeof Head>;
export const HeadWithData = Head.extend({ data: z.unknown() });

export const Entry = z.object({
  id: z.string(),
  place: Place,
  service: z.string(),
  eventId: z.string(),
  eventName: z.string(),
  eventVersion: z.number(),
  key: z.string(),
  actorId: z.string().nullable(),
  data: z.unknown(),
  traceId: z.string().nullable(),
  occurredAt: z.string().nullable(),
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
