import type { LiveStream } from './start-cursor.ts';

/**
 * Maps each value of a stream, and keeps its start cursor. Unlike `async function*`, ending it ends the source at once,
 * even while it waits for the source's next value.
 */
export function mapAsync<T, U>(
  source: LiveStream<T>,
  map: (value: T) => Promise<U>,
  onEnd: () => void = () => {},
): AsyncIterableIterator<U> & LiveStream<U> {
  let ended = false;
  const end = (): IteratorResult<U> => {
    if (!ended) onEnd();
    ended = true;
    return { done: true, value: undefined };
  };
  return {
    startCursor: source.startCursor,
    async next() {
      if (ended) return end();
      const { done, value } = await source.next();
      return done || ended ? end() : { done: false, value: await map(value) };
    },
    async return() {
      const result = end();
      await source.return?.();
      return result;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
