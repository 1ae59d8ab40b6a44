import { setTimeout as pause } from 'node:timers/promises';

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Between two questions it waits a quarter of the time that has passed, so that what takes long is not held up by questions. */
const PAUSE = { fraction: 0.25, leastMs: 20, mostMs: 500 };

/** Asks again and again until `attempt` answers something true without throwing; gives up after `limitMs` with its last error. */
export async function eventually<T>(attempt: () => Promise<T> | T, limitMs = 240_000): Promise<Truthy<T>> {
  const begun = Date.now();
  for (;;) {
    let failure: unknown = new Error(`Nothing true within ${limitMs} ms.`);
    try {
      const value = await attempt();
      if (isTruthy(value)) return value;
    } catch (error) {
      failure = error;
    }
    const passedMs = Date.now() - begun;
    if (passedMs > limitMs) throw failure;
    await pause(Math.min(PAUSE.mostMs, Math.max(PAUSE.leastMs, PAUSE.fraction * passedMs)));
  }
}

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}
