import { median, type Price, priceOf } from './before-after.ts';
import { type Load, load } from './load.ts';
import { cpuSeconds, microsEach } from './processes.ts';

export const TURNS = Number(process.env['BENCH_TURNS'] ?? 25);
export const TURN_SECONDS = 1;
const WARM_UPS = 6;

/** The settings of a marketplace in which every check runs and none refuses, and every request is answered by itself. */
export const FAR_BUDGETS = {
  LOG_LEVEL: 'error',
  AGORA_RATE_LIMIT: 'on',
  SHARE_IN_FLIGHT: 'off',
  VIEWER_COST_PER_MINUTE: '1000000000',
  GUEST_COST_PER_MINUTE: '1000000000',
};

/** Requests, and the process whose CPU they cost. */
export type Lane = Omit<Load, 'seconds'> & { readonly pid: number };

/** What `other` costs beside `base`, and the CPU of a request of each in µs: they take short turns, there and back again. */
export async function inTurns(base: Lane, other: Lane): Promise<Price & { readonly base: number; readonly other: number }> {
  const lanes = [base, other].map((lane) => ({ lane, cpu: [] as number[] }));
  for (let turn = 0; turn < WARM_UPS + TURNS; turn++) {
    for (const { lane, cpu } of turn % 2 === 0 ? lanes : lanes.toReversed()) {
      const used = await cpuOfLoad(lane);
      if (turn >= WARM_UPS) cpu.push(used);
    }
  }
  const [old = [], now = []] = lanes.map(({ cpu }) => cpu);
  return { ...priceOf(old, now), base: Math.round(median(old)), other: Math.round(median(now)) };
}

async function cpuOfLoad({ pid, ...request }: Lane): Promise<number> {
  const before = await cpuSeconds(pid);
  const { requests } = await load({ ...request, seconds: TURN_SECONDS });
  return microsEach(before, await cpuSeconds(pid), requests) ?? NaN;
}
