import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Message } from '../transport/bus.ts';

/** A message as every transport takes and every consumer reads it; what a bug of ours could make of one is not. */
const FitMessage = z.object({
  id: z.uuid(),
  type: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+\.v\d+$/)
    .max(200),
  topic: z.string().regex(/^[A-Za-z0-9._-]{1,200}$/),
  key: z.string().min(1).max(500),
  occurredAt: z.iso.datetime(),
  traceparent: z.string().max(200),
  feeds: z.array(z.string().max(1_000)).max(1_000),
  data: z.string().max(3_000_000).refine(isObject, 'Is no JSON object.'),
});

/** Why no transport can take the message, or no consumer read it; null when they can. Says nothing of its data. */
export function whyUnfit(message: Message): string | null {
  const [issue] = FitMessage.safeParse(message).error?.issues ?? [];
  return issue ? `The ${issue.path.join('.')} of the event is not fit to be sent: ${issue.message}` : null;
}

/** Text that can be stored and indexed: without NUL, and with a digest for what is too long. */
export function storable(text: string, maxLength = Infinity): string {
  const clean = text.replaceAll('\0', '\uFFFD');
  if (clean.length <= maxLength) return clean;
  return `${clean.slice(0, maxLength - DIGEST_LENGTH)}…${createHash('sha256').update(text).digest('hex')}`;
}

/** What `pg` makes of a timestamp, as text: RFC 3339 where there is such a time. */
export function timeText(time: unknown): string {
  return time instanceof Date && Number.isFinite(time.getTime()) ? time.toISOString() : String(time);
}

const DIGEST_LENGTH = 65;

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
