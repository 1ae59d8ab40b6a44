import { setTimeout as pause } from 'node:timers/promises';

/** What `wait` comes to; when nothing has come for `limitMs`, fails and says what is missing. */
export async function within<T>(wait: Promise<T>, missing: () => string, limitMs = 240_000): Promise<T> {
  const over = new AbortController();
  const late = pause(limitMs, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new Error(`${missing()} within ${limitMs} ms.`);
  });
  try {
    return await Promise.race([wait, late]);
  } finally {
    late.catch(() => {}); // it is called off
    over.abort();
  }
}
