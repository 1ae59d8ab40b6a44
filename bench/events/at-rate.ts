import { setTimeout as pause } from 'node:timers/promises';

const TICK_MS = 5;

/**
 * Calls `work` so often a second, whether or not earlier calls are done; at most `most` run at once, and those that there was no room for
 * come late. Answers how many were done within the time.
 */
export async function atRate(perSecond: number, seconds: number, most: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const running = new Set<Promise<unknown>>();
  let calls = 0;
  for (let passed = 0; passed < seconds; passed = (performance.now() - begun) / 1000) {
    const due = Math.floor(passed * perSecond);
    while (calls < due && running.size < most) {
      const call = work(calls++).finally(() => running.delete(call));
      running.add(call);
    }
    await (calls < due ? Promise.race([...running, pause(TICK_MS)]) : pause(TICK_MS));
  }
  await Promise.all(running);
  return calls;
}
