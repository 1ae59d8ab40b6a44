import { untilDue } from './until-due.ts';

export interface Arrivals {
  /** From when each was due to its end, in milliseconds. */
  readonly took: readonly number[];
  readonly seconds: number;
}

/** Whoever could not begin by then is sent away. */
const PATIENCE = 2;

/**
 * Has things done at a fixed rate, by people who each do one at a time. What is due while all of them are busy waits, and its wait
 * counts.
 */
export async function arriving<Who>(
  { aSecond, seconds }: { aSecond: number; seconds: number },
  people: readonly Who[],
  once: (who: Who) => Promise<unknown>,
): Promise<Arrivals> {
  const took: number[] = [];
  const begun = performance.now();
  let next = 0;
  const serve = async (who: Who) => {
    while (next < aSecond * seconds && performance.now() - begun < PATIENCE * seconds * 1000) {
      const from = await untilDue(begun + (next++ / aSecond) * 1000);
      await once(who);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(people.map(serve));
  return { took, seconds: (performance.now() - begun) / 1000 };
}
