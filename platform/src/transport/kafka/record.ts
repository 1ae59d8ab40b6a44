import * as z from 'zod';
import type { Message } from '../bus.ts';
import { storable } from '../../events/fit-message.ts';

/**
 * A message as Kafka takes it: CloudEvents in binary mode, attributes in headers and data as the value
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md).
 */
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

/**
 * A record of a topic; null when it is none of ours. Nothing more is checked here: the inbox parks an event of ours that is broken.
 */
export function toMessage(topic: string, record: unknown): Message | null {
  const parsed = IncomingRecord.safeParse(record);
  if (!parsed.success) return null;
  const { key, value, headers } = parsed.data;
  return {
    id: headers.ce_id,
    type: headers.ce_type,
    topic,
    key: storable(key, MAX_KEY_LENGTH),
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

/** Longer ones cannot be indexed where events are parked. */
const MAX_KEY_LENGTH = 500;

const text = z.instanceof(Uint8Array).transform((bytes) => storable(Buffer.from(bytes).toString('utf8')));

const IncomingRecord = z.object({
  key: text,
  value: text,
  headers: z.object({
    ce_specversion: text.pipe(z.literal('1.0')),
    ce_id: text.pipe(z.uuid()),
    ce_type: text.pipe(z.string().min(1)),
    ce_time: text,
    traceparent: text.default(''),
    ce_feeds: text.transform(feedsIn).default([]),
  }),
});

const Feeds = z.array(z.string());

/** Feeds only wake who waits for them. */
function feedsIn(json: string): string[] {
  try {
    return Feeds.parse(JSON.parse(json));
  } catch {
    return [];
  }
}
