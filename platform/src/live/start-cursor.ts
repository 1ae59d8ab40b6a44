import type { ExecutionResult } from 'graphql';

/** A stream that may know where it began. */
export interface LiveStream<T> extends AsyncIterator<T> {
  /** From where a reader that has seen none of its events goes on without missing any. */
  readonly startCursor?: string | undefined;
}

/**
 * The same stream, with a first result that carries its start cursor where it has one. The gateway asks for it: a stream that
 * breaks before its first event could otherwise only be opened again "from now on", which loses what happened in between.
 */
export function withStartCursor(
  events: AsyncIterableIterator<ExecutionResult> & LiveStream<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const { startCursor } = events;
  return startCursor === undefined ? events : startingWith({ data: null, extensions: { startCursor } }, events);
}

/** The start cursor in a result that `withStartCursor` put first; null in every other. */
export function startCursorIn({ data, extensions }: Pick<ExecutionResult, 'data' | 'extensions'>): string | null {
  const cursor = data === null ? extensions?.['startCursor'] : undefined;
  return typeof cursor === 'string' ? cursor : null;
}

function startingWith<T>(first: T, rest: AsyncIterableIterator<T>): AsyncIterableIterator<T> {
  let begun = false;
  return {
    async next() {
      if (begun) return rest.next();
      begun = true;
      return { done: false, value: first };
    },
    async return() {
      begun = true;
      await rest.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
