import path from 'node:path';
import { parseArgs } from 'node:util';
import { CHOICES, type GatewayName } from './contestants.ts';
import type { Data } from './data.ts';
import { QUERY_NAMES, type QueryName, type Traffic } from './queries.ts';

export interface Options {
  readonly seconds: number;
  readonly rounds: number;
  readonly starts: number;
  readonly only: readonly GatewayName[];
  readonly queries: readonly QueryName[];
  readonly traffic: readonly Traffic[];
  readonly data: Data;
  readonly parts: readonly Part[];
  /** Another checkout, whose gateway runs beside ours; null where there is none. */
  readonly before: string | null;
}

export type Part = 'race' | 'cold' | 'memory';

const PARTS: readonly Part[] = ['race', 'cold', 'memory'];
const TRAFFIC: readonly Traffic[] = ['identical', 'varied'];
const DATA: readonly Data[] = ['repeated', 'distinct'];

export const USAGE = `npm run bench:gateway -- [options]
  --seconds N     of one slice (2)
  --rounds N      slices of each gateway, query and traffic; the median counts (3)
  --starts N      of every process, each with so many slices: how fast a process runs is decided in part when it warms up (1)
  --only A,B      of ${CHOICES.join(', ')}
  --queries A,B   of small, medium, large
  --traffic A,B   of identical, varied
  --data D        repeated: the known benchmark's; distinct: no entity comes twice
  --parts A,B     of race, cold, memory
  --before DIR    of another checkout with its packages installed: its gateway takes turns with this one's; with it, --only agora,fanout
  --json          ends with one line of JSON`;

/** Throws an Error whose message says what is wrong with the command line. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '3' },
      starts: { type: 'string', default: '1' },
      only: { type: 'string' },
      queries: { type: 'string', default: QUERY_NAMES.join() },
      traffic: { type: 'string', default: TRAFFIC.join() },
      data: { type: 'string', default: 'repeated' },
      parts: { type: 'string', default: PARTS.join() },
      before: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const before = values.before === undefined ? null : path.resolve(values.before);
  return {
    before,
    seconds: positive('seconds', values.seconds),
    rounds: Math.ceil(positive('rounds', values.rounds)),
    starts: Math.ceil(positive('starts', values.starts)),
    only: [
      ...chosen('only', values.only ?? (before ? 'agora,fanout' : CHOICES.join()), CHOICES),
      ...(before ? (['agora before'] as const) : []),
    ],
    queries: chosen('queries', values.queries, QUERY_NAMES),
    traffic: chosen('traffic', values.traffic, TRAFFIC),
    data: chosen('data', values.data, DATA)[0] ?? 'repeated',
    parts: chosen('parts', values.parts, PARTS),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 600)) throw new Error(`--${name} must be a number above 0, up to 600; it is "${text}".`);
  return value;
}

function chosen<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice[] {
  const wanted = list(text);
  const unknown = wanted.find((word) => !choices.some((choice) => choice === word));
  if (unknown !== undefined || wanted.length === 0) throw new Error(`--${name} knows ${choices.join(', ')}; it is "${text}".`);
  return choices.filter((choice) => wanted.includes(choice));
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
