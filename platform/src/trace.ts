import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Runs `work` under a W3C `traceparent`: the given one when it is well formed, else a new one. */
export function traced<T>(traceparent: string | undefined, work: () => T): T {
  return storage.run(traceparent && TRACEPARENT.test(traceparent) ? traceparent : newTraceparent(), work);
}

/** The `traceparent` of what is going on, to be handed on to whoever is asked or told next. */
export function traceparent(): string {
  return storage.getStore() ?? newTraceparent();
}

/** The id under which a log line, an answer and an event can be found together. */
export function traceId(): string {
  return TRACEPARENT.exec(traceparent())?.[1] ?? '';
}

function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
