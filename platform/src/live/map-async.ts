import type { LiveStream } from './start-cursor.ts';

/**
 * Maps each value of a stream, leaves out what becomes null, and keeps its start cursor. Unlike `async function*`, ending it ends the source at once,
 * even while it waits for the source's next value.
 */
export function mapAsync<T, U>(
  source: LiveStream<T>,
  map: (value: T) => Promise<U | null>,
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
      while (!ended) {
        const { done, value } = await source.next();
        if (done || ended) break;
        const mapped = await map(value);
        if (mapped !== null) return { done: false, value: mapped };
      }
      return end();
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
