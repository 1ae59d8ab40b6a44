import { setImmediate as pause } from 'node:timers/promises';

/** Work that can be divided: it comes to its result after steps that take a millisecond or few. */
export type Steps<Result> = Generator<void, Result>;

/** What else waits in the thread is kept waiting for so long. */
const SLICE_MS = 4;

/** Takes steps slice by slice: between two of them whatever else waits in this thread has its turn. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - begun < SLICE_MS) continue;
    await pause();
    begun = performance.now();
  }
}

/** Takes them one after the other, where nobody waits. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
