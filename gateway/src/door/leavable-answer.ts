import type { Cancellation } from '../cancellation.ts';

/**
 * An answer as a stream of one, because graphql-ws ends nothing but streams before their time: by `return()`, when the client
 * completes the operation or its socket closes. The answer is left then, and not sent; the operation counts until it is over.
 */
export function leavableAnswer<Answer>(answer: Promise<Answer>, cancellation: Cancellation): AsyncIterableIterator<Answer> {
  let isOver = false;
  return {
    async next() {
      if (isOver) return END;
      const value = await answer;
      if (isOver) return END;
      isOver = true;
      return { done: false, value };
    },
    async return() {
      isOver = true;
      cancellation.leave();
      return END;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const END: IteratorReturnResult<undefined> = { done: true, value: undefined };
