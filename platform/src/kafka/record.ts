import * as z from 'zod';
import type { Message } from '../bus.ts';

/** A message as Kafka takes it: CloudEvents in binary mode, attributes in headers and data as the value. */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

export function toRecord(message: Message): OutgoingRecord {
  return {
    key: message.key,
    value: message.data,
    headers: {
      ce_specversion: '1.0',
      ce_id: message.id,
      ce_type: message.type,
      ce_source: sourceOf(message.topic),
      ce_time: message.occurredAt,
      partitionkey: message.key,
      traceparent: message.traceparent,
      ce_feeds: JSON.stringify(message.feeds),
    },
  };
}

/** A record of a topic, checked; null when it is not one of ours. */
export function toMessage(topic: string, record: unknown): Message | null {
  const parsed = IncomingRecord.safeParse(record);
  if (!parsed.success) return null;
  const { key, value, headers } = parsed.data;
  return {
    id: headers.ce_id,
    type: headers.ce_type,
    topic,
    key,
    occurredAt: headers.ce_time,
    traceparent: headers.traceparent,
    feeds: headers.ce_feeds,
    data: value,
  };
}

/** `order.events` is written by `/order`. */
function sourceOf(topic: string): string {
  return `/${topic.replace(/\.events$/, '')}`;
}

const text = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString('utf8'));

const IncomingRecord = z.object({
  key: text,
  value: text.refine(isJson),
  headers: z.object({
    ce_specversion: text.pipe(z.literal('1.0')),
    ce_id: text.pipe(z.uuid()),
    ce_type: text.pipe(z.string().min(1)),
    ce_time: text.pipe(z.iso.datetime({ offset: true })),
    traceparent: text.default(''),
    ce_feeds: text
      .refine(isJson)
      .transform((feeds): unknown => JSON.parse(feeds))
      .pipe(z.array(z.string()))
      .default([]),
  }),
});

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
