import { setTimeout as pause } from 'node:timers/promises';

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Asks again and again until `attempt` answers something true without throwing; gives up after `limitMs` with its last error. */
export async function eventually<T>(attempt: () => Promise<T> | T, limitMs = 240_000): Promise<Truthy<T>> {
  const end = Date.now() + limitMs;
  for (;;) {
    let failure: unknown = new Error(`Nothing true within ${limitMs} ms.`);
    try {
      const value = await attempt();
      if (isTruthy(value)) return value;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) throw failure;
    await pause(20);
  }
}

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}
