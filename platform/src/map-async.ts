/**
 * Maps each value of a stream. Unlike `async function*`, ending it ends the source at once, even while it waits for the
 * source's next value.
 */
export function mapAsync<T, U>(
  source: AsyncIterator<T>,
  map: (value: T) => Promise<U>,
  onEnd: () => void = () => {},
): AsyncIterableIterator<U> {
  let ended = false;
  const end = (): IteratorResult<U> => {
    if (!ended) onEnd();
    ended = true;
    return { done: true, value: undefined };
  };
  return {
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
