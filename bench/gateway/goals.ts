import { round, type Row } from '../table.ts';
import { median, priceOf } from '../before-after.ts';
import type { Result } from './race.ts';

/** Each row beside stock, the fan-out and Hive Router under the same traffic; Hive Router with the same sharing. */
export function comparison(results: readonly Result[]): Row[] {
  return results.map((result) => {
    const beside = (gateway: string, sharing = 'off') => ratio(result, find(results, result, gateway, sharing));
    return {
      query: result.query,
      traffic: result.traffic,
      gateway: result.gateway,
      sharing: result.sharing,
      'CPU µs': result.cpuMicros,
      'stock ÷ it': inverse(beside('apollo-gateway')),
      '÷ fanout': beside('fanout'),
      '÷ hive-router': beside('hive-router', result.sharing),
      'requests/s': result.rps,
      'p50 ms': result.p50,
      'p99 ms': result.p99,
      'RSS MB': result.rssMB,
      calls: result.calls,
    };
  });
}

/** What ours costs beside the other checkout's, by CPU a request. */
export function prices(results: readonly Result[]): Row[] {
  return results.flatMap((after) => {
    const before = after.gateway === 'agora' && find(results, after, 'agora before', after.sharing);
    if (!before) return [];
    const { query, traffic, sharing } = after;
    const { ratio, low, high } = priceOf(before.cpuOfRounds, after.cpuOfRounds);
    return [
      { query, traffic, sharing, 'before µs': before.cpuMicros, 'after µs': after.cpuMicros, 'after ÷ before': ratio, from: low, to: high },
    ];
  });
}

/** What is asked of ours, by CPU a request, nothing shared, identical requests. */
export function goals(results: readonly Result[]): Row[] {
  const ours = results.filter(({ gateway, sharing, traffic }) => gateway === 'agora' && sharing === 'off' && traffic === 'identical');
  return ours.flatMap((own) => {
    const to = (gateway: string) => ratio(own, find(results, own, gateway, 'off'));
    const others = results
      .filter(
        ({ kind, query, traffic, sharing }) => kind === 'javascript' && query === own.query && traffic === own.traffic && sharing === 'off',
      )
      .map((other) => ({ name: other.gateway, times: ratio(other, own) ?? NaN }))
      .sort((a, b) => a.times - b.times);
    return [
      atMost(own, 'CPU ÷ stock', to('apollo-gateway'), 0.125),
      atMost(own, 'CPU ÷ fan-out', to('fanout'), 1.4),
      atLeast(own, `nearest JavaScript gateway (${others[0]?.name ?? 'none measured'}) ÷ ours`, others[0]?.times ?? null, 3),
      atMost(own, 'CPU ÷ Hive Router', to('hive-router'), own.query === 'large' ? 1.1 : 1),
    ];
  });
}

function atMost(own: Result, goal: string, value: number | null, limit: number): Row {
  return { query: own.query, goal, wanted: `≤ ${limit}`, measured: value, outcome: outcome(value, (known) => known <= limit) };
}

function atLeast(own: Result, goal: string, value: number | null, limit: number): Row {
  return {
    query: own.query,
    goal,
    wanted: `≥ ${limit}`,
    measured: value,
    outcome: outcome(value, (known) => known >= limit),
  };
}

function outcome(value: number | null, holds: (value: number) => boolean): string {
  if (value === null) return 'not measured';
  return holds(value) ? 'reached' : 'MISSED';
}

function find(results: readonly Result[], { query, traffic }: Result, gateway: string, sharing: string): Result | undefined {
  return results.find(
    (other) => other.gateway === gateway && other.sharing === sharing && other.query === query && other.traffic === traffic,
  );
}

/** The median of the rounds' own ratios, as the machine may have been slower in one round than in another. */
function ratio(one: Result, other: Result | undefined): number | null {
  if (!other) return null;
  return round(median(one.cpuOfRounds.map((cpu, i) => cpu / (other.cpuOfRounds[i] ?? NaN))), 3);
}

function inverse(value: number | null): number | null {
  return value === null ? null : round(1 / value, 1);
}
