import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `due`, by `performance.now()`; from when an answer then counts: a timer may be early by a part of a millisecond. */
export async function untilDue(due: number): Promise<number> {
  await pause(Math.max(0, due - performance.now()));
  return Math.min(due, performance.now());
}
