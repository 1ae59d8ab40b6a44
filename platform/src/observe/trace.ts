import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

interface GoingOn {
  readonly traceparent: string;
  readonly actorId: string | null;
}

const storage = new AsyncLocalStorage<GoingOn>();
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Runs `work` under a `traceparent` (https://www.w3.org/TR/trace-context/#traceparent-header): the given one when it is well formed,
 * else a new one. `actorId`: who asked for it.
 */
export function traced<T>(traceparent: string | undefined, work: () => T, actorId: string | null = null): T {
  return storage.run({ traceparent: traceparentFrom(traceparent), actorId }, work);
}

/** The given `traceparent` when it is well formed, else a new one. */
export function traceparentFrom(given: string | undefined): string {
  return given && TRACEPARENT.test(given) ? given : newTraceparent();
}

/** The `traceparent` of what is going on, to be handed on with the next request or event. */
export function traceparent(): string {
  return storage.getStore()?.traceparent ?? newTraceparent();
}

/** The account that asked for what is going on; null for a guest, and where the marketplace acts by itself. */
export function actorId(): string | null {
  return storage.getStore()?.actorId ?? null;
}

/** The id under which a log line, an answer and an event can be found together. */
export function traceId(): string {
  return TRACEPARENT.exec(traceparent())?.[1] ?? '';
}

/** Whether anything goes on under a `traceparent`. */
export function isTraced(): boolean {
  return storage.getStore() !== undefined;
}

/** Random digits are drawn many at a time, as a call costs more than they do; not so many that a text which lives long keeps much of them. */
function newTraceparent(): string {
  if (used === digits.length) {
    digits = randomBytes(ID_BYTES * IDS_AT_A_TIME).toString('hex');
    used = 0;
  }
  const trace = used;
  const span = trace + TRACE_DIGITS;
  used = span + SPAN_DIGITS;
  return `00-${digits.slice(trace, span)}-${digits.slice(span, used)}-01`;
}

const TRACE_DIGITS = 32;
const SPAN_DIGITS = 16;
const ID_BYTES = (TRACE_DIGITS + SPAN_DIGITS) / 2;
const IDS_AT_A_TIME = 64;
let digits = '';
let used = 0;
